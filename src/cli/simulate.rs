//! `kurultai simulate`.

use super::arguments::SimulateOptions;
use super::failure::{Failure, Status};
use super::input;
use super::output::Output;
use super::progress::DrawBar;
use crate::analysis::{
    CoalitionAnalysis, Comparison, Event, Outcome, OutcomeError, Summary, Target,
};
use crate::report::{AllocationReport, SimulationReport, pictures};
use crate::scenario::Scenario;
use crate::simulation::{Run, Simulation, Tally};

/// The most draws of a run that stops by a rule, where nothing else is said.
const MOST_DRAWS: u64 = 100_000_000;

pub(super) fn run(options: &SimulateOptions) -> Result<Status, Failure> {
    let scenario = input::scenario(&options.input, &options.law)?;
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let bad_value = |error: anyhow::Error| Failure::new(Status::Input, error);
    let mut simulation = Simulation::new(&scenario).map_err(|error| bad_input(error.into()))?;
    if options.coalitions {
        simulation = simulation.counting_subsets().map_err(|error| bad_input(error.into()))?;
    }
    let target = target(options, &scenario).map_err(bad_value)?;
    let mut events: Vec<Event> = (options.probability.iter())
        .map(|text| Event::parse(text, &scenario))
        .collect::<Result<_, _>>()
        .map_err(|error| bad_value(error.into()))?;
    events.extend(target.iter().filter_map(|target| target.event.clone()));
    // A count that admits nobody still has draws that do; a lot that cannot have been drawn is refused.
    let count = match Outcome::of(&scenario, options.seed) {
        Err(error @ OutcomeError::Lot { .. }) => return Err(bad_input(error.into())),
        count => count.ok(),
    };
    let output = Output::prepare(&options.output, &options.input.scenario)?;
    if !options.output.quiet {
        input::warn_of(&scenario, true);
    }
    if let Some(draw) = options.replay {
        return replay(options, &scenario, &simulation, draw, &output);
    }
    let run = Run {
        draws: if target.is_some() {
            options.max_draws.unwrap_or(MOST_DRAWS)
        } else {
            options.draws
        },
        seed: options.seed,
        threads: options.threads.unwrap_or(0),
    };
    let tally = tally(run, &scenario, &simulation, target.as_ref(), options.output.quiet)?;
    let first = run.first_draws(&simulation, &tally, options.coalitions).map_err(no_threads)?;
    let summary =
        Summary::new(&scenario, &tally).with_first_draws(&simulation, options.seed, &tally, &first);
    let asked: Vec<_> =
        events.iter().map(|event| (event.clone(), event.estimate(&summary))).collect();
    let comparison = Comparison::of(&scenario, &summary, options.seed)
        .map_err(|error| bad_input(error.into()))?;
    let report = SimulationReport {
        words: options.output.language.words(),
        scenario: &scenario,
        summary: &summary,
        count: count.as_ref(),
        comparison: comparison.as_ref(),
        seed: options.seed,
        asked: &asked,
        target: target.as_ref(),
    };
    let mut files = Vec::new();
    if output.wants_pictures() {
        files = draw_pictures(&scenario, &report).map_err(bad_input)?;
    }
    output.write(&report.render(options.output.format), &files)?;
    Ok(Status::Done)
}

pub(super) fn no_threads<E>(_: E) -> Failure {
    let asked = anyhow::anyhow!("the system cannot start the threads; ask for fewer by --threads");
    Failure::new(Status::File, asked)
}

/// What the run is to know before it stops, if it has a rule to stop.
fn target(options: &SimulateOptions, scenario: &Scenario) -> anyhow::Result<Option<Target>> {
    Ok(match (&options.until, options.precision) {
        (Some(until), _) => Some(Target::parse(until, scenario)?),
        (None, Some(precision)) => Some(Target::all(precision)?),
        (None, None) if options.max_draws.is_some() => {
            anyhow::bail!(
                "--max-draws bounds --until and --precision; give one of them, or --draws"
            )
        }
        (None, None) => None,
    })
}

fn tally(
    run: Run,
    scenario: &Scenario,
    simulation: &Simulation<'_>,
    target: Option<&Target>,
    quiet: bool,
) -> Result<Tally, Failure> {
    let bar = DrawBar::new(run.draws, quiet);
    let progress = |draws| bar.advance(draws);
    let tally = match target {
        None => run.tally(simulation, &progress),
        Some(target) => run.tally_until(simulation, &progress, |tally| {
            target.is_reached(&Summary::new(scenario, tally))
        }),
    };
    bar.finish();
    tally.map_err(no_threads)
}

/// One draw, told like a count.
fn replay(
    options: &SimulateOptions,
    scenario: &Scenario,
    simulation: &Simulation<'_>,
    draw: u64,
    output: &Output,
) -> Result<Status, Failure> {
    let (mut drawn, outcome, error) = Outcome::of_draw(scenario, simulation, options.seed, draw);
    drawn.title = format!("{}: draw {draw} of seed {}", scenario.title, options.seed);
    if let Some(error) = &error {
        drawn.title = format!("{}: no seats, {error}", drawn.title);
    }
    let coalitions = options.coalitions.then(|| CoalitionAnalysis::of(&drawn, &outcome));
    let report = AllocationReport {
        words: options.output.language.words(),
        scenario: &drawn,
        outcome: &outcome,
        seed: options.seed,
        explain: error.is_none(),
        coalitions: coalitions.as_ref(),
        margins: None,
        axioms: None,
    };
    let mut files = Vec::new();
    if output.wants_pictures() {
        let hemicycle = pictures::hemicycle(options.output.language.words(), &drawn, &outcome);
        files.push(("hemicycle.svg", hemicycle.map_err(|e| Failure::new(Status::Input, e))?));
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
        files.push(("hemicycle.svg", pictures::hemicycle(report.words, scenario, count)?));
    }
    Ok(files)
}
