//! Mean and tails of an index over many elections.

use crate::simulation::RealSum;

/// The values of an index: their sum, and a histogram in steps of less than one per cent.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexSpread {
    sum: RealSum,
    largest: f64,
    /// Counts by step: 128 to a doubling, from 2^-14 up to 2^10; what is smaller is in the first.
    counts: Vec<u64>,
}

/// Steps to a doubling, as bits of the mantissa.
const STEP_BITS: u32 = 7;
/// The exponent of the smallest value that is told from 0.
const SMALLEST: u64 = 1023 - 14;
const STEPS: u64 = 24 << STEP_BITS;

impl Default for IndexSpread {
    fn default() -> Self {
        let steps = usize::try_from(STEPS).unwrap_or(0);
        Self { sum: RealSum::default(), largest: f64::NEG_INFINITY, counts: vec![0; steps] }
    }
}

/// The number of the step that a value is in, by the leading bits of its double.
fn step(value: f64) -> usize {
    if value <= 0.0 {
        return 0;
    }
    let leading = value.to_bits() >> (52 - STEP_BITS);
    let step = leading.saturating_sub(SMALLEST << STEP_BITS).min(STEPS - 1);
    usize::try_from(step).unwrap_or(0)
}

/// The smallest value of a step.
fn start(step: usize) -> f64 {
    let leading = (SMALLEST << STEP_BITS) + step as u64;
    f64::from_bits(leading << (52 - STEP_BITS))
}

impl IndexSpread {
    /// Adds a value; infinite ones, and those that are no numbers, are left out.
    pub(super) fn add(&mut self, value: f64) {
        if value.is_finite() {
            self.sum.add(value);
            self.largest = self.largest.max(value);
            self.counts[step(value)] += 1;
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.sum.merge(&other.sum);
        self.largest = self.largest.max(other.largest);
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine += theirs;
        }
    }

    /// Their sum, for mean and standard error.
    pub const fn sum(&self) -> &RealSum {
        &self.sum
    }

    /// The largest; none if there is no value.
    pub fn largest(&self) -> Option<f64> {
        self.largest.is_finite().then_some(self.largest)
    }

    /// The percentile, low by less than 1 %; values below 2^-14 count as 0. None if there is no value.
    pub fn percentile(&self, percent: u64) -> Option<f64> {
        let values: u64 = self.counts.iter().sum();
        let rank = (u128::from(values) * u128::from(percent)).div_ceil(100).max(1);
        let mut seen = 0_u128;
        let found = self.counts.iter().position(|&count| {
            seen += u128::from(count);
            seen >= rank
        })?;
        Some(if found == 0 { 0.0 } else { start(found) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_within_a_step() {
        let mut spread = IndexSpread::default();
        assert_eq!((spread.percentile(95), spread.largest()), (None, None));
        for hundredth in 1..=100 {
            spread.add(f64::from(hundredth) / 100.0);
        }
        spread.add(f64::INFINITY);
        for (percent, value) in [(5, 0.05), (50, 0.5), (95, 0.95), (100, 1.0)] {
            let found = spread.percentile(percent).unwrap();
            // A step is 1/128 of a value at most.
            assert!(found <= value && value <= found * (1.0 + 1.0 / 128.0), "{percent}: {found}");
        }
        assert_eq!(spread.largest(), Some(1.0));
        assert!((spread.sum().mean() - 0.505).abs() < 1e-12);
    }

    #[test]
    fn tiny_and_huge_values_have_a_step() {
        assert_eq!((step(-1.0), step(0.0), step(1e-300)), (0, 0, 0));
        assert_eq!(step(1e300) as u64, STEPS - 1);
        assert!((start(step(1.0)) - 1.0).abs() < 1e-12);
    }
}
