//! The quota method: house monotone, and never outside the quota.

use std::cmp::Ordering;

use super::quota::saturated;
use super::signposts::{Claim, Linear, Signposts};
use super::{Apportionment, Tie};

/// Its quotients are those of D'Hondt.
pub(super) const QUOTIENTS: Linear = Linear::new(1, 1);

/// Lists with equal quotients, of which some have been served: by lot, so nobody knows which.
struct Pending {
    claim: Claim,
    lists: Vec<usize>,
    served: usize,
}

/// Whether a list may win the `step`-th seat of all: s < v·h / V, its ideal share in a house of h
/// seats. s·V and v·h stay below 2^127: s and h below 2^32, V below 2^95 for up to 2^31 lists.
pub(super) fn is_eligible(seats: u32, votes: u64, step: u32, total_votes: u128) -> bool {
    u128::from(seats) * total_votes < u128::from(votes) * u128::from(step)
}

/// Hands out the seats one by one, each to the largest quotient v / (s + 1) among the eligible lists
/// (M. Balinski and H. P. Young, "The quota method of apportionment", American Mathematical Monthly
/// 82 (1975) 701-730). `result.seats` holds the floors on entry; some list has votes.
///
/// Of lists with equal quotients the loser of a lot has the next claim of that size, and the winner's
/// next quotient is smaller, so only larger quotients of lists that become eligible meanwhile can come
/// between: equal lists wait as one group until all are served, and groups wait in a stack.
pub(super) fn apportion(votes: &[u64], house_size: u32, result: &mut Apportionment) {
    let total_votes: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
    let seats = &mut result.seats;
    let mut pending: Vec<Pending> = Vec::new();
    let mut best: Vec<usize> = Vec::new();
    // Below the house size, which the floors do not exceed.
    let awarded: u32 = seats.iter().sum();
    for step in awarded + 1..=house_size {
        best.clear();
        let mut largest = pending.last().map(|group| group.claim);
        for (list, &votes) in votes.iter().enumerate() {
            let waits = || pending.iter().any(|group| group.lists.contains(&list));
            if !is_eligible(seats[list], votes, step, total_votes) || waits() {
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
        serve(largest, &best, &mut pending, seats);
    }
    result.ties = (pending.into_iter())
        .map(|mut group| {
            group.lists.sort_unstable();
            Tie { lists: group.lists, open_seats: saturated(group.served as u64) }
        })
        .collect();
    result.ties.sort_by_key(|tie| tie.lists[0]);
}

/// One seat to one of `best` or of the group that waits with the same quotient.
fn serve(largest: Claim, best: &[usize], pending: &mut Vec<Pending>, seats: &mut [u32]) {
    let waiting = pending
        .last_mut()
        .filter(|group| QUOTIENTS.compare(group.claim, largest) == Ordering::Equal);
    match (waiting, best) {
        (Some(group), _) => {
            group.lists.extend(best);
            group.served += 1;
        }
        (None, &[only]) => seats[only] += 1,
        (None, _) => pending.push(Pending { claim: largest, lists: best.to_vec(), served: 1 }),
    }
    if let Some(group) = pending.pop_if(|group| group.served == group.lists.len()) {
        for list in group.lists {
            seats[list] += 1;
        }
    }
}
