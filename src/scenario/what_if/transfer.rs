//! Voters change from one row to others.
//!
//! Of the votes v of the row, v·s go to a target with the share s, T·p to one with p points, where T
//! are the valid votes; what stays is the rest. These parts of v become whole votes by largest
//! remainders, the targets in their order before what stays. Several rows act at once: each on the
//! votes before the operator.

use super::super::Scenario;
use super::amount::{Amount, WHOLE};
use super::refusal::Refusal;
use super::rounding::whole_parts;
use super::rows::{Ids, listed, once};

/// A matrix of transfers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Transfer {
    rows: Vec<TransferRow>,
}

/// Where the votes of one row go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct TransferRow {
    /// Who loses votes.
    pub(in crate::scenario) from: String,
    /// Who gets how many of them.
    pub(in crate::scenario) to: Vec<(String, Amount)>,
}

impl Transfer {
    /// A matrix of at least one row.
    pub(in crate::scenario) fn new(rows: Vec<TransferRow>) -> Result<Self, Refusal> {
        once(rows.iter().map(|row| row.from.as_str()))?;
        for TransferRow { from, to } in &rows {
            once(std::iter::once(from.as_str()).chain(to.iter().map(|(name, _)| name.as_str())))?;
            let share = |amount: &Amount| match amount {
                Amount::Share(share) => share.0,
                _ => 0,
            };
            let sum: u128 = to.iter().map(|(_, amount)| share(amount)).sum();
            if sum > WHOLE {
                return Refusal::because(format!(
                    "the shares that leave `{from}` add up to {}; they must be at most 100%",
                    super::amount::Percent(sum)
                ));
            }
        }
        Ok(Self { rows })
    }

    pub(super) fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        let row = |row: &TransferRow| {
            Ok(TransferRow { from: ids.one(&row.from)?, to: ids.pairs(&row.to)? })
        };
        Self::new(self.rows.iter().map(row).collect::<Result<_, Refusal>>()?)
    }

    pub(super) fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let before = scenario.clone();
        for TransferRow { from, to } in &self.rows {
            let source = before.row(from)?;
            let votes = before.votes_of(source);
            let mut parts: Vec<u128> =
                (to.iter()).map(|(_, amount)| amount.times_whole(votes, before.valid())).collect();
            let leaving: u128 = parts.iter().sum();
            let Some(staying) = (u128::from(votes) * WHOLE).checked_sub(leaving) else {
                return Refusal::because(format!(
                    "{} votes would leave `{from}`, which has {votes}; at most all of them can",
                    leaving.div_ceil(WHOLE)
                ));
            };
            parts.push(staying);
            let parts = whole_parts(&parts, WHOLE);
            for ((name, _), part) in to.iter().zip(parts) {
                let target = before.row(name)?;
                scenario.set_votes(target, scenario.votes_of(target) + part);
                scenario.set_votes(source, scenario.votes_of(source) - part);
            }
        }
        Ok(())
    }

    pub(super) fn sentence(&self) -> String {
        let row = |TransferRow { from, to }: &TransferRow| {
            let targets: Vec<String> =
                to.iter().map(|(name, amount)| format!("{amount} to {name}")).collect();
            format!("{from} loses {}", listed(&targets))
        };
        self.rows.iter().map(row).collect::<Vec<_>>().join("; ")
    }
}
