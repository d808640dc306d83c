//! More or fewer of a group vote, in the proportions of the group.
//!
//! With R persons registered in the group, of whom B vote, the new turnout t' makes B' = R·t' ballots,
//! a change by p points B' = B + R·p, both rounded half up. Each row of the group has B·w votes before
//! and B'·w after, w its share in the group, whole by largest remainders; the whole count changes by the
//! difference. A group is a part of the count, and several may overlap: nothing is assumed of the rest.

use super::super::Scenario;
use super::super::error::quoted;
use super::super::wording::excerpt;
use super::amount::{Percent, Points, WHOLE};
use super::refusal::Refusal;
use super::rounding::half_up;
use crate::election::did_you_mean;

/// A group and how many of it vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Turnout {
    group: String,
    change: TurnoutChange,
}

/// The turnout of a group, or its change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) enum TurnoutChange {
    To(Percent),
    By(Points),
}

impl Turnout {
    /// The turnout of `group` changes.
    pub(in crate::scenario) fn new(group: String, change: TurnoutChange) -> Self {
        Self { group, change }
    }

    pub(super) fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let groups = &scenario.what_if.groups;
        let Some(at) = groups.iter().position(|group| group.id == self.group) else {
            let known = if groups.is_empty() {
                "there are none; add them as `[[group]]` to the scenario file".to_owned()
            } else {
                let ids = groups.iter().take(20).map(|group| group.id.as_str());
                format!("the groups are {}", quoted(ids))
            };
            let group = excerpt(&self.group);
            let ids = groups.iter().map(|group| group.id.as_str());
            let meant = did_you_mean(&self.group, ids);
            return Refusal::because(format!("no group has the id `{group}`{meant}; {known}"));
        };
        let mut group = groups[at].clone();
        let registered = u128::from(group.registered);
        let ballots = match self.change {
            TurnoutChange::To(turnout) => Some(half_up(registered * turnout.0, WHOLE)),
            TurnoutChange::By(points) => {
                let change = half_up(registered * points.0.unsigned_abs(), WHOLE);
                let ballots = u128::from(group.ballots);
                if points.0 < 0 { ballots.checked_sub(change) } else { Some(ballots + change) }
            }
        };
        match ballots.and_then(|ballots| u64::try_from(ballots).ok()) {
            Some(ballots) if ballots <= group.registered => {
                group.recount(scenario, ballots)?;
                scenario.what_if.groups[at] = group;
                Ok(())
            }
            _ => Refusal::because(format!(
                "{} of the {} persons registered in the group `{}` vote; with this change fewer than \
                 none or more than all would",
                group.ballots, group.registered, group.id
            )),
        }
    }

    pub(super) fn sentence(&self) -> String {
        match self.change {
            TurnoutChange::To(turnout) => format!("turnout of {turnout} in {}", self.group),
            TurnoutChange::By(points) => {
                format!("turnout in {} changes by {points} points", self.group)
            }
        }
    }
}
