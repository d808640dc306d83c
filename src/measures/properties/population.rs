//! Population monotonicity: no list gives up a seat to one that grew less.

use super::{SeatBounds, SeatChange};

/// A list that grew more, or shrank less, than another and yet lost seats while the other gained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PopulationParadox {
    /// The list that did better in votes and lost seats.
    pub loser: SeatChange,
    /// The list that did worse in votes and gained seats.
    pub winner: SeatChange,
}

/// The first pair of lists i and j with v′ᵢ/vᵢ > v′ⱼ/vⱼ, of which i has fewer seats than before and j more;
/// the house is the same, the votes are `before` and `after`.
///
/// This is the relative definition: the votes of both may have grown, or all votes with them. Lists
/// without votes before or after are in no pair. Divisor methods have no such pair, and no other methods
/// are without one (Balinski and Young 2001, appendix A, theorem 4.3).
///
/// ```
/// use kurultai::measures::properties::{SeatBounds, population_paradox};
/// // Hare: b grows by 20 %, a by 5 %, and b loses a seat to a.
/// let (before, after) = ([1_000, 2_000, 5_000], [1_050, 2_400, 5_000]);
/// let seats = (SeatBounds::settled(&[1, 3, 6]), SeatBounds::settled(&[2, 2, 6]));
/// let found = population_paradox(&before, seats.0, &after, seats.1).expect("a paradox");
/// assert_eq!((found.loser.list, found.winner.list), (1, 0));
/// ```
///
/// # Panics
/// If votes and seats are of different lists.
pub fn population_paradox(
    before: &[u64],
    seats_before: SeatBounds<'_>,
    after: &[u64],
    seats_after: SeatBounds<'_>,
) -> Option<PopulationParadox> {
    assert_eq!(before.len(), after.len(), "votes of the same lists");
    assert_eq!(seats_before.lists(), 0..before.len(), "votes and seats of the same lists");
    assert_eq!(seats_after.lists(), 0..before.len(), "votes and seats of the same lists");
    let has_votes = |list: &usize| before[*list] > 0 && after[*list] > 0;
    seats_before.lists().filter(has_votes).find_map(|grew| {
        let loser = SeatChange::loss(grew, seats_before, seats_after)?;
        let outgrew = |other: &usize| {
            u128::from(after[grew]) * u128::from(before[*other])
                > u128::from(after[*other]) * u128::from(before[grew])
        };
        let mut winners = seats_before.lists().filter(has_votes).filter(outgrew);
        let winner =
            winners.find_map(|other| SeatChange::gain(other, seats_before, seats_after))?;
        Some(PopulationParadox { loser, winner })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_to_the_list_that_grew_more_is_fair() {
        let seats = (SeatBounds::settled(&[1, 3]), SeatBounds::settled(&[2, 2]));
        assert_eq!(population_paradox(&[10, 30], seats.0, &[12, 30], seats.1), None);
        // The same growth for both is no paradox either: a tie may have gone another way.
        assert_eq!(population_paradox(&[10, 30], seats.0, &[20, 60], seats.1), None);
        assert!(population_paradox(&[10, 30], seats.0, &[20, 61], seats.1).is_some());
        // A list that was not there before has no growth.
        assert_eq!(population_paradox(&[0, 30], seats.0, &[20, 61], seats.1), None);
    }

    #[test]
    fn a_seat_that_a_lot_may_give_back_is_not_lost() {
        let before = SeatBounds::settled(&[1, 3]);
        let after = SeatBounds::new(&[1, 2], &[2, 3]);
        assert_eq!(population_paradox(&[10, 30], before, &[20, 61], after), None);
    }
}
