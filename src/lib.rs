//! Exact seat allocation and election simulation.
#[cfg(feature = "chart")]
pub mod chart;
pub mod election;
