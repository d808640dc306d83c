//! The coalitions of a count as CSV: one row a set, a coalition of the scenario, or a list and its power; then
//! one row for everybody who can decide a matter or block it, or one without a name if nobody can.

use super::AllocationReport;
use super::allocation_csv::table;
use super::allocation_json::approximate;
use super::coalitions_json::standing_word;
use super::rules_json::ids;
use crate::analysis::{
    Actor, CoalitionAnalysis, ListPower, MajorityAnalysis, MatterPower, MinimalSet,
    WatchedCoalition,
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

/// The columns behind them where the law has a table of decisions.
const OF_DECISIONS: [&str; 3] = ["matter", "article", "blocks"];

pub(super) fn render(report: &AllocationReport<'_>, analysis: &CoalitionAnalysis) -> String {
    let mut header = HEADER.to_vec();
    if !analysis.decisions.is_empty() {
        header.extend(OF_DECISIONS);
    }
    let rows = analysis.majorities.iter().flat_map(|majority| rows(report, majority));
    let decisions = analysis.decisions.iter().flat_map(|matter| decision(report, matter));
    let cells = rows.chain(decisions).map(|mut row| {
        row.resize(header.len(), String::new());
        row
    });
    table(header.iter().map(|&column| column.to_owned()).collect(), cells)
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
    cells.resize(10, String::new());
    let indices = [list.banzhaf, list.penrose, list.shapley_shubik];
    cells.extend(indices.map(|index| approximate(index).to_string()));
    cells.push(standing_word(list.standing).to_owned());
    cells
}

/// The rows of a matter; the surplus of those who can only block is below zero.
fn decision(report: &AllocationReport<'_>, matter: &MatterPower<bool>) -> Vec<Vec<String>> {
    let AllocationReport { scenario, outcome, words, .. } = *report;
    let MatterPower { decision, needed, actors } = matter;
    let row = |who: [String; 4], wins: bool, blocks: Option<bool>| {
        let columns: Vec<&str> = HEADER.into_iter().chain(OF_DECISIONS).collect();
        let mut row = vec![String::new(); columns.len()];
        let [name, parties, seats, surplus] = who;
        for (column, cell) in [
            ("needed", needed.map_or_else(String::new, |needed| needed.to_string())),
            ("kind", decision.requirement.kind().to_owned()),
            ("name", name),
            ("parties", parties),
            ("seats", seats),
            ("surplus", surplus),
            ("wins", wins.to_string()),
            ("matter", decision.matter.id().to_owned()),
            ("article", decision.article.to_owned()),
            ("blocks", blocks.map_or_else(String::new, |blocks| blocks.to_string())),
        ] {
            let at = columns.iter().position(|known| *known == column);
            row[at.expect("a column of the header")] = cell;
        }
        row
    };
    let mut rows = Vec::new();
    for of in actors.iter().filter(|of| of.reaches || of.blocks == Some(true)) {
        let (name, members, seats) = match of.actor {
            Actor::List(party) => {
                (String::new(), ids(scenario, &[party]), outcome.parties[party].seats)
            }
            Actor::Coalition(coalition) => {
                let about = &scenario.coalitions[coalition];
                let name = about.name.in_language(words.code).to_owned();
                (name, ids(scenario, &about.members), outcome.coalition_seats[coalition])
            }
        };
        let surplus = needed.map_or(0, |needed| i64::from(seats) - i64::from(needed));
        let who = [name, members.join(" "), seats.to_string(), surplus.to_string()];
        rows.push(row(who, of.reaches, of.blocks));
    }
    if rows.is_empty() {
        rows.push(row(Default::default(), false, None));
    }
    rows
}
