//! Votes for lists that win nothing.

use super::Proportions;

/// The share of votes for lists without seats, Σ v over s = 0, from 0 to below 1.
///
/// The variant of Anckar, "Determinants of disproportionality and wasted votes", *Electoral Studies* 16
/// (1997): surplus votes of lists with seats are not wasted here.
///
/// ```
/// use kurultai::measures::indices::{Proportions, wasted_votes};
/// assert_eq!(wasted_votes(&Proportions::new(&[2, 1, 1], &[2, 1, 0])?), 0.25);
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn wasted_votes(proportions: &Proportions<'_>) -> f64 {
    // An empty `sum` would be −0.
    let wasted = proportions.lists().filter(|list| list.seats == 0.0);
    wasted.fold(0.0, |sum, list| sum + list.votes)
}
