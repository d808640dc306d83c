//! The vector registers of x86-64: the only module of the kernel with `unsafe`.
//!
//! Every `unsafe` here calls an intrinsic or an entry point compiled for instructions that the
//! processor must have. The register types are private to this module and nothing outside can
//! name them: they reach other code only as the type parameter of [`Job::run`], which [`run`]
//! passes for a [`Level`], and a level exists only where the processor was asked for its
//! instructions. (SSE2 is a part of x86-64 itself.)
//! Loads and stores are bounded by an assertion that vanishes after inlining.

#![expect(
    unsafe_code,
    reason = "vector intrinsics; sound because a level exists only if the processor has it"
)]
#![cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "a hundred intrinsics, each named once below")
)]

use std::arch::x86_64::*;
use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Sub};

use super::level::{Instructions, Job, Level};
use super::pair::Pair;
use super::vector::{BLOCK, LANES, Lanes, Mask, Numbers, Row, Seats, Vector, Words};

/// Runs a job compiled for the instructions of a level.
pub(super) fn run<J: Job>(level: Level, job: J) -> J::Output {
    match level.instructions() {
        Instructions::Portable => job.run::<f64>(),
        Instructions::Sse2 => job.run::<Pair<Doubles2>>(),
        // SAFETY: a `Level` is made only where the processor was found to have these.
        Instructions::Avx2 => unsafe { run_avx2(job) },
        // SAFETY: a `Level` is made only where the processor was found to have these.
        Instructions::Avx512 => unsafe { run_avx512(job) },
    }
}

/// Entry point of 256-bit code. Safe to call where the processor has AVX2 and POPCNT.
#[target_feature(enable = "avx2,popcnt")]
fn run_avx2<J: Job>(job: J) -> J::Output {
    job.run::<Pair<Doubles4>>()
}

/// Entry point of 512-bit code. Safe to call where the processor has AVX-512 F and POPCNT.
#[target_feature(enable = "avx512f,popcnt")]
fn run_avx512<J: Job>(job: J) -> J::Output {
    job.run::<Doubles8>()
}

/// Implements an operator of a register by an intrinsic.
macro_rules! operator {
    ($register:ident, $trait:ident, $method:ident, $intrinsic:ident) => {
        impl $trait for $register {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                // SAFETY: the module comment: this register exists, so do its instructions.
                Self(unsafe { $intrinsic(self.0, other.0) })
            }
        }
    };
}

/// Declares a register of words. Shifts take their count in a register, which the compiler
/// turns back into an immediate.
macro_rules! words {
    ($words:ident, $width:literal, $raw:ty, load $load:ident, store $store:ident,
     splat $splat:ident, and $and:ident, or $or:ident, xor $xor:ident, plus $plus:ident,
     left $left:ident, right $right:ident) => {
        #[derive(Clone, Copy)]
        struct $words($raw);

        operator!($words, BitAnd, bitand, $and);
        operator!($words, BitOr, bitor, $or);
        operator!($words, BitXor, bitxor, $xor);

        impl Words for $words {
            #[inline(always)]
            fn splat(word: u64) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $splat(word.cast_signed()) })
            }
            #[inline(always)]
            fn load(row: &Row, part: usize) -> Self {
                assert!(part < LANES / $width);
                // SAFETY: the module comment; the part lies within the row by the assertion.
                Self(unsafe { $load(row.0.as_ptr().add(part * $width).cast()) })
            }
            #[inline(always)]
            fn store(self, row: &mut Row, part: usize) {
                assert!(part < LANES / $width);
                // SAFETY: as for `load`.
                unsafe { $store(row.0.as_mut_ptr().add(part * $width).cast(), self.0) }
            }
            #[inline(always)]
            fn plus(self, other: Self) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $plus(self.0, other.0) })
            }
            #[inline(always)]
            fn left(self, count: u8) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $left(self.0, _mm_cvtsi32_si128(i32::from(count))) })
            }
            #[inline(always)]
            fn right(self, count: u8) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $right(self.0, _mm_cvtsi32_si128(i32::from(count))) })
            }
        }
    };
}

words!(Words2, 2, __m128i, load _mm_loadu_si128, store _mm_storeu_si128, splat _mm_set1_epi64x,
    and _mm_and_si128, or _mm_or_si128, xor _mm_xor_si128, plus _mm_add_epi64,
    left _mm_sll_epi64, right _mm_srl_epi64);
words!(Words4, 4, __m256i, load _mm256_loadu_si256, store _mm256_storeu_si256,
    splat _mm256_set1_epi64x, and _mm256_and_si256, or _mm256_or_si256, xor _mm256_xor_si256,
    plus _mm256_add_epi64, left _mm256_sll_epi64, right _mm256_srl_epi64);
words!(Words8, 8, __m512i, load _mm512_loadu_si512, store _mm512_storeu_si512,
    splat _mm512_set1_epi64, and _mm512_and_si512, or _mm512_or_si512, xor _mm512_xor_si512,
    plus _mm512_add_epi64, left _mm512_sll_epi64, right _mm512_srl_epi64);

/// Declares a register of doubles. `less` and `select` differ in kind between the registers
/// and `seats` in the width of what it writes; the rest differs in names only.
macro_rules! doubles {
    ($doubles:ident, $width:literal, $raw:ty, $words:ident, $mask:ident, load $load:ident,
     store $store:ident, splat $splat:ident, add $add:ident, sub $sub:ident, mul $mul:ident,
     div $div:ident, sqrt $sqrt:ident, min $min:ident, max $max:ident, words $to:ident,
     from $from:ident, less $less:expr, select $select:expr, seats $seats:expr) => {
        #[derive(Clone, Copy)]
        struct $doubles($raw);

        operator!($doubles, Add, add, $add);
        operator!($doubles, Sub, sub, $sub);
        operator!($doubles, Mul, mul, $mul);
        operator!($doubles, Div, div, $div);

        impl Lanes for $doubles {
            const WIDTH: usize = $width;
            type Mask = $mask;

            #[inline(always)]
            fn splat(number: f64) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $splat(number) })
            }
            #[inline(always)]
            fn load(numbers: &Numbers, part: usize) -> Self {
                assert!(part < BLOCK / $width);
                // SAFETY: the module comment; the part lies within the block by the assertion.
                Self(unsafe { $load(numbers.0.as_ptr().add(part * $width)) })
            }
            #[inline(always)]
            fn store(self, numbers: &mut Numbers, part: usize) {
                assert!(part < BLOCK / $width);
                // SAFETY: as for `load`.
                unsafe { $store(numbers.0.as_mut_ptr().add(part * $width), self.0) }
            }
            #[inline(always)]
            fn store_seats(self, seats: &mut Seats, part: usize) {
                assert!(part < BLOCK / $width);
                // SAFETY: the module comment; `seats` writes as many seats as the register has
                // doubles, which lie within the block by the assertion.
                unsafe { $seats(seats.0.as_mut_ptr().add(part * $width).cast(), self.0) }
            }
            #[inline(always)]
            fn min(self, other: Self) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $min(self.0, other.0) })
            }
            #[inline(always)]
            fn max(self, other: Self) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $max(self.0, other.0) })
            }
            #[inline(always)]
            fn less(self, other: Self) -> $mask {
                // SAFETY: the module comment.
                $mask(unsafe { $less(self.0, other.0) })
            }
            #[inline(always)]
            fn select(self, mask: $mask, other: Self) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $select(mask.0, self.0, other.0) })
            }
        }

        impl Vector for $doubles {
            type Words = $words;

            #[inline(always)]
            fn sqrt(self) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $sqrt(self.0) })
            }
            #[inline(always)]
            fn words(self) -> $words {
                // SAFETY: the module comment.
                $words(unsafe { $to(self.0) })
            }
            #[inline(always)]
            fn from_words(words: $words) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $from(words.0) })
            }
        }
    };
}

doubles!(Doubles2, 2, __m128d, Words2, Mask2, load _mm_loadu_pd, store _mm_storeu_pd,
    splat _mm_set1_pd, add _mm_add_pd, sub _mm_sub_pd, mul _mm_mul_pd, div _mm_div_pd,
    sqrt _mm_sqrt_pd, min _mm_min_pd, max _mm_max_pd, words _mm_castpd_si128,
    from _mm_castsi128_pd, less _mm_cmplt_pd,
    select |mask, yes, no| _mm_or_pd(_mm_and_pd(mask, yes), _mm_andnot_pd(mask, no)),
    seats |to, seats| _mm_storel_epi64(to, _mm_cvttpd_epi32(seats)));
doubles!(Doubles4, 4, __m256d, Words4, Mask4, load _mm256_loadu_pd, store _mm256_storeu_pd,
    splat _mm256_set1_pd, add _mm256_add_pd, sub _mm256_sub_pd, mul _mm256_mul_pd,
    div _mm256_div_pd, sqrt _mm256_sqrt_pd, min _mm256_min_pd, max _mm256_max_pd,
    words _mm256_castpd_si256, from _mm256_castsi256_pd, less _mm256_cmp_pd::<_CMP_LT_OQ>,
    select |mask, yes, no| _mm256_blendv_pd(no, yes, mask),
    seats |to, seats| _mm_storeu_si128(to, _mm256_cvttpd_epi32(seats)));
doubles!(Doubles8, 8, __m512d, Words8, Mask8, load _mm512_loadu_pd, store _mm512_storeu_pd,
    splat _mm512_set1_pd, add _mm512_add_pd, sub _mm512_sub_pd, mul _mm512_mul_pd,
    div _mm512_div_pd, sqrt _mm512_sqrt_pd, min _mm512_min_pd, max _mm512_max_pd,
    words _mm512_castpd_si512, from _mm512_castsi512_pd,
    less _mm512_cmp_pd_mask::<_CMP_LT_OQ>,
    select |mask, yes, no| _mm512_mask_blend_pd(mask, no, yes),
    seats |to, seats| _mm256_storeu_si256(to, _mm512_cvttpd_epi32(seats)));

/// Declares the outcome of a comparison.
macro_rules! mask {
    ($mask:ident, $raw:ty, and $and:expr, or $or:expr, bits $bits:expr) => {
        #[derive(Clone, Copy)]
        struct $mask($raw);

        impl BitAnd for $mask {
            type Output = Self;
            #[inline(always)]
            fn bitand(self, other: Self) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $and(self.0, other.0) })
            }
        }
        impl BitOr for $mask {
            type Output = Self;
            #[inline(always)]
            fn bitor(self, other: Self) -> Self {
                // SAFETY: the module comment.
                Self(unsafe { $or(self.0, other.0) })
            }
        }
        impl Mask for $mask {
            #[inline(always)]
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a movemask has a bit per lane, at most four"
            )]
            fn bits(self) -> u16 {
                // SAFETY: the module comment.
                (unsafe { $bits(self.0) }) as u16
            }
        }
    };
}

mask!(Mask2, __m128d, and _mm_and_pd, or _mm_or_pd, bits _mm_movemask_pd);
mask!(Mask4, __m256d, and _mm256_and_pd, or _mm256_or_pd, bits _mm256_movemask_pd);

/// The lanes of a 512-bit comparison: a number already.
#[derive(Clone, Copy)]
struct Mask8(__mmask8);

impl BitAnd for Mask8 {
    type Output = Self;
    #[inline(always)]
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for Mask8 {
    type Output = Self;
    #[inline(always)]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Mask for Mask8 {
    #[inline(always)]
    fn bits(self) -> u16 {
        u16::from(self.0)
    }
}
