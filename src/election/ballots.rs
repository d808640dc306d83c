//! A count: how the ballots of one election were cast.

/// The largest number of rows a count may have.
pub const MAX_LISTS: usize = 1_000;

/// Votes by party, with what else was found in the ballot boxes.
///
/// `parties` runs parallel to the parties of the scenario; the totals are u128, since the sum of
/// votes may exceed u64 inside the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballots {
    /// Valid votes of each party, in the order of the parties.
    pub parties: Vec<u64>,
    /// Valid votes against all.
    pub against_all: u64,
    /// Invalid ballots.
    pub invalid: u64,
}

impl Ballots {
    /// The votes of all parties.
    pub fn list_votes(&self) -> u128 {
        self.parties.iter().map(|&votes| u128::from(votes)).sum()
    }

    /// The votes of all parties and against all.
    pub fn valid_votes(&self) -> u128 {
        self.list_votes() + u128::from(self.against_all)
    }

    /// All ballots cast, valid or not.
    pub fn cast_votes(&self) -> u128 {
        self.valid_votes() + u128::from(self.invalid)
    }
}
