//! Normal errors of shares, cut off at zero.

use super::{ModelError, in_range};

/// Shares max(p̂ᵢ + εᵢ, 0), divided by their sum, with independent normal εᵢ of standard deviation
/// f·√(p̂ᵢ(1 − p̂ᵢ)/n).
///
/// f = 1 is the sampling error of a poll of n persons; foreign records suggest 2. What is cut off at zero
/// moves the mean of small lists up; [`Normal::clipped`] says how often that happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normal {
    sample_size: f64,
    sd_factor: f64,
}

impl Normal {
    /// The model of a poll of `sample_size` persons whose errors are `sd_factor` times those of sampling.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: a sample size from 1 to 1e12, a factor from 0 to 100.
    pub fn new(sample_size: f64, sd_factor: f64) -> Result<Self, ModelError> {
        in_range("sample_size", sample_size, 1.0..=1e12, "a number from 1 to 1e12")?;
        in_range("sd_factor", sd_factor, 0.0..=100.0, "a number from 0 to 100")?;
        Ok(Self { sample_size, sd_factor })
    }

    /// Persons asked.
    pub const fn sample_size(self) -> f64 {
        self.sample_size
    }

    /// f.
    pub const fn sd_factor(self) -> f64 {
        self.sd_factor
    }

    /// The standard deviation of each option's share.
    pub(super) fn errors(self, expected: &[f64]) -> Vec<f64> {
        let error = |&p: &f64| self.sd_factor * (p * (1.0 - p) / self.sample_size).max(0.0).sqrt();
        expected.iter().map(error).collect()
    }

    /// The probability with which each of the `expected` shares is cut off at zero: Φ(−p̂/σ).
    ///
    /// ```
    /// use kurultai::uncertainty::Normal;
    /// // One expected respondent of a hundred: σ = √(0.01·0.99/100), p̂/σ = 1.005.
    /// let clipped = Normal::new(100.0, 1.0)?.clipped(&[0.01, 0.99]);
    /// assert!((clipped[0] - 0.157_439_3).abs() < 1e-6 && clipped[1] < 1e-300);
    /// # Ok::<(), kurultai::uncertainty::ModelError>(())
    /// ```
    pub fn clipped(self, expected: &[f64]) -> Vec<f64> {
        let below_zero = |(&share, error): (&f64, f64)| {
            if share > 0.0 && error > 0.0 {
                0.5 * libm::erfc(share / error * std::f64::consts::FRAC_1_SQRT_2)
            } else {
                0.0
            }
        };
        expected.iter().zip(self.errors(expected)).map(below_zero).collect()
    }
}
