//! Counts to allocate.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// So many counts of so many lists, every list between 5,000 and 5,000,000 votes, from a fixed seed.
pub(crate) fn counts(lists: usize, counts: usize) -> Vec<Vec<u64>> {
    let mut random = ChaCha8Rng::seed_from_u64(145);
    let mut votes = || 5_000 + random.next_u64() % 4_995_000;
    (0..counts).map(|_| (0..lists).map(|_| votes()).collect()).collect()
}
