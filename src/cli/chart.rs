//! `kurultai chart`: one picture into one file.

use super::arguments::ChartOptions;
use super::failure::{Failure, Status};
use super::{input, output, pictures, simulate};
use crate::analysis::{Course, Outcome};
use crate::chart::ChartError;
use crate::report::SimulationReport;
use crate::report::pictures::Drawing;
use crate::scenario::Scenario;
use crate::simulation::{Run, Simulation};

pub(super) fn run(options: &ChartOptions) -> Result<Status, Failure> {
    let file = &options.output;
    if options.scale.is_some() && !file.form.has_pixels() {
        return Err(pictures::scale_without_pixels());
    }
    let scenario = input::scenario(&options.input, &options.law)?;
    output::probe_file(&file.path, &options.input.scenario)?;
    let simulated = !matches!(options.picture.drawing, Drawing::Count(_));
    if !options.quiet {
        input::warn_of(&scenario, simulated);
    }
    let svg = draw(options, &scenario)?;
    let scale = options.scale.unwrap_or(1);
    let bytes = pictures::encode(svg, file.form, scale)
        .map_err(|error| Failure::new(Status::Input, error))?;
    output::write_file(&file.path, &bytes)?;
    Ok(Status::Done)
}

/// Computes what the picture is drawn from, and draws it.
fn draw(options: &ChartOptions, scenario: &Scenario) -> Result<String, Failure> {
    let words = options.language.words();
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let drawn = match options.picture.drawing {
        Drawing::Count(draw) => {
            let outcome = Outcome::of(scenario, options.seed);
            draw(words, scenario, &outcome.map_err(|error| bad_input(error.into()))?, options.theme)
        }
        Drawing::Draws(draw) => {
            of_draws(options, scenario, None, |report, _| draw(report, options.theme))?
        }
        Drawing::Course(draw) => {
            let course = simulate::course(&[], scenario);
            of_draws(options, scenario, Some(course), |report, course| {
                course.map_or(Err(ChartError::Nothing("probability")), |course| {
                    draw(report, course, options.theme)
                })
            })?
        }
    };
    drawn.map_err(|error| bad_input(error.into()))
}

/// Simulates, following a course if there is one, and draws.
fn of_draws(
    options: &ChartOptions,
    scenario: &Scenario,
    mut course: Option<Course>,
    draw: impl Fn(&SimulationReport<'_>, Option<&Course>) -> Result<String, ChartError>,
) -> Result<Result<String, ChartError>, Failure> {
    let run =
        Run { draws: options.draws, seed: options.seed, threads: options.threads.unwrap_or(0) };
    let simulation =
        Simulation::new(scenario).map_err(|error| input::failure(&options.input, error))?;
    let quiet = options.quiet;
    let summary =
        simulate::summary(run, scenario, &simulation, None, course.as_mut(), false, quiet)?;
    let count = Outcome::of(scenario, options.seed).ok();
    let report = SimulationReport {
        words: options.language.words(),
        scenario,
        summary: &summary,
        count: count.as_ref(),
        comparison: None,
        seed: options.seed,
        asked: &[],
        target: None,
    };
    Ok(draw(&report, course.as_ref()))
}
