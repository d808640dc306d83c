//! A single list over the threshold and the next one.

use super::Undecided;
use super::law::{Entrant, House, Rules};
use super::settling::{Claims, simple};

/// Kazakhstan, 2009: quotients of votes over the Hare quota, that of the second list times 0.7 and at
/// least 2; one remainder seat each, the rest to the leader.
pub(super) fn two_lists(
    rules: &Rules,
    entrants: &[Entrant],
    (leader, second): (usize, usize),
    seats: u32,
    given: &[u32],
    house: &mut House,
) -> Option<()> {
    if seats < 2 {
        return None;
    }
    let total = u128::from(entrants[leader].votes) + u128::from(entrants[second].votes);
    // Numbers of tenths of votes, over tenths of a quota times the seats.
    let tenths = |list: usize, times: u128| u128::from(entrants[list].votes) * times;
    let whole = |tenths: u128| tenths * u128::from(seats) / (10 * total);
    let rest = |tenths: u128| tenths * u128::from(seats) - whole(tenths) * 10 * total;
    let (first, other) = (tenths(leader, 10), tenths(second, 7));
    let raised = whole(other) < 2;
    let mut of_second = whole(other).max(2);
    let other_rest = if raised { 0 } else { rest(other) };
    let left = u128::from(seats).saturating_sub(whole(first) + of_second);
    let mut open = 0;
    if left > 0 && other_rest > 0 {
        if left > 1 || other_rest > rest(first) {
            of_second += 1;
        } else if other_rest == rest(first) {
            open = 1;
        }
    }
    house.seats[second] = u32::try_from(of_second).expect("seats");
    house.seats[leader] = seats - house.seats[second] - open;
    if open == 1 {
        let lists = vec![leader.min(second), leader.max(second)];
        let votes: Vec<u64> = entrants.iter().map(|entrant| entrant.votes).collect();
        let claims =
            Claims { settling: &rules.settling, votes: &votes, given, place: &|list, _| list };
        let tie = Undecided { lists, open_seats: 1 };
        let certain = house.seats.clone();
        for winner in house.settle(&claims, &tie, &tie.lists, &certain, &simple(&tie, &certain)) {
            house.seats[winner] += 1;
        }
    }
    Some(())
}
