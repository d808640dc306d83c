//! How probabilities settle over the draws of a run.

use super::numbers::percent_writer;
use super::{Drawn, caption_of_run, colour, majorities};
use crate::analysis::{self, Estimate, Event};
use crate::chart::convergence::{Course, RunningShare};
use crate::chart::{ConvergenceChart, Theme, palette};
use crate::report::SimulationReport;
use crate::report::allocation_table::name;
use crate::report::messages::{EN, Messages, RU, fill};

/// The course of some probabilities; none if there are none.
///
/// # Errors
/// [`crate::chart::ChartError`] if they cannot be drawn.
pub(super) fn convergence(
    report: &SimulationReport<'_>,
    course: &analysis::Course,
    theme: Theme,
) -> Drawn {
    let SimulationReport { words, scenario, summary, .. } = *report;
    let courses: Vec<Course> = (course.events().enumerate())
        .map(|(place, (event, estimates))| Course {
            label: label(report, event),
            colour: event
                .list_has()
                .map_or_else(|| palette(place), |(party, _)| colour(scenario, party)),
            result: result(words, &estimates, 0),
            error: result(words, &estimates, 1),
            points: estimates.iter().map(point).collect(),
        })
        .collect();
    let described = courses.iter().map(|course| {
        format!("{}: {} {}", course.label, course.result, course.error).trim_end().to_owned()
    });
    let described: Vec<String> = described.collect();
    if courses.is_empty() {
        return Ok(None);
    }
    let draws = words.grouped(summary.draws.into());
    let title = fill(words.plots.convergence_title, &[("draws", &draws)]);
    ConvergenceChart {
        caption: caption_of_run(report, &title, &described),
        theme,
        draws_label: words.plots.convergence_draws.to_owned(),
        legend: words.plots.convergence_legend.to_owned(),
        count: match words.group_mark {
            ',' => |draws| EN.grouped(draws.into()),
            _ => |draws| RU.grouped(draws.into()),
        },
        percent: percent_writer(words),
        courses,
    }
    .draw()
    .map(Some)
}

fn point(estimate: &Estimate) -> RunningShare {
    RunningShare {
        draws: estimate.draws,
        share: estimate.probability(),
        half_width: estimate.half_width(),
    }
}

/// The last estimate as reports print it, in two parts: the probability, and its error.
fn result(words: &Messages, estimates: &[Estimate], part: usize) -> String {
    let Some(&last) = estimates.last() else { return String::new() };
    let text = words.probability(last);
    let (probability, error) = text.split_once(" ±").unwrap_or((&text, ""));
    match (part, error) {
        (0, _) => probability.to_owned(),
        (_, "") => String::new(),
        (_, error) => format!("±{error}"),
    }
}

/// What happens: a list's seats with the name of the majority they are, or as it was asked.
fn label(report: &SimulationReport<'_>, event: &Event) -> String {
    let SimulationReport { words, scenario, .. } = *report;
    let Some((party, seats)) = event.list_has() else { return format!("P({event})") };
    let named = majorities(words, &scenario.house).into_iter().find(|mark| mark.seats == seats);
    let majority = named.map(|mark| format!(" · {}", mark.label));
    format!("P({} ≥ {seats}){}", name(words, scenario, party), majority.unwrap_or_default())
}
