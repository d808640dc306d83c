//! The members that a winning coalition cannot lose.

use super::coalition_seats;

/// The critical (pivotal) members: without any one of them the others have no majority. None if the
/// coalition has no majority itself.
///
/// Banzhaf, "Weighted voting doesn't work", *Rutgers Law Review* 19 (1965), counts them over all coalitions.
///
/// ```
/// use kurultai::measures::coalitions::critical_members;
/// assert_eq!(critical_members(&[50, 49, 1], &[0, 1, 2], 51), [0]);
/// assert!(critical_members(&[50, 49, 1], &[1, 2], 51).is_empty());
/// ```
///
/// # Panics
/// If a member is not an index of `seats`.
pub fn critical_members(seats: &[u32], members: &[usize], quota: u32) -> Vec<usize> {
    let sum = coalition_seats(seats, members);
    let is_critical = |&member: &usize| sum >= quota && sum - seats[member] < quota;
    members.iter().copied().filter(is_critical).collect()
}
