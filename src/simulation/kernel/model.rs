//! Models of uncertainty that are drawn in lanes.

use super::clipped::Clipped;
use super::dirichlet::Dirichlet;
use super::empirical::Empirical;
use super::logistic::{Factor, Logistic};
use super::multinomial::Multinomial;

/// A model of uncertainty, ready to be drawn from.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) options: usize,
    /// The options that can have votes. The others are passed over and consume no random words.
    pub(super) live: Vec<usize>,
    pub(super) law: Law,
}

/// The law of the shares of the live options.
#[derive(Clone, Debug)]
pub(super) enum Law {
    /// Gamma numbers, normalised.
    Dirichlet(Dirichlet),
    /// softmax(log p + error).
    Logistic(Logistic),
    /// max(p + error, 0), normalised.
    Clipped(Clipped),
    /// softmax(log p + one of several errors).
    Empirical(Empirical),
    /// Counts of trials.
    Multinomial(Multinomial),
}

/// Why a model cannot be drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// The parameter or share of this option is negative, infinite or not a number.
    NotAShare(usize),
    /// No option has a positive parameter or share.
    NothingToDraw,
    /// The factor does not have a finite row of the right length for each option with a share.
    WrongFactor,
    /// Degrees of freedom must be positive and finite.
    WrongFreedom,
    /// There must be a finite error for every option.
    WrongErrors,
    /// There must be from 1 to 2⁵² trials.
    WrongTrials,
}

impl Model {
    /// Dirichlet shares; options with parameter 0 stay at zero.
    ///
    /// # Errors
    /// If a parameter is negative or not finite, or none is positive.
    pub fn dirichlet(alpha: &[f64]) -> Result<Self, ModelError> {
        let live = live_options(alpha)?;
        let law = Law::Dirichlet(Dirichlet::new(live.iter().map(|&option| alpha[option])));
        Ok(Self { options: alpha.len(), live, law })
    }

    /// Logistic-normal shares around `shares` (of any sum; options without stay at zero), or
    /// with `freedom` degrees of freedom logistic-t shares.
    ///
    /// # Errors
    /// If a share is negative or not finite, or none is positive; if the factor does not fit the
    /// options with a share; if the degrees of freedom are not positive.
    pub fn logistic(
        shares: &[f64],
        factor: Factor,
        freedom: Option<f64>,
    ) -> Result<Self, ModelError> {
        let live = live_options(shares)?;
        if !factor.fits(live.len()) {
            return Err(ModelError::WrongFactor);
        }
        if freedom.is_some_and(|freedom| !(freedom > 0.0 && freedom.is_finite())) {
            return Err(ModelError::WrongFreedom);
        }
        let law = Logistic::new(live.iter().map(|&option| shares[option]), factor, freedom);
        Ok(Self { options: shares.len(), live, law: Law::Logistic(law) })
    }

    /// Shares with normal errors of these standard deviations, cut off at zero and normalised; options
    /// without a share stay at zero.
    ///
    /// # Errors
    /// If a share is negative or not finite, or none is positive; if there is not a finite error for each.
    pub fn clipped(shares: &[f64], errors: &[f64]) -> Result<Self, ModelError> {
        let live = live_options(shares)?;
        if errors.len() != shares.len() || errors.iter().any(|error| !error.is_finite()) {
            return Err(ModelError::WrongErrors);
        }
        let of_live = |numbers: &[f64]| live.iter().map(|&option| numbers[option]).collect();
        let law = Clipped::new(of_live(shares), of_live(errors));
        Ok(Self { options: shares.len(), live, law: Law::Clipped(law) })
    }

    /// Shares softmax(log p + e), e one of these vectors; options without a share stay at zero.
    ///
    /// # Errors
    /// If a share is negative or not finite, or none is positive; if there is no vector, or one has not
    /// a finite number for each option.
    pub fn empirical(shares: &[f64], errors: &[Vec<f64>]) -> Result<Self, ModelError> {
        let live = live_options(shares)?;
        let fits = |error: &Vec<f64>| {
            error.len() == shares.len() && error.iter().all(|number| number.is_finite())
        };
        if errors.is_empty() || !errors.iter().all(fits) {
            return Err(ModelError::WrongErrors);
        }
        let of_live = |error: &Vec<f64>| live.iter().map(|&option| error[option]).collect();
        let errors = errors.iter().map(of_live).collect();
        let law = Empirical::new(live.iter().map(|&option| shares[option]), errors);
        Ok(Self { options: shares.len(), live, law: Law::Empirical(law) })
    }

    /// Counts of so many trials with these shares, of any sum.
    ///
    /// # Errors
    /// If a share is negative or not finite, or none is positive; if there is no trial, or 2⁵² or more.
    pub fn multinomial(shares: &[f64], trials: u64) -> Result<Self, ModelError> {
        let live = live_options(shares)?;
        if !(1..1 << 52).contains(&trials) {
            return Err(ModelError::WrongTrials);
        }
        let of_live: Vec<f64> = live.iter().map(|&option| shares[option]).collect();
        #[expect(clippy::cast_precision_loss, reason = "below 2^52")]
        let law = Multinomial::new(trials as f64, &of_live);
        Ok(Self { options: shares.len(), live, law: Law::Multinomial(law) })
    }

    /// Quantities for which a draw needs a normal number.
    pub(super) fn quantities(&self) -> usize {
        match &self.law {
            Law::Dirichlet(_) => self.live.len(),
            Law::Logistic(law) => law.quantities(),
            Law::Clipped(law) => law.options(),
            Law::Empirical(_) => 1,
            Law::Multinomial(_) => 0,
        }
    }

    /// Everything on the ballot.
    #[must_use]
    pub fn options(&self) -> usize {
        self.options
    }
}

/// The options with a positive number. Numbers below the smallest normal double (2⁻¹⁰²²) count
/// as zero: their reciprocals are not doubles.
fn live_options(numbers: &[f64]) -> Result<Vec<usize>, ModelError> {
    let invalid = |number: &f64| !(number.is_finite() && *number >= 0.0);
    if let Some(option) = numbers.iter().position(invalid) {
        return Err(ModelError::NotAShare(option));
    }
    let live = |&option: &usize| numbers[option] >= f64::MIN_POSITIVE;
    let live: Vec<usize> = (0..numbers.len()).filter(live).collect();
    if live.is_empty() { Err(ModelError::NothingToDraw) } else { Ok(live) }
}
