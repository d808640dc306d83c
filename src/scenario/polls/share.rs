//! Pooled shares, and whole numbers in proportion to others.

use std::cmp::Reverse;

/// A share of the whole in units of 10⁻¹².
///
/// ```
/// use kurultai::scenario::Scenario;
/// let scenario = Scenario::load("kurultai-2023-polls", None)?;
/// let options = &scenario.polls.unwrap().options;
/// let sum: u128 = options.iter().map(|option| option.expected.trillionths()).sum();
/// assert_eq!(sum, 1_000_000_000_000);
/// # Ok::<(), kurultai::scenario::ScenarioError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PooledShare(pub(super) u128);

impl PooledShare {
    /// Everything.
    pub(super) const WHOLE: Self = Self(1_000_000_000_000);

    /// In units of 10⁻¹² of the whole.
    pub const fn trillionths(self) -> u128 {
        self.0
    }

    /// The nearest floating-point number, 0 to 1, for models and documents.
    #[expect(clippy::cast_precision_loss, reason = "10¹² is below 2⁵³")]
    pub fn approximate(self) -> f64 {
        self.0 as f64 / Self::WHOLE.0 as f64
    }

    /// `part / whole`, rounded half up. `part` is at most `whole`, and that is below 10²⁵.
    pub(super) const fn of(part: u128, whole: u128) -> Self {
        Self((2 * part * Self::WHOLE.0 + whole) / (2 * whole))
    }
}

/// Whole numbers that add up to `total`, in proportion to `weights`: rounded down, then the largest
/// remainders, the earlier of equal ones first. Some weight is not 0, and the sum of the weights times
/// `total` is below 2¹²⁷.
pub(super) fn in_proportion(weights: &[u128], total: u128) -> Vec<u128> {
    let sum: u128 = weights.iter().sum();
    let mut shares: Vec<u128> = weights.iter().map(|weight| weight * total / sum).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&at| (Reverse(weights[at] * total % sum), at));
    let missing = total - shares.iter().sum::<u128>();
    for (_, at) in (0..missing).zip(order) {
        shares[at] += 1;
    }
    shares
}

/// As [`in_proportion`], to 10¹².
pub(super) fn whole(weights: &[u128]) -> Vec<PooledShare> {
    in_proportion(weights, PooledShare::WHOLE.0).into_iter().map(PooledShare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_remainders_are_rounded_up() {
        // 7·(3, 3, 1)/7 is whole; 8/3 each is 2, 2, 2 with two left for the first two.
        assert_eq!(in_proportion(&[3, 3, 1], 7), [3, 3, 1]);
        assert_eq!(in_proportion(&[1, 1, 1], 8), [3, 3, 2]);
        // 10·(52, 33, 15)/100 = 5.2, 3.3, 1.5: the one left goes to the third.
        assert_eq!(in_proportion(&[52, 33, 15], 10), [5, 3, 2]);
        assert_eq!(in_proportion(&[0, 5], 3), [0, 3]);
    }

    #[test]
    fn shares_are_rounded_half_up() {
        assert_eq!(PooledShare::of(2, 3).trillionths(), 666_666_666_667);
        assert_eq!(PooledShare::of(1, 2_000_000_000_000).trillionths(), 1);
        assert_eq!(PooledShare::of(10_u128.pow(25), 10_u128.pow(25)), PooledShare::WHOLE);
    }
}
