//! Every index of one allocation at once.

use super::{
    InequalityAversion, Proportions, atkinson, cox_shugart, dhondt, effective_seats,
    effective_votes, gallagher, gini, golosov_seats, golosov_votes, grofman, lebeda, lijphart,
    loosemore_hanby, monroe, rae, rose, sainte_lague, wasted_votes,
};

/// All indices of one allocation; each is explained at the function of its name.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is the value of the function of its name")]
pub struct Indices {
    pub gallagher: f64,
    pub loosemore_hanby: f64,
    pub rose: f64,
    pub rae: f64,
    pub sainte_lague: f64,
    pub dhondt: f64,
    pub lijphart: f64,
    pub grofman: f64,
    pub monroe: f64,
    pub lebeda: f64,
    pub gini: f64,
    pub cox_shugart: Option<f64>,
    /// With ε = ½.
    pub atkinson: f64,
    pub effective_votes: f64,
    pub effective_seats: f64,
    pub golosov_votes: f64,
    pub golosov_seats: f64,
    pub wasted_votes: f64,
}

impl Indices {
    /// Every index of these votes and seats. Sorts the lists, in memory of its own; draws by the million
    /// want [`MainIndices`](super::MainIndices).
    ///
    /// ```
    /// use kurultai::measures::indices::{Indices, Proportions};
    /// let indices = Indices::of(&Proportions::new(&[2, 1, 1], &[2, 1, 1])?);
    /// assert_eq!((indices.gallagher, indices.dhondt, indices.cox_shugart), (0.0, 1.0, Some(1.0)));
    /// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
    /// ```
    pub fn of(proportions: &Proportions<'_>) -> Self {
        Self {
            gallagher: gallagher(proportions),
            loosemore_hanby: loosemore_hanby(proportions),
            rose: rose(proportions),
            rae: rae(proportions),
            sainte_lague: sainte_lague(proportions),
            dhondt: dhondt(proportions),
            lijphart: lijphart(proportions),
            grofman: grofman(proportions),
            monroe: monroe(proportions),
            lebeda: lebeda(proportions),
            gini: gini(proportions),
            cox_shugart: cox_shugart(proportions),
            atkinson: atkinson(proportions, InequalityAversion::HALF),
            effective_votes: effective_votes(proportions),
            effective_seats: effective_seats(proportions),
            golosov_votes: golosov_votes(proportions),
            golosov_seats: golosov_seats(proportions),
            wasted_votes: wasted_votes(proportions),
        }
    }
}
