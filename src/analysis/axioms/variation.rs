//! Another count of an election, made by options that anyone can repeat.

use super::{AxiomWitness, Case, Cause, WitnessList};
use crate::analysis::Outcome;
use crate::scenario::{Overrides, Scenario, WhatIf};

/// What is changed about an election: options of the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variation {
    /// Changes to the votes, in the words of `--what-if`.
    pub what_ifs: Vec<String>,
    /// Another house size.
    pub seats: Option<u32>,
}

impl Variation {
    /// The election as it is.
    pub const NONE: Self = Self { what_ifs: Vec::new(), seats: None };

    /// Whether nothing is changed.
    pub fn is_none(&self) -> bool {
        *self == Self::NONE
    }

    /// The options that make it, each a word of its own for a shell.
    pub fn arguments(&self) -> Vec<String> {
        let what_ifs =
            self.what_ifs.iter().flat_map(|words| ["--what-if".to_owned(), words.clone()]);
        let seats =
            self.seats.into_iter().flat_map(|seats| ["--seats".to_owned(), seats.to_string()]);
        what_ifs.chain(seats).collect()
    }

    /// The election changed so; none if its rules forbid it.
    pub(super) fn of(&self, scenario: &Scenario) -> Option<Scenario> {
        let what_ifs = self.what_ifs.iter().map(|words| words.parse::<WhatIf>());
        let what_ifs = what_ifs.collect::<Result<_, _>>().ok()?;
        let overrides = Overrides { what_ifs, seats: self.seats, ..Overrides::default() };
        scenario.clone().with_overrides(&overrides).ok()
    }
}

/// The words with which a list has so many votes instead of those it has; none if no share with nine
/// decimals of a percent gives them.
pub(super) fn scaled(id: &str, votes: u64, changed: u64) -> Option<String> {
    // In billionths of a percent, to the nearest.
    let (votes, changed) = (u128::from(votes), u128::from(changed));
    let factor = (2 * changed * 100_000_000_000 + votes).checked_div(2 * votes)?;
    let (whole, decimals) = (factor / 1_000_000_000, factor % 1_000_000_000);
    let percent = format!("{whole}.{decimals:09}");
    Some(format!("scale {} {}%", name(id), percent.trim_end_matches('0').trim_end_matches('.')))
}

/// The words with which a list leaves, its votes going to nobody.
pub(super) fn withdrawal(id: &str) -> String {
    format!("withdraw {} nobody", name(id))
}

/// A name as the language of what-ifs reads it.
fn name(id: &str) -> String {
    let is_plain = !id.is_empty()
        && !id.contains(|character: char| {
            character.is_whitespace() || matches!(character, ',' | '"')
        });
    if is_plain { id.to_owned() } else { format!("\"{id}\"") }
}

/// A witness as it was found.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) cause: Cause,
    pub(super) before: Variation,
    pub(super) after: Variation,
    /// The lists whose seats change.
    pub(super) moved: Vec<usize>,
    /// Other lists, whose votes change.
    pub(super) changed: Vec<usize>,
    pub(super) leaves: Option<usize>,
}

impl Draft {
    /// The witness, if the options that make it do: both counts are made anew by them, with the law's own
    /// tie rule, and every list moved must have other seats.
    pub(super) fn confirmed(self, case: &Case<'_>) -> Option<AxiomWitness> {
        let (before, after) = (self.before.of(case.scenario)?, self.after.of(case.scenario)?);
        let outcomes =
            [Outcome::of(&before, case.seed).ok()?, Outcome::of(&after, case.seed).ok()?];
        let in_both = |party: usize| {
            let id = &case.scenario.parties[party].id;
            let of = |scenario: &Scenario, outcome: &Outcome| {
                let at = scenario.parties.iter().position(|party| party.id == *id);
                at.map_or((0, 0), |at| (scenario.ballots.parties[at], outcome.parties[at].seats))
            };
            let [first, second] = [of(&before, &outcomes[0]), of(&after, &outcomes[1])];
            WitnessList { party, votes: (first.0, second.0), seats: (first.1, second.1) }
        };
        let lists: Vec<WitnessList> =
            self.moved.iter().chain(&self.changed).map(|&party| in_both(party)).collect();
        let moved = &lists[..self.moved.len()];
        moved.iter().all(|list| list.seats.0 != list.seats.1).then(|| AxiomWitness {
            cause: self.cause,
            house: (before.house.seats(), after.house.seats()),
            before: self.before,
            after: self.after,
            lists,
            leaves: self.leaves,
        })
    }
}
