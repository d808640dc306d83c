//! Models of how uncertain the shares of votes are, one a file.
//!
//! A model is a specification with checked parameters; [`Model::distribution`] turns it, with the
//! expected shares, into the distribution of the shares of everything on the ballot, which add up to 1.
//! `simulation` draws from it. No model knows what a seat is.

mod catalogue;
mod common_error;
mod correlations;
mod dirichlet;
mod dirichlet_kappa;
mod distribution;
mod empirical;
mod error;
mod logistic_normal;
mod mixture;
mod multinomial;
mod normal;
mod parameters;
mod undecided;

pub use catalogue::{ModelEntry, catalogue};
pub use correlations::Correlations;
pub use dirichlet::{Concentration, Dirichlet};
pub use dirichlet_kappa::DirichletKappa;
pub use distribution::{Center, Distribution, Errors};
pub use empirical::Empirical;
pub use error::ModelError;
pub use logistic_normal::{Drift, HouseError, LogisticNormal, LogisticT};
pub use mixture::{Component, Mixture};
pub use multinomial::Multinomial;
pub use normal::Normal;
pub use parameters::Parameter;
pub use undecided::Undecided;

use error::in_range;

/// A model of uncertainty.
#[derive(Clone, Debug, PartialEq)]
pub enum Model {
    /// No uncertainty: every draw is the expected shares.
    Point,
    /// Dirichlet shares: a poll, or an urn, and nothing else.
    Dirichlet(Dirichlet),
    /// Dirichlet shares by their concentration.
    DirichletKappa(DirichletKappa),
    /// Shares of another poll.
    Multinomial(Multinomial),
    /// Logistic-normal shares: sampling error and the errors of polls.
    LogisticNormal(LogisticNormal),
    /// The same with heavier tails.
    LogisticT(LogisticT),
    /// Normal errors of shares.
    Normal(Normal),
    /// Errors of past elections.
    Empirical(Empirical),
    /// One of several.
    Mixture(Mixture),
}

impl Default for Model {
    /// Logistic-normal with a sample of 1,000 and a common error of 0.15.
    fn default() -> Self {
        Self::LogisticNormal(LogisticNormal::default())
    }
}

impl Model {
    /// The model's name in files.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Dirichlet(_) => "dirichlet",
            Self::DirichletKappa(_) => "dirichlet-kappa",
            Self::Multinomial(_) => "multinomial",
            Self::LogisticNormal(_) => "logistic-normal",
            Self::LogisticT(_) => "logistic-t",
            Self::Normal(_) => "normal",
            Self::Empirical(_) => "empirical",
            Self::Mixture(_) => "mixture",
        }
    }

    /// Whether an option without votes can be drawn with some.
    pub fn draws_from_nothing(&self) -> bool {
        match self {
            Self::Dirichlet(model) => !matches!(
                model.concentration(),
                Concentration::Poll { prior, .. } if *prior == 0.0
            ),
            Self::Mixture(mixture) => (mixture.components().iter())
                .any(|part| part.shares.is_some() || part.model.draws_from_nothing()),
            _ => false,
        }
    }

    /// Whether it, or a part of it, draws from numbers of its own and not from the expected shares.
    pub fn ignores_votes(&self) -> bool {
        match self {
            Self::Dirichlet(model) => !matches!(model.concentration(), Concentration::Poll { .. }),
            Self::Mixture(mixture) => (mixture.components().iter())
                .any(|part| part.shares.is_some() || part.model.ignores_votes()),
            _ => false,
        }
    }

    /// Whether it has numbers of its own for everything on the ballot, so that it is of this ballot alone.
    pub fn is_of_one_ballot(&self) -> bool {
        match self {
            Self::Dirichlet(model) => matches!(model.concentration(), Concentration::Each(_)),
            Self::LogisticNormal(model) => !model.correlations().is_empty(),
            Self::LogisticT(model) => !model.normal().correlations().is_empty(),
            Self::Empirical(_) => true,
            Self::Mixture(mixture) => (mixture.components().iter())
                .any(|part| part.shares.is_some() || part.model.is_of_one_ballot()),
            Self::Point | Self::DirichletKappa(_) | Self::Multinomial(_) | Self::Normal(_) => false,
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
        let shares = expected.to_vec();
        Ok(match self {
            Self::Point => Distribution::Point { shares },
            Self::Dirichlet(model) => Distribution::Dirichlet { alphas: model.alphas(expected)? },
            Self::DirichletKappa(model) => {
                Distribution::Dirichlet { alphas: model.alphas(expected)? }
            }
            Self::Multinomial(model) => {
                Distribution::Multinomial { shares, trials: model.sample_size() }
            }
            Self::LogisticNormal(model) => {
                let errors = model.errors(expected)?;
                Distribution::Logistic { shares, errors, freedom: None, center: model.center() }
            }
            Self::LogisticT(model) => {
                let errors = model.normal().errors(expected)?;
                let freedom = Some(model.degrees_of_freedom());
                let center = model.normal().center();
                Distribution::Logistic { shares, errors, freedom, center }
            }
            Self::Normal(model) => Distribution::Normal { shares, errors: model.errors(expected) },
            Self::Empirical(model) => {
                let (found, options) = (model.errors()[0].len(), expected.len());
                if found != options {
                    return Err(ModelError::ErrorsLength { found, expected: options });
                }
                Distribution::Empirical { shares, errors: model.errors().to_vec() }
            }
            Self::Mixture(mixture) => {
                let part = |part: &Component| {
                    let shares = part.shares.as_deref().unwrap_or(expected);
                    if shares.len() != expected.len() {
                        let (found, expected) = (shares.len(), expected.len());
                        return Err(ModelError::SharesLength { found, expected });
                    }
                    Ok((part.weight, part.model.distribution(shares)?))
                };
                Distribution::Mixture(
                    mixture.components().iter().map(part).collect::<Result<_, ModelError>>()?,
                )
            }
        })
    }
}
