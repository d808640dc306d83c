//! Exact seat allocation and election simulation.
pub mod election;
