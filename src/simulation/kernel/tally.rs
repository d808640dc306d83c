//! Counting draws in lanes: the certain draws of an outcome into the tallies of a run.

use super::level::{Job, Level};
use super::outcome::{Outcome, OutcomeBlock};
use super::vector::{BLOCK, Seats, Vector};
use crate::simulation::{CoalitionTally, ListTally};

/// What the draws of an outcome are counted in.
#[derive(Debug)]
pub struct Counters<'tally> {
    /// By list of the contest.
    pub lists: Vec<&'tally mut ListTally>,
    /// The members of each coalition, by list of the contest.
    pub members: &'tally [Vec<usize>],
    /// By coalition.
    pub coalitions: &'tally mut [CoalitionTally],
    /// Draws by the number of lists that have seats.
    pub lists_with_seats: &'tally mut [u64],
    /// Draws by seats of the largest list.
    pub largest_list: &'tally mut [u64],
    /// Every subset of the lists, if that is wanted.
    pub subsets: Option<SubsetCounters<'tally>>,
}

/// Which subsets of the lists have majorities together.
#[derive(Debug)]
pub struct SubsetCounters<'tally> {
    /// The majorities.
    pub majorities: Vec<Majority<'tally>>,
    /// Room for the seats of every subset, and of its smallest list.
    pub room: &'tally mut [[Seats; 2]],
}

/// What is counted for one majority.
#[derive(Debug)]
pub struct Majority<'tally> {
    /// Its seats.
    pub needed: u32,
    /// Draws by subset that has them; bit i of its number stands for list i of the contest.
    pub wins: &'tally mut [u64],
    /// Draws by subset that has them and whose proper subsets have not.
    pub minimal: &'tally mut [u64],
}

impl Counters<'_> {
    /// Counts the certain draws of the first `blocks` blocks; returns how many they are.
    ///
    /// # Panics
    /// If a list has more seats than the counters have room for, or a member is no list.
    pub fn count(mut self, level: Level, outcome: &Outcome, blocks: usize) -> u64 {
        level.run(Count { counters: &mut self, outcome, blocks })
    }

    /// Counts one block. A list that no draw admits has no seat in any of them.
    #[inline(always)]
    fn count_block(&mut self, block: OutcomeBlock<'_>) -> u64 {
        let certain = !block.uncertain;
        let draws = u64::from(certain.count_ones());
        let mut most = Seats([0; BLOCK]);
        let mut with_seats = Seats([0; BLOCK]);
        for (list, counters) in self.lists.iter_mut().enumerate() {
            if block.admitted[list] & certain == 0 {
                counters.seats[0] += draws;
                continue;
            }
            counters.passes += u64::from((block.passed[list] & certain).count_ones());
            counters.admitted += u64::from((block.admitted[list] & certain).count_ones());
            count(&block.seats[list], certain, &mut counters.seats);
            most = larger(&most, &block.seats[list]);
            with_seats = sum(&with_seats, &some(&block.seats[list]));
        }
        for (list, counters) in self.lists.iter_mut().enumerate() {
            if block.admitted[list] & certain != 0 {
                counters.largest += equal(&most, &block.seats[list], certain);
            }
        }
        count(&most, certain, self.largest_list);
        count(&with_seats, certain, self.lists_with_seats);
        for (members, counters) in self.members.iter().zip(&mut *self.coalitions) {
            let most = if members.is_empty() { 0 } else { u32::MAX };
            let (mut seats, mut smallest) = (Seats([0; BLOCK]), Seats([most; BLOCK]));
            for &list in members {
                seats = sum(&seats, &block.seats[list]);
                smallest = smaller(&smallest, &block.seats[list]);
            }
            count(&seats, certain, &mut counters.seats);
            count_where(&some(&smallest), &seats, certain, &mut counters.all_seated);
            count(&difference(&seats, &smallest), certain, &mut counters.without_smallest);
        }
        if let Some(subsets) = &mut self.subsets {
            subsets.count_block(block, certain);
        }
        draws
    }
}

impl SubsetCounters<'_> {
    /// Counts one block. The seats of a subset are those of the subset without its first list, which is
    /// a smaller number, and that list's: one addition a subset. If those without the smallest have a
    /// majority, all have.
    #[inline(always)]
    fn count_block(&mut self, block: OutcomeBlock<'_>, certain: u16) {
        let counted = std::array::from_fn::<u32, BLOCK, _>(|draw| u32::from(certain >> draw & 1));
        self.room[0] = [Seats([0; BLOCK]), Seats([u32::MAX; BLOCK])];
        for subset in 1..self.room.len() {
            let [seats, smallest] = &self.room[subset & (subset - 1)];
            let list = &block.seats[subset.trailing_zeros() as usize];
            let seats = sum(seats, list);
            let smallest = smaller(smallest, list);
            let without = difference(&seats, &smallest);
            for majority in &mut self.majorities {
                let wins = reached(&seats, majority.needed, &counted);
                majority.wins[subset] += wins;
                majority.minimal[subset] += wins - reached(&without, majority.needed, &counted);
            }
            self.room[subset] = [seats, smallest];
        }
    }
}

/// Counting an outcome, compiled for each level.
struct Count<'job, 'tally> {
    counters: &'job mut Counters<'tally>,
    outcome: &'job Outcome,
    blocks: usize,
}

impl Job for Count<'_, '_> {
    type Output = u64;

    #[inline(always)]
    fn run<V: Vector>(self) -> u64 {
        let mut draws = 0;
        for block in self.outcome.blocks().take(self.blocks) {
            draws += self.counters.count_block(block);
        }
        draws
    }
}

/// Counts the draws of a mask by seats. A count of draws stays far below 2⁶⁴, and wrapping addition
/// is one instruction.
#[inline(always)]
fn count(seats: &Seats, draws: u16, histogram: &mut [u64]) {
    for (draw, &seats) in seats.0.iter().enumerate() {
        if draws == u16::MAX || draws >> draw & 1 == 1 {
            let counter = &mut histogram[seats as usize];
            *counter = counter.wrapping_add(1);
        }
    }
}

/// Counts the draws of a mask in which the flag is 1 by seats.
#[inline(always)]
fn count_where(flags: &Seats, seats: &Seats, draws: u16, histogram: &mut [u64]) {
    for (draw, (&flag, &seats)) in flags.0.iter().zip(&seats.0).enumerate() {
        if draws == u16::MAX || draws >> draw & 1 == 1 {
            let counter = &mut histogram[seats as usize];
            *counter = counter.wrapping_add(u64::from(flag));
        }
    }
}

/// How many of the counted draws have so many seats.
#[inline(always)]
fn reached(seats: &Seats, needed: u32, counted: &[u32; BLOCK]) -> u64 {
    let hits = std::array::from_fn::<u32, BLOCK, _>(|draw| {
        u32::from(seats.0[draw] >= needed) & counted[draw]
    });
    u64::from(hits.iter().fold(0, |sum: u32, &hit| sum.wrapping_add(hit)))
}

/// Draw by draw, 1 where there are seats.
#[inline(always)]
fn some(seats: &Seats) -> Seats {
    Seats(std::array::from_fn(|draw| u32::from(seats.0[draw] > 0)))
}

/// Draw by draw, the smaller number of seats.
#[inline(always)]
fn smaller(one: &Seats, other: &Seats) -> Seats {
    Seats(std::array::from_fn(|draw| one.0[draw].min(other.0[draw])))
}

/// Draw by draw, the difference, not below zero where it is looked at.
#[inline(always)]
fn difference(one: &Seats, other: &Seats) -> Seats {
    Seats(std::array::from_fn(|draw| one.0[draw].wrapping_sub(other.0[draw])))
}

/// Draw by draw, the larger number of seats.
#[inline(always)]
fn larger(one: &Seats, other: &Seats) -> Seats {
    Seats(std::array::from_fn(|draw| one.0[draw].max(other.0[draw])))
}

/// The draws of a mask in which both have the same number of seats, and some.
#[inline(always)]
fn equal(most: &Seats, seats: &Seats, draws: u16) -> u64 {
    let hits = std::array::from_fn::<u32, BLOCK, _>(|draw| {
        u32::from(seats.0[draw] == most.0[draw]) & u32::from(most.0[draw] > 0)
    });
    let counted = |(draw, hit): (usize, &u32)| {
        if draws == u16::MAX { *hit } else { *hit & u32::from(draws >> draw & 1) }
    };
    let hits: u32 = hits.iter().enumerate().map(counted).fold(0, u32::wrapping_add);
    u64::from(hits)
}

/// Draw by draw, the sum. It is at most the house size where it is looked at; wrapping addition
/// is what the compiler can do many at a time.
#[inline(always)]
fn sum(one: &Seats, other: &Seats) -> Seats {
    Seats(std::array::from_fn(|draw| one.0[draw].wrapping_add(other.0[draw])))
}
