//! The three senses in which a coalition has a majority.

use super::{coalition_seats, smallest_member};

/// Three statements about a coalition that must not be mixed up, each implied by the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Senses {
    /// (a) Its seats sum to a majority.
    pub wins: bool,
    /// (b) And every member has a seat.
    pub wins_together: bool,
    /// (c) And no proper subset has a majority already: every member is needed.
    pub minimal: bool,
}

impl Senses {
    /// What holds for `members` when a majority needs `quota` seats. Needs no memory.
    ///
    /// ```
    /// use kurultai::measures::coalitions::Senses;
    /// let seats = [50, 49, 1, 0];
    /// let large = Senses::of(&seats, &[0, 1, 2], 51);
    /// assert!(large.wins_together && !large.minimal); // The second or third could leave.
    /// assert!(Senses::of(&seats, &[0, 2], 51).minimal);
    /// let empty_handed = Senses::of(&seats, &[0, 2, 3], 51);
    /// assert!(empty_handed.wins && !empty_handed.wins_together);
    /// ```
    ///
    /// # Panics
    /// If a member is not an index of `seats`.
    pub fn of(seats: &[u32], members: &[usize], quota: u32) -> Self {
        Self::of_sum(coalition_seats(seats, members), smallest_member(seats, members), quota)
    }

    /// The same of a coalition of which only the sum of its seats and its smallest member are known.
    ///
    /// The smallest member is enough for (c): any other that leaves takes at least as many seats away.
    pub const fn of_sum(sum: u32, smallest: u32, quota: u32) -> Self {
        let wins = sum >= quota;
        Self {
            wins,
            wins_together: wins && smallest > 0,
            minimal: wins && smallest > 0 && sum - smallest < quota,
        }
    }
}
