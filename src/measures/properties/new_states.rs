//! The new-states paradox: a newcomer that brings its own seats moves those of the others.

use super::{SeatBounds, SeatChange};

/// The first list other than `newcomer` whose seats are not what they were `without` it, where the house
/// then had as many seats fewer as the newcomer has.
///
/// Divisor methods have no such list (Balinski and Young 2001, chapter 6 and appendix A).
///
/// ```
/// use kurultai::measures::properties::{SeatBounds, new_states_paradox};
/// // The third list comes in with two seats, and the second gives one to the first.
/// let without = SeatBounds::settled(&[3, 3, 0]);
/// let with = SeatBounds::settled(&[4, 2, 2]);
/// let found = new_states_paradox(without, with, 2).expect("a paradox");
/// assert_eq!((found.list, found.before, found.after), (0, 3, 4));
/// ```
///
/// # Panics
/// If the seats are of different lists.
pub fn new_states_paradox(
    without: SeatBounds<'_>,
    with: SeatBounds<'_>,
    newcomer: usize,
) -> Option<SeatChange> {
    assert_eq!(without.lists(), with.lists(), "seats of the same lists");
    without.lists().filter(|&list| list != newcomer).find_map(|list| {
        SeatChange::loss(list, without, with).or_else(|| SeatChange::gain(list, without, with))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newcomer_itself_may_have_anything() {
        let (without, with) = (SeatBounds::settled(&[3, 3, 0]), SeatBounds::settled(&[3, 3, 2]));
        assert_eq!(new_states_paradox(without, with, 2), None);
        assert!(new_states_paradox(without, with, 1).is_some());
    }
}
