//! Votes to the threshold, and to spare above it.

use crate::election::PartyKind;
use crate::law::{Threshold, ThresholdRule};
use crate::scenario::Scenario;

/// Where a list stands to its threshold, in votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThresholdMargin {
    /// It is below: so many votes are missing; none where no number is enough.
    Missing {
        /// New votes, which raise the base too.
        new: Option<u64>,
        /// Votes of others that the base counts already.
        switched: Option<u64>,
    },
    /// It is above: so many votes it can lose and still pass.
    Slack {
        /// To nobody, which lowers the base too.
        away: u64,
        /// To others that the base counts.
        switched: u64,
    },
    /// Its own votes against its own threshold decide nothing: it is no list, has guaranteed seats, or
    /// its alliance passes together.
    Other,
}

impl ThresholdMargin {
    /// The margin of a party of the scenario.
    pub(super) fn of(scenario: &Scenario, party: usize) -> Self {
        let Scenario { law, parties, house, ballots, .. } = scenario;
        let list = &parties[party];
        if list.kind != PartyKind::List
            || list.guaranteed_seats > 0
            || law.passes_with_allies(parties, party)
        {
            return Self::Other;
        }
        let threshold = law.threshold_of(list, house.seats());
        let (votes, base) = (u128::from(ballots.parties[party]), threshold.base.votes(ballots));
        let standing = Standing { threshold, votes, base };
        if votes > 0 && threshold.is_passed_by(votes, base) {
            return Self::Slack { away: standing.slack(true), switched: standing.slack(false) };
        }
        Self::Missing { new: standing.missing(true), switched: standing.missing(false) }
    }
}

/// A list's votes v and the base B of its threshold t = n/d.
#[derive(Clone, Copy, Debug)]
struct Standing {
    threshold: Threshold,
    votes: u128,
    base: u128,
}

impl Standing {
    /// The fewest votes that are enough: (tB − v)/(1 − t) new ones, tB − v switched ones, rounded up, or
    /// to the next whole number for "more than". At least one for a list without votes.
    fn missing(self, is_new: bool) -> Option<u64> {
        let (n, d) = self.parts();
        let short = (self.base * n).saturating_sub(self.votes * d);
        let each = if is_new { d - n } else { d };
        if each == 0 {
            return None;
        }
        let enough = match self.threshold.rule {
            ThresholdRule::AtLeast => short.div_ceil(each),
            ThresholdRule::MoreThan => short / each + 1,
        };
        let enough = if self.votes == 0 { enough.max(1) } else { enough };
        let others = self.base - self.votes;
        u64::try_from(enough).ok().filter(|_| is_new || enough <= others)
    }

    /// The most votes whose loss leaves enough, one vote at least: the same fractions with v − tB, rounded
    /// down, or to the whole number before for "more than".
    fn slack(self, is_away: bool) -> u64 {
        let (n, d) = self.parts();
        let over = self.votes * d - self.base * n;
        let each = if is_away { d - n } else { d };
        // At 100 % with no other votes any loss to nobody leaves the whole.
        let most = match (each, self.threshold.rule) {
            (0, _) => self.votes,
            (_, ThresholdRule::AtLeast) => over / each,
            (_, ThresholdRule::MoreThan) => (over - 1) / each,
        };
        u64::try_from(most.min(self.votes - 1)).unwrap_or(u64::MAX)
    }

    fn parts(self) -> (u128, u128) {
        let (numerator, denominator) = self.threshold.share.fraction();
        (numerator.into(), denominator.into())
    }
}
