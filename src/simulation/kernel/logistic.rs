//! Logistic-normal and logistic-t shares: softmax(log p + error).

use super::elementary::{exp, ln};
use super::gamma::Gamma;
use super::normal::{Deviates, put_rows};
use super::sampler::Random;
use super::softmax::exponentiate;
use super::vector::{Numbers, ROWS, Vector};

/// How errors of the log shares are made from independent standard normal numbers.
#[derive(Clone, Debug)]
pub enum Factor {
    /// Independent errors with these standard deviations, one per option with a share.
    Diagonal(Vec<f64>),
    /// Lower-triangular factor of the covariance matrix, row by row: row i has i + 1 numbers.
    /// Rows are the options with a share, in order.
    Triangular(Vec<Vec<f64>>),
}

impl Factor {
    /// Whether it has a finite row of the right length for each of `live` options.
    pub(super) fn fits(&self, live: usize) -> bool {
        let finite = |numbers: &[f64]| numbers.iter().all(|number| number.is_finite());
        match self {
            Self::Diagonal(deviations) => deviations.len() == live && finite(deviations),
            Self::Triangular(rows) => {
                let fits = |(index, row): (usize, &Vec<f64>)| row.len() == index + 1 && finite(row);
                rows.len() == live && rows.iter().enumerate().all(fits)
            }
        }
    }
}

/// The heavy tail of the logistic-t model: errors times √(ν/χ²), common to all options.
#[derive(Clone, Copy, Debug)]
struct Tail {
    /// The gamma law of shape ν/2: half a χ² number of ν degrees of freedom.
    half_chi_square: Gamma,
    /// ln(ν/2).
    ln_half_freedom: f64,
}

/// The law of the live options.
#[derive(Clone, Debug)]
pub(super) struct Logistic {
    ln_shares: Vec<f64>,
    factor: Factor,
    tail: Option<Tail>,
}

/// Largest logarithm of the factor of a heavy tail; above, shares are 0 and 1 anyway, and
/// errors stay finite.
const LARGEST_LN_SCALE: f64 = 300.0;

impl Logistic {
    /// The law around these shares, all positive; the factor fits them.
    pub(super) fn new(
        shares: impl Iterator<Item = f64>,
        factor: Factor,
        freedom: Option<f64>,
    ) -> Self {
        let tail = freedom.map(|freedom| Tail {
            half_chi_square: Gamma::new(freedom / 2.0),
            ln_half_freedom: ln(freedom / 2.0),
        });
        Self { ln_shares: shares.map(ln).collect(), factor, tail }
    }

    /// Turns normal numbers into weights proportional to the shares, in one part of both rows of
    /// a block; returns their sums. The first normal number is that of the tail, if there is one;
    /// the others are those of the live options.
    #[inline(always)]
    pub(super) fn weights<V: Vector>(
        &self,
        live: &[usize],
        random: Random<'_, V>,
        block: &mut [Numbers],
    ) -> [V; ROWS] {
        let Random { deviates, stream, spill, part } = random;
        let (of_tail, deviates) = deviates.split_at_mut(usize::from(self.tail.is_some()));
        let mut scales = [V::splat(1.0); ROWS];
        for (tail, deviates) in self.tail.iter().zip(of_tail) {
            let logarithms = tail.half_chi_square.draw_ln::<V>(deviates, stream, spill, part);
            scales = tail.scales(logarithms);
        }
        for (index, &option) in live.iter().enumerate() {
            let mut logits = match &self.factor {
                Factor::Diagonal(entries) => {
                    combine::<V>(&entries[index..=index], &deviates[index..=index], part)
                }
                Factor::Triangular(matrix) => combine::<V>(&matrix[index], deviates, part),
            };
            for row in 0..ROWS {
                logits[row] = V::splat(self.ln_shares[index]) + logits[row] * scales[row];
            }
            put_rows(logits, &mut block[option], part);
        }
        exponentiate(live, block, part)
    }

    /// Quantities for which a draw needs a normal number.
    pub(super) fn quantities(&self) -> usize {
        usize::from(self.tail.is_some()) + self.ln_shares.len()
    }
}

/// Σ entry·number over the entries of a row of the factor, added to zero in order.
#[inline(always)]
fn combine<V: Vector>(entries: &[f64], deviates: &[Deviates], part: usize) -> [V; ROWS] {
    let mut sums = [V::splat(0.0); ROWS];
    for (&entry, deviates) in entries.iter().zip(deviates) {
        let numbers = deviates.load::<V>(part);
        for row in 0..ROWS {
            sums[row] = sums[row] + V::splat(entry) * numbers[row];
        }
    }
    sums
}

impl Tail {
    /// √((ν/2)/G) from the logarithm of G, a gamma number of shape ν/2.
    #[inline(always)]
    fn scales<V: Vector>(&self, logarithms: [V; ROWS]) -> [V; ROWS] {
        let mut scales = logarithms;
        for scale in &mut scales {
            let ln_scale = V::splat(0.5) * (V::splat(self.ln_half_freedom) - *scale);
            *scale = exp(ln_scale.min(V::splat(LARGEST_LN_SCALE)));
        }
        scales
    }
}
