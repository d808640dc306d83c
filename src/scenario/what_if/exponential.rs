//! e^δ in whole numbers: the same on every machine.

/// The places held while the series is added up.
const UNIT: i128 = 1_000_000_000_000_000_000;

/// e^δ for δ in billionths, at most 10 either way, as a fraction `(numerator, denominator)`. e^|δ| is
/// rounded to nine decimals, which is a relative error of at most 5·10⁻¹⁰; for a negative δ the fraction
/// is turned over, so that a shift and its opposite undo each other.
///
/// The series Σ xⁿ/n! at x = |δ| ≤ 10 has terms below 3·10³ and fewer than 70 above 10⁻¹⁸, each cut
/// off by less than 10⁻¹⁸ and carrying the error of the one before times x/n: the sum is off by less
/// than e^x·70·10⁻¹⁸, far below the rounding.
pub(super) fn exponential(shift: i128) -> (u128, u128) {
    const BILLION: i128 = 1_000_000_000;
    let x = shift.abs();
    let (mut term, mut sum, mut n) = (UNIT, 0, 0);
    while term > 0 {
        sum += term;
        n += 1;
        term = term * x / (n * BILLION);
    }
    let grown = ((sum + BILLION / 2) / BILLION).unsigned_abs();
    if shift < 0 { (BILLION.unsigned_abs(), grown) } else { (grown, BILLION.unsigned_abs()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values_to_nine_decimals() {
        // e, e^0.3 and e^10 from tables.
        assert_eq!(exponential(1_000_000_000), (2_718_281_828, 1_000_000_000));
        assert_eq!(exponential(300_000_000), (1_349_858_808, 1_000_000_000));
        assert_eq!(exponential(10_000_000_000), (22_026_465_794_807, 1_000_000_000));
        assert_eq!(exponential(-1_000_000_000), (1_000_000_000, 2_718_281_828));
        assert_eq!(exponential(0), (1_000_000_000, 1_000_000_000));
    }
}
