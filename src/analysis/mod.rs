//! What counts mean: an outcome with its account, and the summary of a run.
//!
//! [`Summary`] is the waist of the program: nothing to its right sees a draw.

mod axioms;
mod coalitions;
mod comparison;
mod course;
mod decisions;
mod disproportionality;
mod distribution;
mod estimate;
mod event;
mod last_seat;
mod margins;
mod method_benchmark;
mod method_comparison;
mod outcome;
mod question;
mod quota_groups;
mod stopping;
mod summary;
mod sweep;
mod winning_sets;

pub use axioms::{
    AxiomWitness, Axioms, Cause, Finding, HOUSE_RANGE, MOST_CHANGED_LISTS, MOST_WITNESSES,
    PER_MILLE_STEPS, Property, Reason, Searched, Variation, Verdict, WitnessList,
};
pub use coalitions::{
    CoalitionAnalysis, ListPower, MAX_LISTED, MajorityAnalysis, MinimalSet, MinimalSets, Standing,
    WatchedCoalition,
};
pub use comparison::{Comparison, PartyComparison, RealResult};
pub use course::Course;
pub use decisions::{Actor, ActorPower, MatterPower};
pub use disproportionality::Disproportionality;
pub use distribution::SeatDistribution;
pub use estimate::Estimate;
pub use event::{Event, EventError};
pub use last_seat::LastSeat;
pub use margins::{
    ListMargins, MAX_COMPARED_SWITCHING_LISTS, MAX_SWITCHING_LISTS, Margins, Obstacle,
    SmallestSwitch, Switch, ThresholdMargin, VotesAway,
};
pub use method_benchmark::{
    BiasTheory, ElectionKind, Elections, ElectionsError, Fault, FaultCount, IndexSpread,
    MethodBenchmark, MethodRecord, MethodTime, RealElection, Timing, Witness, party_system,
    uniform_shares,
};
pub use method_comparison::{
    Alternatives, ComparedLaw, ComparisonError, DrawnLaw, MethodComparison,
};
pub use outcome::{Outcome, OutcomeError, PartyOutcome, Totals};
pub use question::Question;
pub use quota_groups::GroupPlaces;
pub use stopping::{PrecisionError, Target};
pub use summary::{CoalitionSummary, PartySummary, Representative, Summary};
pub use sweep::{
    Axis, AxisError, Breakpoint, BreakpointAt, CountedPoint, Decimal, DecimalError, DrawnParty,
    DrawnPoint, MAX_SWEEP_POINTS, MAX_SWEEP_VALUES, NoBreakpoints, PointError, SeatChange, Sweep,
    SweepError, SweepPoint, SweepValue, UnknownVary, Vary,
};
pub use winning_sets::{ListPowerMean, WinningSet, WinningSets};
