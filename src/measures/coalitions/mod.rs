//! Coalitions: lists that add up their seats, and what they reach together.
//!
//! A set of lists **wins** if its seats reach the quota, the seats that a majority needs. METHODS.md 6 keeps
//! three senses apart, see [`Senses`]; von Neumann and Morgenstern, *Theory of Games and Economic Behavior*
//! (1944), and Riker, *The Theory of Political Coalitions* (1962), on minimal winning coalitions.

mod blocking;
mod critical;
mod minimal_winning;
mod seats;
mod senses;

pub use blocking::blocking_quota;
pub use critical::critical_members;
pub use minimal_winning::{MinimalWinning, count_minimal_winning};
pub use seats::{coalition_seats, smallest_member};
pub use senses::Senses;
