//! What the kernel's inside promises: error bounds, random words, normal and gamma laws.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "counts and votes of a test are small, and a test that meets a surprise should stop"
)]

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use statrs::distribution::{ContinuousCDF, Gamma as GammaLaw, Normal};

use super::elementary::{exp, ln, sin_cos_turns};
use super::gamma::Gamma;
use super::generator::Generators;
use super::level::{Instructions, Job, Level};
use super::normal::{self, Deviates};
use super::vector::{BLOCK, LANES, Numbers, Vector};

/// Applies a function of one number at some level.
struct Apply<'a> {
    function: Function,
    numbers: &'a mut [Numbers],
}

/// The functions under test.
#[derive(Clone, Copy, Debug)]
enum Function {
    Ln,
    Exp,
    Sine,
    Cosine,
}

impl Job for Apply<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector>(self) {
        for numbers in self.numbers {
            for part in 0..V::PARTS {
                let x = V::load(numbers, part);
                let y = match self.function {
                    Function::Ln => ln(x),
                    Function::Exp => exp(x),
                    Function::Sine => sin_cos_turns(x).0,
                    Function::Cosine => sin_cos_turns(x).1,
                };
                y.store(numbers, part);
            }
        }
    }
}

/// Applies a function at every level, holds the bits against each other and returns the values.
fn apply(function: Function, points: &[f64]) -> Vec<f64> {
    let blocks: Vec<Numbers> = points
        .chunks(BLOCK)
        .map(|chunk| Numbers(std::array::from_fn(|i| chunk.get(i).copied().unwrap_or(chunk[0]))))
        .collect();
    let mut reference: Option<Vec<f64>> = None;
    for level in Instructions::ALL.into_iter().filter_map(Level::new) {
        let mut numbers = blocks.clone();
        level.run(Apply { function, numbers: &mut numbers });
        let values: Vec<f64> = numbers.iter().flat_map(|numbers| numbers.0).collect();
        if let Some(reference) = &reference {
            let same = values.iter().zip(reference).all(|(a, b)| a.to_bits() == b.to_bits());
            assert!(same, "{function:?} at {level:?}");
        }
        reference = Some(values);
    }
    reference.unwrap()[..points.len()].to_vec()
}

/// The largest of |value − truth|/scale(truth).
fn worst(
    points: &[f64],
    values: &[f64],
    truth: impl Fn(f64) -> f64,
    scale: impl Fn(f64) -> f64,
) -> f64 {
    let error = |(&x, &y): (&f64, &f64)| (y - truth(x)).abs() / scale(truth(x));
    points.iter().zip(values).map(error).fold(0.0, f64::max)
}

/// 2 to a power.
fn two(power: i32) -> f64 {
    2.0_f64.powi(power)
}

// The reference of the system's library is itself within 2⁻⁵² of the truth, which is added to
// each bound.

#[test]
fn ln_is_within_its_bound() {
    let mut points = vec![1.0, two(-52), 1.0 - two(-53), f64::MIN_POSITIVE, f64::MAX];
    for step in 1..2_000_000_u32 {
        points.push(f64::from(step) / 2_000_000.0);
        points.push(1.0 - f64::from(step) * two(-52));
        points.push((f64::from(step) / 2_000_000.0 * 1400.0 - 700.0).exp());
    }
    let values = apply(Function::Ln, &points);
    assert_eq!(values[0].to_bits(), 0);
    let error = worst(&points[1..], &values[1..], f64::ln, f64::abs);
    assert!(error < two(-48) + two(-52));
}

#[test]
fn exp_is_within_its_bound() {
    let points: Vec<f64> = (0..4_000_000_u32)
        .map(|step| -708.0 * f64::from(step) / 4_000_000.0)
        .chain((0..1_000_000_u32).map(|step| -f64::from(step) / 1_000_000.0))
        .chain((0..1_000_000_u32).map(|step| 300.0 * f64::from(step) / 1_000_000.0))
        .chain([-708.0, -0.0, -two(-60)])
        .collect();
    let values = apply(Function::Exp, &points);
    let error = worst(&points, &values, f64::exp, f64::abs);
    assert!(error < two(-51) + two(-52));
    let below = apply(Function::Exp, &[-1e300, f64::NEG_INFINITY]);
    assert!(below.iter().all(|value| (value / 708.0_f64.exp().recip() - 1.0).abs() < 1e-12));
}

#[test]
fn sine_and_cosine_are_within_their_bound() {
    let points: Vec<f64> =
        (0..=4_000_000_u32).map(|step| f64::from(step) / 8_000_000.0 - 0.25).collect();
    for (function, truth) in
        [(Function::Sine, f64::sin as fn(f64) -> f64), (Function::Cosine, f64::cos)]
    {
        let values = apply(function, &points);
        let error = worst(&points, &values, |x| truth(std::f64::consts::TAU * x), |_| 1.0);
        assert!(error < two(-50) + two(-52));
    }
}

#[test]
fn words_are_those_of_xoshiro() {
    let generators = Generators::new(1, 2);
    for lane in 0..LANES {
        for spill in [false, true] {
            let mut stream = if spill { generators.spill[lane] } else { generators.load(lane) };
            let mut seed = [0; 32];
            for (bytes, word) in seed.chunks_mut(8).zip(stream.state()) {
                bytes.copy_from_slice(&word.to_le_bytes());
            }
            let mut oracle = Xoshiro256PlusPlus::from_seed(seed);
            assert!((0..1000).all(|_| stream.next() == oracle.next_u64()));
        }
    }
    let first: u64 = generators.load::<u64>(0).next();
    assert_eq!(first, 631_958_772_552_196_006, "pinned");
}

/// The false-alarm rate of a Kolmogorov–Smirnov test here is 2·e^(−2c²) = 10⁻⁹, c = 3.27; seeds
/// are fixed, so a test that passes goes on passing.
fn kolmogorov_smirnov(mut numbers: Vec<f64>, law: impl Fn(f64) -> f64, name: &str) {
    numbers.sort_by(f64::total_cmp);
    let count = numbers.len() as f64;
    let distance = numbers
        .iter()
        .enumerate()
        .map(|(rank, &x)| {
            let p = law(x);
            (p - rank as f64 / count).abs().max(((rank + 1) as f64 / count - p).abs())
        })
        .fold(0.0, f64::max);
    assert!(distance * count.sqrt() < 3.27, "{name}");
}

/// Numbers of one quantity, lane by lane in registers of one lane.
fn numbers(
    seed: u64,
    blocks: usize,
    mut draw: impl FnMut(&mut Generators, usize) -> [f64; 2],
) -> Vec<f64> {
    let mut generators = Generators::new(seed, 0);
    (0..blocks * LANES).flat_map(|turn| draw(&mut generators, turn % LANES)).collect()
}

#[test]
fn normal_numbers_follow_their_law() {
    let sample = numbers(3, 62_500, |generators, lane| {
        let mut deviates = [Deviates::NONE];
        let mut stream = generators.load::<u64>(lane);
        normal::fill::<f64>(&mut deviates, &mut stream, lane);
        generators.store(stream, lane);
        deviates[0].load(lane)
    });
    let product: f64 = sample.chunks(2).map(|pair| pair[0] * pair[1]).sum();
    assert!(product.abs() / (sample.len() as f64 / 2.0).sqrt() < 5.0, "a pair is uncorrelated");
    let squares: f64 = sample.chunks(2).map(|pair| (pair[0] * pair[1]).powi(2) - 1.0).sum();
    assert!(squares.abs() / (sample.len() as f64 / 2.0 * 8.0).sqrt() < 5.0, "and independent");
    let law = Normal::new(0.0, 1.0).unwrap();
    kolmogorov_smirnov(sample, |x| law.cdf(x), "normal");
}

#[test]
fn gamma_numbers_follow_their_law() {
    for shape in [0.02, 0.3, 0.9, 1.0, 1.5, 4.0, 12.4, 23.0, 68.0, 539.0, 20_000.0] {
        let gamma = Gamma::new(shape);
        let sample = numbers(5, 31_250, |generators, lane| {
            let mut deviates = [Deviates::NONE];
            let mut stream = generators.load::<u64>(lane);
            normal::fill::<f64>(&mut deviates, &mut stream, lane);
            let [deviates] = &mut deviates;
            let logarithms =
                gamma.draw_ln::<f64>(deviates, &mut stream, &mut generators.spill, lane);
            generators.store(stream, lane);
            logarithms
        });
        let count = sample.len() as f64;
        let mean = sample.iter().map(|x| x.exp()).sum::<f64>() / count;
        assert!((mean - shape).abs() < 5.0 * (shape / count).sqrt(), "mean at {shape}: {mean}");
        let square = sample.iter().map(|x| (x.exp() - shape).powi(2)).sum::<f64>() / count;
        let spread = ((3.0 * shape * shape + 6.0 * shape - shape * shape) / count).sqrt();
        assert!((square - shape).abs() < 5.0 * spread, "variance at {shape}: {square}");
        let law = GammaLaw::new(shape, 1.0).unwrap();
        let cdf = |x: f64| {
            // Far down, the lower tail of the law is xᵃ/Γ(a + 1).
            if x < -30.0 {
                (shape * x - statrs::function::gamma::ln_gamma(shape + 1.0)).exp()
            } else {
                law.cdf(x.exp())
            }
        };
        kolmogorov_smirnov(sample, cdf, &format!("gamma {shape}"));
    }
}
