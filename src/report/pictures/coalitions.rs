//! The coalitions of a scenario against the majorities of the house.

use super::numbers::{chance, whole_writer};
use super::{Drawn, caption_of_count, caption_of_run, colour, majorities};
use crate::analysis::Outcome;
use crate::chart::coalitions::{Bar, Part};
use crate::chart::{Caption, CoalitionChart, Theme};
use crate::election::{Colour, House};
use crate::report::SimulationReport;
use crate::report::allocation_table::name;
use crate::report::messages::{Messages, fill};
use crate::scenario::{Coalition, Scenario};

/// The colour of seats that are nobody's in particular.
const TOGETHER: Colour = Colour::new(0x9a, 0xa8, 0xbb);

/// The coalitions of one allocation, their members side by side.
///
/// # Errors
/// [`ChartError`] if the scenario has no coalitions.
pub(super) fn coalition_seats(
    words: &Messages,
    scenario: &Scenario,
    outcome: &Outcome,
    theme: Theme,
) -> Drawn {
    let bars: Vec<Bar> = (scenario.coalitions.iter())
        .map(|coalition| {
            let part = |&party: &usize| Part {
                colour: colour(scenario, party),
                seats: outcome.parties[party].seats,
            };
            Bar {
                label: coalition.name.in_language(words.code).to_owned(),
                note: members(words, scenario, coalition),
                parts: coalition.members.iter().map(part).collect(),
                nine_tenths: None,
                cells: Vec::new(),
            }
        })
        .collect();
    let description: Vec<String> = (bars.iter().zip(&outcome.coalition_seats))
        .map(|(bar, seats)| format!("{}: {}", bar.label, words.seats(*seats)))
        .collect();
    let caption =
        caption_of_count(words, scenario, words.row_pictures.coalitions_title, &description);
    chart(
        words,
        caption,
        words.row_pictures.coalitions_axis,
        bars,
        &outcome.house,
        Vec::new(),
        theme,
    )
}

/// The coalitions over the draws of a run: the median of their seats, and the chance of each majority.
///
/// # Errors
/// [`ChartError`] if the scenario has no coalitions.
pub(super) fn coalitions(report: &SimulationReport<'_>, theme: Theme) -> Drawn {
    let words = report.words;
    let SimulationReport { scenario, summary, .. } = *report;
    let mut description = Vec::new();
    let mut bars = Vec::new();
    for counts in &summary.coalitions {
        let coalition = &scenario.coalitions[counts.coalition];
        let percentile = |percent| counts.seats.percentile(percent);
        let bar = Bar {
            label: coalition.name.in_language(words.code).to_owned(),
            note: members(words, scenario, coalition),
            parts: vec![Part { colour: TOGETHER, seats: percentile(50) }],
            nine_tenths: Some((percentile(5), percentile(95))),
            cells: counts.majorities.iter().map(|&estimate| chance(words, estimate)).collect(),
        };
        let note = [
            ("median", &*percentile(50).to_string()),
            ("low", &percentile(5).to_string()),
            ("high", &percentile(95).to_string()),
        ];
        let chances: Vec<String> = (headings(words, &scenario.house).iter().zip(&bar.cells))
            .map(|(heading, chance)| format!("{heading} {chance}"))
            .collect();
        let note = fill(words.chart_note, &note);
        description.push(format!("{}: {note}, {}", bar.label, chances.join(", ")));
        bars.push(bar);
    }
    let caption = caption_of_run(report, words.row_pictures.coalitions_title, &description);
    let axis = words.row_pictures.coalitions_median_axis;
    chart(words, caption, axis, bars, &scenario.house, headings(words, &scenario.house), theme)
}

fn chart(
    words: &Messages,
    caption: Caption,
    axis_label: &str,
    coalitions: Vec<Bar>,
    house: &House,
    headings: Vec<String>,
    theme: Theme,
) -> Drawn {
    if coalitions.is_empty() {
        return Ok(None);
    }
    CoalitionChart {
        caption,
        theme,
        axis_label: axis_label.to_owned(),
        interval_label: words.row_pictures.nine_tenths.to_owned(),
        number: whole_writer(words),
        headings,
        coalitions,
        majorities: majorities(words, house),
    }
    .draw()
    .map(Some)
}

fn members(words: &Messages, scenario: &Scenario, coalition: &Coalition) -> String {
    let names: Vec<&str> =
        coalition.members.iter().map(|&party| name(words, scenario, party)).collect();
    names.join(", ")
}

/// `P(simple majority)`, in the order of the house.
fn headings(words: &Messages, house: &House) -> Vec<String> {
    majorities(words, house).into_iter().map(|mark| format!("P({})", mark.label)).collect()
}
