//! The distortion of Loosemore and Hanby, and Rose's index of proportionality.

use super::Proportions;

/// The distortion ½ Σ |s − v|: the share of seats that would have to change hands, 0 to 1.
///
/// The same as the index of dissimilarity of Duncan and Duncan.
///
/// Loosemore and Hanby, "The theoretical limits of maximum distortion", *British Journal of Political
/// Science* 1 (1971).
///
/// ```
/// use kurultai::measures::indices::{Proportions, loosemore_hanby};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", loosemore_hanby(&canada)), "0.148596");
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn loosemore_hanby(proportions: &Proportions<'_>) -> f64 {
    proportions.lists().map(|list| list.seat_bonus().abs()).sum::<f64>() / 2.0
}

/// The index of proportionality 1 − ½ Σ |s − v|, 1 for full proportionality: one less the distortion.
///
/// Rose, "Electoral systems: a question of degree or of principle?", in Lijphart and Grofman (eds.),
/// *Choosing an Electoral System* (1984). Given there in percent.
///
/// ```
/// use kurultai::measures::indices::{Proportions, rose};
/// assert_eq!(rose(&Proportions::new(&[3, 1], &[1, 1])?), 0.75);
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub fn rose(proportions: &Proportions<'_>) -> f64 {
    1.0 - loosemore_hanby(proportions)
}
