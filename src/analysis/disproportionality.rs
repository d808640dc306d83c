//! How far the seats of a count are from its votes.

use crate::measures::indices::{Indices, ListShares, Proportions};

/// The indices of one count.
///
/// Shares of votes are over the votes for lists, the never seated ones too, each row of the count as one list; votes
/// against all and invalid ballots are left out. Shares of seats are over the seats handed out: under
/// an open tie the certain ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Disproportionality {
    /// Every index.
    pub indices: Indices,
    /// The shares of every party, in the order of the scenario.
    pub parties: Vec<ListShares>,
}

impl Disproportionality {
    /// The indices of these votes and seats, party by party; none if nobody has a vote, or a seat for certain.
    pub(super) fn of(votes: &[u64], seats: &[u32]) -> Option<Self> {
        let proportions = Proportions::new(votes, seats).ok()?;
        Some(Self {
            indices: Indices::of(&proportions),
            parties: (0..votes.len()).map(|party| proportions.list(party)).collect(),
        })
    }
}
