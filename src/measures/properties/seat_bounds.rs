//! The seats of an allocation with what its ties leave open.

use std::ops::Range;

/// The seats of every list: at least so many, and at most so many. Where no tie is open both are the same.
///
/// ```
/// use kurultai::measures::properties::SeatBounds;
/// let settled = SeatBounds::settled(&[3, 1]);
/// assert_eq!((settled.least(0), settled.most(0)), (3, 3));
/// // The last seat is tied between both lists.
/// let open = SeatBounds::new(&[2, 1], &[3, 2]);
/// assert_eq!((open.least(0), open.most(0)), (2, 3));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatBounds<'a> {
    least: &'a [u32],
    most: &'a [u32],
}

impl<'a> SeatBounds<'a> {
    /// Seats that are what they are.
    pub const fn settled(seats: &'a [u32]) -> Self {
        Self { least: seats, most: seats }
    }

    /// The seats that every list is certain of, and those that it has if every tie goes its way.
    ///
    /// # Panics
    /// If the slices differ in length, or a list has less at most than at least.
    pub fn new(least: &'a [u32], most: &'a [u32]) -> Self {
        assert_eq!(least.len(), most.len(), "both bounds for every list");
        assert!(least.iter().zip(most).all(|(least, most)| least <= most), "bounds in order");
        Self { least, most }
    }

    /// The seats that a list is certain of.
    ///
    /// # Panics
    /// If there is no such list.
    pub const fn least(&self, list: usize) -> u32 {
        self.least[list]
    }

    /// The seats that a list has if every tie goes its way.
    ///
    /// # Panics
    /// If there is no such list.
    pub const fn most(&self, list: usize) -> u32 {
        self.most[list]
    }

    /// The lists, by index.
    pub const fn lists(&self) -> Range<usize> {
        0..self.least.len()
    }
}

/// A list whose seats are others than before, whichever way ties are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatChange {
    /// The list, by index.
    pub list: usize,
    /// Its seats before: the bound next to those after.
    pub before: u32,
    /// Its seats after: the bound next to those before.
    pub after: u32,
}

impl SeatChange {
    /// The loss of a list that certainly has fewer seats after.
    pub(super) fn loss(list: usize, before: SeatBounds<'_>, after: SeatBounds<'_>) -> Option<Self> {
        let change = Self { list, before: before.least(list), after: after.most(list) };
        (change.after < change.before).then_some(change)
    }

    /// The gain of a list that certainly has more seats after.
    pub(super) fn gain(list: usize, before: SeatBounds<'_>, after: SeatBounds<'_>) -> Option<Self> {
        let change = Self { list, before: before.most(list), after: after.least(list) };
        (change.after > change.before).then_some(change)
    }
}
