//! The account of a quota method: full seats, then what the rest of each list won or lost.

use super::super::Fraction;
use super::super::quota_rule::{Quota, QuotaRule};
use super::Start;

/// What a list is left with after its whole quotas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListRemainder {
    /// The list, by index.
    pub list: usize,
    /// Its votes.
    pub votes: u64,
    /// Its guaranteed seats.
    pub floor: u32,
    /// Its whole quotas: with the floor, if that is more, the seats it has before remainders count.
    pub full_seats: u64,
    /// Its remaining votes; none if its floor raised it.
    pub remainder: Fraction,
    /// The left-over seats it won.
    pub won: u32,
    /// The seats that were taken back from it.
    pub taken_back: u64,
}

impl ListRemainder {
    /// Whether the floor gives the list more than its whole quotas.
    pub fn is_raised(&self) -> bool {
        u64::from(self.floor) > self.full_seats
    }

    /// Its seats before any is added or taken back.
    pub fn first_seats(&self) -> u64 {
        self.full_seats.max(self.floor.into())
    }
}

/// The account of a quota method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotaAccount {
    /// Votes per seat, not rounded unless the rule says so.
    pub quota: Fraction,
    /// Seats left over after the whole quotas.
    pub left_over: u32,
    /// Seats that the whole quotas award beyond the house.
    pub surplus: u64,
    /// How many whole rounds the left-over seats go through all lists before some are left again.
    pub rounds: u32,
    /// Whether the left-over seats go to the most votes, not to the largest remainders.
    pub by_votes: bool,
    /// The lists with votes, in the order in which they come to a left-over seat; a surplus is
    /// taken from the end.
    pub remainders: Vec<ListRemainder>,
}

impl QuotaAccount {
    pub(super) fn of(
        rule: QuotaRule,
        quota: Quota,
        start: &[Start],
        house_size: u32,
        seats: &[u32],
    ) -> Self {
        let by_votes = rule == QuotaRule::HareStrongest;
        let mut remainders: Vec<ListRemainder> = (start.iter())
            .map(|&Start { list, votes, floor }| {
                let (full_seats, remainder) = quota.divide(votes);
                let first = full_seats.max(floor.into());
                let remainder = if u64::from(floor) > full_seats { 0 } else { remainder };
                ListRemainder {
                    list,
                    votes,
                    floor,
                    full_seats,
                    remainder: quota.in_votes(remainder),
                    won: u32::try_from(u64::from(seats[list]).saturating_sub(first)).unwrap_or(0),
                    taken_back: first.saturating_sub(seats[list].into()),
                }
            })
            .collect();
        let first: u64 = remainders.iter().map(ListRemainder::first_seats).sum();
        let house = u64::from(house_size);
        let left_over = u32::try_from(house.saturating_sub(first)).unwrap_or(0);
        let surplus = first.saturating_sub(house);
        let rounds = left_over / u32::try_from(start.len()).unwrap_or(u32::MAX).max(1);
        // The winners of equal claims come first, those who gave a seat back last.
        remainders.sort_by(|left, right| {
            let lots = right.won.cmp(&left.won).then(left.taken_back.cmp(&right.taken_back));
            rank(right, by_votes, surplus).cmp(&rank(left, by_votes, surplus)).then(lots)
        });
        Self { quota: quota.fraction(), left_over, surplus, rounds, by_votes, remainders }
    }

    /// The last list in order that won a left-over seat in the last round.
    pub fn last_won(&self) -> Option<&ListRemainder> {
        self.remainders.iter().rev().find(|list| list.won > self.rounds)
    }

    /// The first list in order that won none in the last round.
    pub fn first_missed(&self) -> Option<&ListRemainder> {
        self.remainders.iter().find(|list| list.won <= self.rounds)
    }
}

impl QuotaAccount {
    /// Whether two lists have equal claims to a left-over seat.
    pub fn are_equal(&self, left: &ListRemainder, right: &ListRemainder) -> bool {
        rank(left, self.by_votes, self.surplus) == rank(right, self.by_votes, self.surplus)
    }
}

/// What the order of the lists follows: the remainder, or the votes of a list not raised to its floor;
/// where seats are taken back, of equal remainders the votes.
fn rank(list: &ListRemainder, by_votes: bool, surplus: u64) -> (Fraction, u64) {
    let votes = if list.is_raised() { 0 } else { list.votes };
    match (by_votes, surplus) {
        (true, _) => (Fraction::new(votes.into(), 1), 0),
        (false, 0) => (list.remainder, 0),
        (false, _) => (list.remainder, list.votes),
    }
}
