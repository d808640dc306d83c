//! Many draws of an election, counted: the kernel, exact scalar fallback, tallies, threads.
//!
//! The unit of work is a chunk of [`CHUNK_DRAWS`] draws with random streams of its own; a chunk yields
//! integers only, and merging adds them, so the result depends on neither threads nor order. The draw
//! format, from which every number follows, is written down in `docs/draw-format.md`.

mod batch;
mod engine;
mod first_draws;
mod growth;
pub mod kernel;
mod paired;
mod plan;
mod real_sum;
mod recount;
mod run;
mod stream;
mod tally;

pub(crate) use engine::Span;
pub use engine::{Replay, Simulation, SimulationError, allocate_count};
pub use first_draws::{FIRST_DRAWS, FirstDraws, PowerSums};
pub use growth::{GROWTH_LIMIT, grow};
pub use paired::Pair;
pub use real_sum::RealSum;
pub use run::{Progress, Run};
pub use tally::{CoalitionTally, ListTally, MergeError, Outcomes, Subsets, Tally};

/// The stack of every thread that works, in bytes. That of the system may be as small as somebody likes (`ulimit
/// -s`, `RUST_MIN_STACK`), and running out of it would abort the program; pages not used cost nothing.
pub const STACK_BYTES: usize = 8 << 20;

/// Draws in a chunk. Draw number d belongs to chunk d / 4096.
pub const CHUNK_DRAWS: u64 = kernel::CHUNK as u64;
