//! The quota rule: seats between the ideal share rounded down and rounded up.

use super::{SeatBounds, total};
use crate::apportionment::Fraction;

/// A list outside its quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotaViolation {
    /// The list, by index.
    pub list: usize,
    /// Its seats: the bound nearest the quota.
    pub seats: u32,
    /// Its ideal share in seats, v·N/V.
    pub ideal_share: Fraction,
}

/// The first list with fewer seats of `house_size` than its ideal share rounded down.
///
/// ```
/// use kurultai::measures::properties::{SeatBounds, below_lower_quota};
/// // Sainte-Laguë gives two seats for an ideal share of 3 2/23.
/// let found = below_lower_quota(&[28, 6, 6, 6], SeatBounds::settled(&[2, 1, 1, 1]), 5);
/// let found = found.expect("a violation");
/// assert_eq!((found.list, found.seats, found.ideal_share.whole()), (0, 2, (3, 1)));
/// ```
///
/// # Panics
/// If votes and seats are of different lists.
pub fn below_lower_quota(
    votes: &[u64],
    seats: SeatBounds<'_>,
    house_size: u32,
) -> Option<QuotaViolation> {
    assert_eq!(votes.len(), seats.lists().len(), "votes and seats of the same lists");
    let all = total(votes);
    let first = seats.lists().find(|&list| {
        // s < ⌊q⌋ where s + 1 <= q.
        (u128::from(seats.most(list)) + 1) * all <= ideal(votes[list], house_size)
    })?;
    Some(violation(first, seats.most(first), votes, house_size))
}

/// The first list with more seats of `house_size` than its ideal share rounded up.
///
/// ```
/// use kurultai::measures::properties::{SeatBounds, above_upper_quota};
/// // Sainte-Laguë gives all four seats for an ideal share of 2.8.
/// let found = above_upper_quota(&[43, 6, 6, 6], SeatBounds::settled(&[4, 0, 0, 0]), 4);
/// assert_eq!(found.map(|found| (found.list, found.seats)), Some((0, 4)));
/// ```
///
/// # Panics
/// If votes and seats are of different lists.
pub fn above_upper_quota(
    votes: &[u64],
    seats: SeatBounds<'_>,
    house_size: u32,
) -> Option<QuotaViolation> {
    assert_eq!(votes.len(), seats.lists().len(), "votes and seats of the same lists");
    let all = total(votes);
    let first = seats.lists().find(|&list| {
        // s > ⌈q⌉ where s - 1 >= q; no list without seats has too many.
        let seats = u128::from(seats.least(list));
        seats > 0 && (seats - 1) * all >= ideal(votes[list], house_size) && all > 0
    })?;
    Some(violation(first, seats.least(first), votes, house_size))
}

/// An ideal share times all votes, below 2^96; with all votes below 2^84 every product here fits.
fn ideal(votes: u64, house_size: u32) -> u128 {
    u128::from(votes) * u128::from(house_size)
}

fn violation(list: usize, seats: u32, votes: &[u64], house_size: u32) -> QuotaViolation {
    let ideal_share = Fraction::new(ideal(votes[list], house_size), total(votes).max(1));
    QuotaViolation { list, seats, ideal_share }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_on_the_quota_are_inside() {
        let thirds = [20, 10, 10];
        let inside = SeatBounds::settled(&[2, 1, 1]);
        assert_eq!(below_lower_quota(&thirds, inside, 4), None);
        assert_eq!(above_upper_quota(&thirds, inside, 4), None);
        // Whole ideal shares leave no room: 1 is too few for 2, 2 too many for 1.
        let moved = SeatBounds::settled(&[1, 2, 1]);
        assert_eq!(below_lower_quota(&thirds, moved, 4).map(|found| found.list), Some(0));
        assert_eq!(above_upper_quota(&thirds, moved, 4).map(|found| found.list), Some(1));
    }

    #[test]
    fn a_tie_that_may_keep_the_quota_is_no_violation() {
        // The ideal share of the first list is 2: it has 1 for certain, 2 if the lot is its.
        let open = SeatBounds::new(&[1, 1, 1], &[2, 2, 1]);
        assert_eq!(below_lower_quota(&[20, 10, 10], open, 4), None);
        assert_eq!(above_upper_quota(&[20, 10, 10], open, 4), None);
    }
}
