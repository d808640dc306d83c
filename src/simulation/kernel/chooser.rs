//! Which of several models each draw comes from.

use super::generator::{Generators, unit};
use super::vector::{BLOCK, LANES, ROWS};

/// Chooses one of several parts for every draw of a chunk, by weight.
#[derive(Clone, Debug)]
pub struct Chooser {
    generators: Generators,
    /// The share of all weights up to and with each part.
    up_to: Vec<f64>,
}

/// The number of the part whose generators choose.
const PART: u32 = 0;

impl Chooser {
    /// The choices of chunk `chunk` under seed `seed`; part k has a chance proportional to its weight,
    /// which is positive and finite.
    #[must_use]
    pub fn new(weights: &[f64], seed: u64, chunk: u64) -> Self {
        let total: f64 = weights.iter().sum();
        let mut sum = 0.0;
        let up_to = weights.iter().map(|weight| {
            sum += weight;
            sum / total
        });
        Self { up_to: up_to.collect(), generators: Generators::of_part(seed, chunk, PART) }
    }

    /// The parts of the next block of draws.
    pub fn next_block(&mut self) -> [usize; BLOCK] {
        let mut parts = [0; BLOCK];
        for lane in 0..LANES {
            let mut stream = self.generators.load::<u64>(lane);
            for row in 0..ROWS {
                let number = unit::<f64>(stream.next());
                let part = self.up_to.iter().position(|&up_to| number <= up_to);
                parts[row * LANES + lane] = part.unwrap_or(self.up_to.len() - 1);
            }
            self.generators.store(stream, lane);
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_as_often_as_their_weights_say() {
        let mut chooser = Chooser::new(&[1.0, 2.0, 5.0], 3, 0);
        let mut counts = [0_u32; 3];
        let blocks = 10_000_u32;
        for _ in 0..blocks {
            for part in chooser.next_block() {
                counts[part] += 1;
            }
        }
        let draws = f64::from(blocks) * 16.0;
        for (count, chance) in counts.into_iter().zip([0.125, 0.25, 0.625]) {
            // Five standard errors of a binomial count.
            let tolerance = 5.0 * (draws * chance * (1.0_f64 - chance)).sqrt();
            assert!((f64::from(count) - draws * chance).abs() < tolerance, "{count} of {chance}");
        }
    }
}
