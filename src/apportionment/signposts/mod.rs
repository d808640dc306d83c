//! Signposts: what the votes of a list are divided by for its next seat.
//!
//! The quotient of the seat after the s-th is v / σ(s); a method is its sequence σ(0), σ(1), … with
//! s <= σ(s) <= s + 1 up to a common factor (Pukelsheim 2017, chapter 3). Each sequence has a file here.

mod linear;
mod macau;
mod means;
mod modified;
mod unbounded;

use std::cmp::Ordering;

use super::quotient::Quotient;

pub(super) use linear::Linear;
pub(super) use macau::Macau;
pub(super) use means::{Dean, HuntingtonHill, PowerMean};
pub(super) use modified::Modified;
pub(super) use unbounded::UnboundedFirst;

/// A list's claim to its seat number `seat`, counted from 1. The votes are not 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) votes: u64,
    pub(super) seat: u32,
}

impl Claim {
    /// The seats the list has before this one.
    const fn before(self) -> u32 {
        self.seat - 1
    }
}

/// How a floating-point guess finds seats near the result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Guess {
    /// Votes times a multiplier, rounded up from this fraction of a seat on.
    Linear(f64),
    /// Votes times a multiplier, up to the last signpost of a curve that they reach.
    Curved(Curve),
    /// The logarithm of the votes less a common number.
    Logarithmic,
}

/// Signposts near s + 1/2 that are no line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Curve {
    /// Harmonic means.
    Dean,
    /// Geometric means.
    HuntingtonHill,
    /// Power means of this order.
    PowerMean(i8),
}

/// A signpost sequence.
pub(super) trait Signposts: Copy {
    /// The exact order of two quotients.
    fn compare(self, left: Claim, right: Claim) -> Ordering;

    /// The quotient as the method's definition writes it.
    fn quotient(self, claim: Claim) -> Quotient;

    /// The quotient times this number is the divisor, in votes per seat, at which the list just gains
    /// the seat.
    fn votes_per_seat(self) -> u32 {
        1
    }

    /// The first signposts as the definition writes them.
    fn sequence(self) -> [String; 3];

    /// What guides the guess.
    fn guess(self) -> Guess {
        Guess::Linear(0.5)
    }
}
