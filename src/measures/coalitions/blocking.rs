//! Blocking minorities: sets that can keep everybody else from a majority.

/// The seats with which a set blocks: `filled − quota + 1`, so that the rest of the `filled` seats stay
/// below the quota. None if the filled seats are below the quota themselves: nobody has a majority to stop.
///
/// A set blocks exactly if the others do not win, so the minimal blocking sets are the minimal winning ones
/// of this quota, see [`MinimalWinning`](super::MinimalWinning).
///
/// ```
/// use kurultai::measures::coalitions::blocking_quota;
/// assert_eq!(blocking_quota(145, 97), Some(49));
/// assert_eq!(blocking_quota(90, 97), None);
/// ```
pub const fn blocking_quota(filled: u32, quota: u32) -> Option<u32> {
    match filled.checked_sub(quota) {
        Some(others) => Some(others + 1),
        None => None,
    }
}
