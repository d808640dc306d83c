//! Exact shares: thresholds, shares of votes, majorities.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A share between 0 and 1 held as an exact fraction, so that a list with exactly 5 % has exactly 5 %.
///
/// Written as a percentage with up to nine decimals (`5%`, `3.25%`) or as a fraction (`1/150`) of whole numbers
/// below 2^64: the share of any list in any count can be written down, and given back.
///
/// ```
/// use kurultai::election::Share;
/// let threshold: Share = "3.25%".parse().unwrap();
/// assert_eq!(threshold, "13/400".parse().unwrap());
/// assert!(threshold.of(400).eq(&13));
/// assert!("101%".parse::<Share>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    numerator: u64,
    denominator: u64,
}

/// A text or a fraction that is not a share.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// Neither a percentage nor a fraction.
    #[error(
        "`{0}` is not a share: write a percentage from `0%` to `100%` with at most nine decimals \
         and a decimal point, such as `5%` or `3.25%`, or a fraction such as `1/150`"
    )]
    Malformed(String),
    /// More than the whole.
    #[error("`{0}` is more than the whole: a share lies between `0%` and `100%`")]
    MoreThanWhole(String),
}

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// `numerator / denominator`, reduced.
    ///
    /// # Errors
    /// [`ShareError`] if the denominator is 0, or the fraction is above 1.
    pub fn new(numerator: u64, denominator: u64) -> Result<Self, ShareError> {
        let written = || format!("{numerator}/{denominator}");
        if denominator == 0 {
            return Err(ShareError::Malformed(written()));
        }
        let divisor = greatest_common_divisor(numerator, denominator);
        let (numerator, denominator) = (numerator / divisor, denominator / divisor);
        if numerator > denominator {
            return Err(ShareError::MoreThanWhole(written()));
        }
        Ok(Self { numerator, denominator })
    }

    /// `percent` hundredths.
    ///
    /// # Panics
    /// If `percent` is above 100.
    pub const fn percent(percent: u8) -> Self {
        assert!(percent <= 100, "a share is at most 100 %");
        let divisor = greatest_common_divisor(percent as u64, 100);
        Self { numerator: percent as u64 / divisor, denominator: 100 / divisor }
    }

    /// `basis_points` hundredths of a percent.
    ///
    /// # Panics
    /// If `basis_points` is above 10,000.
    pub const fn basis_points(basis_points: u16) -> Self {
        assert!(basis_points <= 10_000, "a share is at most 100 %");
        let divisor = greatest_common_divisor(basis_points as u64, 10_000);
        Self { numerator: basis_points as u64 / divisor, denominator: 10_000 / divisor }
    }

    /// `numerator / denominator`, of small numbers that the program itself writes down.
    ///
    /// ```
    /// use kurultai::election::Share;
    /// assert_eq!(Share::ratio(2, 4), Share::percent(50));
    /// ```
    ///
    /// # Panics
    /// If the denominator is 0 or smaller than the numerator.
    pub const fn ratio(numerator: u32, denominator: u32) -> Self {
        assert!(denominator > 0 && numerator <= denominator, "a share is from 0 to 1");
        let (numerator, denominator) = (numerator as u64, denominator as u64);
        let divisor = greatest_common_divisor(numerator, denominator);
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    /// The reduced fraction.
    pub const fn fraction(self) -> (u64, u64) {
        (self.numerator, self.denominator)
    }

    /// Whether the share is nothing at all.
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// How `part` compares with this share of `whole`, exactly.
    pub fn compare(self, part: u128, whole: u128) -> Ordering {
        product(part, self.denominator).cmp(&product(whole, self.numerator))
    }

    /// This share of `whole`, rounded down.
    pub fn of(self, whole: u128) -> u128 {
        let (numerator, denominator) = (u128::from(self.numerator), u128::from(self.denominator));
        // The share is at most 1 and the rest below 2^64: neither product exceeds u128.
        whole / denominator * numerator + whole % denominator * numerator / denominator
    }

    /// The nearest floating-point number, for models and pictures; no seat depends on it.
    #[expect(clippy::cast_precision_loss, reason = "an approximation is what is asked for")]
    pub fn approximate(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

/// `number` · `factor` as its 128 higher and 64 lower bits.
const fn product(number: u128, factor: u64) -> (u128, u128) {
    const LOW: u128 = u64::MAX as u128;
    let factor = factor as u128;
    let low = (number & LOW) * factor;
    ((number >> 64) * factor + (low >> 64), low & LOW)
}

const fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

impl FromStr for Share {
    type Err = ShareError;

    fn from_str(text: &str) -> Result<Self, ShareError> {
        let malformed = || ShareError::Malformed(text.to_owned());
        let named = |error| match error {
            ShareError::Malformed(_) => malformed(),
            ShareError::MoreThanWhole(_) => ShareError::MoreThanWhole(text.to_owned()),
        };
        if let Some(percentage) = text.strip_suffix('%') {
            let (whole, decimals) = match percentage.trim_end().split_once('.') {
                Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
                Some(_) => return Err(malformed()),
                None => (percentage.trim_end(), ""),
            };
            if decimals.len() > 9 {
                return Err(malformed());
            }
            let digits = digits(&format!("{whole}{decimals}"))
                .filter(|_| !whole.is_empty())
                .ok_or_else(malformed)?;
            let scale = 100 * 10_u64.pow(u32::try_from(decimals.len()).map_err(|_| malformed())?);
            return Self::new(digits, scale).map_err(named);
        }
        let (numerator, denominator) = text.split_once('/').ok_or_else(malformed)?;
        let numerator = digits(numerator.trim()).ok_or_else(malformed)?;
        let denominator = digits(denominator.trim()).ok_or_else(malformed)?;
        Self::new(numerator, denominator).map_err(named)
    }
}

/// A whole number written in decimal digits and nothing else.
fn digits(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Share {
    /// As a percentage where that is finite within nine decimals, else as a fraction.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scaled = u128::from(self.numerator) * 100_000_000_000;
        let denominator = u128::from(self.denominator);
        if !scaled.is_multiple_of(denominator) {
            return write!(f, "{}/{}", self.numerator, self.denominator);
        }
        let billionths = scaled / denominator;
        let (whole, rest) = (billionths / 1_000_000_000, billionths % 1_000_000_000);
        if rest == 0 {
            return write!(f, "{whole}%");
        }
        let decimals = format!("{rest:09}");
        write!(f, "{whole}.{}%", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_and_fractions_are_exact() {
        for (text, fraction, shown) in [
            ("5%", (1, 20), "5%"),
            ("3.25%", (13, 400), "3.25%"),
            ("0%", (0, 1), "0%"),
            ("100%", (1, 1), "100%"),
            ("0.000000001%", (1, 100_000_000_000), "0.000000001%"),
            ("1/150", (1, 150), "1/150"),
            ("2/3", (2, 3), "2/3"),
            ("53.9 %", (539, 1000), "53.9%"),
        ] {
            let share: Share = text.parse().unwrap();
            assert_eq!(share.fraction(), fraction, "{text}");
            assert_eq!(share.to_string(), shown);
        }
    }

    #[test]
    fn what_is_not_a_share_is_refused() {
        for text in [
            "",
            "%",
            "5",
            ".5%",
            "5.%",
            "-5%",
            "5,5%",
            "1e1%",
            "1/0",
            "5%%",
            "+5%",
            "1.0000000001%",
        ] {
            assert!(matches!(text.parse::<Share>(), Err(ShareError::Malformed(_))), "{text}");
        }
        for text in ["100.1%", "3/2"] {
            assert!(matches!(text.parse::<Share>(), Err(ShareError::MoreThanWhole(_))), "{text}");
        }
    }

    #[test]
    fn every_share_of_a_count_can_be_given_back() {
        // 2^64 − 1 = 3 · 5 · 17 · 257 · 641 · 65537 · 6700417 has no factor in common with 2^63 or 700000000003.
        for (numerator, denominator) in [
            (700_000_000_003, 13_500_000_000_032),
            (u64::MAX - 1, u64::MAX),
            (1 << 63, u64::MAX),
            (1, 1 << 40 | 1),
        ] {
            let share = Share::new(numerator, denominator).unwrap();
            assert_eq!(share.to_string(), format!("{numerator}/{denominator}"));
            assert_eq!(share.to_string().parse(), Ok(share));
            let whole = u128::from(denominator) << 10;
            let part = u128::from(numerator) << 10;
            for (part, order) in
                [(part - 1, Ordering::Less), (part, Ordering::Equal), (part + 1, Ordering::Greater)]
            {
                assert_eq!(share.compare(part, whole), order, "{share}");
            }
            assert_eq!((share.of(whole), share.of(whole - 1)), (part, part - 1), "{share}");
        }
        // The largest of all: (2^64 − 2)/(2^64 − 1) of 2^128 − 1 = (2^64 − 1)(2^64 + 1) are
        // (2^64 − 2)(2^64 + 1) = 2^128 − 2^64 − 2.
        let nearly_all = Share::new(u64::MAX - 1, u64::MAX).unwrap();
        assert_eq!(nearly_all.of(u128::MAX), u128::MAX - (1 << 64) - 1);
        assert_eq!(nearly_all.compare(u128::MAX - (1 << 64) - 1, u128::MAX), Ordering::Equal);
    }

    #[test]
    fn a_list_exactly_on_the_threshold_is_on_it() {
        let seven = Share::percent(7);
        // 0.07 * 100 is 7.000000000000001 in binary floating point.
        assert_eq!(seven.compare(7, 100), Ordering::Equal);
        assert_eq!(seven.compare(6, 100), Ordering::Less);
        assert_eq!(seven.compare(u128::from(u64::MAX), u128::from(u64::MAX)), Ordering::Greater);
    }
}
