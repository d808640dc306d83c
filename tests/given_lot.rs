//! A lot that was drawn already: which list wins which tie, and which lots are refused.

use kurultai::apportionment::{LateClaim, Tie};
use kurultai::law::{GivenLot, LotError, Lots, NoLots};

fn tie(lists: &[usize], open_seats: u32) -> Tie {
    Tie::new(lists.to_vec(), open_seats)
}

#[test]
fn every_tie_takes_the_first_winners_that_are_in_it() {
    let mut lot = GivenLot::new(&[2, 0, 1, 4, 3]);
    assert_eq!(lot.draw(&tie(&[0, 1, 2], 2)), [2, 0]);
    assert_eq!(lot.draw(&tie(&[0, 1], 1)), [1]);
    assert_eq!(lot.draw(&tie(&[1, 3, 4], 2)), [4, 3]);
    assert_eq!(lot.verify(), Ok(()));
    // The winners of several ties may stand in any order.
    let mut lot = GivenLot::new(&[3, 0]);
    assert_eq!(lot.draw(&tie(&[0, 1], 1)), [0]);
    assert_eq!(lot.draw(&tie(&[2, 3], 1)), [3]);
    assert_eq!(lot.verify(), Ok(()));
}

#[test]
fn a_list_can_win_two_ties() {
    let mut lot = GivenLot::new(&[1, 1]);
    assert_eq!(lot.draw(&tie(&[0, 1], 1)), [1]);
    assert_eq!(lot.draw(&tie(&[1, 2], 1)), [1]);
    assert_eq!(lot.verify(), Ok(()));
}

#[test]
fn a_lot_too_short_is_filled_in_list_order_and_refused() {
    let mut lot = GivenLot::new(&[2]);
    assert_eq!(lot.draw(&tie(&[0, 1, 2, 3], 3)), [2, 0, 1]);
    assert_eq!(
        lot.verify(),
        Err(LotError::WrongNumber { found: 1, needed: 3, tied: vec![0, 1, 2, 3] })
    );
}

#[test]
fn a_lot_too_long_is_refused() {
    let mut lot = GivenLot::new(&[0, 1, 2]);
    assert_eq!(lot.draw(&tie(&[0, 1, 2], 1)), [0]);
    assert_eq!(lot.draw(&tie(&[0, 1], 1)), [1]);
    assert_eq!(
        lot.verify(),
        Err(LotError::WrongNumber { found: 3, needed: 2, tied: vec![0, 1, 2] })
    );
}

#[test]
fn a_winner_who_is_not_tied_is_passed_over_and_the_first_such_is_named() {
    let mut lot = GivenLot::new(&[9, 1, 8, 2]);
    assert_eq!(lot.draw(&tie(&[0, 1, 2], 2)), [1, 2]);
    assert_eq!(lot.verify(), Err(LotError::NotTied { list: 9, tied: vec![0, 1, 2] }));
}

#[test]
fn no_list_wins_a_tie_twice() {
    let mut lot = GivenLot::new(&[1, 1]);
    assert_eq!(lot.draw(&tie(&[0, 1, 2], 2)), [1, 0]);
    assert_eq!(lot.verify(), Err(LotError::Twice { list: 1 }));
}

#[test]
fn a_lot_without_a_tie_is_refused() {
    assert_eq!(GivenLot::new(&[0]).verify(), Err(LotError::NoTie));
}

/// Lists 0 and 1 come after the first seat, which is between 2 and 3.
fn staged() -> Tie {
    let late = [0, 1].map(|list| LateClaim { list, after: 1 }).to_vec();
    Tie { late, ..tie(&[0, 1, 2, 3], 2) }
}

#[test]
fn a_list_that_comes_late_wins_none_of_the_seats_before() {
    for winners in [[0, 2], [2, 1], [3, 2]] {
        let mut lot = GivenLot::new(&winners);
        let mut drawn = lot.draw(&staged());
        assert!(drawn[0] >= 2, "{drawn:?}");
        drawn.sort_unstable();
        let mut sorted = winners;
        sorted.sort_unstable();
        assert_eq!((drawn, lot.verify()), (sorted.to_vec(), Ok(())));
    }
}

#[test]
fn a_lot_that_cannot_have_been_drawn_is_refused() {
    let mut lot = GivenLot::new(&[0, 1]);
    assert_eq!(lot.draw(&staged()).len(), 2);
    assert_eq!(lot.verify(), Err(LotError::Impossible { among: vec![2, 3], needed: 1 }));
}

#[test]
#[should_panic(expected = "asked for a lot between [0, 1]")]
fn a_law_that_draws_lots_needs_them() {
    NoLots.draw(&tie(&[0, 1], 1));
}
