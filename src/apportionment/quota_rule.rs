//! Quotas: the price of a seat in votes.

use std::cmp::Ordering;

use super::{ApportionmentError, Fraction};
use crate::election::Share;

/// How the quota follows from votes V and seats N, and who gets what it leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuotaRule {
    /// V / N, largest remainders (Pukelsheim 2017, chapter 5).
    Hare,
    /// ⌊V / (N + 1)⌋ + 1, largest remainders (H. R. Droop 1881; Pukelsheim 2017, chapter 5).
    Droop,
    /// V / (N + 1), largest remainders (E. Hagenbach-Bischoff 1888; Gallagher and Mitchell 2005,
    /// appendix A).
    HagenbachBischoff,
    /// V / (N + 1) rounded half up; a surplus is taken back from the smallest remainders, then the
    /// fewest votes (Slovakia, Act 180/2014; the order between equals: an earlier Slovak text).
    HagenbachBischoffRounded,
    /// V / (N + 2), largest remainders (as a first step Italy until 1993; Gallagher and Mitchell 2005,
    /// appendix A).
    Imperiali,
    /// V / N, left-over seats to the lists with most votes (Georgia 2024).
    HareStrongest,
}

/// A quota kept as the fraction `votes / seats`, so that nothing is rounded unless the rule says so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quota {
    votes: u128,
    seats: u64,
}

impl QuotaRule {
    /// The quota.
    ///
    /// # Errors
    /// [`ApportionmentError::ZeroQuota`] if it was rounded to nothing.
    pub(super) fn quota(self, votes: &[u64], house_size: u32) -> Result<Quota, ApportionmentError> {
        let total_votes: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
        let house = u64::from(house_size);
        let of = |votes, seats| Quota { votes, seats };
        let quota = match self {
            Self::Hare | Self::HareStrongest => of(total_votes, house),
            Self::Droop => of(total_votes / u128::from(house + 1) + 1, 1),
            Self::HagenbachBischoff => of(total_votes, house + 1),
            Self::HagenbachBischoffRounded => {
                let seats = u128::from(house + 1);
                // ⌊V/(N+1) + 1/2⌋; the sum of the votes of any slice of lists stays below 2^127.
                of((2 * total_votes + seats) / (2 * seats), 1)
            }
            Self::Imperiali => of(total_votes, house + 2),
        };
        if quota.votes == 0 {
            return Err(ApportionmentError::ZeroQuota { votes: total_votes, seats: house_size });
        }
        Ok(quota)
    }
}

impl Quota {
    /// The whole quotas in `votes` and what is left over, in units of one vote over `seats`.
    ///
    /// v·seats stays below 2^97; the usual counts fit in u64, where division is several times faster.
    pub(super) fn divide(self, votes: u64) -> (u64, u128) {
        if let (Ok(total), Some(product)) =
            (u64::try_from(self.votes), votes.checked_mul(self.seats))
        {
            return (product / total, (product % total).into());
        }
        let product = u128::from(votes) * u128::from(self.seats);
        // Below 2^64: the quota is at least one vote, and V/(N+2) is not below v/(N+2).
        let whole = u64::try_from(product / self.votes).unwrap_or(u64::MAX);
        (whole, product % self.votes)
    }

    /// Whether `votes` are at least this share of the quota.
    pub(super) fn is_reached_by(self, votes: u64, share: Share) -> bool {
        share.compare(u128::from(votes) * u128::from(self.seats), self.votes) != Ordering::Less
    }

    /// The quota in votes per seat.
    pub(super) fn fraction(self) -> Fraction {
        Fraction::new(self.votes, self.seats.into())
    }

    /// What [`Quota::divide`] leaves over, in votes.
    pub(super) fn in_votes(self, remainder: u128) -> Fraction {
        Fraction::new(remainder, self.seats.into())
    }
}
