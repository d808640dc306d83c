//! The engine against the oracle: whole histograms, one seed in many draws and twenty in fewer.
//!
//! A histogram is refused if its p-value is below 10⁻¹²; there are fewer than a thousand of them, so a
//! correct engine fails this file with probability below about 10⁻⁹.

use std::collections::BTreeMap;

use kurultai::simulation::Tally;

use crate::chi_square::p_value;
use crate::oracle::{NODES, Oracle};
use crate::simplex::{Election, wanted_draws};

const FALSE_ALARM: f64 = 1e-12;
const SEEDS: u64 = 20;

/// Draws of one seed: `KURULTAI_DRAWS`, or as many as a test of every day can take.
fn draws() -> u64 {
    wanted_draws().unwrap_or(200_000)
}

/// An election and what the oracle says of it.
struct Case {
    election: Election,
    oracle: Oracle,
    marginals: Vec<Vec<f64>>,
    coalition: Vec<f64>,
}

impl Case {
    /// The first and the third list are watched together.
    fn new(method: &str, seats: u32, alphas: &[f64]) -> Self {
        let coalition = vec![0, 2];
        let election = Election { coalition, ..Election::new(method, seats, alphas) };
        let (step, first) = election.method.linear_signposts().expect("a stationary method");
        let rounding = f64::from(first) / f64::from(step);
        let oracle = Oracle::new(alphas, rounding, seats as usize, NODES);
        let (marginals, coalition) = (oracle.marginals(), oracle.coalition(&election.coalition));
        Self { election, oracle, marginals, coalition }
    }

    /// The smallest p-value of the histograms of a run.
    fn least_p_value(&self, tally: &Tally) -> f64 {
        let lists = tally.lists().iter().map(|list| &list.seats).zip(&self.marginals);
        let coalition = std::iter::once((&tally.coalitions()[0].seats, &self.coalition));
        let p_values = lists.chain(coalition).map(|(counts, p)| p_value(counts, p));
        p_values.fold(1.0, f64::min)
    }
}

/// α of ones, of the 2023 election, below 1 and of mixed size; 3 to 7 lists.
fn cases() -> Vec<Case> {
    let shares = crate::SHARES_2023.map(|share| 1000.0 * share);
    vec![
        Case::new("dhondt", 145, &[1.0; 3]),
        Case::new("stationary:0.4", 10, &[1.0; 5]),
        Case::new("dhondt", 145, &shares),
        Case::new("sainte-lague", 145, &shares),
        Case::new("sainte-lague", 10, &shares[..6]),
        Case::new("stationary:0.4", 145, &[0.3, 0.5, 0.7, 0.9]),
        Case::new("sainte-lague", 145, &[0.2, 1.0, 3.0, 10.0, 40.0]),
        Case::new("dhondt", 10, &[0.5, 0.2, 0.9, 0.5]),
    ]
}

#[test]
fn seats_of_lists_and_coalitions() {
    for case in cases() {
        let Election { method, seats, alphas, .. } = &case.election;
        let mut least = 1.0_f64;
        let long = std::iter::once((draws(), 0));
        let short = (1..=SEEDS).map(|seed| (draws() / SEEDS, seed));
        for (draws, seed) in long.chain(short) {
            let p_value = case.least_p_value(&case.election.tally(draws, seed));
            let what = format!("{method}, {seats} seats, {alphas:?}, seed {seed}");
            assert!(p_value > FALSE_ALARM, "{what}: p-value {p_value:e} in {draws} draws");
            least = least.min(p_value);
        }
        println!("{method}, {seats} seats, {} lists: least p-value {least:.2e}", alphas.len());
    }
}

#[test]
fn the_largest_list() {
    for case in cases().iter().filter(|case| case.election.seats == 10) {
        let tally = case.election.tally(draws(), 1);
        let p_value = p_value(tally.largest_list(), &case.oracle.largest_list());
        assert!(p_value > FALSE_ALARM, "{:?}: p-value {p_value:e}", case.election);
    }
}

#[test]
fn lists_with_seats() {
    for case in cases() {
        let mut counts = vec![0; case.election.lists() + 1];
        case.election.each_draw(draws() / SEEDS, 1, |_, seats| {
            counts[seats.iter().filter(|&&seats| seats > 0).count()] += 1;
        });
        let p_value = p_value(&counts, &case.oracle.lists_with_seats());
        assert!(p_value > FALSE_ALARM, "{:?}: p-value {p_value:e}", case.election);
    }
}

/// Not only the seats of every list, but how they go together.
#[test]
fn seat_vectors() {
    for method in ["dhondt", "sainte-lague", "stationary:0.4"] {
        let case = Case::new(method, 10, &[0.4, 1.0, 2.5]);
        let mut found = BTreeMap::new();
        case.election.each_draw(draws(), 1, |_, seats| {
            *found.entry([seats[0], seats[1]]).or_insert(0) += 1;
        });
        let pairs = || (0..=10_u32).flat_map(|first| (0..=10 - first).map(move |s| [first, s]));
        let counts: Vec<u64> = pairs().map(|pair| found.get(&pair).copied().unwrap_or(0)).collect();
        let vector = |[first, second]: [u32; 2]| {
            case.oracle.vector(&[first, second, 10 - first - second].map(|seats| seats as usize))
        };
        let probabilities: Vec<f64> = pairs().map(vector).collect();
        assert_eq!(counts.iter().sum::<u64>(), draws());
        let p_value = p_value(&counts, &probabilities);
        assert!(p_value > FALSE_ALARM, "{method}: p-value {p_value:e}");
    }
}

/// For smooth votes E[sᵢ] is nearly E[wᵢ](N + m(r − 1/2)) − (r − 1/2): how nearly, the oracle says. The
/// engine is held to the rule among the closed forms.
#[test]
fn expected_seats_nearly_follow_expected_votes() {
    let shares = crate::SHARES_2023.map(|share| 1000.0 * share);
    for (method, alphas, tolerance) in [
        // Exactly so.
        ("dhondt", &[1.0; 3][..], 1e-10),
        ("dhondt", &shares, 3e-4),
        ("sainte-lague", &shares, 3e-4),
        ("stationary:0.4", &shares, 3e-4),
    ] {
        let case = Case::new(method, 145, alphas);
        let (step, first) = case.election.method.linear_signposts().expect("a stationary method");
        let excess = f64::from(first) / f64::from(step) - 0.5;
        let base = 145.0 + alphas.len() as f64 * excess;
        for (alpha, marginal) in alphas.iter().zip(&case.marginals) {
            let mean: f64 = marginal.iter().enumerate().map(|(k, p)| k as f64 * p).sum();
            let rule = alpha / alphas.iter().sum::<f64>() * base - excess;
            let distance = (mean - rule).abs();
            assert!(distance < tolerance, "{method}, {alpha}: {mean}, rule {rule}");
        }
    }
}
