//! The modified Sainte-Laguë method: a dearer, or cheaper, first seat.

use std::cmp::Ordering;

use super::{Claim, Quotient, Signposts};
use crate::apportionment::{FirstDivisor, Fraction};

/// F, 3, 5, 7, …: F = 1.4 in Norway, 1.2 in Sweden since 2018 (Vallagen 2005:837, 14 kap. 3 §).
///
/// With F = p/q the quotients are compared as v/p, v/(3q), v/(5q), …, whole numbers throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::apportionment) struct Modified(pub(in crate::apportionment) FirstDivisor);

impl Modified {
    /// The divisor of the claim, below 2^63: q is at most 10^9, p below 3q, 2s + 1 below 2^33.
    fn signpost(self, claim: Claim) -> u64 {
        let (numerator, denominator) = self.0.fraction();
        match u64::from(claim.before()) {
            0 => numerator.into(),
            before => u64::from(denominator) * (2 * before + 1),
        }
    }
}

impl Signposts for Modified {
    /// By cross products: u64 votes times signposts below 2^63.
    fn compare(self, left: Claim, right: Claim) -> Ordering {
        let product = |votes: u64, signpost: u64| u128::from(votes) * u128::from(signpost);
        product(left.votes, self.signpost(right)).cmp(&product(right.votes, self.signpost(left)))
    }

    fn quotient(self, claim: Claim) -> Quotient {
        let (_, denominator) = self.0.fraction();
        let numerator = u128::from(claim.votes) * u128::from(denominator);
        Quotient::Fraction(Fraction::new(numerator, self.signpost(claim).into()))
    }

    fn votes_per_seat(self) -> u32 {
        2
    }

    fn sequence(self) -> [String; 3] {
        [self.0.to_string(), "3".to_owned(), "5".to_owned()]
    }
}
