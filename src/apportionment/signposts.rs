//! Signposts: what the votes of a list are divided by for its next seat.

use std::cmp::Ordering;

use super::Fraction;

/// A list's claim to its seat number `seat`, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) votes: u64,
    pub(super) seat: u32,
}

/// Signposts of a stationary divisor method: `step·s + first` for the seat after the s-th.
///
/// The quotient v / (s + r) with r = `first/step` is compared as v / (step·s + first), whole numbers
/// throughout: D'Hondt 1, 2, 3, …; Sainte-Laguë 1, 3, 5, ….
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Linear {
    step: u32,
    first: u32,
}

impl Linear {
    pub(super) const fn new(step: u32, first: u32) -> Self {
        Self { step, first }
    }

    /// The divisor of the claim.
    const fn signpost(self, claim: Claim) -> u64 {
        self.step as u64 * (claim.seat as u64 - 1) + self.first as u64
    }

    /// The exact order of two quotients, by cross products: u64 votes times divisors below 2^47.
    pub(super) fn compare(self, left: Claim, right: Claim) -> Ordering {
        let product = |votes: u64, signpost: u64| u128::from(votes) * u128::from(signpost);
        product(left.votes, self.signpost(right)).cmp(&product(right.votes, self.signpost(left)))
    }

    /// The quotient as it is compared: votes over signpost.
    pub(super) fn quotient(self, claim: Claim) -> Fraction {
        Fraction::new(claim.votes.into(), self.signpost(claim).into())
    }

    /// The divisor (votes per seat) at which the list just gains the claimed seat: v / (s + r).
    pub(super) fn critical_divisor(self, claim: Claim) -> Fraction {
        Fraction::new(u128::from(claim.votes) * u128::from(self.step), self.signpost(claim).into())
    }

    /// The signpost sequence in words of arithmetic, such as `1, 3, 5, …`.
    pub(super) fn sequence(self) -> [u64; 3] {
        [1, 2, 3].map(|seat| self.signpost(Claim { votes: 0, seat }))
    }

    /// Rounding point r as a floating-point number, for the guess.
    pub(super) fn rounding_point(self) -> f64 {
        #[expect(clippy::float_arithmetic, reason = "only guides the guess")]
        let rounding_point = f64::from(self.first) / f64::from(self.step);
        rounding_point
    }
}
