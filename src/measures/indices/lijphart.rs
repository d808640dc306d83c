//! The largest deviation of Lijphart.

use super::Proportions;

/// The largest deviation max |s − v|, 0 to 1.
///
/// The variant over every list, over-represented or not.
///
/// Lijphart, *Electoral Systems and Party Systems* (1994).
///
/// ```
/// use kurultai::measures::indices::{Proportions, lijphart};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", lijphart(&canada)), "0.148596");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn lijphart(proportions: &Proportions<'_>) -> f64 {
    proportions.lists().map(|list| list.seat_bonus().abs()).fold(0.0, f64::max)
}
