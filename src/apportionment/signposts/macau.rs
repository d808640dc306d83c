//! The method of Macau: every further seat costs a list twice as much.

use std::cmp::Ordering;

use super::{Claim, Guess, Quotient, Signposts};

/// 1, 2, 4, 8, … (Macau, Law 3/2001 on the Legislative Assembly, article 17).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::apportionment) struct Macau;

/// The order of `votes` halved `more` times and `other`, both with votes. Doubling 64 times takes
/// any number of votes above any other, so nothing is shifted further.
fn halved(votes: u64, more: u32, other: u64) -> Ordering {
    if more >= u64::BITS {
        return Ordering::Less;
    }
    u128::from(votes).cmp(&(u128::from(other) << more))
}

impl Signposts for Macau {
    /// Only the difference of the seats counts.
    fn compare(self, left: Claim, right: Claim) -> Ordering {
        match left.seat.checked_sub(right.seat) {
            Some(more) => halved(left.votes, more, right.votes),
            None => halved(right.votes, right.seat - left.seat, left.votes).reverse(),
        }
    }

    fn quotient(self, claim: Claim) -> Quotient {
        Quotient::Halved { votes: claim.votes, times: claim.before() }
    }

    fn sequence(self) -> [String; 3] {
        ["1", "2", "4"].map(str::to_owned)
    }

    fn guess(self) -> Guess {
        Guess::Logarithmic
    }
}
