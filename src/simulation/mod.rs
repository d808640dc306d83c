//! Many draws of an election, counted: random streams, the engine, tallies, threads.
//!
//! The unit of work is a chunk of [`CHUNK_DRAWS`] draws with a random stream of its own; a chunk yields
//! integers only, and merging adds them, so the result depends on neither threads nor order.

mod engine;
mod lots;
mod run;
mod stream;
mod tally;

pub use engine::{Simulation, SimulationError, allocate_count};
pub use lots::SeededLots;
pub use run::{Progress, Run};
pub use stream::{CHUNK_DRAWS, chunk_stream};
pub use tally::{ListTally, MergeError, Outcomes, Tally};
