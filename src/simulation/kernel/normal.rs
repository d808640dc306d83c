//! Standard normal numbers in pairs (Box and Muller 1958), a block of them at a time.

use super::elementary::{ONE, ln_times, sin_cos_turns};
use super::generator::{Xoshiro, unit};
use super::vector::{BLOCK, LANES, Lanes, Numbers, ROWS, Row, Vector, Words};

/// Bits 12 to 62 of the second word say where on the half circle.
const HALF_TURN: u64 = 0x0007_ffff_ffff_ffff;
/// Bit 63 of the second word says which half.
const SIGN: u64 = 0x8000_0000_0000_0000;

/// The standard normal numbers of one quantity in the draws of a block, and the words they were
/// made from: the low 12 bits of the word of a row are independent of its numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deviates {
    pub(super) numbers: Numbers,
    pub(super) words: [Row; ROWS],
}

impl Deviates {
    /// Room for numbers yet to be drawn.
    pub(super) const NONE: Self =
        Self { numbers: Numbers([0.0; BLOCK]), words: [Row([0; LANES]); ROWS] };

    /// The numbers of both rows in the lanes of one part of a row.
    #[inline(always)]
    pub(super) fn load<V: Vector>(&self, part: usize) -> [V; ROWS] {
        rows_of(&self.numbers, part)
    }

    /// The words of a row in the lanes of one part.
    #[inline(always)]
    pub(super) fn words<W: Words>(&self, row: usize, part: usize) -> W {
        W::load(&self.words[row], part)
    }
}

/// Parts of a row.
#[inline(always)]
pub(super) fn row_parts<V: Lanes>() -> usize {
    LANES / V::WIDTH
}

/// The numbers of both rows in the lanes of one part of a row.
#[inline(always)]
pub(super) fn rows_of<V: Lanes>(numbers: &Numbers, part: usize) -> [V; ROWS] {
    [V::load(numbers, part), V::load(numbers, row_parts::<V>() + part)]
}

/// Writes the numbers of both rows in the lanes of one part of a row.
#[inline(always)]
pub(super) fn put_rows<V: Lanes>(rows: [V; ROWS], numbers: &mut Numbers, part: usize) {
    let [first, second] = rows;
    first.store(numbers, part);
    second.store(numbers, row_parts::<V>() + part);
}

/// Draws the numbers of several quantities in one part of both rows, two words for each.
///
/// The radii come first and the angles in a second pass: two short chains of operations keep a
/// processor busier than a long one.
#[inline(always)]
pub(super) fn fill<V: Vector>(
    deviates: &mut [Deviates],
    stream: &mut Xoshiro<V::Words>,
    part: usize,
) {
    for deviate in &mut *deviates {
        stream.next().store(&mut deviate.words[0], part);
        stream.next().store(&mut deviate.words[1], part);
    }
    for deviate in deviates {
        let radius = radius::<V>(deviate.words(0, part));
        put_rows(around(radius, deviate.words(1, part)), &mut deviate.numbers, part);
    }
}

/// Two independent standard normal numbers from two words.
///
/// The radius is √(−2 ln u) with u from the high 52 bits of the first word, so no number exceeds
/// √(104 ln 2) = 8.49 in size (the part cut off has probability 2⁻⁵²). The angle is x turns, x in
/// [−1/4, 1/4) from the next 51 bits of the second word below its highest, which says whether the
/// pair is mirrored through the origin: together the whole circle. The low 12 bits of both words
/// are not used; they are independent of the pair.
///
/// Errors: the logarithm is within 2⁻⁴⁸ of itself, so the radius within 2⁻⁴⁸ (half, and the
/// rounding of the root), sine and cosine within 2⁻⁵⁰; each number is then within
/// 8.49·(2⁻⁴⁸ + 2⁻⁵⁰) < 2⁻⁴⁴ of the exact function of its bits.
#[inline(always)]
pub(super) fn pair<V: Vector>(first: V::Words, second: V::Words) -> [V; ROWS] {
    around(radius(first), second)
}

/// The distance from the origin.
#[inline(always)]
fn radius<V: Vector>(word: V::Words) -> V {
    ln_times(unit::<V>(word), -2.0).sqrt()
}

/// The point at this distance in the direction of a word.
#[inline(always)]
fn around<V: Vector>(radius: V, word: V::Words) -> [V; ROWS] {
    let mirrored = V::from_words(radius.words() ^ (word & V::Words::splat(SIGN)));
    let position = (word.right(12) & V::Words::splat(HALF_TURN)) | V::Words::splat(ONE);
    let (sine, cosine) = sin_cos_turns(V::from_words(position) - V::splat(1.25));
    [mirrored * cosine, mirrored * sine]
}
