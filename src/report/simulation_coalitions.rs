//! Coalitions over draws, as tables: those of the scenario, and every minimal winning one.

use super::SimulationReport;
use super::allocation_table::name;
use super::messages::{EN, fill};
use super::number::{grouped, probability, with_error};
use super::preamble::push;
use super::simulation_table::{estimates, figures, majority_headings};
use super::table::Table;
use crate::analysis::{ListPowerMean, WinningSets};

/// The most sets of a majority that a table shows.
const SHOWN: usize = 10;

/// The tables, each after an empty line.
pub(super) fn tables(report: &SimulationReport<'_>) -> String {
    let SimulationReport { summary, .. } = report;
    let mut text = String::new();
    if !summary.coalitions.is_empty() {
        text.push('\n');
        text.push_str(&watched(report).render());
        text.push('\n');
        text.push_str(&senses(report).render());
        push(&mut text, EN.senses_note, &[]);
    }
    for sets in &summary.winning_sets {
        text.push('\n');
        text.push_str(&minimal(report, sets));
    }
    text
}

/// The coalitions of the scenario: seats, and each majority.
fn watched(report: &SimulationReport<'_>) -> Table {
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

/// In which senses each coalition has each majority.
fn senses(report: &SimulationReport<'_>) -> Table {
    let SimulationReport { scenario, summary, .. } = report;
    let mut table = Table::default()
        .words(EN.coalitions)
        .words(EN.majority_column)
        .numbers(EN.p_all_seated)
        .numbers(EN.p_minimal)
        .numbers(EN.p_blocks);
    for coalition in &summary.coalitions {
        for (at, (majority, needed)) in summary.majorities.iter().enumerate() {
            table.row(vec![
                scenario.coalitions[coalition.coalition].name.clone(),
                fill(EN.majority_of, &[("name", majority), ("needed", &needed.to_string())]),
                probability(coalition.all_seated[at]),
                probability(coalition.minimal[at]),
                probability(coalition.blocks[at]),
            ]);
        }
    }
    table
}

/// The minimal winning sets of a majority and the power of every list.
fn minimal(report: &SimulationReport<'_>, sets: &WinningSets) -> String {
    let SimulationReport { scenario, summary, .. } = report;
    let (majority, needed) = &summary.majorities[sets.majority];
    let heading = [("name", majority.as_str()), ("needed", &needed.to_string())];
    let mut table = Table::default()
        .words(fill(EN.minimal_winning_of, &heading))
        .numbers(EN.p_minimal)
        .numbers(EN.p_wins);
    for set in sets.minimal.iter().take(SHOWN) {
        let members: Vec<&str> = set.parties.iter().map(|&party| name(scenario, party)).collect();
        table.row(vec![members.join(" + "), probability(set.minimal), probability(set.wins)]);
    }
    let mut text = table.render();
    let more = sets.minimal.len().saturating_sub(SHOWN);
    if more > 0 {
        push(&mut text, EN.drawn_sets_more, &[("sets", &grouped(more as u128))]);
    }
    if !sets.power.is_empty() {
        text.push('\n');
        text.push_str(&power(report, &sets.power, fill(EN.power_of, &heading)).render());
    }
    text
}

fn power(report: &SimulationReport<'_>, lists: &[ListPowerMean], heading: String) -> Table {
    let mut table =
        Table::default().words(heading).numbers(EN.banzhaf_mean).numbers(EN.shapley_shubik_mean);
    for list in lists {
        let mean = |sum: crate::simulation::RealSum| {
            with_error(100.0 * sum.mean(), 100.0 * sum.standard_error(), " %")
        };
        table.row(vec![
            name(report.scenario, list.party).to_owned(),
            mean(list.banzhaf),
            mean(list.shapley_shubik),
        ]);
    }
    table
}
