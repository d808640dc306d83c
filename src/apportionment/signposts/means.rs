//! Signposts that are means of s and s + 1: harmonic, geometric, and of any power.

use std::cmp::Ordering;

use super::{Claim, Curve, Guess, Quotient, Signposts};
use crate::apportionment::quotient::Powered;
use crate::apportionment::wide::Wide;
use crate::apportionment::{Fraction, WholeOrder};

/// The order of `left.0·left.1` and `right.0·right.1`: in u128 where both fit, else wider.
fn compare_products(left: (u128, u128), right: (u128, u128)) -> Ordering {
    if let (Some(left), Some(right)) = (left.0.checked_mul(left.1), right.0.checked_mul(right.1)) {
        return left.cmp(&right);
    }
    let wide = |(one, other)| Wide::from(one).times(&Wide::from(other));
    wide(left).cmp(&wide(right))
}

/// s·(s + 1), below 2^64.
fn product_around(claim: Claim) -> u128 {
    let before = u128::from(claim.before());
    before * (before + 1)
}

/// The harmonic mean 2s(s+1) / (2s+1), 0 first (J. Dean 1832; Balinski and Young 2001).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::apportionment) struct Dean;

impl Dean {
    /// v·(2s + 1), below 2^97.
    fn numerator(claim: Claim) -> u128 {
        u128::from(claim.votes) * (2 * u128::from(claim.before()) + 1)
    }
}

impl Signposts for Dean {
    /// v(2s+1) / 2s(s+1) by cross products, the common 2 left out.
    fn compare(self, left: Claim, right: Claim) -> Ordering {
        compare_products(
            (Self::numerator(left), product_around(right)),
            (Self::numerator(right), product_around(left)),
        )
    }

    fn quotient(self, claim: Claim) -> Quotient {
        Quotient::Fraction(Fraction::new(Self::numerator(claim), 2 * product_around(claim)))
    }

    fn sequence(self) -> [String; 3] {
        ["0", "4/3", "12/5"].map(str::to_owned)
    }

    fn guess(self) -> Guess {
        Guess::Curved(Curve::Dean)
    }
}

/// The geometric mean √(s(s+1)), 0 first (J. A. Hill 1911, E. V. Huntington 1921; Balinski and
/// Young 2001).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::apportionment) struct HuntingtonHill;

impl HuntingtonHill {
    /// v², below 2^128.
    fn square(claim: Claim) -> u128 {
        u128::from(claim.votes) * u128::from(claim.votes)
    }
}

impl Signposts for HuntingtonHill {
    /// The squares v² / s(s+1) by cross products: below 2^192.
    fn compare(self, left: Claim, right: Claim) -> Ordering {
        compare_products(
            (Self::square(left), product_around(right)),
            (Self::square(right), product_around(left)),
        )
    }

    fn quotient(self, claim: Claim) -> Quotient {
        Quotient::SquareRoot(Fraction::new(Self::square(claim), product_around(claim)))
    }

    fn sequence(self) -> [String; 3] {
        ["0", "√2", "√6"].map(str::to_owned)
    }

    fn guess(self) -> Guess {
        Guess::Curved(Curve::HuntingtonHill)
    }
}

/// The power mean ((s^P + (s+1)^P) / 2)^(1/P), P not 0 (Pukelsheim 2017, chapter 3).
///
/// Decided without roots and without floating point: the P-th powers of the quotients are fractions
/// of whole numbers, and these are cross-multiplied in [`Wide`] numbers. Most pairs are far apart, and
/// bounds of the mean decide them: it lies between s and s + 1/2 up to the arithmetic mean's order 1, and
/// between s + 1/2 and s + 1 from there on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::apportionment) struct PowerMean(pub(in crate::apportionment) WholeOrder);

impl PowerMean {
    fn powered(self, claim: Claim) -> Powered {
        Powered::of_power_mean(claim.votes, claim.before(), self.0.get())
    }

    /// Twice the bounds of the mean, 2s and 2s + 1, or 2s + 1 and 2s + 2.
    fn bounds(self, claim: Claim) -> (u128, u128) {
        let low = 2 * u128::from(claim.before()) + u128::from(self.0.get() > 1);
        (low, low + 1)
    }

    /// Whether the bounds of both means show that the first quotient is larger: v/M over w/N is at least v·low(N)
    /// over w·high(M). Votes below 2^64 times bounds below 2^34.
    fn is_far_above(self, one: Claim, other: Claim) -> bool {
        let (one_high, other_low) = (self.bounds(one).1, self.bounds(other).0);
        u128::from(one.votes) * other_low > u128::from(other.votes) * one_high
    }
}

impl Signposts for PowerMean {
    fn compare(self, left: Claim, right: Claim) -> Ordering {
        if self.is_far_above(left, right) {
            Ordering::Greater
        } else if self.is_far_above(right, left) {
            Ordering::Less
        } else {
            self.powered(left).compare(&self.powered(right))
        }
    }

    fn quotient(self, claim: Claim) -> Quotient {
        Quotient::PowerMean { votes: claim.votes, seats: claim.before(), order: self.0.get() }
    }

    fn sequence(self) -> [String; 3] {
        [0, 1, 2].map(|seats| format!("M({seats}, {})", seats + 1))
    }

    fn guess(self) -> Guess {
        Guess::Curved(Curve::PowerMean(self.0.get()))
    }
}
