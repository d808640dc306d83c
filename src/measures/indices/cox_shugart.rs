//! The slope of Cox and Shugart.

use super::Proportions;

/// The slope of the least-squares line of s on v, Σ (v − v̄)(s − s̄) / Σ (v − v̄)²: above 1 if large
/// lists gain, below 1 if small ones do; none if all lists have equal votes.
///
/// The regression has an intercept and a point for every list, each of the same weight.
///
/// Cox and Shugart, "Comment on Gallagher's 'Proportionality, disproportionality and electoral systems'",
/// *Electoral Studies* 10 (1991).
///
/// ```
/// use kurultai::measures::indices::{Proportions, cox_shugart};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", cox_shugart(&canada).expect("lists differ")), "1.258338");
/// assert_eq!(cox_shugart(&Proportions::new(&[5, 5], &[1, 2])?), None);
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn cox_shugart(proportions: &Proportions<'_>) -> Option<f64> {
    let mut votes = proportions.lists().map(|list| list.votes);
    let first = votes.next()?;
    // Equal votes give bitwise equal shares: every one is the same quotient.
    if votes.all(|share| share.total_cmp(&first).is_eq()) {
        return None;
    }
    // Shares of votes and of seats both add up to 1, so they have the same mean.
    let mean = 1.0 / proportions.list_count();
    let (mut products, mut squares) = (0.0, 0.0);
    for list in proportions.lists() {
        products += (list.votes - mean) * (list.seats - mean);
        squares += (list.votes - mean).powi(2);
    }
    Some(products / squares)
}
