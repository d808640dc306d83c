//! Two registers as one, twice as wide.
//!
//! Where each result waits for the one before, a processor has idle units; a second, independent
//! register fills them.

use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Sub};

use super::vector::{Lanes, Mask, Numbers, Row, Seats, Vector, Words};

/// The lanes of one register after those of another, or the comparisons of both.
#[derive(Clone, Copy)]
pub(super) struct Pair<T>(T, T);

/// Implements an operator by the same operator on both halves.
macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl<T: $trait<Output = T>> $trait for Pair<T> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self(self.0.$method(other.0), self.1.$method(other.1))
            }
        }
    };
}

operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);
operator!(Div, div);
operator!(BitAnd, bitand);
operator!(BitOr, bitor);
operator!(BitXor, bitxor);

impl<V: Lanes> Lanes for Pair<V> {
    const WIDTH: usize = 2 * V::WIDTH;
    type Mask = PairMask<V>;

    #[inline(always)]
    fn splat(number: f64) -> Self {
        Self(V::splat(number), V::splat(number))
    }
    #[inline(always)]
    fn load(numbers: &Numbers, part: usize) -> Self {
        Self(V::load(numbers, 2 * part), V::load(numbers, 2 * part + 1))
    }
    #[inline(always)]
    fn store(self, numbers: &mut Numbers, part: usize) {
        self.0.store(numbers, 2 * part);
        self.1.store(numbers, 2 * part + 1);
    }
    #[inline(always)]
    fn store_seats(self, seats: &mut Seats, part: usize) {
        self.0.store_seats(seats, 2 * part);
        self.1.store_seats(seats, 2 * part + 1);
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0), self.1.min(other.1))
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0), self.1.max(other.1))
    }
    #[inline(always)]
    fn less(self, other: Self) -> PairMask<V> {
        PairMask(Pair(self.0.less(other.0), self.1.less(other.1)))
    }
    #[inline(always)]
    fn select(self, PairMask(mask): PairMask<V>, other: Self) -> Self {
        Self(self.0.select(mask.0, other.0), self.1.select(mask.1, other.1))
    }
}

impl<V: Vector> Vector for Pair<V> {
    type Words = Pair<V::Words>;

    #[inline(always)]
    fn sqrt(self) -> Self {
        Self(self.0.sqrt(), self.1.sqrt())
    }
    #[inline(always)]
    fn words(self) -> Self::Words {
        Pair(self.0.words(), self.1.words())
    }
    #[inline(always)]
    fn from_words(words: Self::Words) -> Self {
        Self(V::from_words(words.0), V::from_words(words.1))
    }
}

impl<W: Words> Words for Pair<W> {
    #[inline(always)]
    fn splat(word: u64) -> Self {
        Self(W::splat(word), W::splat(word))
    }
    #[inline(always)]
    fn load(row: &Row, part: usize) -> Self {
        Self(W::load(row, 2 * part), W::load(row, 2 * part + 1))
    }
    #[inline(always)]
    fn store(self, row: &mut Row, part: usize) {
        self.0.store(row, 2 * part);
        self.1.store(row, 2 * part + 1);
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        Self(self.0.plus(other.0), self.1.plus(other.1))
    }
    #[inline(always)]
    fn left(self, count: u8) -> Self {
        Self(self.0.left(count), self.1.left(count))
    }
    #[inline(always)]
    fn right(self, count: u8) -> Self {
        Self(self.0.right(count), self.1.right(count))
    }
}

/// The comparisons of both registers.
#[derive(Clone, Copy)]
pub(super) struct PairMask<V: Lanes>(Pair<V::Mask>);

impl<V: Lanes> BitAnd for PairMask<V> {
    type Output = Self;
    #[inline(always)]
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl<V: Lanes> BitOr for PairMask<V> {
    type Output = Self;
    #[inline(always)]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl<V: Lanes> Mask for PairMask<V> {
    #[inline(always)]
    fn bits(self) -> u16 {
        self.0.0.bits() | self.0.1.bits() << V::WIDTH
    }
}
