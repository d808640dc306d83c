//! Votes away: published figures, every number of votes tried by hand, thresholds, and what cannot be done.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use kurultai::analysis::{Margins, Obstacle, Outcome, ThresholdMargin, VotesAway};
use kurultai::apportionment::Method;
use kurultai::election::{Ballots, House, Share};
use kurultai::law::{
    Allocation, AllocationError, Allocator, FreedSeats, Law, NoLots, Threshold, ThresholdBase,
    ThresholdRule, TieRule,
};
use kurultai::report::messages::EN;
use kurultai::report::{AllocationReport, Format};
use kurultai::scenario::Scenario;

const METHODS: [&str; 17] = [
    "dhondt",
    "sainte-lague",
    "modified-sainte-lague",
    "adams",
    "dean",
    "huntington-hill",
    "danish",
    "imperiali-divisor",
    "macau",
    "stationary:0.3",
    "hare",
    "droop",
    "hagenbach-bischoff",
    "hagenbach-bischoff:rounded",
    "imperiali",
    "hare-strongest",
    "balinski-young",
];

/// A count by D'Hondt without a threshold, to be changed.
fn scenario(votes: &[u64], seats: u32) -> Scenario {
    // The kind is said: votes drawn at random can be the sum of all others.
    let mut text = "party,votes,kind\n".to_owned();
    for (list, votes) in votes.iter().enumerate() {
        writeln!(text, "p{list},{votes},list").unwrap();
    }
    let mut scenario = Scenario::from_csv("test.csv", text.as_bytes()).unwrap();
    scenario.house = House::new(seats).unwrap();
    scenario.law.threshold.share = Share::ZERO;
    scenario.law.method = Method::DHondt;
    scenario
}

fn margins(scenario: &Scenario) -> Margins {
    Margins::of(scenario, &Outcome::of(scenario, 1).unwrap())
}

/// METHODS.md 3: the six lists admitted in 2023, on 145 seats.
#[test]
fn golden_values_of_2023_by_dhondt() {
    let mut scenario = scenario(&[3_431_510, 693_938, 547_154, 535_139, 432_920, 331_058], 145);
    let expected = [
        (38_181, 125_576),
        (41_386, 7_637),
        (24_325, 22_335),
        (36_340, 10_320),
        (16_099, 29_213),
        (36_321, 8_093),
    ];
    let found = |scenario: &Scenario| -> Vec<(u64, u64)> {
        let margins = margins(scenario);
        assert!(margins.are_all_smallest());
        margins
            .lists
            .iter()
            .map(|list| (list.gain.unwrap().votes, list.lose.unwrap().votes))
            .collect()
    };
    assert_eq!(found(&scenario), expected);
    // The closed form of a switch from j to i by D'Hondt, ((s_i + 1)·v_j − s_j·v_i) / (s_i + s_j + 1): from Auyl,
    // whose 17th seat is the last, to Amanat with 84.
    let margins = margins(&scenario);
    let switch = margins.switches.iter().find(|switch| (switch.from, switch.to) == (1, 0)).unwrap();
    assert_eq!(switch.gain.unwrap().votes, (85 * 693_938 - 17 * 3_431_510) / 102 + 1);
    // In another order the lists have the same margins.
    scenario.ballots.parties.reverse();
    assert_eq!(found(&scenario), expected.into_iter().rev().collect::<Vec<_>>());
}

/// The same sequence of numbers on every machine (Steele, Lea and Flood, `SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        let at = self.below(choices.len() as u64);
        choices[usize::try_from(at).unwrap()]
    }
}

/// A small election under one of the plain laws, often with ties, full lists and lists at the threshold.
fn election(numbers: &mut Numbers, method: &str) -> Scenario {
    let lists = 2 + numbers.below(3);
    let most = numbers.of(&[12, 60, 300]);
    let mut votes: Vec<u64> = (0..lists).map(|_| numbers.below(most)).collect();
    votes[0] += 1;
    let seats = u32::try_from(1 + numbers.below(9)).unwrap();
    let mut scenario = scenario(&votes, seats);
    scenario.law.method = method.parse().unwrap();
    scenario.law.threshold = Threshold {
        share: numbers.of(&["0%", "5%", "10%", "1/3"]).parse().unwrap(),
        base: numbers.of(&[ThresholdBase::Lists, ThresholdBase::Valid]),
        rule: numbers.of(&[ThresholdRule::AtLeast, ThresholdRule::MoreThan]),
    };
    scenario.law.tie = numbers.of(&[TieRule::Order, TieRule::Votes, TieRule::Report]).into();
    scenario.law.freed_seats = numbers.of(&[FreedSeats::Redistribute, FreedSeats::Vacant]);
    scenario.ballots.against_all = numbers.below(most / 4);
    for party in &mut scenario.parties {
        let candidates = u32::try_from(1 + numbers.below(4)).unwrap();
        party.candidates = (numbers.below(4) == 0).then_some(candidates);
    }
    scenario
}

/// The certain and the possible seats of every list; none if the method gives no result.
fn seats_of(scenario: &Scenario, ballots: &Ballots) -> Option<(Vec<u32>, Vec<u32>)> {
    let law = Law { tie: TieRule::Report.into(), ..scenario.law };
    let mut allocation = Allocation::default();
    let mut allocator = Allocator::new(&law, &scenario.parties, scenario.house.seats());
    match allocator.allocate_into(ballots, &mut NoLots, &mut allocation) {
        Ok(()) | Err(AllocationError::NobodyAdmitted) => {}
        Err(_) => return None,
    }
    let certain = allocation.seats.clone();
    let mut possible = certain.clone();
    for settled in &allocation.ties {
        for &list in &settled.tie.lists {
            possible[list] += 1;
        }
    }
    Some((certain, possible))
}

/// The first number of votes, from 1 to `most`, moved from a list, or nobody, to another, or nobody, at
/// which something is so of the certain and possible seats; every number is tried.
fn first(
    scenario: &Scenario,
    (from, to): (Option<usize>, Option<usize>),
    most: u64,
    is_so: impl Fn(&[u32], &[u32]) -> bool,
) -> Vec<u64> {
    let holds = |&votes: &u64| {
        let mut ballots = scenario.ballots.clone();
        if let Some(from) = from {
            ballots.parties[from] -= votes;
        }
        if let Some(to) = to {
            ballots.parties[to] += votes;
        }
        seats_of(scenario, &ballots).is_some_and(|(certain, possible)| is_so(&certain, &possible))
    };
    (1..=most).filter(holds).collect()
}

/// Up to so many new votes are tried.
const NEW_VOTES: u64 = 400;

/// Holds a figure against all numbers at which its change is there.
fn agrees(found: Option<VotesAway>, all: &[u64], most: u64, what: &str) -> bool {
    let Some(away) = found else {
        // Where seats can come and go, a search that tries some numbers can miss them all.
        assert!(all.is_empty() || !what.starts_with(MONOTONE), "{what}: nothing found");
        return all.is_empty();
    };
    if away.votes > most {
        assert!(all.is_empty() || !away.is_smallest, "{what}: {away:?} but {all:?}");
        return false;
    }
    assert!(all.contains(&away.votes), "{what}: no change at {away:?}: {all:?}");
    assert!(!all.contains(&(away.votes - 1)), "{what}: a change before {away:?}: {all:?}");
    if away.is_smallest {
        assert_eq!(all[0], away.votes, "{what}");
    }
    away.is_smallest
}

/// How an election is called of which every figure must be the smallest.
const MONOTONE: &str = "monotone";

/// Divisor methods always, Hare and the exact Hagenbach-Bischoff quota where no list is ever full.
fn is_monotone(scenario: &Scenario) -> bool {
    let never_full = scenario.parties.iter().all(|party| party.candidates.is_none());
    let name = scenario.law.method.to_string();
    let place = METHODS.iter().position(|method| *method == name);
    place.is_none_or(|place| place < 10)
        || never_full && ["hare", "hagenbach-bischoff"].contains(&name.as_str())
}

/// Every figure of one election against every number of votes.
fn check(scenario: &Scenario) -> (u32, u32) {
    let outcome = Outcome::of(scenario, 1).unwrap();
    let margins = Margins::of(scenario, &outcome);
    let seats = &outcome.allocation.seats;
    let sort = if is_monotone(scenario) { MONOTONE } else { "other" };
    let what = format!("{sort} {:?} {scenario:?}\n{margins:?}", scenario.law);
    assert!(margins.are_all_smallest() || sort != MONOTONE, "{what}");
    let (mut smallest, mut all) = (0, 0);
    let mut count = |is_smallest: bool| {
        all += 1;
        smallest += u32::from(is_smallest);
    };
    for list in &margins.lists {
        let (party, votes) = (list.party, scenario.ballots.parties[list.party]);
        let gains = |certain: &[u32], _: &[u32]| certain[party] > seats[party];
        let loses = |_: &[u32], possible: &[u32]| possible[party] < seats[party];
        let gain = first(scenario, (None, Some(party)), NEW_VOTES, gains);
        let lose = first(scenario, (Some(party), None), votes, loses);
        count(agrees(list.gain.ok(), &gain, NEW_VOTES, &what));
        count(agrees(list.lose.ok(), &lose, votes, &what));
    }
    for switch in &margins.switches {
        let (from, to) = (switch.from, switch.to);
        let most = scenario.ballots.parties[from];
        let gain = |certain: &[u32], _: &[u32]| certain[to] > seats[to];
        let lose = |_: &[u32], possible: &[u32]| possible[from] < seats[from];
        let pair = (Some(from), Some(to));
        count(agrees(switch.gain, &first(scenario, pair, most, gain), most, &what));
        count(agrees(switch.lose, &first(scenario, pair, most, lose), most, &what));
    }
    check_smallest(scenario, &margins, seats, &what);
    (smallest, all)
}

/// The two smallest changes against all pairs and numbers.
fn check_smallest(scenario: &Scenario, margins: &Margins, seats: &[u32], what: &str) {
    let needed = scenario.house.seats() / 2 + 1;
    let (mut any, mut majority) = (Vec::new(), Vec::new());
    for switch in &margins.switches {
        let (from, to) = (switch.from, switch.to);
        let most = scenario.ballots.parties[from];
        let changes = |certain: &[u32], possible: &[u32]| {
            (0..seats.len()).any(|list| certain[list] > seats[list] || possible[list] < seats[list])
        };
        let moves = |certain: &[u32], possible: &[u32]| match margins.majority_holder {
            Some(holder) => holder == from && possible[holder] < needed,
            None => certain[to] >= needed,
        };
        any.extend(first(scenario, (Some(from), Some(to)), most, changes).first());
        majority.extend(first(scenario, (Some(from), Some(to)), most, moves).first());
    }
    for (found, all) in [(margins.any_seat, any), (margins.majority, majority)] {
        let least = all.iter().min().copied();
        match found.map(|found| found.away) {
            Some(away) if away.is_smallest => assert_eq!(Some(away.votes), least, "{what}"),
            Some(away) => assert!(Some(away.votes) >= least, "{what}"),
            None => assert!(least.is_none() || !what.starts_with(MONOTONE), "{what}"),
        }
    }
}

/// Small elections by every method, each figure against every number of votes from 1 on.
#[test]
fn figures_are_those_of_trying_every_number() {
    let mut numbers = Numbers(2023);
    for method in METHODS {
        let (mut smallest, mut all, mut elections) = (0, 0, 0);
        while elections < 60 {
            let scenario = election(&mut numbers, method);
            if Outcome::of(&scenario, 1).is_err() {
                continue;
            }
            let counted = check(&scenario);
            (smallest, all, elections) = (smallest + counted.0, all + counted.1, elections + 1);
        }
        // Most small figures are the smallest by every method.
        assert!(2 * smallest > all, "{method}: {smallest} of {all}");
    }
}

/// Where a list stands to its threshold, against admission with every number of votes.
#[test]
fn threshold_figures_are_those_of_trying_every_number() {
    let mut numbers = Numbers(5);
    let (mut missing, mut slack) = (0, 0);
    for _ in 0..2_000 {
        let scenario = election(&mut numbers, "dhondt");
        let Ok(outcome) = Outcome::of(&scenario, 1) else { continue };
        let threshold = scenario.law.threshold;
        for list in Margins::of(&scenario, &outcome).lists {
            let votes = u128::from(scenario.ballots.parties[list.party]);
            let base = threshold.base.votes(&scenario.ballots);
            let passes = |votes: u128, base| votes > 0 && threshold.is_passed_by(votes, base);
            let least = |most: u128, so: &dyn Fn(u128) -> bool| {
                (1..=most).find(|&x| so(x)).map(|x| u64::try_from(x).unwrap())
            };
            match list.threshold {
                ThresholdMargin::Missing { new, switched } => {
                    assert_eq!(new, least(1_000, &|x| passes(votes + x, base + x)));
                    assert_eq!(switched, least(base - votes, &|x| passes(votes + x, base)));
                    missing += 1;
                }
                ThresholdMargin::Slack { away, switched } => {
                    let away_from = least(votes, &|x| !passes(votes - x, base - x));
                    assert_eq!(Some(away + 1), away_from);
                    assert_eq!(Some(switched + 1), least(votes, &|x| !passes(votes - x, base)));
                    slack += 1;
                }
                ThresholdMargin::Other => panic!("a plain list has a threshold"),
            }
        }
    }
    assert!(missing > 500 && slack > 500, "{missing} {slack}");
}

/// 100 of 1,000 are 10 %. At least: 90 + x >= 0.1 (1,000 + x) from x = 11.1 on; more than: 90 + x > 100.
#[test]
fn at_least_and_more_than_the_threshold() {
    let mut scenario = scenario(&[810, 100, 90], 10);
    let threshold = |scenario: &Scenario, list: usize| margins(scenario).lists[list].threshold;
    scenario.law.threshold.share = Share::percent(10);
    let missing =
        |new, switched| ThresholdMargin::Missing { new: Some(new), switched: Some(switched) };
    assert_eq!(threshold(&scenario, 2), missing(12, 10));
    assert_eq!(threshold(&scenario, 1), ThresholdMargin::Slack { away: 0, switched: 0 });
    scenario.law.threshold.rule = ThresholdRule::MoreThan;
    assert_eq!(threshold(&scenario, 2), missing(12, 11));
    assert_eq!(threshold(&scenario, 1), missing(1, 1));
}

/// 60 and 30 votes on 3 seats: 2 and 1. With 30 new ones the second list ties for the second's seat: 60/2
/// against 60/2 is a tie of one seat, which is no gain; 31 are one.
#[test]
fn a_tie_is_no_change() {
    let mut scenario = scenario(&[60, 30], 3);
    for tie in [TieRule::Order, TieRule::Votes, TieRule::Report] {
        scenario.law.tie = tie.into();
        let margins = margins(&scenario);
        assert_eq!(margins.lists[1].gain, Ok(VotesAway { votes: 31, is_smallest: true }));
        // Switched votes: 60 − x against 30 + x is a tie at x = 15.
        assert_eq!(margins.cheapest_gain(1).unwrap().away.votes, 16);
        // The other way (60 + x)/3 is above 30 − x from x = 7.5 on.
        assert_eq!(margins.any_seat.map(|found| (found.from, found.to)), Some((1, 0)));
        assert_eq!(margins.any_seat.unwrap().away.votes, 8);
        assert_eq!((margins.majority_holder, margins.majority.unwrap().away.votes), (Some(0), 16));
    }
}

fn text(scenario: &Scenario, format: Format) -> String {
    let outcome = Outcome::of(scenario, 1).unwrap();
    let margins = Margins::of(scenario, &outcome);
    let report = AllocationReport {
        words: &EN,
        scenario,
        outcome: &outcome,
        seed: 1,
        explain: false,
        coalitions: None,
        margins: Some(&margins),
        axioms: None,
    };
    report.render(format)
}

/// One list has every seat, the other no votes; then both have as many seats as candidates.
#[test]
fn what_cannot_be_is_said() {
    let mut scenario = scenario(&[10], 3);
    let margins_of_one = margins(&scenario);
    assert_eq!(margins_of_one.lists[0].gain, Err(Obstacle::AllSeats));
    let text_of_one = text(&scenario, Format::Table);
    assert!(text_of_one.contains("none, has all seats"), "{text_of_one}");
    assert!(text_of_one.contains("No switch between two lists changes a seat."), "{text_of_one}");
    assert!(
        text_of_one
            .contains("p0 has the simple majority (2); no switch to one other list takes it away."),
        "{text_of_one}"
    );
    scenario = self::scenario(&[10, 5, 0], 4);
    scenario.parties[0].candidates = Some(2);
    scenario.parties[1].candidates = Some(2);
    let margins = margins(&scenario);
    assert_eq!(margins.lists[0].gain, Err(Obstacle::NoCandidatesLeft));
    assert_eq!(margins.lists[2].lose, Err(Obstacle::NoSeats));
    let text = text(&scenario, Format::Table);
    assert!(text.contains("none, no candidates left"), "{text}");
    assert!(text.contains("none, no seats"), "{text}");
    assert!(text.contains("No list has the simple majority (3)"), "{text}");
}

/// Forty lists at 145 seats under the law in force: 3,120 figures of switches.
#[test]
fn forty_lists_take_a_moment_and_more_are_left_out() {
    let mut numbers = Numbers(40);
    let votes: Vec<u64> = (0..41).map(|_| 100_000 + numbers.below(1_000_000)).collect();
    let mut scenario = scenario(&votes, 145);
    scenario.law.method = Method::Hare;
    let start = Instant::now();
    let margins = margins(&scenario);
    assert!(start.elapsed() < Duration::from_secs(60));
    assert_eq!((margins.lists.len(), margins.switches.len()), (41, 40 * 39));
    assert_eq!(margins.lists_left_out, 1);
    let text = text(&scenario, Format::Table);
    assert!(
        text.contains("Switches are between the 40 largest lists; 1 more were left out."),
        "{text}"
    );
}

/// Baytaq is below the threshold of 2023, so what it gives to Amanat is new among the votes that compete, and Droop's
/// quota of whole votes moves with them: a change may be there, gone with one vote more, and there again.
#[test]
fn under_droop_a_switch_over_the_threshold_is_not_called_the_smallest() {
    let mut scenario = Scenario::load("mazhilis-2023", None).unwrap();
    scenario.law.method = Method::Droop;
    let margins = margins(&scenario);
    let switch = |from: &str, to: &str| {
        let index = |id: &str| scenario.parties.iter().position(|party| party.id == id).unwrap();
        let pair = (index(from), index(to));
        *margins.switches.iter().find(|switch| (switch.from, switch.to) == pair).unwrap()
    };
    assert!(!switch("baytaq", "amanat").gain.unwrap().is_smallest);
    // Both compete until Auyl falls below the threshold: the quota stays.
    assert!(switch("auyl", "amanat").gain.unwrap().is_smallest);
    let law = Law { tie: TieRule::Report.into(), ..scenario.law };
    let seats = |moved: u64| {
        let mut ballots = scenario.ballots.clone();
        let at = |id: &str| scenario.parties.iter().position(|party| party.id == id).unwrap();
        ballots.parties[at("baytaq")] -= moved;
        ballots.parties[at("amanat")] += moved;
        let mut allocator = Allocator::new(&law, &scenario.parties, scenario.house.seats());
        allocator.allocate(&ballots, &mut NoLots).unwrap().seats[at("amanat")]
    };
    // 118,919 was once called the smallest; 118,882 do it too.
    assert!(seats(118_882) > seats(0) && seats(118_919) > seats(0));
}
