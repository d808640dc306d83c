//! Random words: eight xoshiro256++ generators side by side and eight more for rare extra words.
//!
//! A lane is a machine of its own: two generators, seeded by `ChaCha8`, that serve the draws of
//! this lane only. What a lane draws therefore does not depend on how many lanes a register
//! holds, nor on which lanes of a row need an extra word.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::elementary::ONE;
use super::vector::{LANES, Row, Vector, Words};

/// The last 24 bytes of the key of `ChaCha8`; the first 8 are the seed, little-endian.
const KEY_TAIL: &[u8; 24] = b"kurultai draw format 1.0";
/// The same for parts of models that are made of several; the last 8 are the number of the part,
/// little-endian.
const PART_TAIL: &[u8; 16] = b"kurultai part of";

/// xoshiro256++ (Blackman and Vigna 2019) in every lane of a register.
#[derive(Clone, Copy, Debug)]
pub(super) struct Xoshiro<W>([W; 4]);

impl<W: Words> Xoshiro<W> {
    /// The next word of every lane.
    #[inline(always)]
    pub(super) fn next(&mut self) -> W {
        let [a, b, c, d] = self.0;
        let word = a.plus(d).rotate(23).plus(a);
        let shifted = b.left(17);
        let c = c ^ a;
        let d = d ^ b;
        let b = b ^ c;
        let a = a ^ d;
        self.0 = [a, b, c ^ shifted, d.rotate(45)];
        word
    }
}

impl Xoshiro<u64> {
    /// A number in (0, 1], a multiple of 2⁻⁵².
    pub(super) fn unit(&mut self) -> f64 {
        unit::<f64>(self.next())
    }

    /// The four words of its state.
    #[cfg(test)]
    pub(super) fn state(&self) -> [u64; 4] {
        self.0
    }
}

/// The generators of a chunk.
#[derive(Clone, Debug)]
pub(super) struct Generators {
    /// The main generators, word by word.
    main: [Row; 4],
    /// The extra generator of each lane, for what the squeeze of the gamma leaves open.
    pub(super) spill: Spill,
}

/// The extra generators of the lanes.
pub(super) type Spill = [Xoshiro<u64>; LANES];

impl Generators {
    /// Seeds the generators of chunk `chunk`: `ChaCha8` with the key (seed, [`KEY_TAIL`]) and the
    /// chunk as stream number gives, for each lane in turn, the four words of its main and the
    /// four words of its extra generator.
    pub(super) fn new(seed: u64, chunk: u64) -> Self {
        Self::with_tail(seed, chunk, KEY_TAIL)
    }

    /// The generators of part `part` of a chunk.
    pub(super) fn of_part(seed: u64, chunk: u64, part: u32) -> Self {
        let mut tail = [0; 24];
        tail[..16].copy_from_slice(PART_TAIL);
        tail[16..].copy_from_slice(&u64::from(part).to_le_bytes());
        Self::with_tail(seed, chunk, &tail)
    }

    fn with_tail(seed: u64, chunk: u64, tail: &[u8; 24]) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..].copy_from_slice(tail);
        let mut source = ChaCha8Rng::from_seed(key);
        source.set_stream(chunk);
        let mut main = [Row([0; LANES]); 4];
        let mut spill = [Xoshiro([0; 4]); LANES];
        for (lane, spill) in spill.iter_mut().enumerate() {
            for state in &mut main {
                state.0[lane] = source.next_u64();
            }
            for state in &mut spill.0 {
                *state = source.next_u64();
            }
        }
        Self { main, spill }
    }

    /// Takes the main generators of part `part` of a row into registers.
    #[inline(always)]
    pub(super) fn load<W: Words>(&self, part: usize) -> Xoshiro<W> {
        let [a, b, c, d] = &self.main;
        Xoshiro([W::load(a, part), W::load(b, part), W::load(c, part), W::load(d, part)])
    }

    /// Puts them back.
    #[inline(always)]
    pub(super) fn store<W: Words>(&mut self, stream: Xoshiro<W>, part: usize) {
        for (word, row) in self.main.iter_mut().enumerate() {
            stream.0[word].store(row, part);
        }
    }
}

/// A number in (0, 1], a multiple of 2⁻⁵², from the high 52 bits of a word.
#[inline(always)]
pub(super) fn unit<V: Vector>(word: V::Words) -> V {
    V::splat(2.0) - V::from_words(word.right(12) | V::Words::splat(ONE))
}
