//! More or fewer votes, and nobody else is asked.
//!
//! One row: v' = v·f, rounded half up. All valid votes: T' = T·f, rounded half up, shared out in
//! proportion to the votes. Invalid ballots stay.

use super::super::Scenario;
use super::amount::{Percent, WHOLE};
use super::refusal::Refusal;
use super::rounding::{half_up, in_proportion};
use super::rows::Ids;

/// Multiplies the votes of one row, or of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Scale {
    row: Option<String>,
    factor: Percent,
}

impl Scale {
    /// `row` times `factor`; without a row, all valid votes.
    pub(in crate::scenario) fn new(row: Option<String>, factor: Percent) -> Self {
        Self { row, factor }
    }

    pub(super) fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        let row = self.row.as_ref().map(|row| ids.one(row)).transpose()?;
        Ok(Self::new(row, self.factor))
    }

    pub(super) fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let scaled = |votes: u64| {
            let scaled = half_up(u128::from(votes) * self.factor.0, WHOLE);
            u64::try_from(scaled).map_err(|_| {
                Refusal::new(format!(
                    "{votes} votes would become {scaled}; the sum of votes must stay below 2^64"
                ))
            })
        };
        if let Some(name) = &self.row {
            let row = scenario.row(name)?;
            scenario.set_votes(row, scaled(scenario.votes_of(row))?);
            return Ok(());
        }
        let rows = scenario.rows();
        let votes: Vec<u64> = rows.iter().map(|&row| scenario.votes_of(row)).collect();
        let total = scaled(scenario.valid())?;
        // Every count has votes to be in proportion to.
        for (row, votes) in rows.into_iter().zip(in_proportion(total, &votes).unwrap_or_default()) {
            scenario.set_votes(row, votes);
        }
        Ok(())
    }

    pub(super) fn sentence(&self) -> String {
        let row = self.row.as_deref().unwrap_or("everything on the ballot");
        format!("{row} has {} of its votes", self.factor)
    }
}
