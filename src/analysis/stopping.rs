//! When a run has drawn enough.

use std::str::FromStr;

use super::{Estimate, Event, EventError, Summary};
use crate::election::Share;
use crate::scenario::Scenario;

/// What a run is to know, and how well: it stops when two standard errors of every probability asked for
/// are within the precision. Where a thing happens in no draw, or in every one, 3/K, the bound of the 95 %
/// interval, stands for two standard errors.
///
/// To stop at the first look that satisfies a bound makes the estimate a little too sure; looks at powers
/// of two alone, at most some forty of them, keep that below what is worth correcting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The event; none for every probability of the lists and coalitions that a summary has.
    pub event: Option<Event>,
    /// The precision, as a share.
    pub precision: Share,
}

/// A text that is no target.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrecisionError {
    /// It has no precision, or one that is none.
    #[error("`{0}` has no precision; write an event and how sure, as in `P(amanat>=97) ±0.2%`")]
    Form(String),
    /// The precision is 0.
    #[error("a precision of 0 is never reached; write one such as 0.1%")]
    Zero,
    /// The event is none.
    #[error(transparent)]
    Event(#[from] EventError),
}

impl Target {
    /// Every probability within `precision`.
    ///
    /// # Errors
    /// [`PrecisionError::Zero`].
    pub fn all(precision: Share) -> Result<Self, PrecisionError> {
        if precision == Share::ZERO {
            Err(PrecisionError::Zero)
        } else {
            Ok(Self { event: None, precision })
        }
    }

    /// Reads an event and its precision: `P(amanat>=97) ±0.2%`, or with `+-`.
    ///
    /// # Errors
    /// [`PrecisionError`].
    pub fn parse(text: &str, scenario: &Scenario) -> Result<Self, PrecisionError> {
        let form = || PrecisionError::Form(text.to_owned());
        let (event, precision) =
            text.rsplit_once('±').or_else(|| text.rsplit_once("+-")).ok_or_else(form)?;
        let precision = Share::from_str(precision.trim()).map_err(|_| form())?;
        Ok(Self { event: Some(Event::parse(event, scenario)?), ..Self::all(precision)? })
    }

    /// Whether the draws so far are enough.
    pub fn is_reached(&self, summary: &Summary) -> bool {
        match &self.event {
            Some(event) => self.knows(event.estimate(summary)),
            None => summary.probabilities().all(|estimate| self.knows(estimate)),
        }
    }

    fn knows(&self, estimate: Estimate) -> bool {
        let (numerator, denominator) = self.precision.fraction();
        #[expect(clippy::cast_precision_loss, reason = "a precision is approximate")]
        let precision = numerator as f64 / denominator as f64;
        estimate.half_width() <= precision
    }
}
