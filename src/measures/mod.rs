//! Measures of one allocation: pure functions of votes and seats.

pub mod coalitions;
pub mod indices;
pub mod power;

pub use coalitions::coalition_seats;
