//! Dirichlet shares by their concentration.

use super::{ModelError, in_range};

/// Shares Dir(κ·p̂): mean p̂ᵢ and variance p̂ᵢ(1 − p̂ᵢ)/(κ + 1).
///
/// κ is given, or follows from the standard deviation σ of one share p: κ = p(1 − p)/σ² − 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DirichletKappa {
    concentration: f64,
}

const CONCENTRATION: &str = "a number from 1 to 1e12";

impl DirichletKappa {
    /// The model with this concentration κ.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: a concentration from 1 to 1e12.
    pub fn new(concentration: f64) -> Result<Self, ModelError> {
        in_range("concentration", concentration, 1.0..=1e12, CONCENTRATION)?;
        Ok(Self { concentration })
    }

    /// The model in which a share of mean `share` has the standard deviation `sd`, both from 0 to 1.
    ///
    /// ```
    /// use kurultai::uncertainty::DirichletKappa;
    /// // Two points at a half: κ = 0.25/0.0004 − 1.
    /// let model = DirichletKappa::of_deviation(0.02, 0.5)?;
    /// assert!((model.concentration() - 624.0).abs() < 1e-9);
    /// # Ok::<(), kurultai::uncertainty::ModelError>(())
    /// ```
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: a share and a deviation above 0 and below 1, and κ in its range.
    pub fn of_deviation(sd: f64, share: f64) -> Result<Self, ModelError> {
        let inside = f64::EPSILON..=1.0 - f64::EPSILON;
        let accepted = "a number above 0 and below 1";
        in_range("sd", sd, inside.clone(), accepted)?;
        in_range("at_share", share, inside, accepted)?;
        let concentration = share * (1.0 - share) / (sd * sd) - 1.0;
        Self::new(concentration).map_err(|_| ModelError::OutOfRange {
            parameter: "sd",
            found: sd,
            accepted: "so small that the concentration p(1 - p)/sd² - 1 is from 1 to 1e12",
        })
    }

    /// κ.
    pub const fn concentration(self) -> f64 {
        self.concentration
    }

    /// α for everything on the ballot, around the `expected` shares.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`] if a share is so small that its α is below 0.1.
    pub(super) fn alphas(self, expected: &[f64]) -> Result<Vec<f64>, ModelError> {
        let alphas: Vec<f64> = expected.iter().map(|share| self.concentration * share).collect();
        let accepted = "so large that κ times the smallest share is at least 0.1";
        for &alpha in alphas.iter().filter(|&&alpha| alpha > 0.0) {
            if alpha < 0.1 {
                let found = self.concentration;
                return Err(ModelError::OutOfRange { parameter: "concentration", found, accepted });
            }
        }
        Ok(alphas)
    }
}
