//! Small laws worked out by hand, for rules that the random laws do not have.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::apportionment::{Method, Tie};
use kurultai::election::{Ballots, Party, Share};
use kurultai::law::{
    Allocation, Allocator, Bonus, CappedList, FreedSeats, Law, MemberThresholds, NoLots,
    OneListRule, Overhang, Provisions, SeatSource, SetAside, Threshold, ThresholdBase,
    ThresholdRule, TieOver, TieRule,
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
    let tie = Tie::new(vec![0, 1, 2], 2);
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

#[test]
fn an_alliance_is_tied_through_the_list_that_its_next_seat_would_go_to() {
    // D'Hondt. List 1 has as many votes as the alliance of all others; earlier lists go first.
    let mut law = law(Method::DHondt, 0, Provisions::NONE);
    law.tie = TieRule::Order.into();
    let of = |votes: &[u64], house_size| {
        let mut parties = lists(votes.len());
        for list in (0..votes.len()).filter(|&list| list != 1) {
            parties[list].alliance = Some("a".to_owned());
        }
        let allocation = allocate(&law, &parties, votes, house_size);
        (allocation.ties[0].tie.lists.clone(), allocation.seats)
    };
    // 9 and 9: the alliance's first seat would go to list 2, which comes after list 1.
    assert_eq!(of(&[4, 9, 5], 1), (vec![1, 2], vec![0, 1, 0]));
    // Its second seat would go to list 0, which comes before.
    assert_eq!(of(&[4, 9, 5], 3), (vec![0, 1], vec![1, 1, 1]));
    // Lists 2 and 3 have equal claims to it inside: the first of them stands for both.
    assert_eq!(of(&[2, 8, 3, 3], 1), (vec![1, 2], vec![0, 1, 0, 0]));
}

#[test]
fn empty_seats_are_told_in_the_round_of_their_alliance() {
    // D'Hondt, 6 seats: 9, 8, 4 1/2, 4, 3, 2 2/3: 3 for the alliance, 3 for list 2. Inside 5, 4, 2 1/2:
    // 2 and 1. Each list has one candidate.
    let mut law = law(Method::DHondt, 0, Provisions::NONE);
    law.freed_seats = FreedSeats::Vacant;
    let mut parties = lists(3);
    for party in &mut parties {
        party.candidates = Some(1);
    }
    (parties[0].alliance, parties[1].alliance) = (Some("a".to_owned()), Some("a".to_owned()));
    let votes = [5, 4, 8];
    let allocation = allocate(&law, &parties, &votes, 6);
    assert_eq!((&*allocation.seats, allocation.unfilled_seats), (&[1, 1, 1][..], 3));
    let full = |list, entitled_seats| CappedList {
        list,
        round: 1,
        entitled_seats,
        pool: None,
        is_tied: false,
        is_left_empty: true,
    };
    assert_eq!(allocation.capped, [full(0, 2), full(2, 3)], "list 1 has enough");
    let allocator = Allocator::new(&law, &parties, 6);
    let outside = allocator.last_round(&ballots(&votes), &allocation).unwrap();
    assert_eq!((outside.list_votes, outside.list_seats), (vec![9, 0, 8], vec![3, 0, 3]));
    let inside = allocator.pool_rounds(&ballots(&votes), &allocation).remove(0).round;
    assert_eq!((inside.list_votes, inside.list_seats), (vec![5, 4, 0], vec![2, 1, 0]));
}

#[test]
fn a_full_list_of_an_alliance_is_told_with_its_alliance() {
    // D'Hondt, 4 seats: 9, 4 1/2, 4, 3: 3 for the alliance, 1 for list 2. Inside 5, 4, 2 1/2: 2 and 1,
    // but list 0 has one candidate, and its ally has the other seat.
    let law = law(Method::DHondt, 0, Provisions::NONE);
    let mut parties = lists(3);
    (parties[0].alliance, parties[1].alliance) = (Some("a".to_owned()), Some("a".to_owned()));
    parties[0].candidates = Some(1);
    let allocation = allocate(&law, &parties, &[5, 4, 4], 4);
    assert_eq!((&*allocation.seats, allocation.unfilled_seats), (&[1, 2, 1][..], 0));
    let full = CappedList {
        list: 0,
        round: 1,
        entitled_seats: 2,
        pool: Some(0),
        is_tied: false,
        is_left_empty: false,
    };
    assert_eq!(allocation.capped, [full]);
    // One candidate each: two of the five seats stay empty.
    for party in &mut parties {
        party.candidates = Some(1);
    }
    let allocation = allocate(&law, &parties, &[5, 4, 4], 5);
    assert_eq!((&*allocation.seats, allocation.unfilled_seats), (&[1, 1, 1][..], 2));
}

#[test]
fn equal_remainders_of_a_single_list_and_its_runner_up_are_settled_by_the_law() {
    // Quota 1.7: 12 votes hold 7 1/17, 0.7·5 votes hold 2 1/17; the tenth seat lies between them.
    let one_list = OneListRule::RunnerUp;
    let mut law = law(Method::Hare, 50, Provisions { one_list, ..Provisions::NONE });
    let seats = |law: &Law, votes: &[u64]| {
        let allocation = allocate(law, &lists(2), votes, 10);
        assert_eq!(allocation.ties[0].tie, Tie::new(vec![0, 1], 1));
        allocation.seats
    };
    assert_eq!(seats(&law, &[12, 5]), [7, 2]);
    law.tie = TieRule::Order.into();
    assert_eq!(seats(&law, &[12, 5]), [8, 2]);
    assert_eq!(seats(&law, &[5, 12]), [3, 7]);
    law.tie = TieRule::Votes.into();
    assert_eq!(seats(&law, &[5, 12]), [2, 8]);
    // Quotients 7 and 0.7·3 = 2.1, then 7.1 and 0.7·2.9 = 2.03: the larger remainder has the tenth.
    for (votes, seats) in [([7, 3], [7, 3]), ([71, 29], [8, 2])] {
        let allocation = allocate(&law, &lists(2), &votes, 10);
        assert_eq!((&*allocation.seats, allocation.ties.len()), (&seats[..], 0));
    }
}

#[test]
fn seats_that_enlarge_the_house_are_no_part_of_the_distribution() {
    // D'Hondt, 5 seats: 6, 4, 3, 2, 2: 3 and 2; the second list won 3 elsewhere.
    let provisions = Provisions { overhang: Overhang::Added, ..Provisions::NONE };
    let law = law(Method::DHondt, 0, provisions);
    let mut parties = lists(2);
    (parties[0].direct_seats, parties[1].direct_seats) = (3, 3);
    let votes = [6, 4];
    let allocation = allocate(&law, &parties, &votes, 5);
    assert_eq!((&*allocation.seats, allocation.overhang_seats()), (&[3, 3][..], 1));
    let overhang = SetAside { list: 1, seats: 1, source: SeatSource::Overhang };
    assert_eq!(allocation.set_aside, [overhang], "the first list has what it won");
    let allocator = Allocator::new(&law, &parties, 5);
    let round = allocator.last_round(&ballots(&votes), &allocation).unwrap();
    assert_eq!((round.seats, round.list_seats), (5, vec![3, 2]));
}

#[test]
fn a_bonus_between_equal_lists_stays_open_as_a_whole() {
    // 3 of 7 seats are for one of two equal lists, the others are 2 and 2.
    let bonus = Some(Bonus::Seats(3));
    let law = law(Method::DHondt, 0, Provisions { bonus, ..Provisions::NONE });
    let votes = [7, 7];
    let parties = lists(2);
    let allocation = allocate(&law, &parties, &votes, 7);
    assert_eq!((&*allocation.seats, allocation.open_seats()), (&[2, 2][..], 3));
    let [settled] = &allocation.ties[..] else { panic!("one tie") };
    assert_eq!(settled.tie, Tie::new(vec![0, 1], 1));
    assert_eq!((settled.is_open(), settled.seats_each, settled.over), (true, 3, TieOver::Bonus));
    let round = Allocator::new(&law, &parties, 7).last_round(&ballots(&votes), &allocation);
    assert_eq!(round.unwrap().seats, 4);
}
