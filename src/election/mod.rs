//! The nouns of an election: parties, votes, seats, shares, the house. No rule lives here.

mod ballots;
mod colour;
mod house;
mod multiplier;
mod name;
mod party;
mod printable;
mod share;

pub use ballots::{Ballots, MAX_LISTS};
pub use colour::{Colour, ColourError};
pub use house::{House, HouseError, MAX_SEATS, Majority, MajorityRule};
pub use multiplier::{Multiplier, MultiplierError};
pub use name::{NameError, did_you_mean, is_same_name, nearest, party_named};
pub use party::{LocalName, Party, PartyKind};
pub use printable::{is_hidden, printable, printable_in_message};
pub use share::{Share, ShareError};
