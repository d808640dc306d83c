//! The account of a result: enough to redo it by hand.

use super::divisor::{strongest_claim, weakest_holding};
use super::method::Rule;
use super::signposts::{Claim, Linear};
use super::{DivisorInterval, Fraction, Method};

/// Why the seats are what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Account {
    /// By a divisor method.
    Divisor(DivisorAccount),
    /// By a quota method.
    Quota(QuotaAccount),
}

/// A list's claim to one seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatClaim {
    /// The list, by index.
    pub list: usize,
    /// Which of its seats, counted from 1.
    pub seat: u32,
    /// Its votes over the signpost of that seat.
    pub quotient: Fraction,
}

/// The account of a divisor method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivisorAccount {
    /// The first three signposts.
    pub signposts: [u64; 3],
    /// The divisors that give the result; none if the floors fill the house.
    pub interval: Option<DivisorInterval>,
    /// The smallest awarded quotient.
    pub last_won: Option<SeatClaim>,
    /// The largest quotient that won nothing.
    pub first_missed: Option<SeatClaim>,
}

/// What a list is left with after its whole quotas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListRemainder {
    /// The list, by index.
    pub list: usize,
    /// Its whole quotas: the seats it has before remainders count.
    pub full_seats: u32,
    /// Its remaining votes.
    pub remainder: Fraction,
    /// Whether the remainder won a seat.
    pub won: bool,
}

/// The account of a quota method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotaAccount {
    /// Votes per seat, not rounded.
    pub quota: Fraction,
    /// Seats left over after the whole quotas.
    pub left_over: u32,
    /// The lists with votes, from the largest remainder to the smallest.
    pub remainders: Vec<ListRemainder>,
}

impl QuotaAccount {
    /// The smallest remainder that won a seat.
    pub fn last_won(&self) -> Option<&ListRemainder> {
        self.remainders.iter().rev().find(|list| list.won)
    }

    /// The largest remainder that won none.
    pub fn first_missed(&self) -> Option<&ListRemainder> {
        self.remainders.iter().find(|list| !list.won)
    }
}

impl Account {
    /// The account of `seats` in a house of `house_size`, where `votes` and `floors` are those that
    /// gave them. The seats add up to the house unless a tie was left open.
    ///
    /// # Panics
    /// If `seats` is not as long as `votes`.
    pub fn of(
        method: Method,
        votes: &[u64],
        floors: &[u32],
        house_size: u32,
        seats: &[u32],
    ) -> Self {
        assert_eq!(votes.len(), seats.len(), "one number of seats a list");
        match method.rule() {
            Rule::Divisor(signposts) => {
                Self::Divisor(divisor_account(signposts, votes, floors, seats))
            }
            Rule::Quota(rule) => {
                let quota = rule.quota(votes, house_size);
                let mut remainders: Vec<_> = (0..votes.len())
                    .filter(|&list| votes[list] > 0)
                    .map(|list| {
                        let (full_seats, remainder) = quota.divide(votes[list]);
                        ListRemainder {
                            list,
                            full_seats,
                            remainder: quota.in_votes(remainder),
                            won: seats[list] > full_seats.max(floor(floors, list)),
                        }
                    })
                    .collect();
                let full: u32 = remainders
                    .iter()
                    .map(|list| list.full_seats.max(floor(floors, list.list)))
                    .sum();
                remainders.sort_by(|left, right| {
                    right.remainder.cmp(&left.remainder).then(right.won.cmp(&left.won))
                });
                Self::Quota(QuotaAccount {
                    quota: quota.fraction(),
                    left_over: house_size - full,
                    remainders,
                })
            }
        }
    }
}

fn floor(floors: &[u32], list: usize) -> u32 {
    floors.get(list).copied().unwrap_or(0)
}

fn divisor_account(
    signposts: Linear,
    votes: &[u64],
    floors: &[u32],
    seats: &[u32],
) -> DivisorAccount {
    let named = |(list, claim): (usize, Claim)| SeatClaim {
        list,
        seat: claim.seat,
        quotient: signposts.quotient(claim),
    };
    let won = weakest_holding(signposts, votes, floors, seats);
    let missed = strongest_claim(signposts, votes, seats);
    let interval = won.zip(missed).map(|((_, won), (_, missed))| DivisorInterval {
        low: signposts.critical_divisor(missed),
        high: signposts.critical_divisor(won),
    });
    DivisorAccount {
        signposts: signposts.sequence(),
        interval,
        last_won: won.map(named),
        first_missed: missed.map(named),
    }
}
