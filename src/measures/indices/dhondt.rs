//! The index that the method of D'Hondt makes smallest, and that of Lebeda.

use super::Proportions;

/// The largest advantage ratio, max s/v, 1 for full proportionality, without an upper bound.
///
/// The list that is served best decides alone. Infinite if a list without votes has seats.
///
/// D'Hondt, *Système pratique et raisonné de représentation proportionnelle* (1882); Gallagher (1991).
///
/// ```
/// use kurultai::measures::indices::{Proportions, dhondt};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", dhondt(&canada)), "1.375449");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn dhondt(proportions: &Proportions<'_>) -> f64 {
    proportions.lists().map(super::ListShares::advantage_ratio).fold(0.0, f64::max)
}

/// 1 − 1/max(s/v): the share of votes that could be left out so that the rest is represented in exact
/// proportion; 0 for full proportionality, at most 1.
///
/// Lebeda's index from the real quota, a function of [`dhondt`]. Lebeda, "Teorie reálné kvóty",
/// *Sociologický časopis* 42 (2006); Karpov, "Measurement of disproportionality in proportional
/// representation systems", *Mathematical and Computer Modelling* 48 (2008).
///
/// ```
/// use kurultai::measures::indices::{Proportions, lebeda};
/// assert_eq!(lebeda(&Proportions::new(&[1, 1], &[1, 0])?), 0.5);
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn lebeda(proportions: &Proportions<'_>) -> f64 {
    1.0 - 1.0 / dhondt(proportions)
}
