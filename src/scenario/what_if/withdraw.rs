//! A list leaves the ballot.

use crate::election::PartyKind;

use super::super::Scenario;
use super::heirs::Heirs;
use super::refusal::Refusal;
use super::rows::Ids;

/// A list and who gets its votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Withdraw {
    party: String,
    heirs: Heirs,
}

impl Withdraw {
    /// `party` leaves, and its votes go to `heirs`.
    pub(in crate::scenario) fn new(party: String, heirs: Heirs) -> Self {
        Self { party, heirs }
    }

    pub(super) fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        Ok(Self::new(ids.one(&self.party)?, self.heirs.with_ids(ids)?))
    }

    pub(super) fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let party = scenario.party_index(&self.party)?;
        if scenario.parties[party].kind != PartyKind::List {
            return Refusal::because(format!(
                "`{}` is no list that could withdraw; share its votes out with `undecided`",
                self.party
            ));
        }
        self.heirs.inherit(scenario, party)?;
        scenario.remove_party(party)
    }

    pub(super) fn sentence(&self) -> String {
        format!("{} withdraws; its votes go {}", self.party, self.heirs.phrase())
    }
}
