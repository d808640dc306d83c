//! The richer rules of a law in words: what the law says, and what each rule did in an allocation.

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{Messages, fill};
use super::method::method;
use super::page::Page;
use crate::law::{
    Admission, AllianceThreshold, Bonus, Law, MultiplierScope, OneListRule, Overhang, Pool,
    SeatSource, SetAside,
};
use crate::scenario::Scenario;

/// What the law adds to method, threshold and tie rule; each rule after a semicolon.
pub(super) fn rules(words: &Messages, law: &Law) -> String {
    let provisions = &law.provisions;
    let mut rules: Vec<String> = Vec::new();
    let mut add = |message: &str, value: &str| rules.push(fill(message, &[("value", value)]));
    for (members, share) in provisions.threshold_by_members.steps() {
        add(words.rule_members, &format!("{members}: {}", words.share(share)));
    }
    if let Some(direct) = provisions.or_direct_seats {
        add(words.rule_direct_seats, &words.seats(direct));
    }
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
    if rules.is_empty() { String::new() } else { format!("; {}", rules.join("; ")) }
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
    page.append(multipliers(report));
    page.append(alliances(report));
    page
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
            ("votes", &words.grouped(raw)),
            ("seats", &words.seats(pool.seats)),
            ("method", &method(words, pool.method)),
            ("inside", &inside.join(", ")),
        ];
        page.say(words.pooled, &values);
    }
    page
}
