//! Exact seat allocation and election simulation.
pub mod analysis;
pub mod apportionment;
#[cfg(feature = "chart")]
pub mod chart;
#[cfg(feature = "cli")]
pub mod cli;
pub mod election;
pub mod law;
pub mod measures;
#[cfg(feature = "cli")]
pub mod report;
pub mod scenario;
pub mod simulation;
pub mod uncertainty;
