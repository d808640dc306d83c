//! The account of a result suffices: the seats are recomputed from its JSON alone.

#[allow(dead_code, reason = "other tests use the rest")]
mod case;
#[allow(dead_code, reason = "other tests use the rest")]
mod random;
mod recomputed;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;

use rayon::prelude::*;

use kurultai::analysis::Outcome;
use kurultai::election::{Ballots, House, Party, Share};
use kurultai::law::TieRule;
use kurultai::report::messages::EN;
use kurultai::report::{AllocationReport, Format};
use kurultai::scenario::{DEFAULT, Scenario};

use case::Case;

const CASES: u64 = 10_000;

/// The case as a scenario without a threshold, ties settled by order or by votes.
fn scenario(case: &Case, tie: TieRule) -> Scenario {
    let mut scenario = Scenario::load(DEFAULT, None).expect("a built-in scenario");
    scenario.law.method = case.method.parse().expect("a method");
    scenario.law.threshold.share = Share::ZERO;
    scenario.law.tie = tie.into();
    scenario.house = House::new(case.seats).expect("a house");
    scenario.parties = (0..case.votes.len()).map(|list| Party::list(list.to_string())).collect();
    scenario.ballots = Ballots { parties: case.votes.clone(), against_all: 0, invalid: 0 };
    scenario.coalitions.clear();
    scenario
}

fn report(scenario: &Scenario, format: Format) -> Option<(Vec<u32>, String)> {
    let outcome = Outcome::of(scenario, 1).ok()?;
    let report = AllocationReport {
        words: &EN,
        scenario,
        outcome: &outcome,
        seed: 1,
        explain: true,
        coalitions: None,
        margins: None,
        axioms: None,
    };
    Some((outcome.allocation.seats.clone(), report.render(format)))
}

#[test]
fn seats_follow_from_the_account_alone() {
    let explained: usize = (0..CASES)
        .into_par_iter()
        .map(|number| {
            let mut case = random::case(number);
            case.seats = case.seats % 300 + 1;
            let tie = if number % 2 == 0 { TieRule::Order } else { TieRule::Votes };
            let Some((seats, document)) = report(&scenario(&case, tie), Format::Json) else {
                return 0;
            };
            let recomputed = recomputed::seats(&document, case.votes.len())
                .unwrap_or_else(|wrong| panic!("{case}: {wrong}\n{document}"));
            assert_eq!(recomputed, seats, "{case}\n{document}");
            1
        })
        .sum();
    println!("{CASES} cases, {explained} explained");
    assert!(explained > 9_000);
}

#[test]
fn tables_stay_readable() {
    for method in random::METHODS {
        let votes = [3_431_510, 693_938, 547_154, 535_139, 432_920, 331_058];
        for (seats, most_lines) in [(30, 80), (145, 65), (10_000, 65)] {
            let case = Case::new(method, &votes, seats);
            if let Some((_, table)) = report(&scenario(&case, TieRule::Order), Format::Table) {
                let lines = table.lines().count();
                assert!(lines <= most_lines, "{method}, {seats} seats: {lines} lines\n{table}");
                assert!(!table.contains('{'), "a place was not filled: {table}");
            }
        }
    }
}
