//! The main indices in one pass, for draws by the million.

use super::Proportions;

/// The indices that a run reports; each is explained at the function of its name.
///
/// `sainte_lague` and `dhondt` are infinite where a list without votes has seats; whoever averages them
/// has to leave such draws out and say so.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field is the value of the function of its name")]
pub struct MainIndices {
    pub gallagher: f64,
    pub loosemore_hanby: f64,
    pub sainte_lague: f64,
    pub dhondt: f64,
    pub effective_votes: f64,
    pub effective_seats: f64,
    pub wasted_votes: f64,
}

impl MainIndices {
    /// Overwrites all indices by those of these votes and seats: one pass, no memory of its own. Every
    /// sum runs in the order of the lists, so the values are those of the single functions, bit by bit.
    ///
    /// ```
    /// use kurultai::measures::indices::{MainIndices, Proportions};
    /// let mut indices = MainIndices::default();
    /// indices.fill(&Proportions::new(&[2, 1, 1], &[1, 1, 0])?);
    /// assert_eq!((indices.loosemore_hanby, indices.wasted_votes), (0.25, 0.25));
    /// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
    /// ```
    pub fn fill(&mut self, proportions: &Proportions<'_>) {
        let (mut squares, mut deviations, mut relative) = (0.0, 0.0, 0.0);
        let (mut votes, mut seats, mut wasted) = (0.0, 0.0, 0.0);
        let mut largest = 0.0_f64;
        for list in proportions.lists() {
            let bonus = list.seat_bonus();
            squares += bonus * bonus;
            deviations += bonus.abs();
            relative += bonus * bonus / list.votes;
            largest = largest.max(list.advantage_ratio());
            votes += list.votes * list.votes;
            seats += list.seats * list.seats;
            wasted += if list.seats == 0.0 { list.votes } else { 0.0 };
        }
        *self = Self {
            gallagher: (squares / 2.0_f64).sqrt(),
            loosemore_hanby: deviations / 2.0,
            sainte_lague: relative,
            dhondt: largest,
            effective_votes: 1.0 / votes,
            effective_seats: 1.0 / seats,
            wasted_votes: wasted,
        };
    }
}
