//! Laws side by side as CSV, one row a law and list.

use super::CompareReport;
use super::allocation_csv::table;
use super::messages::Messages;
use super::rules_json::display_name;
use crate::analysis::{ComparedLaw, Estimate};
use crate::election::PartyKind;
use crate::measures::indices::catalogue;

pub(super) fn render(report: &CompareReport<'_>) -> String {
    let mut header: Vec<String> =
        ["law", "method", "threshold", "id", "name", "seats", "difference", "refused"]
            .map(str::to_owned)
            .to_vec();
    header.extend(catalogue().iter().map(|index| index.name.replace('-', "_")));
    let last = ["last_seat", "first_missed", "switch_votes", "switch_from", "switch_to"];
    header.extend(last.map(str::to_owned));
    let drawn = [
        "mean",
        "mean_se",
        "mean_difference",
        "mean_difference_se",
        "seats_differ",
        "seats_differ_se",
        "majority_differs",
        "majority_differs_se",
    ];
    if report.draws.is_some() {
        header.extend(drawn.map(str::to_owned));
    }
    table(header, report.comparison.laws.iter().flat_map(|law| rows(report.words, law)))
}

fn rows<'a>(
    words: &'a Messages,
    law: &'a ComparedLaw,
) -> impl Iterator<Item = Vec<String>> + use<'a> {
    let parties = law.scenario.parties.iter().enumerate();
    parties.filter(|(_, party)| party.kind == PartyKind::List).map(|(at, _)| row(words, law, at))
}

fn row(words: &Messages, law: &ComparedLaw, at: usize) -> Vec<String> {
    let ComparedLaw { scenario, outcome, differences, drawn, .. } = law;
    let party = &scenario.parties[at];
    let told = outcome.as_ref().ok();
    let mut row = vec![
        scenario.preset.map_or("", |preset| preset.name).to_owned(),
        scenario.law.method.to_string(),
        scenario.law.threshold_in(scenario.house.seats()).share.to_string(),
        party.id.clone(),
        display_name(words, party).to_owned(),
        cell(told.map(|outcome| outcome.allocation.seats[at])),
        cell(differences.get(at)),
        cell(outcome.as_ref().err()),
    ];
    let measured = told.and_then(|outcome| outcome.disproportionality.as_ref());
    row.extend(
        catalogue()
            .iter()
            .map(|index| cell(measured.and_then(|measured| index.value(&measured.indices)))),
    );
    let id = |party: usize| &scenario.parties[party].id;
    let (last, switch) = (law.last_seat(), law.any_seat);
    row.extend([last.won, last.missed].map(|party| cell(party.map(id))));
    row.push(cell(switch.map(|found| found.away.votes)));
    row.extend(
        [switch.map(|found| found.from), switch.map(|found| found.to)]
            .map(|party| cell(party.map(id))),
    );
    if let Some(drawn) = drawn {
        let seats = &drawn.seats[at];
        row.push(seats.mean().to_string());
        row.push(seats.mean_standard_error().to_string());
        let difference = drawn.pair.as_ref().map(|pair| pair.differences[at]);
        row.push(cell(difference.map(|sum| sum.mean())));
        row.push(cell(difference.map(|sum| sum.standard_error())));
        for estimate in [drawn.seats_differ(), drawn.majority_differs()] {
            row.push(cell(estimate.map(Estimate::probability)));
            row.push(cell(estimate.map(Estimate::standard_error)));
        }
    }
    row
}

/// A value as a cell, empty without one.
fn cell(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
