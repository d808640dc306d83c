//! A simulation as tables for people.

use super::SimulationReport;
use super::allocation_table::name;
use super::messages::{EN, fill};
use super::model;
use super::number::{grouped, probability, with_error};
use super::preamble::{self, push};
use super::simulation_coalitions;
use super::table::Table;
use super::{comparison, polls};
use crate::analysis::{Estimate, PartySummary, SeatDistribution};

pub(super) fn render(report: &SimulationReport<'_>) -> String {
    let SimulationReport { scenario, summary, seed, .. } = report;
    let mut text = preamble::render(scenario);
    text.push_str(&preamble::draw_notices(scenario));
    text.push_str(&model::words(scenario, &scenario.model));
    text.push('\n');
    text.push_str(&model::clipped(scenario));
    let votes = grouped(scenario.ballots.valid_votes());
    push(&mut text, EN.valid_votes_drawn, &[("votes", &votes)]);
    let draws = grouped(summary.draws.into());
    push(&mut text, EN.run, &[("draws", &draws), ("seed", &seed.to_string())]);
    text.push_str(&polls::render(scenario));
    text.push('\n');
    text.push_str(&seats(report).render());
    text.push('\n');
    text.push_str(&probabilities(report).render());
    if !report.asked.is_empty() {
        text.push('\n');
        text.push_str(&asked(report).render());
    }
    text.push_str(&comparison::render(report));
    text.push_str(&simulation_coalitions::tables(report));
    text.push('\n');
    text.push_str(&house(report));
    let hits = summary.tied_draws;
    if hits > 0 {
        let share = probability(Estimate { hits, draws: summary.draws });
        let values = [("draws", &*grouped(hits.into())), ("share", &share)];
        push(&mut text, EN.tied_draws, &values);
    }
    for (message, draws) in [
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
pub(super) fn figures(seats: &SeatDistribution) -> Vec<String> {
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
    let is_open = |party: &PartySummary| party.seats_if_admitted.draws() < summary.draws;
    let conditional = summary.parties.iter().any(is_open);
    if conditional {
        table = table.numbers(EN.if_admitted);
    }
    if let Some(draw) = &summary.representative {
        let number = grouped(draw.draw.into());
        table = table.numbers(fill(EN.representative, &[("draw", &number)]));
    }
    for party in &summary.parties {
        let mut row = vec![name(scenario, party.party).to_owned()];
        row.push(
            count.map_or_else(String::new, |count| count.parties[party.party].seats.to_string()),
        );
        row.extend(figures(&party.seats));
        if conditional {
            row.push(if_admitted(party));
        }
        row.extend(summary.representative.as_ref().map(|draw| draw.seats[party.party].to_string()));
        table.row(row);
    }
    table
}

/// The median and the 90 % interval in the draws in which a list takes part.
fn if_admitted(party: &PartySummary) -> String {
    let seats = &party.seats_if_admitted;
    if seats.draws() == 0 {
        return String::new();
    }
    let (low, high) = seats.interval(90);
    format!("{} ({low}–{high})", seats.percentile(50))
}

pub(super) fn majority_headings(mut table: Table, majorities: &[(String, u32)]) -> Table {
    for (name, needed) in majorities {
        let values = [("name", name.as_str()), ("needed", &needed.to_string())];
        table = table.numbers(fill(EN.p_majority, &values));
    }
    table
}

pub(super) fn estimates(estimates: &[Estimate]) -> impl Iterator<Item = String> {
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

/// The probabilities that were asked for.
fn asked(report: &SimulationReport<'_>) -> Table {
    let mut table = Table::default().words(EN.asked).numbers(EN.asked_probability);
    for (event, estimate) in report.asked {
        table.row(vec![event.to_string(), probability(*estimate)]);
    }
    table
}

/// How many lists have seats, the main indices, and by which rule the run stopped.
fn house(report: &SimulationReport<'_>) -> String {
    let SimulationReport { summary, .. } = report;
    let mut text = String::new();
    let lists = &summary.lists_with_seats;
    let shares: Vec<String> = (0_u32..)
        .zip(lists.counts())
        .filter(|&(_, &count)| count > 0)
        .map(|(number, &hits)| {
            let share = probability(Estimate { hits, draws: summary.draws });
            fill(EN.lists_in, &[("lists", &number.to_string()), ("share", &share)])
        })
        .collect();
    push(&mut text, EN.lists_with_seats, &[("shares", &shares.join(", "))]);
    let index = |name: &str, scale: f64, unit| {
        let found = summary.indices.iter().find(|(known, _)| *known == name);
        let found = found.filter(|(_, sum)| sum.draws() > 0);
        found.map(|(_, sum)| with_error(scale * sum.mean(), scale * sum.standard_error(), unit))
    };
    if let (Some(gallagher), Some(votes), Some(seats), Some(wasted)) = (
        index("gallagher", 100.0, ""),
        index("effective_votes", 1.0, ""),
        index("effective_seats", 1.0, ""),
        index("wasted_votes", 100.0, " %"),
    ) {
        let draws = summary.indices.first().map_or(0, |(_, sum)| sum.draws());
        let values = [
            ("gallagher", gallagher.as_str()),
            ("votes", &votes),
            ("seats", &seats),
            ("wasted", &wasted),
            ("draws", &grouped(draws.into())),
        ];
        push(&mut text, EN.indices_over_draws, &values);
    }
    if let Some(target) = report.target {
        let event = target.event.as_ref().map_or(EN.every_probability.to_owned(), |event| {
            fill(EN.probability_of, &[("event", &event.to_string())])
        });
        let reached = if target.is_reached(summary) { EN.target_reached } else { EN.target_missed };
        let values = [("event", &*event), ("precision", &target.precision.to_string())];
        push(&mut text, reached, &values);
    }
    text
}
