//! Runs: chunks shared out to threads.

use rayon::prelude::*;
use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};

use super::engine::{Span, run_chunk_each};
use super::{CHUNK_DRAWS, STACK_BYTES, Simulation, Tally};

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

/// Draws after which a run with a rule to stop is first looked at.
const FIRST_LOOK: u64 = 1 << 14;

/// Is told of every finished chunk how many draws it had.
pub type Progress<'a> = &'a (dyn Fn(u64) + Sync);

impl Run {
    /// Draws and counts.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    ///
    /// # Panics
    /// Never: a run of one simulation has one tally.
    pub fn tally(
        self,
        simulation: &Simulation<'_>,
        progress: Progress<'_>,
    ) -> Result<Tally, ThreadPoolBuildError> {
        let mut tallies = self.tallies(std::slice::from_ref(simulation), progress)?;
        Ok(tallies.pop().expect("a tally for the simulation"))
    }

    /// Draws once and counts under every law: a tally for each simulation, in their order. The draws are
    /// the same for all of them, so differences between laws are not blurred by chance.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    ///
    /// # Panics
    /// If the simulations do not share their draws ([`Simulation::has_draws_of`]).
    pub fn tallies(
        self,
        simulations: &[Simulation<'_>],
        progress: Progress<'_>,
    ) -> Result<Vec<Tally>, ThreadPoolBuildError> {
        self.tallies_from(0, simulations, progress)
    }

    /// The same from the draws of chunk `first` on.
    fn tallies_from(
        self,
        first: u64,
        simulations: &[Simulation<'_>],
        progress: Progress<'_>,
    ) -> Result<Vec<Tally>, ThreadPoolBuildError> {
        let pool =
            ThreadPoolBuilder::new().num_threads(self.threads).stack_size(STACK_BYTES).build()?;
        let empty = || simulations.iter().map(Simulation::empty_tally).collect::<Vec<_>>();
        Ok(pool.install(|| {
            (first..self.draws.div_ceil(CHUNK_DRAWS))
                .into_par_iter()
                .fold(empty, |mut tallies, chunk| {
                    let draws = (self.draws - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS);
                    let span = Span { seed: self.seed, chunk, draws };
                    run_chunk_each(simulations, span, &mut tallies);
                    progress(draws);
                    tallies
                })
                .reduce(empty, |mut left, right| {
                    for (left, right) in left.iter_mut().zip(&right) {
                        left.merge(right).expect("chunks of one run do not overlap");
                    }
                    left
                })
        }))
    }

    /// The same as [`Run::tally`], telling `watch` of the tally so far after one chunk, two, four, … and at
    /// the end.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    ///
    /// # Panics
    /// Never: the parts of a run do not overlap.
    pub fn tally_watched(
        self,
        simulation: &Simulation<'_>,
        progress: Progress<'_>,
        mut watch: impl FnMut(&Tally),
    ) -> Result<Tally, ThreadPoolBuildError> {
        let mut tally = simulation.empty_tally();
        let mut next = CHUNK_DRAWS;
        loop {
            let part = Self { draws: next.min(self.draws), ..self };
            part.add_to(&mut tally, simulation, progress)?;
            watch(&tally);
            if part.draws == self.draws {
                return Ok(tally);
            }
            next *= 2;
        }
    }

    /// Adds the draws of this run that a tally of its first chunks lacks.
    fn add_to(
        self,
        tally: &mut Tally,
        simulation: &Simulation<'_>,
        progress: Progress<'_>,
    ) -> Result<(), ThreadPoolBuildError> {
        let done = tally.draws() / CHUNK_DRAWS;
        for more in self.tallies_from(done, std::slice::from_ref(simulation), progress)? {
            tally.merge(&more).expect("the parts of a run do not overlap");
        }
        Ok(())
    }

    /// Draws until `is_enough` of the tally so far: it is asked after 2^14, 2^15, … draws and at the end,
    /// after [`Run::draws`] at the most. The draws are those of any other run with the seed.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    ///
    /// # Panics
    /// Never: the parts of a run do not overlap.
    pub fn tally_until(
        self,
        simulation: &Simulation<'_>,
        progress: Progress<'_>,
        mut is_enough: impl FnMut(&Tally) -> bool,
    ) -> Result<Tally, ThreadPoolBuildError> {
        let mut tally = simulation.empty_tally();
        let mut next = FIRST_LOOK;
        loop {
            let part = Self { draws: next.min(self.draws), ..self };
            part.add_to(&mut tally, simulation, progress)?;
            if part.draws == self.draws || is_enough(&tally) {
                return Ok(tally);
            }
            next *= 2;
        }
    }
}
