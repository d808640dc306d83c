//! The power index of Shapley and Shubik.

use super::{PowerCount, PowerError};
use crate::apportionment::Fraction;

/// The share of all orders of the lists in which each is pivotal, the one that reaches the quota:
/// Σ g(k) · k! (m−k−1)! / m! with g(k) the swings in sets of k others. The values sum to 1, or are all 0 if
/// nobody can win.
///
/// Shapley and Shubik, "A method for evaluating the distribution of power in a committee system", *American
/// Political Science Review* 48 (1954).
///
/// # Errors
/// [`PowerError`] for more lists with seats than [`MAX_POWER_LISTS`](super::MAX_POWER_LISTS).
///
/// ```
/// use kurultai::measures::power::shapley_shubik;
/// let shares: Vec<String> =
///     shapley_shubik(&[50, 49, 1], 51)?.iter().map(ToString::to_string).collect();
/// assert_eq!(shares, ["2/3", "1/6", "1/6"]);
/// # Ok::<(), kurultai::measures::power::PowerError>(())
/// ```
pub fn shapley_shubik(seats: &[u32], quota: u32) -> Result<Vec<Fraction>, PowerError> {
    let mut count = PowerCount::default();
    count.count(seats, quota)?;
    Ok(count.shapley_shubik())
}

impl PowerCount {
    /// The index of the last count.
    pub fn shapley_shubik(&self) -> Vec<Fraction> {
        self.pivots().iter().map(|&pivots| Fraction::new(pivots, self.orders())).collect()
    }
}
