//! Multinomial counts, option by option, from binomial ones.
//!
//! Of n trials, k₁ ~ Bin(n, p₁) are for the first option, k₂ ~ Bin(n − k₁, p₂/(1 − p₁)) for the second,
//! and so on; the last has the rest. All random words are of the extra generator of a lane, row 0 first.

use super::elementary::{exp, ln};
use super::generator::Xoshiro;
use super::sampler::Random;
use super::vector::{LANES, Numbers, ROWS, Vector};

/// The law of the live options.
#[derive(Clone, Debug)]
pub(super) struct Multinomial {
    trials: f64,
    /// For every option but the last, its share of those that have not had their turn.
    chances: Vec<f64>,
}

impl Multinomial {
    /// The law of so many trials, below 2⁵³, with these shares, all positive.
    pub(super) fn new(trials: f64, shares: &[f64]) -> Self {
        let mut rests = Vec::with_capacity(shares.len());
        let mut rest = 0.0;
        for &share in shares.iter().rev() {
            rest += share;
            rests.push(rest);
        }
        let chances = shares.iter().zip(rests.iter().rev()).map(|(share, rest)| share / rest);
        Self { trials, chances: chances.take(shares.len().saturating_sub(1)).collect() }
    }

    /// The counts as weights, in one part of both rows of a block; returns their sums.
    #[inline(always)]
    pub(super) fn weights<V: Vector>(
        &self,
        live: &[usize],
        random: &mut Random<'_, V>,
        block: &mut [Numbers],
    ) -> [V; ROWS] {
        let from = random.part * V::WIDTH;
        for lane in from..from + V::WIDTH {
            for row in 0..ROWS {
                self.draw(&mut random.spill[lane], |at, count| {
                    block[live[at]].0[row * LANES + lane] = count;
                });
            }
        }
        [V::splat(self.trials); ROWS]
    }

    /// One draw, for which the count of every option is put.
    fn draw(&self, stream: &mut Xoshiro<u64>, mut put: impl FnMut(usize, f64)) {
        let mut left = self.trials;
        for (at, &chance) in self.chances.iter().enumerate() {
            let count = binomial(left, chance, stream);
            put(at, count);
            left -= count;
        }
        put(self.chances.len(), left);
    }
}

/// A binomial number of `trials` trials, below 2⁵³, with this chance each.
fn binomial(trials: f64, chance: f64, stream: &mut Xoshiro<u64>) -> f64 {
    if chance > 0.5 {
        return trials - binomial(trials, 1.0 - chance, stream);
    }
    if trials * chance < 10.0 {
        by_steps(trials, chance, stream)
    } else {
        by_rejection(trials, chance, stream)
    }
}

/// By inversion, from 0 up: P(k + 1) = P(k)·(n − k)/(k + 1)·p/(1 − p). At most some tens of steps: the
/// mean is below 10.
fn by_steps(trials: f64, chance: f64, stream: &mut Xoshiro<u64>) -> f64 {
    let odds = chance / (1.0 - chance);
    let mut probability = exp::<f64>(trials * ln::<f64>(1.0 - chance));
    let mut left = stream.unit();
    let mut count = 0.0;
    while left > probability && count < trials {
        left -= probability;
        probability *= (trials - count) / (count + 1.0) * odds;
        count += 1.0;
    }
    count
}

/// Transformed rejection with squeeze (W. Hörmann, "The generation of binomial random variates", Journal
/// of Statistical Computation and Simulation 46 (1993) 101-110, algorithm BTRS): for means of 10 and more.
fn by_rejection(trials: f64, chance: f64, stream: &mut Xoshiro<u64>) -> f64 {
    let deviation = (trials * chance * (1.0 - chance)).sqrt();
    let b = 1.15 + 2.53 * deviation;
    let a = -0.0873 + 0.0248 * b + 0.01 * chance;
    let centre = trials * chance + 0.5;
    let alpha = (2.83 + 5.1 / b) * deviation;
    let odds = chance / (1.0 - chance);
    let mode = ((trials + 1.0) * chance).floor();
    loop {
        let u = stream.unit() - 0.5;
        let v = stream.unit();
        let edge = 0.5 - u.abs();
        let count = ((2.0 * a / edge + b) * u + centre).floor();
        if edge >= 0.07 && v <= 0.92 - 4.2 / b {
            return count;
        }
        if !(count >= 0.0 && count <= trials) {
            continue;
        }
        let height = ln::<f64>(v * alpha / (a / (edge * edge) + b));
        let bound = (mode + 0.5) * ln::<f64>((mode + 1.0) / (odds * (trials - mode + 1.0)))
            + (trials + 1.0) * ln::<f64>((trials - mode + 1.0) / (trials - count + 1.0))
            + (count + 0.5) * ln::<f64>(odds * (trials - count + 1.0) / (count + 1.0))
            + tail(mode)
            + tail(trials - mode)
            - tail(count)
            - tail(trials - count);
        if height <= bound {
            return count;
        }
    }
}

/// ln k! − (k + ½)·ln(k + 1) + (k + 1) − ½·ln 2π, exactly up to 9, then by Stirling's series.
fn tail(count: f64) -> f64 {
    const EXACT: [f64; 10] = [
        0.081_061_466_795_327_26,
        0.041_340_695_955_409_29,
        0.027_677_925_684_998_34,
        0.020_790_672_103_765_09,
        0.016_644_691_189_821_19,
        0.013_876_128_823_070_75,
        0.011_896_709_945_891_77,
        0.010_411_265_261_972_09,
        0.009_255_462_182_712_733,
        0.008_330_563_433_362_87,
    ];
    if count < 10.0 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 9")]
        return EXACT[count as usize];
    }
    let next = count + 1.0;
    let square = next * next;
    (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / 1260.0 / square) / square) / next
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ln k! by adding logarithms.
    fn ln_factorial(count: u32) -> f64 {
        (2..=count).map(|number| f64::from(number).ln()).sum()
    }

    #[test]
    fn the_tail_is_what_stirling_leaves_over() {
        let half_ln_2_pi = 0.5 * (2.0 * std::f64::consts::PI).ln();
        for count in 0..60 {
            let k = f64::from(count);
            let expected =
                ln_factorial(count) - (k + 0.5) * (k + 1.0).ln() + (k + 1.0) - half_ln_2_pi;
            assert!((tail(k) - expected).abs() < 1e-10, "{count}: {} {expected}", tail(k));
        }
    }

    /// Pearson's statistic of 200,000 numbers against the binomial law, cells of at least 10 expected.
    #[test]
    fn counts_follow_the_binomial_law() {
        use super::super::generator::Generators;
        for (trials, chance) in [(5_u32, 0.3), (40, 0.2), (40, 0.25), (1_000, 0.052), (300, 0.9)] {
            let mut spill = Generators::new(7, u64::from(trials)).spill;
            let n = f64::from(trials);
            let draws = 200_000_u32;
            let mut counts = vec![0_u32; trials as usize + 1];
            for draw in 0..draws {
                let count = binomial(n, chance, &mut spill[draw as usize % LANES]);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "0 to n"
                )]
                let count = count as usize;
                counts[count] += 1;
            }
            let (mut statistic, mut cells) = (0.0, 0_u32);
            let (mut found, mut expected) = (0.0, 0.0);
            for (k, &count) in (0_u32..).zip(&counts) {
                let ln_probability =
                    ln_factorial(trials) - ln_factorial(k) - ln_factorial(trials - k)
                        + f64::from(k) * chance.ln()
                        + f64::from(trials - k) * (1.0 - chance).ln();
                found += f64::from(count);
                expected += f64::from(draws) * ln_probability.exp();
                if expected >= 10.0 {
                    statistic += (found - expected) * (found - expected) / expected;
                    cells += 1;
                    (found, expected) = (0.0, 0.0);
                }
            }
            // χ² with cells − 1 degrees of freedom: mean f, deviation √2f; six deviations and a tail.
            let freedom = f64::from(cells - 1);
            let limit = freedom + 6.0 * (2.0 * freedom).sqrt() + 20.0;
            assert!(statistic < limit, "Bin({trials}, {chance}): χ² {statistic}, {cells} cells");
        }
    }
}
