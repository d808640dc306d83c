//! Every set of lists: how often it has a majority together, and how often it needs all its members.

use serde::{Deserialize, Serialize};

use crate::measures::coalition_seats;

/// In how many draws each set of lists has majorities together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subsets {
    /// The lists, by party.
    lists: Vec<usize>,
    pub(super) majorities: Vec<SubsetWins>,
}

/// The counts for one majority. Bit i of the number of a set stands for the i-th of the lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SubsetWins {
    /// Its seats.
    pub(super) needed: u32,
    /// Draws in which a set has them.
    pub(super) wins: Vec<u64>,
    /// Draws in which it has them and no proper subset has.
    pub(super) minimal: Vec<u64>,
}

impl Subsets {
    /// The largest number of lists whose sets are counted.
    pub const MAX_LISTS: usize = 16;

    /// Counters of every set of `lists`, at most [`Self::MAX_LISTS`], for these majorities in seats.
    pub(in crate::simulation) fn new(majorities: &[u32], lists: Vec<usize>) -> Self {
        let none = vec![0; 1 << lists.len()];
        let counts =
            |&needed: &u32| SubsetWins { needed, wins: none.clone(), minimal: none.clone() };
        Self { majorities: majorities.iter().map(counts).collect(), lists }
    }

    /// The lists, by party, ascending.
    pub fn lists(&self) -> &[usize] {
        &self.lists
    }

    /// The majorities counted, in seats.
    pub fn majorities(&self) -> impl Iterator<Item = u32> + '_ {
        self.majorities.iter().map(|majority| majority.needed)
    }

    /// In how many draws these parties, each named once, have the majority at this place together.
    ///
    /// # Panics
    /// If there is no such majority.
    pub fn wins(&self, majority: usize, parties: &[usize]) -> u64 {
        self.majorities[majority].wins[self.set(parties)]
    }

    /// In how many draws they have it and would lose it without any one of them.
    ///
    /// # Panics
    /// If there is no such majority.
    pub fn minimal(&self, majority: usize, parties: &[usize]) -> u64 {
        self.majorities[majority].minimal[self.set(parties)]
    }

    /// The draws in which each set has the majority at this place, by the number of the set: bit i
    /// stands for the i-th of [`Subsets::lists`].
    ///
    /// # Panics
    /// If there is no such majority.
    pub fn wins_of_sets(&self, majority: usize) -> &[u64] {
        &self.majorities[majority].wins
    }

    /// The draws in which each set is a minimal winning one, likewise.
    ///
    /// # Panics
    /// If there is no such majority.
    pub fn minimal_of_sets(&self, majority: usize) -> &[u64] {
        &self.majorities[majority].minimal
    }

    fn set(&self, parties: &[usize]) -> usize {
        let bit = |party: &usize| self.lists.iter().position(|list| list == party);
        parties.iter().filter_map(bit).map(|bit| 1 << bit).sum()
    }

    /// Counts one draw.
    pub(super) fn count(&mut self, seats: &[u32]) {
        for set in 0..1_usize << self.lists.len() {
            let members = self.lists.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
            let members: Vec<usize> = members.map(|(_, &party)| party).collect();
            let together = coalition_seats(seats, &members);
            let smallest = members.iter().map(|&party| seats[party]).min().unwrap_or(0);
            for majority in &mut self.majorities {
                let wins = together >= majority.needed;
                majority.wins[set] += u64::from(wins);
                let is_minimal = wins && together - smallest < majority.needed;
                majority.minimal[set] += u64::from(is_minimal);
            }
        }
    }

    /// What must be the same for two of them to be added.
    pub(super) fn shape(&self) -> (&[usize], Vec<u32>) {
        (&self.lists, self.majorities().collect())
    }

    /// Adds the counts of another of the same shape.
    pub(super) fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.majorities.iter_mut().zip(&other.majorities) {
            super::add(&mut mine.wins, &theirs.wins);
            super::add(&mut mine.minimal, &theirs.minimal);
        }
    }
}
