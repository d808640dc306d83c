//! The least-squares index of Gallagher.

use super::Proportions;

/// The least-squares index √(½ Σ (s − v)²), 0 for full proportionality, below 1.
///
/// Every list is a term of its own, so the index depends on how small lists are reported: lists counted
/// together as "others" are one term.
///
/// Gallagher, "Proportionality, disproportionality and electoral systems", *Electoral Studies* 10 (1991).
///
/// ```
/// use kurultai::measures::indices::{Proportions, gallagher};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", gallagher(&canada)), "0.119793");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn gallagher(proportions: &Proportions<'_>) -> f64 {
    let squares: f64 = proportions.lists().map(|list| list.seat_bonus().powi(2)).sum();
    (squares / 2.0).sqrt()
}
