//! Which list each further seat of the house goes to, and who loses one by it.

use super::breakpoint::{Breakpoint, BreakpointAt, Side};
use super::{SweepValue, Vary};
use crate::scenario::Scenario;
use crate::simulation::Progress;

/// Allocates every house from one size to another and compares each with the one before.
pub(super) fn find(
    scenario: &Scenario,
    [from, to]: [u32; 2],
    seed: u64,
    progress: Progress<'_>,
) -> Vec<Breakpoint> {
    let house = |size| {
        progress(1);
        Side::of(scenario, &Vary::Seats, SweepValue::Seats(size), seed)
    };
    let mut before = house(from);
    let mut found = Vec::new();
    for size in from + 1..=to {
        let after = house(size);
        found.extend(before.to(&after, BreakpointAt::Seats(size)));
        before = after;
    }
    found
}
