//! What draws say at every point of one axis.

use super::super::messages::fill;
use super::super::page::Page;
use super::super::table::Table;
use super::SweepReport;
use super::table::by_party;
use crate::analysis::{DrawnPoint, Estimate, SweepPoint, Vary};

pub(super) fn page(report: &SweepReport<'_>, draws: u64) -> Page {
    let words = report.words;
    let mut page = Page::default();
    let values = [("draws", &*words.grouped(draws.into())), ("seed", &report.seed.to_string())];
    page.say(words.sweep.means, &values);
    page.table(means(report));
    for point in report.rows() {
        if let Some(Err(error)) = &point.drawn {
            let reason = format!("{}; {error}", words.sweep.no_draws);
            let values = [("value", &*report.label(point)), ("reason", &reason)];
            page.say(words.sweep.refused_one, &values);
        }
    }
    page.gap();
    page.say(words.sweep.chances_to_take_part, &[]);
    page.table(taking_part(report));
    if let Some(table) = majorities(report) {
        page.gap();
        page.say(words.sweep.chances_of_majority, &[]);
        page.table(table);
    }
    page.gap();
    page.say(words.sweep.draws_legend, &[]);
    if *report.sweep.axes[0].vary() == Vary::CommonError {
        page.say(words.sweep.legend_own, &[]);
    }
    page
}

fn drawn(point: &SweepPoint) -> Option<&DrawnPoint> {
    point.drawn.as_ref()?.as_ref().ok()
}

fn means(report: &SweepReport<'_>) -> Table {
    let seated = report.sweep.seated();
    let mut table = by_party(report, &seated);
    for point in report.rows() {
        let mut row = vec![report.label(point)];
        row.extend(drawn(point).iter().flat_map(|drawn| {
            seated.iter().map(|&party| {
                let party = &drawn.parties[party];
                report.words.with_error(party.mean, party.mean_standard_error, "")
            })
        }));
        table.row(row);
    }
    table
}

/// Who takes part how often; a column for the draws in which nobody does, if there are any.
fn taking_part(report: &SweepReport<'_>) -> Table {
    let words = report.words;
    let seated = report.sweep.seated();
    let mut table = by_party(report, &seated);
    let draws = report.draws.unwrap_or(0);
    let ever = report.rows().filter_map(drawn).any(|drawn| drawn.outcomes.nobody_admitted > 0);
    if ever {
        table = table.numbers(words.sweep.nobody_admitted);
    }
    for point in report.rows() {
        let mut row = vec![report.label(point)];
        if let Some(drawn) = drawn(point) {
            let takes_part = |&party: &usize| words.probability(drawn.parties[party].takes_part);
            row.extend(seated.iter().map(takes_part));
            let nobody = Estimate { hits: drawn.outcomes.nobody_admitted, draws };
            row.extend(ever.then(|| words.probability(nobody)));
        }
        table.row(row);
    }
    table
}

/// The majorities that some list has alone at some point, a column each; none if there are none.
fn majorities(report: &SweepReport<'_>) -> Option<Table> {
    let words = report.words;
    let named = report.scenario.house.majorities();
    let columns: Vec<(usize, usize)> = (report.sweep.seated().into_iter())
        .flat_map(|party| (0..named.len()).map(move |majority| (party, majority)))
        .filter(|&(party, majority)| {
            let mut drawn = report.rows().filter_map(drawn);
            drawn.any(|drawn| drawn.parties[party].majorities[majority].hits > 0)
        })
        .collect();
    if columns.is_empty() {
        return None;
    }
    let mut table = by_party(report, &[]);
    for &(party, majority) in &columns {
        let values = [("party", report.name(party)), ("majority", named[majority].0)];
        table = table.numbers(fill(words.sweep.majority_of, &values));
    }
    for point in report.rows() {
        let mut row = vec![report.label(point)];
        row.extend(drawn(point).iter().flat_map(|drawn| {
            let of =
                |&(party, majority): &(usize, usize)| drawn.parties[party].majorities[majority];
            columns.iter().map(of).map(|estimate| words.probability(estimate))
        }));
        table.row(row);
    }
    Some(table)
}
