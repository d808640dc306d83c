//! Population monotonicity: a few votes more or fewer for one list, and one vote for a second.

use std::cmp::Reverse;

use super::count::{Count, Counter};
use super::theorem::is_promised;
use super::variation::{Draft, Variation, scaled};
use super::{AxiomWitness, Case, Finding, Property, Reason, Searched, Verdict};
use crate::election::Ballots;
use crate::measures::properties::{PopulationParadox, population_paradox};
use crate::scenario::Scenario;

/// Votes are changed of at most so many lists, those with most votes.
pub const MOST_CHANGED_LISTS: usize = 40;

/// Each list is tried with so many thousandths of its votes more and fewer, one by one.
pub const PER_MILLE_STEPS: u64 = 100;

const PROPERTY: Property = Property::PopulationMonotone;

/// The most lists that grow or shrink.
pub(super) const fn steps() -> u64 {
    2 * MOST_CHANGED_LISTS as u64
}

pub(super) fn finding(case: &Case<'_>, counter: &mut Counter<'_>) -> Finding {
    if is_promised(PROPERTY, case.scenario) {
        return Finding::at_once(PROPERTY, Verdict::Always);
    }
    let votes = &case.scenario.ballots.parties;
    let mut lists: Vec<usize> = case.scenario.seated();
    lists.retain(|&list| votes[list] > 0);
    if case.competing() < 2 {
        return Finding::at_once(PROPERTY, Verdict::NotApplicable(Reason::FewerLists(2)));
    }
    lists.sort_by_key(|&list| Reverse(votes[list]));
    let left_out = lists.len().saturating_sub(MOST_CHANGED_LISTS);
    lists.truncate(MOST_CHANGED_LISTS);
    let searched = Searched::Votes { lists: lists.len(), left_out };
    let mut search = Search { case, counter, ballots: case.scenario.ballots.clone() };
    let moves = lists.iter().flat_map(|&list| [(list, true), (list, false)]);
    let moves = moves.inspect(|_| case.steps.one());
    let mut found: Vec<Found> = moves.flat_map(|(list, grows)| search.along(list, grows)).collect();
    // The same lists taking part comes first, then the fewest votes.
    found.sort_by_key(|found| (!found.has_same_lists, found.number));
    let witnesses = found.iter().filter_map(|found| found.witness(case));
    Finding::new(PROPERTY, Verdict::of_search(witnesses), searched)
}

/// A paradox with so many votes of a list more or fewer.
#[derive(Clone, Copy, Debug)]
struct Found {
    list: usize,
    grows: bool,
    number: u64,
    /// A second list, which has one vote more.
    second: Option<usize>,
    has_same_lists: bool,
    paradox: PopulationParadox,
}

struct Search<'a, 'b> {
    case: &'a Case<'a>,
    counter: &'a mut Counter<'b>,
    /// The votes that are tried.
    ballots: Ballots,
}

impl Search<'_, '_> {
    /// The first paradox along the steps of a list whose votes grow, or shrink: with the same lists
    /// taking part, and with others.
    fn along(&mut self, list: usize, grows: bool) -> Vec<Found> {
        let votes = self.case.scenario.ballots.parties[list];
        let mut firsts: [Option<Found>; 2] = [None, None];
        let mut before = 0;
        for step in 1..=PER_MILLE_STEPS {
            let thousandths = u128::from(votes) * u128::from(step) / 1_000;
            let number = u64::try_from(thousandths).unwrap_or(0);
            if number <= before || !grows && number >= votes {
                continue;
            }
            if let Some(found) = self.with(list, grows, number) {
                let first = &mut firsts[usize::from(!found.has_same_lists)];
                if first.is_none() {
                    *first = Some(self.least(found, before));
                }
            }
            if firsts[0].is_some() {
                break;
            }
            before = number;
        }
        firsts.into_iter().flatten().collect()
    }

    /// The paradox with fewer votes, down to a number with which it is not there.
    fn least(&mut self, mut found: Found, mut without: u64) -> Found {
        while found.number - without > 1 {
            let middle = without + (found.number - without) / 2;
            match self.with(found.list, found.grows, middle) {
                Some(less) if less.has_same_lists == found.has_same_lists => found = less,
                _ => without = middle,
            }
        }
        found
    }

    /// The paradox with so many votes of a list more or fewer, if there is one: by itself, or with one
    /// vote more for a second list, where that loses a seat to a third.
    fn with(&mut self, list: usize, grows: bool, number: u64) -> Option<Found> {
        let own = self.case.scenario.ballots.parties[list];
        let changed = if grows { own.checked_add(number)? } else { own - number };
        self.ballots.parties.clone_from(&self.case.scenario.ballots.parties);
        self.ballots.parties[list] = changed;
        let count = self.counter.count(&self.ballots)?;
        let now = self.case.now;
        if let Some(paradox) = self.paradox(&count) {
            let has_same_lists = now.has_same_lists(&count);
            return Some(Found { list, grows, number, second: None, has_same_lists, paradox });
        }
        let others = || (0..count.least.len()).filter(|&other| other != list);
        if !others().any(|other| count.least[other] > now.most[other]) {
            return None;
        }
        let losers: Vec<usize> = others().filter(|&of| count.most[of] < now.least[of]).collect();
        for second in losers {
            self.ballots.parties[second] += 1;
            let counted = self.counter.count(&self.ballots);
            let paradox = counted.as_ref().and_then(|count| self.paradox(count));
            self.ballots.parties[second] -= 1;
            if let (Some(count), Some(paradox)) = (counted, paradox) {
                let has_same_lists = now.has_same_lists(&count);
                let second = Some(second);
                return Some(Found { list, grows, number, second, has_same_lists, paradox });
            }
        }
        None
    }

    fn paradox(&self, count: &Count) -> Option<PopulationParadox> {
        let before = &self.case.scenario.ballots.parties;
        let (now, then) = (self.case.now.bounds(), count.bounds());
        population_paradox(before, now, &self.ballots.parties, then)
    }
}

impl Found {
    fn witness(&self, case: &Case<'_>) -> Option<AxiomWitness> {
        let Scenario { parties, ballots, .. } = case.scenario;
        let own = ballots.parties[self.list];
        let changed = if self.grows { own + self.number } else { own - self.number };
        let mut what_ifs = vec![scaled(&parties[self.list].id, own, changed)?];
        if let Some(second) = self.second {
            let votes = ballots.parties[second];
            what_ifs.push(scaled(&parties[second].id, votes, votes + 1)?);
        }
        let moved = vec![self.paradox.loser.list, self.paradox.winner.list];
        let draft = Draft {
            cause: case.cause(self.has_same_lists),
            before: Variation::NONE,
            after: Variation { what_ifs, seats: None },
            changed: [self.list].into_iter().filter(|list| !moved.contains(list)).collect(),
            moved,
            leaves: None,
        };
        let witness = draft.confirmed(case)?;
        // The percentages must give these very votes.
        let of = |party| witness.lists.iter().find(|list| list.party == party);
        (of(self.list)?.votes.1 == changed).then_some(witness)
    }
}
