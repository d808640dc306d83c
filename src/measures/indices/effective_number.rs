//! The effective number of lists.

use super::Proportions;

/// The effective number of lists by votes, 1/Σ v²: as many equal lists would be as fragmented.
///
/// Laakso and Taagepera, "'Effective' number of parties", *Comparative Political Studies* 12 (1979). From 1
/// to the number of lists; lists counted together as "others" are one list here.
///
/// ```
/// use kurultai::measures::indices::{Proportions, effective_seats, effective_votes};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", effective_votes(&canada)), "3.316003");
/// assert_eq!(format!("{:.6}", effective_seats(&canada)), "2.500197");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn effective_votes(proportions: &Proportions<'_>) -> f64 {
    1.0 / proportions.lists().map(|list| list.votes.powi(2)).sum::<f64>()
}

/// The effective number of lists by seats, 1/Σ s²; see [`effective_votes`].
///
/// ```
/// use kurultai::measures::indices::{Proportions, effective_seats};
/// assert_eq!(effective_seats(&Proportions::new(&[5, 3, 1], &[2, 2, 0])?), 2.0);
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn effective_seats(proportions: &Proportions<'_>) -> f64 {
    1.0 / proportions.lists().map(|list| list.seats.powi(2)).sum::<f64>()
}
