//! The index of Monroe.

use super::Proportions;

/// The normed squares √(Σ (s − v)² / (1 + Σ v²)), 0 to 1.
///
/// The square is divided by the largest value that it can take for these votes, all seats for a list without
/// any.
///
/// Monroe, "Disproportionality and malapportionment", *Electoral Studies* 13 (1994).
///
/// ```
/// use kurultai::measures::indices::{Proportions, monroe};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", monroe(&canada)), "0.148495");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn monroe(proportions: &Proportions<'_>) -> f64 {
    let squares: f64 = proportions.lists().map(|list| list.seat_bonus().powi(2)).sum();
    let votes: f64 = proportions.lists().map(|list| list.votes.powi(2)).sum();
    (squares / (1.0 + votes)).sqrt()
}
