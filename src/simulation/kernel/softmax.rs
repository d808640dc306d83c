//! From logarithms of weights to weights.

use super::elementary::exp;
use super::normal::{put_rows, rows_of};
use super::vector::{Numbers, ROWS, Vector};

/// Replaces logarithms by e^(logarithm − largest) in one part of both rows; returns the sums,
/// added in the order of the options. The largest weight is 1, so no sum is zero; weights below
/// e⁻⁷⁰⁸ become e⁻⁷⁰⁸, which no total of votes can round to a vote.
#[inline(always)]
pub(super) fn exponentiate<V: Vector>(
    live: &[usize],
    block: &mut [Numbers],
    part: usize,
) -> [V; ROWS] {
    let mut largest = [V::splat(f64::NEG_INFINITY); ROWS];
    for &option in live {
        let logarithms = rows_of::<V>(&block[option], part);
        for row in 0..ROWS {
            largest[row] = logarithms[row].max(largest[row]);
        }
    }
    let mut sums = [V::splat(0.0); ROWS];
    for &option in live {
        let mut weights = rows_of::<V>(&block[option], part);
        for row in 0..ROWS {
            weights[row] = exp(weights[row] - largest[row]);
            sums[row] = sums[row] + weights[row];
        }
        put_rows(weights, &mut block[option], part);
    }
    sums
}
