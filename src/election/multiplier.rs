//! What the votes of a list count for in the quotients.

use std::fmt;
use std::str::FromStr;

/// A positive factor on the quotients of a list, held exactly: 27/20 for the smaller minority lists in
/// Serbia.
///
/// ```
/// use kurultai::election::Multiplier;
/// let serbia: Multiplier = "27/20".parse()?;
/// assert_eq!(serbia, "1.35".parse()?);
/// assert_eq!(serbia.to_string(), "27/20");
/// assert!("0".parse::<Multiplier>().is_err());
/// # Ok::<(), kurultai::election::MultiplierError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Multiplier {
    numerator: u32,
    denominator: u32,
}

/// A text that is not a multiplier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a multiplier: write a fraction such as `27/20` or a decimal such as `1.35`, above 0, \
     with numerator and denominator up to 10000"
)]
pub struct MultiplierError(String);

/// The largest numerator and denominator.
const LARGEST: u32 = 10_000;

impl Multiplier {
    /// No change.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// The reduced fraction.
    pub const fn fraction(self) -> (u32, u32) {
        (self.numerator, self.denominator)
    }

    fn new(numerator: u32, denominator: u32) -> Option<Self> {
        let (mut a, mut b) = (numerator, denominator);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let reduced =
            Self { numerator: numerator.checked_div(a)?, denominator: denominator.checked_div(a)? };
        let range = 1..=LARGEST;
        (range.contains(&reduced.numerator) && range.contains(&reduced.denominator))
            .then_some(reduced)
    }
}

fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

impl FromStr for Multiplier {
    type Err = MultiplierError;

    fn from_str(text: &str) -> Result<Self, MultiplierError> {
        let read = || {
            if let Some((numerator, denominator)) = text.split_once('/') {
                return Self::new(digits(numerator.trim())?, digits(denominator.trim())?);
            }
            let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
            let scale = 10_u32.checked_pow(u32::try_from(decimals.len()).ok()?)?;
            digits(whole)?;
            Self::new(digits(&format!("{whole}{decimals}"))?, scale)
        };
        read().ok_or_else(|| MultiplierError(text.to_owned()))
    }
}

impl fmt::Display for Multiplier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}
