//! What a poll counts for at its age.

/// Weights are whole numbers of millionths.
pub(super) const WHOLE: u64 = 1_000_000;

/// 1 in the fixed-point numbers of this file.
const ONE: u128 = 1 << 60;

/// 2^(−age / half-life) in millionths, rounded half up. The half-life is not 0.
///
/// Whole numbers and integer square roots only: the k-th binary digit after the point of
/// age / half-life stands for the factor 2^(−2⁻ᵏ), the k-th repeated square root of 1/2. Sixty digits,
/// each cut off at 2⁻⁶⁰, are off by less than 10⁻¹⁶, and no machine's library has a part in it.
pub(super) fn at_age(age_days: u64, half_life_days: u32) -> u64 {
    let half_life = u64::from(half_life_days);
    let halvings = age_days / half_life;
    if halvings >= 32 {
        return 0;
    }
    let mut rest = age_days % half_life;
    let (mut factor, mut product) = (ONE / 2, ONE);
    for _ in 0..60 {
        factor = (factor * ONE).isqrt();
        rest *= 2;
        if rest >= half_life {
            rest -= half_life;
            product = product * factor / ONE;
        }
    }
    let unit = ONE << halvings;
    let weight = (product * u128::from(WHOLE) + unit / 2) / unit;
    u64::try_from(weight).unwrap_or(WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poll_halves_at_each_half_life() {
        let weights = [0, 30, 60, 90, 600].map(|age| at_age(age, 30));
        assert_eq!(weights, [1_000_000, 500_000, 250_000, 125_000, 1]);
        // 2^(-1/2) = 0.70710678…, 2^(-1/3) = 0.79370052…, 2^(-49/30) = 0.32235…
        assert_eq!([at_age(15, 30), at_age(10, 30)], [707_107, 793_701]);
        // 2⁻²¹ is 0.48 millionths: nothing.
        assert_eq!([at_age(630, 30), at_age(660, 30), at_age(1 << 40, 1)], [0, 0, 0]);
    }

    #[test]
    fn weights_are_those_of_the_exponential_function() {
        for half_life in [1_u32, 7, 30, 365, 36_500] {
            for age in 0..400_u32 {
                let exact = (-f64::from(age) / f64::from(half_life)).exp2() * 1e6;
                let weight = u32::try_from(at_age(age.into(), half_life)).unwrap();
                assert!((f64::from(weight) - exact).abs() <= 0.5 + 1e-6, "{age}, {half_life}");
            }
        }
    }
}
