//! Lists that leave, with their seats or without.

use super::count::{Count, Counter};
use super::theorem::is_promised;
use super::variation::{Draft, Variation, withdrawal};
use super::{Case, Cause, Finding, Property, Reason, Searched, Verdict};
use crate::law::TieRule;
use crate::measures::properties::{house_paradox, new_states_paradox};
use crate::scenario::Scenario;

/// With two lists, the one that stays has all seats.
const FEWEST_LISTS: usize = 3;

/// The most lists that leave, once with their seats and once without.
pub(super) fn steps(scenario: &Scenario) -> u64 {
    2 * scenario.seated().len() as u64
}

pub(super) fn findings(case: &Case<'_>) -> [Finding; 2] {
    [Property::NoNewStatesParadox, Property::LeavingCostsNobody]
        .map(|property| finding(case, property))
}

fn finding(case: &Case<'_>, property: Property) -> Finding {
    if is_promised(property, case.scenario) {
        return Finding::at_once(property, Verdict::Always);
    }
    if case.competing() < FEWEST_LISTS {
        let reason = Reason::FewerLists(FEWEST_LISTS);
        return Finding::at_once(property, Verdict::NotApplicable(reason));
    }
    let (mut lists, mut left_out, mut drafts) = (0, 0, Vec::new());
    for list in case.scenario.seated() {
        if !case.now.admissions[list].competes() {
            continue;
        }
        case.steps.one();
        match without(case, list, property) {
            Some((variation, without)) => {
                lists += 1;
                drafts.extend(draft(case, property, list, variation, &without));
            }
            None => left_out += 1,
        }
    }
    // What the method does by itself says more than a list that comes in over the threshold.
    drafts.sort_by_key(|draft| draft.cause == Cause::Threshold);
    let found = drafts.into_iter().filter_map(|draft| draft.confirmed(case));
    let searched = Searched::Leaving { lists, left_out };
    Finding::new(property, Verdict::of_search(found), searched)
}

/// The count without a list; none if it cannot leave, or if its seats cannot leave with it.
fn without(case: &Case<'_>, list: usize, property: Property) -> Option<(Variation, Count)> {
    let own = case.scenario.house.seats();
    let (least, most) = (case.now.least[list], case.now.most[list]);
    let seats = match property {
        Property::NoNewStatesParadox if least != most => return None,
        Property::NoNewStatesParadox if least > 0 => Some(own.checked_sub(least)?),
        _ => None,
    };
    let what_ifs = vec![withdrawal(&case.scenario.parties[list].id)];
    let variation = Variation { what_ifs, seats };
    let Scenario { mut law, parties, house, ballots, .. } = variation.of(case.scenario)?;
    law.tie = TieRule::Report.into();
    let count = Counter::new(&law, &parties, house.seats()).count(&ballots)?;
    Some((variation, count.with_absent(list)))
}

/// What the count without a list shows, if it shows anything.
fn draft(
    case: &Case<'_>,
    property: Property,
    list: usize,
    variation: Variation,
    without: &Count,
) -> Option<Draft> {
    let rest = case.now.without(list);
    let moved = match property {
        Property::NoNewStatesParadox => {
            new_states_paradox(without.bounds(), rest.bounds(), list)?;
            moved(&rest, without)
        }
        _ => vec![house_paradox(rest.bounds(), without.bounds())?.list],
    };
    Some(Draft {
        cause: case.cause(rest.has_same_lists(without)),
        before: Variation::NONE,
        after: variation,
        moved,
        changed: vec![list],
        leaves: Some(list),
    })
}

/// The lists whose seats certainly differ.
fn moved(one: &Count, other: &Count) -> Vec<usize> {
    let differs =
        |&list: &usize| one.most[list] < other.least[list] || one.least[list] > other.most[list];
    (0..one.least.len()).filter(differs).collect()
}
