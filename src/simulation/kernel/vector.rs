//! What the kernel asks of a vector register, and the one-lane register every machine has.
//!
//! All operations are IEEE 754 double precision or 64-bit integer operations with one result
//! that every processor agrees on. There is no fused multiply-add here, so no register can
//! round differently from another, however wide it is.

use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Sub};

/// Lanes of a row: the number of independent generators of the draw format. It is a property
/// of the format and not of any processor; narrower registers walk through a row in parts.
pub const LANES: usize = 8;
/// Rows of a block: a pair of normal numbers of one lane serves two rows.
pub const ROWS: usize = 2;
/// Draws of a block; draw number row·8 + lane.
pub const BLOCK: usize = ROWS * LANES;

/// One number for each draw of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C, align(64))]
pub struct Numbers(pub [f64; BLOCK]);

/// One seat count for each draw of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, align(64))]
pub struct Seats(pub [u32; BLOCK]);

/// One 64-bit word of each lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, align(64))]
pub(super) struct Row(pub(super) [u64; LANES]);

/// Doubles side by side: what arithmetic needs.
pub(super) trait Lanes:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
    /// How many; divides [`BLOCK`].
    const WIDTH: usize;
    /// Parts of this width that make up a block.
    const PARTS: usize = BLOCK / Self::WIDTH;
    /// The outcome of a comparison.
    type Mask: Mask;

    /// The same number in every lane.
    fn splat(number: f64) -> Self;
    /// Part `part` of the numbers of a block.
    fn load(numbers: &Numbers, part: usize) -> Self;
    /// Writes part `part` of the numbers of a block.
    fn store(self, numbers: &mut Numbers, part: usize);
    /// Writes whole numbers below 2³¹ as part `part` of the seats of a block.
    fn store_seats(self, seats: &mut Seats, part: usize);
    /// `self < other ? self : other`.
    fn min(self, other: Self) -> Self;
    /// `self > other ? self : other`.
    fn max(self, other: Self) -> Self;
    /// `self < other`, false if either is not a number.
    fn less(self, other: Self) -> Self::Mask;
    /// `mask ? self : other`.
    fn select(self, mask: Self::Mask, other: Self) -> Self;

    /// Nearest whole number, halves to even, of numbers of magnitude below 2⁵¹: adding
    /// 1.5·2⁵² leaves no bit below the units.
    #[inline(always)]
    fn nearest(self) -> Self {
        let magic = Self::splat(ROUNDER);
        (self + magic) - magic
    }

    /// Largest whole number not above, for 0 <= self < 2⁵².
    ///
    /// Adding 2⁵² rounds to a whole number (the sum lies in [2⁵², 2⁵³), where the spacing is 1;
    /// taking 2⁵² off again is exact), and if that went up, one is taken off.
    #[inline(always)]
    fn floor(self) -> Self {
        let magic = Self::splat(TWO_52);
        let rounded = (self + magic) - magic;
        rounded - Self::splat(1.0).select(self.less(rounded), Self::splat(0.0))
    }
}

/// A register of doubles, which also opens them up.
pub(super) trait Vector: Lanes {
    /// The register of 64-bit words of the same width.
    type Words: Words;

    /// Correctly rounded square root.
    fn sqrt(self) -> Self;
    /// The bits of each double.
    fn words(self) -> Self::Words;
    /// Doubles from their bits.
    fn from_words(words: Self::Words) -> Self;
}

/// 2⁵², from which on doubles are whole numbers.
pub(super) const TWO_52: f64 = 4_503_599_627_370_496.0;
/// 1.5·2⁵²: the middle of the range whose spacing is 1.
pub(super) const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// A register of 64-bit words.
pub(super) trait Words:
    Copy + BitAnd<Output = Self> + BitOr<Output = Self> + BitXor<Output = Self>
{
    /// The same word in every lane.
    fn splat(word: u64) -> Self;
    /// Part `part` of a row.
    fn load(row: &Row, part: usize) -> Self;
    /// Writes part `part` of a row.
    fn store(self, row: &mut Row, part: usize);
    /// Sum modulo 2⁶⁴.
    fn plus(self, other: Self) -> Self;
    /// Shift towards the high end, zeros coming in; `count` < 64.
    fn left(self, count: u8) -> Self;
    /// Shift towards the low end, zeros coming in; `count` < 64.
    fn right(self, count: u8) -> Self;

    /// Rotation towards the high end; 0 < `count` < 64.
    #[inline(always)]
    fn rotate(self, count: u8) -> Self {
        self.left(count) | self.right(64 - count)
    }
}

/// Which lanes a comparison holds in.
pub(super) trait Mask: Copy + BitAnd<Output = Self> + BitOr<Output = Self> {
    /// One bit per lane, lane 0 lowest.
    fn bits(self) -> u16;
}

/// A bit for each lane.
#[inline(always)]
pub(super) fn full<V: Lanes>() -> u16 {
    u16::MAX >> (BLOCK - V::WIDTH)
}

impl Lanes for f64 {
    const WIDTH: usize = 1;
    type Mask = bool;

    #[inline(always)]
    fn splat(number: f64) -> Self {
        number
    }
    #[inline(always)]
    fn load(numbers: &Numbers, part: usize) -> Self {
        numbers.0[part]
    }
    #[inline(always)]
    fn store(self, numbers: &mut Numbers, part: usize) {
        numbers.0[part] = self;
    }
    #[inline(always)]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the caller passes whole numbers from 0 to 2^31"
    )]
    fn store_seats(self, seats: &mut Seats, part: usize) {
        seats.0[part] = self as u32;
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        if self < other { self } else { other }
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        if self > other { self } else { other }
    }
    #[inline(always)]
    fn less(self, other: Self) -> bool {
        self < other
    }
    #[inline(always)]
    fn select(self, mask: bool, other: Self) -> Self {
        if mask { self } else { other }
    }
    /// The same numbers without a branch, which would be taken every other time.
    #[inline(always)]
    fn floor(self) -> Self {
        let rounded = (self + TWO_52) - TWO_52;
        rounded - Self::from(u8::from(self < rounded))
    }
}

impl Vector for f64 {
    type Words = u64;

    #[inline(always)]
    fn sqrt(self) -> Self {
        self.sqrt()
    }
    #[inline(always)]
    fn words(self) -> u64 {
        self.to_bits()
    }
    #[inline(always)]
    fn from_words(words: u64) -> Self {
        Self::from_bits(words)
    }
}

impl Words for u64 {
    #[inline(always)]
    fn splat(word: u64) -> Self {
        word
    }
    #[inline(always)]
    fn load(row: &Row, part: usize) -> Self {
        row.0[part]
    }
    #[inline(always)]
    fn store(self, row: &mut Row, part: usize) {
        row.0[part] = self;
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    #[inline(always)]
    fn left(self, count: u8) -> Self {
        self << count
    }
    #[inline(always)]
    fn right(self, count: u8) -> Self {
        self >> count
    }
}

impl Mask for bool {
    #[inline(always)]
    fn bits(self) -> u16 {
        u16::from(self)
    }
}
