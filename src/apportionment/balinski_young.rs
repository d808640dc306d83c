//! The quota method: house monotone, and never outside the quota.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

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

/// The first seat of all that a list with votes [may win](is_eligible): s·V < v·h from h = ⌊s·V / v⌋ + 1 on.
fn first_step(seats: u32, votes: u64, total_votes: u128) -> u128 {
    u128::from(seats) * total_votes / u128::from(votes) + 1
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
///
/// A list that is eligible stays so until it is served, and until then its quotient stays too. So eligible
/// lists stand in a heap, the others in a calendar by the step from which they are, and a seat costs the
/// logarithm of the lists.
pub(super) fn apportion(votes: &[u64], house_size: u32, result: &mut Apportionment) {
    let seats = &mut result.seats;
    // Below the house size, which the floors do not exceed.
    let awarded: u32 = seats.iter().sum();
    let mut contest = Contest::new(votes, seats, awarded, house_size);
    let mut waiting: Waiting<Claim> = Waiting::default();
    let mut best: Vec<usize> = Vec::new();
    for step in awarded + 1..=house_size {
        contest.admit(step, votes, seats);
        let waits = waiting.claim();
        let largest = contest.take_largest(waits, &mut best);
        let joins = waits.is_some_and(|claim| QUOTIENTS.compare(claim, largest) == Ordering::Equal);
        for list in waiting.serve(largest, joins, &best) {
            seats[list] += 1;
            contest.enter(list, votes[list], seats[list], step + 1);
        }
    }
    result.ties = waiting.into_ties();
}

/// The lists with votes that do not wait in a tie, each with its next claim.
#[derive(Debug)]
struct Contest {
    total_votes: u128,
    /// Those that are eligible.
    eligible: BinaryHeap<Contender>,
    /// Those that will be at step `first + n`, by n: the first of a chain that goes on in `next`.
    calendar: Vec<Option<usize>>,
    first: u32,
    next: Vec<Option<usize>>,
}

/// An eligible list, ordered by its quotient alone.
#[derive(Clone, Copy, Debug)]
struct Contender {
    claim: Claim,
    list: usize,
}

impl Ord for Contender {
    fn cmp(&self, other: &Self) -> Ordering {
        QUOTIENTS.compare(self.claim, other.claim)
    }
}

impl PartialOrd for Contender {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Contender {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Contender {}

impl Contest {
    /// All lists with votes, before the seat after the first `awarded` of them.
    fn new(votes: &[u64], seats: &[u32], awarded: u32, house_size: u32) -> Self {
        let mut contest = Self {
            total_votes: votes.iter().map(|&votes| u128::from(votes)).sum(),
            eligible: BinaryHeap::new(),
            calendar: vec![None; (house_size - awarded) as usize],
            first: awarded + 1,
            next: vec![None; votes.len()],
        };
        let mut eligible = Vec::with_capacity(votes.len());
        for (list, (&votes, &seats)) in votes.iter().zip(seats).enumerate() {
            if is_eligible(seats, votes, contest.first, contest.total_votes) {
                eligible.push(Contender { claim: Claim { votes, seat: seats + 1 }, list });
            } else if votes > 0 {
                contest.enter(list, votes, seats, contest.first);
            }
        }
        contest.eligible = eligible.into();
        contest
    }

    /// A list that has so many seats takes part from `step` on, or from when it is eligible.
    fn enter(&mut self, list: usize, votes: u64, seats: u32, step: u32) {
        if is_eligible(seats, votes, step, self.total_votes) {
            self.eligible.push(Contender { claim: Claim { votes, seat: seats + 1 }, list });
            return;
        }
        let later = first_step(seats, votes, self.total_votes) - u128::from(self.first);
        // Whoever is eligible only in a larger house has no part in this one.
        if let Some(day) = usize::try_from(later).ok().and_then(|day| self.calendar.get_mut(day)) {
            self.next[list] = day.replace(list);
        }
    }

    /// Brings the lists that are eligible from this step on.
    fn admit(&mut self, step: u32, votes: &[u64], seats: &[u32]) {
        let mut day = self.calendar[(step - self.first) as usize].take();
        while let Some(list) = day {
            let claim = Claim { votes: votes[list], seat: seats[list] + 1 };
            self.eligible.push(Contender { claim, list });
            day = self.next[list];
        }
    }

    /// The largest of all claims, and of that which waits in a tie; `best` then holds the lists that come with
    /// it, ascending, which have left the contest.
    fn take_largest(&mut self, waits: Option<Claim>, best: &mut Vec<usize>) -> Claim {
        best.clear();
        let comes = self.eligible.peek().map(|contender| contender.claim);
        let largest =
            match (waits, comes) {
                (Some(waits), Some(comes)) => {
                    if QUOTIENTS.compare(waits, comes) == Ordering::Greater { waits } else { comes }
                }
                (waits, comes) => waits
                    .or(comes)
                    .expect("with h − 1 seats given, some list is below its share of h"),
            };
        while let Some(contender) = self.eligible.peek()
            && QUOTIENTS.compare(contender.claim, largest) == Ordering::Equal
        {
            best.extend(self.eligible.pop().map(|contender| contender.list));
        }
        best.sort_unstable();
        largest
    }
}
