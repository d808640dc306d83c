//! Measures of one allocation: pure functions of votes and seats.

pub mod coalitions;
pub mod indices;
pub mod power;
pub mod properties;

pub use coalitions::coalition_seats;
