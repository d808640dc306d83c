//! The drawn shares against other people's gamma and normal variables (`rand_distr`).
//!
//! Two-sample Kolmogorov–Smirnov for every option of both models. With n draws on each side the largest
//! distance of the two empirical distributions exceeds √(ln(2/a)/n) with probability at most about a
//! (Massart 1990); a = 1e-9 for each of the 16 comparisons. The means are held to five standard errors.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]
#![expect(clippy::cast_precision_loss, reason = "samples are small")]

use kurultai::simulation::CHUNK_DRAWS;
use kurultai::simulation::kernel::{BLOCK, CHUNK, Factor, Level, Model, Sampler, Votes};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Gamma, StandardNormal};

const CHUNKS: u64 = 50;
const FALSE_ALARM: f64 = 1e-9;
const STANDARD_ERRORS: f64 = 5.0;
/// So many votes that rounding to whole ones is no part of any distance.
const VOTES: u64 = 1_000_000_000_000;
const SHARES: [f64; 8] = [0.539, 0.109, 0.086, 0.084, 0.068, 0.052, 0.023, 0.039];

/// Shares of every option, option by option, as the kernel draws them.
fn drawn(model: &Model) -> Vec<Vec<f64>> {
    let mut shares = vec![Vec::new(); SHARES.len()];
    let mut votes = Votes::new(SHARES.len(), CHUNK / BLOCK);
    for chunk in 0..CHUNKS {
        Sampler::new(model, VOTES, 11, chunk).unwrap().fill(Level::best(), &mut votes);
        for draw in 0..CHUNK {
            for (shares, votes) in shares.iter_mut().zip(votes.draw(draw)) {
                shares.push(votes as f64 / VOTES as f64);
            }
        }
    }
    shares
}

/// Shares of every option as `weights` makes them.
fn oracle(mut weights: impl FnMut(&mut ChaCha8Rng) -> Vec<f64>) -> Vec<Vec<f64>> {
    let mut random = ChaCha8Rng::seed_from_u64(12);
    let mut shares = vec![Vec::new(); SHARES.len()];
    for _ in 0..CHUNKS * CHUNK_DRAWS {
        let weights = weights(&mut random);
        let sum: f64 = weights.iter().sum();
        for (shares, weight) in shares.iter_mut().zip(weights) {
            shares.push(weight / sum);
        }
    }
    shares
}

fn mean_and_error(sample: &[f64]) -> (f64, f64) {
    let n = sample.len() as f64;
    let mean = sample.iter().sum::<f64>() / n;
    let variance = sample.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0);
    (mean, (variance / n).sqrt())
}

/// The largest distance between the empirical distributions of two samples of the same size.
fn distance(one: &mut [f64], other: &mut [f64]) -> f64 {
    one.sort_by(f64::total_cmp);
    other.sort_by(f64::total_cmp);
    let (mut i, mut j, mut largest) = (0, 0, 0_i64);
    while i < one.len() && j < other.len() {
        if one[i] <= other[j] {
            i += 1;
        } else {
            j += 1;
        }
        largest = largest.max((i64::try_from(i).unwrap() - i64::try_from(j).unwrap()).abs());
    }
    largest as f64 / one.len() as f64
}

fn assert_same_law(mut drawn: Vec<Vec<f64>>, mut oracle: Vec<Vec<f64>>) {
    let limit = ((2.0 / FALSE_ALARM).ln() / drawn[0].len() as f64).sqrt();
    for (option, (drawn, oracle)) in drawn.iter_mut().zip(&mut oracle).enumerate() {
        let ((mean, error), (expected, other_error)) =
            (mean_and_error(drawn), mean_and_error(oracle));
        let tolerance = STANDARD_ERRORS * error.hypot(other_error);
        assert!((mean - expected).abs() < tolerance, "option {option}: {mean}, {expected}");
        // Variances: the standard error of a variance of a nearly normal sample is √(2/n) of it.
        let ratio = (error / other_error).powi(2);
        let tolerance = 2.0 * STANDARD_ERRORS * (2.0 * 2.0 / drawn.len() as f64).sqrt();
        assert!((ratio - 1.0).abs() < tolerance, "option {option}: variances {ratio}");
        let distance = distance(drawn, oracle);
        assert!(distance < limit, "option {option}: {distance}, limit {limit}");
    }
}

#[test]
fn dirichlet_shares() {
    let alphas = SHARES.map(|share| 100.0 * share);
    let gammas = alphas.map(|alpha| Gamma::new(alpha, 1.0).unwrap());
    let oracle = oracle(|random| gammas.iter().map(|gamma| gamma.sample(random)).collect());
    assert_same_law(drawn(&Model::dirichlet(&alphas).unwrap()), oracle);
}

#[test]
fn logistic_normal_shares() {
    let errors = SHARES.map(|share| (1.0 / (1_000.0 * share) + 0.15_f64.powi(2)).sqrt());
    let oracle = oracle(|random| {
        let weight = |(share, error): (&f64, f64)| {
            let normal: f64 = StandardNormal.sample(random);
            (share.ln() + error * normal).exp()
        };
        SHARES.iter().zip(errors).map(weight).collect()
    });
    let factor = Factor::Diagonal(errors.to_vec());
    assert_same_law(drawn(&Model::logistic(&SHARES, factor, None).unwrap()), oracle);
}
