//! The mean deviation of Grofman.

use super::Proportions;

/// The deviation over the effective number of lists, (1/N₂) Σ |s − v| with N₂ = 1/Σ v².
///
/// N₂ is of **votes**; unlike Rae's mean it hardly depends on how many small lists there are.
///
/// Grofman, as given by Lijphart, *Electoral Systems and Party Systems* (1994).
///
/// ```
/// use kurultai::measures::indices::{Proportions, grofman};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", grofman(&canada)), "0.089624");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn grofman(proportions: &Proportions<'_>) -> f64 {
    2.0 * super::loosemore_hanby(proportions) / super::effective_votes(proportions)
}
