//! What a what-if can name: the parties of a scenario, and the votes against all.

use crate::election::Party;

use super::super::Scenario;
use super::super::error::quoted;
use super::super::wording::{MAX_NAME, check, excerpt};
use super::refusal::Refusal;

/// The name of the votes against all.
pub(super) const AGAINST_ALL: &str = "against_all";

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
        match self.parties.iter().position(|party| party.id == name) {
            Some(party) => Ok(Row::Party(party)),
            None if name == AGAINST_ALL => Ok(Row::AgainstAll),
            None => Err(self.unknown(name, &[AGAINST_ALL])),
        }
    }

    /// The rows of these names.
    pub(super) fn rows_named(&self, names: &[String]) -> Result<Vec<Row>, Refusal> {
        names.iter().map(|name| self.row(name)).collect()
    }

    /// The party of this id.
    pub(super) fn party_index(&self, id: &str) -> Result<usize, Refusal> {
        let index = self.parties.iter().position(|party| party.id == id);
        index.ok_or_else(|| self.unknown(id, &[]))
    }

    fn unknown(&self, name: &str, besides: &[&str]) -> Refusal {
        let ids = self.parties.iter().take(20).map(|party| party.id.as_str());
        let ids = quoted(ids.chain(besides.iter().copied()));
        Refusal::new(format!("no party has the id `{}`; the ids are {ids}", excerpt(name)))
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
