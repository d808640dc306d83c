//! Small counts worked out by hand, where random ones seldom reach.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::apportionment::{Apportionment, Method, Tie, apportion, apportion_from_floors};

/// The votes so few that the quota V / (N + 1) is rounded down to one vote: a seat a vote, and a
/// surplus of several rounds. All remainders are 0, so the fewest votes give first.
fn rounded(votes: &[u64], floors: &[u32], house_size: u32) -> Apportionment {
    apportion_from_floors(Method::HagenbachBischoffRounded, votes, floors, house_size).unwrap()
}

#[test]
fn a_list_without_seats_gives_none_back() {
    // 14/10 is rounded to 1; 14 seats, 5 too many. A round of three leaves 0, 2, 9; then two give.
    let result = apportion(Method::HagenbachBischoffRounded, &[1, 3, 10], 9).unwrap();
    assert_eq!((result.seats, result.ties), (vec![0, 1, 8], vec![]));
    // The same with two lists: a round leaves 0, 12; then one gives three times.
    let result = rounded(&[1, 13], &[0, 0], 9);
    assert_eq!((result.seats, result.ties), (vec![0, 9], vec![]));
}

#[test]
fn a_list_at_its_floor_gives_no_seat_back() {
    // 15/11 is rounded to 1; 15 seats, 5 too many. A round leaves 2, 3, 7, then two seats more go.
    let without = rounded(&[3, 4, 8], &[0, 0, 0], 10);
    assert_eq!((without.seats, without.ties), (vec![1, 2, 7], vec![]));
    let with = rounded(&[3, 4, 8], &[2, 0, 0], 10);
    assert_eq!((with.seats, with.ties), (vec![2, 2, 6], vec![]));
}

#[test]
fn equal_givers_in_the_last_round_are_tied_for_the_seats_that_stay() {
    // 12/9 is rounded to 1; 12 seats, 4 too many. A round leaves 2, 2, 5; one of two equals gives.
    let result = rounded(&[3, 3, 6], &[0, 0, 0], 8);
    let tie = Tie::new(vec![0, 1], 1);
    assert_eq!((result.seats, result.ties), (vec![1, 1, 5], vec![tie]));
}

#[test]
fn the_signposts_of_linear_methods_are_told() {
    for (method, signposts) in [
        ("dhondt", Some((1, 1))),
        ("sainte-lague", Some((2, 1))),
        ("danish", Some((3, 1))),
        ("imperiali-divisor", Some((1, 2))),
        ("stationary:2/5", Some((5, 2))),
        ("power-mean:1", Some((2, 1))),
        // A first signpost of 0, unequal steps, quotas.
        ("adams", None),
        ("modified-sainte-lague", None),
        ("hare", None),
    ] {
        let method: Method = method.parse().unwrap();
        assert_eq!(method.linear_signposts(), signposts, "{method}");
    }
}
