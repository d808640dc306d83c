//! Lots drawn from a random stream.

use rand::Rng;

use super::chunk_stream;
use crate::apportionment::Tie;
use crate::law::Lots;

/// Draws lots from the numbers of `R`.
#[derive(Debug)]
pub struct SeededLots<'a, R>(pub &'a mut R);

/// The chunk number no run reaches, whose stream serves the lots of a single count.
const COUNT_STREAM: u64 = u64::MAX;

/// The stream the lots of a single count are drawn from.
pub(super) fn count_stream(seed: u64) -> impl Rng {
    chunk_stream(seed, COUNT_STREAM)
}

impl<R: Rng> SeededLots<'_, R> {
    /// A whole number below `bound`, each equally likely: numbers of the incomplete last cycle of
    /// remainders are thrown away.
    fn below(&mut self, bound: u64) -> u64 {
        let cycles = u64::MAX / bound * bound;
        loop {
            let number = self.0.next_u64();
            if number < cycles {
                return number % bound;
            }
        }
    }
}

impl<R: Rng> Lots for SeededLots<'_, R> {
    /// The first steps of a Fisher–Yates shuffle of the tied lists.
    fn draw(&mut self, tie: &Tie) -> Vec<usize> {
        let mut lists = tie.lists.clone();
        let open_seats = tie.open_seats as usize;
        for place in 0..open_seats {
            let others = (lists.len() - place) as u64;
            let chosen = usize::try_from(self.below(others)).unwrap_or(0);
            lists.swap(place, place + chosen);
        }
        lists.truncate(open_seats);
        lists
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOTS: u32 = 60_000;

    #[test]
    fn every_set_of_winners_is_equally_likely() {
        let tie = Tie { lists: vec![2, 5, 7, 9], open_seats: 2 };
        let mut stream = chunk_stream(1, 0);
        let mut lots = SeededLots(&mut stream);
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..LOTS {
            let mut winners = lots.draw(&tie);
            winners.sort_unstable();
            *counts.entry(winners).or_insert(0_u32) += 1;
        }
        assert_eq!(counts.len(), 6);
        // Each of the six pairs has probability 1/6: five standard errors of 60,000 lots.
        let expected = f64::from(LOTS) / 6.0;
        let tolerance = 5.0 * (expected * 5.0 / 6.0).sqrt();
        for (winners, count) in counts {
            assert!((f64::from(count) - expected).abs() < tolerance, "{winners:?}: {count}");
        }
    }
}
