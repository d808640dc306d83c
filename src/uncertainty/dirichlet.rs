//! Dirichlet shares.

use super::{ModelError, in_range};

/// Shares with density proportional to Π pᵢ^(αᵢ−1).
///
/// Either α is given, or αᵢ = (n / design effect)·p̂ᵢ + prior: what a poll of n persons leaves open.
/// The mean of share i is αᵢ/A and its variance αᵢ(A−αᵢ)/(A²(A+1)) with A = Σα.
#[derive(Clone, Debug, PartialEq)]
pub struct Dirichlet {
    concentration: Concentration,
}

/// Where the α of a [`Dirichlet`] come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Concentration {
    /// One α for everything on the ballot.
    Uniform(f64),
    /// An α each, in the order of the ballot.
    Each(Vec<f64>),
    /// From a poll.
    Poll {
        /// Persons asked.
        sample_size: f64,
        /// How many times larger the variance is than that of a simple random sample.
        design_effect: f64,
        /// Added to every α; 1/2 is Jeffreys' prior.
        prior: f64,
    },
}

const ALPHA: &str = "0 (never drawn) or a number from 0.1 to 1e12";

impl Dirichlet {
    /// The model with this concentration.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: a sample size from 1 to 1e12, a design effect from 0.01 to 1e6, a
    /// prior of 0 or from 0.1 to 1e6, α of 0 or from 0.1 to 1e12.
    pub fn new(concentration: Concentration) -> Result<Self, ModelError> {
        match &concentration {
            Concentration::Uniform(alpha) => {
                in_range("alpha", *alpha, 0.1..=1e12, "a number from 0.1 to 1e12")?;
            }
            Concentration::Each(alphas) => {
                for &alpha in alphas.iter().filter(|&&alpha| alpha != 0.0) {
                    in_range("alpha", alpha, 0.1..=1e12, ALPHA)?;
                }
            }
            &Concentration::Poll { sample_size, design_effect, prior } => {
                in_range("sample_size", sample_size, 1.0..=1e12, "a number from 1 to 1e12")?;
                let accepted = "a number from 0.01 to 1e6";
                in_range("design_effect", design_effect, 0.01..=1e6, accepted)?;
                if prior != 0.0 {
                    in_range("prior", prior, 0.1..=1e6, "0 or a number from 0.1 to 1e6")?;
                }
            }
        }
        Ok(Self { concentration })
    }

    /// Where α comes from.
    pub const fn concentration(&self) -> &Concentration {
        &self.concentration
    }

    /// α for everything on the ballot, around the `expected` shares.
    ///
    /// # Errors
    /// [`ModelError::AlphaLength`] if α was given for another ballot; [`ModelError::OutOfRange`] if a
    /// share is so small that its α is below 0.1; [`ModelError::NoShares`] if all α are 0.
    pub fn alphas(&self, expected: &[f64]) -> Result<Vec<f64>, ModelError> {
        let alphas = match &self.concentration {
            Concentration::Uniform(alpha) => vec![*alpha; expected.len()],
            Concentration::Each(alphas) => alphas.clone(),
            &Concentration::Poll { sample_size, design_effect, prior } => {
                expected.iter().map(|share| sample_size / design_effect * share + prior).collect()
            }
        };
        if alphas.len() != expected.len() {
            let (found, expected) = (alphas.len(), expected.len());
            return Err(ModelError::AlphaLength { found, expected });
        }
        for &alpha in alphas.iter().filter(|&&alpha| alpha != 0.0) {
            in_range("alpha", alpha, 0.1..=2e18, ALPHA)?;
        }
        if alphas.iter().all(|&alpha| alpha == 0.0) {
            return Err(ModelError::NoShares);
        }
        Ok(alphas)
    }
}
