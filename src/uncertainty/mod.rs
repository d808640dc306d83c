//! Models of how uncertain the shares of votes are, one a file.
//!
//! A model is a specification with checked parameters; [`Model::sampler`] turns it, with the expected
//! shares, into machinery that fills a caller's buffer with one drawn vector of shares after another.
//! The vector runs over everything on the ballot and adds up to 1 but for rounding. No model knows
//! what a seat is.

mod dirichlet;
mod logistic_normal;
mod point;

pub use dirichlet::{Concentration, Dirichlet, DirichletSampler};
pub use logistic_normal::{LogisticNormal, LogisticNormalSampler};
pub use point::PointSampler;

use rand::Rng;

/// A model of uncertainty.
#[derive(Clone, Debug, PartialEq)]
pub enum Model {
    /// No uncertainty: every draw is the expected shares.
    Point,
    /// Dirichlet shares: a poll, or an urn, and nothing else.
    Dirichlet(Dirichlet),
    /// Logistic-normal shares: sampling error and a common error of polls.
    LogisticNormal(LogisticNormal),
}

/// A parameter outside its range.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// A parameter is not in its range.
    #[error("`{parameter}` is {found}: it must be {accepted}")]
    OutOfRange {
        /// The parameter's name in files.
        parameter: &'static str,
        /// The value found.
        found: f64,
        /// What would be accepted.
        accepted: &'static str,
    },
    /// Not one `alpha` for everything on the ballot.
    #[error(
        "`alpha` has {found} numbers, but {expected} are on the ballot (every party in order, then \
         against all if it is counted)"
    )]
    AlphaLength {
        /// How many were given.
        found: usize,
        /// How many are needed.
        expected: usize,
    },
    /// No option has any weight.
    #[error("nothing on the ballot has a share above zero, so nothing can be drawn")]
    NoShares,
}

/// Checks a parameter against its closed range.
fn in_range(
    parameter: &'static str,
    found: f64,
    range: std::ops::RangeInclusive<f64>,
    accepted: &'static str,
) -> Result<f64, ModelError> {
    if range.contains(&found) {
        Ok(found)
    } else {
        Err(ModelError::OutOfRange { parameter, found, accepted })
    }
}

impl Default for Model {
    /// Logistic-normal with a sample of 1,000 and a common error of 0.15.
    fn default() -> Self {
        Self::LogisticNormal(LogisticNormal::default())
    }
}

impl Model {
    /// The names files know the models by.
    pub const NAMES: [&'static str; 3] = ["point", "dirichlet", "logistic-normal"];

    /// The model's name in files.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Dirichlet(_) => "dirichlet",
            Self::LogisticNormal(_) => "logistic-normal",
        }
    }

    /// The machinery that draws around `expected` shares, which are not negative and add up to 1.
    ///
    /// # Errors
    /// [`ModelError`] if the model does not fit these shares.
    pub fn sampler(&self, expected: &[f64]) -> Result<Sampler, ModelError> {
        if expected.iter().all(|&share| share <= 0.0) {
            return Err(ModelError::NoShares);
        }
        Ok(match self {
            Self::Point => Sampler::Point(PointSampler::new(expected)),
            Self::Dirichlet(model) => Sampler::Dirichlet(model.sampler(expected)?),
            Self::LogisticNormal(model) => Sampler::LogisticNormal(model.sampler(expected)),
        })
    }
}

/// Machinery that draws shares.
#[derive(Clone, Debug)]
pub enum Sampler {
    /// For [`Model::Point`].
    Point(PointSampler),
    /// For [`Model::Dirichlet`].
    Dirichlet(DirichletSampler),
    /// For [`Model::LogisticNormal`].
    LogisticNormal(LogisticNormalSampler),
}

impl Sampler {
    /// Draws one vector of shares into `shares`.
    ///
    /// # Panics
    /// If `shares` is not as long as the expected shares.
    pub fn draw(&self, random: &mut impl Rng, shares: &mut [f64]) {
        match self {
            Self::Point(sampler) => sampler.draw(shares),
            Self::Dirichlet(sampler) => sampler.draw(random, shares),
            Self::LogisticNormal(sampler) => sampler.draw(random, shares),
        }
    }
}

/// Scales `shares` so that they add up to 1.
fn normalise(shares: &mut [f64]) {
    let total: f64 = shares.iter().sum();
    for share in shares {
        *share /= total;
    }
}
