//! A simulation as tables for people.

use super::SimulationReport;
use super::allocation_table::name;
use super::messages::{EN, fill};
use super::number::{grouped, probability, with_error};
use super::preamble::{self, push};
use super::table::Table;
use super::{comparison, polls};
use crate::analysis::{Estimate, SeatDistribution};

pub(super) fn render(report: &SimulationReport<'_>) -> String {
    let SimulationReport { scenario, summary, seed, .. } = report;
    let mut text = preamble::render(scenario);
    text.push_str(&preamble::draw_notices(scenario));
    push(&mut text, &preamble::model(&scenario.model), &[]);
    let votes = grouped(scenario.ballots.valid_votes());
    push(&mut text, EN.valid_votes_drawn, &[("votes", &votes)]);
    let draws = grouped(summary.draws.into());
    push(&mut text, EN.run, &[("draws", &draws), ("seed", &seed.to_string())]);
    text.push_str(&polls::render(scenario));
    text.push('\n');
    text.push_str(&seats(report).render());
    text.push('\n');
    text.push_str(&probabilities(report).render());
    if !summary.coalitions.is_empty() {
        text.push('\n');
        text.push_str(&coalitions(report).render());
    }
    text.push_str(&comparison::render(report));
    text.push('\n');
    for (message, draws) in [
        (EN.tied_draws, summary.tied_draws),
        (EN.outcome_nobody, summary.outcomes.nobody_admitted),
        (EN.outcome_unfilled, summary.outcomes.unfilled),
        (EN.outcome_open_tie, summary.outcomes.open_tie),
    ] {
        if draws > 0 {
            push(&mut text, message, &[("draws", &grouped(draws.into()))]);
        }
    }
    push(&mut text, EN.error_note, &[]);
    text.push_str(&preamble::reproduce(scenario));
    text
}

/// Mean, median and intervals of a distribution, as cells.
fn figures(seats: &SeatDistribution) -> Vec<String> {
    let interval = |low, high| format!("{}–{}", seats.percentile(low), seats.percentile(high));
    vec![
        with_error(seats.mean(), seats.mean_standard_error(), ""),
        seats.percentile(50).to_string(),
        interval(25, 75),
        interval(5, 95),
    ]
}

fn seats(report: &SimulationReport<'_>) -> Table {
    let SimulationReport { scenario, summary, count, .. } = report;
    let mut table = Table::default()
        .words(EN.party)
        .numbers(EN.count_seats)
        .numbers(EN.mean)
        .numbers(EN.median)
        .numbers(EN.interval_50)
        .numbers(EN.interval_90);
    for party in &summary.parties {
        let mut row = vec![name(scenario, party.party).to_owned()];
        row.push(
            count.map_or_else(String::new, |count| count.parties[party.party].seats.to_string()),
        );
        row.extend(figures(&party.seats));
        table.row(row);
    }
    table
}

fn majority_headings(mut table: Table, majorities: &[(String, u32)]) -> Table {
    for (name, needed) in majorities {
        let values = [("name", name.as_str()), ("needed", &needed.to_string())];
        table = table.numbers(fill(EN.p_majority, &values));
    }
    table
}

fn estimates(estimates: &[Estimate]) -> impl Iterator<Item = String> {
    estimates.iter().copied().map(probability)
}

fn probabilities(report: &SimulationReport<'_>) -> Table {
    let SimulationReport { scenario, summary, .. } = report;
    let table = Table::default()
        .words(EN.party)
        .numbers(EN.p_no_seats)
        .numbers(EN.p_passes)
        .numbers(EN.p_largest);
    let mut table = majority_headings(table, &summary.majorities);
    for party in &summary.parties {
        let mut row = vec![name(scenario, party.party).to_owned()];
        row.extend(estimates(&[party.no_seats, party.passes_threshold, party.largest]));
        row.extend(estimates(&party.majorities));
        table.row(row);
    }
    let mut row = vec![EN.any_list.to_owned(), String::new(), String::new(), String::new()];
    row.extend(estimates(&summary.any_majority));
    table.row(row);
    table
}

fn coalitions(report: &SimulationReport<'_>) -> Table {
    let SimulationReport { scenario, summary, .. } = report;
    let table = Table::default()
        .words(EN.coalitions)
        .numbers(EN.mean)
        .numbers(EN.median)
        .numbers(EN.interval_50)
        .numbers(EN.interval_90);
    let mut table = majority_headings(table, &summary.majorities);
    for coalition in &summary.coalitions {
        let mut row = vec![scenario.coalitions[coalition.coalition].name.clone()];
        row.extend(figures(&coalition.seats));
        row.extend(estimates(&coalition.majorities));
        table.row(row);
    }
    table
}
