//! The breakpoints of a sweep against the law carried out at every step of a fine grid, on random laws and
//! small random counts, so that most shares lie on it and many lists have the same.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

#[allow(dead_code, reason = "other tests use the rest")]
mod case;
#[allow(dead_code, reason = "other tests use the rest")]
mod laws;
#[allow(dead_code, reason = "other tests use the rest")]
mod random;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;

use kurultai::analysis::{Axis, Breakpoint, BreakpointAt, NoBreakpoints, SeatChange, Sweep, Vary};
use kurultai::apportionment::Fraction;
use kurultai::election::{House, Share};
use kurultai::law::{Allocator, NoLots, ThresholdRule};
use kurultai::scenario::{DEFAULT, Scenario};

const CASES: u64 = 400;

/// Election number `number`, with few votes and seats.
fn scenario(number: u64) -> Scenario {
    let (law, parties, mut ballots, _) = laws::taken(&laws::election(number));
    for votes in &mut ballots.parties {
        *votes %= 14;
    }
    ballots.against_all %= 20;
    ballots.invalid %= 20;
    let seats = u32::try_from(1 + number % 25).unwrap();
    Scenario {
        law,
        parties,
        ballots,
        preset: None,
        house: House::new(seats).unwrap(),
        coalitions: Vec::new(),
        lot: Vec::new(),
        ..Scenario::load(DEFAULT, None).unwrap()
    }
}

/// The seats by the law itself; nobody has any where it gives none.
fn seats(scenario: &Scenario) -> Vec<u32> {
    let Scenario { law, parties, ballots, house, .. } = scenario;
    let allocation = Allocator::new(law, parties, house.seats()).allocate(ballots, &mut NoLots);
    allocation.map_or_else(|_| vec![0; parties.len()], |allocation| allocation.seats)
}

fn changes(before: &[u32], after: &[u32]) -> Vec<SeatChange> {
    (before.iter().zip(after).enumerate())
        .map(|(party, (&before, &after))| SeatChange { party, before, after })
        .filter(|change| change.before != change.after)
        .collect()
}

fn swept(scenario: &Scenario, vary: Vary, range: [&str; 3]) -> Vec<Breakpoint> {
    let axis = Axis::between(vary, range).unwrap();
    Sweep::of(scenario, vec![axis], 1).unwrap().breakpoints.unwrap()
}

#[test]
fn thresholds_are_those_of_a_fine_grid() {
    let mut found = 0;
    for number in 0..CASES {
        let scenario = scenario(number);
        let base = scenario.law.threshold.base.votes(&scenario.ballots);
        if base == 0 {
            continue;
        }
        // Every share of the base at an even step, and a threshold between two neighbours at an odd one.
        let steps = u64::try_from(2 * base).unwrap();
        let at = |step: u64| {
            let mut scenario = scenario.clone();
            scenario.law.threshold.share = Share::new(step, steps).unwrap();
            seats(&scenario)
        };
        let (from, to) = (steps / 100, steps - number % (steps / 2));
        let mut expected = Vec::new();
        let mut before = at(from);
        for step in from..to {
            let after = at(step + 1);
            let changes = changes(&before, &after);
            if !changes.is_empty() {
                // In at exactly the share and out above it, or in below it and out at it.
                let share = match scenario.law.threshold.rule {
                    ThresholdRule::AtLeast => step,
                    ThresholdRule::MoreThan => step + 1,
                };
                assert!(share.is_multiple_of(2), "election({number}), step {step}");
                expected.push((Fraction::new(share.into(), steps.into()), changes));
            }
            before = after;
        }
        let [first, last] = [from, to].map(|step| format!("{step}/{steps}"));
        let given: Vec<_> = (swept(&scenario, Vary::Threshold, [&first, &last, "100%"]))
            .into_iter()
            .map(|breakpoint| match breakpoint.at {
                BreakpointAt::Threshold { share, .. } => (share, breakpoint.changes),
                BreakpointAt::Seats(_) => panic!("a house size"),
            })
            .collect();
        assert_eq!(given, expected, "election({number})");
        found += expected.len();
    }
    assert!(found > 500, "{found} breakpoints");
}

#[test]
fn house_sizes_are_those_of_every_house() {
    let (mut found, mut paradoxes) = (0, 0);
    for number in 0..CASES {
        let scenario = scenario(number);
        let (from, to) = (1 + u32::try_from(number % 9).unwrap(), 40);
        let at = |size: u32| {
            let house = House::new(size).unwrap();
            seats(&Scenario { house, ..scenario.clone() })
        };
        let houses: Vec<Vec<u32>> = (from..=to).map(at).collect();
        let expected: Vec<_> = (from + 1..=to)
            .zip(houses.windows(2))
            .map(|(size, pair)| (BreakpointAt::Seats(size), changes(&pair[0], &pair[1])))
            .filter(|(_, changes)| !changes.is_empty())
            .collect();
        let range = [from.to_string(), to.to_string()];
        let breakpoints = swept(&scenario, Vary::Seats, [&range[0], &range[1], "7"]);
        let given: Vec<_> = (breakpoints.into_iter())
            .map(|breakpoint| (breakpoint.at, breakpoint.changes))
            .collect();
        assert_eq!(given, expected, "election({number})");
        found += expected.len();
        let loses = |change: &&SeatChange| change.after < change.before;
        paradoxes += expected.iter().flat_map(|(_, changes)| changes).filter(loses).count();
    }
    assert!(found > 5_000 && paradoxes > 50, "{found} house sizes, {paradoxes} seats lost");
}

#[test]
fn the_alabama_paradox_is_shown() {
    // Votes 6, 6 and 2: of 10 seats Hare gives 4.29, 4.29, 1.43 and the last to the third (2); of 11 it gives
    // 4.71, 4.71, 1.57 and the last two to the others (M. L. Balinski and H. P. Young, "Fair
    // Representation", Brookings 2001, chapter 5, has Alabama's own figures).
    let mut scenario = Scenario::load(DEFAULT, None).unwrap();
    scenario.parties.truncate(3);
    scenario.coalitions.clear();
    scenario.ballots.parties = vec![6, 6, 2];
    (scenario.ballots.against_all, scenario.ballots.invalid) = (0, 0);
    let found = swept(&scenario, Vary::Seats, ["10", "11", "1"]);
    let change = |party, before, after| SeatChange { party, before, after };
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].at, BreakpointAt::Seats(11));
    assert_eq!(found[0].changes, [change(0, 4, 5), change(1, 4, 5), change(2, 2, 1)]);
}

#[test]
fn breakpoints_of_the_built_in_count_are_its_shares() {
    // 331,058 of 6,366,441 valid votes are 5.2000 %: OSDP is in at 5.2 % and out at 5.21 %.
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let found = swept(&scenario, Vary::Threshold, ["5%", "6%", "1%"]);
    assert_eq!(found.len(), 1);
    let share = Fraction::new(331_058, 6_366_441);
    assert_eq!(found[0].at, BreakpointAt::Threshold { share, lists: vec![5] });
    assert_eq!((found[0].majority, &found[0].refused), ([Some(0); 2], &[None, None]));
    // Beyond the largest share nobody is left.
    let last = swept(&scenario, Vary::Threshold, ["50%", "60%", "1%"]).pop().unwrap();
    assert_eq!(last.changes, [SeatChange { party: 0, before: 145, after: 0 }]);
    assert_eq!(last.majority, [Some(0), None]);
    assert!(last.refused[0].is_none() && last.refused[1].is_some());
    // Where both sides are not within the range nothing is known to change there.
    assert!(swept(&scenario, Vary::Threshold, ["331058/6366441", "5.3%", "0.1%"]).len() == 1);
    assert!(swept(&scenario, Vary::Threshold, ["5%", "331058/6366441", "0.1%"]).is_empty());
}

#[test]
fn no_breakpoints_where_none_can_be_told() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let sweep = |scenario: &Scenario, axes| Sweep::of(scenario, axes, 1).unwrap().breakpoints;
    let thresholds = || Axis::between(Vary::Threshold, ["0%", "10%", "5%"]).unwrap();
    let houses = Axis::between(Vary::Seats, ["98", "99", "1"]).unwrap();
    assert_eq!(sweep(&scenario, vec![thresholds(), houses]), Err(NoBreakpoints::Grid));
    assert_eq!(sweep(&scenario, vec![Axis::every_method()]), Err(NoBreakpoints::OtherAxis));
    let desertion = "threshold_effect desertion 50%".parse();
    let deserted = scenario.with_what_ifs(&[desertion.unwrap()]).unwrap();
    assert_eq!(sweep(&deserted, vec![thresholds()]), Err(NoBreakpoints::VotesFollowThreshold));
}
