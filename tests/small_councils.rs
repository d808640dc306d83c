//! The clauses of small Dutch councils, as keys of any law: remainders first (Kieswet, Article P 8) and the
//! absolute majority (P 9), worked out by hand.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::analysis::{LastSeat, Outcome};
use kurultai::apportionment::{Account, Method};
use kurultai::election::{Ballots, Party, Share};
use kurultai::law::{
    Allocation, AllocationError, Allocator, Law, NoLots, Preset, Provisions, Threshold,
    ThresholdBase, ThresholdRule, TieRule,
};
use kurultai::scenario::Scenario;

fn law(method: Method, tie: TieRule, provisions: Provisions) -> Law {
    let threshold =
        Threshold { share: Share::ZERO, base: ThresholdBase::Valid, rule: ThresholdRule::AtLeast };
    Law { provisions, ..Law::plain(method, threshold, tie) }
}

fn allocate(law: &Law, votes: &[u64], seats: u32) -> Result<Allocation, AllocationError> {
    let parties: Vec<Party> = (0..votes.len()).map(|list| Party::list(list.to_string())).collect();
    let ballots = Ballots { parties: votes.to_vec(), ..Ballots::default() };
    Allocator::new(law, &parties, seats).allocate(&ballots, &mut NoLots)
}

fn seats(law: &Law, votes: &[u64], house_size: u32) -> Vec<u32> {
    allocate(law, votes, house_size).unwrap().seats
}

const REMAINDERS: Provisions =
    Provisions { remainder_from: Some(Share::percent(75)), ..Provisions::NONE };
const CLAUSE: Provisions = Provisions { majority_clause: true, ..Provisions::NONE };

#[test]
fn the_found_cases_have_their_right_seats() {
    for (file, expected) in [
        // Quota 10: f 7 whole quotas and the remainder 9; nobody else has 7.5 votes; averages 79/9, 7/1.
        ("c49_nlmunicipal10", vec![0, 0, 0, 0, 1, 9]),
        // 15,001 votes, quota 625.04: 12, 1, 1, 1, 1, 1, 1, 0; averages 7501/13 = 577, 1249/2 = 624.5 five
        // times, 1248/2 = 624: the last seat to list 7; list 1 has 7,501 of 15,001 and 12 of 24.
        ("nl_p9", vec![13, 2, 2, 2, 2, 2, 1, 0]),
    ] {
        let path = format!("{}/tests/data/found/{file}.toml", env!("CARGO_MANIFEST_DIR"));
        let outcome = Outcome::of(&Scenario::load(&path, None).unwrap(), 1).unwrap();
        assert_eq!(outcome.allocation.seats, expected, "{file}");
    }
}

#[test]
fn each_step_of_remainders_first_has_its_limit() {
    // Quota 10 of 100 votes for 10 seats. Whole: 5, 2, 1, 0, 0 and two left over; in line (7.5 votes) are
    // the first four with remainders 4, 5, 3, 8: to the fourth and the second, of quota methods and others.
    for method in [Method::Hare, Method::DHondt, Method::SainteLague] {
        let law = law(method, TieRule::Report, REMAINDERS);
        assert_eq!(seats(&law, &[54, 25, 13, 8, 0], 10), [5, 3, 1, 1, 0], "{method}");
    }
    // Exactly 3/4 of the quota is enough: 30 of 160 votes for 4 seats, quota 40, and 29 is not. Whole
    // 2, 1, 0: one left over, remainders 0, 10, 30.
    let hare = law(Method::Hare, TieRule::Report, REMAINDERS);
    assert_eq!(seats(&hare, &[80, 50, 30], 4), [2, 1, 1]);
    // 29 votes are out of line: 81 - 80 = 1 and 50 - 40 = 10 compete, the second wins.
    assert_eq!(seats(&hare, &[81, 50, 29], 4), [2, 2, 0]);
    assert_eq!(
        seats(&law(Method::Hare, TieRule::Report, Provisions::NONE), &[81, 50, 29], 4),
        [2, 1, 1],
        "29 is the largest remainder"
    );
}

#[test]
fn averages_without_limit_come_last() {
    // Droop, 30 seats and one list with 7 votes: quota 1, 7 whole, 23 left: one by its remainder, one by its
    // average, 21 without limit.
    let droop = law(Method::Droop, TieRule::Report, REMAINDERS);
    assert_eq!(seats(&droop, &[7], 30), [30]);
    // 9 and 3 votes for 30 seats: quota 1, 12 whole, 18 left; 2 by remainder, 2 by average: 11 and 5; the
    // other 14 by averages without limit: down to 9/23 = 0.391 and 3/7 = 0.429; 9/24 = 3/8 = 0.375 miss.
    assert_eq!(seats(&droop, &[9, 3], 30), [23, 7]);
}

#[test]
fn equal_claims_at_the_edge_of_each_step_stay_open() {
    // Two seats of 30 votes: quota 15, and 11.25 votes to be in line: only the first list is, and has one;
    // then averages 12/2 = 6, 9, 9 for one seat: open.
    let law = law(Method::DHondt, TieRule::Report, REMAINDERS);
    let allocation = allocate(&law, &[12, 9, 9], 2).unwrap();
    assert_eq!((&*allocation.seats, allocation.open_seats()), (&[1, 0, 0][..], 1));
    assert_eq!(allocation.ties[0].tie.lists, [1, 2]);
    // One seat: quota 30, nobody has 22.5 votes: the averages 12 and 12.
    let allocation = allocate(&law, &[12, 12, 6], 1).unwrap();
    assert_eq!((&*allocation.seats, &*allocation.ties[0].tie.lists), (&[0, 0, 0][..], &[0, 1][..]));
}

#[test]
fn the_majority_has_the_seat_that_was_given_last_under_any_method_with_one() {
    // 101 votes for 3 seats, 51 of one list: Hare, quota 33 2/3: 1, 0, 0, remainders 17.3, 25, 25: 1, 1, 1.
    // The two others hold equal claims: the tie rule decides who keeps its seat.
    let votes = [51, 25, 25];
    assert_eq!(seats(&law(Method::Hare, TieRule::Order, Provisions::NONE), &votes, 3), [1, 1, 1]);
    assert_eq!(seats(&law(Method::Hare, TieRule::Order, CLAUSE), &votes, 3), [2, 1, 0]);
    let open = allocate(&law(Method::Hare, TieRule::Report, CLAUSE), &votes, 3).unwrap();
    assert_eq!((&*open.seats, open.open_seats()), (&[2, 0, 0][..], 1));
    assert_eq!(open.ties[0].tie.lists, [1, 2]);
    // Sainte-Laguë with 51, 26, 24: quotients 51, 26, 24 against 17: 1, 1, 1; 24 was given last.
    assert_eq!(
        seats(&law(Method::SainteLague, TieRule::Report, CLAUSE), &[51, 26, 24], 3),
        [2, 1, 0]
    );
    // By remainders 17.3, 26, 24 too.
    assert_eq!(seats(&law(Method::Hare, TieRule::Report, CLAUSE), &[51, 26, 24], 3), [2, 1, 0]);
    // Exactly half of the votes is no majority, and more than half of the seats needs no clause.
    assert_eq!(seats(&law(Method::Hare, TieRule::Order, CLAUSE), &[50, 25, 25], 3), [1, 1, 1]);
    assert_eq!(seats(&law(Method::DHondt, TieRule::Order, CLAUSE), &[51, 26, 24], 3), [2, 1, 0]);
}

#[test]
fn a_seat_tied_at_the_end_is_the_one_given_last() {
    // Adams: first quotients are infinite, by votes: 60, 20, 20 on 2 seats: 1 and one open between the
    // others. Its 60 votes of 100 give the first list the open seat: nothing is left to settle.
    let law = law(Method::Adams, TieRule::Report, CLAUSE);
    let allocation = allocate(&law, &[60, 20, 20], 2).unwrap();
    assert_eq!((&*allocation.seats, allocation.open_seats()), (&[2, 0, 0][..], 0));
    let clause = allocation.majority_clause.unwrap();
    assert_eq!((clause.list, clause.equals, clause.lost), (0, vec![1, 2], vec![]));
}

#[test]
fn methods_without_a_last_seat_or_remainders_are_refused() {
    for (method, clause, remainders) in [
        (Method::BalinskiYoung, true, true),
        (Method::HagenbachBischoffRounded, true, true),
        (Method::HareStrongest, false, true),
        (Method::DHondt, false, false),
        (Method::Imperiali, false, false),
    ] {
        let refused = |provisions| {
            let law = law(method, TieRule::Order, provisions);
            allocate(&law, &[5, 4], 3).is_err_and(|error| {
                let of = [
                    AllocationError::NoLastSeat(method),
                    AllocationError::NoRemaindersFirst(method),
                ];
                of.contains(&error)
            })
        };
        assert_eq!((refused(CLAUSE), refused(REMAINDERS)), (clause, remainders), "{method}");
    }
}

#[test]
fn a_dutch_council_goes_by_remainders_below_nineteen_seats() {
    // 1,800 votes, quota 100 of 18 seats: 11, 5, 0 with remainders 40, 80, 74 and 6 of none: in line are
    // the first two (74 and 6 are below 75), two seats left over: 12, 6. Of 19 seats by D'Hondt alone the
    // 19th quotients are 1140/12 = 95, 580/6 = 96.7, 74: 12, 6, and the last 1140/13 = 87.7.
    let law = &Preset::named("netherlands-municipal").unwrap().law;
    let votes = [1_140, 580, 74, 6];
    assert_eq!(seats(law, &votes, 18), [12, 6, 0, 0]);
    assert_eq!(law.remainder_from(18), Some(Share::percent(75)));
    assert_eq!(law.remainder_from(19), None);
    assert_eq!(seats(law, &votes, 19), [13, 6, 0, 0]);
    // 75 votes are enough of a quota of 100: remainders 40, 79, 75.
    assert_eq!(seats(law, &[1_140, 579, 75, 6], 18), [11, 6, 1, 0]);
}

#[test]
fn the_account_tells_the_seats_before_the_clause_and_who_lost_one() {
    let path = format!("{}/tests/data/found/nl_p9.toml", env!("CARGO_MANIFEST_DIR"));
    let outcome = Outcome::of(&Scenario::load(&path, None).unwrap(), 1).unwrap();
    let round = outcome.last_round.as_ref().unwrap();
    assert_eq!(round.list_seats, [12, 2, 2, 2, 2, 2, 2, 0]);
    let Account::Divisor(account) = &round.account else { panic!("a divisor method") };
    assert_eq!(account.last_won().unwrap().list, 6, "1248/2 is the smallest average");
    assert_eq!(LastSeat::of(&outcome), LastSeat { won: Some(0), missed: Some(6) });
}

#[test]
fn the_account_of_remainders_first_adds_up() {
    let path = format!("{}/tests/data/found/c49_nlmunicipal10.toml", env!("CARGO_MANIFEST_DIR"));
    let outcome = Outcome::of(&Scenario::load(&path, None).unwrap(), 1).unwrap();
    let round = outcome.last_round.as_ref().unwrap();
    let Account::RemaindersFirst(account) = &round.account else { panic!("remainders first") };
    assert_eq!((account.left_over, account.one_each), (3, 2));
    let won: Vec<(usize, bool, u32)> = (account.remainders.iter())
        .map(|list| (list.remainder.list, list.is_in_line, list.remainder.won))
        .collect();
    let expected = [(5, true, 1), (4, false, 0), (3, false, 0), (2, false, 0), (1, false, 0)];
    assert_eq!(won, expected);
    let averages: Vec<(usize, u32)> =
        account.averages.iter().map(|claim| (claim.list, claim.seat)).collect();
    assert_eq!(averages, [(5, 9), (4, 1)]);
    assert_eq!(LastSeat::of(&outcome), LastSeat { won: Some(4), missed: Some(3) });
}
