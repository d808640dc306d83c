//! Order: more votes never mean fewer seats.

use super::SeatBounds;

/// Two lists of which the one with more votes has fewer seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderReversal {
    /// The list with more votes, by index.
    pub more_votes: usize,
    /// The list with fewer votes and more seats, by index.
    pub more_seats: usize,
}

/// The first pair of lists whose seats are in another order than their votes.
///
/// No method here reverses the order of the votes by itself; guaranteed seats, multipliers and alliances do.
///
/// ```
/// use kurultai::measures::properties::{OrderReversal, SeatBounds, order_reversal};
/// let found = order_reversal(&[50, 40, 10], SeatBounds::settled(&[2, 3, 0]));
/// assert_eq!(found, Some(OrderReversal { more_votes: 0, more_seats: 1 }));
/// assert_eq!(order_reversal(&[50, 50], SeatBounds::settled(&[2, 3])), None);
/// ```
///
/// # Panics
/// If votes and seats are of different lists.
pub fn order_reversal(votes: &[u64], seats: SeatBounds<'_>) -> Option<OrderReversal> {
    assert_eq!(votes.len(), seats.lists().len(), "votes and seats of the same lists");
    seats.lists().find_map(|more_votes| {
        let is_ahead = |&other: &usize| {
            votes[other] < votes[more_votes] && seats.least(other) > seats.most(more_votes)
        };
        let more_seats = seats.lists().find(is_ahead)?;
        Some(OrderReversal { more_votes, more_seats })
    })
}
