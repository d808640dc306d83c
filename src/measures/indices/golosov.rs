//! The effective number of lists by Golosov.

use super::Proportions;

/// The effective number of lists by votes, Σ v / (v + v₁² − v²) with v₁ the largest share.
///
/// Golosov, "The effective number of parties: a new approach", *Party Politics* 16 (2010). Near the number of
/// Laakso and Taagepera, but smaller where one list is far ahead.
///
/// ```
/// use kurultai::measures::indices::{Proportions, golosov_seats, golosov_votes};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", golosov_votes(&canada)), "2.928338");
/// assert_eq!(format!("{:.6}", golosov_seats(&canada)), "2.000510");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn golosov_votes(proportions: &Proportions<'_>) -> f64 {
    golosov(proportions.lists().map(|list| list.votes))
}

/// The effective number of lists by seats, Σ s / (s + s₁² − s²); see [`golosov_votes`].
///
/// ```
/// use kurultai::measures::indices::{Proportions, golosov_seats};
/// assert_eq!(golosov_seats(&Proportions::new(&[5, 3, 1], &[2, 2, 0])?), 2.0);
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn golosov_seats(proportions: &Proportions<'_>) -> f64 {
    golosov(proportions.lists().map(|list| list.seats))
}

fn golosov(shares: impl Iterator<Item = f64> + Clone) -> f64 {
    let largest = shares.clone().fold(0.0, f64::max);
    // A share of zero has the term 0.
    let terms = shares.filter(|&share| share > 0.0);
    terms.map(|share| share / (share + largest * largest - share * share)).sum()
}
