//! Dirichlet shares: gamma numbers divided by their sum.

use super::gamma::Gamma;
use super::normal::put_rows;
use super::sampler::Random;
use super::softmax::exponentiate;
use super::vector::{Numbers, ROWS, Vector};

/// The Dirichlet law of the live options.
#[derive(Clone, Debug)]
pub(super) struct Dirichlet {
    gammas: Vec<Gamma>,
    /// Whether a shape is below 1. Its gamma number may be too small for a double, and all of
    /// them at once where every shape is small; then logarithms are drawn.
    by_logarithms: bool,
}

impl Dirichlet {
    /// The law with these parameters, all positive.
    pub(super) fn new(alpha: impl Iterator<Item = f64>) -> Self {
        let gammas: Vec<Gamma> = alpha.map(Gamma::new).collect();
        let by_logarithms = gammas.iter().any(Gamma::is_boosted);
        Self { gammas, by_logarithms }
    }

    /// Turns the normal numbers of the live options into weights proportional to the shares, in
    /// one part of both rows of a block; returns their sums, added in the order of the options.
    #[inline(always)]
    pub(super) fn weights<V: Vector>(
        &self,
        live: &[usize],
        random: Random<'_, V>,
        block: &mut [Numbers],
    ) -> [V; ROWS] {
        let Random { deviates, stream, spill, part } = random;
        let options = self.gammas.iter().zip(deviates).zip(live);
        if self.by_logarithms {
            for ((gamma, deviates), &option) in options {
                let logarithms = gamma.draw_ln::<V>(deviates, stream, spill, part);
                put_rows(logarithms, &mut block[option], part);
            }
            return exponentiate(live, block, part);
        }
        let mut sums = [V::splat(0.0); ROWS];
        for ((gamma, deviates), &option) in options {
            let numbers = gamma.draw::<V>(deviates, spill, part);
            for row in 0..ROWS {
                sums[row] = sums[row] + numbers[row];
            }
            put_rows(numbers, &mut block[option], part);
        }
        sums
    }
}
