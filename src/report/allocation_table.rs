//! An allocation as a table for people.

use super::messages::{EN, fill, seats};
use super::number::{grouped, percent_apart_from, rounded};
use super::preamble::{self, push};
use super::table::Table;
use super::{AllocationReport, account};
use crate::analysis::{Outcome, PartyOutcome};
use crate::apportionment::Fraction;
use crate::election::Party;
use crate::law::{Admission, FreedSeats, Law, SettledTie, ThresholdRule, TieRule};
use crate::scenario::Scenario;

/// The language of party names in tables.
pub(super) const LANGUAGE: &str = "en";

pub(super) fn render(report: &AllocationReport<'_>) -> String {
    let mut text = preamble::render(report.scenario);
    text.push('\n');
    text.push_str(&parties(report).render());
    let remarks = remarks(report);
    if !remarks.is_empty() {
        text.push('\n');
        text.push_str(&remarks);
    }
    if report.explain {
        text.push('\n');
        text.push_str(&account::render(report));
    }
    text.push('\n');
    text.push_str(&preamble::reproduce(report.scenario));
    text
}

/// The name of a party, by index.
pub(super) fn name(scenario: &Scenario, party: usize) -> &str {
    scenario.parties[party].name.in_language(LANGUAGE)
}

fn parties(report: &AllocationReport<'_>) -> Table {
    let AllocationReport { scenario, outcome, .. } = report;
    let has_official = outcome.parties.iter().any(|party| party.official_seats.is_some());
    let mut table = Table::default()
        .words(EN.party)
        .numbers(EN.votes)
        .numbers(EN.share)
        .words(EN.admitted)
        .numbers(EN.ideal_share)
        .numbers(EN.seats);
    if has_official {
        table = table.numbers(EN.official);
    }
    for (party, outcome) in scenario.parties.iter().zip(&outcome.parties) {
        table.row(party_row(party, outcome, &scenario.law));
    }
    let ballots = &scenario.ballots;
    let base = outcome.totals.threshold_votes.max(1);
    let share =
        |votes: u128| percent_apart_from(Fraction::new(votes, base), scenario.law.threshold.share);
    if ballots.against_all > 0 {
        let votes = u128::from(ballots.against_all);
        table.row(vec![EN.against_all.to_owned(), grouped(votes), share(votes)]);
    }
    if ballots.invalid > 0 {
        table.row(vec![EN.invalid.to_owned(), grouped(ballots.invalid.into())]);
    }
    let total: u32 = outcome.allocation.seats.iter().sum();
    let mut row = vec![EN.total.to_owned(), grouped(ballots.cast_votes())];
    row.extend([String::new(), String::new(), String::new(), total.to_string()]);
    if has_official {
        let official: u32 = outcome.parties.iter().filter_map(|party| party.official_seats).sum();
        row.push(official.to_string());
    }
    table.row(row);
    table
}

fn party_row(party: &Party, outcome: &PartyOutcome, law: &Law) -> Vec<String> {
    let mark = if party.assumed { EN.assumed_mark } else { "" };
    let mut row = vec![
        party.name.in_language(LANGUAGE).to_owned(),
        format!("{}{mark}", grouped(outcome.votes.into())),
        percent_apart_from(outcome.share, law.threshold.share),
        admission(outcome.admission, law),
        outcome.ideal_share.map_or_else(String::new, |ideal| rounded(ideal, 2)),
        outcome.seats.to_string(),
    ];
    row.extend(outcome.official_seats.map(|seats| seats.to_string()));
    row
}

fn admission(admission: Admission, law: &Law) -> String {
    let threshold = law.threshold.share.to_string();
    match admission {
        Admission::Passed => EN.passed.to_owned(),
        Admission::Exempt => EN.exempt.to_owned(),
        Admission::Below => {
            let message = match law.threshold.rule {
                ThresholdRule::AtLeast => EN.below,
                ThresholdRule::MoreThan => EN.not_above,
            };
            fill(message, &[("threshold", &threshold)])
        }
        Admission::NoVotes => EN.no_votes.to_owned(),
        Admission::NoList => EN.no_list.to_owned(),
    }
}

/// What the table cannot say: ties, full lists, empty seats, coalitions, assumed votes.
fn remarks(report: &AllocationReport<'_>) -> String {
    let AllocationReport { scenario, outcome, .. } = report;
    let mut text = String::new();
    for settled in &outcome.allocation.ties {
        text.push_str(&tie(settled, report));
    }
    for capped in &outcome.allocation.capped {
        let message = match scenario.law.freed_seats {
            FreedSeats::Redistribute => EN.capped,
            FreedSeats::Vacant => EN.capped_vacant,
        };
        let candidates = scenario.parties[capped.list].candidates.unwrap_or(0);
        let values = [
            ("party", name(scenario, capped.list)),
            ("seats", &seats(capped.entitled_seats)),
            ("candidates", &candidates.to_string()),
        ];
        push(&mut text, message, &values);
    }
    if outcome.allocation.unfilled_seats > 0 {
        push(&mut text, EN.unfilled, &[("seats", &seats(outcome.allocation.unfilled_seats))]);
    }
    if scenario.parties.iter().any(|party| party.assumed) {
        push(&mut text, EN.assumed_legend, &[]);
    }
    text.push_str(&coalitions(scenario, outcome));
    text
}

fn tie(settled: &SettledTie, report: &AllocationReport<'_>) -> String {
    let scenario = report.scenario;
    let names = |lists: &[usize]| {
        lists.iter().map(|&list| name(scenario, list)).collect::<Vec<_>>().join(", ")
    };
    let parties = names(&settled.tie.lists);
    let open = seats(settled.tie.open_seats);
    let mut text = String::new();
    match &settled.winners {
        None => push(&mut text, EN.tie_open, &[("parties", &parties), ("seats", &open)]),
        Some(winners) => {
            let rule = match scenario.law.tie {
                TieRule::Order | TieRule::Report => EN.by_order.to_owned(),
                TieRule::Votes => EN.by_votes.to_owned(),
                TieRule::Lot => fill(EN.by_lot, &[("seed", &report.seed.to_string())]),
            };
            let values = [
                ("parties", parties.as_str()),
                ("seats", &open),
                ("rule", &rule),
                ("winners", &names(winners)),
            ];
            push(&mut text, EN.tie_settled, &values);
        }
    }
    text
}

fn coalitions(scenario: &Scenario, outcome: &Outcome) -> String {
    let mut text = String::new();
    for (coalition, &held) in scenario.coalitions.iter().zip(&outcome.coalition_seats) {
        let majorities: Vec<_> = (scenario.house.majorities().into_iter())
            .map(|(name, needed)| {
                let (message, margin) = match held.checked_sub(needed) {
                    Some(margin) => (EN.majority_reached, margin),
                    None => (EN.majority_missed, needed - held),
                };
                let values = [
                    ("name", name),
                    ("needed", &needed.to_string()),
                    ("margin", &margin.to_string()),
                ];
                fill(message, &values)
            })
            .collect();
        let members: Vec<_> =
            coalition.members.iter().map(|&member| name(scenario, member)).collect();
        let values = [
            ("name", coalition.name.as_str()),
            ("parties", &members.join(", ")),
            ("seats", &seats(held)),
            ("majorities", &majorities.join("; ")),
        ];
        push(&mut text, EN.coalition, &values);
    }
    text
}
