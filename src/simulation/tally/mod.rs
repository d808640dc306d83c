//! Tallies: what a run counts, in integers that merge by addition.

mod subsets;

use serde::{Deserialize, Serialize};

pub use subsets::Subsets;

use super::batch::Batch;
use super::kernel::{BLOCK, Counters, Level, Majority, Outcome, Seats, SubsetCounters};
use crate::law::Allocation;
use crate::measures::coalition_seats;

/// Counts over draws, with the draws they cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The draws counted, as half-open ranges, ascending and apart.
    covered: Vec<(u64, u64)>,
    /// By party, in the order of the scenario.
    lists: Vec<ListTally>,
    /// By coalition, in the order of the scenario.
    coalitions: Vec<CoalitionTally>,
    /// In how many draws 0, 1, 2, … lists have seats.
    lists_with_seats: Vec<u64>,
    /// In how many draws the largest list has 0, 1, 2, … seats.
    largest_list: Vec<u64>,
    outcomes: Outcomes,
    /// Draws in which a tie rule was needed.
    tied_draws: u64,
    /// Which sets of parties have a majority together, if that is counted.
    subsets: Option<Subsets>,
}

/// What is counted of one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListTally {
    /// In how many draws it has 0, 1, 2, … seats.
    pub seats: Vec<u64>,
    /// Draws in which it passes the threshold, by itself or, where the law has it so, with its alliance.
    pub passes: u64,
    /// Draws in which it takes part in the distribution, or has seats before it; in the others it has none.
    pub admitted: u64,
    /// Draws in which no list has more seats and it has some.
    pub largest: u64,
}

/// What is counted of one coalition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoalitionTally {
    /// In how many draws its members have 0, 1, 2, … seats together.
    pub seats: Vec<u64>,
    /// The same, of the draws in which every member has a seat.
    pub all_seated: Vec<u64>,
    /// In how many draws its members without the smallest have 0, 1, 2, … seats together: where these
    /// are short of a majority that all have, no proper subset has it.
    pub without_smallest: Vec<u64>,
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
        // Each by itself and not copied: the system gives zeroed memory for what is counted in, not before.
        let histogram = || vec![0; house_size as usize + 1];
        let list = |_| ListTally { seats: histogram(), passes: 0, admitted: 0, largest: 0 };
        let coalition = |_| CoalitionTally {
            seats: histogram(),
            all_seated: histogram(),
            without_smallest: histogram(),
        };
        Self {
            covered: Vec::new(),
            lists: (0..parties).map(list).collect(),
            coalitions: (0..coalitions).map(coalition).collect(),
            lists_with_seats: vec![0; parties + 1],
            largest_list: histogram(),
            outcomes: Outcomes::default(),
            tied_draws: 0,
            subsets: None,
        }
    }

    /// The same tally, which also counts every set of lists.
    pub(super) fn with_subsets(self, subsets: Subsets) -> Self {
        Self { subsets: Some(subsets), ..self }
    }

    /// Bytes that its counts take once every one of them is used.
    pub(super) fn bytes(&self) -> usize {
        let histograms = self.lists.len() + 3 * self.coalitions.len() + 1;
        let subsets = self.subsets.as_ref().map_or(0, |subsets| {
            let sets = 1_usize << subsets.lists().len();
            2 * sets * subsets.majorities.len()
        });
        let counts = histograms * self.largest_list.len() + self.lists_with_seats.len() + subsets;
        counts * size_of::<u64>()
    }

    /// Counts one draw.
    pub(super) fn count(&mut self, allocation: &Allocation, coalitions: &[Vec<usize>]) {
        let largest = allocation.seats.iter().copied().max().unwrap_or(0);
        self.largest_list[largest as usize] += 1;
        for ((list, &seats), &admission) in
            self.lists.iter_mut().zip(&allocation.seats).zip(&allocation.admissions)
        {
            list.seats[seats as usize] += 1;
            list.passes += u64::from(admission.passes());
            list.admitted += u64::from(admission.is_admitted());
            list.largest += u64::from(seats == largest && largest > 0);
        }
        self.lists_with_seats[allocation.seats.iter().filter(|&&seats| seats > 0).count()] += 1;
        for (coalition, members) in self.coalitions.iter_mut().zip(coalitions) {
            let together = coalition_seats(&allocation.seats, members);
            let smallest =
                members.iter().map(|&member| allocation.seats[member]).min().unwrap_or(0);
            coalition.seats[together as usize] += 1;
            coalition.all_seated[together as usize] += u64::from(smallest > 0);
            coalition.without_smallest[(together - smallest) as usize] += 1;
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
        let sets = self.subsets.as_ref().map_or(0, |subsets| 1 << subsets.lists().len());
        let mut room = vec![[Seats([0; BLOCK]); 2]; sets];
        let counters = Counters {
            lists: lists.into_iter().map(|(_, list)| list).collect(),
            members: &batch.coalitions,
            coalitions: &mut self.coalitions,
            largest_list: &mut self.largest_list,
            lists_with_seats: &mut self.lists_with_seats,
            subsets: self.subsets.as_mut().map(|subsets| SubsetCounters {
                majorities: (subsets.majorities.iter_mut())
                    .map(|majority| Majority {
                        needed: majority.needed,
                        wins: &mut majority.wins,
                        minimal: &mut majority.minimal,
                    })
                    .collect(),
                room: &mut room,
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
        let shape =
            |tally: &Self| (tally.lists.len(), tally.coalitions.len(), tally.largest_list.len());
        let sets = |tally: &Self| {
            let shape = tally.subsets.as_ref().map(Subsets::shape)?;
            Some((shape.0.to_vec(), shape.1))
        };
        if shape(self) != shape(other) || sets(self) != sets(other) {
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
            mine.admitted += theirs.admitted;
            mine.largest += theirs.largest;
        }
        for (mine, theirs) in self.coalitions.iter_mut().zip(&other.coalitions) {
            add(&mut mine.seats, &theirs.seats);
            add(&mut mine.all_seated, &theirs.all_seated);
            add(&mut mine.without_smallest, &theirs.without_smallest);
        }
        add(&mut self.lists_with_seats, &other.lists_with_seats);
        add(&mut self.largest_list, &other.largest_list);
        if let (Some(mine), Some(theirs)) = (&mut self.subsets, &other.subsets) {
            mine.add(theirs);
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

    /// The counts by coalition, in the order of the scenario.
    pub fn coalitions(&self) -> &[CoalitionTally] {
        &self.coalitions
    }

    /// In how many draws 0, 1, 2, … lists have seats.
    pub fn lists_with_seats(&self) -> &[u64] {
        &self.lists_with_seats
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
    // Memory that holds no counts is left untouched.
    for (mine, theirs) in mine.iter_mut().zip(theirs).filter(|(_, theirs)| **theirs > 0) {
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
