//! The thresholds at which the seats of a count change.
//!
//! A law looks at the general threshold in one way only: it asks whether the votes of a list, or of an
//! alliance that passes it together, are enough. So between two neighbours of these shares of the base the
//! same lists take part, and the seats are the same; one allocation on each side of every share tells which
//! of them are breakpoints.

use std::collections::BTreeMap;

use super::breakpoint::{Breakpoint, BreakpointAt, Side};
use super::separating_share::{fraction_of, separating_share};
use super::{SweepValue, Vary};
use crate::apportionment::Fraction;
use crate::election::{PartyKind, Share};
use crate::law::ThresholdRule;
use crate::scenario::Scenario;
use crate::simulation::Progress;

/// The breakpoints at which both sides lie between two thresholds, these included.
pub(super) fn find(
    scenario: &Scenario,
    [from, to]: [Share; 2],
    seed: u64,
    progress: Progress<'_>,
) -> Vec<Breakpoint> {
    let rule = scenario.law.threshold.rule;
    let (first, last) = (fraction_of(from), fraction_of(to));
    // At exactly a share the list is still in, or already out.
    let is_inside = |share: &Fraction| match rule {
        ThresholdRule::AtLeast => first <= *share && *share < last,
        ThresholdRule::MoreThan => first < *share && *share <= last,
    };
    let shares: Vec<(Fraction, Vec<usize>)> =
        shares(scenario).into_iter().filter(|(share, _)| is_inside(share)).collect();
    let count = |threshold| {
        progress(1);
        Side::of(scenario, &Vary::Threshold, SweepValue::Share(threshold), seed)
    };
    let mut before = count(from);
    let mut found = Vec::new();
    let mut crossing = Vec::new();
    for (at, (share, lists)) in shares.iter().enumerate() {
        crossing.extend_from_slice(lists);
        let next = shares.get(at + 1).map(|(next, _)| *next);
        let threshold = match (rule, next) {
            (_, None) => Some(to),
            (ThresholdRule::AtLeast, Some(next)) => separating_share(next, *share),
            (ThresholdRule::MoreThan, Some(next)) => separating_share(*share, next),
        };
        // Shares that no threshold can separate are crossed together.
        let Some(threshold) = threshold else { continue };
        let after = count(threshold);
        let mut lists = std::mem::take(&mut crossing);
        lists.sort_unstable();
        found.extend(before.to(&after, BreakpointAt::Threshold { share: *share, lists }));
        before = after;
    }
    found
}

/// The shares that the general threshold is held against, ascending, each with the lists that have it, alone
/// or in an alliance.
fn shares(scenario: &Scenario) -> BTreeMap<Fraction, Vec<usize>> {
    let Scenario { law, parties, ballots, .. } = scenario;
    let base = law.threshold.base.votes(ballots).max(1);
    let mut together: BTreeMap<&str, (u128, Vec<usize>)> = BTreeMap::new();
    let mut shares: BTreeMap<Fraction, Vec<usize>> = BTreeMap::new();
    for (list, (party, &votes)) in parties.iter().zip(&ballots.parties).enumerate() {
        if party.kind != PartyKind::List || votes == 0 {
            continue;
        }
        let pools = law.passes_with_allies(parties, list);
        match party.alliance.as_deref().filter(|_| pools) {
            Some(alliance) => {
                let (sum, lists) = together.entry(alliance).or_default();
                *sum += u128::from(votes);
                lists.push(list);
            }
            None => shares.entry(Fraction::new(votes.into(), base)).or_default().push(list),
        }
    }
    for (votes, lists) in together.into_values() {
        shares.entry(Fraction::new(votes, base)).or_default().extend(lists);
    }
    shares
}
