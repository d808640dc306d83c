//! D'Hondt, Sainte-Laguë, Danish, Imperiali and every other sequence with equal steps.

use std::cmp::Ordering;

use super::{Claim, Guess, Quotient, Signposts};
use crate::apportionment::{Fraction, RoundingPoint};

/// Signposts of a stationary divisor method: `step·s + first` for the seat after the s-th.
///
/// The quotient v / (s + r) with r = `first/step` is compared as v / (step·s + first), whole numbers
/// throughout. Sources: D'Hondt 1, 2, 3, … and Sainte-Laguë 1, 3, 5, … in Pukelsheim 2017, chapter 3;
/// Danish 1, 4, 7, … and Imperiali 2, 3, 4, … (there halved: 1, 1½, 2, …) in M. Gallagher,
/// "Proportionality, disproportionality and electoral systems", Electoral Studies 10 (1991) 33-51.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::apportionment) struct Linear {
    step: u32,
    first: u32,
    /// The definition's own quotient is v·scale / (step·s + first).
    scale: u32,
}

impl Linear {
    /// Step and first divisor.
    pub(in crate::apportionment) const fn parts(self) -> (u32, u32) {
        (self.step, self.first)
    }

    /// v / (step·s + first).
    pub(in crate::apportionment) const fn new(step: u32, first: u32) -> Self {
        Self { step, first, scale: 1 }
    }

    /// v / (s + r).
    pub(in crate::apportionment) const fn stationary(rounding_point: RoundingPoint) -> Self {
        let (first, step) = rounding_point.fraction();
        Self { step, first, scale: step }
    }

    /// Whether the first signpost is 0.
    pub(in crate::apportionment) const fn starts_at_nothing(self) -> bool {
        self.first == 0
    }

    /// The divisor of the claim, below 2^63: a step of at most 10^9 times seats below 2^32.
    const fn signpost(self, claim: Claim) -> u64 {
        self.step as u64 * claim.before() as u64 + self.first as u64
    }
}

impl Signposts for Linear {
    /// By cross products: u64 votes times signposts below 2^63.
    fn compare(self, left: Claim, right: Claim) -> Ordering {
        let product = |votes: u64, signpost: u64| u128::from(votes) * u128::from(signpost);
        product(left.votes, self.signpost(right)).cmp(&product(right.votes, self.signpost(left)))
    }

    fn quotient(self, claim: Claim) -> Quotient {
        let numerator = u128::from(claim.votes) * u128::from(self.scale);
        Quotient::Fraction(Fraction::new(numerator, self.signpost(claim).into()))
    }

    fn votes_per_seat(self) -> u32 {
        self.step / self.scale
    }

    fn sequence(self) -> [String; 3] {
        [1, 2, 3].map(|seat| {
            let signpost = self.signpost(Claim { votes: 1, seat });
            Fraction::new(signpost.into(), self.scale.into()).to_string()
        })
    }

    fn guess(self) -> Guess {
        #[expect(clippy::float_arithmetic, reason = "only guides the guess")]
        let rounding_point = f64::from(self.first) / f64::from(self.step);
        Guess::Linear(rounding_point)
    }
}
