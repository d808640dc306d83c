//! The engine against probabilities known in closed form.
//!
//! With votes uniform on the simplex (Dirichlet of ones) and D'Hondt every seat vector is equally
//! likely, 1/C(N+m−1, m−1), and all else is counting; the other values come from integrals of the same
//! simplex. Every figure has to lie within five standard errors at a million draws: under a correct
//! engine one figure in 1.7 million falls outside.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]
#![expect(clippy::cast_precision_loss, reason = "the figures compared are estimates")]

use kurultai::analysis::{Estimate, Summary};
use kurultai::apportionment::{Method, apportion};
use kurultai::election::{Ballots, House, Majority, Party, Share};
use kurultai::law::{
    FreedSeats, Law, Provisions, Threshold, ThresholdBase, ThresholdRule, TieRule,
};
use kurultai::scenario::{Scenario, WhatIfs};
use kurultai::simulation::kernel::{BLOCK, CHUNK, Level, Model, Sampler, Votes};
use kurultai::simulation::{CHUNK_DRAWS, Run, Simulation};
use kurultai::uncertainty::{self, Concentration, Dirichlet};

const DRAWS: u64 = 1_000_000;
const STANDARD_ERRORS: f64 = 5.0;

/// A trillion votes, so that rounding them to whole votes moves a probability by less than 1e-9.
const VOTES: u64 = 1_000_000_000_000;

fn scenario(method: Method, seats: u32, threshold: Share, alphas: &[f64]) -> Scenario {
    let lists = alphas.len();
    let majority =
        |name: &str, seats: &str| Majority { name: name.to_owned(), rule: seats.parse().unwrap() };
    let majorities = if seats == 145 {
        vec![majority("73", "73"), majority("97", "97"), majority("116", "116")]
    } else {
        vec![majority("half", ">1/2")]
    };
    let concentration = Concentration::Each(alphas.to_vec());
    Scenario {
        title: "closed form".to_owned(),
        source: None,
        assumptions: Vec::new(),
        house: House::with_majorities(seats, majorities).unwrap(),
        law: Law {
            method,
            threshold: Threshold {
                share: threshold,
                base: ThresholdBase::Valid,
                rule: ThresholdRule::AtLeast,
            },
            tie: TieRule::Order,
            freed_seats: FreedSeats::Redistribute,
            group_quota: None,
            provisions: Provisions::NONE,
        },
        preset: None,
        parties: (0..lists).map(|list| Party::list(list.to_string())).collect(),
        ballots: Ballots { parties: vec![VOTES / lists as u64; lists], against_all: 0, invalid: 0 },
        registered: None,
        lot: Vec::new(),
        coalitions: Vec::new(),
        model: uncertainty::Model::Dirichlet(Dirichlet::new(concentration).unwrap()),
        notices: Vec::new(),
        sha256: String::new(),
        overridden: false,
        what_if: WhatIfs::default(),
    }
}

fn summary(scenario: &Scenario, seed: u64) -> Summary {
    let simulation = Simulation::new(scenario).unwrap();
    let run = Run { draws: DRAWS, seed, threads: 0 };
    Summary::new(scenario, &run.tally(&simulation, &|_| ()).unwrap())
}

fn assert_probability(found: Estimate, expected: f64, what: &str) {
    let error = (expected * (1.0 - expected) / DRAWS as f64).sqrt();
    let distance = (found.probability() - expected).abs();
    assert!(
        distance < STANDARD_ERRORS * error,
        "{what}: {} instead of {expected}, {:.1} standard errors off",
        found.probability(),
        distance / error
    );
}

/// Probabilities for m lists on 145 seats: a given list has 73, none; some list has 73, 97, 116.
struct DHondtForm {
    lists: usize,
    given_73: f64,
    given_none: f64,
    some: [f64; 3],
}

#[test]
fn dhondt_on_uniform_votes() {
    let forms = [
        DHondtForm {
            lists: 3,
            given_73: 37.0 / 147.0,
            given_none: 2.0 / 147.0,
            some: [0.755_102_041, 0.342_465_753, 0.129_997_204],
        },
        DHondtForm {
            lists: 4,
            given_73: 25.0 / 196.0,
            given_none: 3.0 / 148.0,
            some: [0.510_204_082, 0.157_349_130, 0.037_476_672],
        },
        DHondtForm {
            lists: 5,
            given_73: 475.0 / 7301.0,
            given_none: 4.0 / 149.0,
            some: [0.325_297_904, 0.068_642_238, 0.010_375_253],
        },
    ];
    for form in forms {
        let m = form.lists as f64;
        let scenario = scenario(Method::DHondt, 145, Share::ZERO, &vec![1.0; form.lists]);
        let summary = summary(&scenario, 1);
        for list in &summary.parties {
            assert_probability(list.majorities[0], form.given_73, "a given list has 73");
            assert_probability(list.no_seats, form.given_none, "a given list has none");
            let mean = 145.0 / m;
            let variance = 145.0 * (145.0 + m) * (m - 1.0) / (m * m * (m + 1.0));
            let error = (variance / DRAWS as f64).sqrt();
            assert!((list.seats.mean() - mean).abs() < STANDARD_ERRORS * error);
            // The standard error of a standard error is about a 1/√(2K) of it, far below 2 %.
            assert!((list.seats.mean_standard_error() / error - 1.0).abs() < 0.02);
        }
        for (found, expected) in summary.any_majority.iter().zip(form.some) {
            assert_probability(*found, expected, "some list has the majority");
        }
    }
}

#[test]
fn sainte_lague_on_uniform_votes() {
    for (lists, some) in [(3, 0.750_008_918), (4, 0.500_035_672), (5, 0.312_566_883)] {
        let scenario = scenario(Method::SainteLague, 145, Share::ZERO, &vec![1.0; lists]);
        let summary = summary(&scenario, 1);
        assert_probability(summary.any_majority[0], some, "some list has 73");
    }
}

#[test]
fn the_largest_list_has_its_expected_seats() {
    for (lists, mean) in [(3, 89.025_720), (5, 66.853_173)] {
        let scenario = scenario(Method::DHondt, 145, Share::ZERO, &vec![1.0; lists]);
        let simulation = Simulation::new(&scenario).unwrap();
        let tally = Run { draws: DRAWS, seed: 1, threads: 0 }.tally(&simulation, &|_| ()).unwrap();
        let largest = kurultai::analysis::SeatDistribution::new(tally.largest_list().to_vec());
        let distance = (largest.mean() - mean).abs();
        assert!(distance < STANDARD_ERRORS * largest.mean_standard_error(), "{lists}: {distance}");
    }
}

/// How often each seat vector comes up for three lists on ten seats.
fn seat_vectors(method: Method) -> std::collections::BTreeMap<Vec<u32>, u64> {
    let model = Model::dirichlet(&[1.0; 3]).unwrap();
    let mut votes = Votes::new(3, CHUNK / BLOCK);
    let mut counts = std::collections::BTreeMap::new();
    for chunk in 0..DRAWS.div_ceil(CHUNK_DRAWS) {
        let mut sampler = Sampler::new(&model, VOTES, 1, chunk).unwrap();
        sampler.fill(Level::best(), &mut votes);
        let draws = (DRAWS - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS) as usize;
        for draw in 0..draws {
            let votes: Vec<u64> = votes.draw(draw).collect();
            let result = apportion(method, &votes, 10).unwrap();
            if result.ties.is_empty() {
                *counts.entry(result.seats).or_insert(0) += 1;
            }
        }
    }
    counts
}

#[test]
fn every_seat_vector_has_its_probability() {
    type Probability = fn(zeros: usize) -> f64;
    let methods: [(Method, Probability); 3] = [
        (Method::DHondt, |_| 1.0 / 66.0),
        (Method::SainteLague, |zeros| [8.0 / 399.0, 13.0 / 1330.0, 1.0 / 210.0][zeros]),
        (Method::Hare, |zeros| [1.0 / 50.0, 1.0 / 100.0, 1.0 / 300.0][zeros]),
    ];
    for (method, probability) in methods {
        let counts = seat_vectors(method);
        assert_eq!(counts.len(), 66, "{method}");
        for (seats, hits) in counts {
            let zeros = seats.iter().filter(|&&seats| seats == 0).count();
            let found = Estimate { hits, draws: DRAWS };
            assert_probability(found, probability(zeros), &format!("{method} {seats:?}"));
        }
    }
}

#[test]
fn the_threshold_is_passed_with_its_beta_probability() {
    // P(p ≥ 5 %) = 1 − I(0.05; α, 1000 − α) for α = 1000 times the share.
    for (alpha, expected) in
        [(45.0, 0.216_766), (50.0, 0.482_630), (52.0, 0.597_014), (60.0, 0.914_448)]
    {
        let scenario = scenario(Method::Hare, 145, Share::percent(5), &[alpha, 1000.0 - alpha]);
        let summary = summary(&scenario, 1);
        assert_probability(summary.parties[0].passes_threshold, expected, "passes 5 %");
    }
}

/// Between two lists these are one method in an odd house.
const METHODS: [Method; 3] = [Method::DHondt, Method::SainteLague, Method::Hare];

#[test]
fn two_lists_in_an_odd_house_need_half_the_votes() {
    for method in METHODS {
        let scenario = scenario(method, 145, Share::ZERO, &[520.0, 480.0]);
        let summary = summary(&scenario, 1);
        assert_probability(summary.parties[0].majority, 0.897_173_164_2, "a majority of two");
    }
}
