//! How probabilities settle over the draws of a run.

use super::{colour, run, source};
use crate::analysis::{self, Estimate, Event};
use crate::chart::convergence::{Course, RunningShare};
use crate::chart::{Caption, ChartError, ConvergenceChart, Theme, palette};
use crate::report::SimulationReport;
use crate::report::allocation_table::name;
use crate::report::messages::{EN, Messages, RU, fill};
use crate::report::preamble::rules;

/// The course of some probabilities.
///
/// # Errors
/// [`ChartError`] if there are none.
pub fn convergence(
    report: &SimulationReport<'_>,
    course: &analysis::Course,
    theme: Theme,
) -> Result<String, ChartError> {
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
    let draws = words.grouped(summary.draws.into());
    ConvergenceChart {
        caption: Caption {
            title: fill(words.plots.convergence_title, &[("draws", &draws)]),
            subtitle: format!(
                "{}. {}. {}",
                scenario.title.in_language(words.code),
                rules(words, scenario),
                run(report)
            ),
            source: source(words, scenario),
            description: described.collect::<Vec<_>>().join("; "),
            language: words.code.to_owned(),
        },
        theme,
        draws_label: words.plots.convergence_draws.to_owned(),
        legend: words.plots.convergence_legend.to_owned(),
        count: match words.group_mark {
            ',' => |draws| EN.grouped(draws.into()),
            _ => |draws| RU.grouped(draws.into()),
        },
        percent: match words.decimal_mark {
            "," => |share, decimals| percent(share, decimals).replace('.', ","),
            _ => percent,
        },
        courses,
    }
    .draw()
}

fn percent(share: f64, decimals: usize) -> String {
    format!("{:.decimals$} %", share * 100.0)
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
    let majorities = scenario.house.majorities();
    let majority = majorities
        .iter()
        .find(|majority| majority.1 == seats)
        .map(|majority| format!(" · {}", fill(words.chart_majority, &[("name", majority.0)])));
    format!("P({} ≥ {seats}){}", name(words, scenario, party), majority.unwrap_or_default())
}
