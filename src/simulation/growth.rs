//! The same election a little later: every list grows or shrinks by itself.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::election::Share;

/// The most that a list grows or shrinks by.
pub const GROWTH_LIMIT: Share = Share::percent(1);

/// The last 24 bytes of the key of `ChaCha8`; the first 8 are the seed, little-endian.
const KEY_TAIL: &[u8; 24] = b"kurultai growth of votes";

/// Millionths of its votes that a list grows by at most.
const MOST_MILLIONTHS: u64 = 10_000;

/// Overwrites `grown` by the `votes` of draw `draw`, each multiplied by 1 + u/10^6 with u a whole number from
/// −10,000 to 10,000, all equally likely but for one in 200,000, and rounded down. The numbers come from a
/// stream of the draw's own, `ChaCha8` keyed by the seed with the draw as stream number: one 32-bit word a list.
pub fn grow(votes: &[u64], seed: u64, draw: u64, grown: &mut Vec<u64>) {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key[8..].copy_from_slice(KEY_TAIL);
    let mut stream = ChaCha8Rng::from_seed(key);
    stream.set_stream(draw);
    grown.clear();
    grown.extend(votes.iter().map(|&votes| {
        let above_least = (u64::from(stream.next_u32()) * (2 * MOST_MILLIONTHS + 1)) >> 32;
        let millionths = 1_000_000 - MOST_MILLIONTHS + above_least;
        let product = u128::from(votes) * u128::from(millionths);
        u64::try_from(product / 1_000_000).unwrap_or(u64::MAX)
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_within_its_limit_and_centred() {
        const DRAWS: u32 = 20_000;
        let (mut grown, mut sum) = (Vec::new(), 0_i64);
        for draw in 0..DRAWS {
            grow(&[1_000_000, 0], 3, draw.into(), &mut grown);
            assert!((990_000..=1_010_000).contains(&grown[0]) && grown[1] == 0, "{grown:?}");
            sum += i64::try_from(grown[0]).unwrap() - 1_000_000;
        }
        // Uniform from −10,000 to 10,000: five standard errors of the mean are 5·10,000/√(3·20,000) = 204.
        assert!((sum / i64::from(DRAWS)).abs() <= 204, "{sum}");
    }

    #[test]
    fn the_growth_of_a_draw_is_its_own() {
        let of = |seed, draw| {
            let mut grown = Vec::new();
            grow(&[1_000_000; 3], seed, draw, &mut grown);
            grown
        };
        assert_eq!(of(1, 7), of(1, 7));
        assert_ne!(of(1, 7), of(1, 8));
        assert_ne!(of(1, 7), of(2, 7));
        assert_eq!(of(u64::MAX, 0).len(), 3);
    }
}
