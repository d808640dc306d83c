//! A count with its ties left open.

use crate::election::{Ballots, Party};
use crate::law::{Admission, Allocation, Allocator, Law, NoLots};
use crate::measures::properties::SeatBounds;

/// The seats of every list, and who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// The seats that a list is certain of.
    pub(super) least: Vec<u32>,
    /// Those it has if every tie goes its way.
    pub(super) most: Vec<u32>,
    pub(super) admissions: Vec<Admission>,
}

impl Count {
    fn of(allocation: &Allocation) -> Self {
        let least = allocation.seats.clone();
        let mut most = least.clone();
        for settled in &allocation.ties {
            for &list in &settled.tie.lists {
                most[list] += settled.seats_each;
            }
        }
        Self { least, most, admissions: allocation.admissions.clone() }
    }

    pub(super) fn bounds(&self) -> SeatBounds<'_> {
        SeatBounds::new(&self.least, &self.most)
    }

    /// Whether the same lists take part as in another count of them.
    pub(super) fn has_same_lists(&self, other: &Self) -> bool {
        let pairs = self.admissions.iter().zip(&other.admissions);
        pairs.into_iter().all(|(one, other)| one.competes() == other.competes())
    }

    /// The same with no seats for a list, as if it took no part.
    pub(super) fn without(&self, list: usize) -> Self {
        let mut rest = self.clone();
        (rest.least[list], rest.most[list]) = (0, 0);
        rest.admissions[list] = Admission::NoVotes;
        rest
    }

    /// The count with a list that is not there put in at `list`, without votes.
    pub(super) fn with_absent(mut self, list: usize) -> Self {
        self.least.insert(list, 0);
        self.most.insert(list, 0);
        self.admissions.insert(list, Admission::NoVotes);
        self
    }
}

/// Counts under one law, which leaves ties open.
#[derive(Debug)]
pub(super) struct Counter<'a> {
    allocator: Allocator<'a>,
    allocation: Allocation,
}

impl<'a> Counter<'a> {
    pub(super) fn new(law: &'a Law, parties: &'a [Party], house_size: u32) -> Self {
        let allocator = Allocator::new(law, parties, house_size);
        Self { allocator, allocation: Allocation::default() }
    }

    /// The seats of a count; none where the law gives none.
    pub(super) fn count(&mut self, ballots: &Ballots) -> Option<Count> {
        let counted = self.allocator.allocate_into(ballots, &mut NoLots, &mut self.allocation);
        counted.ok().map(|()| Count::of(&self.allocation))
    }
}
