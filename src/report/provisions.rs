//! The richer rules of a law in words: what the law says, and what each rule did in an allocation.

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{Messages, fill};
use super::method::method;
use super::page::Page;
use crate::election::Share;
use crate::law::{
    Admission, AllianceThreshold, Bonus, CappedList, FreedSeats, Law, MultiplierScope, OneListRule,
    Overhang, Pool, SeatSource, SetAside,
};
use crate::scenario::Scenario;

/// The other ways past the threshold, and the thresholds of joint lists; each after a comma.
pub(super) fn beside_threshold(words: &Messages, law: &Law) -> String {
    let mut rules = String::new();
    for (members, share) in law.provisions.threshold_by_members.steps() {
        let values = [("members", &*members.to_string()), ("share", &words.share(share))];
        rules = format!("{rules}, {}", fill(words.rule_members, &values));
    }
    if let Some(direct) = law.provisions.or_direct_seats {
        let direct = fill(words.rule_direct_seats, &[("value", &words.seats(direct))]);
        rules = format!("{rules}, {direct}");
    }
    rules
}

/// What the law adds to method, threshold and tie rule; each rule after a semicolon.
pub(super) fn rules(words: &Messages, law: &Law) -> String {
    let provisions = &law.provisions;
    let mut rules: Vec<String> = Vec::new();
    let mut add = |message: &str, value: &str| rules.push(fill(message, &[("value", value)]));
    if provisions.at_least_lists > 0 {
        add(words.rule_at_least_lists, &provisions.at_least_lists.to_string());
    }
    if provisions.alliance_threshold == AllianceThreshold::Pool {
        add(words.rule_alliance_threshold, "");
    }
    if let Some(inner) = provisions.inner_method {
        add(words.rule_inner_method, &method(words, inner));
    }
    if provisions.multiplier_for == MultiplierScope::BelowThreshold {
        add(words.rule_multiplier_for, "");
    }
    if provisions.floor > 0 {
        add(words.rule_floor, &words.seats(provisions.floor));
    }
    if provisions.overhang == Overhang::Added {
        add(words.rule_overhang, "");
    }
    match provisions.bonus {
        Some(Bonus::Seats(bonus)) => add(words.rule_bonus, &words.seats(bonus)),
        Some(Bonus::Share(share)) => add(words.rule_bonus_share, &words.share(share)),
        None => {}
    }
    if provisions.one_list == OneListRule::RunnerUp {
        add(words.rule_one_list, "");
    }
    if let Some(least) = provisions.remainder_from {
        let message = match provisions.remainder_below {
            Some(_) => words.provisions.rule_remainder_below,
            None => words.provisions.rule_remainder_from,
        };
        let below = provisions.remainder_below.map_or_else(String::new, |seats| seats.to_string());
        rules.push(fill(message, &[("value", &part(least)), ("seats", &below)]));
    }
    if provisions.majority_clause {
        rules.push(words.provisions.rule_majority_clause.to_owned());
    }
    if rules.is_empty() { String::new() } else { format!("; {}", rules.join("; ")) }
}

/// A part of a quota as people write it: 3/4.
pub(super) fn part(share: Share) -> String {
    let (numerator, denominator) = share.fraction();
    format!("{numerator}/{denominator}")
}

/// The name of a competitor in the distribution: of a list, or of the alliance that it heads.
pub(super) fn competitor(report: &AllocationReport<'_>, list: usize) -> String {
    let pools = &report.outcome.allocation.pools;
    match pools.iter().find(|pool| pool.members[0] == list) {
        Some(pool) => alliance_name(report.words, report.scenario, pool),
        None => name(report.words, report.scenario, list).to_owned(),
    }
}

fn alliance_name(words: &Messages, scenario: &Scenario, pool: &Pool) -> String {
    let alliance = scenario.parties[pool.members[0]].alliance.as_deref().unwrap_or_default();
    fill(words.alliance, &[("name", alliance), ("members", &names(words, scenario, &pool.members))])
}

fn names(words: &Messages, scenario: &Scenario, lists: &[usize]) -> String {
    lists.iter().map(|&list| name(words, scenario, list)).collect::<Vec<_>>().join(", ")
}

/// What each of the richer rules did, a line each.
pub(super) fn remarks(report: &AllocationReport<'_>) -> Page {
    let mut page = Page::default();
    page.append(few_lists(report));
    page.append(one_list(report));
    for aside in &report.outcome.allocation.set_aside {
        page.append(set_aside(report, aside));
    }
    page.append(not_given(report));
    page.append(multipliers(report));
    page.append(alliances(report));
    page.append(majority_clause(report));
    page
}

/// Seats that a list would have if the condition that goes with them held.
fn not_given(report: &AllocationReport<'_>) -> Page {
    let words = report.words;
    let AllocationReport { scenario, outcome, .. } = report;
    let provisions = &scenario.law.provisions;
    let direct_seats_count =
        provisions.or_direct_seats.is_some() || provisions.overhang == Overhang::Added;
    let mut page = Page::default();
    for (party, admission) in scenario.parties.iter().zip(&outcome.allocation.admissions) {
        let threshold = party.threshold.map_or_else(String::new, |share| share.to_string());
        for (message, seats, is_given) in [
            (
                words.provisions.not_guaranteed,
                party.guaranteed_seats,
                *admission == Admission::Guaranteed,
            ),
            (words.provisions.floor_without_part, party.floor, admission.competes()),
            (words.provisions.direct_without_effect, party.direct_seats, direct_seats_count),
        ] {
            if seats > 0 && !is_given {
                let party = party.name.in_language(words.code);
                let values =
                    [("party", party), ("seats", &*words.seats(seats)), ("threshold", &*threshold)];
                page.say(message, &values);
            }
        }
    }
    page
}

/// The seat that a list has by the absolute-majority clause.
fn majority_clause(report: &AllocationReport<'_>) -> Page {
    let words = report.words;
    let mut page = Page::default();
    if let Some(clause) = &report.outcome.allocation.majority_clause {
        let message = match (clause.lost.len(), clause.equals.len()) {
            (0, _) => words.provisions.clause_open,
            (_, 1) => words.provisions.clause_taken,
            _ => words.provisions.clause_equal,
        };
        let equals: Vec<String> =
            clause.equals.iter().map(|&list| competitor(report, list)).collect();
        let values =
            [("party", &*competitor(report, clause.list)), ("equals", &*equals.join(", "))];
        page.say(message, &values);
    }
    page
}

/// A list that ran out of candidates, and what becomes of the seats that it cannot fill.
pub(super) fn capped(report: &AllocationReport<'_>, capped: &CappedList) -> Page {
    let words = &report.words.provisions;
    let AllocationReport { scenario, outcome, .. } = report;
    let allocation = &outcome.allocation;
    let party = match capped.pool {
        None => competitor(report, capped.list),
        Some(_) => name(report.words, scenario, capped.list).to_owned(),
    };
    let seats = report.words.seats(capped.entitled_seats - u32::from(capped.is_tied));
    let values =
        [("party", &*party), ("seats", &*seats), ("candidates", &*who_fills(report, capped))];
    let text = fill(if capped.is_tied { words.capped_tied } else { words.capped }, &values);
    let competitors = (allocation.admissions.iter()).filter(|admission| admission.competes());
    let is_full = |list: usize| {
        let full = |other: &CappedList| other.list == list;
        allocation.capped.iter().any(full) || !allocation.admissions[list].competes()
    };
    let message = match (capped.is_left_empty, competitors.count()) {
        (false, _) => words.rest_to_others,
        // A single list and its runner-up share the house by a rule that hands nothing on.
        _ if allocation.runner_up().is_some() || scenario.law.freed_seats == FreedSeats::Vacant => {
            words.rest_empty
        }
        (true, 1) => words.rest_to_nobody,
        _ if (0..scenario.parties.len()).all(is_full) => words.rest_all_full,
        _ => words.rest_empty,
    };
    let mut page = Page::default();
    page.say(message, &[("capped", &text)]);
    page
}

/// The candidates of a list that ran out, or of the alliance that did.
pub(super) fn candidates(report: &AllocationReport<'_>, capped: &CappedList) -> u32 {
    let of = |&list: &usize| report.scenario.parties[list].candidates.unwrap_or(0);
    members(report, capped).iter().map(of).sum()
}

/// The lists behind one that ran out: those of its alliance, or itself.
fn members(report: &AllocationReport<'_>, capped: &CappedList) -> Vec<usize> {
    let pools = &report.outcome.allocation.pools;
    match pools.iter().find(|pool| capped.pool.is_none() && pool.members[0] == capped.list) {
        Some(pool) => pool.members.clone(),
        None => vec![capped.list],
    }
}

/// The candidates, beside the seats won elsewhere where those are more.
fn who_fills(report: &AllocationReport<'_>, capped: &CappedList) -> String {
    let AllocationReport { words, scenario, .. } = report;
    let candidates = candidates(report, capped);
    let members = members(report, capped);
    let parties = || members.iter().map(|&list| &scenario.parties[list]);
    let most: u32 = parties().filter_map(|party| scenario.law.most_seats(party)).sum();
    let text = words.candidates(candidates);
    if most <= candidates {
        return text;
    }
    let direct = words.seats(parties().map(|party| party.direct_seats).sum());
    fill(words.provisions.capped_direct, &[("candidates", &text), ("seats", &direct)])
}

/// The largest lists came in because too few had passed.
fn few_lists(report: &AllocationReport<'_>) -> Page {
    let words = report.words;
    let AllocationReport { scenario, outcome, .. } = report;
    let admissions = &outcome.allocation.admissions;
    let came_in: Vec<usize> =
        (0..admissions.len()).filter(|&at| admissions[at] == Admission::AmongLargest).collect();
    let wanted = scenario.law.provisions.at_least_lists;
    let mut page = Page::default();
    if !came_in.is_empty() {
        let present = admissions.iter().filter(|admission| admission.competes());
        let message =
            if present.count() > wanted as usize { words.few_lists_tied } else { words.few_lists };
        let values =
            [("wanted", &*wanted.to_string()), ("parties", &names(words, scenario, &came_in))];
        page.say(message, &values);
    }
    page
}

/// The runner-up beside a single list: Article 97-1 as amended in 2009, with this program's reading.
fn one_list(report: &AllocationReport<'_>) -> Page {
    let words = report.words;
    let AllocationReport { scenario, outcome, .. } = report;
    let admissions = &outcome.allocation.admissions;
    let mut page = Page::default();
    if let Some(runner_up) = outcome.allocation.runner_up() {
        let leader = (0..admissions.len()).find(|&at| at != runner_up && admissions[at].competes());
        let values = [
            ("leader", leader.map_or("", |leader| name(words, scenario, leader))),
            ("runner_up", name(words, scenario, runner_up)),
        ];
        page.say(words.one_list, &values);
    }
    page
}

fn set_aside(report: &AllocationReport<'_>, aside: &SetAside) -> Page {
    let words = report.words;
    let message = match aside.source {
        SeatSource::Guaranteed => words.set_aside_guaranteed,
        SeatSource::Additional => words.set_aside_additional,
        SeatSource::Direct => words.set_aside_direct,
        SeatSource::Bonus => words.set_aside_bonus,
        SeatSource::Overhang => words.set_aside_overhang,
    };
    let mut page = Page::default();
    let values = [
        ("party", name(words, report.scenario, aside.list)),
        ("seats", &*words.seats(aside.seats)),
        ("house", &report.outcome.house.seats().to_string()),
    ];
    page.say(message, &values);
    page
}

fn multipliers(report: &AllocationReport<'_>) -> Page {
    let AllocationReport { scenario, outcome, .. } = report;
    let mut page = Page::default();
    for (party, &admission) in scenario.parties.iter().zip(&outcome.allocation.admissions) {
        if let Some(multiplier) = scenario.law.multiplier_of(party, admission) {
            let party = party.name.in_language(report.words.code);
            let values =
                [("party", party), ("multiplier", &report.words.marked(&multiplier.to_string()))];
            page.say(report.words.multiplied, &values);
        }
    }
    page
}

fn alliances(report: &AllocationReport<'_>) -> Page {
    let words = report.words;
    let AllocationReport { scenario, outcome, .. } = report;
    let mut page = Page::default();
    for pool in &outcome.allocation.pools {
        let raw: u128 =
            pool.members.iter().map(|&list| u128::from(scenario.ballots.parties[list])).sum();
        let inside: Vec<String> = (pool.members.iter())
            .map(|&list| format!("{} {}", name(words, scenario, list), outcome.parties[list].seats))
            .collect();
        let values = [
            ("alliance", &*alliance_name(words, scenario, pool)),
            ("votes", &words.votes(raw)),
            ("seats", &words.seats(pool.seats)),
            ("method", &method(words, pool.method)),
            ("inside", &inside.join(", ")),
        ];
        page.say(words.pooled, &values);
    }
    page
}
