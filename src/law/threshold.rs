//! The threshold: an exact share of a named base.

use std::cmp::Ordering;

use crate::election::{Ballots, Share};

/// What the threshold is a share of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThresholdBase {
    /// The votes for lists.
    Lists,
    /// The votes for lists and against all: invalid ballots are outside.
    #[default]
    Valid,
    /// All ballots cast, invalid ones too.
    Cast,
}

impl ThresholdBase {
    /// The votes the base counts.
    pub fn votes(self, ballots: &Ballots) -> u128 {
        match self {
            Self::Lists => ballots.list_votes(),
            Self::Valid => ballots.valid_votes(),
            Self::Cast => ballots.cast_votes(),
        }
    }
}

/// Which side of the threshold exactly the threshold is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThresholdRule {
    /// Exactly the threshold is in.
    #[default]
    AtLeast,
    /// Exactly the threshold is out.
    MoreThan,
}

/// What a list needs to take part in the distribution of seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// How much.
    pub share: Share,
    /// Of what.
    pub base: ThresholdBase,
    /// And on which side of it.
    pub rule: ThresholdRule,
}

impl Threshold {
    /// Whether `votes` out of `base` votes pass.
    ///
    /// ```
    /// use kurultai::election::Share;
    /// use kurultai::law::{Threshold, ThresholdBase, ThresholdRule};
    /// let mut threshold = Threshold {
    ///     share: Share::percent(5),
    ///     base: ThresholdBase::Valid,
    ///     rule: ThresholdRule::AtLeast,
    /// };
    /// assert!(threshold.is_passed_by(5_u64, 100));
    /// threshold.rule = ThresholdRule::MoreThan;
    /// assert!(!threshold.is_passed_by(5_u64, 100));
    /// ```
    pub fn is_passed_by(&self, votes: impl Into<u128>, base: u128) -> bool {
        match self.share.compare(votes.into(), base) {
            Ordering::Greater => true,
            Ordering::Equal => self.rule == ThresholdRule::AtLeast,
            Ordering::Less => false,
        }
    }
}
