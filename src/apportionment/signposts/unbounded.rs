//! Methods whose first seat costs nothing: nobody gets a second before everybody has a first.

use std::cmp::Ordering;

use super::{Claim, Guess, Quotient, Signposts};

/// A sequence that begins with 0: first quotients are infinite, and rank by votes among themselves
/// (Pukelsheim 2017, 3.7, on "impervious" methods).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::apportionment) struct UnboundedFirst<S>(pub(in crate::apportionment) S);

impl<S: Signposts> Signposts for UnboundedFirst<S> {
    fn compare(self, left: Claim, right: Claim) -> Ordering {
        match (left.seat, right.seat) {
            (1, 1) => left.votes.cmp(&right.votes),
            (1, _) => Ordering::Greater,
            (_, 1) => Ordering::Less,
            _ => self.0.compare(left, right),
        }
    }

    fn quotient(self, claim: Claim) -> Quotient {
        if claim.seat == 1 { Quotient::Infinite } else { self.0.quotient(claim) }
    }

    fn votes_per_seat(self) -> u32 {
        self.0.votes_per_seat()
    }

    fn sequence(self) -> [String; 3] {
        self.0.sequence()
    }

    fn guess(self) -> Guess {
        self.0.guess()
    }
}
