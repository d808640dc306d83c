//! The words about the last seat under every law compared.

/// The messages about the last seat in one language.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct LastSeatMessages {
    pub won: &'static str,
    pub missed: &'static str,
    pub switch: &'static str,
    pub switched: &'static str,
    pub columns: &'static str,
    pub legend: &'static str,
}
