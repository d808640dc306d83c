//! What a what-if can name: the parties of a scenario, and the votes against all.

use crate::election::{NameError, Party, is_same_name, party_named};

use super::super::Scenario;
use super::super::wording::{MAX_NAME, check, excerpt};
use super::refusal::Refusal;

/// The name of the votes against all.
pub(super) const AGAINST_ALL: &str = "against_all";
/// What ballot papers and people call them.
const CALLED_AGAINST_ALL: [&str; 4] =
    [AGAINST_ALL, "против всех", "бәріне қарсымын", "барлығына қарсы"];

/// Turns what people call a party into its id.
#[derive(Clone, Copy)]
pub(in crate::scenario) struct Ids<'s>(&'s Scenario);

impl<'s> Ids<'s> {
    pub(in crate::scenario) const fn of(scenario: &'s Scenario) -> Self {
        Self(scenario)
    }

    /// The id of the row of this name.
    pub(super) fn one(self, name: &str) -> Result<String, Refusal> {
        Ok(match self.0.row(name)? {
            Row::Party(party) => self.0.parties[party].id.clone(),
            Row::AgainstAll => AGAINST_ALL.to_owned(),
        })
    }

    /// The id of the party of this name, or else the name, which is that of a new list.
    pub(super) fn one_or_new(self, name: &str) -> Result<String, Refusal> {
        match party_named(&self.0.parties, name) {
            Ok(party) => Ok(self.0.parties[party].id.clone()),
            Err(NameError::Unknown { .. }) => Ok(name.to_owned()),
            Err(ambiguous) => Err(Refusal::new(ambiguous.to_string())),
        }
    }

    pub(super) fn all(self, names: &[String]) -> Result<Vec<String>, Refusal> {
        names.iter().map(|name| self.one(name)).collect()
    }

    pub(super) fn pairs<T: Copy>(self, pairs: &[(String, T)]) -> Result<Vec<(String, T)>, Refusal> {
        pairs.iter().map(|(name, number)| Ok((self.one(name)?, *number))).collect()
    }
}

/// A row of valid votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    Party(usize),
    AgainstAll,
}

impl Scenario {
    /// Every party in order, then the votes against all.
    pub(super) fn rows(&self) -> Vec<Row> {
        (0..self.parties.len()).map(Row::Party).chain([Row::AgainstAll]).collect()
    }

    /// The row of this name; a party may be named `against_all` itself.
    pub(super) fn row(&self, name: &str) -> Result<Row, Refusal> {
        let against_all = || CALLED_AGAINST_ALL.iter().any(|called| is_same_name(called, name));
        match party_named(&self.parties, name) {
            Ok(party) => Ok(Row::Party(party)),
            Err(NameError::Unknown { .. }) if against_all() => Ok(Row::AgainstAll),
            Err(unknown @ NameError::Unknown { .. }) => {
                Refusal::because(format!("{unknown}, `{AGAINST_ALL}`"))
            }
            Err(ambiguous) => Refusal::because(ambiguous.to_string()),
        }
    }

    /// The rows of these names.
    pub(super) fn rows_named(&self, names: &[String]) -> Result<Vec<Row>, Refusal> {
        names.iter().map(|name| self.row(name)).collect()
    }

    /// The party of this name.
    pub(super) fn party_index(&self, name: &str) -> Result<usize, Refusal> {
        party_named(&self.parties, name).map_err(|error| Refusal::new(error.to_string()))
    }

    pub(super) fn votes_of(&self, row: Row) -> u64 {
        match row {
            Row::Party(party) => self.ballots.parties[party],
            Row::AgainstAll => self.ballots.against_all,
        }
    }

    pub(super) fn set_votes(&mut self, row: Row, votes: u64) {
        match row {
            Row::Party(party) => self.ballots.parties[party] = votes,
            Row::AgainstAll => self.ballots.against_all = votes,
        }
    }

    /// The valid votes; their sum is below 2^64 in every scenario.
    pub(super) fn valid(&self) -> u64 {
        u64::try_from(self.ballots.valid_votes()).unwrap_or(u64::MAX)
    }

    /// Adds a party without votes at `at`.
    pub(super) fn insert_party(&mut self, at: usize, party: Party) -> Result<(), Refusal> {
        check(&party.id, MAX_NAME).map_err(|wrong| Refusal::new(format!("the new id {wrong}")))?;
        if party.id == AGAINST_ALL || self.parties.iter().any(|known| known.id == party.id) {
            let id = excerpt(&party.id);
            return Refusal::because(format!(
                "the id `{id}` is taken; every party needs its own, so choose another"
            ));
        }
        self.parties.insert(at, party);
        self.ballots.parties.insert(at, 0);
        for coalition in &mut self.coalitions {
            for member in &mut coalition.members {
                *member += usize::from(*member >= at);
            }
        }
        Ok(())
    }

    /// Takes the party `at` off the ballot with its votes. It may hold no seats that do not come from
    /// votes: they would vanish with it. Coalitions go on without it.
    pub(super) fn remove_party(&mut self, at: usize) -> Result<(), Refusal> {
        let party = &self.parties[at];
        let promised = [
            ("direct_seats", party.direct_seats),
            ("floor", party.floor),
            ("guaranteed_seats", party.guaranteed_seats),
            ("additional_seats", party.additional_seats),
        ];
        if let Some((key, _)) = promised.into_iter().find(|&(_, seats)| seats > 0) {
            return Refusal::because(format!(
                "`{}` has `{key}`, which would vanish with it; take that out of the scenario, or keep \
                 the list",
                party.id
            ));
        }
        for coalition in &mut self.coalitions {
            coalition.members.retain(|&member| member != at);
            for member in &mut coalition.members {
                *member -= usize::from(*member > at);
            }
            if coalition.members.is_empty() {
                return Refusal::because(format!(
                    "the coalition `{}` would be left without a party; take it out of the scenario, or \
                     keep `{}`",
                    coalition.name.fallback(),
                    party.id
                ));
            }
        }
        self.parties.remove(at);
        self.ballots.parties.remove(at);
        Ok(())
    }
}

/// Refuses a name that stands twice.
pub(super) fn once<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<(), Refusal> {
    let mut seen = std::collections::BTreeSet::new();
    match names.into_iter().find(|name| !seen.insert(*name)) {
        None => Ok(()),
        Some(twice) => {
            Refusal::because(format!("`{}` is named twice; name it once", excerpt(twice)))
        }
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed<N: AsRef<str>>(names: &[N]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [start @ .., last] => {
            let start: Vec<&str> = start.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", start.join(", "), last.as_ref())
        }
    }
}
