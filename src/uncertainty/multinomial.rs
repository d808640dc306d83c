//! Multinomial shares: a poll repeated.

use super::{ModelError, in_range};

/// Shares k/n with k ~ Multinomial(n, p̂): what another poll of n persons would find.
///
/// Its shares lie on a lattice of steps 1/n, which matters at a threshold: with 5.2 % expected and n =
/// 1,000 the chance of reaching 5 % is 0.632, against 0.597 of the continuous Dirichlet model. It is here
/// because other programs draw so; a Dirichlet model is the better picture of an electorate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Multinomial {
    sample_size: u64,
}

impl Multinomial {
    /// The model of polls of `sample_size` persons.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: a whole number of persons from 1 to 1e9.
    pub fn new(sample_size: f64) -> Result<Self, ModelError> {
        let accepted = "a whole number from 1 to 1e9";
        in_range("sample_size", sample_size, 1.0..=1e9, accepted)?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 1 to 10^9"
        )]
        let whole = sample_size as u64;
        #[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "below 2^53")]
        if whole as f64 != sample_size {
            let found = sample_size;
            return Err(ModelError::OutOfRange { parameter: "sample_size", found, accepted });
        }
        Ok(Self { sample_size: whole })
    }

    /// n.
    pub const fn sample_size(self) -> u64 {
        self.sample_size
    }
}
