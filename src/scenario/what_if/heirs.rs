//! Who gets the votes of a row that leaves the ballot.

use super::super::Scenario;
use super::amount::{Percent, WHOLE};
use super::refusal::Refusal;
use super::rounding::{in_proportion, whole_parts};
use super::rows::{Ids, Row, listed, once};

/// The word for votes that nobody gets.
pub(super) const NOBODY: &str = "nobody";

/// Where votes go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) enum Heirs {
    /// Away: these voters do not vote, and the valid votes get fewer.
    Nobody,
    /// To everything else on the ballot, in proportion to its votes.
    Proportional,
    /// By these shares, which add up to the whole; `nobody` may have one.
    Shares(Vec<(String, Percent)>),
    /// To these rows, in proportion to the votes that they had before.
    Previous(Vec<(String, u64)>),
}

impl Heirs {
    /// Votes by shares.
    pub(in crate::scenario) fn shares(shares: Vec<(String, Percent)>) -> Result<Self, Refusal> {
        once(shares.iter().map(|(name, _)| name.as_str()))?;
        let sum: u128 = shares.iter().map(|(_, share)| share.0).sum();
        if sum != WHOLE {
            return Refusal::because(format!(
                "the shares add up to {}; they must add up to 100% (give the rest to `nobody`, if \
                 these voters stay away)",
                Percent(sum)
            ));
        }
        Ok(Self::Shares(shares))
    }

    /// Votes by an earlier result.
    pub(in crate::scenario) fn previous(votes: Vec<(String, u64)>) -> Result<Self, Refusal> {
        once(votes.iter().map(|(name, _)| name.as_str()))?;
        if votes.iter().all(|&(_, votes)| votes == 0) {
            return Refusal::because(
                "the previous result has no votes; give at least one list of it more than 0",
            );
        }
        Ok(Self::Previous(votes))
    }

    pub(super) fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        let heir = |(name, share): &(String, Percent)| {
            let id = if name == NOBODY { name.clone() } else { ids.one(name)? };
            Ok((id, *share))
        };
        match self {
            Self::Nobody => Ok(Self::Nobody),
            Self::Proportional => Ok(Self::Proportional),
            Self::Shares(shares) => {
                Self::shares(shares.iter().map(heir).collect::<Result<_, Refusal>>()?)
            }
            Self::Previous(votes) => Self::previous(ids.pairs(votes)?),
        }
    }

    /// Gives the votes of the party `leaving` away; it is left with none.
    pub(super) fn inherit(&self, scenario: &mut Scenario, leaving: usize) -> Result<(), Refusal> {
        let votes = scenario.ballots.parties[leaving];
        let own = Row::Party(leaving);
        let heir = |name: &String| match scenario.row(name)? {
            row if row == own => {
                Refusal::because(format!("`{name}` cannot get its own votes; name another row"))
            }
            row => Ok(row),
        };
        let gains: Vec<(Row, u64)> = match self {
            Self::Nobody => Vec::new(),
            Self::Proportional => {
                let rows: Vec<Row> =
                    scenario.rows().into_iter().filter(|&row| row != own).collect();
                let weights: Vec<u64> = rows.iter().map(|&row| scenario.votes_of(row)).collect();
                let parts = in_proportion(votes, &weights).ok_or_else(|| {
                    Refusal::new(
                        "nothing else on the ballot has votes to be in proportion to; say by shares \
                         where these go",
                    )
                })?;
                rows.into_iter().zip(parts).collect()
            }
            Self::Shares(shares) => {
                let parts: Vec<u128> =
                    shares.iter().map(|(_, share)| u128::from(votes) * share.0).collect();
                let parts = whole_parts(&parts, WHOLE);
                let named = shares.iter().zip(parts).filter(|((name, _), _)| name != NOBODY);
                named.map(|((name, _), part)| Ok((heir(name)?, part))).collect::<Result<_, _>>()?
            }
            Self::Previous(previous) => {
                let weights: Vec<u64> = previous.iter().map(|&(_, votes)| votes).collect();
                let parts = in_proportion(votes, &weights).unwrap_or_default();
                let named = previous.iter().zip(parts);
                named.map(|((name, _), part)| Ok((heir(name)?, part))).collect::<Result<_, _>>()?
            }
        };
        scenario.set_votes(own, 0);
        for (row, gain) in gains {
            // No sum of votes reaches 2^64.
            scenario.set_votes(row, scenario.votes_of(row) + gain);
        }
        Ok(())
    }

    /// Completes "its votes go …".
    pub(super) fn phrase(&self) -> String {
        let named = |names: &mut dyn Iterator<Item = String>| listed(&names.collect::<Vec<_>>());
        match self {
            Self::Nobody => "to nobody".to_owned(),
            Self::Proportional => "to everything else on the ballot in proportion".to_owned(),
            Self::Shares(shares) => {
                named(&mut shares.iter().map(|(name, share)| format!("to {name} by {share}")))
            }
            Self::Previous(votes) => format!(
                "in proportion to a previous result: {}",
                named(&mut votes.iter().map(|(name, votes)| format!("{name} {votes}")))
            ),
        }
    }
}
