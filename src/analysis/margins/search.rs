//! The fewest votes that bring a change about, found by allocation alone.

use super::trial::{Change, Move, Trial};
use crate::apportionment::{Axiom, Method};
use crate::law::Threshold;
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
    seated: Vec<usize>,
    /// By party.
    thresholds: Vec<Threshold>,
    /// The votes that thresholds are shares of, without any moved.
    base: u128,
}

impl<'a> Search<'a> {
    pub(super) fn new(scenario: &'a Scenario, trial: Trial<'a>) -> Self {
        let Scenario { law, parties, house, ballots, .. } = scenario;
        Self {
            scenario,
            trial,
            seated: scenario.seated(),
            thresholds: parties
                .iter()
                .map(|party| law.threshold_of(party, house.seats()))
                .collect(),
            base: law.threshold.base.votes(ballots),
        }
    }

    /// How many counts were allocated so far.
    pub(super) const fn allocations(&self) -> u64 {
        self.trial.allocations()
    }

    /// The fewest votes, at most `limit`, whose move brings the change about; none if none was found.
    pub(super) fn fewest(&mut self, votes: Move, change: Change, limit: u64) -> Option<VotesAway> {
        let most = self.trial.most(votes).min(limit);
        let mut all_monotone = is_monotone(self.scenario, votes);
        let starts = self.starts(votes, most);
        let mut before = 0;
        for (at, &start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).map_or(most, |next| next - 1);
            // What an earlier piece may have hidden, a later one cannot prove.
            all_monotone &= self.keeps_quota(votes, start);
            let found = if all_monotone {
                self.in_monotone_piece(votes, change, (start, end))
            } else {
                self.in_piece(votes, change, (before, start, end))
            };
            if let Some(found) = found {
                return Some(self.judged(votes, change, found, all_monotone));
            }
            before = end;
        }
        None
    }

    /// Where another set of lists begins to pass the threshold, ascending, from 1 to `most`. Between two
    /// of these numbers the same lists compete, under a plain law.
    fn starts(&self, votes: Move, most: u64) -> Vec<u64> {
        if most == 0 {
            return Vec::new();
        }
        let mut starts = vec![1];
        let pair;
        let moving = match votes {
            Move::Switch { from, to } => {
                pair = [from, to];
                &pair[..]
            }
            Move::New(_) | Move::Away(_) => &self.seated,
        };
        for &list in moving {
            let now = self.passes(votes, 0, list);
            if self.passes(votes, most, list) == now {
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
        if let Move::Away(from) | Move::Switch { from, .. } = votes {
            // A list that loses its last vote is out, whatever the threshold.
            let has = self.scenario.ballots.parties[from];
            if has > 0 && has <= most {
                starts.push(has);
            }
        }
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// Whether a list passes its threshold with so many votes moved: one comparison, no count.
    fn passes(&self, votes: Move, number: u64, list: usize) -> bool {
        let base = match votes {
            Move::New(_) => self.base + u128::from(number),
            Move::Away(_) => self.base - u128::from(number),
            Move::Switch { .. } => self.base,
        };
        self.thresholds[list].is_passed_by(self.votes(votes, number, list), base)
    }

    /// The votes of a list with so many moved.
    fn votes(&self, votes: Move, number: u64, list: usize) -> u128 {
        let (own, number) = (u128::from(self.scenario.ballots.parties[list]), u128::from(number));
        match votes {
            Move::New(to) | Move::Switch { to, .. } if to == list => own + number,
            Move::Away(from) | Move::Switch { from, .. } if from == list => own - number,
            Move::New(_) | Move::Away(_) | Move::Switch { .. } => own,
        }
    }

    /// Whether a list competes, under a plain law, with so many votes moved.
    fn competes(&self, votes: Move, number: u64, list: usize) -> bool {
        self.votes(votes, number, list) > 0
            && (self.scenario.parties[list].exempt || self.passes(votes, number, list))
    }

    /// Whether a quota of whole votes stays as it is in the piece that begins here: a switch leaves the sum of the
    /// votes that compete alone if both lists are in it, or neither is.
    fn keeps_quota(&self, votes: Move, start: u64) -> bool {
        let (Method::Droop, Move::Switch { from, to }) = (self.scenario.law.method, votes) else {
            return true;
        };
        self.competes(votes, start, from) == self.competes(votes, start, to)
    }

    /// Whether the change is for a list that does not compete in the piece that begins here, so that it has no
    /// seat there, under a plain law.
    fn is_left_out(&self, votes: Move, change: Change, start: u64) -> bool {
        match change {
            Change::Gains(list) | Change::WinsMajority(list) => !self.competes(votes, start, list),
            Change::Loses(_) | Change::AnySeat | Change::LosesMajority(_) => false,
        }
    }

    /// The first change from `start` to `end`, where it stays once it has happened and `start` is the first
    /// number not tried.
    ///
    /// Where the quota gives more seats than there are, a count has no result and proves nothing; the last one
    /// before it that has one does.
    fn in_monotone_piece(
        &mut self,
        votes: Move,
        change: Change,
        (start, end): (u64, u64),
    ) -> Option<u64> {
        if self.is_left_out(votes, change, start) || self.has_no_result(votes, start) {
            return None;
        }
        let mut end = self.last_counted(votes, change, (start, end));
        loop {
            let found = self.by_guess(votes, change, (start, end))?;
            if found == start {
                return Some(found);
            }
            let before = self.last_counted(votes, change, (start, found - 1));
            if before == found - 1 || !self.happens(votes, before, change) {
                return Some(found);
            }
            end = before;
        }
    }

    /// Whether no count of the piece that begins here has a result: a list alone has
    /// N + 1 whole quotas.
    fn has_no_result(&self, votes: Move, start: u64) -> bool {
        let competing = || self.seated.iter().filter(|&&list| self.competes(votes, start, list));
        self.scenario.law.method == Method::HagenbachBischoff && competing().take(2).count() == 1
    }

    /// The last number from `start` to `end` with which the method gives seats, or `start`. Only an exact quota
    /// of one seat more than there are can be too small: where all votes are whole quotas.
    fn last_counted(&mut self, votes: Move, change: Change, (start, end): (u64, u64)) -> u64 {
        let mut last = end;
        if self.scenario.law.method == Method::HagenbachBischoff {
            while last > start && self.trial.has_happened(votes, last, change).is_none() {
                last -= 1;
            }
        }
        last
    }

    /// The first change from `start` to `end`, if every count has a result: by steps that double away from a
    /// guess, and then by halving.
    fn by_guess(&mut self, votes: Move, change: Change, (start, end): (u64, u64)) -> Option<u64> {
        if self.happens(votes, start, change) {
            return Some(start);
        }
        if start == end {
            return None;
        }
        let guess = self.trial.expected(votes, change, (start, end));
        if guess.is_none() && !self.happens(votes, end, change) {
            return None;
        }
        let (mut low, mut high, mut step) = (start, guess.unwrap_or(start + 1), 1_u64);
        while !self.happens(votes, high, change) {
            if high == end {
                return None;
            }
            low = high;
            high = high.saturating_add(step).min(end);
            step = step.saturating_mul(2);
        }
        step = 1;
        while high - low > step {
            if !self.happens(votes, high - step, change) {
                low = high - step;
                break;
            }
            high -= step;
            step = step.saturating_mul(2);
        }
        Some(self.between(votes, change, (low, high)))
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
        Some(self.between(votes, change, (low, high)))
    }

    /// A number with which the change has happened, and not with one less: by halving between one with
    /// which it has not and one with which it has.
    fn between(&mut self, votes: Move, change: Change, (mut low, mut high): (u64, u64)) -> u64 {
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.happens(votes, middle, change) {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
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
/// that no list whose v/q has not risen could take it. A switch between lists that compete leaves q as it is;
/// new votes raise v/q of their own list and lower all others, but for a quota rounded to whole votes.
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
