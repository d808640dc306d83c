//! The quota method of Balinski and Young against all results of small houses, one for every way of
//! settling each tie at the seat where it arises.
//!
//! `KURULTAI_CASES=1000000 cargo test --release --test quota_method` runs a million.

#[allow(dead_code, reason = "other tests use the rest")]
mod case;
#[allow(dead_code, reason = "other tests use the rest")]
mod random;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;

use std::collections::BTreeSet;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use kurultai::apportionment::{Apportionment, Method, Tie, apportion_from_floors};
use kurultai::election::{Ballots, Party, Share};
use kurultai::law::{
    Allocation, Allocator, GivenLot, Law, Lots, NoLots, Threshold, ThresholdBase, ThresholdRule,
    TieRule, TieRules,
};
use reference::balinski_young::every_result;

/// Houses with more results than these are passed over.
const MOST_RESULTS: usize = 300;

/// Tie rules that decide without a lot.
const RULES: [&str; 7] = [
    "order",
    "votes",
    "fewest-votes",
    "seatless",
    "seatless,votes",
    "seatless,fewest-votes",
    "votes,seatless",
];

/// A small count, in a house of so many seats.
#[derive(Clone, Debug)]
struct Small {
    votes: Vec<u64>,
    floors: Vec<u32>,
    seats: u32,
}

/// What was seen.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    passed_over: u64,
    tied: u64,
    /// With lists that come late to a tie, so that not every choice of winners is a result.
    late: u64,
    results: u64,
    lots: u64,
    impossible_lots: u64,
}

impl Seen {
    fn with(self, other: Self) -> Self {
        Self {
            passed_over: self.passed_over + other.passed_over,
            tied: self.tied + other.tied,
            late: self.late + other.late,
            results: self.results + other.results,
            lots: self.lots + other.lots,
            impossible_lots: self.impossible_lots + other.impossible_lots,
        }
    }
}

impl Small {
    /// Few votes, or few kinds of votes, so that quotients are often equal.
    fn numbered(number: u64) -> Self {
        let rng = &mut ChaCha8Rng::seed_from_u64(number);
        let lists = rng.random_range(2..=7);
        let most = [2, 3, 6, 12][rng.random_range(0..4)];
        let votes: Vec<u64> = match rng.random_range(0..4) {
            0 => (0..lists).map(|_| rng.random_range(0..=most)).collect(),
            1 => (0..lists).map(|_| 60 / rng.random_range(1..=6)).collect(),
            _ => (0..lists).map(|_| rng.random_range(1..=most)).collect(),
        };
        let floors =
            (0..lists)
                .map(|list| {
                    if rng.random_bool(0.1) && votes[list] > 0 {
                        rng.random_range(0..=2)
                    } else {
                        0
                    }
                })
                .collect();
        Self { votes, floors, seats: rng.random_range(1..=16) }
    }

    fn apportioned(&self) -> Option<Apportionment> {
        let Self { votes, floors, seats } = self;
        apportion_from_floors(Method::BalinskiYoung, votes, floors, *seats).ok()
    }

    /// The seats under these tie rules, with the whole of the law around the method.
    fn allocated(&self, tie: TieRules, lots: &mut impl Lots) -> Allocation {
        let threshold = Threshold {
            share: Share::ZERO,
            base: ThresholdBase::Valid,
            rule: ThresholdRule::AtLeast,
        };
        let law = Law { tie, ..Law::plain(Method::BalinskiYoung, threshold, TieRule::Order) };
        let parties: Vec<Party> = (self.floors.iter().enumerate())
            .map(|(list, &floor)| Party { floor, ..Party::list(list.to_string()) })
            .collect();
        let ballots = Ballots { parties: self.votes.clone(), against_all: 0, invalid: 0 };
        Allocator::new(&law, &parties, self.seats).allocate(&ballots, lots).expect("a house")
    }
}

/// A lot from random numbers, drawn as the trait says.
struct AnyLot(ChaCha8Rng);

impl Lots for AnyLot {
    fn draw(&mut self, tie: &Tie) -> Vec<usize> {
        let (mut unserved, mut winners) = (tie.first(), Vec::new());
        for given in 0..tie.open_seats {
            unserved.extend(tie.coming(given));
            winners.push(unserved.swap_remove(self.0.random_range(0..unserved.len())));
        }
        winners
    }
}

/// Every result that the ties stand for.
fn results_of(apportionment: &Apportionment) -> BTreeSet<Vec<u32>> {
    let mut results = BTreeSet::from([apportionment.seats.clone()]);
    for tie in &apportionment.ties {
        for given in 0..tie.open_seats {
            let competing: Vec<usize> =
                tie.first().into_iter().chain((0..=given).flat_map(|at| tie.coming(at))).collect();
            results = (results.iter())
                .flat_map(|seats| {
                    let unserved =
                        competing.iter().filter(|&&list| seats[list] == apportionment.seats[list]);
                    unserved.map(|&list| {
                        let mut seats = seats.clone();
                        seats[list] += 1;
                        seats
                    })
                })
                .collect();
        }
    }
    results
}

/// All sets of so many of these lists.
fn sets(lists: &[usize], size: usize) -> Vec<Vec<usize>> {
    match lists {
        _ if size == 0 => vec![Vec::new()],
        [] => Vec::new(),
        [first, rest @ ..] => {
            let mut with = sets(rest, size - 1);
            for set in &mut with {
                set.push(*first);
            }
            with.extend(sets(rest, size));
            with
        }
    }
}

fn check(number: u64) -> Seen {
    let small = Small::numbered(number);
    let Some(own) = small.apportioned() else { return Seen::default() };
    let Some(results) = every_result(&small.votes, &small.floors, small.seats, MOST_RESULTS) else {
        return Seen { passed_over: 1, ..Seen::default() };
    };
    assert_bounds(&small, &own, &results);
    assert_eq!(results_of(&own), results, "{small:?}");
    assert_rules(&small, &results);
    let mut lots = AnyLot(ChaCha8Rng::seed_from_u64(number));
    let drawn = small.allocated(TieRule::Lot.into(), &mut lots);
    assert!(results.contains(&drawn.seats), "{small:?}: {drawn:?}");
    let (lots, impossible_lots) = assert_given_lots(&small, &own, &results);
    Seen {
        passed_over: 0,
        tied: u64::from(!own.ties.is_empty()),
        late: u64::from(own.ties.iter().any(|tie| !tie.late.is_empty())),
        results: results.len() as u64,
        lots,
        impossible_lots,
    }
}

/// Certain are the fewest seats of all results, tied those with more in some, open what is missing.
fn assert_bounds(small: &Small, own: &Apportionment, results: &BTreeSet<Vec<u32>>) {
    let open: u32 = own.ties.iter().map(|tie| tie.open_seats).sum();
    assert_eq!(own.seats.iter().sum::<u32>() + open, small.seats, "{small:?}: {own:?}");
    for list in 0..small.votes.len() {
        let of = |seats: &Vec<u32>| seats[list];
        let (least, most) = (results.iter().map(of).min(), results.iter().map(of).max());
        let ties = own.ties.iter().filter(|tie| tie.lists.contains(&list)).count();
        assert!(ties < 2, "{small:?}: {own:?}");
        assert_eq!(least, Some(own.seats[list]), "{small:?}: list {list}, {results:?}");
        let more = u32::from(ties > 0);
        assert_eq!(most, Some(own.seats[list] + more), "{small:?}: list {list}, {results:?}");
    }
}

/// Every rule leads to one of the results, and nobody loses a seat in a larger house.
fn assert_rules(small: &Small, results: &BTreeSet<Vec<u32>>) {
    for rules in RULES {
        let tie: TieRules = rules.parse().expect("tie rules");
        let seats = small.allocated(tie, &mut NoLots).seats;
        assert!(results.contains(&seats), "{small:?}, {rules}: {seats:?} of {results:?}");
        let larger = Small { seats: small.seats + 1, ..small.clone() };
        let then = larger.allocated(tie, &mut NoLots).seats;
        let loses = seats.iter().zip(&then).any(|(now, then)| then < now);
        assert!(!loses, "{small:?}, {rules}: {seats:?}, then {then:?}");
    }
}

/// A lot given back is taken if and only if some lots lead to it.
fn assert_given_lots(
    small: &Small,
    own: &Apportionment,
    results: &BTreeSet<Vec<u32>>,
) -> (u64, u64) {
    let tied: Vec<usize> = own.ties.iter().flat_map(|tie| tie.lists.clone()).collect();
    let open: u32 = own.ties.iter().map(|tie| tie.open_seats).sum();
    let (mut lots, mut impossible) = (0, 0);
    for winners in sets(&tied, open as usize) {
        let mut claimed = own.seats.clone();
        for &list in &winners {
            claimed[list] += 1;
        }
        let mut lot = GivenLot::new(&winners);
        let seats = small.allocated(TieRule::Lot.into(), &mut lot).seats;
        let verdict = lot.verify();
        if open > 0 {
            let possible = results.contains(&claimed);
            assert_eq!(verdict.is_ok(), possible, "{small:?}, {winners:?}: {verdict:?}");
            assert!(!possible || seats == claimed, "{small:?}, {winners:?}: {seats:?}");
            lots += 1;
            impossible += u64::from(!possible);
        }
    }
    (lots, impossible)
}

#[test]
fn ties_stand_for_all_results_and_no_others() {
    let count = random::cases_or(10_000);
    let seen = (0..count).into_par_iter().map(check).reduce(Seen::default, Seen::with);
    println!("{count} cases: {seen:?}");
    // So that no change of the generator quietly loses the difficult ones.
    if count >= 10_000 {
        assert!(seen.tied * 4 > count && seen.late * 100 > count, "{seen:?}");
        assert!(seen.impossible_lots * 100 > count && seen.passed_over * 20 < count, "{seen:?}");
    }
}

/// Seats 1 and 2 go to a and b (2/1). Neither is eligible for the third (1·6 < 2·3 fails): c or d (1/1).
/// For the fourth a and b are (1·6 < 2·4), with 2/2 like the other of c and d.
#[test]
fn a_tie_is_settled_before_anybody_is_eligible_for_the_next_seat() {
    let small = |seats| Small { votes: vec![2, 2, 1, 1], floors: vec![0; 4], seats };
    let own = small(4).apportioned().unwrap();
    assert_eq!(own.seats, [1, 1, 0, 0]);
    let [tie] = &own.ties[..] else { panic!("{own:?}") };
    assert_eq!((&tie.lists[..], tie.open_seats, tie.first()), (&[0, 1, 2, 3][..], 2, vec![2, 3]));
    assert_eq!(tie.coming(1).collect::<Vec<_>>(), [0, 1]);
    let results = [[1, 1, 1, 1], [1, 2, 0, 1], [1, 2, 1, 0], [2, 1, 0, 1], [2, 1, 1, 0]];
    assert_eq!(results_of(&own), results.map(Vec::from).into());
    let seats =
        |rules: &str, house| small(house).allocated(rules.parse().unwrap(), &mut NoLots).seats;
    assert_eq!(seats("order", 3), [1, 1, 1, 0]);
    assert_eq!(seats("order", 4), [2, 1, 1, 0]);
    // Of c and d, equal in votes, c; then a, which has more votes than d.
    assert_eq!(seats("votes", 4), [2, 1, 1, 0]);
    // c, then d, which has fewer than a and b, or no seat.
    assert_eq!(seats("fewest-votes", 4), [1, 1, 1, 1]);
    assert_eq!(seats("seatless,votes", 4), [1, 1, 1, 1]);
}
