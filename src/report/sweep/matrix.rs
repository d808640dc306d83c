//! A grid as matrices, one figure of one list a cell.

use super::super::messages::fill;
use super::super::page::Page;
use super::super::table::Table;
use super::{SweepReport, starred};
use crate::analysis::{DrawnPoint, SweepPoint};

pub(super) fn counted(report: &SweepReport<'_>) -> Page {
    let words = &report.words.sweep;
    let party = report.shown();
    let seats = |point: &SweepPoint| match &point.counted {
        Ok(counted) => counted.seats[party].to_string(),
        Err(_) => words.no_seats.to_owned(),
    };
    let mut page = Page::default();
    let shown = [("party", report.name(party))];
    page.say(words.matrix_seats, &shown);
    page.table(matrix(report, seats));
    page.gap();
    if report.show.is_none() {
        page.say(words.matrix_largest, &[shown[0], ("option", "--show ID")]);
    }
    if report.sweep.points.iter().any(|point| point.is_own) {
        page.say(words.matrix_legend, &[]);
    } else {
        let own = &report.sweep.own;
        let values: Vec<String> = own.values.iter().map(|&value| report.value(value)).collect();
        let values = [("values", &*values.join(", ")), ("seats", &seats(own))];
        page.say(words.matrix_own, &values);
    }
    page
}

pub(super) fn drawn(report: &SweepReport<'_>, draws: u64) -> Page {
    let words = report.words;
    let party = report.shown();
    let figure = |of: &dyn Fn(&DrawnPoint) -> String| {
        matrix(report, |point| match &point.drawn {
            Some(Ok(told)) => of(told),
            _ => words.sweep.no_draws.to_owned(),
        })
    };
    let mut page = Page::default();
    let values = [
        ("party", report.name(party)),
        ("draws", &words.grouped(draws.into())),
        ("seed", &report.seed.to_string()),
    ];
    page.say(words.sweep.matrix_means, &values);
    page.table(figure(&|drawn| {
        let party = &drawn.parties[party];
        words.with_error(party.mean, party.mean_standard_error, "")
    }));
    page.gap();
    page.say(words.sweep.matrix_majority, &values);
    page.table(figure(&|drawn| words.probability(drawn.parties[party].majority)));
    page.gap();
    page.say(words.sweep.draws_legend, &[]);
    page
}

/// A row for each value of the first axis, a column for each of the second.
fn matrix(report: &SweepReport<'_>, cell: impl Fn(&SweepPoint) -> String) -> Table {
    let [rows, columns] = &report.sweep.axes[..] else { return Table::default() };
    let headings = [rows, columns].map(|axis| report.heading(axis.vary()));
    let corner = [("rows", &*headings[0]), ("columns", &*headings[1])];
    let table = Table::default().words(fill(report.words.sweep.two_axes, &corner));
    let mut table = (columns.values().iter())
        .fold(table, |table, &column| table.numbers(report.value(Some(column))));
    let points = report.sweep.points.chunks(columns.values().len().max(1));
    for (&row, points) in rows.values().iter().zip(points) {
        let mut cells = vec![report.value(Some(row))];
        cells.extend(points.iter().map(|point| starred(point, &cell(point))));
        table.row(cells);
    }
    table
}
