//! The seats of a coalition.

/// The seats that `members` hold together.
///
/// ```
/// use kurultai::measures::coalitions::coalition_seats;
/// assert_eq!(coalition_seats(&[83, 17, 13, 13, 11, 8], &[1, 2, 3, 4, 5]), 62);
/// ```
///
/// # Panics
/// If a member is not an index of `seats`.
pub fn coalition_seats(seats: &[u32], members: &[usize]) -> u32 {
    members.iter().map(|&member| seats[member]).sum()
}

/// The seats of the smallest of `members`; 0 if there is none.
///
/// ```
/// use kurultai::measures::coalitions::smallest_member;
/// assert_eq!(smallest_member(&[83, 17, 13, 13, 11, 8], &[0, 1, 4]), 11);
/// ```
///
/// # Panics
/// If a member is not an index of `seats`.
pub fn smallest_member(seats: &[u32], members: &[usize]) -> u32 {
    members.iter().map(|&member| seats[member]).min().unwrap_or(0)
}
