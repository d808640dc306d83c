//! Indices of disproportionality and fragmentation.
//!
//! Each compares the shares v of votes with the shares s of seats of one allocation, see [`Proportions`];
//! [`catalogue`] has them as a table, [`Indices`] all values at once, [`MainIndices`] those for draws.
//! Where the literature knows several variants under one name, the docs say which this is.

mod all;
mod atkinson;
mod catalogue;
mod cox_shugart;
mod dhondt;
mod effective_number;
mod gallagher;
mod gini;
mod golosov;
mod grofman;
mod lijphart;
mod loosemore_hanby;
mod main_indices;
mod monroe;
mod proportions;
mod rae;
mod sainte_lague;
mod wasted_votes;

pub use all::Indices;
pub use atkinson::{AversionError, InequalityAversion, atkinson};
pub use catalogue::{IndexEntry, catalogue};
pub use cox_shugart::cox_shugart;
pub use dhondt::{dhondt, lebeda};
pub use effective_number::{effective_seats, effective_votes};
pub use gallagher::gallagher;
pub use gini::gini;
pub use golosov::{golosov_seats, golosov_votes};
pub use grofman::grofman;
pub use lijphart::lijphart;
pub use loosemore_hanby::{loosemore_hanby, rose};
pub use main_indices::MainIndices;
pub use monroe::monroe;
pub use proportions::{ListShares, Proportions, ProportionsError};
pub use rae::rae;
pub use sainte_lague::sainte_lague;
pub use wasted_votes::wasted_votes;
