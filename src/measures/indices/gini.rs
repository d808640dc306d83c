//! The Gini coefficient of seats over votes.

use super::Proportions;

/// The Gini coefficient of seats over votes, 0 for full proportionality, below 1.
///
/// The lists in the order of s/v, V and S the shares of votes and seats so far: 1 − Σ v (S + S of the list
/// before), twice the area between the Lorenz curve by trapezoids and the diagonal.
///
/// Gini (1912); for elections Taagepera and Grofman, "Mapping the indices of seats–votes
/// disproportionality and inter-election volatility", *Party Politics* 9 (2003).
///
/// ```
/// use kurultai::measures::indices::{Proportions, gini};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", gini(&canada)), "0.185637");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn gini(proportions: &Proportions<'_>) -> f64 {
    let mut lists: Vec<_> = proportions.lists().collect();
    lists.sort_by(|one, other| one.advantage_ratio().total_cmp(&other.advantage_ratio()));
    let (mut seats, mut twice_area) = (0.0, 0.0);
    for list in lists {
        twice_area += list.votes * (2.0 * seats + list.seats);
        seats += list.seats;
    }
    1.0 - twice_area
}
