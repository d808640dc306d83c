//! A simulation as tables for people.

use super::SimulationReport;
use super::allocation_table::name;
use super::messages::{Messages, fill};
use super::model;
use super::page::Page;
use super::preamble;
use super::simulation_coalitions;
use super::table::Table;
use super::{comparison, polls};
use crate::analysis::{Estimate, MatterPower, PartySummary, SeatDistribution};

pub(super) fn page(report: &SimulationReport<'_>) -> Page {
    let words = report.words;
    let scenario = report.scenario;
    let mut page = preamble::page(words, scenario);
    page.append(run(report));
    page.append(polls::page(words, scenario));
    page.gap();
    page.append(result(report));
    page.append(preamble::reproduce(words, scenario));
    page
}

/// The model, and what was drawn from it.
pub(super) fn run(report: &SimulationReport<'_>) -> Page {
    let words = report.words;
    let SimulationReport { scenario, summary, seed, .. } = report;
    let mut page = preamble::draw_notices(words, scenario);
    page.line(model::sentence(words, scenario, &scenario.model));
    page.append(model::clipped(words, scenario));
    let votes = words.grouped(scenario.ballots.valid_votes());
    page.say(words.valid_votes_drawn, &[("votes", &votes)]);
    let draws = words.grouped(summary.draws.into());
    page.say(words.run, &[("draws", &draws), ("seed", &seed.to_string())]);
    page
}

/// Seats, probabilities, coalitions, and what the tables cannot say.
pub(super) fn result(report: &SimulationReport<'_>) -> Page {
    let words = report.words;
    let SimulationReport { summary, .. } = report;
    let mut page = Page::default();
    page.table(seats(report));
    page.gap();
    page.table(probabilities(report));
    if !report.asked.is_empty() {
        page.gap();
        page.table(asked(report));
    }
    page.append(comparison::page(report));
    page.append(simulation_coalitions::tables(report));
    page.append(decisions(report));
    page.gap();
    page.append(house(report));
    // Every tie that stays open is told as one below.
    let hits = summary.tied_draws - summary.outcomes.open_tie;
    if hits > 0 {
        let share = words.probability(Estimate { hits, draws: summary.draws });
        let values = [("draws", &*words.grouped(hits.into())), ("share", &share)];
        page.say(words.tied_draws, &values);
    }
    for (message, draws) in [
        (words.outcome_nobody, summary.outcomes.nobody_admitted),
        (words.outcome_unfilled, summary.outcomes.unfilled),
        (words.outcome_open_tie, summary.outcomes.open_tie),
    ] {
        if draws > 0 {
            page.say(message, &[("draws", &words.grouped(draws.into()))]);
        }
    }
    page.say(words.error_note, &[]);
    page
}

/// Mean, median and intervals of a distribution, as cells.
pub(super) fn figures(words: &Messages, seats: &SeatDistribution) -> Vec<String> {
    let interval = |low, high| format!("{}–{}", seats.percentile(low), seats.percentile(high));
    vec![
        words.with_error(seats.mean(), seats.mean_standard_error(), ""),
        seats.percentile(50).to_string(),
        interval(25, 75),
        interval(5, 95),
    ]
}

fn seats(report: &SimulationReport<'_>) -> Table {
    let words = report.words;
    let SimulationReport { scenario, summary, count, .. } = report;
    let mut table = Table::default()
        .words(words.party)
        .numbers(words.count_seats)
        .numbers(words.mean)
        .numbers(words.median)
        .numbers(words.interval_50)
        .numbers(words.interval_90);
    let is_open = |party: &PartySummary| party.seats_if_admitted.draws() < summary.draws;
    let conditional = summary.parties.iter().any(is_open);
    if conditional {
        table = table.numbers(words.if_admitted);
    }
    if let Some(draw) = &summary.representative {
        let number = words.grouped(draw.draw.into());
        table = table.numbers(fill(words.representative, &[("draw", &number)]));
    }
    for party in &summary.parties {
        let mut row = vec![name(words, scenario, party.party).to_owned()];
        row.push(
            count.map_or_else(String::new, |count| count.parties[party.party].seats.to_string()),
        );
        row.extend(figures(words, &party.seats));
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

pub(super) fn majority_headings(
    words: &Messages,
    mut table: Table,
    majorities: &[(String, u32)],
) -> Table {
    for (name, needed) in majorities {
        let values = [("name", &*words.majority(name)), ("needed", &needed.to_string())];
        table = table.numbers(fill(words.p_majority, &values));
    }
    table
}

pub(super) fn estimates<'a>(
    words: &'a Messages,
    estimates: &'a [Estimate],
) -> impl Iterator<Item = String> + use<'a> {
    estimates.iter().copied().map(|of| words.probability(of))
}

fn probabilities(report: &SimulationReport<'_>) -> Table {
    let words = report.words;
    let SimulationReport { scenario, summary, .. } = report;
    let table = Table::default()
        .words(words.party)
        .numbers(words.p_no_seats)
        .numbers(words.p_passes)
        .numbers(words.p_largest);
    let mut table = majority_headings(words, table, &summary.majorities);
    for party in &summary.parties {
        let mut row = vec![name(words, scenario, party.party).to_owned()];
        row.extend(estimates(words, &[party.no_seats, party.passes_threshold, party.largest]));
        row.extend(estimates(words, &party.majorities));
        table.row(row);
    }
    let mut row = vec![words.any_list.to_owned(), String::new(), String::new(), String::new()];
    row.extend(estimates(words, &summary.any_majority));
    table.row(row);
    table
}

/// Who can decide what, after an empty line, where the law has a table of decisions.
fn decisions(report: &SimulationReport<'_>) -> Page {
    let matters = MatterPower::of_draws(report.scenario, report.summary);
    let mut page = Page::default();
    if !matters.is_empty() {
        page.gap();
        page.append(super::decisions::of_draws(report.words, report.scenario, &matters));
    }
    page
}

/// The probabilities that were asked for.
fn asked(report: &SimulationReport<'_>) -> Table {
    let words = report.words;
    let mut table = Table::default().words(words.asked).numbers(words.asked_probability);
    for (question, estimate) in report.asked {
        // A condition that holds in no draw leaves nothing to count.
        let probability = match estimate.draws {
            0 => words.condition_never_holds.to_owned(),
            _ => words.probability(*estimate),
        };
        table.row(vec![question.to_string(), probability]);
    }
    table
}

/// How many lists have seats, the main indices, and by which rule the run stopped.
fn house(report: &SimulationReport<'_>) -> Page {
    let words = report.words;
    let SimulationReport { summary, .. } = report;
    let mut page = Page::default();
    let lists = &summary.lists_with_seats;
    let shares: Vec<String> = (0_u32..)
        .zip(lists.counts())
        .filter(|&(_, &count)| count > 0)
        .map(|(number, &hits)| {
            let share = words.probability(Estimate { hits, draws: summary.draws });
            fill(words.lists_in, &[("lists", &number.to_string()), ("share", &share)])
        })
        .collect();
    page.say(words.lists_with_seats, &[("shares", &shares.join(", "))]);
    let index = |name: &str, scale: f64, unit| {
        let found = summary.indices.iter().find(|(known, _)| *known == name);
        let found = found.filter(|(_, sum)| sum.draws() > 0);
        found.map(|(_, sum)| {
            words.with_error(scale * sum.mean(), scale * sum.standard_error(), unit)
        })
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
            ("draws", &words.grouped(draws.into())),
        ];
        page.say(words.indices_over_draws, &values);
    }
    if let Some(target) = report.target {
        let event = target.event.as_ref().map_or(words.every_probability.to_owned(), |event| {
            fill(words.probability_of, &[("event", &event.to_string())])
        });
        let reached =
            if target.is_reached(summary) { words.target_reached } else { words.target_missed };
        let values = [("event", &*event), ("precision", &target.precision.to_string())];
        page.say(reached, &values);
    }
    page
}
