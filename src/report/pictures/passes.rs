//! The chance of every list to pass the threshold.

use super::numbers::{axis_percent, chance, half_width};
use super::{Drawn, caption_of_run, colour};
use crate::analysis::Estimate;
use crate::chart::passes::Passes;
use crate::chart::{PassesChart, Theme};
use crate::report::SimulationReport;
use crate::report::allocation_table::name;
use crate::report::messages::Messages;

/// The chance of every list to pass the threshold, with two standard errors.
///
/// # Errors
/// [`ChartError`] if there is no list.
pub(super) fn passes(report: &SimulationReport<'_>, theme: Theme) -> Drawn {
    let words = report.words;
    let SimulationReport { scenario, summary, .. } = *report;
    if scenario.law.threshold_in(scenario.house.seats()).share.is_zero() {
        return Ok(None);
    }
    let lists: Vec<Passes> = (summary.parties.iter())
        .map(|party| Passes {
            label: name(words, scenario, party.party).to_owned(),
            colour: colour(scenario, party.party),
            probability: party.passes_threshold.probability(),
            half_width: party.passes_threshold.half_width().min(1.0),
            number: chance(words, party.passes_threshold),
            cells: vec![error(words, party.passes_threshold)],
        })
        .collect();
    let description: Vec<String> = (lists.iter())
        .map(|list| match list.cells[0].as_str() {
            "" => format!("{}: {}", list.label, list.number),
            error => format!("{}: {} ± {error}", list.label, list.number),
        })
        .collect();
    PassesChart {
        caption: caption_of_run(report, words.row_pictures.passes_title, &description),
        theme,
        axis_label: words.row_pictures.passes_axis.to_owned(),
        estimate_label: words.chart_share_axis.to_owned(),
        error_label: words.row_pictures.two_errors.to_owned(),
        percent: axis_percent(words),
        headings: vec![words.row_pictures.two_errors_points.to_owned()],
        lists,
    }
    .draw()
    .map(Some)
}

/// Two standard errors in points; a bound has none.
fn error(words: &Messages, estimate: Estimate) -> String {
    let is_bound = estimate.hits == 0 || estimate.hits == estimate.draws;
    if is_bound { String::new() } else { half_width(words, estimate) }
}
