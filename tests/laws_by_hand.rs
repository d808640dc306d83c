//! Small laws worked out by hand, for rules that the random laws do not have.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::apportionment::{Method, Tie};
use kurultai::election::{Ballots, Party, Share};
use kurultai::law::{
    Allocation, Allocator, Bonus, Law, MemberThresholds, NoLots, Provisions, Threshold,
    ThresholdBase, ThresholdRule, TieRule,
};

/// A method, this threshold of the valid votes and these provisions; ties stay open.
fn law(method: Method, percent: u8, provisions: Provisions) -> Law {
    let threshold = Threshold {
        share: Share::percent(percent),
        base: ThresholdBase::Valid,
        rule: ThresholdRule::AtLeast,
    };
    Law { provisions, ..Law::plain(method, threshold, TieRule::Report) }
}

fn lists(count: usize) -> Vec<Party> {
    (0..count).map(|list| Party::list(list.to_string())).collect()
}

fn ballots(votes: &[u64]) -> Ballots {
    Ballots { parties: votes.to_vec(), ..Ballots::default() }
}

fn allocate(law: &Law, parties: &[Party], votes: &[u64], house_size: u32) -> Allocation {
    Allocator::new(law, parties, house_size).allocate(&ballots(votes), &mut NoLots).unwrap()
}

#[test]
fn a_bonus_that_is_a_share_of_the_house_is_rounded_down() {
    // A quarter of 10 is 2; 8 seats for 30, 24, 26 votes, 10 a seat: 3, 2, 2 whole quotas, remainders 0,
    // 4, 6: 3, 2, 3. With 3 seats of bonus it would be 3 + 3, 2, 2.
    let bonus = Some(Bonus::Share(Share::percent(25)));
    let law = law(Method::Hare, 0, Provisions { bonus, ..Provisions::NONE });
    let allocation = allocate(&law, &lists(3), &[30, 24, 26], 10);
    assert_eq!(allocation.set_aside[0].seats, 2);
    assert_eq!(allocation.seats, [5, 2, 3]);
}

#[test]
fn a_threshold_of_one_quota_is_the_share_of_a_seat() {
    // One seat of 5 is 20 %, whatever share the law names beside it: 19 votes of 100 are out.
    let provisions = Provisions { threshold_is_quota: true, ..Provisions::NONE };
    let of = |provisions, votes| allocate(&law(Method::DHondt, 5, provisions), &lists(3), votes, 5);
    assert_eq!(of(provisions, &[45, 36, 19]).seats, [3, 2, 0]);
    assert_eq!(of(provisions, &[45, 35, 20]).seats, [2, 2, 1]);
    assert_eq!(of(Provisions::NONE, &[45, 36, 19]).seats, [2, 2, 1]);
}

#[test]
fn an_own_threshold_stands_before_that_of_joint_lists_and_the_law() {
    // 10 % of 100 by law; the first list joins four parties, the second has its own 3 %.
    let by_members = [(2, Share::percent(20)), (4, Share::percent(30))];
    let threshold_by_members = MemberThresholds::new(&by_members).unwrap();
    let provisions = Provisions { threshold_by_members, ..Provisions::NONE };
    let law = law(Method::DHondt, 10, provisions);
    let mut parties = lists(4);
    (parties[0].members, parties[1].members) = (4, 4);
    parties[1].threshold = Some(Share::percent(3));
    let admitted = |votes: &[u64]| -> Vec<bool> {
        let allocation = allocate(&law, &parties, votes, 9);
        allocation.admissions.iter().map(|admission| admission.is_admitted()).collect()
    };
    assert_eq!(admitted(&[29, 3, 58, 10]), [false, true, true, true]);
    assert_eq!(admitted(&[30, 2, 59, 9]), [true, false, true, false]);
}

#[test]
fn multiplied_votes_are_counted_over_the_least_common_denominator() {
    // 40·3/4 = 36·5/6 = 30: over 12 each has 360, and two seats lie between three equal lists.
    let law = law(Method::SainteLague, 0, Provisions::NONE);
    let mut parties = lists(3);
    parties[0].multiplier = Some("3/4".parse().unwrap());
    parties[1].multiplier = Some("5/6".parse().unwrap());
    let votes = [40, 36, 30];
    let allocation = allocate(&law, &parties, &votes, 2);
    let tie = Tie { lists: vec![0, 1, 2], open_seats: 2 };
    assert_eq!(
        (allocation.seats.as_slice(), &allocation.ties[0].tie),
        ([0, 0, 0].as_slice(), &tie)
    );
    let round = Allocator::new(&law, &parties, 2).last_round(&ballots(&votes), &allocation);
    let round = round.unwrap();
    assert_eq!((round.scale, round.list_votes, round.votes), (12, vec![360; 3], 1_080));
    // One vote more decides: 41·9 = 369, 36·10 = 360, 30·12 = 360.
    assert_eq!(allocate(&law, &parties, &[41, 36, 30], 1).seats, [1, 0, 0]);
    assert_eq!(allocate(&law, &parties, &[40, 37, 30], 1).seats, [0, 1, 0]);
    assert_eq!(allocate(&law, &parties, &[40, 36, 31], 1).seats, [0, 0, 1]);
}

#[test]
fn what_every_list_has_counts_as_what_one_has() {
    // D'Hondt, 9, 4 1/2, 3 against 1: all three seats to the first list, if nothing is added.
    let law = law(Method::DHondt, 0, Provisions::NONE);
    let seats = |change: fn(&mut Party)| {
        let mut parties = lists(2);
        parties.iter_mut().for_each(change);
        allocate(&law, &parties, &[9, 1], 3).seats
    };
    assert_eq!(seats(|_| ()), [3, 0]);
    assert_eq!(seats(|party| party.floor = 1), [2, 1]);
    assert_eq!(seats(|party| party.additional_seats = 1), [2, 1]);
}
