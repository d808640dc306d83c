//! Why a what-if cannot be.

/// What is wrong, and what would be accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(in crate::scenario) struct Refusal(String);

impl Refusal {
    pub(in crate::scenario) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// A result that is this refusal.
    pub(super) fn because<T>(message: impl Into<String>) -> Result<T, Self> {
        Err(Self::new(message))
    }
}
