//! A sweep along one axis as tables for people, a row a point.

use super::super::allocation_table::name;
use super::super::messages::{Messages, fill};
use super::super::preamble::{self, push};
use super::super::table::Table;
use super::super::{model, polls};
use super::{SweepReport, breakpoints, drawn, heading, label, matrix};
use crate::analysis::{CountedPoint, SweepPoint};

pub(super) fn render(report: &SweepReport<'_>, words: &Messages) -> String {
    let scenario = report.scenario;
    let mut text = preamble::render(scenario);
    text.push_str(&polls::render(scenario));
    text.push('\n');
    if report.sweep.axes.len() == 2 {
        text.push_str(&matrix::counted(report, words));
    } else {
        text.push_str(&counted(report, words).render());
        text.push('\n');
        text.push_str(&remarks(report, words));
        push(&mut text, words.sweep.legend, &[]);
        push(&mut text, words.sweep.legend_own, &[]);
        text.push_str(&breakpoints::render(report, words));
    }
    if let Some(draws) = report.draws {
        text.push('\n');
        text.push_str(&preamble::draw_notices(scenario));
        text.push_str(&model::words(scenario, &scenario.model));
        text.push('\n');
        text.push_str(&model::clipped(scenario));
        if report.sweep.axes.len() == 2 {
            text.push_str(&matrix::drawn(report, draws, words));
        } else {
            text.push_str(&drawn::render(report, draws, words));
        }
    }
    text.push('\n');
    text.push_str(&preamble::reproduce(scenario));
    text
}

/// A table of points with a column for each of these parties.
pub(super) fn by_party(report: &SweepReport<'_>, parties: &[usize], words: &Messages) -> Table {
    let table = Table::default();
    let vary = report.sweep.axes[0].vary();
    let heading = heading(report.scenario, vary, words);
    let table = match vary {
        crate::analysis::Vary::Method => table.words(heading),
        _ => table.numbers(heading),
    };
    parties.iter().fold(table, |table, &party| table.numbers(name(report.scenario, party)))
}

fn counted(report: &SweepReport<'_>, words: &Messages) -> Table {
    let seated = report.sweep.seated();
    let mut table = by_party(report, &seated, words);
    table = table.numbers("Gallagher").numbers(words.sweep.wasted).words(words.sweep.majority);
    for point in report.rows() {
        let mut row = vec![label(point)];
        match &point.counted {
            Ok(counted) => {
                row.extend(seated.iter().map(|&party| seats(point, counted, party)));
                row.extend([counted.gallagher, counted.wasted_votes].map(percent));
                row.push(holder(report, counted.majority_holder, words));
            }
            Err(_) => {
                row.resize(seated.len() + 3, String::new());
                row.push(words.sweep.no_seats.to_owned());
            }
        }
        table.row(row);
    }
    table
}

fn seats(point: &SweepPoint, counted: &CountedPoint, party: usize) -> String {
    let seats = counted.seats[party];
    match point.differences.get(party) {
        None | Some(0) => seats.to_string(),
        Some(difference) => format!("{seats} ({difference:+})"),
    }
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(String::new, |share| format!("{:.2} %", share * 100.0))
}

/// The party that has the majority.
pub(super) fn holder(report: &SweepReport<'_>, holder: Option<usize>, words: &Messages) -> String {
    holder.map_or(words.sweep.nobody, |party| name(report.scenario, party)).to_owned()
}

/// Points without seats, with open ties or with seats nobody can fill; neighbours of which the same is to be
/// said together.
fn remarks(report: &SweepReport<'_>, words: &Messages) -> String {
    let rows: Vec<&SweepPoint> = report.rows().collect();
    let mut text = String::new();
    for run in rows.chunk_by(|one, other| remark(one, words) == remark(other, words)) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let Some(reason) = remark(first, words) else { continue };
        let values = [
            ("value", &*label(first)),
            ("first", &label(first)),
            ("last", &label(last)),
            ("reason", &reason),
        ];
        let message =
            if run.len() == 1 { words.sweep.refused_one } else { words.sweep.refused_several };
        text.push_str(&fill(message, &values));
        text.push('\n');
    }
    text
}

fn remark(point: &SweepPoint, words: &Messages) -> Option<String> {
    match &point.counted {
        Err(error) => Some(format!("{}. {error}", words.sweep.no_seats)),
        Ok(counted) if counted.open_seats > 0 => Some(words.sweep.open.to_owned()),
        Ok(counted) if counted.unfilled_seats > 0 => Some(words.sweep.unfilled.to_owned()),
        Ok(_) => None,
    }
}
