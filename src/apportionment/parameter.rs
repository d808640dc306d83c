//! The parameters that some methods take, checked.

use std::fmt;
use std::str::FromStr;

/// The largest denominator of a parameter: nine decimals. Signposts of 32-bit seats then fit in
/// 63 bits, and their products with 64-bit votes in 127.
const MAX_DENOMINATOR: u32 = 1_000_000_000;

/// A text that is no parameter, or one out of its range.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{accepted}")]
pub struct ParameterError {
    accepted: &'static str,
}

/// A small fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Ratio {
    numerator: u32,
    denominator: u32,
}

impl Ratio {
    fn new(numerator: u64, denominator: u64) -> Option<Self> {
        let (mut common, mut rest) = (numerator, denominator);
        while rest != 0 {
            (common, rest) = (rest, common % rest);
        }
        let part = |number: u64| u32::try_from(number.checked_div(common)?).ok();
        let ratio = Self { numerator: part(numerator)?, denominator: part(denominator)? };
        (1..=MAX_DENOMINATOR).contains(&ratio.denominator).then_some(ratio)
    }

    /// Reads `1.4` or `7/5`.
    fn parse(text: &str) -> Option<Self> {
        let digits = |text: &str| {
            let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| text.parse::<u64>().ok()).flatten()
        };
        if let Some((numerator, denominator)) = text.split_once('/') {
            return Self::new(digits(numerator)?, digits(denominator)?);
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let places = u32::try_from(decimals.len()).ok().filter(|&places| places <= 9)?;
        let scale = 10_u64.pow(places);
        Self::new(digits(whole)?.checked_mul(scale)?.checked_add(digits(decimals)?)?, scale)
    }
}

impl fmt::Display for Ratio {
    /// As a decimal if that ends, else as a fraction.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (numerator, denominator) = (u64::from(self.numerator), u64::from(self.denominator));
        let ending =
            (0..=9_usize).zip(std::iter::successors(Some(1_u64), |scale| Some(scale * 10)));
        let mut ending = ending.filter(|(_, scale)| scale.is_multiple_of(denominator));
        match ending.next() {
            Some((0, _)) => write!(f, "{numerator}"),
            Some((places, scale)) => {
                let decimals = numerator % denominator * (scale / denominator);
                write!(f, "{}.{decimals:0places$}", numerator / denominator)
            }
            None => write!(f, "{numerator}/{denominator}"),
        }
    }
}

/// The first divisor F of the modified Sainte-Laguë method, more than 0 and less than 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FirstDivisor(Ratio);

impl FirstDivisor {
    /// 1.4: Norway, and Sweden until 2014.
    pub const USUAL: Self = Self(Ratio { numerator: 7, denominator: 5 });

    /// 1.2: Sweden since 2018.
    pub const SWEDISH: Self = Self(Ratio { numerator: 6, denominator: 5 });

    /// `numerator / denominator`.
    ///
    /// # Errors
    /// [`ParameterError`] if it is not more than 0 and less than 3, or has a denominator over 10^9
    /// in lowest terms.
    pub fn new(numerator: u64, denominator: u64) -> Result<Self, ParameterError> {
        Self::checked(Ratio::new(numerator, denominator))
    }

    fn checked(ratio: Option<Ratio>) -> Result<Self, ParameterError> {
        ratio
            .filter(|ratio| ratio.numerator > 0)
            .filter(|ratio| u64::from(ratio.numerator) < 3 * u64::from(ratio.denominator))
            .map(Self)
            .ok_or(ParameterError {
                accepted: "the first divisor must be more than 0 and less than 3, with at most nine \
                           decimals or as a fraction, such as 1.4 or 7/5",
            })
    }

    /// Numerator and denominator in lowest terms.
    pub const fn fraction(self) -> (u32, u32) {
        (self.0.numerator, self.0.denominator)
    }
}

impl FromStr for FirstDivisor {
    type Err = ParameterError;

    fn from_str(text: &str) -> Result<Self, ParameterError> {
        Self::checked(Ratio::parse(text))
    }
}

impl fmt::Display for FirstDivisor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The rounding point R of a stationary divisor method, from 0 to 1: the fraction of a seat from
/// which it is rounded up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RoundingPoint(Ratio);

impl RoundingPoint {
    /// 1/2: Sainte-Laguë.
    pub const HALF: Self = Self(Ratio { numerator: 1, denominator: 2 });
    /// 1: D'Hondt.
    pub const ONE: Self = Self(Ratio { numerator: 1, denominator: 1 });

    /// `numerator / denominator`.
    ///
    /// # Errors
    /// [`ParameterError`] if it is more than 1, or has a denominator over 10^9 in lowest terms.
    pub fn new(numerator: u64, denominator: u64) -> Result<Self, ParameterError> {
        Self::checked(Ratio::new(numerator, denominator))
    }

    fn checked(ratio: Option<Ratio>) -> Result<Self, ParameterError> {
        ratio.filter(|ratio| ratio.numerator <= ratio.denominator).map(Self).ok_or(ParameterError {
            accepted: "the rounding point must be from 0 to 1, with at most nine decimals or as a \
                       fraction, such as 0.5 or 1/3",
        })
    }

    /// Numerator and denominator in lowest terms.
    pub const fn fraction(self) -> (u32, u32) {
        (self.0.numerator, self.0.denominator)
    }
}

impl FromStr for RoundingPoint {
    type Err = ParameterError;

    fn from_str(text: &str) -> Result<Self, ParameterError> {
        Self::checked(Ratio::parse(text))
    }
}

impl fmt::Display for RoundingPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The order P of a power mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeanOrder {
    /// −∞: the smaller number.
    Smallest,
    /// A whole number.
    Whole(WholeOrder),
    /// ∞: the larger number.
    Largest,
}

/// An order from −8 to 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WholeOrder(i8);

impl WholeOrder {
    /// 2: the quadratic mean.
    pub const QUADRATIC: Self = Self(2);

    /// The order.
    pub const fn get(self) -> i8 {
        self.0
    }
}

impl MeanOrder {
    /// The order P.
    ///
    /// # Errors
    /// [`ParameterError`] if it is not from −8 to 8.
    pub fn new(order: i8) -> Result<Self, ParameterError> {
        (-8..=8).contains(&order).then_some(Self::Whole(WholeOrder(order))).ok_or(ParameterError {
            accepted: "the order of the mean must be a whole number from -8 to 8, or -inf or inf",
        })
    }
}

impl FromStr for MeanOrder {
    type Err = ParameterError;

    fn from_str(text: &str) -> Result<Self, ParameterError> {
        match text {
            "-inf" => Ok(Self::Smallest),
            "inf" => Ok(Self::Largest),
            // What is no number, or has a plus sign, is out of the range too.
            _ => Self::new(text.parse().ok().filter(|_| !text.starts_with('+')).unwrap_or(i8::MAX)),
        }
    }
}

impl fmt::Display for MeanOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Smallest => f.write_str("-inf"),
            Self::Whole(order) => write!(f, "{}", order.0),
            Self::Largest => f.write_str("inf"),
        }
    }
}
