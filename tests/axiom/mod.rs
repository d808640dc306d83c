//! What methods promise, held against one answer or two.

use crate::reference::{Outcome, Undecided};

/// The seats each list has if every tie goes its way.
pub(crate) fn at_most(outcome: &Outcome) -> Vec<u32> {
    let mut seats = outcome.certain.clone();
    for list in outcome.ties.iter().flat_map(|tie| &tie.lists) {
        seats[*list] += 1;
    }
    seats
}

/// All votes.
pub(crate) fn total(votes: &[u64]) -> u128 {
    votes.iter().map(|&votes| u128::from(votes)).sum()
}

/// The ideal share of a list in seats, rounded down and up.
pub(crate) fn quota(votes: &[u64], list: usize, seats: u32) -> (u32, u32) {
    let product = u128::from(votes[list]) * u128::from(seats);
    let (down, up) = (product / total(votes), product.div_ceil(total(votes)));
    let seats = |quotas| u32::try_from(quotas).expect("at most all seats");
    (seats(down), seats(up))
}

/// The answer to the same votes in another order: first those of list `order[0]`, and so on.
pub(crate) fn reordered(outcome: &Outcome, order: &[usize]) -> Outcome {
    let place = |list: usize| order.iter().position(|&other| other == list).expect("every list");
    let mut ties: Vec<Undecided> = outcome.ties.clone();
    for tie in &mut ties {
        tie.lists = tie.lists.iter().map(|&list| place(list)).collect();
        tie.lists.sort_unstable();
    }
    ties.sort_by_key(|tie| tie.lists[0]);
    Outcome { certain: order.iter().map(|&list| outcome.certain[list]).collect(), ties }
}

/// A seat more for the house takes none from any list: neither a certain one nor one that a lot
/// could give.
pub(crate) fn assert_house_monotone(smaller: &Outcome, larger: &Outcome) {
    let most = (at_most(smaller), at_most(larger));
    for list in 0..smaller.certain.len() {
        assert!(smaller.certain[list] <= larger.certain[list], "{list}: {smaller:?} {larger:?}");
        assert!(most.0[list] <= most.1[list], "{list}: {smaller:?} {larger:?}");
    }
}

/// With a seat more a tie of a divisor method stays the same tie, until all in it are served.
pub(crate) fn assert_tie_is_served(smaller: &Outcome, larger: &Outcome) {
    let [Undecided { lists, open_seats }] = &smaller.ties[..] else { return };
    if *open_seats as usize + 1 == lists.len() {
        assert_eq!(at_most(smaller), larger.certain);
        assert!(larger.ties.is_empty(), "{larger:?}");
    } else {
        assert_eq!(smaller.certain, larger.certain);
        let tie = Undecided { lists: lists.clone(), open_seats: open_seats + 1 };
        assert_eq!(larger.ties, [tie]);
    }
}

/// No list has fewer seats than its ideal share rounded down, whatever the lot.
pub(crate) fn assert_lower_quota(votes: &[u64], seats: u32, outcome: &Outcome) {
    for (list, &certain) in outcome.certain.iter().enumerate() {
        assert!(quota(votes, list, seats).0 <= certain, "{list}: {outcome:?}");
    }
}

/// No list has more seats than its ideal share rounded up, whatever the lot.
pub(crate) fn assert_upper_quota(votes: &[u64], seats: u32, outcome: &Outcome) {
    // With fewer seats than lists, a list has one seat of its own at most.
    for (list, &most) in at_most(outcome).iter().enumerate() {
        assert!(most <= quota(votes, list, seats).1, "{list}: {outcome:?}");
    }
}

/// A list with more votes is never behind one with fewer, whoever draws the lots; lists with equal
/// votes are treated alike.
pub(crate) fn assert_order_of_votes(votes: &[u64], outcome: &Outcome) {
    let most = at_most(outcome);
    for (one, &ones) in votes.iter().enumerate() {
        for (other, &others) in votes.iter().enumerate() {
            if ones > others {
                assert!(outcome.certain[one] >= most[other], "{one}, {other}: {outcome:?}");
            } else if ones == others {
                assert_eq!(outcome.certain[one], outcome.certain[other], "{one}, {other}");
                assert_eq!(most[one], most[other], "{one}, {other}: {outcome:?}");
            }
        }
    }
}
