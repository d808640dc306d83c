//! Votes away from a seat as CSV: one row a figure.

use super::AllocationReport;
use super::allocation_csv::table;
use super::margins_json::obstacle_word;
use crate::analysis::{ListMargins, Margins, Obstacle, Switch, ThresholdMargin, VotesAway};
use crate::scenario::Scenario;

/// `from` and `to` are empty where votes come from nobody, or go to nobody.
const HEADER: [&str; 6] = ["change", "from", "to", "votes", "smallest", "obstacle"];

pub(super) fn render(report: &AllocationReport<'_>, margins: &Margins) -> String {
    let scenario = report.scenario;
    let lists = margins.lists.iter().flat_map(|list| of_list(scenario, list));
    let switches = margins.switches.iter().flat_map(|switch| of_switch(scenario, switch));
    let smallest = [("any-seat", margins.any_seat), ("majority", margins.majority)];
    let smallest = smallest.into_iter().filter_map(|(change, found)| {
        let found = found?;
        Some(row(change, [id(scenario, found.from), id(scenario, found.to)], Ok(found.away)))
    });
    table(HEADER.map(str::to_owned).to_vec(), lists.chain(switches).chain(smallest))
}

fn id(scenario: &Scenario, party: usize) -> &str {
    &scenario.parties[party].id
}

fn of_list(scenario: &Scenario, list: &ListMargins) -> Vec<Vec<String>> {
    let id = id(scenario, list.party);
    // Closed forms: what they do not give, no number of votes does.
    let exact = |votes: Option<u64>| {
        let away = votes.map(|votes| VotesAway { votes, is_smallest: true });
        away.ok_or("out-of-reach")
    };
    let own = |found: Result<VotesAway, Obstacle>| found.map_err(obstacle_word);
    let mut rows =
        vec![row("gain", ["", id], own(list.gain)), row("lose", [id, ""], own(list.lose))];
    match list.threshold {
        ThresholdMargin::Missing { new, switched } => {
            rows.push(row("pass-threshold", ["", id], exact(new)));
            rows.push(row("pass-threshold-switched", ["others", id], exact(switched)));
        }
        ThresholdMargin::Slack { away, switched } => {
            rows.push(row("threshold-slack", [id, ""], exact(Some(away))));
            rows.push(row("threshold-slack-switched", [id, "others"], exact(Some(switched))));
        }
        ThresholdMargin::Other => {}
    }
    rows
}

fn of_switch(scenario: &Scenario, switch: &Switch) -> [Vec<String>; 2] {
    let parties = [id(scenario, switch.from), id(scenario, switch.to)];
    let of = |change, away: Option<VotesAway>| {
        row(change, parties, away.ok_or(obstacle_word(Obstacle::NotFound)))
    };
    [of("gain-switched", switch.gain), of("lose-switched", switch.lose)]
}

fn row(change: &str, [from, to]: [&str; 2], found: Result<VotesAway, &'static str>) -> Vec<String> {
    let mut cells = vec![change.to_owned(), from.to_owned(), to.to_owned()];
    match found {
        Ok(away) => {
            cells.extend([away.votes.to_string(), away.is_smallest.to_string(), String::new()]);
        }
        Err(obstacle) => {
            cells.extend([String::new(), String::new(), obstacle.to_owned()]);
        }
    }
    cells
}
