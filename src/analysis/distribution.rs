//! The distribution of a number of seats over draws.

/// In how many draws there are 0, 1, 2, … seats, and what follows from that.
///
/// Every figure comes from exact integer sums, so it is the same however the draws were run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatDistribution {
    counts: Vec<u64>,
    draws: u64,
}

impl SeatDistribution {
    /// The distribution with these counts of 0, 1, 2, … seats.
    pub fn new(counts: Vec<u64>) -> Self {
        let draws = counts.iter().sum();
        Self { counts, draws }
    }

    /// The distribution of these counts, copied. Memory that holds no counts is not touched: of 10,000 seats a
    /// list usually has a few dozen numbers.
    pub fn of(counts: &[u64]) -> Self {
        let mut copy = vec![0; counts.len()];
        for (copy, &count) in copy.iter_mut().zip(counts).filter(|(_, count)| **count > 0) {
            *copy = count;
        }
        Self::new(copy)
    }

    /// The same without so many of the draws in which there are no seats, or without all of them.
    #[must_use]
    pub fn without_draws_of_none(&self, draws: u64) -> Self {
        let mut rest = Self::of(&self.counts);
        if let Some(none) = rest.counts.first_mut() {
            let left_out = draws.min(*none);
            *none -= left_out;
            rest.draws -= left_out;
        }
        rest
    }

    /// In how many draws there are 0, 1, 2, … seats.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// How many draws there are.
    pub const fn draws(&self) -> u64 {
        self.draws
    }

    /// In how many draws there are at least `seats`.
    pub fn at_least(&self, seats: u32) -> u64 {
        self.counts.iter().skip(seats as usize).sum()
    }

    /// The share of draws with at least 0, 1, 2, … seats.
    #[expect(clippy::cast_precision_loss, reason = "a probability is approximate")]
    pub fn at_least_each(&self) -> Vec<f64> {
        let mut left = self.draws;
        let share = |&count: &u64| {
            let share = left as f64 / self.draws as f64;
            left -= count;
            share
        };
        self.counts.iter().map(share).collect()
    }

    /// Σ kⁿ·count(k); below 2^128 for 10,000 seats and 2^64 draws if n is at most 2.
    fn moment(&self, power: u32) -> u128 {
        (self.counts.iter().zip(0_u128..))
            .map(|(&count, seats)| u128::from(count) * seats.pow(power))
            .sum()
    }

    /// The mean number of seats.
    #[expect(clippy::cast_precision_loss, reason = "a mean is approximate")]
    pub fn mean(&self) -> f64 {
        self.moment(1) as f64 / self.draws as f64
    }

    /// The Monte Carlo standard error of the mean: the standard deviation of the draws over √K. Of fewer
    /// than two draws there is none: not a number.
    #[expect(clippy::cast_precision_loss, reason = "an error is approximate")]
    pub fn mean_standard_error(&self) -> f64 {
        if self.draws < 2 {
            return f64::NAN;
        }
        let draws = u128::from(self.draws);
        // K²·variance = K·Σk² − (Σk)², an integer: nothing cancels in floating point.
        let scaled_variance = draws * self.moment(2) - self.moment(1).pow(2);
        (scaled_variance as f64 / draws as f64 / (self.draws - 1) as f64 / draws as f64).sqrt()
    }

    /// The smallest number of seats that at least `percent` % of the draws do not exceed.
    pub fn percentile(&self, percent: u8) -> u32 {
        self.quantile(u16::from(percent) * 10)
    }

    /// The central interval that holds at least `level` % of the draws: what (100 − `level`)/2 % of them
    /// are below, and what as many are above.
    ///
    /// ```
    /// use kurultai::analysis::SeatDistribution;
    /// let seats = SeatDistribution::new(vec![25, 25, 100, 825, 25]);
    /// assert_eq!((seats.interval(95), seats.interval(50)), ((0, 3), (3, 3)));
    /// ```
    pub fn interval(&self, level: u8) -> (u32, u32) {
        let outside = 1_000 - 10 * u16::from(level.min(100));
        (self.quantile(outside / 2), self.quantile(1_000 - outside / 2))
    }

    /// The smallest number of seats that at least `permille` ‰ of the draws do not exceed.
    pub fn quantile(&self, permille: u16) -> u32 {
        let wanted = u128::from(self.draws) * u128::from(permille);
        let mut reached = 0;
        for (seats, &count) in (0..).zip(&self.counts) {
            reached += u128::from(count) * 1_000;
            if reached >= wanted && reached > 0 {
                return seats;
            }
        }
        0
    }

    /// The number of seats found most often; the smallest of several.
    pub fn mode(&self) -> u32 {
        let most = self.counts.iter().copied().max().unwrap_or(0);
        (0..).zip(&self.counts).find(|&(_, &count)| count == most).map_or(0, |(seats, _)| seats)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_a_small_distribution() {
        // 0 once, 2 three times, 3 six times: mean 24/10, Σk² = 66, variance (66 − 57.6)/9.
        let seats = SeatDistribution::new(vec![1, 0, 3, 6]);
        assert_eq!((seats.draws(), seats.mode(), seats.at_least(2)), (10, 3, 9));
        assert!((seats.mean() - 2.4).abs() < 1e-15);
        assert!((seats.mean_standard_error() - (8.4_f64 / 9.0 / 10.0).sqrt()).abs() < 1e-15);
        let percentiles = [5, 10, 11, 40, 41, 100].map(|percent| seats.percentile(percent));
        assert_eq!(percentiles, [0, 0, 2, 2, 3, 3]);
    }

    #[test]
    fn of_equals_the_smallest_is_the_mode() {
        let mode = |counts: &[u64]| SeatDistribution::new(counts.to_vec()).mode();
        assert_eq!(mode(&[2, 5, 1, 5, 5]), 1);
        assert_eq!((mode(&[4, 4]), mode(&[0, 0, 7, 7]), mode(&[1, 2, 3])), (0, 2, 2));
    }
}
