//! The fewest votes that bring a change about, found by allocation alone.

use super::trial::{Change, Move, Trial};
use crate::apportionment::{Axiom, Method};
use crate::scenario::Scenario;

/// So many votes, and no fewer that were tried, bring a change about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VotesAway {
    /// With so many votes the change has happened, with one less it has not: both by allocation.
    pub votes: u64,
    /// Whether no smaller number does it. Else it is a verified change, not proved to be the smallest.
    pub is_smallest: bool,
}

/// Up to so many votes each smaller number is tried where nothing else proves that none does it.
const TRIED_ONE_BY_ONE: u64 = 32;

/// Finds changes of one count.
#[derive(Debug)]
pub(super) struct Search<'a> {
    scenario: &'a Scenario,
    trial: Trial<'a>,
}

impl<'a> Search<'a> {
    pub(super) const fn new(scenario: &'a Scenario, trial: Trial<'a>) -> Self {
        Self { scenario, trial }
    }

    /// The fewest votes, at most `limit`, whose move brings the change about; none if none was found.
    pub(super) fn fewest(&mut self, votes: Move, change: Change, limit: u64) -> Option<VotesAway> {
        let most = self.trial.most(votes).min(limit);
        let is_monotone = is_monotone(self.scenario, votes);
        let starts = self.starts(votes, most);
        let mut before = 0;
        for (at, &start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).map_or(most, |next| next - 1);
            if let Some(found) = self.in_piece(votes, change, (before, start, end)) {
                return Some(self.judged(votes, change, found, is_monotone));
            }
            before = end;
        }
        None
    }

    /// Where another set of lists begins to pass the threshold, ascending, from 1 to `most`. Between two
    /// of these numbers the same lists compete, under a plain law.
    fn starts(&mut self, votes: Move, most: u64) -> Vec<u64> {
        let moving: Vec<usize> = match votes {
            Move::Switch { from, to } => vec![from, to],
            Move::New(_) | Move::Away(_) => self.scenario.seated(),
        };
        let mut starts = if most > 0 { vec![1] } else { Vec::new() };
        for list in moving {
            let now = self.passes(votes, 0, list);
            if most == 0 || self.passes(votes, most, list) == now {
                continue;
            }
            // Its share of the base moves one way only, so it crosses the threshold once.
            let (mut low, mut high) = (0, most);
            while high - low > 1 {
                let middle = low + (high - low) / 2;
                if self.passes(votes, middle, list) == now {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            starts.push(high);
        }
        for (list, &has) in self.scenario.ballots.parties.iter().enumerate() {
            // A list that loses its last vote is out, whatever the threshold.
            let gives =
                matches!(votes, Move::Away(from) | Move::Switch { from, .. } if from == list);
            if gives && has > 0 && has <= most {
                starts.push(has);
            }
        }
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    fn passes(&mut self, votes: Move, number: u64, list: usize) -> bool {
        let Scenario { law, parties, house, .. } = self.scenario;
        let threshold = law.threshold_of(&parties[list], house.seats());
        let ballots = self.trial.ballots(votes, number);
        threshold.is_passed_by(ballots.parties[list], threshold.base.votes(ballots))
    }

    /// The first change from `start` to `end`, by steps that double and then by halving; `before` was
    /// found without it.
    fn in_piece(
        &mut self,
        votes: Move,
        change: Change,
        (before, start, end): (u64, u64, u64),
    ) -> Option<u64> {
        let (mut low, mut high, mut step) = (before, start, 1_u64);
        while !self.happens(votes, high, change) {
            if high == end {
                return None;
            }
            low = high;
            high = high.saturating_add(step).min(end);
            step = step.saturating_mul(2);
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.happens(votes, middle, change) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Some(high)
    }

    fn happens(&mut self, votes: Move, number: u64, change: Change) -> bool {
        self.trial.has_happened(votes, number, change) == Some(true)
    }

    /// The number found, with what is known of smaller ones.
    fn judged(&mut self, votes: Move, change: Change, found: u64, is_monotone: bool) -> VotesAway {
        if is_monotone || found > TRIED_ONE_BY_ONE {
            return VotesAway { votes: found, is_smallest: is_monotone };
        }
        let first = (1..found).find(|&number| self.happens(votes, number, change));
        VotesAway { votes: first.unwrap_or(found), is_smallest: true }
    }
}

/// Whether, while the same lists compete, a change by this move stays once it has happened.
///
/// Under a plain law with a population-monotone method, full lists or not, a list never loses by votes
/// of its own. Of largest remainders the same holds while no list runs out of candidates: seats are
/// v/q rounded at a common fraction t, and if a list whose v/q rises lost a seat, t would have risen, so
/// that no list whose v/q has not risen could take it. A switch leaves q as it is; new votes raise v/q of
/// their own list and lower all others, but for a quota rounded to whole votes.
fn is_monotone(scenario: &Scenario, votes: Move) -> bool {
    let Scenario { law, parties, house, .. } = scenario;
    let never_full =
        parties.iter().all(|party| party.candidates.is_none_or(|most| most >= house.seats()));
    let by_method = match law.method {
        Method::Hare | Method::HagenbachBischoff => never_full,
        Method::Droop => never_full && matches!(votes, Move::Switch { .. }),
        method => method.keeps(Axiom::PopulationMonotone),
    };
    law.is_plain(parties) && by_method
}
