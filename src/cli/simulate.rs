//! `kurultai simulate`.

use super::arguments::SimulateOptions;
use super::failure::{Failure, Status};
use super::input;
use super::output::Output;
use super::progress::DrawBar;
use crate::analysis::{Comparison, Outcome, Summary};
use crate::report::{SimulationReport, pictures};
use crate::scenario::Scenario;
use crate::simulation::{Run, Simulation};

pub(super) fn run(options: &SimulateOptions) -> Result<Status, Failure> {
    let scenario = input::scenario(&options.input, &options.law)?;
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let simulation = Simulation::new(&scenario).map_err(|error| bad_input(error.into()))?;
    let output = Output::prepare(&options.output, &options.input.scenario)?;
    if !options.output.quiet {
        input::warn_of(&scenario, true);
    }
    let run =
        Run { draws: options.draws, seed: options.seed, threads: options.threads.unwrap_or(0) };
    let bar = DrawBar::new(options.draws, options.output.quiet);
    let tally = run.tally(&simulation, &|draws| bar.advance(draws)).map_err(|_| {
        let asked =
            anyhow::anyhow!("the system cannot start the threads; ask for fewer by --threads");
        Failure::new(Status::File, asked)
    })?;
    bar.finish();
    let summary = Summary::new(&scenario, &tally);
    // A count that admits nobody still has draws that do.
    let count = Outcome::of(&scenario, options.seed).ok();
    let comparison = Comparison::of(&scenario, &summary, options.seed)
        .map_err(|error| bad_input(error.into()))?;
    let report = SimulationReport {
        scenario: &scenario,
        summary: &summary,
        count: count.as_ref(),
        comparison: comparison.as_ref(),
        seed: options.seed,
    };
    let mut files = Vec::new();
    if output.wants_pictures() {
        files = draw_pictures(&scenario, &report).map_err(bad_input)?;
    }
    output.write(&report.render(options.output.format), &files)?;
    Ok(Status::Done)
}

fn draw_pictures(
    scenario: &Scenario,
    report: &SimulationReport<'_>,
) -> anyhow::Result<Vec<(&'static str, String)>> {
    let mut files = vec![("histogram.svg", pictures::histogram(report)?)];
    if let Some(count) = report.count {
        files.push(("hemicycle.svg", pictures::hemicycle(scenario, count)?));
    }
    Ok(files)
}
