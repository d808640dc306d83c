//! Exact seat allocation and election simulation.
pub mod apportionment;
pub mod election;
pub mod law;
pub mod scenario;
pub mod uncertainty;
