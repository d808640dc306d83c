//! Errors drawn from those of the past.

use super::ModelError;

/// Shares softmax(log p̂ + e), e one of the error vectors of past elections, each equally likely: what
/// went wrong together then goes wrong together again.
///
/// An error is log(result/forecast) of a list, in log points.
#[derive(Clone, Debug, PartialEq)]
pub struct Empirical {
    errors: Vec<Vec<f64>>,
}

impl Empirical {
    /// The model with these past errors, one vector an election, each with a number for every option.
    ///
    /// # Errors
    /// [`ModelError::NoErrors`] if there is none, or their lengths differ;
    /// [`ModelError::OutOfRange`] for an error beyond ±20.
    pub fn new(errors: Vec<Vec<f64>>) -> Result<Self, ModelError> {
        let length = errors.first().map_or(0, Vec::len);
        if length == 0 || errors.iter().any(|error| error.len() != length) {
            return Err(ModelError::NoErrors);
        }
        for &error in errors.iter().flatten() {
            super::in_range("errors", error, -20.0..=20.0, "a number from -20 to 20 log points")?;
        }
        Ok(Self { errors })
    }

    /// The error vectors, in the order of the options.
    pub fn errors(&self) -> &[Vec<f64>] {
        &self.errors
    }
}
