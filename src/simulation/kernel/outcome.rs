//! Seats of many draws, side by side.

use super::vector::{BLOCK, Seats};

/// The seats of the lists in the draws of successive blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    lists: usize,
    /// Block by block, and within a block list by list.
    pub(super) seats: Vec<Seats>,
    /// In the same order: which draws of the block admit the list, bit `row·8 + lane`.
    pub(super) admitted: Vec<u16>,
    /// In the same order: in which draws the list reaches the threshold, exempt from it or not.
    pub(super) passed: Vec<u16>,
    /// For each block the draws without a certificate.
    pub(super) uncertain: Vec<u16>,
}

/// One block of an outcome.
#[derive(Clone, Copy, Debug)]
pub struct OutcomeBlock<'outcome> {
    /// Seats by list, draw number `row·8 + lane`.
    pub seats: &'outcome [Seats],
    /// Draws that admit the list, by list.
    pub admitted: &'outcome [u16],
    /// Draws in which the list reaches the threshold, by list.
    pub passed: &'outcome [u16],
    /// Draws without a certificate: their seats mean nothing.
    pub uncertain: u16,
}

impl Outcome {
    /// Room for `blocks` blocks over `lists` lists.
    #[must_use]
    pub fn new(lists: usize, blocks: usize) -> Self {
        Self {
            lists,
            seats: vec![Seats([0; BLOCK]); lists * blocks],
            admitted: vec![0; lists * blocks],
            passed: vec![0; lists * blocks],
            uncertain: vec![0; blocks],
        }
    }

    /// Lists that can win seats.
    #[must_use]
    pub fn lists(&self) -> usize {
        self.lists
    }

    /// The blocks in order.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = OutcomeBlock<'_>> {
        let lists = self.lists;
        (0..self.uncertain.len()).map(move |block| OutcomeBlock {
            seats: &self.seats[block * lists..][..lists],
            admitted: &self.admitted[block * lists..][..lists],
            passed: &self.passed[block * lists..][..lists],
            uncertain: self.uncertain[block],
        })
    }

    /// Takes the certificate from every draw in which a list has more than so many seats.
    ///
    /// # Panics
    /// If there is no such list.
    pub fn doubt_above(&mut self, list: usize, seats: u32) {
        assert!(list < self.lists, "a list of the contest");
        for (block, uncertain) in self.seats.chunks_exact(self.lists).zip(&mut self.uncertain) {
            for (draw, &held) in block[list].0.iter().enumerate() {
                *uncertain |= u16::from(held > seats) << draw;
            }
        }
    }

    /// Whether a draw, counted from the first block held, has no certificate.
    ///
    /// # Panics
    /// If there is no such draw.
    pub fn is_uncertain(&self, draw: usize) -> bool {
        self.uncertain[draw / BLOCK] >> (draw % BLOCK) & 1 == 1
    }
}
