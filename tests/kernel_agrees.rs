//! The kernel against the exact path: the same votes, the same law, the same counts.
//!
//! `KURULTAI_DRAWS` sets the draws of every method under the plain law, 10^8 in a few minutes:
//! `KURULTAI_DRAWS=100000000 cargo test --release --test kernel_agrees`
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::apportionment::Method;
use kurultai::election::{LocalName, Share};
use kurultai::law::{FreedSeats, ThresholdBase, ThresholdRule, TieRule};
use kurultai::scenario::{DEFAULT, Overrides, Scenario};
use kurultai::simulation::kernel::{Instructions, Level};
use kurultai::simulation::{Run, Simulation, Tally};
use kurultai::uncertainty::{Concentration, Dirichlet, LogisticNormal, Model};

/// The methods that the kernel knows; the exact path draws the others.
fn kernel_methods() -> Vec<Method> {
    ["dhondt", "sainte-lague", "danish", "imperiali-divisor", "stationary:0.4", "hare"]
        .map(|name| name.parse().unwrap())
        .to_vec()
}

/// Draws of each law and model.
const DRAWS: u64 = 50_000;

/// Draws of every method under the plain law.
fn many_draws() -> u64 {
    let draws = std::env::var("KURULTAI_DRAWS").ok();
    draws.map_or(1_000_000, |draws| draws.parse().expect("KURULTAI_DRAWS is a whole number"))
}

fn default_scenario() -> Scenario {
    Scenario::load(DEFAULT, None).unwrap()
}

/// The built-in scenario under laws that reach every branch: all methods, bases and rules, exemption,
/// list lengths that bind, few votes (so that ties and exact thresholds are common), all ways to
/// settle a tie.
fn laws() -> Vec<Scenario> {
    let mut laws = Vec::new();
    for method in kernel_methods() {
        let method = Some(method);
        let scenario = default_scenario();
        let overrides = Overrides { method, ..Overrides::default() };
        laws.push(scenario.clone().with_overrides(&overrides).unwrap());
        let more_than = Overrides {
            threshold_rule: Some(ThresholdRule::MoreThan),
            threshold_base: Some(ThresholdBase::Cast),
            seats: Some(98),
            ..overrides.clone()
        };
        let mut few_votes = scenario.clone().with_overrides(&more_than).unwrap();
        for votes in &mut few_votes.ballots.parties {
            *votes /= 20_000;
        }
        few_votes.ballots.against_all = 0;
        few_votes.ballots.invalid = 7;
        for tie in [TieRule::Order, TieRule::Votes, TieRule::Lot, TieRule::Report] {
            let overrides = Overrides { tie: Some(tie.into()), ..Overrides::default() };
            laws.push(few_votes.clone().with_overrides(&overrides).unwrap());
        }
        let everybody = Overrides {
            threshold: Some(Share::ZERO),
            threshold_base: Some(ThresholdBase::Lists),
            seats: Some(10),
            ..overrides.clone()
        };
        laws.push(scenario.clone().with_overrides(&everybody).unwrap());
        let nobody = Overrides { threshold: Some("55%".parse().unwrap()), ..overrides.clone() };
        laws.push(scenario.clone().with_overrides(&nobody).unwrap());
        let mut exempt = scenario.clone().with_overrides(&overrides).unwrap();
        exempt.parties[6].exempt = true;
        exempt.parties[5].kind = kurultai::election::PartyKind::Others;
        laws.push(exempt);
        for freed_seats in [FreedSeats::Redistribute, FreedSeats::Vacant] {
            let overrides = Overrides { freed_seats: Some(freed_seats), ..overrides.clone() };
            let mut capped = scenario.clone().with_overrides(&overrides).unwrap();
            capped.parties[0].candidates = Some(80);
            capped.parties[3].candidates = Some(13);
            laws.push(capped);
        }
    }
    laws
}

fn models() -> Vec<Model> {
    let poll = Concentration::Poll { sample_size: 1_000.0, design_effect: 1.5, prior: 0.5 };
    vec![
        Model::default(),
        Model::LogisticNormal(LogisticNormal::new(300.0, 0.5).unwrap()),
        Model::Dirichlet(Dirichlet::new(poll).unwrap()),
        Model::Dirichlet(Dirichlet::new(Concentration::Uniform(0.6)).unwrap()),
        Model::Point,
    ]
}

fn tally(simulation: &Simulation<'_>, draws: u64) -> Tally {
    Run { draws, seed: 5, threads: 2 }.tally(simulation, &|_| ()).unwrap()
}

#[test]
fn lanes_and_exact_path_count_the_same() {
    let mut tied = 0;
    for law in laws() {
        for model in models() {
            let scenario = Scenario { model, ..law.clone() };
            let simulation = Simulation::new(&scenario).unwrap();
            let lanes = tally(&simulation, DRAWS);
            let exact = tally(&simulation.one_by_one(), DRAWS);
            assert_eq!(lanes, exact, "{:?} {:?}", scenario.law, scenario.model);
            tied += exact.tied_draws();
        }
    }
    assert!(tied > 1_000, "only {tied} ties: the hard cases are missing");
}

#[test]
fn many_draws_of_every_method() {
    for method in kernel_methods() {
        let overrides = Overrides { method: Some(method), ..Overrides::default() };
        let scenario = default_scenario().with_overrides(&overrides).unwrap();
        let simulation = Simulation::new(&scenario).unwrap();
        let lanes = tally(&simulation, many_draws());
        assert_eq!(lanes, tally(&simulation.one_by_one(), many_draws()), "{method}");
    }
}

#[test]
fn several_laws_share_the_same_draws() {
    let scenario = |method| {
        let overrides = Overrides { method: Some(method), ..Overrides::default() };
        default_scenario().with_overrides(&overrides).unwrap()
    };
    let scenarios: Vec<Scenario> = kernel_methods().into_iter().map(scenario).collect();
    let simulations: Vec<_> =
        scenarios.iter().map(|scenario| Simulation::new(scenario).unwrap()).collect();
    let run = Run { draws: DRAWS, seed: 5, threads: 2 };
    let together = run.tallies(&simulations, &|_| ()).unwrap();
    for (simulation, together) in simulations.iter().zip(together) {
        assert_eq!(together, tally(simulation, DRAWS));
    }
}

#[test]
fn every_set_of_lists_is_counted() {
    let mut scenario = default_scenario();
    scenario.law.tie = TieRule::Report.into();
    scenario.parties[4].kind = kurultai::election::PartyKind::Others;
    let coalition = |members: &[usize]| kurultai::scenario::Coalition {
        name: LocalName::new(""),
        members: members.to_vec(),
    };
    scenario.coalitions = vec![coalition(&[0]), coalition(&[0, 1, 6]), coalition(&[1, 2, 3, 5])];
    let simulation = Simulation::new(&scenario).unwrap().counting_subsets().unwrap();
    let lanes = tally(&simulation, DRAWS);
    assert_eq!(lanes, tally(&simulation.one_by_one(), DRAWS));
    let subsets = lanes.subsets().unwrap();
    assert_eq!(subsets.majorities().next(), Some(73));
    for (coalition, histogram) in scenario.coalitions.iter().zip(lanes.coalitions()) {
        let reached = |seats: &[u64]| seats[73..].iter().sum::<u64>();
        let wins = reached(&histogram.seats);
        assert_eq!(subsets.wins(0, &coalition.members), wins, "{:?}", coalition.members);
        let minimal = wins - reached(&histogram.without_smallest);
        assert_eq!(subsets.minimal(0, &coalition.members), minimal, "{:?}", coalition.members);
    }
    // A set and the lists outside it cannot both have more than half.
    assert!(subsets.wins(0, &[0]) + subsets.wins(0, &[1, 2, 3, 5, 6]) <= DRAWS);
    assert_eq!(subsets.wins(0, &[0, 1, 2, 3, 5, 6]), DRAWS);
}

#[test]
fn every_set_of_instructions_counts_the_same() {
    let levels: Vec<Level> = Instructions::ALL.into_iter().filter_map(Level::new).collect();
    assert!(!levels.is_empty());
    for model in models() {
        let scenario = Scenario { model, ..default_scenario() };
        let simulation = Simulation::new(&scenario).unwrap();
        let first = tally(&simulation.clone().at_level(levels[0]), DRAWS);
        for &level in &levels[1..] {
            let other = tally(&simulation.clone().at_level(level), DRAWS);
            assert_eq!(other, first, "{level:?} {:?}", scenario.model);
        }
    }
}

#[test]
fn a_draw_seen_again_is_the_draw_that_was_counted() {
    let scenario = default_scenario();
    let simulation = Simulation::new(&scenario).unwrap();
    for first in [0, 4_096, 9_000] {
        let mut replayed = vec![0; 146];
        let mut part = simulation.empty_tally();
        simulation.run_chunk(5, first / 4_096, 300, &mut part);
        for draw in 0..300 {
            let replay = simulation.replay(5, first / 4_096 * 4_096 + draw);
            replayed[replay.allocation.seats[0] as usize] += 1;
        }
        assert_eq!(part.lists()[0].seats, replayed);
    }
}
