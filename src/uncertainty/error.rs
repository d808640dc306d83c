//! What can be wrong with a model.

use std::ops::RangeInclusive;

/// A parameter outside its range, or one that does not fit the ballot.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// A parameter is not in its range.
    #[error("`{parameter}` is {}: it must be {accepted}", shown(*found))]
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
    /// A bloc of correlated errors that is none.
    #[error(
        "a bloc of correlated errors names two lists or more, each once, and no pair that has a \
         correlation already"
    )]
    Bloc,
    /// A correlation of something that is not on the ballot.
    #[error("a correlation is of option {option}, but only {options} are on the ballot")]
    UnknownOption {
        /// The option, counted from 0.
        option: usize,
        /// How many there are.
        options: usize,
    },
    /// Correlations that no errors can have.
    #[error(
        "no errors can have these correlations together: where a moves with b and b with c, a cannot \
         move against c as far; make them smaller"
    )]
    NotPositiveDefinite,
    /// No past errors, or vectors of different lengths.
    #[error(
        "past errors need at least one election, each with a number for everything on the ballot"
    )]
    NoErrors,
    /// Past errors of another ballot.
    #[error("a past election has {found} errors, but {expected} options are on the ballot")]
    ErrorsLength {
        /// How many were given.
        found: usize,
        /// How many are needed.
        expected: usize,
    },
    /// A component of a mixture with shares of another ballot.
    #[error(
        "a component of the mixture has {found} shares, but {expected} options are on the ballot"
    )]
    SharesLength {
        /// How many it has.
        found: usize,
        /// How many are needed.
        expected: usize,
    },
    /// A mixture of nothing, of too much, or of mixtures.
    #[error("a mixture has 1 to 100 components, none of which is a mixture itself")]
    Components,
}

/// A number as people write it: very large and very small ones with an exponent.
fn shown(number: f64) -> String {
    let size = number.abs();
    if size >= 1e16 || (size > 0.0 && size < 1e-6) {
        format!("{number:e}")
    } else {
        number.to_string()
    }
}

/// Checks a parameter against its closed range.
pub(super) fn in_range(
    parameter: &'static str,
    found: f64,
    range: RangeInclusive<f64>,
    accepted: &'static str,
) -> Result<f64, ModelError> {
    if range.contains(&found) {
        Ok(found)
    } else {
        Err(ModelError::OutOfRange { parameter, found, accepted })
    }
}
