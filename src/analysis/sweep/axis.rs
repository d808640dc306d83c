//! The values of what is varied: from one to another by steps, exactly.

use super::super::method_comparison::every_method;
use super::separating_share::{fraction_of, share_of};
use super::{Decimal, DecimalError, SweepValue, Vary};
use crate::apportionment::{Fraction, Method};
use crate::election::{MAX_SEATS, NameError, Share, ShareError};
use crate::scenario::Scenario;

/// The most values of one thing that is varied.
pub const MAX_SWEEP_VALUES: u64 = 10_000;

/// What is varied, with the values it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    vary: Vary,
    range: Option<[SweepValue; 3]>,
    values: Vec<SweepValue>,
}

/// Why there are no such values.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AxisError {
    /// Not a share.
    #[error(transparent)]
    Share(#[from] ShareError),
    /// Not a number.
    #[error(transparent)]
    Decimal(#[from] DecimalError),
    /// Not a house size.
    #[error("`{0}` is not a house size: write a whole number from 1 to {MAX_SEATS}")]
    Seats(String),
    /// Not a step between house sizes.
    #[error("`{0}` is not a number of seats to step by: write a whole number from 1")]
    SeatStep(String),
    /// No step at all.
    #[error("the step is `{0}`; it must be above zero")]
    NoStep(String),
    /// The wrong way round.
    #[error("the first value, {from}, is above the last, {to}; the values ascend")]
    Descending {
        /// The first value.
        from: String,
        /// The last.
        to: String,
    },
    /// A model has no such common error.
    #[error("a common error of {0} is too large; it is a number from 0 to 5")]
    CommonError(String),
    /// Too many values.
    #[error(
        "from {from} to {to} by {step} there are {values} values; at most {MAX_SWEEP_VALUES} are possible, \
         so take a larger step"
    )]
    TooMany {
        /// The first value.
        from: String,
        /// The last.
        to: String,
        /// The step.
        step: String,
        /// How many values.
        values: u128,
    },
    /// A value between has no exact share.
    #[error(
        "from {from} by {step} the values are not shares with a denominator below 2^64; write both as \
         percentages"
    )]
    Denominator {
        /// The first value.
        from: String,
        /// The step.
        step: String,
    },
    /// Methods do not lie on a line.
    #[error("methods are named, they have no first and last value and no step")]
    Methods,
}

/// The largest common error, in billionths.
const MOST_COMMON_ERROR: u64 = 5_000_000_000;

impl Axis {
    /// The values from one text to another by steps, each from + k·step exactly; the last value belongs to
    /// them where a step meets it.
    ///
    /// ```
    /// use kurultai::analysis::{Axis, Vary};
    /// let axis = Axis::between(Vary::Threshold, ["0%", "10%", "0.1%"])?;
    /// let shown: Vec<String> = axis.values().iter().map(|value| value.to_string()).collect();
    /// assert_eq!((shown.len(), &*shown[51]), (101, "5.1%"));
    /// # Ok::<(), kurultai::analysis::AxisError>(())
    /// ```
    ///
    /// # Errors
    /// [`AxisError`] for texts that are no such values, a step of nothing, a first value above the last, or
    /// more than [`MAX_SWEEP_VALUES`].
    pub fn between(vary: Vary, [from, to, step]: [&str; 3]) -> Result<Self, AxisError> {
        let (range, values) = match vary {
            Vary::Threshold | Vary::Share(_) => {
                let range = [from.parse()?, to.parse()?, step.parse()?];
                (range.map(SweepValue::Share), shares(range)?)
            }
            Vary::Seats => {
                let range = seats([from, to, step])?;
                (range.map(SweepValue::Seats), sizes(range)?)
            }
            Vary::CommonError => {
                let range = [from.parse()?, to.parse()?, step.parse()?];
                (range.map(SweepValue::Number), common_errors(range)?)
            }
            Vary::Method => return Err(AxisError::Methods),
        };
        Ok(Self { vary, range: Some(range), values })
    }

    /// These methods, each once.
    pub fn methods(methods: &[Method]) -> Self {
        let mut values: Vec<SweepValue> = Vec::new();
        for &method in methods {
            let value = SweepValue::Method(method);
            if !values.contains(&value) {
                values.push(value);
            }
        }
        Self { vary: Vary::Method, range: None, values }
    }

    /// Every method of the catalogue, families by one member. `stationary:0.5` is `sainte-lague` and left
    /// out.
    pub fn every_method() -> Self {
        Self::methods(&every_method())
    }

    /// The same, with the id of the list that a share is of.
    ///
    /// # Errors
    /// [`NameError`] if no list or several have the name.
    pub(super) fn with_id(self, scenario: &Scenario) -> Result<Self, NameError> {
        Ok(Self { vary: self.vary.with_id(scenario)?, ..self })
    }

    /// What is varied.
    pub const fn vary(&self) -> &Vary {
        &self.vary
    }

    /// The first value asked for, the last and the step, the last one met by a step or not; none of methods.
    pub const fn range(&self) -> Option<[SweepValue; 3]> {
        self.range
    }

    /// The values, in order.
    pub fn values(&self) -> &[SweepValue] {
        &self.values
    }
}

fn shares([from, to, step]: [Share; 3]) -> Result<Vec<SweepValue>, AxisError> {
    let texts = (from.to_string(), to.to_string(), step.to_string());
    let [first, last, by] = [from, to, step].map(fraction_of);
    let uneven = || AxisError::Denominator { from: from.to_string(), step: step.to_string() };
    let grid = common_multiple(first.denominator, by.denominator).ok_or_else(uneven)?;
    let whole = common_multiple(grid, last.denominator).ok_or_else(uneven)?;
    let over = |of: Fraction| of.numerator * (whole / of.denominator);
    let count = count(over(first), over(last), over(by), texts)?;
    let (start, width) =
        (first.numerator * (grid / first.denominator), by.numerator * (grid / by.denominator));
    let value = |k| {
        // No value exceeds the last, which is at most the whole: the sum is at most the denominator.
        let share = share_of(Fraction::new(start + u128::from(k) * width, grid));
        share.map(SweepValue::Share).ok_or_else(uneven)
    };
    (0..count).map(value).collect()
}

/// The least common multiple of two denominators, if it is below 2^127: twice a share over it still fits.
fn common_multiple(left: u128, right: u128) -> Option<u128> {
    let (mut a, mut b) = (left, right);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    (left / a).checked_mul(right).filter(|&multiple| multiple < 1 << 127)
}

/// The first and the last house size and the step.
fn seats([from, to, step]: [&str; 3]) -> Result<[u32; 3], AxisError> {
    let whole = |text: &str| {
        let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u32>().ok().filter(|_| is_digits)
    };
    let size = |text: &str| {
        let size = whole(text).filter(|size| (1..=MAX_SEATS).contains(size));
        size.ok_or_else(|| AxisError::Seats(text.to_owned()))
    };
    let step = whole(step).ok_or_else(|| AxisError::SeatStep(step.to_owned()));
    Ok([size(from)?, size(to)?, step?])
}

fn sizes([from, to, step]: [u32; 3]) -> Result<Vec<SweepValue>, AxisError> {
    let texts = (from.to_string(), to.to_string(), step.to_string());
    count(from.into(), to.into(), step.into(), texts)?;
    let sizes = (from..=to).step_by(usize::try_from(step).unwrap_or(usize::MAX));
    Ok(sizes.map(SweepValue::Seats).collect())
}

fn common_errors([from, to, step]: [Decimal; 3]) -> Result<Vec<SweepValue>, AxisError> {
    let texts = (from.to_string(), to.to_string(), step.to_string());
    if let Some(above) = [from, to].into_iter().find(|of| of.billionths() > MOST_COMMON_ERROR) {
        return Err(AxisError::CommonError(above.to_string()));
    }
    let [first, last, by] = [from, to, step].map(Decimal::billionths);
    let count = count(first.into(), last.into(), by.into(), texts)?;
    let value = |k| SweepValue::Number(Decimal::from_billionths(first + k * by));
    Ok((0..count).map(value).collect())
}

/// How many values there are from `first` to `last` by `step`, all over one denominator.
fn count(
    first: u128,
    last: u128,
    step: u128,
    (from, to, by): (String, String, String),
) -> Result<u64, AxisError> {
    if step == 0 {
        return Err(AxisError::NoStep(by));
    }
    if first > last {
        return Err(AxisError::Descending { from, to });
    }
    let values = (last - first) / step + 1;
    match u64::try_from(values) {
        Ok(values) if values <= MAX_SWEEP_VALUES => Ok(values),
        _ => Err(AxisError::TooMany { from, to, step: by, values }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(vary: Vary, range: [&str; 3]) -> Result<Vec<String>, String> {
        let axis = Axis::between(vary, range).map_err(|error| error.to_string())?;
        Ok(axis.values().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn values_do_not_drift() {
        let tenths = shown(Vary::Threshold, ["0%", "100%", "0.1%"]).unwrap();
        assert_eq!((tenths.len(), &*tenths[7], &*tenths[1_000]), (1_001, "0.7%", "100%"));
        // The last value is reached, or not passed.
        assert_eq!(shown(Vary::Threshold, ["3%", "5%", "1%"]).unwrap(), ["3%", "4%", "5%"]);
        assert_eq!(shown(Vary::Threshold, ["3%", "4.9%", "1%"]).unwrap(), ["3%", "4%"]);
        assert_eq!(
            shown(Vary::Threshold, ["1/150", "2%", "1/150"]).unwrap(),
            ["1/150", "1/75", "2%"]
        );
        let share = || Vary::Share("a".to_owned());
        assert_eq!(shown(share(), ["5%", "5%", "1%"]).unwrap(), ["5%"]);
        assert_eq!(shown(Vary::Seats, ["98", "145", "20"]).unwrap(), ["98", "118", "138"]);
        let errors = shown(Vary::CommonError, ["0", "0.3", "0.1"]).unwrap();
        assert_eq!(errors, ["0", "0.1", "0.2", "0.3"]);
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for (vary, range, said) in [
            (Vary::Threshold, ["0%", "5%", "0%"], "the step is `0%`; it must be above zero"),
            (
                Vary::Threshold,
                ["5%", "3%", "1%"],
                "the first value, 5%, is above the last, 3%; the values ascend",
            ),
            (
                Vary::Threshold,
                ["0%", "10%", "0.0001%"],
                "from 0% to 10% by 0.0001% there are 100001 values; at most 10000 are possible, so take a \
                 larger step",
            ),
            (
                Vary::Threshold,
                ["1/4294967357", "3/4294967311", "1/4294967311"],
                "from 1/4294967357 by 1/4294967311 the values are not shares with a denominator below \
                 2^64; write both as percentages",
            ),
            (
                Vary::Seats,
                ["0", "5", "1"],
                "`0` is not a house size: write a whole number from 1 to 10000",
            ),
            (
                Vary::Seats,
                ["1", "5", "-1"],
                "`-1` is not a number of seats to step by: write a whole number from 1",
            ),
            (Vary::Seats, ["1", "5", "0"], "the step is `0`; it must be above zero"),
            (
                Vary::CommonError,
                ["0", "6", "1"],
                "a common error of 6 is too large; it is a number from 0 to 5",
            ),
            (
                Vary::Method,
                ["a", "b", "c"],
                "methods are named, they have no first and last value and no step",
            ),
        ] {
            assert_eq!(shown(vary, range).unwrap_err(), said);
        }
    }

    #[test]
    fn a_method_named_twice_is_one_value() {
        let axis = Axis::methods(&[Method::Hare, Method::Droop, Method::Hare]);
        assert_eq!(axis.values().len(), 2);
    }
}
