//! A grid as matrices, one figure of one list a cell.

use super::super::allocation_table::name;
use super::super::messages::{Messages, fill};
use super::super::number::{grouped, probability, with_error};
use super::super::preamble::push;
use super::super::table::Table;
use super::{SweepReport, heading, value};
use crate::analysis::{DrawnPoint, SweepPoint};

pub(super) fn counted(report: &SweepReport<'_>, words: &Messages) -> String {
    let party = report.shown();
    let shown = name(report.scenario, party);
    let mut text = String::new();
    push(&mut text, words.sweep.matrix_seats, &[("party", shown)]);
    let table = matrix(report, words, |point| {
        let seats = point.counted.as_ref().map(|counted| counted.seats[party].to_string());
        seats.unwrap_or_else(|_| words.sweep.no_seats.to_owned())
    });
    text.push_str(&table.render());
    text.push('\n');
    if report.show.is_none() {
        push(&mut text, words.sweep.matrix_largest, &[("party", shown)]);
    }
    push(&mut text, words.sweep.matrix_legend, &[]);
    text
}

pub(super) fn drawn(report: &SweepReport<'_>, draws: u64, words: &Messages) -> String {
    let party = report.shown();
    let shown = name(report.scenario, party);
    let figure = |of: &dyn Fn(&DrawnPoint) -> String| {
        matrix(report, words, |point| match &point.drawn {
            Some(Ok(drawn)) => of(drawn),
            _ => words.sweep.no_draws.to_owned(),
        })
    };
    let mut text = String::new();
    let values =
        [("party", shown), ("draws", &grouped(draws.into())), ("seed", &report.seed.to_string())];
    push(&mut text, words.sweep.matrix_means, &values);
    let means = figure(&|drawn| {
        let party = &drawn.parties[party];
        with_error(party.mean, party.mean_standard_error, "")
    });
    text.push_str(&means.render());
    text.push('\n');
    push(&mut text, words.sweep.matrix_majority, &[("party", shown)]);
    text.push_str(&figure(&|drawn| probability(drawn.parties[party].majority)).render());
    text.push('\n');
    push(&mut text, words.sweep.draws_legend, &[]);
    text
}

/// A row for each value of the first axis, a column for each of the second.
fn matrix(
    report: &SweepReport<'_>,
    words: &Messages,
    cell: impl Fn(&SweepPoint) -> String,
) -> Table {
    let [rows, columns] = &report.sweep.axes[..] else { return Table::default() };
    let headings = [rows, columns].map(|axis| heading(report.scenario, axis.vary(), words));
    let corner = [("rows", &*headings[0]), ("columns", &*headings[1])];
    let table = Table::default().words(fill(words.sweep.two_axes, &corner));
    let mut table =
        (columns.values().iter()).fold(table, |table, &column| table.numbers(value(Some(column))));
    let points = report.sweep.points.chunks(columns.values().len().max(1));
    for (&row, points) in rows.values().iter().zip(points) {
        let star = |point: &SweepPoint| {
            let text = cell(point);
            if point.is_own { format!("* {text}") } else { text }
        };
        let mut cells = vec![value(Some(row))];
        cells.extend(points.iter().map(star));
        table.row(cells);
    }
    table
}
