//! The engine against probabilities known in closed form.
//!
//! With votes uniform on the simplex (Dirichlet of ones) and D'Hondt every seat vector is equally
//! likely, 1/C(N+m−1, m−1), and all else is counting; the other values come from integrals of the same
//! simplex. Every figure has to lie within five standard errors: under a correct engine one figure in
//! 1.7 million falls outside.
//!
//! `KURULTAI_DRAWS` sets the draws and asks for twenty seeds instead of one:
//! `KURULTAI_DRAWS=2000000 cargo test --release --test closed_forms`
#![expect(clippy::cast_precision_loss, reason = "the figures compared are estimates")]
#![expect(clippy::print_stdout, reason = "how near a test was to failing is shown on request")]

mod simplex;

use std::collections::BTreeMap;

use kurultai::analysis::Summary;
use simplex::{Election, VOTES, wanted_draws};

const STANDARD_ERRORS: f64 = 5.0;

/// Draws of each seed, and the seeds.
fn runs() -> (u64, std::ops::RangeInclusive<u64>) {
    wanted_draws().map_or((1_000_000, 1..=1), |draws| (draws, 1..=20))
}

/// Holds figures to five standard errors, and says when it is dropped how far off the worst was.
struct Figures {
    group: &'static str,
    worst: f64,
    count: usize,
}

impl Figures {
    fn new(group: &'static str) -> Self {
        Self { group, worst: 0.0, count: 0 }
    }

    fn hold(&mut self, found: f64, expected: f64, error: f64, what: &str) {
        let distance = (found - expected).abs() / error;
        assert!(
            distance < STANDARD_ERRORS,
            "{}, {what}: {found} instead of {expected}, {distance:.1} standard errors off",
            self.group
        );
        self.worst = self.worst.max(distance);
        self.count += 1;
    }

    fn hold_probability(&mut self, hits: u64, draws: u64, expected: f64, what: &str) {
        let error = (expected * (1.0 - expected) / draws as f64).sqrt();
        self.hold(hits as f64 / draws as f64, expected, error, what);
    }

    /// The mean of a measure from its sum and the sum of its squares.
    fn hold_mean(&mut self, [sum, squares]: [f64; 2], draws: u64, expected: f64, what: &str) {
        let mean = sum / draws as f64;
        let variance = squares / draws as f64 - mean * mean;
        self.hold(mean, expected, (variance / draws as f64).sqrt(), what);
    }
}

impl Drop for Figures {
    fn drop(&mut self) {
        let Self { group, worst, count } = self;
        println!("{group}: {count} figures, at most {worst:.2} standard errors off");
    }
}

fn ones(method: &str, seats: u32, lists: usize) -> Election {
    Election::new(method, seats, &vec![1.0; lists])
}

fn summary(election: &Election, draws: u64, seed: u64) -> Summary {
    Summary::new(&election.scenario(), &election.tally(draws, seed))
}

/// Probabilities for m lists on 145 seats: a given list has 73, none; some list has 73, 97, 109.
struct DHondtForm {
    lists: usize,
    given_73: f64,
    given_none: f64,
    some: [f64; 3],
}

const DHONDT: [DHondtForm; 3] = [
    DHondtForm {
        lists: 3,
        given_73: 37.0 / 147.0,
        given_none: 2.0 / 147.0,
        some: [0.755_102_041, 0.342_465_753, 0.196_533_408],
    },
    DHondtForm {
        lists: 4,
        given_73: 25.0 / 196.0,
        given_none: 3.0 / 148.0,
        some: [0.510_204_082, 0.157_349_130, 0.069_052_278],
    },
    DHondtForm {
        lists: 5,
        given_73: 475.0 / 7301.0,
        given_none: 4.0 / 149.0,
        some: [0.325_297_904, 0.068_642_238, 0.023_171_906],
    },
];

#[test]
fn dhondt_on_uniform_votes() {
    let mut figures = Figures::new("D'Hondt");
    let (draws, seeds) = runs();
    for (form, seed) in DHONDT.iter().flat_map(|form| seeds.clone().map(move |s| (form, s))) {
        let m = form.lists as f64;
        let summary = summary(&ones("dhondt", 145, form.lists), draws, seed);
        for list in &summary.parties {
            let hits = list.majorities[0].hits;
            figures.hold_probability(hits, draws, form.given_73, "a given list has 73");
            let hits = list.no_seats.hits;
            figures.hold_probability(hits, draws, form.given_none, "a given list has none");
            let variance = 145.0 * (145.0 + m) * (m - 1.0) / (m * m * (m + 1.0));
            let error = (variance / draws as f64).sqrt();
            figures.hold(list.seats.mean(), 145.0 / m, error, "mean seats");
            // The relative variance of a variance of n draws is (κ − 1)/n. No list has a kurtosis κ
            // above that of its share, which is 2.4, 3.1 and 3.7 for 3, 4 and 5 lists, by more than
            // a tenth.
            let ratio = (list.seats.mean_standard_error() / error).powi(2);
            figures.hold(ratio, 1.0, (3.0 / draws as f64).sqrt(), "variance of seats");
        }
        for (found, expected) in summary.any_majority.iter().zip(form.some) {
            figures.hold_probability(found.hits, draws, expected, "some list has the majority");
        }
    }
}

#[test]
fn sainte_lague_on_uniform_votes() {
    let mut figures = Figures::new("Sainte-Laguë");
    let (draws, seeds) = runs();
    for (lists, some) in [(3, 0.750_008_918), (4, 0.500_035_672), (5, 0.312_566_883)] {
        for seed in seeds.clone() {
            let found = summary(&ones("sainte-lague", 145, lists), draws, seed).any_majority[0];
            figures.hold_probability(found.hits, draws, some, "some list has 73");
        }
    }
}

/// Sums and sums of squares of a measure of the lists, the largest first.
fn by_size(
    election: &Election,
    draws: u64,
    seed: u64,
    measure: impl Fn(u64, u32) -> f64,
) -> Vec<[f64; 2]> {
    let mut sums = vec![[0.0; 2]; election.lists()];
    let mut order: Vec<usize> = (0..election.lists()).collect();
    election.each_draw(draws, seed, |votes, seats| {
        order.sort_by_key(|&list| std::cmp::Reverse(votes[list]));
        for (sums, &list) in sums.iter_mut().zip(&order) {
            let value = measure(votes[list], seats[list]);
            *sums = [sums[0] + value, sums[1] + value * value];
        }
    });
    sums
}

#[test]
fn lists_by_size_have_their_expected_seats() {
    let mut figures = Figures::new("D'Hondt, mean seats by size");
    let (draws, seeds) = runs();
    let forms: [&[f64]; 2] = [
        &[89.025_720, 40.193_458, 15.780_822],
        &[66.853_173, 37.355_433, 22.606_562, 12.773_985, 5.410_847],
    ];
    for (form, seed) in forms.iter().flat_map(|form| seeds.clone().map(move |s| (form, s))) {
        let election = ones("dhondt", 145, form.len());
        let sums = by_size(&election, draws, seed, |_, seats| f64::from(seats));
        for (sums, &mean) in sums.into_iter().zip(*form) {
            figures.hold_mean(sums, draws, mean, "a list by size");
        }
        // The same by the tally of the engine, which knows the largest list only.
        let tally = election.tally(draws, seed);
        let largest = kurultai::analysis::SeatDistribution::new(tally.largest_list().to_vec());
        let error = largest.mean_standard_error();
        figures.hold(largest.mean(), form[0], error, "the largest list");
    }
}

#[test]
fn sainte_lague_is_biased_by_size_as_computed() {
    let mut figures = Figures::new("Sainte-Laguë, bias by size");
    let (draws, seeds) = runs();
    for seed in seeds {
        let election = ones("sainte-lague", 145, 3);
        let bias = |votes: u64, seats: u32| f64::from(seats) - votes as f64 / VOTES as f64 * 145.0;
        let sums = by_size(&election, draws, seed, bias);
        for (sums, expected) in sums.into_iter().zip([0.001_783, 0.000_314, -0.002_097]) {
            figures.hold_mean(sums, draws, expected, "seats less ideal share");
        }
    }
}

#[test]
fn every_seat_vector_has_its_probability() {
    type Probability = fn(zeros: usize) -> f64;
    let mut figures = Figures::new("seat vectors");
    let methods: [(&str, Probability); 3] = [
        ("dhondt", |_| 1.0 / 66.0),
        ("sainte-lague", |zeros| [8.0 / 399.0, 13.0 / 1330.0, 1.0 / 210.0][zeros]),
        ("hare", |zeros| [1.0 / 50.0, 1.0 / 100.0, 1.0 / 300.0][zeros]),
    ];
    let (draws, seeds) = runs();
    for ((method, probability), seed) in
        methods.iter().flat_map(|form| seeds.clone().map(move |s| (form, s)))
    {
        let mut counts = BTreeMap::new();
        ones(method, 10, 3).each_draw(draws, seed, |_, seats| {
            *counts.entry([seats[0], seats[1], seats[2]]).or_insert(0) += 1;
        });
        assert_eq!(counts.len(), 66, "{method}");
        for (seats, hits) in counts {
            let zeros = seats.iter().filter(|&&seats| seats == 0).count();
            let what = format!("{method} {seats:?}");
            figures.hold_probability(hits, draws, probability(zeros), &what);
        }
    }
}

#[test]
fn the_threshold_is_passed_with_its_beta_probability() {
    // P(p ≥ 5 %) = 1 − I(0.05; α, 1000 − α) for α = 1000 times the share.
    let mut figures = Figures::new("threshold");
    let (draws, seeds) = runs();
    for (alpha, expected) in
        [(45.0, 0.216_766), (50.0, 0.482_630), (52.0, 0.597_014), (60.0, 0.914_448)]
    {
        let election = Election::new("hare", 145, &[alpha, 1000.0 - alpha]);
        let election = Election { threshold: "5%", ..election };
        for seed in seeds.clone() {
            let passes = summary(&election, draws, seed).parties[0].passes_threshold;
            figures.hold_probability(passes.hits, draws, expected, "passes 5 %");
        }
    }
}

#[test]
fn so_many_lists_are_over_five_percent() {
    let mut figures = Figures::new("number of lists over 5 %");
    let (draws, seeds) = runs();
    let forms: [&[f64]; 2] = [
        &[0.0, 0.015, 0.2625, 0.7225],
        &[0.0, 0.000_75, 0.024_75, 0.192_125, 0.465_969, 0.316_406],
    ];
    for (form, seed) in forms.iter().flat_map(|form| seeds.clone().map(move |s| (form, s))) {
        let lists = form.len() - 1;
        let mut counts = vec![0; form.len()];
        ones("hare", 145, lists).each_draw(draws, seed, |votes, _| {
            counts[votes.iter().filter(|&&votes| votes * 20 >= VOTES).count()] += 1;
        });
        // The engine's own count of who passes: the mean number of lists, each with (1 − t)^(m−1).
        let election = Election { threshold: "5%", ..ones("hare", 145, lists) };
        for list in summary(&election, draws, seed).parties {
            let expected = 0.95_f64.powi(i32::try_from(lists).unwrap() - 1);
            let hits = list.passes_threshold.hits;
            figures.hold_probability(hits, draws, expected, "a given list is over 5 %");
        }
        assert_eq!(counts[0], 0, "some list has a third or a fifth");
        for (&hits, &expected) in counts.iter().zip(*form).skip(1) {
            figures.hold_probability(hits, draws, expected, "so many lists");
        }
    }
}

#[test]
fn two_lists_in_an_odd_house_need_half_the_votes() {
    // Between two lists these are one method in an odd house.
    let mut figures = Figures::new("two lists");
    let (draws, seeds) = runs();
    for method in ["dhondt", "sainte-lague", "hare"] {
        for seed in seeds.clone() {
            let summary = summary(&Election::new(method, 145, &[520.0, 480.0]), draws, seed);
            let hits = summary.parties[0].majority.hits;
            figures.hold_probability(hits, draws, 0.897_173_164_2, "a majority of two");
        }
    }
}

/// For smooth votes E[sᵢ] is E[wᵢ](N + m(r − 1/2)) − (r − 1/2) but for 3·10⁻⁴ of a seat at these α (the
/// exact oracle has it list by list): less than a standard error of a list with few seats.
#[test]
fn expected_seats_follow_expected_votes() {
    const NOT_SMOOTH: f64 = 3e-4;
    let mut figures = Figures::new("expected seats");
    let alphas = [561.0, 113.5, 89.5, 87.5, 70.8, 54.1, 23.6];
    let sum: f64 = alphas.iter().sum();
    let (draws, seeds) = runs();
    for (method, excess) in [("dhondt", 0.5), ("sainte-lague", 0.0), ("stationary:0.4", -0.1)] {
        for seed in seeds.clone() {
            let summary = summary(&Election::new(method, 145, &alphas), draws, seed);
            for (list, alpha) in summary.parties.iter().zip(alphas) {
                let expected = alpha / sum * (145.0 + alphas.len() as f64 * excess) - excess;
                let error = list.seats.mean_standard_error() + NOT_SMOOTH / STANDARD_ERRORS;
                figures.hold(list.seats.mean(), expected, error, "mean seats");
            }
        }
    }
}
