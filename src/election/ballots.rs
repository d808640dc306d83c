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

    /// The votes of everything on the ballot: every party in order, then against all if anyone voted so.
    pub fn options(&self) -> Vec<u64> {
        let against_all = (self.against_all > 0).then_some(self.against_all);
        self.parties.iter().copied().chain(against_all).collect()
    }

    /// The share of each of the [`Ballots::options`] in the valid votes, 0 to 1, for models of
    /// uncertainty; no seat depends on it. Not numbers if there are no votes.
    #[expect(clippy::cast_precision_loss, reason = "expected shares are approximate")]
    pub fn option_shares(&self) -> Vec<f64> {
        let valid_votes = self.valid_votes() as f64;
        self.options().into_iter().map(|votes| votes as f64 / valid_votes).collect()
    }

    /// All ballots cast, valid or not.
    pub fn cast_votes(&self) -> u128 {
        self.valid_votes() + u128::from(self.invalid)
    }
}
