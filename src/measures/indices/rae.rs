//! The mean deviation of Rae.

use super::Proportions;

/// The mean deviation (1/n) Σ |s − v|, with n all lists that have votes or seats.
///
/// Rae himself left out lists below half a percent; no list is left out here. Each more small list lowers the
/// mean, so compare only counts reported alike.
///
/// Rae, *The Political Consequences of Electoral Laws* (1967).
///
/// ```
/// use kurultai::measures::indices::{Proportions, rae};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", rae(&canada)), "0.049532");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn rae(proportions: &Proportions<'_>) -> f64 {
    let deviations: f64 = proportions.lists().map(|list| list.seat_bonus().abs()).sum();
    deviations / proportions.list_count()
}
