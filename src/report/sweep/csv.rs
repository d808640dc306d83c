//! A sweep as CSV, one row a point and list.

use super::super::allocation_csv::table;
use super::super::rules_json::display_name;
use super::SweepReport;
use crate::analysis::{DrawnParty, Estimate, SweepPoint};
use crate::election::PartyKind;

pub(super) fn render(report: &SweepReport<'_>) -> String {
    table(header(report), report.sweep.points.iter().flat_map(|point| rows(report, point)))
}

fn header(report: &SweepReport<'_>) -> Vec<String> {
    let mut header: Vec<String> = Vec::new();
    for columns in [["vary", "value", "value_number"], ["vary2", "value2", "value2_number"]]
        .iter()
        .take(report.sweep.axes.len())
    {
        header.extend(columns.map(str::to_owned));
    }
    let counted = [
        "own",
        "id",
        "name",
        "seats",
        "difference",
        "admitted",
        "house_size",
        "majority_holder",
        "gallagher",
        "wasted_votes",
        "refused",
    ];
    header.extend(counted.map(str::to_owned));
    if report.draws.is_some() {
        let drawn = ["mean", "takes_part", "majority"].map(str::to_owned).into_iter();
        let named = report.scenario.house.majorities().into_iter();
        let named = named.map(|(name, _)| format!("majority_{name}"));
        for column in drawn.chain(named) {
            let error = format!("{column}_se");
            header.extend([column, error]);
        }
        header.push("drawing_refused".to_owned());
    }
    header
}

fn rows<'a>(
    report: &'a SweepReport<'a>,
    point: &'a SweepPoint,
) -> impl Iterator<Item = Vec<String>> + 'a {
    let parties = report.scenario.parties.iter().enumerate();
    parties
        .filter(|(_, party)| party.kind == PartyKind::List)
        .map(move |(party, _)| row(report, point, party))
}

fn row(report: &SweepReport<'_>, point: &SweepPoint, at: usize) -> Vec<String> {
    let party = &report.scenario.parties[at];
    let id = |party: usize| &report.scenario.parties[party].id;
    let mut row = Vec::new();
    for (axis, value) in report.sweep.axes.iter().zip(&point.values) {
        row.push(axis.vary().to_string());
        row.push(cell(*value));
        row.push(cell(value.and_then(crate::analysis::SweepValue::approximate)));
    }
    let counted = point.counted.as_ref().ok();
    row.extend([
        point.is_own.to_string(),
        party.id.clone(),
        display_name(report.words, party).to_owned(),
        cell(counted.map(|counted| counted.seats[at])),
        cell(point.differences.get(at)),
        cell(counted.map(|counted| counted.admitted[at])),
        cell(counted.map(|counted| counted.house_size)),
        cell(counted.and_then(|counted| counted.majority_holder).map(id)),
        cell(counted.and_then(|counted| counted.gallagher)),
        cell(counted.and_then(|counted| counted.wasted_votes)),
        cell(point.counted.as_ref().err()),
    ]);
    if report.draws.is_some() {
        let drawn = point.drawn.as_ref();
        let told = drawn.and_then(|drawn| drawn.as_ref().ok()).map(|drawn| &drawn.parties[at]);
        row.extend(drawn_cells(report, told));
        row.push(cell(drawn.and_then(|drawn| drawn.as_ref().err())));
    }
    row
}

fn drawn_cells(report: &SweepReport<'_>, drawn: Option<&DrawnParty>) -> Vec<String> {
    let Some(drawn) = drawn else {
        return vec![String::new(); 2 * (3 + report.scenario.house.majorities().len())];
    };
    let estimates = [drawn.takes_part, drawn.majority].into_iter().chain(drawn.majorities.clone());
    let means = [drawn.mean.to_string(), drawn.mean_standard_error.to_string()];
    let both = |of: Estimate| [of.probability().to_string(), of.standard_error().to_string()];
    means.into_iter().chain(estimates.flat_map(both)).collect()
}

/// A value as a cell, empty without one.
fn cell(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
