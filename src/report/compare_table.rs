//! Laws side by side as tables for people.

use super::CompareReport;
use super::allocation_table::name;
use super::messages::{EN, fill, seats};
use super::number::{grouped, probability, rounded, with_error};
use super::preamble::{self, push};
use super::table::Table;
use super::{model, polls};
use crate::analysis::ComparedLaw;
use crate::apportionment::Fraction;
use crate::simulation::Pair;

pub(super) fn render(report: &CompareReport<'_>) -> String {
    let scenario = report.scenario;
    let mut text = preamble::render(scenario);
    text.push_str(&polls::render(scenario));
    text.push('\n');
    text.push_str(&counted(report).render());
    text.push('\n');
    text.push_str(&measured(report).render());
    text.push('\n');
    text.push_str(&remarks(report));
    if let Some(draws) = report.draws {
        text.push('\n');
        text.push_str(&drawn(report, draws));
    }
    text.push('\n');
    text.push_str(&preamble::reproduce(scenario));
    text
}

/// What sets a law apart from the others: its name, or its method, with the threshold where several are
/// compared.
fn label(report: &CompareReport<'_>, law: &ComparedLaw) -> String {
    let laws = &report.comparison.laws;
    let share = |law: &ComparedLaw| law.scenario.law.threshold_in(law.scenario.house.seats()).share;
    let method = law.scenario.law.method.to_string();
    let has_names = laws.iter().any(|other| other.scenario.preset != laws[0].scenario.preset);
    match law.scenario.preset.filter(|_| has_names) {
        Some(preset) => preset.name.to_owned(),
        None if laws.iter().all(|other| share(other) == share(law)) => method,
        None => format!("{method}, {}", share(law)),
    }
}

/// A table of laws with a column for every party with seats.
fn by_party(report: &CompareReport<'_>) -> (Table, Vec<usize>) {
    let seated = report.comparison.seated();
    let table = seated.iter().fold(Table::default().words(EN.compared_rules), |table, &party| {
        table.numbers(name(report.scenario, party))
    });
    (table, seated)
}

fn counted(report: &CompareReport<'_>) -> Table {
    let (mut table, seated) = by_party(report);
    table = table.numbers(EN.compared_moved);
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
    let mut table = Table::default()
        .words(EN.compared_rules)
        .numbers("Gallagher")
        .numbers("Loosemore–Hanby")
        .numbers(EN.compared_effective)
        .numbers(EN.compared_wasted)
        .numbers(EN.compared_can_win)
        .numbers(EN.compared_can_miss);
    let percent = |share: f64| format!("{:.2} %", share * 100.0);
    let exact = |share: Fraction| {
        let hundredfold = Fraction::new(share.numerator * 100, share.denominator);
        format!("{} %", rounded(hundredfold, 3))
    };
    for law in &report.comparison.laws {
        let mut row = vec![label(report, law)];
        let found = law.outcome.as_ref().ok();
        match found.and_then(|outcome| outcome.disproportionality.as_ref()) {
            Some(of) => row.extend([
                percent(of.indices.gallagher),
                percent(of.indices.loosemore_hanby),
                format!("{:.2}", of.indices.effective_seats),
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

/// Laws without seats or with open ones, and how to read the tables.
fn remarks(report: &CompareReport<'_>) -> String {
    let mut text = String::new();
    for law in &report.comparison.laws {
        let rules = label(report, law);
        match &law.outcome {
            Err(error) => {
                let values = [("rules", &*rules), ("reason", &error.to_string())];
                push(&mut text, EN.compared_refused, &values);
            }
            Ok(outcome) => {
                let allocation = &outcome.allocation;
                for (message, number) in [
                    (EN.compared_open, allocation.open_seats()),
                    (EN.compared_unfilled, allocation.unfilled_seats),
                    (EN.compared_overhang, allocation.overhang_seats()),
                ] {
                    if number > 0 {
                        push(&mut text, message, &[("rules", &rules), ("seats", &seats(number))]);
                    }
                }
            }
        }
    }
    push(&mut text, EN.compared_legend, &[]);
    text
}

fn drawn(report: &CompareReport<'_>, draws: u64) -> String {
    let scenario = report.scenario;
    let mut text = preamble::draw_notices(scenario);
    text.push_str(&model::words(scenario, &scenario.model));
    text.push('\n');
    text.push_str(&model::clipped(scenario));
    let values = [("draws", &*grouped(draws.into())), ("seed", &report.seed.to_string())];
    push(&mut text, EN.compared_means, &values);
    text.push_str(&means(report).render());
    text.push('\n');
    let paired = grouped(report.paired_draws().into());
    push(&mut text, EN.compared_pairs, &[("draws", &paired)]);
    text.push_str(&pairs(report).render());
    text.push('\n');
    for law in &report.comparison.laws {
        let Some(outcomes) = law.drawn.as_ref().map(|drawn| drawn.outcomes) else { continue };
        for (message, number) in [
            (EN.outcome_nobody, outcomes.nobody_admitted),
            (EN.outcome_unfilled, outcomes.unfilled),
            (EN.outcome_open_tie, outcomes.open_tie),
        ] {
            if number > 0 {
                let remark = fill(message, &[("draws", &grouped(number.into()))]);
                let values = [("rules", &*label(report, law)), ("remark", &remark)];
                push(&mut text, EN.compared_outcome, &values);
            }
        }
    }
    push(&mut text, EN.compared_pairs_legend, &[]);
    text
}

fn means(report: &CompareReport<'_>) -> Table {
    let (mut table, seated) = by_party(report);
    for law in &report.comparison.laws {
        let mut row = vec![label(report, law)];
        if let Some(drawn) = &law.drawn {
            row.extend(seated.iter().map(|&party| {
                let seats = &drawn.seats[party];
                with_error(seats.mean(), seats.mean_standard_error(), "")
            }));
        }
        table.row(row);
    }
    table
}

fn pairs(report: &CompareReport<'_>) -> Table {
    let (mut table, seated) = by_party(report);
    table = table.numbers(EN.compared_seats_differ).numbers(EN.compared_majority_differs);
    for law in report.comparison.laws.iter().skip(1) {
        let mut row = vec![label(report, law)];
        if let Some(drawn) = &law.drawn {
            let pair = drawn.pair.iter();
            row.extend(pair.flat_map(|pair| seated.iter().map(|&party| difference(pair, party))));
            let estimates = [drawn.seats_differ(), drawn.majority_differs()];
            row.extend(estimates.into_iter().flatten().map(probability));
        }
        table.row(row);
    }
    table
}

/// A mean difference, with its sign and its paired standard error.
fn difference(pair: &Pair, party: usize) -> String {
    let sum = &pair.differences[party];
    let sign = if sum.mean() > 0.0 { "+" } else { "" };
    format!("{sign}{}", with_error(sum.mean(), sum.standard_error(), ""))
}
