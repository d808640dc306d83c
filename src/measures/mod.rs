//! Measures of one allocation: pure functions of votes and seats.

/// The seats that `members` hold together.
///
/// ```
/// assert_eq!(kurultai::measures::coalition_seats(&[83, 17, 13, 13, 11, 8], &[1, 2, 3, 4, 5]), 62);
/// ```
///
/// # Panics
/// If a member is not an index of `seats`.
pub fn coalition_seats(seats: &[u32], members: &[usize]) -> u32 {
    members.iter().map(|&member| seats[member]).sum()
}
