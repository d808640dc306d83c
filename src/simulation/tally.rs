//! Tallies: what a run counts, in integers that merge by addition.

use serde::{Deserialize, Serialize};

use super::batch::Batch;
use super::kernel::{BLOCK, Counters, Level, Outcome, Seats, SubsetCounters};
use crate::law::{Admission, Allocation};
use crate::measures::coalition_seats;

/// Counts over draws, with the draws they cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The draws counted, as half-open ranges, ascending and apart.
    covered: Vec<(u64, u64)>,
    /// By party, in the order of the scenario.
    lists: Vec<ListTally>,
    /// By coalition: in how many draws it has 0, 1, 2, … seats.
    coalitions: Vec<Vec<u64>>,
    /// In how many draws the largest list has 0, 1, 2, … seats.
    largest_list: Vec<u64>,
    outcomes: Outcomes,
    /// Draws in which a tie rule was needed.
    tied_draws: u64,
    /// Which sets of parties have a majority together, if that is counted.
    subsets: Option<Subsets>,
}

/// In how many draws each set of lists has a majority together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subsets {
    majority: u32,
    /// The lists, by party.
    lists: Vec<usize>,
    /// Draws by set: bit i of its number stands for the i-th of `lists`.
    wins: Vec<u64>,
}

impl Subsets {
    /// The largest number of lists whose sets are counted.
    pub const MAX_LISTS: usize = 16;

    /// Counters of every set of `lists`, at most [`Self::MAX_LISTS`].
    pub(super) fn new(majority: u32, lists: Vec<usize>) -> Self {
        let wins = vec![0; 1 << lists.len()];
        Self { majority, lists, wins }
    }

    /// The seats of a majority.
    pub const fn majority(&self) -> u32 {
        self.majority
    }

    /// In how many draws these parties, each named once, have a majority together.
    pub fn wins(&self, parties: &[usize]) -> u64 {
        let bit = |party: &usize| self.lists.iter().position(|list| list == party);
        let set: usize = parties.iter().filter_map(bit).map(|bit| 1 << bit).sum();
        self.wins[set]
    }

    fn count(&mut self, seats: &[u32]) {
        let held: Vec<u32> = self.lists.iter().map(|&party| seats[party]).collect();
        for (set, wins) in self.wins.iter_mut().enumerate() {
            let members = held.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
            *wins += u64::from(members.map(|(_, seats)| seats).sum::<u32>() >= self.majority);
        }
    }
}

/// What is counted of one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListTally {
    /// In how many draws it has 0, 1, 2, … seats.
    pub seats: Vec<u64>,
    /// Draws in which it reaches the threshold.
    pub passes: u64,
    /// Draws in which no list has more seats and it has some.
    pub largest: u64,
}

/// How draws end; every draw ends in one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcomes {
    /// Every seat is given.
    pub allocated: u64,
    /// No list is admitted, so no seat is given.
    pub nobody_admitted: u64,
    /// Some seats have nobody to fill them.
    pub unfilled: u64,
    /// A tie is left open.
    pub open_tie: u64,
}

/// Tallies that do not belong together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// They count other lists, coalitions or houses.
    #[error("the tallies are of different elections")]
    Shape,
    /// They count the same draw.
    #[error("both tallies count the draws from {from} to {to}")]
    Overlap {
        /// The first draw in both.
        from: u64,
        /// The last draw in both.
        to: u64,
    },
}

impl Tally {
    /// An empty tally of an election with so many parties, coalitions and seats.
    pub fn new(parties: usize, coalitions: usize, house_size: u32) -> Self {
        let histogram = vec![0; house_size as usize + 1];
        let list = ListTally { seats: histogram.clone(), passes: 0, largest: 0 };
        Self {
            covered: Vec::new(),
            lists: vec![list; parties],
            coalitions: vec![histogram.clone(); coalitions],
            largest_list: histogram,
            outcomes: Outcomes::default(),
            tied_draws: 0,
            subsets: None,
        }
    }

    /// The same tally, which also counts every set of lists.
    pub(super) fn with_subsets(self, subsets: Subsets) -> Self {
        Self { subsets: Some(subsets), ..self }
    }

    /// Counts one draw.
    pub(super) fn count(&mut self, allocation: &Allocation, coalitions: &[Vec<usize>]) {
        let largest = allocation.seats.iter().copied().max().unwrap_or(0);
        self.largest_list[largest as usize] += 1;
        for ((list, &seats), &admission) in
            self.lists.iter_mut().zip(&allocation.seats).zip(&allocation.admissions)
        {
            list.seats[seats as usize] += 1;
            list.passes += u64::from(admission == Admission::Passed);
            list.largest += u64::from(seats == largest && largest > 0);
        }
        for (histogram, members) in self.coalitions.iter_mut().zip(coalitions) {
            histogram[coalition_seats(&allocation.seats, members) as usize] += 1;
        }
        if let Some(subsets) = &mut self.subsets {
            subsets.count(&allocation.seats);
        }
        self.tied_draws += u64::from(!allocation.ties.is_empty());
        let outcome = if !allocation.is_anyone_admitted() {
            &mut self.outcomes.nobody_admitted
        } else if allocation.open_seats() > 0 {
            &mut self.outcomes.open_tie
        } else if allocation.unfilled_seats > 0 {
            &mut self.outcomes.unfilled
        } else {
            &mut self.outcomes.allocated
        };
        *outcome += 1;
    }

    /// Counts the certain draws of the first `blocks` blocks of an outcome in lanes; returns how many
    /// they are. A certain draw has every seat given, and no tie.
    pub(super) fn count_lanes(
        &mut self,
        level: Level,
        batch: &Batch,
        outcome: &Outcome,
        blocks: usize,
    ) -> usize {
        let mut seated = batch.parties.iter().peekable();
        let (lists, never_seated): (Vec<_>, Vec<_>) = (self.lists.iter_mut().enumerate())
            .partition(|(party, _)| seated.next_if_eq(&party).is_some());
        let mut room = vec![Seats([0; BLOCK]); self.subsets.as_ref().map_or(0, |s| s.wins.len())];
        let counters = Counters {
            lists: lists.into_iter().map(|(_, list)| list).collect(),
            members: &batch.coalitions,
            coalitions: &mut self.coalitions,
            largest_list: &mut self.largest_list,
            subsets: self.subsets.as_mut().map(|subsets| SubsetCounters {
                majority: subsets.majority,
                wins: &mut subsets.wins,
                seats: &mut room,
            }),
        };
        let draws = counters.count(level, outcome, blocks);
        for (_, party) in never_seated {
            party.seats[0] += draws;
        }
        self.outcomes.allocated += draws;
        usize::try_from(draws).unwrap_or(usize::MAX)
    }

    /// Notes that the draws `from..to` have been counted.
    pub(super) fn cover(&mut self, from: u64, to: u64) {
        self.covered.push((from, to));
        self.covered.sort_unstable();
        self.covered =
            self.covered.drain(..).fold(Vec::new(), |mut joined: Vec<(u64, u64)>, range| {
                match joined.last_mut() {
                    Some(last) if last.1 == range.0 => last.1 = range.1,
                    _ => joined.push(range),
                }
                joined
            });
    }

    /// Adds the counts of another tally of the same run.
    ///
    /// # Errors
    /// [`MergeError`] if it is of another election or counts a draw again; `self` is then unchanged.
    pub fn merge(&mut self, other: &Self) -> Result<(), MergeError> {
        let shape = |tally: &Self| {
            let subsets = tally.subsets.as_ref().map(|sets| (sets.majority, sets.lists.clone()));
            (tally.lists.len(), tally.coalitions.len(), tally.largest_list.len(), subsets)
        };
        if shape(self) != shape(other) {
            return Err(MergeError::Shape);
        }
        for mine in &self.covered {
            for theirs in &other.covered {
                let (from, end) = (mine.0.max(theirs.0), mine.1.min(theirs.1));
                if from < end {
                    return Err(MergeError::Overlap { from, to: end - 1 });
                }
            }
        }
        for &(from, to) in &other.covered {
            self.cover(from, to);
        }
        for (mine, theirs) in self.lists.iter_mut().zip(&other.lists) {
            add(&mut mine.seats, &theirs.seats);
            mine.passes += theirs.passes;
            mine.largest += theirs.largest;
        }
        for (mine, theirs) in self.coalitions.iter_mut().zip(&other.coalitions) {
            add(mine, theirs);
        }
        add(&mut self.largest_list, &other.largest_list);
        if let (Some(mine), Some(theirs)) = (&mut self.subsets, &other.subsets) {
            add(&mut mine.wins, &theirs.wins);
        }
        self.outcomes.allocated += other.outcomes.allocated;
        self.outcomes.nobody_admitted += other.outcomes.nobody_admitted;
        self.outcomes.unfilled += other.outcomes.unfilled;
        self.outcomes.open_tie += other.outcomes.open_tie;
        self.tied_draws += other.tied_draws;
        Ok(())
    }

    /// How many draws are counted.
    pub fn draws(&self) -> u64 {
        self.covered.iter().map(|(from, to)| to - from).sum()
    }

    /// The draws counted, as half-open ranges, ascending and apart.
    pub fn covered(&self) -> &[(u64, u64)] {
        &self.covered
    }

    /// The counts by party, in the order of the scenario.
    pub fn lists(&self) -> &[ListTally] {
        &self.lists
    }

    /// By coalition: in how many draws it has 0, 1, 2, … seats.
    pub fn coalitions(&self) -> &[Vec<u64>] {
        &self.coalitions
    }

    /// In how many draws the largest list has 0, 1, 2, … seats.
    pub fn largest_list(&self) -> &[u64] {
        &self.largest_list
    }

    /// How the draws ended.
    pub const fn outcomes(&self) -> Outcomes {
        self.outcomes
    }

    /// Which sets of lists have a majority together, if that was counted.
    pub const fn subsets(&self) -> Option<&Subsets> {
        self.subsets.as_ref()
    }

    /// Draws in which lists had equal claims to the last seats.
    pub const fn tied_draws(&self) -> u64 {
        self.tied_draws
    }
}

fn add(mine: &mut [u64], theirs: &[u64]) {
    for (mine, theirs) in mine.iter_mut().zip(theirs) {
        *mine += theirs;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covering(from: u64, to: u64) -> Tally {
        let mut tally = Tally::new(1, 0, 5);
        tally.cover(from, to);
        tally
    }

    #[test]
    fn neighbouring_ranges_join_whatever_the_order() {
        let mut tally = covering(8, 12);
        tally.merge(&covering(0, 4)).unwrap();
        assert_eq!(tally.covered(), [(0, 4), (8, 12)]);
        tally.merge(&covering(4, 8)).unwrap();
        assert_eq!(tally.covered(), [(0, 12)]);
        assert_eq!(tally.draws(), 12);
    }

    #[test]
    fn no_draw_is_counted_twice() {
        let mut tally = covering(0, 10);
        assert_eq!(tally.merge(&covering(9, 20)), Err(MergeError::Overlap { from: 9, to: 9 }));
        assert_eq!(tally.merge(&Tally::new(2, 0, 5)), Err(MergeError::Shape));
        assert_eq!(tally, covering(0, 10));
    }
}
