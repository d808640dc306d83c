//! Thresholds.

use num_bigint::BigUint;

/// Whether `votes` are at least, or else more than, `numerator / denominator` of `base`.
pub(crate) fn admitted(
    votes: u64,
    base: u128,
    numerator: u64,
    denominator: u64,
    at_least: bool,
) -> bool {
    let reached = BigUint::from(votes) * denominator;
    let needed = BigUint::from(base) * numerator;
    if at_least { reached >= needed } else { reached > needed }
}
