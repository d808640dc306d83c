//! The quota method: house monotone, and never outside the quota.

use std::cmp::Ordering;

use super::Apportionment;
use super::signposts::{Claim, Linear, Signposts};
use super::tie::Waiting;

/// Its quotients are those of D'Hondt.
pub(super) const QUOTIENTS: Linear = Linear::new(1, 1);

/// Whether a list may win the `step`-th seat of all: s < v·h / V, its ideal share in a house of h
/// seats. s·V and v·h stay below 2^127: s and h below 2^32, V below 2^95 for up to 2^31 lists.
pub(super) fn is_eligible(seats: u32, votes: u64, step: u32, total_votes: u128) -> bool {
    u128::from(seats) * total_votes < u128::from(votes) * u128::from(step)
}

/// Hands out the seats one by one, each to the largest quotient v / (s + 1) among the eligible lists
/// (M. Balinski and H. P. Young, "The quota method of apportionment", American Mathematical Monthly
/// 82 (1975) 701-730). `result.seats` holds the floors on entry; some list has votes.
///
/// A tie is settled at the seat where it arises, before anybody is eligible for the next one, so that
/// a list which becomes eligible later has no claim to what was given before. Which of the tied lists
/// is served does not change who is eligible while others of them wait: the winner's next quotient is
/// smaller than theirs. So one pass finds every way of settling: equal lists wait as a group, with the
/// number of its seats that were given before each came.
pub(super) fn apportion(votes: &[u64], house_size: u32, result: &mut Apportionment) {
    let total_votes: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
    let seats = &mut result.seats;
    let mut waiting: Waiting<Claim> = Waiting::default();
    let mut best: Vec<usize> = Vec::new();
    // Below the house size, which the floors do not exceed.
    let awarded: u32 = seats.iter().sum();
    for step in awarded + 1..=house_size {
        best.clear();
        let mut largest = waiting.claim();
        for (list, &votes) in votes.iter().enumerate() {
            if !is_eligible(seats[list], votes, step, total_votes) || waiting.holds(list) {
                continue;
            }
            let claim = Claim { votes, seat: seats[list] + 1 };
            match largest.map_or(Ordering::Greater, |largest| QUOTIENTS.compare(claim, largest)) {
                Ordering::Greater => {
                    largest = Some(claim);
                    best.clear();
                    best.push(list);
                }
                Ordering::Equal => best.push(list),
                Ordering::Less => {}
            }
        }
        let largest = largest.expect("with h − 1 seats given, some list is below its share of h");
        let joins = (waiting.claim())
            .is_some_and(|claim| QUOTIENTS.compare(claim, largest) == Ordering::Equal);
        for list in waiting.serve(largest, joins, &best) {
            seats[list] += 1;
        }
    }
    result.ties = waiting.into_ties();
}
