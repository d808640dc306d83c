//! The index of Atkinson.

use super::Proportions;

/// How much the index of Atkinson minds lists that are served badly: a number above 0, ½ by custom.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct InequalityAversion(f64);

/// Not an aversion.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("the aversion to inequality is {0}; give a number above 0, such as 0.5")]
pub struct AversionError(f64);

impl InequalityAversion {
    /// ε = ½.
    pub const HALF: Self = Self(0.5);

    /// The parameter ε.
    ///
    /// # Errors
    /// [`AversionError`] unless ε is a finite number above 0.
    pub fn new(epsilon: f64) -> Result<Self, AversionError> {
        if epsilon.is_finite() && epsilon > 0.0 {
            Ok(Self(epsilon))
        } else {
            Err(AversionError(epsilon))
        }
    }
}

/// The inequality of seats among voters, 1 − (Σ v (s/v)^(1−ε))^(1/(1−ε)), 0 for full proportionality, at
/// most 1; for ε = 1 its limit 1 − exp Σ v ln(s/v).
///
/// Each voter has the seats of a list over its votes as income. From ε = 1 on a single list with votes
/// and no seat makes it 1. A list without votes has no voters and no term.
///
/// Atkinson, "On the measurement of inequality", *Journal of Economic Theory* 2 (1970); for seats Karpov,
/// "Measurement of disproportionality in proportional representation systems", *Mathematical and Computer
/// Modelling* 48 (2008).
///
/// ```
/// use kurultai::measures::indices::{InequalityAversion, Proportions, atkinson};
/// // Canada, 2015.
/// let canada = Proportions::new(
///     &[6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837],
///     &[184, 99, 44, 10, 1, 0],
/// )?;
/// assert_eq!(format!("{:.6}", atkinson(&canada, InequalityAversion::HALF)), "0.043348");
/// assert_eq!(atkinson(&canada, InequalityAversion::new(1.0)?), 1.0);
/// assert!(InequalityAversion::new(0.0).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn atkinson(proportions: &Proportions<'_>, aversion: InequalityAversion) -> f64 {
    let power = 1.0 - aversion.0;
    let voters = proportions.lists().filter(|list| list.votes > 0.0);
    let equivalent = if power.abs() < f64::EPSILON {
        voters.map(|list| list.votes * list.advantage_ratio().ln()).sum::<f64>().exp()
    } else {
        let sum: f64 = voters.map(|list| list.votes * list.advantage_ratio().powf(power)).sum();
        sum.powf(1.0 / power)
    };
    1.0 - equivalent
}
