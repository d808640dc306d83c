//! The bounds of the exact counts.

/// The most lists with seats: the common denominator of Shapley–Shubik, the least common multiple of 1 to
/// 80, is below 2^115, and Banzhaf counts up to 80 · 2^79 swings; beyond 88 lists u128 is too small.
pub const MAX_POWER_LISTS: usize = 80;

/// Why power is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PowerError {
    /// More lists with seats than exact counts have room for.
    #[error(
        "{0} lists have seats; power indices are counted exactly for at most {MAX_POWER_LISTS} of them"
    )]
    TooManyLists(usize),
}
