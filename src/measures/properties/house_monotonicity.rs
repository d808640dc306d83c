//! House monotonicity: a larger house costs nobody a seat.

use super::{SeatBounds, SeatChange};

/// The first list that has fewer seats in a larger house, the votes being the same: the Alabama paradox.
///
/// ```
/// use kurultai::measures::properties::{SeatBounds, SeatChange, house_paradox};
/// // Hare, votes 6, 6, 2: the third list loses its second seat when an eleventh comes.
/// let (ten, eleven) = (SeatBounds::settled(&[4, 4, 2]), SeatBounds::settled(&[5, 5, 1]));
/// let third = SeatChange { list: 2, before: 2, after: 1 };
/// assert_eq!(house_paradox(ten, eleven), Some(third));
/// ```
///
/// # Panics
/// If the houses are of different lists.
#[doc(alias = "alabama")]
pub fn house_paradox(smaller: SeatBounds<'_>, larger: SeatBounds<'_>) -> Option<SeatChange> {
    assert_eq!(smaller.lists(), larger.lists(), "seats of the same lists");
    smaller.lists().find_map(|list| SeatChange::loss(list, smaller, larger))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_tie_may_excuse_a_loss() {
        let before = SeatBounds::settled(&[2, 1]);
        assert_eq!(house_paradox(before, SeatBounds::new(&[1, 2], &[2, 3])), None);
        assert!(house_paradox(before, SeatBounds::new(&[1, 3], &[1, 3])).is_some());
    }
}
