//! The coalitions of a count as CSV: one row a set, a coalition of the scenario, or a list and its power.

use super::AllocationReport;
use super::allocation_csv::table;
use super::allocation_json::approximate;
use super::coalitions_json::standing_word;
use super::rules_json::ids;
use crate::analysis::{
    CoalitionAnalysis, ListPower, MajorityAnalysis, MinimalSet, WatchedCoalition,
};
use crate::scenario::Scenario;

const HEADER: [&str; 15] = [
    "majority",
    "needed",
    "kind",
    "name",
    "parties",
    "seats",
    "surplus",
    "wins",
    "wins_together",
    "minimal",
    "critical",
    "banzhaf",
    "penrose",
    "shapley_shubik",
    "standing",
];

pub(super) fn render(report: &AllocationReport<'_>, analysis: &CoalitionAnalysis) -> String {
    let rows = analysis.majorities.iter().flat_map(|majority| rows(report, majority));
    table(HEADER.map(str::to_owned).to_vec(), rows)
}

fn rows(report: &AllocationReport<'_>, majority: &MajorityAnalysis) -> Vec<Vec<String>> {
    let scenario = report.scenario;
    let winning = majority.winning.listed.iter();
    let winning = winning.map(|found| set(scenario, "minimal-winning", majority.needed, found));
    let blocking_needed = majority.blocking_needed.unwrap_or(0);
    let blocking = majority.blocking.listed.iter();
    let blocking = blocking.map(|found| set(scenario, "minimal-blocking", blocking_needed, found));
    let coalitions = majority.coalitions.iter();
    let coalitions = coalitions.map(|watched| coalition(report, majority.needed, watched));
    let lists = majority.power.iter().flatten();
    let lists = lists.map(|list| power(scenario, majority.needed, list));
    let rows = winning.chain(blocking).chain(coalitions).chain(lists);
    rows.map(|cells| row(&majority.name, cells)).collect()
}

/// The name of the majority, the cells, and empty ones for the columns of other kinds.
fn row(majority: &str, cells: Vec<String>) -> Vec<String> {
    let mut row = vec![majority.to_owned()];
    row.extend(cells);
    row.resize(HEADER.len(), String::new());
    row
}

fn set(scenario: &Scenario, kind: &str, needed: u32, set: &MinimalSet) -> Vec<String> {
    vec![
        needed.to_string(),
        kind.to_owned(),
        String::new(),
        ids(scenario, &set.members).join(" "),
        set.seats.to_string(),
        set.surplus.to_string(),
    ]
}

/// A missed majority has a surplus below zero.
fn coalition(
    report: &AllocationReport<'_>,
    needed: u32,
    watched: &WatchedCoalition,
) -> Vec<String> {
    let scenario = report.scenario;
    let coalition = &scenario.coalitions[watched.coalition];
    vec![
        needed.to_string(),
        "coalition".to_owned(),
        coalition.name.in_language(report.words.code).to_owned(),
        ids(scenario, &coalition.members).join(" "),
        watched.seats.to_string(),
        (i64::from(watched.seats) - i64::from(needed)).to_string(),
        watched.senses.wins.to_string(),
        watched.senses.wins_together.to_string(),
        watched.senses.minimal.to_string(),
        ids(scenario, &watched.critical).join(" "),
    ]
}

fn power(scenario: &Scenario, needed: u32, list: &ListPower) -> Vec<String> {
    let mut cells = vec![
        needed.to_string(),
        "list".to_owned(),
        String::new(),
        scenario.parties[list.party].id.clone(),
        list.seats.to_string(),
    ];
    // As far as the columns of power, without the majority itself.
    cells.resize(HEADER.len() - 5, String::new());
    let indices = [list.banzhaf, list.penrose, list.shapley_shubik];
    cells.extend(indices.map(|index| approximate(index).to_string()));
    cells.push(standing_word(list.standing).to_owned());
    cells
}
