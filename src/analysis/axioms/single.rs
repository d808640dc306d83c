//! Properties that the seats themselves have or lack.

use super::theorem::is_promised;
use super::{AxiomWitness, Case, Cause, Finding, Property, Variation, Verdict, WitnessList};
use crate::election::PartyKind;
use crate::law::SeatSource;
use crate::measures::properties::{
    SeatBounds, above_upper_quota, below_lower_quota, lost_majority, manufactured_majority,
    order_reversal,
};
use crate::scenario::Scenario;

pub(super) fn findings(case: &Case<'_>) -> Vec<Finding> {
    let finding = |property, found: Option<AxiomWitness>| {
        let verdict = match found {
            Some(witness) => Verdict::Fails(vec![witness]),
            None if is_promised(property, case.scenario) => Verdict::Always,
            None => Verdict::Here,
        };
        Finding::at_once(property, verdict)
    };
    let majority = |list: usize| witness(case, case.cause(true), &[list]);
    let (votes, bounds) = (list_votes(case), case.now.bounds());
    let house_size = case.outcome.house.seats();
    let manufactured = manufactured_majority(&case.scenario.ballots.parties, bounds, house_size);
    let lost = lost_majority(&case.scenario.ballots.parties, bounds, house_size);
    let reversed = order_reversal(&votes, bounds).map(|found| (found.more_votes, found.more_seats));
    vec![
        finding(Property::LowerQuota, quota(case, false)),
        finding(Property::UpperQuota, quota(case, true)),
        finding(
            Property::Order,
            reversed.map(|(ahead, behind)| {
                witness(case, cause_of_reversal(case, ahead, behind), &[ahead, behind])
            }),
        ),
        finding(Property::NoManufacturedMajority, manufactured.map(|found| majority(found.list))),
        finding(Property::NoLostMajority, lost.map(|found| majority(found.list))),
    ]
}

/// The votes of lists; other rows never have seats, and none to be compared.
fn list_votes(case: &Case<'_>) -> Vec<u64> {
    let Scenario { parties, ballots, .. } = case.scenario;
    let rows = parties.iter().zip(&ballots.parties);
    rows.map(|(party, &votes)| if party.kind == PartyKind::List { votes } else { 0 }).collect()
}

/// The first list outside its quota: among the votes of the lists that take part, in the house without
/// the seats of those that do not.
fn quota(case: &Case<'_>, is_upper: bool) -> Option<AxiomWitness> {
    let competes = |list: usize| case.now.admissions[list].competes();
    let only = |of: &[u32]| -> Vec<u32> {
        (0..of.len()).map(|list| if competes(list) { of[list] } else { 0 }).collect()
    };
    let votes: Vec<u64> = (case.scenario.ballots.parties.iter().enumerate())
        .map(|(list, &votes)| if competes(list) { votes } else { 0 })
        .collect();
    let (least, most) = (only(&case.now.least), only(&case.now.most));
    let outside = |source| matches!(source, SeatSource::Guaranteed | SeatSource::Direct);
    let aside = case.outcome.allocation.set_aside.iter().filter(|aside| outside(aside.source));
    let aside: u32 = aside.map(|aside| aside.seats).sum();
    let house_size = case.scenario.house.seats() - aside;
    let violated = if is_upper { above_upper_quota } else { below_lower_quota };
    let list = violated(&votes, SeatBounds::new(&least, &most), house_size)?.list;
    let is_full = case.outcome.allocation.capped.iter().any(|capped| capped.list == list);
    let reason = if is_full { Cause::Candidates } else { case.cause(true) };
    Some(witness(case, reason, &[list]))
}

/// Why a list with more votes has fewer seats than another.
fn cause_of_reversal(case: &Case<'_>, ahead: usize, behind: usize) -> Cause {
    let Scenario { law, parties, .. } = case.scenario;
    let allocation = &case.outcome.allocation;
    let admissions = &case.now.admissions;
    let is_pooled = |list| allocation.pools.iter().any(|pool| pool.members.contains(&list));
    let is_multiplied = |list: usize| law.multiplier_of(&parties[list], admissions[list]).is_some();
    if !admissions[ahead].is_admitted() {
        Cause::Threshold
    } else if allocation.capped.iter().any(|capped| capped.list == ahead) {
        Cause::Candidates
    } else if allocation.set_aside_of(behind) > 0 {
        Cause::SetAside
    } else if is_multiplied(behind) || is_multiplied(ahead) {
        Cause::Multiplier
    } else if is_pooled(ahead) || is_pooled(behind) {
        Cause::Alliance
    } else if parties[behind].floor > 0 {
        Cause::Floor
    } else {
        case.cause(true)
    }
}

/// The count itself as a witness.
fn witness(case: &Case<'_>, reason: Cause, lists: &[usize]) -> AxiomWitness {
    let house_size = case.scenario.house.seats();
    let both = |&party: &usize| {
        let (votes, seats) =
            (case.scenario.ballots.parties[party], case.outcome.allocation.seats[party]);
        WitnessList { party, votes: (votes, votes), seats: (seats, seats) }
    };
    AxiomWitness {
        cause: reason,
        before: Variation::NONE,
        after: Variation::NONE,
        house: (house_size, house_size),
        lists: lists.iter().map(both).collect(),
        leaves: None,
    }
}
