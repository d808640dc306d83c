//! Where the seats of a count change, exactly.

use super::point::CountedPoint;
use super::{Axis, SweepValue, Vary, house_breakpoints, threshold_breakpoints};
use crate::apportionment::Fraction;
use crate::scenario::Scenario;
use crate::simulation::Progress;

/// A value at which the seats change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakpoint {
    /// Where.
    pub at: BreakpointAt,
    /// The parties whose seats change, in the order of the scenario.
    pub changes: Vec<SeatChange>,
    /// The party with more than half of the house, before and after.
    pub majority: [Option<usize>; 2],
    /// Why there are no seats, before and after; none where there are.
    pub refused: [Option<String>; 2],
}

/// Where seats change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreakpointAt {
    /// At a threshold that is the share of these lists, alone or in an alliance, in its base. At exactly this
    /// threshold the seats are those before it where at least the threshold is enough, those after it where
    /// more is needed.
    Threshold {
        /// The share.
        share: Fraction,
        /// The lists, by index.
        lists: Vec<usize>,
    },
    /// In a house of this size: what changes from the house with one seat less.
    Seats(u32),
}

/// The seats of a party before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatChange {
    /// The party, by index.
    pub party: usize,
    /// Before.
    pub before: u32,
    /// After.
    pub after: u32,
}

/// Why a sweep has no breakpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBreakpoints {
    /// They are looked for along the threshold and the house size alone.
    OtherAxis,
    /// Two things are varied.
    Grid,
    /// The scenario has a what-if that moves votes as the threshold is.
    VotesFollowThreshold,
}

/// The breakpoints of the count between the first and the last value asked for, ascending.
pub(super) fn breakpoints(
    scenario: &Scenario,
    axes: &[Axis],
    seed: u64,
    progress: Progress<'_>,
) -> Result<Vec<Breakpoint>, NoBreakpoints> {
    let [only] = axes else { return Err(NoBreakpoints::Grid) };
    match (only.vary(), only.range()) {
        (Vary::Threshold, Some([SweepValue::Share(from), SweepValue::Share(to), _])) => {
            if scenario.what_if.follow_threshold() {
                return Err(NoBreakpoints::VotesFollowThreshold);
            }
            Ok(threshold_breakpoints::find(scenario, [from, to], seed, progress))
        }
        (Vary::Seats, Some([SweepValue::Seats(from), SweepValue::Seats(to), _])) => {
            Ok(house_breakpoints::find(scenario, [from, to], seed, progress))
        }
        _ => Err(NoBreakpoints::OtherAxis),
    }
}

/// The most counts that breakpoints are looked for with.
pub(super) fn steps(scenario: &Scenario, axes: &[Axis]) -> u64 {
    let [only] = axes else { return 0 };
    match (only.vary(), only.range()) {
        (Vary::Threshold, Some(_)) => scenario.seated().len() as u64 + 1,
        (Vary::Seats, Some([SweepValue::Seats(from), SweepValue::Seats(to), _])) => {
            u64::from(to - from) + 1
        }
        _ => 0,
    }
}

/// The count on one side of a breakpoint.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Side(Result<CountedPoint, String>);

impl Side {
    /// The count of the scenario with one other value.
    pub(super) fn of(scenario: &Scenario, vary: &Vary, value: SweepValue, seed: u64) -> Self {
        let counted = if vary.own(scenario) == Some(value) {
            CountedPoint::of(scenario, seed).map_err(|error| error.to_string())
        } else {
            (super::setting::with_values(scenario, &[(vary, value)]))
                .map_err(|error| error.to_string())
                .and_then(|scenario| {
                    CountedPoint::of(&scenario, seed).map_err(|error| error.to_string())
                })
        };
        Self(counted)
    }

    /// What changes from this side to the other; none if no seat does.
    pub(super) fn to(&self, after: &Self, at: BreakpointAt) -> Option<Breakpoint> {
        let seats = |side: &Self, party: usize| {
            side.0
                .as_ref()
                .ok()
                .and_then(|counted| counted.seats.get(party))
                .map_or(0, |&seats| seats)
        };
        let parties =
            [self, after].into_iter().flat_map(|side| side.0.as_ref().map(|of| of.seats.len()));
        let changes: Vec<SeatChange> = (0..parties.max().unwrap_or(0))
            .map(|party| SeatChange {
                party,
                before: seats(self, party),
                after: seats(after, party),
            })
            .filter(|change| change.before != change.after)
            .collect();
        let refused = [self, after].map(|side| side.0.as_ref().err().cloned());
        let majority =
            [self, after].map(|side| side.0.as_ref().ok().and_then(|of| of.majority_holder));
        (!changes.is_empty()).then_some(Breakpoint { at, changes, majority, refused })
    }
}
