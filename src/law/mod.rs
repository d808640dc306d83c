//! What an electoral law adds to a method: who is admitted, and what settles a tie or a full list.
//!
//! Exact like the room before it: thresholds are fractions, and nothing here draws a random number;
//! where the law asks for a lot, the caller supplies it.
#![deny(clippy::float_arithmetic)]

mod allocation;
mod preset;
mod threshold;
mod tie_rule;

pub use allocation::{Admission, Allocation, AllocationError, Allocator, CappedList, LastRound};
pub use preset::{PRESETS, Preset, UnknownPreset};
pub use threshold::{Threshold, ThresholdBase, ThresholdRule};
pub use tie_rule::{Lots, NoLots, SettledTie, TieRule};

use std::fmt;
use std::str::FromStr;

use crate::apportionment::Method;

/// An electoral law for one nationwide district.
///
/// ```
/// use kurultai::law::{Law, Preset};
/// let law: &Law = &Preset::named("kurultai-2026")?.law;
/// assert_eq!(law.threshold.share.to_string(), "5%");
/// # Ok::<(), kurultai::law::UnknownPreset>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Law {
    /// How votes become seats.
    pub method: Method,
    /// What a list needs to take part.
    pub threshold: Threshold,
    /// What settles a tie.
    pub tie: TieRule,
    /// What becomes of seats a list has no candidates for.
    pub freed_seats: FreedSeats,
}

/// What becomes of the seats that a list wins but has no candidates for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FreedSeats {
    /// The other lists share them: the full list keeps its candidates and leaves the calculation,
    /// and the rest is apportioned anew.
    #[default]
    Redistribute,
    /// They stay empty.
    Vacant,
}

/// A word that is not one of the choices.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} `{found}`: it is one of {accepted}")]
pub struct UnknownChoice {
    what: &'static str,
    found: String,
    accepted: &'static str,
}

/// Gives a plain choice its words: `Display`, and `FromStr` with an error that lists them.
macro_rules! words {
    ($choice:ty, $what:literal, $accepted:literal, $($variant:ident = $word:literal),+) => {
        impl fmt::Display for $choice {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$variant => $word),+ })
            }
        }

        impl FromStr for $choice {
            type Err = UnknownChoice;

            fn from_str(text: &str) -> Result<Self, UnknownChoice> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(UnknownChoice {
                        what: $what,
                        found: text.to_owned(),
                        accepted: $accepted,
                    }),
                }
            }
        }
    };
}

words!(
    FreedSeats,
    "treatment of freed seats",
    "`redistribute`, `vacant`",
    Redistribute = "redistribute",
    Vacant = "vacant"
);
words!(
    ThresholdBase,
    "threshold base",
    "`lists` (votes for lists), `valid` (lists and against all), `cast` (valid and invalid)",
    Lists = "lists",
    Valid = "valid",
    Cast = "cast"
);
words!(
    ThresholdRule,
    "threshold rule",
    "`at-least`, `more-than`",
    AtLeast = "at-least",
    MoreThan = "more-than"
);
words!(
    TieRule,
    "tie rule",
    "`order` (earlier in the file first), `votes` (more votes first), `lot` (seeded), `report` \
     (leave it open)",
    Order = "order",
    Votes = "votes",
    Lot = "lot",
    Report = "report"
);
