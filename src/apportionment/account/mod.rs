//! The account of a result: enough to redo it by hand.

mod balinski_young;
mod divisor;
mod quota;
mod remainders_first;

pub use balinski_young::{BalinskiYoungAccount, BalinskiYoungSeat};
pub use divisor::DivisorAccount;
pub use quota::{ListRemainder, QuotaAccount};
pub use remainders_first::{ListInLine, RemaindersFirstAccount};

use super::method::{Rule, with_signposts};
use super::{Apportioned, Quotient};

/// Why the seats are what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Account {
    /// By a divisor method.
    Divisor(DivisorAccount),
    /// By a quota method.
    Quota(QuotaAccount),
    /// By the quota method of Balinski and Young.
    BalinskiYoung(BalinskiYoungAccount),
    /// By whole quotas, then remainders, then averages.
    RemaindersFirst(RemaindersFirstAccount),
}

/// A list with votes before the first seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The list, by index.
    pub list: usize,
    /// Its votes.
    pub votes: u64,
    /// Its guaranteed seats.
    pub floor: u32,
}

/// A list's claim to one seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatClaim {
    /// The list, by index.
    pub list: usize,
    /// Which of its seats, counted from 1.
    pub seat: u32,
    /// Its votes over the signpost of that seat.
    pub quotient: Quotient,
}

impl Account {
    /// The account of seats that were shared out. They add up to the house unless a tie was left open.
    ///
    /// # Panics
    /// If `seats` is not as long as `votes`, or the method gives no result for the votes.
    pub fn of(shared: &Apportioned<'_>) -> Self {
        let Apportioned { method, votes, floors, house_size, seats, served, .. } = *shared;
        if shared.remainder_from.is_some() {
            return Self::RemaindersFirst(RemaindersFirstAccount::of(shared));
        }
        assert_eq!(votes.len(), seats.len(), "one number of seats a list");
        let start: Vec<Start> = (votes.iter().enumerate())
            .filter(|&(_, &votes)| votes > 0)
            .map(|(list, &votes)| Start {
                list,
                votes,
                floor: floors.get(list).copied().unwrap_or(0),
            })
            .collect();
        with_signposts!(
            method.rule(),
            signposts => Self::Divisor(DivisorAccount::of(signposts, start, votes, floors, seats)),
            Rule::Quota(rule) => {
                let quota = rule.quota(votes, house_size).expect("the quota that gave the seats");
                Self::Quota(QuotaAccount::of(rule, quota, &start, house_size, seats))
            },
            Rule::BalinskiYoung => {
                Self::BalinskiYoung(BalinskiYoungAccount::of(start, house_size, seats, served))
            }
        )
    }
}
