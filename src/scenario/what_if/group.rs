//! Voters of one group or region: how many there are, how many of them vote, and how.

use super::super::Scenario;
use super::amount::{Percent, WHOLE};
use super::refusal::Refusal;
use super::rounding::{half_up, in_proportion};
use super::rows::{Ids, Row, once};

/// The name of invalid ballots in a group.
const INVALID: &str = "invalid";

/// A group of voters whose ballots are a part of the whole count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Group {
    pub(super) id: String,
    pub(super) registered: u64,
    /// The ballots its voters cast.
    pub(super) ballots: u64,
    /// How these ballots divide, by the name of the row.
    weights: Vec<(String, u64)>,
}

impl Group {
    /// A group of which the share `turnout` votes, by these shares of its ballots.
    pub(in crate::scenario) fn of_shares(
        id: String,
        registered: u64,
        turnout: Percent,
        shares: Vec<(String, Percent)>,
    ) -> Result<Self, Refusal> {
        let sum: u128 = shares.iter().map(|(_, share)| share.0).sum();
        if sum != WHOLE {
            return Refusal::because(format!(
                "the shares of the group `{id}` add up to {}; they must add up to 100% (name what is \
                 missing: another list, `against_all` or `invalid`)",
                Percent(sum)
            ));
        }
        let ballots = half_up(u128::from(registered) * turnout.0, WHOLE);
        let whole = |share: Percent| u64::try_from(share.0).unwrap_or(u64::MAX);
        let weights = shares.into_iter().map(|(name, share)| (name, whole(share)));
        let ballots = u64::try_from(ballots).unwrap_or(u64::MAX);
        Ok(Self { id, registered, ballots, weights: weights.collect() })
    }

    /// A group whose ballots are counted.
    pub(in crate::scenario) fn of_votes(
        id: String,
        registered: u64,
        votes: Vec<(String, u64)>,
    ) -> Result<Self, Refusal> {
        let ballots: u128 = votes.iter().map(|&(_, votes)| u128::from(votes)).sum();
        match u64::try_from(ballots).ok().filter(|&ballots| (1..=registered).contains(&ballots)) {
            Some(ballots) => Ok(Self { id, registered, ballots, weights: votes }),
            None => Refusal::because(format!(
                "the votes of the group `{id}` add up to {ballots}; they must be at least 1 and at most \
                 the {registered} persons registered in it"
            )),
        }
    }

    /// The group with the id of everything it names, which must be on the ballot.
    pub(in crate::scenario) fn with_ids(mut self, scenario: &Scenario) -> Result<Self, Refusal> {
        for (name, _) in &mut self.weights {
            match Ids::of(scenario).one(name) {
                Err(_) if name == INVALID => {}
                id => *name = id?,
            }
        }
        once(self.weights.iter().map(|(name, _)| name.as_str()))?;
        Ok(self)
    }

    /// Its rows; none for invalid ballots.
    fn rows(&self, scenario: &Scenario) -> Result<Vec<Option<Row>>, Refusal> {
        let row = |(name, _): &(String, u64)| match scenario.row(name) {
            Err(_) if name == INVALID => Ok(None),
            row => row.map(Some),
        };
        self.weights.iter().map(row).collect()
    }

    /// How many of `ballots` go to each of its rows.
    fn divided(&self, ballots: u64) -> Vec<u64> {
        let weights: Vec<u64> = self.weights.iter().map(|&(_, weight)| weight).collect();
        in_proportion(ballots, &weights).unwrap_or_default()
    }

    /// Lets the group cast `ballots`: the whole count changes by the difference.
    pub(super) fn recount(&mut self, scenario: &mut Scenario, ballots: u64) -> Result<(), Refusal> {
        let rows = self.rows(scenario)?;
        let (before, after) = (self.divided(self.ballots), self.divided(ballots));
        for (at, row) in rows.into_iter().enumerate() {
            let counted = row.map_or(scenario.ballots.invalid, |row| scenario.votes_of(row));
            let name = &self.weights[at].0;
            let Some(others) = counted.checked_sub(before[at]) else {
                return Refusal::because(format!(
                    "the group `{}` has {} votes for `{name}`, which has {counted} in the whole count; \
                     a group is a part of it, so it can have at most as many",
                    self.id, before[at]
                ));
            };
            let Some(votes) = others.checked_add(after[at]) else {
                return Refusal::because(format!(
                    "`{name}` would have 2^64 votes or more; the sum of votes must stay below 2^64"
                ));
            };
            match row {
                Some(row) => scenario.set_votes(row, votes),
                None => scenario.ballots.invalid = votes,
            }
        }
        self.ballots = ballots;
        Ok(())
    }
}
