//! Sums of real measures over draws that do not depend on the order of the draws.

/// The sum of a real measure and of its squares, in whole multiples of 2⁻⁴⁰: addition of integers is the
/// same in every order. Values below 2⁴⁰ keep twelve decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RealSum {
    draws: u64,
    sum: i128,
    squares: i128,
}

/// 2⁴⁰.
const SCALE: f64 = 1_099_511_627_776.0;

impl RealSum {
    /// Adds the value of a draw; infinite ones, and those that are no numbers, are left out.
    pub fn add(&mut self, value: f64) {
        if value.is_finite() && value.abs() < SCALE {
            self.draws += 1;
            self.sum += fixed(value);
            self.squares += fixed(value * value);
        }
    }

    /// Adds the draws of another sum.
    pub fn merge(&mut self, other: &Self) {
        self.draws += other.draws;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// How many draws had a value.
    pub const fn draws(&self) -> u64 {
        self.draws
    }

    /// The mean; not a number if no draw had a value.
    #[expect(clippy::cast_precision_loss, reason = "a mean is approximate")]
    pub fn mean(&self) -> f64 {
        self.sum as f64 / SCALE / self.draws as f64
    }

    /// The Monte Carlo standard error of the mean; not a number for fewer than two draws.
    #[expect(clippy::cast_precision_loss, reason = "an error is approximate")]
    pub fn standard_error(&self) -> f64 {
        if self.draws < 2 {
            return f64::NAN;
        }
        let draws = self.draws as f64;
        let mean = self.mean();
        let variance = (self.squares as f64 / SCALE - mean * mean * draws) / (draws - 1.0);
        (variance.max(0.0) / draws).sqrt()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "values are below 2^80")]
fn fixed(value: f64) -> i128 {
    (value * SCALE).round() as i128
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_error_of_a_few_values() {
        let (mut sum, mut other) = (RealSum::default(), RealSum::default());
        sum.add(1.0);
        sum.add(f64::INFINITY);
        other.add(2.0);
        other.add(6.0);
        sum.merge(&other);
        // Mean 3, variance (4 + 1 + 9)/2 = 7.
        assert_eq!(sum.draws(), 3);
        assert!((sum.mean() - 3.0).abs() < 1e-12);
        assert!((sum.standard_error() - (7.0_f64 / 3.0).sqrt()).abs() < 1e-9);
    }
}
