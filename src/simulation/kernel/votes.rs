//! Whole votes of many draws, side by side.

use super::vector::{BLOCK, Numbers};

/// Draws of a chunk, the unit of seeding and of work.
pub const CHUNK: usize = 4096;

/// The votes of successive blocks of draws, as whole numbers below 2⁵³ in doubles.
#[derive(Clone, Debug, PartialEq)]
pub struct Votes {
    options: usize,
    /// Block by block, and within a block option by option.
    numbers: Vec<Numbers>,
}

impl Votes {
    /// Room for `blocks` blocks of draws over `options` options, without votes.
    #[must_use]
    pub fn new(options: usize, blocks: usize) -> Self {
        Self { options, numbers: vec![Numbers([0.0; BLOCK]); options * blocks] }
    }

    /// Everything on the ballot.
    #[must_use]
    pub fn options(&self) -> usize {
        self.options
    }

    /// The blocks, each with the votes of every option.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = &[Numbers]> {
        self.numbers.chunks_exact(self.options)
    }

    /// The blocks, to be filled.
    pub fn blocks_mut(&mut self) -> impl ExactSizeIterator<Item = &mut [Numbers]> {
        self.numbers.chunks_exact_mut(self.options)
    }

    /// Gives every draw the same votes, each below 2⁵³.
    ///
    /// # Panics
    /// If there is not a number for each option.
    #[expect(clippy::cast_precision_loss, reason = "votes are below 2^53")]
    pub fn fill(&mut self, options: &[u64]) {
        assert_eq!(options.len(), self.options, "votes for each option");
        for block in self.blocks_mut() {
            for (numbers, &votes) in block.iter_mut().zip(options) {
                *numbers = Numbers([votes as f64; BLOCK]);
            }
        }
    }

    /// The votes of every option in draw `draw`, counted from the first block held.
    ///
    /// # Panics
    /// If there is no such draw.
    pub fn draw(&self, draw: usize) -> impl ExactSizeIterator<Item = u64> {
        let block = draw / BLOCK * self.options;
        self.numbers[block..block + self.options]
            .iter()
            .map(move |votes| whole(votes.0[draw % BLOCK]))
    }
}

/// A whole number below 2⁵³ as an integer.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "votes are whole numbers from 0 to 2^53"
)]
fn whole(votes: f64) -> u64 {
    votes as u64
}
