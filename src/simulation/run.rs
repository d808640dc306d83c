//! Runs: chunks shared out to threads.

use rayon::prelude::*;
use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};

use super::{CHUNK_DRAWS, Simulation, Tally};

/// How many draws, from which seed, on how many threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// How many draws.
    pub draws: u64,
    /// The seed of every random number.
    pub seed: u64,
    /// Threads to work on; 0 for as many as there are cores. The result does not depend on it.
    pub threads: usize,
}

/// Is told of every finished chunk how many draws it had.
pub type Progress<'a> = &'a (dyn Fn(u64) + Sync);

impl Run {
    /// Draws and counts.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    ///
    /// # Panics
    /// Never: chunks of one run do not overlap, so their tallies merge.
    pub fn tally(
        self,
        simulation: &Simulation<'_>,
        progress: Progress<'_>,
    ) -> Result<Tally, ThreadPoolBuildError> {
        let pool = ThreadPoolBuilder::new().num_threads(self.threads).build()?;
        Ok(pool.install(|| {
            (0..self.draws.div_ceil(CHUNK_DRAWS))
                .into_par_iter()
                .fold(
                    || simulation.empty_tally(),
                    |mut tally, chunk| {
                        let draws = (self.draws - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS);
                        simulation.run_chunk(self.seed, chunk, draws, &mut tally);
                        progress(draws);
                        tally
                    },
                )
                .reduce(
                    || simulation.empty_tally(),
                    |mut left, right| {
                        left.merge(&right).expect("chunks of one run do not overlap");
                        left
                    },
                )
        }))
    }
}
