//! Processor time of one core.

use std::hint::black_box;

use cpu_time::ThreadTime;
use kurultai::simulation::kernel::{Instructions, Level};
use kurultai::simulation::{CHUNK_DRAWS, Simulation};

/// Chunks of a turn.
const CHUNKS: u64 = 64;

/// Nanoseconds of this thread for each of so many pieces of work.
#[expect(clippy::cast_precision_loss, reason = "a time is approximate")]
pub(crate) fn of_each(pieces: u64, work: impl FnOnce()) -> f64 {
    let start = ThreadTime::now();
    work();
    start.elapsed().as_secs_f64() * 1e9 / pieces as f64
}

/// Nanoseconds of a draw by these instructions.
pub(crate) fn one_core(simulation: &Simulation<'_>, level: Level) -> f64 {
    let simulation = simulation.clone().at_level(level);
    let mut tally = simulation.empty_tally();
    of_each(CHUNKS * CHUNK_DRAWS, || {
        for chunk in 0..CHUNKS {
            simulation.run_chunk(1, chunk, CHUNK_DRAWS, &mut tally);
        }
        black_box(&tally);
    })
}

/// The sets of instructions that this processor has, from the simplest on.
pub(crate) fn levels() -> Vec<Level> {
    Instructions::ALL.into_iter().filter_map(Level::new).collect()
}
