//! Normal errors of shares, cut off at zero.

use super::normal::put_rows;
use super::sampler::Random;
use super::vector::{Numbers, ROWS, Vector};

/// The law of the live options.
#[derive(Clone, Debug)]
pub(super) struct Clipped {
    shares: Vec<f64>,
    errors: Vec<f64>,
}

impl Clipped {
    /// The law around these shares, all positive, with these standard deviations.
    pub(super) fn new(shares: Vec<f64>, errors: Vec<f64>) -> Self {
        Self { shares, errors }
    }

    /// Turns normal numbers into weights max(p + σ·z, 0), in one part of both rows of a block; returns
    /// their sums, added in the order of the options. Where all are cut off, the weights are the p.
    #[inline(always)]
    pub(super) fn weights<V: Vector>(
        &self,
        live: &[usize],
        random: &Random<'_, V>,
        block: &mut [Numbers],
    ) -> [V; ROWS] {
        let part = random.part;
        let mut sums = [V::splat(0.0); ROWS];
        let options = self.shares.iter().zip(&self.errors).zip(live).zip(random.deviates.iter());
        for (((&share, &error), &option), deviates) in options.clone() {
            let mut weights = deviates.load::<V>(part);
            for row in 0..ROWS {
                weights[row] = V::splat(share) + V::splat(error) * weights[row];
                weights[row] = weights[row].max(V::splat(0.0));
                sums[row] = sums[row] + weights[row];
            }
            put_rows(weights, &mut block[option], part);
        }
        let some = sums.map(|sum| V::splat(0.0).less(sum));
        let mut whole = V::splat(0.0);
        for ((&share, _), &option) in self.shares.iter().zip(&self.errors).zip(live) {
            let mut weights = super::normal::rows_of::<V>(&block[option], part);
            for row in 0..ROWS {
                weights[row] = weights[row].select(some[row], V::splat(share));
            }
            put_rows(weights, &mut block[option], part);
            whole = whole + V::splat(share);
        }
        [sums[0].select(some[0], whole), sums[1].select(some[1], whole)]
    }

    /// Options.
    pub(super) fn options(&self) -> usize {
        self.shares.len()
    }
}
