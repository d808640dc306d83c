//! Draws made again and allocated one by one, to ask of each what the tally of a run does not keep.

use rayon::ThreadPoolBuildError;
use rayon::prelude::*;

use super::engine::ExactPath;
use super::{CHUNK_DRAWS, Progress, Run, Simulation};
use crate::law::Allocation;

impl Run {
    /// In how many draws of this run each of `count` tests holds; `tests` says of one draw's seats which do.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    ///
    /// # Panics
    /// If `tests` says less or more than `count` things.
    pub fn recount(
        self,
        simulation: &Simulation<'_>,
        count: usize,
        tests: &(dyn Fn(&Allocation) -> Vec<bool> + Sync),
        progress: Progress<'_>,
    ) -> Result<Vec<u64>, ThreadPoolBuildError> {
        let pool = self.pool()?;
        let of_chunk = |chunk: u64| {
            let draws = (self.draws - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS);
            let votes = simulation.votes_of_chunk(self.seed, chunk);
            let mut exact = ExactPath::new(simulation, self.seed);
            let mut hits = vec![0; count];
            for (place, number) in (0..).zip(chunk * CHUNK_DRAWS..chunk * CHUNK_DRAWS + draws) {
                let holds = tests(exact.allocate(votes.draw(place), number));
                assert_eq!(holds.len(), count, "an answer to every test");
                add(&mut hits, holds.into_iter().map(u64::from));
            }
            progress(draws);
            hits
        };
        Ok(pool.install(|| {
            (0..self.draws.div_ceil(CHUNK_DRAWS)).into_par_iter().map(of_chunk).reduce(
                || vec![0; count],
                |mut all, hits| {
                    add(&mut all, hits);
                    all
                },
            )
        }))
    }
}

fn add(sums: &mut [u64], more: impl IntoIterator<Item = u64>) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum += more;
    }
}
