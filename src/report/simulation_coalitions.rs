//! Coalitions over draws, as tables: those of the scenario, and every minimal winning one.

use super::SimulationReport;
use super::allocation_table::name;
use super::messages::fill;
use super::page::Page;
use super::simulation_table::{estimates, figures, majority_headings};
use super::table::Table;
use crate::analysis::{ListPowerMean, WinningSets};

/// The most sets of a majority that a table shows.
const SHOWN: usize = 10;

/// The tables, each after an empty line.
pub(super) fn tables(report: &SimulationReport<'_>) -> Page {
    let SimulationReport { summary, .. } = report;
    let mut page = Page::default();
    if !summary.coalitions.is_empty() {
        page.gap();
        page.table(watched(report));
        page.gap();
        page.table(senses(report));
        page.say(report.words.senses_note, &[]);
    }
    for sets in &summary.winning_sets {
        page.gap();
        page.append(minimal(report, sets));
    }
    page
}

/// The coalitions of the scenario: seats, and each majority.
fn watched(report: &SimulationReport<'_>) -> Table {
    let words = report.words;
    let SimulationReport { scenario, summary, .. } = report;
    let table = Table::default()
        .words(words.coalitions)
        .numbers(words.mean)
        .numbers(words.median)
        .numbers(words.interval_50)
        .numbers(words.interval_90);
    let mut table = majority_headings(words, table, &summary.majorities);
    for coalition in &summary.coalitions {
        let mut row = vec![scenario.coalitions[coalition.coalition].name.clone()];
        row.extend(figures(words, &coalition.seats));
        row.extend(estimates(words, &coalition.majorities));
        table.row(row);
    }
    table
}

/// In which senses each coalition has each majority.
fn senses(report: &SimulationReport<'_>) -> Table {
    let words = report.words;
    let SimulationReport { scenario, summary, .. } = report;
    let mut table = Table::default()
        .words(words.coalitions)
        .words(words.majority_column)
        .numbers(words.p_all_seated)
        .numbers(words.p_minimal)
        .numbers(words.p_blocks);
    for coalition in &summary.coalitions {
        for (at, (majority, needed)) in summary.majorities.iter().enumerate() {
            table.row(vec![
                scenario.coalitions[coalition.coalition].name.clone(),
                fill(words.majority_of, &[("name", majority), ("needed", &needed.to_string())]),
                words.probability(coalition.all_seated[at]),
                words.probability(coalition.minimal[at]),
                words.probability(coalition.blocks[at]),
            ]);
        }
    }
    table
}

/// The minimal winning sets of a majority and the power of every list.
fn minimal(report: &SimulationReport<'_>, sets: &WinningSets) -> Page {
    let words = report.words;
    let SimulationReport { scenario, summary, .. } = report;
    let (majority, needed) = &summary.majorities[sets.majority];
    let heading = [("name", majority.as_str()), ("needed", &needed.to_string())];
    let mut table = Table::default()
        .words(fill(words.minimal_winning_of, &heading))
        .numbers(words.p_minimal)
        .numbers(words.p_wins);
    for set in sets.minimal.iter().take(SHOWN) {
        let members: Vec<&str> =
            set.parties.iter().map(|&party| name(words, scenario, party)).collect();
        table.row(vec![
            members.join(" + "),
            words.probability(set.minimal),
            words.probability(set.wins),
        ]);
    }
    let mut page = Page::default();
    page.table(table);
    let more = sets.minimal.len().saturating_sub(SHOWN);
    if more > 0 {
        page.say(words.drawn_sets_more, &[("sets", &words.grouped(more as u128))]);
    }
    if !sets.power.is_empty() {
        page.gap();
        page.table(power(report, &sets.power, fill(words.power_of, &heading)));
    }
    page
}

fn power(report: &SimulationReport<'_>, lists: &[ListPowerMean], heading: String) -> Table {
    let words = report.words;
    let mut table = Table::default()
        .words(heading)
        .numbers(words.banzhaf_mean)
        .numbers(words.shapley_shubik_mean);
    for list in lists {
        let mean = |sum: crate::simulation::RealSum| {
            words.with_error(100.0 * sum.mean(), 100.0 * sum.standard_error(), " %")
        };
        table.row(vec![
            name(words, report.scenario, list.party).to_owned(),
            mean(list.banzhaf),
            mean(list.shapley_shubik),
        ]);
    }
    table
}
