//! Who has the last seat of an allocation, and who missed it.

use super::Outcome;
use crate::apportionment::Account;

/// The ends of the order in which seats are won, in the last round of an allocation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastSeat {
    /// The list with the last seat, by index; of an alliance its first list. None where no order gives
    /// seats one by one: whole quotas filled the house, or every list was full.
    pub won: Option<usize>,
    /// The list that came next.
    pub missed: Option<usize>,
}

impl LastSeat {
    /// The last seat of an outcome.
    pub fn of(outcome: &Outcome) -> Self {
        if let Some(clause) = &outcome.allocation.majority_clause {
            let missed = clause.lost.first().or(clause.equals.first()).copied();
            return Self { won: Some(clause.list), missed };
        }
        let Some(round) = &outcome.last_round else { return Self::default() };
        match &round.account {
            Account::Divisor(account) => Self {
                won: account.last_won().map(|claim| claim.list),
                missed: account.first_missed().map(|claim| claim.list),
            },
            // Where seats are taken back, nobody wins or misses one.
            Account::Quota(account) if account.surplus > 0 || account.left_over == 0 => {
                Self::default()
            }
            Account::Quota(account) => Self {
                won: account.last_won().map(|list| list.list),
                missed: account.first_missed().map(|list| list.list),
            },
            Account::RemaindersFirst(account) => {
                Self { won: account.last_won(), missed: account.first_missed() }
            }
            // The quota method has no order of the claims that missed.
            Account::BalinskiYoung(account) => {
                Self { won: account.seats.last().map(|seat| seat.claim.list), missed: None }
            }
        }
    }
}
