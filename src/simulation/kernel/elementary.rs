//! Logarithm, exponential, sine and cosine from + − × ÷, square root and integer operations.
//!
//! The system's versions differ from one platform to another, so a draw must not touch them.
//! Each function does the same operations in the same order on every register, without fused
//! multiply-add. ε below is 2⁻⁵³, the relative error of one operation. The bounds are held
//! against a reference in the tests over the whole range that is used.

#![expect(
    clippy::excessive_precision,
    reason = "coefficients are written with the digits of the table they come from"
)]

use super::vector::{ROUNDER, TWO_52, Vector, Words};

/// Bits of 1.0; a mantissa below makes a number in [1, 2).
pub(super) const ONE: u64 = 0x3ff0_0000_0000_0000;
/// The 52 bits of a mantissa.
const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
/// Bits of the largest double below √½ with a zero low half: where [`ln`] starts an octave.
const OCTAVE: u64 = 0x3fe6_a09e_0000_0000;
/// Bits of 2⁵²; a whole number below 2⁵² in the mantissa adds itself.
const TWO_52_BITS: u64 = 0x4330_0000_0000_0000;

/// ln 2 with the last 20 bits of its mantissa zero: times any exponent it is exact.
const LN_2_HIGH: f64 = 6.931_471_803_691_238_164_90e-1;
/// ln 2 − [`LN_2_HIGH`].
const LN_2_LOW: f64 = 1.908_214_929_270_587_700_02e-10;

/// Coefficients of (ln((1+s)/(1−s))/s − 2)/s² in s² at the Chebyshev nodes of |s| <= 0.1716;
/// relative error of the logarithm 2⁻⁵⁰.
const LN: [f64; 6] = [
    0.666_666_666_666_620_8,
    0.400_000_000_112_065_05,
    0.285_714_241_383_241_6,
    0.222_228_622_801_087_16,
    0.181_401_938_028_659_92,
    0.166_218_171_528_589_28,
];

/// Natural logarithm of a positive normal number, relative error below 2⁻⁴⁸.
///
/// x = 2ᵏ·z with z in [√½, √2); s = (z − 1)/(z + 1) is within 3ε of its true value (z − 1 is
/// exact), and ln z = s·(2 + s²·P(s²)), where the bracket is between 2 and 2.02 and wrong by
/// ε and the polynomial (8ε): 12ε in all. k·ln 2 is wrong by ε of itself and so is the last sum; where
/// k = −1 the two parts have opposite signs and |ln x| >= ln(2)/2 is half of |k·ln 2| or more,
/// so at most 2·(2ε) + 12ε + ε < 32ε.
#[inline(always)]
pub(super) fn ln<V: Vector>(x: V) -> V {
    ln_times(x, 1.0)
}

/// `factor`·ln x, for a power of two: the same operations with coefficients scaled exactly.
#[inline(always)]
pub(super) fn ln_times<V: Vector>(x: V, factor: f64) -> V {
    let terms = LN.map(|term| factor * term);
    let shifted = x.words().plus(V::Words::splat(ONE.wrapping_sub(OCTAVE)));
    let exponent =
        V::from_words(shifted.right(52) | V::Words::splat(TWO_52_BITS)) - V::splat(TWO_52 + 1023.0);
    let significand = (shifted & V::Words::splat(MANTISSA)).plus(V::Words::splat(OCTAVE));
    let z = V::from_words(significand);
    let s = (z - V::splat(1.0)) / (z + V::splat(1.0));
    let square = s * s;
    let fourth = square * square;
    let series = horner(fourth, [terms[0], terms[2], terms[4]])
        + square * horner(fourth, [terms[1], terms[3], terms[5]]);
    s * (V::splat(2.0 * factor) + square * series)
        + exponent * V::splat(factor * std::f64::consts::LN_2)
}

/// 1/ln 2.
const LOG2_E: f64 = std::f64::consts::LOG2_E;
/// Where [`exp`] stops falling: e⁻⁷⁰⁸ is still a normal number.
const EXP_FLOOR: f64 = -708.0;

/// Coefficients of (eʳ − 1 − r)/r² at the Chebyshev nodes of |r| <= ln(2)/2; error of eʳ 2⁻⁵⁶.
const EXP: [f64; 10] = [
    0.500_000_000_000_000_1,
    0.166_666_666_666_666_69,
    0.041_666_666_666_624_164,
    0.008_333_333_333_330_065,
    0.001_388_888_891_719_671_9,
    0.000_198_412_698_630_405_45,
    2.480_152_132_236_869_2e-5,
    2.755_726_848_031_002_4e-6,
    2.762_007_587_998_336_7e-7,
    2.510_037_583_256_123_4e-8,
];

/// eˣ for x <= 0, relative error below 4ε; below −708, e⁻⁷⁰⁸.
///
/// x = k·ln 2 + r with |r| <= ln(2)/2·(1 + 2⁻⁴⁰); k·[`LN_2_HIGH`] and its difference from x are
/// exact. eʳ = 1 + (r + r²P(r)): the last addition errs by ε, the bracket (below 0.42) by less
/// than 1.5ε of itself, the rounding of r and the polynomial by less than ε together.
#[inline(always)]
pub(super) fn exp<V: Vector>(x: V) -> V {
    let x = x.max(V::splat(EXP_FLOOR));
    let rounded = x * V::splat(LOG2_E) + V::splat(ROUNDER);
    let k = rounded - V::splat(ROUNDER);
    let r = (x - k * V::splat(LN_2_HIGH)) - k * V::splat(LN_2_LOW);
    let power = V::splat(1.0) + (r + r * r * horner(r, EXP));
    // The low 12 bits of `rounded` are k modulo 2¹²; they move into the exponent.
    V::from_words(power.words().plus(rounded.words().left(52)))
}

/// Coefficients of sin(2πx)/x in x² at the Chebyshev nodes of |x| <= 1/4, absolute error of the
/// sine below 2⁻⁵¹.
const SINE: [f64; 8] = [
    6.283_185_307_179_585,
    -41.341_702_240_398_284,
    81.605_249_275_579_77,
    -76.705_859_689_628_67,
    42.058_689_953_950_94,
    -15.094_506_140_734_29,
    3.817_365_633_469_135,
    -0.692_506_701_072_071_7,
];

/// Coefficients of cos(2πx) in x² at the Chebyshev nodes of |x| <= 1/4, absolute error of the
/// cosine below 2⁻⁵³.
const COSINE: [f64; 9] = [
    1.0,
    -19.739_208_802_178_705,
    64.939_394_022_663_95,
    -85.456_817_205_980_61,
    60.244_641_313_160_41,
    -26.426_254_066_690_255,
    7.903_462_492_085_097,
    -1.713_218_410_700_593_2,
    0.271_945_849_499_981_3,
];

/// Sine and cosine of x whole turns, |x| <= 1/4, absolute error below 2⁻⁵⁰.
///
/// A step of the scheme errs by 2ε of its value at most; weighted by the powers of x² <= 1/16
/// (and x, for the sine) still to come, the steps add up to less than 6ε for either.
#[inline(always)]
pub(super) fn sin_cos_turns<V: Vector>(x: V) -> (V, V) {
    let square = x * x;
    (x * horner(square, SINE), horner(square, COSINE))
}

/// c₀ + c₁x + c₂x² + …, from the highest power down.
#[inline(always)]
fn horner<V: Vector, const TERMS: usize>(x: V, coefficients: [f64; TERMS]) -> V {
    let mut value = V::splat(coefficients[TERMS - 1]);
    for index in (0..TERMS - 1).rev() {
        value = value * x + V::splat(coefficients[index]);
    }
    value
}
