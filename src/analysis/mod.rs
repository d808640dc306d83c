//! What counts mean: an outcome with its account, and the summary of a run.
//!
//! [`Summary`] is the waist of the program: nothing to its right sees a draw.

mod comparison;
mod distribution;
mod estimate;
mod outcome;
mod quota_groups;
mod summary;

pub use comparison::{Comparison, PartyComparison, RealResult};
pub use distribution::SeatDistribution;
pub use estimate::Estimate;
pub use outcome::{Outcome, OutcomeError, PartyOutcome, Totals};
pub use quota_groups::GroupPlaces;
pub use summary::{CoalitionSummary, PartySummary, Summary};
