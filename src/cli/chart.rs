//! `kurultai chart`: one picture into one file.

use super::arguments::ChartOptions;
use super::failure::{Failure, Status};
use super::{input, output, pictures, simulate};
use crate::analysis::{Alternatives, Course, Margins, MethodComparison, Outcome, Summary};
use crate::report::pictures::Drawing;
use crate::report::{CompareReport, SimulationReport};
use crate::scenario::Scenario;
use crate::simulation::{Run, Simulation};

pub(super) fn run(options: &ChartOptions) -> Result<Status, Failure> {
    let file = &options.output;
    if options.scale.is_some() && !file.form.has_pixels() {
        return Err(pictures::scale_without_pixels());
    }
    let scenario = input::scenario(&options.input, &options.law)?;
    output::probe_file(&file.path, &options.input.scenario)?;
    let simulated = matches!(options.picture.drawing, Drawing::Draws(_) | Drawing::Course(_));
    if !options.quiet {
        input::warn_of(&scenario, simulated);
    }
    let svg = draw(options, &scenario)?;
    let scale = options.scale.unwrap_or(1);
    let bytes = pictures::encode(&svg, file.form, scale)?;
    output::write_file(&file.path, &bytes)?;
    Ok(Status::Done)
}

/// Computes what the picture is drawn from, and draws it.
fn draw(options: &ChartOptions, scenario: &Scenario) -> Result<String, Failure> {
    let ChartOptions { picture, theme, seed, .. } = *options;
    let words = options.language.words();
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let count = || Outcome::of(scenario, seed).map_err(|error| bad_input(error.into()));
    let drawn = match picture.drawing {
        Drawing::Count(draw) => draw(words, scenario, &count()?, theme),
        Drawing::Margins(draw) => {
            let outcome = count()?;
            draw(words, scenario, &outcome, &Margins::of(scenario, &outcome), theme)
        }
        Drawing::Draws(draw) => {
            let summary = summary(options, scenario, None)?;
            draw(&report_of(options, scenario, &summary, count().ok().as_ref()), theme)
        }
        Drawing::Course(draw) => {
            let mut course = simulate::course(&[], scenario);
            let summary = summary(options, scenario, Some(&mut course))?;
            let report = report_of(options, scenario, &summary, None);
            draw(&report, &course, theme)
        }
        Drawing::Comparison(draw) => {
            let compared = MethodComparison::of(scenario, &Alternatives::every_method(), seed);
            let comparison = compared.map_err(|error| bad_input(error.into()))?;
            let comparison = &comparison;
            draw(&CompareReport { words, scenario, comparison, draws: None, seed }, theme)
        }
    };
    let nothing = || anyhow::anyhow!("there is nothing to show in the picture `{}`", picture.name);
    drawn.map_err(anyhow::Error::from).and_then(|svg| svg.ok_or_else(nothing)).map_err(bad_input)
}

/// The draws summed up, followed by a course if there is one.
fn summary(
    options: &ChartOptions,
    scenario: &Scenario,
    course: Option<&mut Course>,
) -> Result<Summary, Failure> {
    let threads = options.threads.unwrap_or(0);
    let run = Run { draws: options.draws, seed: options.seed, threads };
    let simulation =
        Simulation::new(scenario).map_err(|error| input::failure(&options.input, error))?;
    simulate::summary(run, scenario, &simulation, None, course, false, options.quiet)
}

fn report_of<'a>(
    options: &ChartOptions,
    scenario: &'a Scenario,
    summary: &'a Summary,
    count: Option<&'a Outcome>,
) -> SimulationReport<'a> {
    SimulationReport {
        words: options.language.words(),
        scenario,
        summary,
        count,
        comparison: None,
        seed: options.seed,
        asked: &[],
        target: None,
    }
}
