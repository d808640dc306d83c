//! Majorities that the votes did not give, or that the seats do not show.

use super::{SeatBounds, total};

/// The list that has more than half of one and not of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Majority {
    /// The list, by index.
    pub list: usize,
    /// Its votes.
    pub votes: u64,
    /// Its seats.
    pub seats: u32,
}

/// The list with more than half of `house_size` seats but not of the votes.
///
/// ```
/// use kurultai::measures::properties::{SeatBounds, manufactured_majority};
/// let found = manufactured_majority(&[48, 32, 20], SeatBounds::settled(&[3, 1, 1]), 5);
/// assert_eq!(found.map(|found| found.list), Some(0));
/// assert_eq!(manufactured_majority(&[48, 32, 20], SeatBounds::settled(&[2, 1, 1]), 4), None);
/// ```
///
/// # Panics
/// If votes and seats are of different lists.
pub fn manufactured_majority(
    votes: &[u64],
    seats: SeatBounds<'_>,
    house_size: u32,
) -> Option<Majority> {
    assert_eq!(votes.len(), seats.lists().len(), "votes and seats of the same lists");
    let all = total(votes);
    let list = seats.lists().find(|&list| {
        2 * u64::from(seats.least(list)) > house_size.into() && 2 * u128::from(votes[list]) <= all
    })?;
    Some(Majority { list, votes: votes[list], seats: seats.least(list) })
}

/// The list with more than half of the votes but not of `house_size` seats.
///
/// ```
/// use kurultai::measures::properties::{SeatBounds, lost_majority};
/// let found = lost_majority(&[52, 24, 24], SeatBounds::settled(&[2, 1, 1]), 4);
/// assert_eq!(found.map(|found| (found.list, found.seats)), Some((0, 2)));
/// ```
///
/// # Panics
/// If votes and seats are of different lists.
pub fn lost_majority(votes: &[u64], seats: SeatBounds<'_>, house_size: u32) -> Option<Majority> {
    assert_eq!(votes.len(), seats.lists().len(), "votes and seats of the same lists");
    let all = total(votes);
    let list = seats.lists().find(|&list| {
        2 * u64::from(seats.most(list)) <= house_size.into() && 2 * u128::from(votes[list]) > all
    })?;
    Some(Majority { list, votes: votes[list], seats: seats.most(list) })
}
