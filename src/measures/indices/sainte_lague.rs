//! The index that the method of Sainte-Laguë makes smallest.

use super::Proportions;

/// The relative squares Σ (s − v)² / v, 0 for full proportionality, without an upper bound.
///
/// Divided by the share of votes **v**; some papers divide by s. A list without votes but with seats makes
/// it infinite.
///
/// Sainte-Laguë, "La représentation proportionnelle et la méthode des moindres carrés", *Annales
/// scientifiques de l'École Normale Supérieure* 27 (1910); Gallagher (1991).
///
/// ```
/// use kurultai::measures::indices::{Proportions, sainte_lague};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", sainte_lague(&canada)), "0.121490");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn sainte_lague(proportions: &Proportions<'_>) -> f64 {
    proportions.lists().map(|list| list.seat_bonus().powi(2) / list.votes).sum()
}
