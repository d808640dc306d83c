//! Shares with one of several past errors.

use super::elementary::ln;
use super::sampler::Random;
use super::softmax::exponentiate;
use super::vector::{LANES, Numbers, ROWS, Vector};

/// The law of the live options.
#[derive(Clone, Debug)]
pub(super) struct Empirical {
    ln_shares: Vec<f64>,
    /// Past errors of the live options, an election each.
    errors: Vec<Vec<f64>>,
}

impl Empirical {
    /// The law around these shares, all positive, with these errors of the same options.
    pub(super) fn new(shares: impl Iterator<Item = f64>, errors: Vec<Vec<f64>>) -> Self {
        Self { ln_shares: shares.map(ln).collect(), errors }
    }

    /// Weights proportional to the shares in one part of both rows of a block; returns their sums. The
    /// two words of the only quantity say which error each row has.
    #[inline(always)]
    pub(super) fn weights<V: Vector>(
        &self,
        live: &[usize],
        random: &Random<'_, V>,
        block: &mut [Numbers],
    ) -> [V; ROWS] {
        let from = random.part * V::WIDTH;
        for row in 0..ROWS {
            for lane in from..from + V::WIDTH {
                let error = self.chosen(random.deviates[0].words[row].0[lane]);
                for ((&ln_share, &error), &option) in self.ln_shares.iter().zip(error).zip(live) {
                    block[option].0[row * LANES + lane] = ln_share + error;
                }
            }
        }
        exponentiate(live, block, random.part)
    }

    /// The error number ⌊word·K/2⁶⁴⌋ of K.
    fn chosen(&self, word: u64) -> &[f64] {
        let number = (u128::from(word) * self.errors.len() as u128) >> 64;
        &self.errors[usize::try_from(number).unwrap_or(0)]
    }
}
