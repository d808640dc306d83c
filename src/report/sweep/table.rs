//! A sweep as tables for people: along one axis a row a point.

use super::super::page::Page;
use super::super::preamble;
use super::super::table::Table;
use super::super::{model, polls};
use super::{SweepReport, breakpoints, drawn, matrix};
use crate::analysis::{CountedPoint, SweepPoint, Vary};

pub(super) fn page(report: &SweepReport<'_>) -> Page {
    let SweepReport { words, scenario, sweep, .. } = *report;
    let mut page = preamble::page(words, scenario);
    page.append(polls::page(words, scenario));
    page.gap();
    let is_grid = sweep.axes.len() == 2;
    if is_grid {
        page.append(matrix::counted(report));
    } else if *sweep.axes[0].vary() != Vary::CommonError {
        page.append(counted(report));
        page.append(breakpoints::page(report));
    }
    if let Some(draws) = report.draws {
        if is_grid || *sweep.axes[0].vary() != Vary::CommonError {
            page.gap();
        }
        page.append(preamble::draw_notices(words, scenario));
        page.line(model::sentence(words, scenario, &scenario.model));
        page.append(model::clipped(words, scenario));
        page.append(if is_grid {
            matrix::drawn(report, draws)
        } else {
            drawn::page(report, draws)
        });
    }
    page.gap();
    page.append(preamble::reproduce(words, scenario));
    page
}

/// A table of points with a column for each of these parties.
pub(super) fn by_party(report: &SweepReport<'_>, parties: &[usize]) -> Table {
    let vary = report.sweep.axes[0].vary();
    let heading = report.heading(vary);
    let table = match vary {
        Vary::Method => Table::default().words(heading),
        _ => Table::default().numbers(heading),
    };
    parties.iter().fold(table, |table, &party| table.numbers(report.name(party)))
}

fn counted(report: &SweepReport<'_>) -> Page {
    let words = report.words;
    let seated = report.sweep.seated();
    let mut table = by_party(report, &seated)
        .numbers(words.gallagher)
        .numbers(words.sweep.wasted)
        .words(words.sweep.majority);
    let percent = |share: Option<f64>| {
        share.map_or_else(String::new, |share| format!("{} %", words.decimal(share * 100.0, 2)))
    };
    for point in report.rows() {
        let mut row = vec![report.label(point)];
        if let Ok(counted) = &point.counted {
            row.extend(seated.iter().map(|&party| seats(point, counted, party)));
            row.extend([counted.gallagher, counted.wasted_votes].map(percent));
            row.push(majority(report, counted));
        } else {
            row.resize(seated.len() + 3, String::new());
            row.push(words.sweep.no_seats.to_owned());
        }
        table.row(row);
    }
    let mut page = Page::default();
    page.table(table);
    page.gap();
    page.append(remarks(report));
    page.say(words.sweep.legend, &[]);
    page.say(words.sweep.legend_own, &[]);
    page
}

/// Seats with their difference from those under the scenario's own value.
fn seats(point: &SweepPoint, counted: &CountedPoint, party: usize) -> String {
    let seats = counted.seats[party];
    match point.differences.get(party) {
        None | Some(0) => seats.to_string(),
        Some(difference) => format!("{seats} ({difference:+})"),
    }
}

/// Who has the majority; else, in brackets, who has the most seats.
fn majority(report: &SweepReport<'_>, counted: &CountedPoint) -> String {
    let largest: Vec<&str> = counted.largest.iter().map(|&party| report.name(party)).collect();
    match counted.majority_holder {
        None if !largest.is_empty() => {
            format!("{} ({})", report.words.sweep.nobody, largest.join(", "))
        }
        holder => report.holder(holder),
    }
}

/// Points without seats, with open ties or with seats nobody can fill; neighbours of which the same is to be
/// said together.
fn remarks(report: &SweepReport<'_>) -> Page {
    let words = report.words;
    let rows: Vec<(&SweepPoint, Option<String>)> =
        report.rows().map(|point| (point, remark(report, point))).collect();
    let mut page = Page::default();
    for run in rows.chunk_by(|(_, one), (_, other)| one == other) {
        let [(first, Some(reason)), rest @ ..] = run else { continue };
        let last = rest.last().map_or(*first, |(last, _)| *last);
        let values = [
            ("value", &*report.label(first)),
            ("first", &report.label(first)),
            ("last", &report.label(last)),
            ("reason", reason),
        ];
        let message =
            if rest.is_empty() { words.sweep.refused_one } else { words.sweep.refused_several };
        page.say(message, &values);
    }
    page
}

fn remark(report: &SweepReport<'_>, point: &SweepPoint) -> Option<String> {
    let words = &report.words.sweep;
    match &point.counted {
        Err(error) => Some(format!("{}; {error}", words.no_seats)),
        Ok(counted) if counted.open_seats > 0 => Some(words.open.to_owned()),
        Ok(counted) if counted.unfilled_seats > 0 => Some(words.unfilled.to_owned()),
        Ok(_) => None,
    }
}
