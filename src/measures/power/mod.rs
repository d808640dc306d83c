//! Power indices: how often a list decides whether others have a majority.
//!
//! The lists are a weighted voting game, with seats as weights and the seats of a majority as quota.
//! [`PowerCount`] counts exactly; [`banzhaf`] and [`shapley_shubik`] are the indices by name.
//!
//! Bounds: at most [`MAX_POWER_LISTS`] lists with seats, any number without; any quota and any seats of a
//! house. Within them no number exceeds 2^128.

mod banzhaf;
mod count;
mod error;
mod generating_function;
mod shapley_shubik;
mod subsets;

pub use banzhaf::{Banzhaf, banzhaf};
pub use count::PowerCount;
pub use error::{MAX_POWER_LISTS, PowerError};
pub use shapley_shubik::shapley_shubik;
