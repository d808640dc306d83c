//! Streams of random numbers for lots. The draws themselves have theirs in [`super::kernel`].

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::apportionment::Tie;
use crate::law::Lots;

/// The number that stands for the count itself, which is no draw.
pub(super) const COUNT: u64 = u64::MAX;

/// The last 24 bytes of the key of `ChaCha8`; the first 8 are the seed, little-endian.
const KEY_TAIL: &[u8; 24] = b"kurultai lot format 1.00";

/// The lots of one draw, from a stream of its own: `ChaCha8` keyed by the seed, with the number of the
/// draw as stream number. Nothing is computed unless a lot is drawn.
#[derive(Clone, Debug)]
pub(super) struct DrawLots {
    seed: u64,
    draw: u64,
    stream: Option<ChaCha8Rng>,
}

impl DrawLots {
    pub(super) const fn new(seed: u64, draw: u64) -> Self {
        Self { seed, draw, stream: None }
    }

    fn stream(&mut self) -> &mut ChaCha8Rng {
        let Self { seed, draw, stream } = self;
        stream.get_or_insert_with(|| {
            let mut key = [0; 32];
            key[..8].copy_from_slice(&seed.to_le_bytes());
            key[8..].copy_from_slice(KEY_TAIL);
            let mut stream = ChaCha8Rng::from_seed(key);
            stream.set_stream(*draw);
            stream
        })
    }

    /// A whole number below `bound`, each equally likely: numbers of the incomplete last cycle of
    /// remainders are thrown away.
    fn below(&mut self, bound: u64) -> u64 {
        let cycles = u64::MAX / bound * bound;
        loop {
            let number = self.stream().next_u64();
            if number < cycles {
                return number % bound;
            }
        }
    }
}

impl Lots for DrawLots {
    /// The first steps of a Fisher–Yates shuffle of the tied lists, one for each open seat; lists that
    /// come late are put behind the others at the step for which they come.
    fn draw(&mut self, tie: &Tie) -> Vec<usize> {
        let mut lists = tie.first();
        let mut winners = Vec::new();
        for given in 0..tie.open_seats {
            lists.extend(tie.coming(given));
            let place = winners.len();
            let others = (lists.len() - place) as u64;
            let chosen = usize::try_from(self.below(others)).expect("below the number of lists");
            lists.swap(place, place + chosen);
            winners.push(lists[place]);
        }
        winners
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOTS: u32 = 60_000;

    #[test]
    fn every_set_of_winners_is_equally_likely() {
        let tie = Tie::new(vec![2, 5, 7, 9], 2);
        let mut counts = std::collections::BTreeMap::new();
        for draw in 0..LOTS {
            let mut winners = DrawLots::new(1, draw.into()).draw(&tie);
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

    /// The first seat is between 2 and 3, for the second 0 and 1 have come: each of the two first seats
    /// has probability 1/2, each second seat 1/3 of that.
    #[test]
    fn late_lists_have_the_lots_of_later_seats() {
        let late = [0, 1].map(|list| crate::apportionment::LateClaim { list, after: 1 }).to_vec();
        let tie = Tie { late, ..Tie::new(vec![0, 1, 2, 3], 2) };
        let mut counts = std::collections::BTreeMap::new();
        for draw in 0..LOTS {
            *counts.entry(DrawLots::new(1, draw.into()).draw(&tie)).or_insert(0_u32) += 1;
        }
        let expected = [[2, 0], [2, 1], [2, 3], [3, 0], [3, 1], [3, 2]].map(Vec::from);
        assert_eq!(counts.keys().cloned().collect::<Vec<_>>(), expected);
        // Each has probability 1/6: five standard errors of 60,000 lots.
        let tolerance = 5.0 * (f64::from(LOTS) / 6.0 * 5.0 / 6.0).sqrt();
        for (winners, count) in counts {
            assert!(
                (f64::from(count) - f64::from(LOTS) / 6.0).abs() < tolerance,
                "{winners:?}: {count}"
            );
        }
    }

    #[test]
    fn the_lots_of_a_draw_are_its_own() {
        let tie = Tie::new((0..10).collect(), 1);
        let winner = |seed, draw| DrawLots::new(seed, draw).draw(&tie)[0];
        let winners: Vec<usize> = (0..12).map(|draw| winner(1, draw)).collect();
        assert_eq!(winners, (0..12).map(|draw| winner(1, draw)).collect::<Vec<_>>());
        // The first lots of seed 1: these values never change (the draw format).
        assert_eq!(winners, [6, 0, 9, 3, 0, 5, 0, 4, 2, 9, 6, 0]);
    }
}
