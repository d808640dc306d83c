//! Decimal numbers as they are written.

use std::fmt;
use std::str::FromStr;

/// A number from 0 to below 10⁹ with at most nine decimals, exact.
///
/// ```
/// use kurultai::analysis::Decimal;
/// let error: Decimal = "0.150".parse().unwrap();
/// assert_eq!(error.to_string(), "0.15");
/// assert_eq!(error.approximate(), 0.15);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal {
    billionths: u64,
}

/// Billionths in one.
const ONE: u64 = 1_000_000_000;

/// A text that is no such number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a decimal number: write digits with at most nine decimals and a decimal point, such as \
     `0.15`"
)]
pub struct DecimalError(String);

impl Decimal {
    /// So many billionths.
    pub const fn from_billionths(billionths: u64) -> Self {
        Self { billionths }
    }

    /// The number in billionths.
    pub const fn billionths(self) -> u64 {
        self.billionths
    }

    /// The nearest floating-point number: the one that its text is read as.
    #[expect(clippy::cast_precision_loss, reason = "an approximation is what is asked for")]
    pub fn approximate(self) -> f64 {
        // One division of two exact numbers is rounded once, as reading the text is; beyond 2^53 billionths
        // the text itself is read.
        if self.billionths < 1 << 53 {
            self.billionths as f64 / ONE as f64
        } else {
            self.to_string().parse().unwrap_or(f64::NAN)
        }
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let read = || {
            let (whole, decimals) = match text.split_once('.') {
                Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
                Some(_) => return None,
                None => (text, ""),
            };
            let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            if whole.is_empty() || whole.len() > 9 || decimals.len() > 9 {
                return None;
            }
            if !is_digits(whole) || !is_digits(decimals) {
                return None;
            }
            let whole: u64 = whole.parse().ok()?;
            let decimals: u64 = format!("{decimals:0<9}").parse().ok()?;
            Some(Self { billionths: whole * ONE + decimals })
        };
        read().ok_or_else(|| DecimalError(text.to_owned()))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.billionths / ONE, self.billionths % ONE);
        if rest == 0 {
            return write!(f, "{whole}");
        }
        let decimals = format!("{rest:09}");
        write!(f, "{whole}.{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_the_number_that_its_text_is() {
        for text in ["0", "0.1", "0.15", "0.000000001", "5", "123456789.987654321"] {
            let decimal: Decimal = text.parse().unwrap();
            assert_eq!(decimal.to_string(), text);
            let read: f64 = text.parse().unwrap();
            assert_eq!(decimal.approximate().to_bits(), read.to_bits(), "{text}");
        }
        for text in ["", ".5", "5.", "-1", "+1", "1e-3", "0.1234567891", "1234567890", "0,5", "1 "]
        {
            text.parse::<Decimal>().unwrap_err();
        }
    }
}
