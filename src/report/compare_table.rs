//! Laws side by side as tables for people.

use std::cmp::Reverse;

use super::CompareReport;
use super::allocation_table::name;
use super::messages::{Messages, continued, fill};
use super::page::Page;
use super::preamble;
use super::table::Table;
use super::{model, polls};
use crate::analysis::{ComparedLaw, MAX_COMPARED_SWITCHING_LISTS, SmallestSwitch};
use crate::apportionment::Fraction;
use crate::simulation::Pair;

pub(super) fn page(report: &CompareReport<'_>) -> Page {
    let words = report.words;
    let scenario = report.scenario;
    let mut page = preamble::page(words, scenario);
    page.append(polls::page(words, scenario));
    page.gap();
    page.append(result(report));
    if let Some(draws) = report.draws {
        page.gap();
        page.append(drawn(report, draws));
    }
    page.gap();
    page.append(preamble::reproduce(words, scenario));
    page
}

/// The laws side by side on the count.
pub(super) fn result(report: &CompareReport<'_>) -> Page {
    let mut page = Page::default();
    page.table(counted(report));
    page.gap();
    page.table(measured(report));
    page.gap();
    page.table(last_seats(report));
    page.gap();
    page.append(remarks(report));
    page
}

/// What sets a law apart from the others: its name, or its method, with the threshold where several are
/// compared.
pub(super) fn label(report: &CompareReport<'_>, law: &ComparedLaw) -> String {
    let laws = &report.comparison.laws;
    let share = |law: &ComparedLaw| law.scenario.law.threshold_in(law.scenario.house.seats()).share;
    let method = law.scenario.law.method.to_string();
    let has_names = laws.iter().any(|other| other.scenario.preset != laws[0].scenario.preset);
    match law.scenario.preset.filter(|_| has_names) {
        Some(preset) => preset.name.to_owned(),
        None if laws.iter().all(|other| share(other) == share(law)) => method,
        None => format!("{method}, {}", report.words.share(share(law))),
    }
}

/// So many parties have a column.
const MOST_COLUMNS: usize = 8;

/// The parties with a column, those with seats that have most votes, and how many others have seats.
fn columns(report: &CompareReport<'_>) -> (Vec<usize>, usize) {
    let mut seated = report.comparison.seated();
    let left_out = seated.len().saturating_sub(MOST_COLUMNS);
    seated.sort_by_key(|&party| Reverse(report.scenario.ballots.parties[party]));
    seated.truncate(MOST_COLUMNS);
    seated.sort_unstable();
    (seated, left_out)
}

/// A table of laws with a column for every party shown.
fn by_party(report: &CompareReport<'_>) -> (Table, Vec<usize>) {
    let (seated, _) = columns(report);
    let table =
        seated.iter().fold(Table::default().words(report.words.compared_rules), |table, &party| {
            table.numbers(name(report.words, report.scenario, party))
        });
    (table, seated)
}

fn counted(report: &CompareReport<'_>) -> Table {
    let (mut table, seated) = by_party(report);
    table = table.numbers(report.words.compared_moved);
    for law in &report.comparison.laws {
        let mut row = vec![label(report, law)];
        if let Ok(outcome) = &law.outcome {
            row.extend(seated.iter().map(|&party| {
                let seats = outcome.allocation.seats[party];
                match law.differences[party] {
                    0 => seats.to_string(),
                    difference => format!("{seats} ({difference:+})"),
                }
            }));
            row.extend(law.seats_moved().map(|moved| moved.to_string()));
        }
        table.row(row);
    }
    table
}

fn measured(report: &CompareReport<'_>) -> Table {
    let words = report.words;
    let mut table = Table::default()
        .words(words.compared_rules)
        .numbers(words.gallagher)
        .numbers(words.loosemore_hanby)
        .numbers(words.compared_effective)
        .numbers(words.compared_wasted)
        .numbers(words.compared_can_win)
        .numbers(words.compared_can_miss);
    let percent = |share: f64| format!("{} %", words.decimal(share * 100.0, 2));
    let exact = |share: Fraction| {
        let hundredfold = Fraction::new(share.numerator * 100, share.denominator);
        format!("{} %", words.rounded(hundredfold, 3))
    };
    for law in &report.comparison.laws {
        let mut row = vec![label(report, law)];
        let found = law.outcome.as_ref().ok();
        match found.and_then(|outcome| outcome.disproportionality.as_ref()) {
            Some(of) => row.extend([
                percent(of.indices.gallagher),
                percent(of.indices.loosemore_hanby),
                words.decimal(of.indices.effective_seats, 2),
                percent(of.indices.wasted_votes),
            ]),
            None => row.resize(5, String::new()),
        }
        if let Some(natural) = law.natural_thresholds {
            row.extend([exact(natural.can_win), exact(natural.can_miss)]);
        }
        table.row(row);
    }
    table
}

/// Who has the last seat, who missed it, and the smallest switch of votes that changes a seat.
fn last_seats(report: &CompareReport<'_>) -> Table {
    let words = report.words;
    let called = |party: usize| name(words, report.scenario, party);
    let of =
        |party: Option<usize>| party.map_or_else(String::new, |party| called(party).to_owned());
    let switched = |found: SmallestSwitch| {
        let mark = if found.away.is_smallest { "" } else { words.margins_unproved_mark };
        let votes = format!("{mark}{}", words.grouped(found.away.votes.into()));
        let values = [("votes", &*votes), ("from", called(found.from)), ("to", called(found.to))];
        fill(words.last_seat.switched, &values)
    };
    let mut table = Table::default()
        .words(words.compared_rules)
        .words(words.last_seat.won)
        .words(words.last_seat.missed)
        .words(words.last_seat.switch);
    for law in &report.comparison.laws {
        let last = law.last_seat();
        let switch = law.any_seat.map(switched).unwrap_or_default();
        table.row(vec![label(report, law), of(last.won), of(last.missed), switch]);
    }
    table
}

/// Laws without seats or with open ones, and how to read the tables.
fn remarks(report: &CompareReport<'_>) -> Page {
    let words = report.words;
    let mut page = Page::default();
    let own = report.scenario.preset;
    for preset in report.comparison.laws.iter().filter_map(|law| law.scenario.preset) {
        // What the scenario's own law leaves out stands above the tables.
        if let Some(what) = words.left_out(preset).filter(|_| own != Some(preset)) {
            page.say(words.provisions.leaves_out, &[("name", preset.name), ("what", &what)]);
        }
    }
    for law in &report.comparison.laws {
        let rules = label(report, law);
        match &law.outcome {
            Err(error) => {
                let values = [("rules", &*rules), ("reason", &error.to_string())];
                page.say(words.compared_refused, &values);
            }
            Ok(outcome) => {
                let allocation = &outcome.allocation;
                for (message, number) in [
                    (words.compared_open, allocation.open_seats()),
                    (words.compared_unfilled, allocation.unfilled_seats),
                    (words.compared_overhang, allocation.overhang_seats()),
                ] {
                    if number > 0 {
                        page.say(message, &[("rules", &rules), ("seats", &words.seats(number))]);
                    }
                }
            }
        }
    }
    let (shown, left_out) = columns(report);
    if left_out > 0 {
        let values = [("shown", &*shown.len().to_string()), ("left_out", &left_out.to_string())];
        page.say(words.last_seat.columns, &values);
    }
    page.say(words.compared_legend, &[]);
    page.say(words.last_seat.legend, &[("most", &MAX_COMPARED_SWITCHING_LISTS.to_string())]);
    page
}

fn drawn(report: &CompareReport<'_>, draws: u64) -> Page {
    let words = report.words;
    let scenario = report.scenario;
    let mut page = preamble::draw_notices(words, scenario);
    page.line(model::sentence(words, scenario, &scenario.model));
    page.append(model::clipped(words, scenario));
    let values = [("draws", &*words.grouped(draws.into())), ("seed", &report.seed.to_string())];
    page.say(words.compared_means, &values);
    page.table(means(report));
    page.gap();
    let paired = words.grouped(report.paired_draws().into());
    page.say(words.compared_pairs, &[("draws", &paired)]);
    page.table(pairs(report));
    page.gap();
    for law in &report.comparison.laws {
        let Some(outcomes) = law.drawn.as_ref().map(|drawn| drawn.outcomes) else { continue };
        for (message, number) in [
            (words.outcome_nobody, outcomes.nobody_admitted),
            (words.outcome_unfilled, outcomes.unfilled),
            (words.outcome_open_tie, outcomes.open_tie),
        ] {
            if number > 0 {
                let remark = fill(&continued(message), &[("draws", &words.grouped(number.into()))]);
                let values = [("rules", &*label(report, law)), ("remark", &remark)];
                page.say(words.compared_outcome, &values);
            }
        }
    }
    page.say(words.compared_pairs_legend, &[]);
    page
}

fn means(report: &CompareReport<'_>) -> Table {
    let (mut table, seated) = by_party(report);
    for law in &report.comparison.laws {
        let mut row = vec![label(report, law)];
        if let Some(drawn) = &law.drawn {
            row.extend(seated.iter().map(|&party| {
                let seats = &drawn.seats[party];
                report.words.with_error(seats.mean(), seats.mean_standard_error(), "")
            }));
        }
        table.row(row);
    }
    table
}

fn pairs(report: &CompareReport<'_>) -> Table {
    let words = report.words;
    let (mut table, seated) = by_party(report);
    table = table.numbers(words.compared_seats_differ).numbers(words.compared_majority_differs);
    for law in report.comparison.laws.iter().skip(1) {
        let mut row = vec![label(report, law)];
        if let Some(drawn) = &law.drawn {
            let pair = drawn.pair.iter();
            row.extend(
                pair.flat_map(|pair| seated.iter().map(|&party| difference(words, pair, party))),
            );
            let estimates = [drawn.seats_differ(), drawn.majority_differs()];
            row.extend(estimates.into_iter().flatten().map(|of| words.probability(of)));
        }
        table.row(row);
    }
    table
}

/// A mean difference, with its sign and its paired standard error.
fn difference(words: &Messages, pair: &Pair, party: usize) -> String {
    let sum = &pair.differences[party];
    let sign = if sum.mean() > 0.0 { "+" } else { "" };
    format!("{sign}{}", words.with_error(sum.mean(), sum.standard_error(), ""))
}
