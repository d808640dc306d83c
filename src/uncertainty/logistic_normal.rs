//! Logistic-normal shares.

use super::{ModelError, in_range};

/// Shares softmax(log p̂ + ε) with independent normal εᵢ of variance 1/max(n·p̂ᵢ, 1) + τ².
///
/// The first term is the sampling error of a poll of n persons (the softmax ignores what all options
/// share), the second the common error τ of polls, in log points: a list of share p is off by about
/// p·τ·√(1 − 2p + Σp²). An option without votes has no logarithm and stays at zero.
///
/// The sampling error of a logarithm is 1/√(n·p̂) only where the poll can be expected to find somebody:
/// below one expected respondent it would grow without bound, and a list of twenty votes in a million
/// would win majorities. There the error of one respondent stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct LogisticNormal {
    sample_size: f64,
    common_error: f64,
}

impl Default for LogisticNormal {
    /// A sample of 1,000 and the common error 0.15 that foreign polling records suggest.
    fn default() -> Self {
        Self { sample_size: 1_000.0, common_error: 0.15 }
    }
}

impl LogisticNormal {
    /// The model of a poll of `sample_size` persons with the common error `common_error` (τ).
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: a sample size from 1 to 1e12, a common error from 0 to 5.
    pub fn new(sample_size: f64, common_error: f64) -> Result<Self, ModelError> {
        Ok(Self {
            sample_size: in_range(
                "sample_size",
                sample_size,
                1.0..=1e12,
                "a number from 1 to 1e12",
            )?,
            common_error: in_range(
                "common_error",
                common_error,
                0.0..=5.0,
                "a number from 0 to 5",
            )?,
        })
    }

    /// Persons asked.
    pub const fn sample_size(&self) -> f64 {
        self.sample_size
    }

    /// The common error τ, in log points.
    pub const fn common_error(&self) -> f64 {
        self.common_error
    }

    /// The standard deviation of each option's error, in log points; 0 for options without a share.
    pub(super) fn errors(&self, expected: &[f64]) -> Vec<f64> {
        let error = |share: f64| {
            let sampling_variance = 1.0 / (self.sample_size * share).max(1.0);
            (sampling_variance + self.common_error * self.common_error).sqrt()
        };
        expected.iter().map(|&share| if share > 0.0 { error(share) } else { 0.0 }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_follow_the_formula_down_to_one_expected_respondent() {
        let model = LogisticNormal::new(1_000.0, 0.0).unwrap();
        let errors = model.errors(&[0.5, 0.01, 0.001, 0.000_025, 0.0]);
        let expected = [500.0_f64, 10.0, 1.0, 1.0].map(|respondents| respondents.sqrt().recip());
        for (error, expected) in errors.iter().zip(expected) {
            assert!((error - expected).abs() < 1e-15, "{error}, {expected}");
        }
        assert!(errors[4].abs() < f64::MIN_POSITIVE);
    }
}
