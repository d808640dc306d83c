//! Lists stand together as one, with all their votes.
//!
//! The list `into` is one of them, which keeps its place and all that is known of it, or a new one at
//! the place of the first. A coalition that names a list which is gone must name the list it went into:
//! otherwise nobody could say whether the merged list is in it.

use crate::election::{Party, PartyKind};

use super::super::Scenario;
use super::refusal::Refusal;
use super::rows::{Ids, listed, once};

/// Several lists become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Merge {
    parties: Vec<String>,
    into: String,
}

impl Merge {
    /// At least two lists, into one of them or a new one.
    pub(in crate::scenario) fn new(parties: Vec<String>, into: String) -> Result<Self, Refusal> {
        once(parties.iter().map(String::as_str))?;
        if parties.len() < 2 {
            return Refusal::because("a merger needs at least two lists; name another");
        }
        Ok(Self { parties, into })
    }

    pub(super) fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        Self::new(ids.all(&self.parties)?, ids.one_or_new(&self.into)?)
    }

    pub(super) fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let mut merged = self
            .parties
            .iter()
            .map(|id| scenario.party_index(id))
            .collect::<Result<Vec<_>, _>>()?;
        merged.sort_unstable();
        if let Some(&other) =
            merged.iter().find(|&&party| scenario.parties[party].kind != PartyKind::List)
        {
            return Refusal::because(format!(
                "`{}` is no list; only lists merge (`transfer` moves votes from or to any row)",
                scenario.parties[other].id
            ));
        }
        let votes: u64 = merged.iter().map(|&party| scenario.ballots.parties[party]).sum();
        self.check_coalitions(scenario, &merged)?;
        if !self.parties.contains(&self.into) {
            let first = merged[0];
            scenario.insert_party(first, Party::list(self.into.as_str()))?;
            for coalition in &mut scenario.coalitions {
                if coalition.members.contains(&(first + 1)) {
                    coalition.members.push(first);
                    coalition.members.sort_unstable();
                }
            }
        }
        for id in self.parties.iter().filter(|id| **id != self.into) {
            let gone = scenario.party_index(id)?;
            scenario.remove_party(gone)?;
        }
        let into = scenario.party_index(&self.into)?;
        scenario.ballots.parties[into] = votes;
        Ok(())
    }

    fn check_coalitions(&self, scenario: &Scenario, merged: &[usize]) -> Result<(), Refusal> {
        for coalition in &scenario.coalitions {
            let (inside, outside): (Vec<usize>, Vec<usize>) =
                merged.iter().partition(|party| coalition.members.contains(party));
            let into_is_member =
                inside.iter().any(|&party| scenario.parties[party].id == self.into);
            if let (Some(&inside), Some(&outside), false) =
                (inside.first(), outside.first(), into_is_member)
            {
                return Refusal::because(format!(
                    "the coalition `{}` has `{}` but not `{}`, so it is open whether `{}` is in it; \
                     merge into a list that is in it, or change the coalition",
                    coalition.name.fallback(),
                    scenario.parties[inside].id,
                    scenario.parties[outside].id,
                    self.into
                ));
            }
        }
        Ok(())
    }

    pub(super) fn sentence(&self) -> String {
        format!("{} merge into {}", listed(&self.parties), self.into)
    }
}
