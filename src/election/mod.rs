//! The nouns of an election: parties, votes, seats, shares, the house. No rule lives here.

mod ballots;
mod colour;
mod house;
mod multiplier;
mod party;
mod share;

pub use ballots::{Ballots, MAX_LISTS};
pub use colour::{Colour, ColourError};
pub use house::{House, HouseError, MAX_SEATS, Majority, MajorityRule};
pub use multiplier::{Multiplier, MultiplierError};
pub use party::{LocalName, Party, PartyKind};
pub use share::{Share, ShareError};
