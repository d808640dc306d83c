//! Those who had not decided decide.

use crate::election::PartyKind;

use super::super::Scenario;
use super::heirs::Heirs;
use super::refusal::Refusal;
use super::rows::Ids;

/// The row that counts the undecided, and whom they choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Undecided {
    row: String,
    heirs: Heirs,
}

impl Undecided {
    /// The votes of `row`, which is no list, go to `heirs`.
    pub(in crate::scenario) fn new(row: String, heirs: Heirs) -> Self {
        Self { row, heirs }
    }

    pub(super) fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        Ok(Self::new(ids.one(&self.row)?, self.heirs.with_ids(ids)?))
    }

    pub(super) fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let row = scenario.party_index(&self.row)?;
        if scenario.parties[row].kind != PartyKind::Others {
            return Refusal::because(format!(
                "`{}` is a list; the undecided stand in a row with `kind = \"others\"` (a list leaves \
                 the ballot with `withdraw`)",
                self.row
            ));
        }
        self.heirs.inherit(scenario, row)?;
        scenario.remove_party(row)
    }

    pub(super) fn sentence(&self) -> String {
        format!(
            "the undecided in the row {} decide; their votes go {}",
            self.row,
            self.heirs.phrase()
        )
    }
}
