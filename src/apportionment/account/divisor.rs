//! The account of a divisor method: every seat in the order in which it is won.

use std::cmp::Ordering;

use super::super::divisor::{strongest_claim, weakest_holding};
use super::super::signposts::{Claim, Signposts};
use super::super::{DivisorInterval, Fraction, Quotient};
use super::{SeatClaim, Start};

/// The account of a divisor method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivisorAccount {
    /// The first three signposts, as the definition writes them.
    pub signposts: [String; 3],
    /// The lists with votes, with the seats they start from.
    pub start: Vec<Start>,
    /// Every seat above the floors, from the largest quotient to the smallest.
    pub seats: Vec<SeatClaim>,
    /// The next seat of every list, from the largest quotient to the smallest.
    pub missed: Vec<SeatClaim>,
    /// The divisors that give the result; none if the floors fill the house or a first seat that
    /// costs nothing was missed. Where quotients are irrational, its ends are rounded inwards to
    /// billionths.
    pub interval: Option<DivisorInterval>,
}

impl DivisorAccount {
    pub(super) fn of(
        signposts: impl Signposts,
        start: Vec<Start>,
        votes: &[u64],
        floors: &[u32],
        seats: &[u32],
    ) -> Self {
        let won = start.iter().flat_map(|&Start { list, votes, floor }| {
            (floor + 1..=seats[list]).map(move |seat| (list, Claim { votes, seat }))
        });
        let missed = (start.iter()).filter_map(|&Start { list, votes, .. }| {
            Some((list, Claim { votes, seat: seats[list].checked_add(1)? }))
        });
        let (won, missed) = (in_order(signposts, won), in_order(signposts, missed));
        let interval = weakest_holding(signposts, votes, floors, seats)
            .zip(strongest_claim(signposts, votes, seats))
            .and_then(|((_, won), (_, missed))| interval(signposts, won, missed));
        Self { signposts: signposts.sequence(), start, seats: won, missed, interval }
    }

    /// The smallest awarded quotient.
    pub fn last_won(&self) -> Option<&SeatClaim> {
        self.seats.last()
    }

    /// The largest quotient that won nothing.
    pub fn first_missed(&self) -> Option<&SeatClaim> {
        self.missed.first()
    }
}

/// The claims from the largest quotient to the smallest, equal ones in the order of the lists.
fn in_order(
    signposts: impl Signposts,
    claims: impl Iterator<Item = (usize, Claim)>,
) -> Vec<SeatClaim> {
    let mut claims: Vec<(usize, Claim)> = claims.collect();
    claims.sort_by(|&(_, left), &(_, right)| signposts.compare(right, left));
    let named = |(list, claim): (usize, Claim)| SeatClaim {
        list,
        seat: claim.seat,
        quotient: signposts.quotient(claim),
    };
    claims.into_iter().map(named).collect()
}

fn interval(signposts: impl Signposts, won: Claim, missed: Claim) -> Option<DivisorInterval> {
    let (high, low) = (signposts.quotient(won), signposts.quotient(missed));
    if low == Quotient::Infinite {
        return None;
    }
    let unit = u128::from(signposts.votes_per_seat());
    let scaled = |bound: Fraction| Fraction::new(bound.numerator * unit, bound.denominator);
    if signposts.compare(won, missed) == Ordering::Equal {
        let only = scaled(low.floor()?);
        return Some(DivisorInterval { low: only, high: only });
    }
    let low = scaled(low.ceiling()?);
    // Above an infinite quotient nothing is lost: every divisor above the low end gives the result.
    let high = high.floor().map(scaled);
    let high = high.unwrap_or_else(|| Fraction::new(10 * (low.numerator + 1), low.denominator));
    // Closer than a billionth of a vote, there is no decimal between them.
    (low <= high).then_some(DivisorInterval { low, high })
}
