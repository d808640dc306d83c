//! Logistic-normal shares, and logistic-t ones with heavier tails.

use super::correlations::{Correlations, factor};
use super::{Center, Errors, ModelError, in_range};

/// Shares softmax(log p̂ + ε) with ε ~ N(0, Σ), Σ the sum of four:
///
/// * sampling: diag(1/max(n·p̂ᵢ, 1)): the error of a poll of n persons (the softmax ignores what all
///   options share).
/// * common: τ²R, the error that all polls have in common, in log points. A list of share p is off by
///   about p·τ·√(1 − 2p + Σp²). R is the identity, or has the given [`Correlations`].
/// * house: h²/K, the errors of K pollsters, each with its own of standard deviation h.
/// * drift: t·δ², a random walk of the last t days.
///
/// An option without votes has no logarithm and stays at zero. With [`Center::Median`] p̂ is where ε = 0;
/// with [`Center::Mean`] the centre is moved until the mean shares are p̂.
///
/// The sampling error of a logarithm is 1/√(n·p̂) only where the poll can be expected to find somebody:
/// below one expected respondent it would grow without bound, and a list of twenty votes in a million
/// would win majorities. There the error of one respondent stands in.
///
/// Source: J. Aitchison and S. M. Shen, "Logistic-normal distributions", Biometrika 67 (1980) 261-272;
/// for errors beyond sampling H. Shirani-Mehr and others, "Disentangling bias and variance in election
/// polls", JASA 113 (2018) 607-614.
#[derive(Clone, Debug, PartialEq)]
pub struct LogisticNormal {
    sample_size: f64,
    common_error: f64,
    house: Option<HouseError>,
    drift: Option<Drift>,
    correlations: Correlations,
    center: Center,
}

/// The errors of the pollsters, each with its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HouseError {
    /// The standard deviation of one pollster's error, in log points.
    pub error: f64,
    /// How many pollsters were pooled.
    pub pollsters: u32,
}

/// The random walk from the polls to the day of the election.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// Days until the election.
    pub days: f64,
    /// The standard deviation of one day's step, in log points.
    pub per_day: f64,
}

impl Default for LogisticNormal {
    /// A sample of 1,000 and the common error 0.15 that foreign polling records suggest.
    fn default() -> Self {
        Self {
            sample_size: 1_000.0,
            common_error: 0.15,
            house: None,
            drift: None,
            correlations: Correlations::default(),
            center: Center::Median,
        }
    }
}

const LOG_POINTS: &str = "a number from 0 to 5";

impl LogisticNormal {
    /// The model of a poll of `sample_size` persons with the common error `common_error` (τ).
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: a sample size from 1 to 1e12, a common error from 0 to 5.
    pub fn new(sample_size: f64, common_error: f64) -> Result<Self, ModelError> {
        let accepted = "a number from 1 to 1e12";
        Ok(Self {
            sample_size: in_range("sample_size", sample_size, 1.0..=1e12, accepted)?,
            common_error: in_range("common_error", common_error, 0.0..=5.0, LOG_POINTS)?,
            ..Self::default()
        })
    }

    /// The same model with errors of pollsters.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: an error from 0 to 5, at least one pollster.
    pub fn with_house(self, house: HouseError) -> Result<Self, ModelError> {
        in_range("house_error", house.error, 0.0..=5.0, LOG_POINTS)?;
        let pollsters = f64::from(house.pollsters);
        in_range("pollsters", pollsters, 1.0..=1e6, "a whole number from 1 to 1000000")?;
        Ok(Self { house: Some(house), ..self })
    }

    /// The same model with a drift until the election.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: days from 0 to 10,000, an error of a day from 0 to 1.
    pub fn with_drift(self, drift: Drift) -> Result<Self, ModelError> {
        in_range("days", drift.days, 0.0..=10_000.0, "a number from 0 to 10000")?;
        in_range("drift_per_day", drift.per_day, 0.0..=1.0, "a number from 0 to 1")?;
        Ok(Self { drift: Some(drift), ..self })
    }

    /// The same model with these correlations of the common error.
    #[must_use]
    pub fn with_correlations(self, correlations: Correlations) -> Self {
        Self { correlations, ..self }
    }

    /// The same model around this centre.
    #[must_use]
    pub fn centred(self, center: Center) -> Self {
        Self { center, ..self }
    }

    /// The same model of a poll of so many persons.
    ///
    /// # Errors
    /// As [`LogisticNormal::new`].
    pub fn with_sample_size(self, sample_size: f64) -> Result<Self, ModelError> {
        let Self { sample_size, .. } = Self::new(sample_size, self.common_error)?;
        Ok(Self { sample_size, ..self })
    }

    /// The same model with this common error τ.
    ///
    /// # Errors
    /// As [`LogisticNormal::new`].
    pub fn with_common_error(self, common_error: f64) -> Result<Self, ModelError> {
        let Self { common_error, .. } = Self::new(self.sample_size, common_error)?;
        Ok(Self { common_error, ..self })
    }

    /// Persons asked.
    pub const fn sample_size(&self) -> f64 {
        self.sample_size
    }

    /// The common error τ, in log points.
    pub const fn common_error(&self) -> f64 {
        self.common_error
    }

    /// The errors of the pollsters.
    pub const fn house(&self) -> Option<HouseError> {
        self.house
    }

    /// The drift until the election.
    pub const fn drift(&self) -> Option<Drift> {
        self.drift
    }

    /// The correlations of the common error.
    pub const fn correlations(&self) -> &Correlations {
        &self.correlations
    }

    /// Where the shares are centred.
    pub const fn center(&self) -> Center {
        self.center
    }

    /// The errors of the logarithms of the options that have a share, in their order.
    ///
    /// # Errors
    /// [`ModelError::NotPositiveDefinite`] if the correlations contradict each other;
    /// [`ModelError::UnknownOption`] if one is of no option.
    pub(super) fn errors(&self, expected: &[f64]) -> Result<Errors, ModelError> {
        let house =
            self.house.map_or(0.0, |house| house.error * house.error / f64::from(house.pollsters));
        let drift = self.drift.map_or(0.0, |drift| drift.days * (drift.per_day * drift.per_day));
        let common = self.common_error * self.common_error;
        let live: Vec<usize> =
            (0..expected.len()).filter(|&option| expected[option] > 0.0).collect();
        let own = |option: usize| {
            let sampling = 1.0 / (self.sample_size * expected[option]).max(1.0);
            // Where there is neither, nothing is added: the bits of the plain model stay its own.
            let beside = if house + drift > 0.0 { house + drift } else { 0.0 };
            (sampling + common) + beside
        };
        if self.correlations.is_empty() {
            return Ok(Errors::Independent(live.into_iter().map(|o| own(o).sqrt()).collect()));
        }
        self.correlations.check(expected.len())?;
        let covariance = |one: usize, other: usize| {
            if one == other { own(one) } else { common * self.correlations.between(one, other) }
        };
        factor(&live, covariance).map(Errors::Correlated)
    }
}

/// The same model with heavier tails: every error is multiplied by √(ν/χ²), the same for all lists.
///
/// With ν degrees of freedom a draw now and then is far off for everybody at once; the covariance is
/// Σ·ν/(ν − 2). Source: K. L. Lange, R. J. A. Little and J. M. G. Taylor, "Robust statistical modeling
/// using the t distribution", JASA 84 (1989) 881-896.
#[derive(Clone, Debug, PartialEq)]
pub struct LogisticT {
    normal: LogisticNormal,
    degrees_of_freedom: f64,
}

impl LogisticT {
    /// The degrees of freedom where nothing else is said.
    pub const USUAL: f64 = 10.0;

    /// The model with the errors of `normal` and so many degrees of freedom.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: degrees of freedom from 0.2 to 1e6.
    pub fn new(normal: LogisticNormal, degrees_of_freedom: f64) -> Result<Self, ModelError> {
        let accepted = "a number from 0.2 to 1e6";
        in_range("degrees_of_freedom", degrees_of_freedom, 0.2..=1e6, accepted)?;
        Ok(Self { normal, degrees_of_freedom })
    }

    /// The model without the tails.
    pub const fn normal(&self) -> &LogisticNormal {
        &self.normal
    }

    /// ν.
    pub const fn degrees_of_freedom(&self) -> f64 {
        self.degrees_of_freedom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deviations(model: &LogisticNormal, shares: &[f64]) -> Vec<f64> {
        match model.errors(shares).unwrap() {
            Errors::Independent(errors) => errors,
            Errors::Correlated(_) => panic!("no correlations were given"),
        }
    }

    #[test]
    fn errors_follow_the_formula_down_to_one_expected_respondent() {
        let model = LogisticNormal::new(1_000.0, 0.0).unwrap();
        let errors = deviations(&model, &[0.5, 0.01, 0.001, 0.000_025, 0.0]);
        let expected = [500.0_f64, 10.0, 1.0, 1.0].map(|respondents| respondents.sqrt().recip());
        assert_eq!(errors.len(), 4);
        for (error, expected) in errors.iter().zip(expected) {
            assert!((error - expected).abs() < 1e-15, "{error}, {expected}");
        }
    }

    #[test]
    fn variances_of_all_sources_add_up() {
        let model = LogisticNormal::new(400.0, 0.3).unwrap();
        let model = model.with_house(HouseError { error: 0.2, pollsters: 4 }).unwrap();
        let model = model.with_drift(Drift { days: 9.0, per_day: 0.1 }).unwrap();
        // 1/(400·0.25) + 0.09 + 0.04/4 + 9·0.01 = 0.01 + 0.09 + 0.01 + 0.09.
        assert!((deviations(&model, &[0.25, 0.75])[0] - 0.2_f64.sqrt()).abs() < 1e-15);
    }
}
