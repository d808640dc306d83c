//! An allocation as a table for people.

use std::collections::BTreeSet;

use super::messages::{Messages, continued, fill};
use super::page::Page;
use super::preamble;
use super::provisions;
use super::table::Table;
use super::ties;
use super::{AllocationReport, account, polls};
use crate::analysis::{GroupPlaces, Outcome, PartyOutcome};
use crate::apportionment::Fraction;
use crate::election::Party;
use crate::law::{Admission, ThresholdBase, ThresholdRule};
use crate::scenario::Scenario;

pub(super) fn page(report: &AllocationReport<'_>) -> Page {
    let words = report.words;
    let mut page = preamble::page(words, report.scenario);
    page.append(polls::page(words, report.scenario));
    page.gap();
    page.append(result(report));
    if report.explain {
        page.gap();
        page.append(account::page(report));
    }
    if let Some(analysis) = report.coalitions {
        page.gap();
        page.append(super::coalitions::page(report, analysis));
    }
    if let Some(margins) = report.margins {
        page.gap();
        page.append(super::margins::page(report, margins));
    }
    if let Some(axioms) = report.axioms {
        page.gap();
        page.append(super::axioms::page(report, axioms));
    }
    page.gap();
    page.append(preamble::reproduce(words, report.scenario));
    page
}

/// The table of the parties and what it cannot say.
pub(super) fn result(report: &AllocationReport<'_>) -> Page {
    let mut page = Page::default();
    page.table(parties(report));
    let remarks = remarks(report);
    if !remarks.is_empty() {
        page.gap();
        page.append(remarks);
    }
    page
}

/// The name of a party, by index.
pub(super) fn name<'a>(words: &Messages, scenario: &'a Scenario, party: usize) -> &'a str {
    scenario.parties[party].name.in_language(words.code)
}

fn parties(report: &AllocationReport<'_>) -> Table {
    let words = report.words;
    let AllocationReport { scenario, outcome, .. } = report;
    let columns = Columns::of(report);
    let mut table = Table::default()
        .words(words.party)
        .numbers(words.votes)
        .numbers(match scenario.law.threshold.base {
            ThresholdBase::Lists => words.share_lists,
            ThresholdBase::Valid => words.share,
            ThresholdBase::Cast => words.share_cast,
        })
        .words(words.admitted)
        .numbers(words.ideal_share)
        .numbers(words.seats);
    if columns.has_official {
        table = table.numbers(words.official);
    }
    for group in &columns.groups {
        table = table.numbers(words.group(group));
    }
    if let Some(quota) = &columns.quota {
        table = table.numbers(fill(words.group_places, &[("quota", quota)]));
    }
    for (party, outcome) in scenario.parties.iter().zip(&outcome.parties) {
        table.row(party_row(words, party, outcome, &columns));
    }
    let ballots = &scenario.ballots;
    let base = outcome.totals.threshold_votes.max(1);
    let share = |votes: u128| {
        words.percent_apart_from(Fraction::new(votes, base), scenario.law.threshold.share)
    };
    // Only what the base counts has a share of it.
    let in_base = scenario.law.threshold.base;
    for (label, votes, counted) in [
        (words.against_all, ballots.against_all, in_base != ThresholdBase::Lists),
        (words.invalid, ballots.invalid, in_base == ThresholdBase::Cast),
    ] {
        if votes > 0 {
            let share = if counted { share(votes.into()) } else { String::new() };
            table.row(vec![label.to_owned(), words.grouped(votes.into()), share]);
        }
    }
    let total: u32 = outcome.allocation.seats.iter().sum();
    let mut row = vec![words.total.to_owned(), words.grouped(ballots.cast_votes())];
    row.extend([String::new(), String::new(), String::new(), total.to_string()]);
    if columns.has_official {
        let official: u32 = outcome.parties.iter().filter_map(|party| party.official_seats).sum();
        row.push(official.to_string());
    }
    table.row(row);
    table
}

/// The columns that not every table has.
struct Columns<'a> {
    has_official: bool,
    /// The groups whose candidates are counted, in the order of their names.
    groups: BTreeSet<&'a str>,
    /// The share of the seats that goes to them.
    quota: Option<String>,
}

impl<'a> Columns<'a> {
    fn of(report: &AllocationReport<'a>) -> Self {
        let AllocationReport { scenario, outcome, .. } = *report;
        let parties = &outcome.parties;
        let has_places = parties.iter().any(|party| party.group_places.is_some());
        Self {
            has_official: parties.iter().any(|party| party.official_seats.is_some()),
            groups: (scenario.parties.iter())
                .flat_map(|party| party.quota_groups.keys().map(String::as_str))
                .collect(),
            quota: scenario.law.group_quota.filter(|_| has_places).map(|quota| quota.to_string()),
        }
    }
}

/// The places that must go to groups, beside the candidates there are.
fn places(words: &Messages, places: GroupPlaces) -> String {
    let GroupPlaces { needed, candidates_at_least, candidates_at_most } = places;
    let message = match places.fits() {
        Some(false) => words.places_too_few,
        _ if candidates_at_least == candidates_at_most => words.places_fit,
        _ => words.places_open,
    };
    let values = [
        ("needed", &*needed.to_string()),
        ("candidates", &candidates_at_most.to_string()),
        ("least", &candidates_at_least.to_string()),
        ("most", &candidates_at_most.to_string()),
    ];
    fill(message, &values)
}

fn party_row(
    words: &Messages,
    party: &Party,
    outcome: &PartyOutcome,
    columns: &Columns<'_>,
) -> Vec<String> {
    let mark = if party.assumed { words.assumed_mark } else { "" };
    let mut row = vec![
        party.name.in_language(words.code).to_owned(),
        format!("{}{mark}", words.grouped(outcome.votes.into())),
        words.percent_apart_from(outcome.share, outcome.threshold.share),
        admission(words, outcome),
        outcome.ideal_share.map_or_else(String::new, |ideal| words.rounded(ideal, 2)),
        outcome.seats.to_string(),
    ];
    if columns.has_official {
        row.push(outcome.official_seats.map_or_else(String::new, |seats| seats.to_string()));
    }
    row.extend(
        columns
            .groups
            .iter()
            .map(|group| party.quota_groups.get(*group).map_or_else(String::new, u32::to_string)),
    );
    row.extend(outcome.group_places.map(|of| places(words, of)));
    row
}

fn admission(words: &Messages, outcome: &PartyOutcome) -> String {
    let message = match outcome.admission {
        Admission::Passed => words.passed,
        Admission::Exempt => words.exempt,
        Admission::DirectSeats => words.by_direct_seats,
        Admission::Alliance => words.by_alliance,
        Admission::AmongLargest => words.among_largest,
        Admission::RunnerUp => words.runner_up,
        Admission::Guaranteed => words.guaranteed,
        Admission::Below => match outcome.threshold.rule {
            ThresholdRule::AtLeast => words.below,
            ThresholdRule::MoreThan => words.not_above,
        },
        Admission::NoVotes => words.no_votes,
        Admission::NoList => words.no_list,
    };
    fill(message, &[("threshold", &words.share(outcome.threshold.share))])
}

/// What the table cannot say: ties, full lists, empty seats, coalitions, assumed votes, indices.
fn remarks(report: &AllocationReport<'_>) -> Page {
    let words = report.words;
    let AllocationReport { scenario, outcome, .. } = report;
    let mut page = Page::default();
    for settled in &outcome.allocation.ties {
        page.append(ties::page(report, settled));
    }
    for capped in &outcome.allocation.capped {
        page.append(provisions::capped(report, capped));
    }
    page.append(provisions::remarks(report));
    if outcome.allocation.unfilled_seats > 0 {
        page.say(words.unfilled, &[("seats", &words.seats(outcome.allocation.unfilled_seats))]);
    }
    if scenario.parties.iter().any(|party| party.assumed) {
        page.say(words.assumed_legend, &[]);
    }
    if let Some(quota) = Columns::of(report).quota {
        page.say(words.groups_legend, &[("quota", &quota)]);
    }
    page.append(coalitions(words, scenario, outcome));
    if let Some(measured) = &outcome.disproportionality {
        page.append(super::indices::line(words, &measured.indices));
    }
    page
}

fn coalitions(words: &Messages, scenario: &Scenario, outcome: &Outcome) -> Page {
    let mut page = Page::default();
    for (coalition, &held) in scenario.coalitions.iter().zip(&outcome.coalition_seats) {
        let majorities: Vec<_> = (outcome.house.majorities().into_iter().enumerate())
            .map(|(at, (name, needed))| {
                let (message, margin) = match held.checked_sub(needed) {
                    Some(margin) => (words.majority_reached, margin),
                    None => (words.majority_missed, needed - held),
                };
                let values = [
                    ("name", &*words.majority(name)),
                    ("needed", &needed.to_string()),
                    ("margin", &margin.to_string()),
                ];
                let message = if at == 0 { message.to_owned() } else { continued(message) };
                fill(&message, &values)
            })
            .collect();
        let members: Vec<_> =
            coalition.members.iter().map(|&member| name(words, scenario, member)).collect();
        let values = [
            ("name", coalition.name.in_language(words.code)),
            ("parties", &members.join(", ")),
            ("seats", &words.seats(held)),
            ("majorities", &majorities.join("; ")),
        ];
        page.say(words.coalition, &values);
    }
    page
}
