//! The seats of every list over the draws of a run, as intervals.

use super::numbers::{chance, whole_writer};
use super::{Drawn, caption_of_run, colour, majorities};
use crate::chart::intervals::SeatInterval;
use crate::chart::{IntervalChart, Theme};
use crate::report::SimulationReport;
use crate::report::allocation_table::name;
use crate::report::messages::fill;

/// The median, the middle 50 % and the middle 90 % of every list's seats over the draws of a run, and the chance
/// of no seats.
///
/// # Errors
/// [`ChartError`] if there is no list.
pub(super) fn intervals(report: &SimulationReport<'_>, theme: Theme) -> Drawn {
    let words = report.words;
    let SimulationReport { scenario, summary, .. } = *report;
    let mut description = Vec::new();
    let mut lists = Vec::new();
    for party in &summary.parties {
        let percentile = |percent| party.seats.percentile(percent);
        let list = SeatInterval {
            label: name(words, scenario, party.party).to_owned(),
            colour: colour(scenario, party.party),
            median: percentile(50),
            half: (percentile(25), percentile(75)),
            nine_tenths: (percentile(5), percentile(95)),
            cells: vec![
                format!("{}–{}", percentile(25), percentile(75)),
                format!("{}–{}", percentile(5), percentile(95)),
                chance(words, party.no_seats),
            ],
        };
        let note = [
            ("median", &*list.median.to_string()),
            ("low", &list.nine_tenths.0.to_string()),
            ("high", &list.nine_tenths.1.to_string()),
        ];
        let note = fill(words.chart_note, &note);
        description.push(format!(
            "{}: {note}, {} {}",
            list.label, words.row_pictures.no_seats, list.cells[2]
        ));
        lists.push(list);
    }
    IntervalChart {
        caption: caption_of_run(report, words.chart_histogram, &description),
        theme,
        axis_label: words.chart_seats_axis.to_owned(),
        median_label: words.row_pictures.median.to_owned(),
        half_label: words.row_pictures.half.to_owned(),
        nine_tenths_label: words.row_pictures.nine_tenths.to_owned(),
        number: whole_writer(words),
        headings: vec!["50 %".to_owned(), "90 %".to_owned(), words.p_no_seats.to_owned()],
        lists,
        majorities: majorities(words, &scenario.house),
    }
    .draw()
    .map(Some)
}
