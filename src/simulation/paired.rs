//! Several laws in the same draws: by how much, and how often, seats differ from those of the first.
//!
//! A tally of each law says nothing of the seats of two laws in one draw; so the first draws of a run are
//! made again, one by one, under every law.

use rayon::ThreadPoolBuildError;
use rayon::prelude::*;

use super::engine::{ExactPath, Span};
use super::first_draws::STRIDE;
use super::real_sum::RealSum;
use super::{CHUNK_DRAWS, FIRST_DRAWS, Progress, Run, Simulation};

/// One law against the first, over the same draws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// How many draws were looked at.
    pub draws: u64,
    /// By party, the seats under this law less those under the first.
    pub differences: Vec<RealSum>,
    /// Draws in which some party has other seats.
    pub seats_differ: u64,
    /// Draws in which another list, or none where one had it, has more than half of the house.
    pub majority_differs: u64,
}

impl Run {
    /// Looks at the first draws of this run, at most [`FIRST_DRAWS`], and compares every other law with
    /// the first of `simulations`, in their order. A draw without seats has none for everyone. `progress` is told
    /// of the draws looked at.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    ///
    /// # Panics
    /// If the simulations do not share their draws ([`Simulation::has_draws_of`]).
    pub fn paired(
        self,
        simulations: &[Simulation<'_>],
        progress: Progress<'_>,
    ) -> Result<Vec<Pair>, ThreadPoolBuildError> {
        let Some(first) = simulations.first() else { return Ok(Vec::new()) };
        assert!(
            simulations.iter().all(|other| other.has_draws_of(first)),
            "laws on the same draws"
        );
        let draws = self.draws.min(FIRST_DRAWS);
        let pool = self.pool()?;
        let parts: Vec<Vec<Pair>> = pool.install(|| {
            (0..draws.div_ceil(CHUNK_DRAWS))
                .into_par_iter()
                .map(|chunk| {
                    let draws = (draws - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS);
                    pairs_of_chunk(simulations, Span { seed: self.seed, chunk, draws }, progress)
                })
                .collect()
        });
        let mut all = no_pairs(simulations);
        for part in &parts {
            for (mine, theirs) in all.iter_mut().zip(part) {
                mine.merge(theirs);
            }
        }
        Ok(all)
    }
}

fn no_pairs(simulations: &[Simulation<'_>]) -> Vec<Pair> {
    let parties = simulations[0].scenario().parties.len();
    let pair = Pair { differences: vec![RealSum::default(); parties], ..Pair::default() };
    vec![pair; simulations.len() - 1]
}

fn pairs_of_chunk(simulations: &[Simulation<'_>], span: Span, progress: Progress<'_>) -> Vec<Pair> {
    let over_half = simulations[0].scenario().house.more_than_half();
    let mut paths: Vec<_> =
        simulations.iter().map(|simulation| ExactPath::new(simulation, span.seed)).collect();
    let mut pairs = no_pairs(simulations);
    simulations[0].visit_chunk(span, |number, votes, place| {
        if (number + 1).is_multiple_of(STRIDE) {
            progress(STRIDE);
        }
        for path in &mut paths {
            path.allocate(votes.draw(place), number);
        }
        let Some((first, others)) = paths.split_first() else { return };
        for (pair, other) in pairs.iter_mut().zip(others) {
            pair.add(&first.allocation().seats, &other.allocation().seats, over_half);
        }
    });
    pairs
}

impl Pair {
    fn add(&mut self, first: &[u32], other: &[u32], over_half: u32) {
        self.draws += 1;
        for (sum, (&first, &other)) in self.differences.iter_mut().zip(first.iter().zip(other)) {
            sum.add(f64::from(other) - f64::from(first));
        }
        let holder = |seats: &[u32]| seats.iter().position(|&seats| seats >= over_half);
        self.seats_differ += u64::from(first != other);
        self.majority_differs += u64::from(holder(first) != holder(other));
    }

    fn merge(&mut self, other: &Self) {
        self.draws += other.draws;
        self.seats_differ += other.seats_differ;
        self.majority_differs += other.majority_differs;
        for (mine, theirs) in self.differences.iter_mut().zip(&other.differences) {
            mine.merge(theirs);
        }
    }
}
