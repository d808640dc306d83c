//! What draws say at every point of one axis.

use super::super::allocation_table::name;
use super::super::messages::{Messages, fill};
use super::super::number::{grouped, probability, with_error};
use super::super::preamble::push;
use super::super::table::Table;
use super::table::by_party;
use super::{SweepReport, label};
use crate::analysis::{DrawnPoint, Estimate, SweepPoint};

pub(super) fn render(report: &SweepReport<'_>, draws: u64, words: &Messages) -> String {
    let mut text = String::new();
    let values = [("draws", &*grouped(draws.into())), ("seed", &report.seed.to_string())];
    push(&mut text, words.sweep.means, &values);
    text.push_str(&means(report, words).render());
    for point in report.rows() {
        if let Some(Err(error)) = &point.drawn {
            let reason = format!("{}. {error}", words.sweep.no_draws);
            push(
                &mut text,
                words.sweep.refused_one,
                &[("value", &label(point)), ("reason", &reason)],
            );
        }
    }
    text.push('\n');
    push(&mut text, words.sweep.chances_to_take_part, &[]);
    text.push_str(&taking_part(report, words).render());
    if let Some(table) = majorities(report, words) {
        text.push('\n');
        push(&mut text, words.sweep.chances_of_majority, &[]);
        text.push_str(&table.render());
    }
    text.push('\n');
    push(&mut text, words.sweep.draws_legend, &[]);
    text
}

fn drawn(point: &SweepPoint) -> Option<&DrawnPoint> {
    point.drawn.as_ref()?.as_ref().ok()
}

fn means(report: &SweepReport<'_>, words: &Messages) -> Table {
    let seated = report.sweep.seated();
    let mut table = by_party(report, &seated, words);
    for point in report.rows() {
        let mut row = vec![label(point)];
        row.extend(drawn(point).iter().flat_map(|drawn| {
            seated.iter().map(|&party| {
                let party = &drawn.parties[party];
                with_error(party.mean, party.mean_standard_error, "")
            })
        }));
        table.row(row);
    }
    table
}

/// Who takes part how often; a column for the draws in which nobody does, if there are any.
fn taking_part(report: &SweepReport<'_>, words: &Messages) -> Table {
    let seated = report.sweep.seated();
    let mut table = by_party(report, &seated, words);
    let nobody = |drawn: &DrawnPoint| Estimate {
        hits: drawn.outcomes.nobody_admitted,
        draws: drawn.any_majority.first().map_or(0, |any| any.draws),
    };
    let ever = report.rows().filter_map(drawn).any(|drawn| drawn.outcomes.nobody_admitted > 0);
    if ever {
        table = table.numbers(words.sweep.nobody_admitted);
    }
    for point in report.rows() {
        let mut row = vec![label(point)];
        if let Some(drawn) = drawn(point) {
            row.extend(seated.iter().map(|&party| probability(drawn.parties[party].takes_part)));
            row.extend(ever.then(|| probability(nobody(drawn))));
        }
        table.row(row);
    }
    table
}

/// The majorities that some list has alone at some point, a column each; none if there are none.
fn majorities(report: &SweepReport<'_>, words: &Messages) -> Option<Table> {
    let scenario = report.scenario;
    let named = scenario.house.majorities();
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
    let mut table = by_party(report, &[], words);
    for &(party, majority) in &columns {
        let values = [("party", name(scenario, party)), ("majority", named[majority].0)];
        table = table.numbers(fill(words.sweep.majority_of, &values));
    }
    for point in report.rows() {
        let mut row = vec![label(point)];
        row.extend(drawn(point).iter().flat_map(|drawn| {
            let of =
                |&(party, majority): &(usize, usize)| drawn.parties[party].majorities[majority];
            columns.iter().map(of).map(probability)
        }));
        table.row(row);
    }
    Some(table)
}
