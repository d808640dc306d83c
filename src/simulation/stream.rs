//! Streams of random numbers: one for every chunk of a run.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Draws in a chunk. Draw number d belongs to chunk d / 4096.
pub const CHUNK_DRAWS: u64 = 4096;

/// The random stream of one chunk: `ChaCha8` keyed by the seed, with the chunk as stream number.
///
/// The key is the seed in little-endian order in the first eight of 32 bytes, the rest zero; streams of
/// different chunks or seeds never share a block.
pub fn chunk_stream(seed: u64, chunk: u64) -> ChaCha8Rng {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    let mut stream = ChaCha8Rng::from_seed(key);
    stream.set_stream(chunk);
    stream
}
