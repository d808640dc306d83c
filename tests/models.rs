//! Every model of uncertainty: the mean and covariance of its draws against theory.
//!
//! Tolerances are five standard errors of the estimate, one false alarm in 1.7 million comparisons; the
//! bounds of what rounding and approximation add stand beside them.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::scenario::Scenario;
use kurultai::simulation::Simulation;
use kurultai::uncertainty::{
    Center, Component, Concentration, Correlations, Dirichlet, DirichletKappa, Drift, Empirical,
    HouseError, LogisticNormal, LogisticT, Mixture, Model, Multinomial, Normal, Undecided,
};

const CHUNKS: u64 = 40;

/// Votes of four lists and nobody against all; a billion, so that rounding to whole votes adds 10⁻⁹.
const VOTES: [u64; 4] = [500_000_000, 300_000_000, 150_000_000, 50_000_000];
const SHARES: [f64; 4] = [0.5, 0.3, 0.15, 0.05];

/// Four lists with [`VOTES`], and this model.
fn four_lists(model: Model) -> Scenario {
    let text = "schema = 1\ntitle = \"four lists\"\n[house]\nseats = 10\n[law]\npreset = \"kurultai-2026\"\n";
    let party = |(id, votes): (&str, u64)| format!("[[party]]\nid = \"{id}\"\nvotes = {votes}\n");
    let parties: Vec<String> = ["a", "b", "c", "d"].into_iter().zip(VOTES).map(party).collect();
    let scenario =
        Scenario::from_toml("four.toml", &format!("{text}{}", parties.concat()), None).unwrap();
    Scenario { model, ..scenario }
}

/// Shares of draws of the model around [`SHARES`].
fn draws(model: Model) -> Vec<[f64; 4]> {
    draws_of(&four_lists(model))
}

fn draws_of(scenario: &Scenario) -> Vec<[f64; 4]> {
    let simulation = Simulation::new(scenario).unwrap();
    (0..CHUNKS)
        .flat_map(|chunk| {
            let votes = simulation.votes_of_chunk(17, chunk);
            (0..4_096).map(move |draw| votes.draw(draw).collect::<Vec<_>>()).collect::<Vec<_>>()
        })
        .map(|votes| {
            let total: u64 = votes.iter().sum();
            #[expect(clippy::cast_precision_loss, reason = "votes are below 2^52")]
            std::array::from_fn(|list| votes[list] as f64 / total as f64)
        })
        .collect()
}

/// Mean, variance, and the standard errors of both, by the moments of the sample itself.
fn moments(numbers: impl Iterator<Item = f64>) -> ([f64; 2], [f64; 2]) {
    let numbers: Vec<f64> = numbers.collect();
    let count = f64::from(u32::try_from(numbers.len()).unwrap());
    let mean = numbers.iter().sum::<f64>() / count;
    let central = |power| numbers.iter().map(|x| (x - mean).powi(power)).sum::<f64>() / count;
    let (variance, fourth) = (central(2), central(4));
    let errors = [(variance / count).sqrt(), ((fourth - variance * variance) / count).sqrt()];
    ([mean, variance], errors)
}

#[track_caller]
fn assert_near(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{what}: {found}, expected {expected} ± {tolerance}"
    );
}

/// Holds means and all variances of sums of two shares, and so all covariances, against a Dirichlet-like
/// covariance p(1 − p)/f of every sum.
fn assert_variance_of_sums(draws: &[[f64; 4]], factor: f64, slack: f64) {
    for one in 0..4 {
        for other in 0..=one {
            let sum = |shares: &[f64; 4]| {
                if one == other { shares[one] } else { shares[one] + shares[other] }
            };
            let p = sum(&SHARES);
            let ([mean, variance], errors) = moments(draws.iter().map(sum));
            assert_near(mean, p, 5.0 * errors[0] + slack, "mean");
            let expected = p * (1.0 - p) / factor;
            assert_near(variance, expected, 5.0 * errors[1] + slack, "variance");
        }
    }
}

#[test]
fn dirichlet_with_a_poll_or_a_concentration() {
    let poll = Concentration::Poll { sample_size: 400.0, design_effect: 2.0, prior: 0.0 };
    let poll = Model::Dirichlet(Dirichlet::new(poll).unwrap());
    assert_variance_of_sums(&draws(poll), 201.0, 1e-8);
    let kappa = DirichletKappa::of_deviation(0.02, 0.5).unwrap();
    assert_variance_of_sums(&draws(Model::DirichletKappa(kappa)), 625.0, 1e-8);
}

#[test]
fn multinomial_counts_lie_on_their_lattice() {
    for trials in [50.0, 1_000.0] {
        let draws = draws(Model::Multinomial(Multinomial::new(trials).unwrap()));
        assert_variance_of_sums(&draws, trials, 1e-8);
        for &share in draws.iter().flatten() {
            let count = share * trials;
            assert_near(count, count.round(), 1e-5, "a whole number of persons");
        }
    }
}

/// The log ratio of two lists has mean log(p/q) and a variance that the covariance of the errors gives.
fn assert_log_ratios(draws: &[[f64; 4]], variance: impl Fn(usize, usize) -> f64) {
    for one in 0..4 {
        for other in 0..one {
            let ratios = draws.iter().map(|shares| (shares[one] / shares[other]).ln());
            let ([mean, found], errors) = moments(ratios);
            let expected = (SHARES[one] / SHARES[other]).ln();
            // A share of 10⁻³ and more is rounded by less than 10⁻⁶ of itself.
            assert_near(mean, expected, 5.0 * errors[0] + 1e-6, "log ratio");
            assert_near(found, variance(one, other), 5.0 * errors[1] + 1e-6, "its variance");
        }
    }
}

/// Everything the logistic-normal model has.
fn full() -> LogisticNormal {
    let correlations = Correlations::default().with_bloc(&[0, 1], -0.4).unwrap();
    let correlations = correlations.with_bloc(&[2, 3], 0.6).unwrap();
    LogisticNormal::new(400.0, 0.2)
        .unwrap()
        .with_house(HouseError { error: 0.1, pollsters: 4 })
        .unwrap()
        .with_drift(Drift { days: 25.0, per_day: 0.02 })
        .unwrap()
        .with_correlations(correlations)
}

/// The variance of the difference of two errors of [`full`], by hand: 1/(400·p) + 0.04 + 0.01/4 + 25·0.0004
/// each, and twice 0.04·ρ off.
fn full_variance(one: usize, other: usize) -> f64 {
    let own = |list: usize| 1.0 / (400.0 * SHARES[list]) + 0.04 + 0.0025 + 0.01;
    let correlation = match (one.min(other), one.max(other)) {
        (0, 1) => -0.4,
        (2, 3) => 0.6,
        _ => 0.0,
    };
    own(one) + own(other) - 2.0 * 0.04 * correlation
}

#[test]
fn logistic_normal_with_everything() {
    assert_log_ratios(&draws(Model::LogisticNormal(full())), full_variance);
}

#[test]
fn logistic_t_widens_by_its_degrees_of_freedom() {
    let model = LogisticT::new(full(), 12.0).unwrap();
    let draws = draws(Model::LogisticT(model));
    // Σ·ν/(ν − 2); the error is that of the sample's own fourth moment.
    assert_log_ratios(&draws, |one, other| full_variance(one, other) * 12.0 / 10.0);
}

#[test]
fn a_mean_centre_keeps_the_mean() {
    let median = draws(Model::LogisticNormal(full()));
    let mean = draws(Model::LogisticNormal(full().centred(Center::Mean)));
    for list in 0..4 {
        let ([found, _], [error, _]) = moments(mean.iter().map(|shares| shares[list]));
        // The centre is found from 65,536 other draws, whose error is √(163,840/65,536) = 1.58 times ours.
        let both = error * (1.0_f64 + 1.58 * 1.58).sqrt();
        assert_near(found, SHARES[list], 5.0 * both, "mean");
    }
    let ([largest, _], [error, _]) = moments(median.iter().map(|shares| shares[0]));
    assert!((largest - SHARES[0]).abs() > 5.0 * error, "the median centre has another mean");
}

#[test]
fn normal_errors_are_those_of_a_poll_where_nothing_is_cut_off() {
    let model = Normal::new(40_000.0, 1.0).unwrap();
    assert!(model.clipped(&SHARES).iter().all(|&chance| chance < 1e-100));
    let draws = draws(Model::Normal(model));
    let variance = |list: usize| SHARES[list] * (1.0 - SHARES[list]) / 40_000.0;
    let total: f64 = (0..4).map(variance).sum();
    for list in 0..4 {
        let ([mean, found], errors) = moments(draws.iter().map(|shares| shares[list]));
        // To first order (p + ε)/(1 + Σε) = p + ε − p·Σε; what is left out is below σ² < 10⁻⁵, and of the
        // variance below 4σ³ < 10⁻⁷.
        let p = SHARES[list];
        let expected = variance(list) * (1.0 - 2.0 * p) + p * p * total;
        assert_near(mean, p, 5.0 * errors[0] + 1e-5, "mean");
        assert_near(found, expected, 5.0 * errors[1] + 1e-7, "variance");
    }
}

#[test]
fn shares_are_cut_off_as_often_as_is_said() {
    let model = Normal::new(100.0, 2.0).unwrap();
    let expected = model.clipped(&SHARES)[3];
    let draws = draws(Model::Normal(model));
    // Half a vote in a billion is the only other way to a share of 0.
    let cut_off = draws.iter().map(|shares| f64::from(u8::from(shares[3] <= 0.0)));
    let ([found, _], [error, _]) = moments(cut_off);
    assert_near(found, expected, 5.0 * error, "P(cut off)");
    assert!(expected > 0.1);
}

#[test]
fn past_errors_come_equally_often_and_exactly() {
    let errors = vec![vec![0.1, -0.2, 0.0, 0.3], vec![0.0; 4], vec![-0.5, 0.0, 0.5, 0.0]];
    let draws = draws(Model::Empirical(Empirical::new(errors.clone()).unwrap()));
    let outcomes: Vec<[f64; 4]> = (errors.iter())
        .map(|error| {
            let weights: [f64; 4] = std::array::from_fn(|list| SHARES[list] * error[list].exp());
            let sum: f64 = weights.iter().sum();
            weights.map(|weight| weight / sum)
        })
        .collect();
    let is = |shares: &[f64; 4], outcome: &[f64; 4]| {
        shares.iter().zip(outcome).all(|(found, expected)| (found - expected).abs() < 1e-8)
    };
    for outcome in &outcomes {
        let hits = draws.iter().map(|shares| f64::from(u8::from(is(shares, outcome))));
        let ([found, _], [error, _]) = moments(hits);
        assert_near(found, 1.0 / 3.0, 5.0 * error, "each of three");
    }
    assert!(draws.iter().all(|shares| outcomes.iter().any(|outcome| is(shares, outcome))));
}

#[test]
fn a_mixture_is_each_of_its_parts_by_weight() {
    let other = [0.1, 0.2, 0.3, 0.4];
    let parts = vec![
        Component { weight: 3.0, model: Model::Point, name: None, shares: None },
        Component {
            weight: 1.0,
            model: Model::DirichletKappa(DirichletKappa::new(1e6).unwrap()),
            name: None,
            shares: Some(other.to_vec()),
        },
    ];
    let draws = draws(Model::Mixture(Mixture::new(parts).unwrap()));
    let counted = draws.iter().map(|shares| f64::from(u8::from((shares[0] - 0.5).abs() < 1e-9)));
    let ([found, _], [error, _]) = moments(counted);
    assert_near(found, 0.75, 5.0 * error, "the weight of the first part");
    for list in 0..4 {
        let ([mean, _], [error, _]) = moments(draws.iter().map(|shares| shares[list]));
        assert_near(mean, 0.75 * SHARES[list] + 0.25 * other[list], 5.0 * error, "mean");
    }
}

#[test]
fn the_undecided_are_split_anew_in_every_draw() {
    // A fifth undecided, Dir(3, 1, 1, 1); the decided are as they are: only the split is uncertain.
    let alphas = vec![3.0, 1.0, 1.0, 1.0];
    let undecided = Undecided::new(0.2, alphas.clone()).unwrap();
    let scenario = Scenario { undecided: Some(undecided), ..four_lists(Model::Point) };
    let draws = draws_of(&scenario);
    for list in 0..4 {
        let ([mean, variance], errors) = moments(draws.iter().map(|shares| shares[list]));
        assert_near(mean, SHARES[list], 5.0 * errors[0] + 1e-8, "mean");
        // 0.2² times the variance α(A − α)/(A²(A + 1)) of the split.
        let expected = 0.04 * alphas[list] * (6.0 - alphas[list]) / (36.0 * 7.0);
        assert_near(variance, expected, 5.0 * errors[1] + 1e-8, "variance");
    }
}
