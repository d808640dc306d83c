//! What a sweep varies, and the values it takes.

use std::fmt;
use std::str::FromStr;

use super::Decimal;
use crate::apportionment::Method;
use crate::election::{NameError, Share, did_you_mean, party_named};
use crate::scenario::Scenario;

/// What is varied, by the name that asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vary {
    /// The law's general threshold.
    Threshold,
    /// The house size.
    Seats,
    /// The share of a party, by id, in the valid votes; all others in proportion.
    Share(String),
    /// The common error of the model.
    CommonError,
    /// The method.
    Method,
}

/// A word that is nothing to vary.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "unknown thing to vary `{word}`{}: it is one of `threshold`, `seats` (also `house-size`), `share:ID` (the \
     share of a list, all others in proportion), `common-error`, `method`",
    did_you_mean(word, ["threshold", "seats", "house-size", "share:ID", "common-error", "method"])
)]
pub struct UnknownVary {
    word: String,
}

impl FromStr for Vary {
    type Err = UnknownVary;

    fn from_str(text: &str) -> Result<Self, UnknownVary> {
        match text {
            "threshold" => Ok(Self::Threshold),
            "seats" | "house-size" => Ok(Self::Seats),
            "common-error" => Ok(Self::CommonError),
            "method" => Ok(Self::Method),
            _ => match text.strip_prefix("share:") {
                Some(id) if !id.is_empty() => Ok(Self::Share(id.to_owned())),
                _ => Err(UnknownVary { word: text.to_owned() }),
            },
        }
    }
}

impl fmt::Display for Vary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Threshold => f.write_str("threshold"),
            Self::Seats => f.write_str("seats"),
            Self::Share(id) => write!(f, "share:{id}"),
            Self::CommonError => f.write_str("common-error"),
            Self::Method => f.write_str("method"),
        }
    }
}

impl Vary {
    /// The same, with the id of the list that a share is of where its name was typed.
    ///
    /// # Errors
    /// [`NameError`] if no list or several have the name.
    pub(super) fn with_id(self, scenario: &Scenario) -> Result<Self, NameError> {
        let Self::Share(name) = self else { return Ok(self) };
        let party = party_named(&scenario.parties, &name)?;
        Ok(Self::Share(scenario.parties[party].id.clone()))
    }

    /// The value that the scenario has itself; none where it cannot be written as one.
    pub fn own(&self, scenario: &Scenario) -> Option<SweepValue> {
        let Scenario { law, house, ballots, parties, model, .. } = scenario;
        Some(match self {
            Self::Threshold => SweepValue::Share(law.threshold_in(house.seats()).share),
            Self::Seats => SweepValue::Seats(house.seats()),
            Self::Share(id) => {
                let party = parties.iter().position(|party| party.id == *id)?;
                let valid = u64::try_from(ballots.valid_votes()).ok()?;
                SweepValue::Share(Share::new(ballots.parties[party], valid).ok()?)
            }
            Self::CommonError => {
                SweepValue::Number(model.common_error()?.to_string().parse::<Decimal>().ok()?)
            }
            Self::Method => SweepValue::Method(law.method),
        })
    }
}

/// One value of what is varied, exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SweepValue {
    /// Of a threshold or of a share of votes.
    Share(Share),
    /// Of the house size.
    Seats(u32),
    /// Of the common error.
    Number(Decimal),
    /// Of the method.
    Method(Method),
}

impl SweepValue {
    /// The nearest floating-point number, 0 to 1 for shares; none of a method.
    pub fn approximate(self) -> Option<f64> {
        match self {
            Self::Share(share) => Some(share.approximate()),
            Self::Seats(seats) => Some(seats.into()),
            Self::Number(number) => Some(number.approximate()),
            Self::Method(_) => None,
        }
    }
}

impl fmt::Display for SweepValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share(share) => share.fmt(f),
            Self::Seats(seats) => seats.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Method(method) => method.fmt(f),
        }
    }
}
