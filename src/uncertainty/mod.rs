//! Models of how uncertain the shares of votes are, one a file.
//!
//! A model is a specification with checked parameters; [`Model::distribution`] turns it, with the
//! expected shares, into the distribution of the shares of everything on the ballot, which add up to 1.
//! `simulation` draws from it. No model knows what a seat is.

mod dirichlet;
mod logistic_normal;
mod undecided;

pub use dirichlet::{Concentration, Dirichlet};
pub use logistic_normal::LogisticNormal;
pub use undecided::Undecided;

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

    /// The distribution of shares around the `expected` ones, which are not negative and add up to 1.
    ///
    /// # Errors
    /// [`ModelError`] if the model does not fit these shares.
    pub fn distribution(&self, expected: &[f64]) -> Result<Distribution, ModelError> {
        if expected.iter().all(|&share| share <= 0.0) {
            return Err(ModelError::NoShares);
        }
        Ok(match self {
            Self::Point => Distribution::Point { shares: expected.to_vec() },
            Self::Dirichlet(model) => Distribution::Dirichlet { alphas: model.alphas(expected)? },
            Self::LogisticNormal(model) => Distribution::LogisticNormal {
                shares: expected.to_vec(),
                errors: model.errors(expected),
            },
        })
    }
}

/// A distribution of shares, one number each for everything on the ballot. What has no share, or α = 0,
/// is never drawn and stays at zero.
#[derive(Clone, Debug, PartialEq)]
pub enum Distribution {
    /// The same shares in every draw.
    Point {
        /// The shares.
        shares: Vec<f64>,
    },
    /// Density proportional to Π pᵢ^(αᵢ−1).
    Dirichlet {
        /// The αᵢ.
        alphas: Vec<f64>,
    },
    /// softmax(log p̂ + ε) with independent normal εᵢ.
    LogisticNormal {
        /// The expected shares p̂.
        shares: Vec<f64>,
        /// The standard deviations of the εᵢ, in log points.
        errors: Vec<f64>,
    },
}
