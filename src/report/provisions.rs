//! The richer rules of a law in words: what the law says, and what each rule did in an allocation.

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{EN, fill, seats};
use super::method::method;
use super::number::grouped;
use super::preamble::push;
use crate::law::{
    Admission, AllianceThreshold, Bonus, Law, MultiplierScope, OneListRule, Overhang, Pool,
    SeatSource, SetAside,
};
use crate::scenario::Scenario;

/// What the law adds to method, threshold and tie rule; each rule after a semicolon.
pub(super) fn rules(law: &Law) -> String {
    let provisions = &law.provisions;
    let mut rules: Vec<String> = Vec::new();
    let mut add = |message: &str, value: &str| rules.push(fill(message, &[("value", value)]));
    for (members, share) in provisions.threshold_by_members.steps() {
        add(EN.rule_members, &format!("{members}: {share}"));
    }
    if let Some(direct) = provisions.or_direct_seats {
        add(EN.rule_direct_seats, &seats(direct));
    }
    if provisions.at_least_lists > 0 {
        add(EN.rule_at_least_lists, &provisions.at_least_lists.to_string());
    }
    if provisions.alliance_threshold == AllianceThreshold::Pool {
        add(EN.rule_alliance_threshold, "");
    }
    if let Some(inner) = provisions.inner_method {
        add(EN.rule_inner_method, &method(inner));
    }
    if provisions.multiplier_for == MultiplierScope::BelowThreshold {
        add(EN.rule_multiplier_for, "");
    }
    if provisions.floor > 0 {
        add(EN.rule_floor, &seats(provisions.floor));
    }
    if provisions.overhang == Overhang::Added {
        add(EN.rule_overhang, "");
    }
    match provisions.bonus {
        Some(Bonus::Seats(bonus)) => add(EN.rule_bonus, &seats(bonus)),
        Some(Bonus::Share(share)) => add(EN.rule_bonus_share, &share.to_string()),
        None => {}
    }
    if provisions.one_list == OneListRule::RunnerUp {
        add(EN.rule_one_list, "");
    }
    if rules.is_empty() { String::new() } else { format!("; {}", rules.join("; ")) }
}

/// The name of a competitor in the distribution: of a list, or of the alliance that it heads.
pub(super) fn competitor(report: &AllocationReport<'_>, list: usize) -> String {
    let pools = &report.outcome.allocation.pools;
    match pools.iter().find(|pool| pool.members[0] == list) {
        Some(pool) => alliance_name(report.scenario, pool),
        None => name(report.scenario, list).to_owned(),
    }
}

fn alliance_name(scenario: &Scenario, pool: &Pool) -> String {
    let alliance = scenario.parties[pool.members[0]].alliance.as_deref().unwrap_or_default();
    fill(EN.alliance, &[("name", alliance), ("members", &names(scenario, &pool.members))])
}

fn names(scenario: &Scenario, lists: &[usize]) -> String {
    lists.iter().map(|&list| name(scenario, list)).collect::<Vec<_>>().join(", ")
}

/// What each of the richer rules did, a line each.
pub(super) fn remarks(report: &AllocationReport<'_>) -> String {
    let mut text = String::new();
    text.push_str(&few_lists(report));
    text.push_str(&one_list(report));
    for aside in &report.outcome.allocation.set_aside {
        text.push_str(&set_aside(report, aside));
    }
    text.push_str(&multipliers(report));
    text.push_str(&alliances(report));
    text
}

/// The largest lists came in because too few had passed.
fn few_lists(report: &AllocationReport<'_>) -> String {
    let AllocationReport { scenario, outcome, .. } = report;
    let admissions = &outcome.allocation.admissions;
    let came_in: Vec<usize> =
        (0..admissions.len()).filter(|&at| admissions[at] == Admission::AmongLargest).collect();
    let wanted = scenario.law.provisions.at_least_lists;
    let mut text = String::new();
    if !came_in.is_empty() {
        let present = admissions.iter().filter(|admission| admission.competes());
        let message =
            if present.count() > wanted as usize { EN.few_lists_tied } else { EN.few_lists };
        let values = [("wanted", &*wanted.to_string()), ("parties", &names(scenario, &came_in))];
        push(&mut text, message, &values);
    }
    text
}

/// The runner-up beside a single list: Article 97-1 as amended in 2009, with this program's reading.
fn one_list(report: &AllocationReport<'_>) -> String {
    let AllocationReport { scenario, outcome, .. } = report;
    let admissions = &outcome.allocation.admissions;
    let mut text = String::new();
    if let Some(runner_up) = outcome.allocation.runner_up() {
        let leader = (0..admissions.len()).find(|&at| at != runner_up && admissions[at].competes());
        let values = [
            ("leader", leader.map_or("", |leader| name(scenario, leader))),
            ("runner_up", name(scenario, runner_up)),
        ];
        push(&mut text, EN.one_list, &values);
    }
    text
}

fn set_aside(report: &AllocationReport<'_>, aside: &SetAside) -> String {
    let message = match aside.source {
        SeatSource::Guaranteed => EN.set_aside_guaranteed,
        SeatSource::Additional => EN.set_aside_additional,
        SeatSource::Direct => EN.set_aside_direct,
        SeatSource::Bonus => EN.set_aside_bonus,
        SeatSource::Overhang => EN.set_aside_overhang,
    };
    let mut text = String::new();
    let values = [
        ("party", name(report.scenario, aside.list)),
        ("seats", &*seats(aside.seats)),
        ("house", &report.outcome.house.seats().to_string()),
    ];
    push(&mut text, message, &values);
    text
}

fn multipliers(report: &AllocationReport<'_>) -> String {
    let AllocationReport { scenario, outcome, .. } = report;
    let mut text = String::new();
    for (party, &admission) in scenario.parties.iter().zip(&outcome.allocation.admissions) {
        if let Some(multiplier) = scenario.law.multiplier_of(party, admission) {
            let party = party.name.in_language(super::allocation_table::LANGUAGE);
            let values = [("party", party), ("multiplier", &multiplier.to_string())];
            push(&mut text, EN.multiplied, &values);
        }
    }
    text
}

fn alliances(report: &AllocationReport<'_>) -> String {
    let AllocationReport { scenario, outcome, .. } = report;
    let mut text = String::new();
    for pool in &outcome.allocation.pools {
        let raw: u128 =
            pool.members.iter().map(|&list| u128::from(scenario.ballots.parties[list])).sum();
        let inside: Vec<String> = (pool.members.iter())
            .map(|&list| format!("{} {}", name(scenario, list), outcome.parties[list].seats))
            .collect();
        let values = [
            ("alliance", &*alliance_name(scenario, pool)),
            ("votes", &grouped(raw)),
            ("seats", &seats(pool.seats)),
            ("method", &method(pool.method)),
            ("inside", &inside.join(", ")),
        ];
        push(&mut text, EN.pooled, &values);
    }
    text
}
