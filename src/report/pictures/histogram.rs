//! The seats of every list over the draws of a run.

use super::{colour, majorities, run, share_writer, source};
use crate::analysis::SeatDistribution;
use crate::chart::histogram::Panel;
use crate::chart::{Caption, ChartError, HistogramChart, Theme};
use crate::report::SimulationReport;
use crate::report::allocation_table::name;
use crate::report::messages::{Messages, fill};
use crate::report::preamble::rules;

/// The seats of every list over the draws of a run.
///
/// # Errors
/// [`ChartError`] if the house cannot be drawn.
pub fn histogram(report: &SimulationReport<'_>) -> Result<String, ChartError> {
    let words = report.words;
    let SimulationReport { scenario, summary, .. } = *report;
    let panels: Vec<Panel> = (summary.parties.iter())
        .map(|party| Panel {
            label: name(words, scenario, party.party).to_owned(),
            colour: colour(scenario, party.party),
            counts: party.seats.counts().to_vec(),
            note: note(words, &party.seats),
        })
        .collect();
    let description: Vec<String> =
        panels.iter().map(|panel| format!("{}: {}", panel.label, panel.note)).collect();
    let mut chart = HistogramChart {
        caption: Caption {
            title: words.chart_histogram.to_owned(),
            subtitle: format!("{}. {}. {}", scenario.title, rules(words, scenario), run(report)),
            source: source(words, scenario),
            description: description.join("; "),
            language: words.code.to_owned(),
        },
        theme: Theme::Light,
        axis_label: words.chart_seats_axis.to_owned(),
        zero_label: words.chart_no_seats.to_owned(),
        share_label: words.chart_share_axis.to_owned(),
        bin_note: String::new(),
        percent: share_writer(words),
        panels,
        majorities: majorities(words, &scenario.house),
    };
    chart.bin_note = fill(words.chart_bins, &[("seats", &chart.bin_width()?.to_string())]);
    chart.draw()
}

fn note(words: &Messages, seats: &SeatDistribution) -> String {
    let values = [
        ("median", &*seats.percentile(50).to_string()),
        ("low", &seats.percentile(5).to_string()),
        ("high", &seats.percentile(95).to_string()),
    ];
    fill(words.chart_note, &values)
}
