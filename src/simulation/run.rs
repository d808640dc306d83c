//! Runs: chunks shared out to threads.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};

use super::engine::{Room, Span, count_chunk};
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

/// Bytes that the tallies of a run may take together. Where every thread cannot have its own, threads
/// share them, and wait for each other only while they count.
const TALLIES_BYTES: usize = 192 << 20;

/// Is told how many more steps are done: draws of a finished chunk, elections judged, searches ended. How many
/// there will be the work says by itself, or beforehand.
pub type Progress<'a> = &'a (dyn Fn(u64) + Sync);

impl Run {
    /// The threads of the run, each with a stack that the deepest of its work fits in.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start them.
    pub(crate) fn pool(self) -> Result<ThreadPool, ThreadPoolBuildError> {
        ThreadPoolBuilder::new().num_threads(self.threads).stack_size(STACK_BYTES).build()
    }

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
        let pool = self.pool()?;
        let chunks = self.draws.div_ceil(CHUNK_DRAWS);
        let workers = pool.current_num_threads();
        let sets = sets_of_tallies(simulations, workers);
        let (next, has_own) = (AtomicU64::new(first), sets.len() == workers);
        pool.broadcast(|worker| {
            let shared = &sets[worker.index() % sets.len()];
            let mut locks: Vec<_> =
                if has_own { shared.iter().map(lock).collect() } else { Vec::new() };
            let mut rooms: Vec<Room<'_>> = if has_own {
                locks.iter_mut().map(|tally| Room::Own(tally)).collect()
            } else {
                shared.iter().map(Room::Shared).collect()
            };
            loop {
                let chunk = next.fetch_add(1, Ordering::Relaxed);
                if chunk >= chunks {
                    break;
                }
                let draws = (self.draws - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS);
                count_chunk(simulations, Span { seed: self.seed, chunk, draws }, &mut rooms);
                progress(draws);
            }
        });
        Ok(merged(sets, (first * CHUNK_DRAWS).min(self.draws), self.draws))
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

/// Tallies of every simulation, for each worker or for as many as there is room for.
fn sets_of_tallies(simulations: &[Simulation<'_>], workers: usize) -> Vec<Vec<Mutex<Tally>>> {
    let set = || -> Vec<Mutex<Tally>> {
        simulations.iter().map(|simulation| Mutex::new(simulation.empty_tally())).collect()
    };
    let first = set();
    let bytes: usize = first.iter().map(|tally| lock(tally).bytes()).sum();
    let room = (TALLIES_BYTES / bytes.max(1)).clamp(1, workers.max(1));
    std::iter::once(first).chain((1..room).map(|_| set())).collect()
}

/// A panic of another worker ends the run anyway.
fn lock(tally: &Mutex<Tally>) -> std::sync::MutexGuard<'_, Tally> {
    tally.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The sum of all sets, which together count the draws `from..to`.
fn merged(sets: Vec<Vec<Mutex<Tally>>>, from: u64, to: u64) -> Vec<Tally> {
    let mut sets = sets.into_iter().map(|set| {
        set.into_iter().map(|tally| tally.into_inner().unwrap_or_else(PoisonError::into_inner))
    });
    let mut all: Vec<Tally> = sets.next().into_iter().flatten().collect();
    for set in sets {
        for (mine, theirs) in all.iter_mut().zip(set) {
            mine.merge(&theirs).expect("tallies of one run are alike");
        }
    }
    if from < to {
        for tally in &mut all {
            tally.cover(from, to);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::election::House;
    use crate::scenario::Scenario;

    fn scenario(lists: u32, seats: u32) -> Scenario {
        let mut text = "party,votes\n".to_owned();
        for list in 0..lists {
            writeln!(text, "l{list},{}", 1_000 + list).expect("a string");
        }
        let mut scenario = Scenario::from_csv("test.csv", text.as_bytes()).expect("votes");
        scenario.house = House::new(seats).expect("a house");
        scenario
    }

    /// 1,000 lists of 10,001 counts of eight bytes are 80 MB: two such tallies, however many the threads.
    #[test]
    fn tallies_are_bounded_by_the_scenario_and_not_by_threads() {
        let (large, small) = (scenario(1_000, 10_000), scenario(7, 145));
        let sets = |scenario: &Scenario, workers: usize| {
            let simulations = [Simulation::new(scenario).expect("a model")];
            sets_of_tallies(&simulations, workers).len()
        };
        assert_eq!([1, 2, 64].map(|workers| sets(&large, workers)), [1, 2, 2]);
        assert_eq!([1, 2, 64].map(|workers| sets(&small, workers)), [1, 2, 64]);
    }

    /// Shared by three workers or not, the counts are the same.
    #[test]
    fn shared_tallies_count_what_own_ones_count() {
        let scenario = scenario(1_000, 10_000);
        let simulation = Simulation::new(&scenario).expect("a model");
        let run = |threads| Run { draws: 600, seed: 3, threads };
        let [one, three] = [1, 3].map(|threads| run(threads).tally(&simulation, &|_| ()).unwrap());
        assert_eq!(one, three);
        assert_eq!(one.covered(), [(0, 600)]);
        assert_eq!(one.lists()[0].seats.iter().sum::<u64>(), 600);
    }
}
