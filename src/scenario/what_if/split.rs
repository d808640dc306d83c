//! One list becomes several.
//!
//! The parts of its votes become whole by largest remainders, in the order in which they are given. A
//! part with the id of the list is the list itself and keeps all that is known of it; the others are
//! new lists behind it, in no coalition and no alliance.

use crate::election::{Party, PartyKind};

use super::super::Scenario;
use super::amount::{Percent, WHOLE};
use super::refusal::Refusal;
use super::rounding::whole_parts;
use super::rows::{Ids, listed, once};

/// A list and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Split {
    party: String,
    parts: Vec<(String, Percent)>,
}

impl Split {
    /// At least two parts whose shares add up to the whole.
    pub(in crate::scenario) fn new(
        party: String,
        shares: Vec<(String, Percent)>,
    ) -> Result<Self, Refusal> {
        once(shares.iter().map(|(id, _)| id.as_str()))?;
        if shares.len() < 2 {
            return Refusal::because("a split needs at least two parts; name another");
        }
        let sum: u128 = shares.iter().map(|(_, share)| share.0).sum();
        if sum != WHOLE {
            return Refusal::because(format!(
                "the shares of the parts add up to {}; they must add up to 100%",
                Percent(sum)
            ));
        }
        Ok(Self { party, parts: shares })
    }

    pub(super) fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        let part = |(name, share): &(String, Percent)| Ok((ids.one_or_new(name)?, *share));
        let parts = self.parts.iter().map(part).collect::<Result<_, Refusal>>()?;
        Self::new(ids.one(&self.party)?, parts)
    }

    pub(super) fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let party = scenario.party_index(&self.party)?;
        if scenario.parties[party].kind != PartyKind::List {
            return Refusal::because(format!(
                "`{}` is no list; only lists split (`undecided` shares out the votes of other rows)",
                self.party
            ));
        }
        let votes = scenario.ballots.parties[party];
        let stays = self.parts.iter().any(|(id, _)| *id == self.party);
        let coalition =
            scenario.coalitions.iter().find(|coalition| coalition.members.contains(&party));
        if let (Some(coalition), false) = (coalition, stays) {
            return Refusal::because(format!(
                "the coalition `{}` has `{}`, and it is open which parts are in it; let one part keep \
                 the id `{}`, or change the coalition",
                coalition.name.fallback(),
                self.party,
                self.party
            ));
        }
        let new = self.parts.iter().filter(|(id, _)| *id != self.party);
        for (behind, (id, _)) in new.enumerate() {
            scenario.insert_party(party + 1 + behind, Party::list(id.as_str()))?;
        }
        let numerators: Vec<u128> =
            self.parts.iter().map(|(_, share)| u128::from(votes) * share.0).collect();
        for ((id, _), part) in self.parts.iter().zip(whole_parts(&numerators, WHOLE)) {
            let index = scenario.party_index(id)?;
            scenario.ballots.parties[index] = part;
        }
        if stays { Ok(()) } else { scenario.remove_party(party) }
    }

    pub(super) fn sentence(&self) -> String {
        let parts: Vec<String> =
            self.parts.iter().map(|(id, share)| format!("{id} with {share}")).collect();
        format!("{} splits into {}", self.party, listed(&parts))
    }
}
