//! House monotonicity: all houses close by.

use super::count::{Count, Counter};
use super::theorem::is_promised;
use super::variation::{Draft, Variation};
use super::{AxiomWitness, Case, Finding, HOUSE_RANGE, Property, Searched, Verdict};
use crate::election::MAX_SEATS;
use crate::law::TieRule;
use crate::measures::properties::house_paradox;

const PROPERTY: Property = Property::HouseMonotone;

/// The most houses that are looked at.
pub(super) const fn steps() -> u64 {
    2 * HOUSE_RANGE as u64 + 1
}

pub(super) fn finding(case: &Case<'_>) -> Finding {
    if is_promised(PROPERTY, case.scenario) {
        return Finding::at_once(PROPERTY, Verdict::Always);
    }
    let (counts, searched) = counts(case);
    let mut found: Vec<(u32, u32)> = (counts.windows(2))
        .filter(|pair| pair[0].0 + 1 == pair[1].0)
        .filter(|pair| house_paradox(pair[0].1.bounds(), pair[1].1.bounds()).is_some())
        .map(|pair| (pair[0].0, pair[1].0))
        .collect();
    // The nearest first; of two as near the larger houses.
    let now = case.scenario.house.seats();
    found.sort_by_key(|&(from, to)| (from.abs_diff(now).min(to.abs_diff(now)), from < now));
    let at = |seats: u32| counts.iter().find(|(size, _)| *size == seats).map(|(_, count)| count);
    let witnesses =
        found.iter().filter_map(|&(from, to)| witness(case, (from, at(from)?), (to, at(to)?)));
    Finding::new(PROPERTY, Verdict::of_search(witnesses), searched)
}

/// The counts of all houses in the range that the law can fill and whose majorities stand.
fn counts(case: &Case<'_>) -> (Vec<(u32, Count)>, Searched) {
    let scenario = case.scenario;
    let now = scenario.house.seats();
    let mut law = scenario.law;
    law.tie = TieRule::Report.into();
    let (from, to) = (now.saturating_sub(HOUSE_RANGE).max(1), (now + HOUSE_RANGE).min(MAX_SEATS));
    let counts = (from..=to)
        .filter(|&seats| scenario.house.resized(seats).is_ok())
        .filter_map(|seats| {
            case.steps.one();
            let mut counter = Counter::new(&law, &scenario.parties, seats);
            Some((seats, counter.count(&scenario.ballots)?))
        })
        .collect();
    (counts, Searched::Houses { from, to })
}

fn witness(
    case: &Case<'_>,
    (from, smaller): (u32, &Count),
    (to, larger): (u32, &Count),
) -> Option<AxiomWitness> {
    let change = house_paradox(smaller.bounds(), larger.bounds())?;
    let own = case.scenario.house.seats();
    let house = |seats| Variation { seats: (seats != own).then_some(seats), ..Variation::NONE };
    let draft = Draft {
        cause: case.cause(smaller.has_same_lists(larger)),
        before: house(from),
        after: house(to),
        moved: vec![change.list],
        changed: Vec::new(),
        leaves: None,
    };
    draft.confirmed(case)
}
