//! `kurultai chart`: one picture into one file, or all into a directory.

use std::path::Path;

use anyhow::anyhow;

use super::arguments::{ChartOptions, DEFAULT_SEED, Form, Picked};
use super::failure::{Failure, Status, warn};
use super::progress::Bar;
use super::{allocate, compare, effect, input, output, pictures, simulate, sweep, threads};
use crate::analysis::{
    Alternatives, Axis, AxisError, Course, Elections, MethodBenchmark, MethodComparison, Outcome,
    Summary, Sweep, Vary,
};
use crate::apportionment::Method;
use crate::chart::Theme;
use crate::election::Share;
use crate::report::pictures::{Drawing, Drawn, PictureEntry};
use crate::report::{BenchReport, CompareReport, SimulationReport, SweepReport};
use crate::scenario::Scenario;
use crate::simulation::{Progress, Run, Simulation};

/// The methods whose bias is shown: those in use, and the two ends.
const BIAS_METHODS: [Method; 6] = [
    Method::DHondt,
    Method::SainteLague,
    Method::Hare,
    Method::Droop,
    Method::HuntingtonHill,
    Method::Adams,
];
/// The lists, and the most elections, that the bias is shown of; an error needs two.
const BIAS_LISTS: usize = 5;
const BIAS_ELECTIONS: u64 = 10_000;
/// The draws of a picture of draws, where nothing else is said.
const DRAWS: u64 = 100_000;

pub(super) fn run(options: &ChartOptions) -> Result<Status, Failure> {
    match options.picture {
        Picked::One(picture) => one(options, &picture),
        Picked::All => all(options),
    }
}

fn one(options: &ChartOptions, picture: &PictureEntry) -> Result<Status, Failure> {
    let file = &options.output;
    let usage = |text: String| Failure::new(Status::Usage, anyhow!(text));
    let form = Form::of_file(file).ok_or_else(|| {
        let endings = Form::endings();
        usage(format!("{}: the name of a picture's file must end in {endings}", file.display()))
    })?;
    if !options.chart_format.is_empty() {
        return Err(usage("--chart-format is for `chart all`; the ending decides here".to_owned()));
    }
    if options.scale.is_some() && !form.has_pixels() {
        return Err(pictures::scale_without_pixels());
    }
    let scenario = input::scenario(&options.input, &options.law)?;
    output::probe_file(file, &options.input.scenario)?;
    if !options.quiet {
        let simulated = matches!(picture.drawing, Drawing::Draws(_) | Drawing::Course(_));
        input::warn_of(&options.input, &scenario, &options.law, simulated);
    }
    let svg = draw(options, picture, &scenario)?;
    let bytes = pictures::encode(&svg, form, options.scale.unwrap_or(1), file)?;
    output::write_file(file, &bytes)?;
    Ok(Status::Done)
}

/// Every picture that has something to show, into a directory.
fn all(options: &ChartOptions) -> Result<Status, Failure> {
    let forms =
        if options.chart_format.is_empty() { &[Form::Svg][..] } else { &options.chart_format };
    if options.scale.is_some() && !forms.iter().any(|form| form.has_pixels()) {
        return Err(pictures::scale_without_pixels());
    }
    let directory: &Path = &options.output;
    let scenario = &input::scenario(&options.input, &options.law)?;
    output::probe_directory(directory)?;
    if !options.quiet {
        input::warn_of(&options.input, scenario, &options.law, true);
    }
    let words = options.language.words();
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let count = Outcome::of(scenario, seed_of(options)).map_err(|error| bad_input(error.into()))?;
    let margins = allocate::margins(scenario, &count, options.quiet);
    let mut course = simulate::course(&[], scenario);
    let summary = summary(options, scenario, Some(&mut course))?;
    let simulation = report_of(options, scenario, &summary, Some(&count));
    let comparison = comparison(options, scenario)?;
    let threshold = sweep_along(options, scenario, threshold_axis())?;
    let swing = sweep_along(options, scenario, swing_axis(scenario, &count))?;
    let benchmark = [benchmark(options, scenario)?];
    let threshold = sweep_report(options, scenario, &threshold);
    let swing = sweep_report(options, scenario, &swing);
    let compared = compare_report(options, scenario, &comparison);
    let judged = bench_report(options, &benchmark);
    let mut drawn = pictures::of_count(words, scenario, &count, Some(&margins));
    drawn.extend(pictures::of_draws(&simulation, Some(&course)));
    drawn.extend(pictures::of_comparison(&compared));
    drawn.extend(pictures::of_sweep(&threshold));
    drawn.extend(pictures::of_sweep(&swing));
    drawn.extend(pictures::of_bench(&judged));
    let scale = options.scale.unwrap_or(1);
    let files = Bar::of_unknown("drawing", options.quiet)
        .during(|_| pictures::files(&drawn, forms, &[options.theme], scale))?;
    output::write_into(directory, &files)?;
    Ok(Status::Done)
}

/// Computes what the picture is drawn from, and draws it.
fn draw(
    options: &ChartOptions,
    picture: &PictureEntry,
    scenario: &Scenario,
) -> Result<String, Failure> {
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let nothing = || {
        anyhow!(
            "there is nothing to show in the picture `{}`: coalitions need a [[coalition]], passing a \
             threshold above 0, and each picture a list with seats",
            picture.name
        )
    };
    let drawn = drawn(options, picture.drawing, scenario, options.theme)?;
    drawn.map_err(anyhow::Error::from).and_then(|svg| svg.ok_or_else(nothing)).map_err(bad_input)
}

fn drawn(
    options: &ChartOptions,
    drawing: Drawing,
    scenario: &Scenario,
    theme: Theme,
) -> Result<Drawn, Failure> {
    let words = options.language.words();
    let count = || {
        let count = Outcome::of(scenario, seed_of(options));
        count.map_err(|error| input::failure(&options.input, error))
    };
    let say_of_seed = |is_used| effect::say_of_seed(options.seed, is_used, options.quiet);
    Ok(match drawing {
        Drawing::Count(draw) => {
            let outcome = count()?;
            say_of_seed(outcome.drew_lot());
            draw(words, scenario, &outcome, theme)
        }
        Drawing::Margins(draw) => {
            let outcome = count()?;
            say_of_seed(outcome.drew_lot());
            let margins = allocate::margins(scenario, &outcome, options.quiet);
            draw(words, scenario, &outcome, &margins, theme)
        }
        Drawing::Draws(draw) => {
            let summary = summary(options, scenario, None)?;
            draw(&report_of(options, scenario, &summary, count().ok().as_ref()), theme)
        }
        Drawing::Course(draw) => {
            let mut course = simulate::course(&[], scenario);
            let summary = summary(options, scenario, Some(&mut course))?;
            draw(&report_of(options, scenario, &summary, None), &course, theme)
        }
        Drawing::Comparison(draw) => {
            let comparison = comparison(options, scenario)?;
            say_of_seed(comparison.drew_lot());
            draw(&compare_report(options, scenario, &comparison), theme)
        }
        Drawing::Sweep(draw) => {
            let sweep = sweep_along(options, scenario, threshold_axis())?;
            say_of_seed(sweep.drew_lot());
            draw(&sweep_report(options, scenario, &sweep), theme)
        }
        Drawing::Swing(draw) => {
            let sweep = sweep_along(options, scenario, swing_axis(scenario, &count()?))?;
            say_of_seed(sweep.drew_lot());
            draw(&sweep_report(options, scenario, &sweep), theme)
        }
        Drawing::Bench(draw) => {
            say_of_draws(options);
            let benchmark = [benchmark(options, scenario)?];
            draw(&bench_report(options, &benchmark), theme)
        }
    })
}

/// Says that the bias is shown of fewer, or more, elections than asked for.
fn say_of_draws(options: &ChartOptions) {
    let asked = options.draws.unwrap_or(BIAS_ELECTIONS);
    if !options.quiet && !(2..=BIAS_ELECTIONS).contains(&asked) {
        warn(&format!("--draws {asked}: the picture takes 2 to {BIAS_ELECTIONS} elections"));
    }
}

/// Every method on the votes of the scenario.
fn comparison(options: &ChartOptions, scenario: &Scenario) -> Result<MethodComparison, Failure> {
    let every = Alternatives::every_method();
    let compared = compare::compared(scenario, &every, seed_of(options), options.quiet);
    compared.map_err(|error| input::failure(&options.input, error))
}

fn compare_report<'a>(
    options: &ChartOptions,
    scenario: &'a Scenario,
    comparison: &'a MethodComparison,
) -> CompareReport<'a> {
    let words = options.language.words();
    CompareReport { words, scenario, comparison, draws: None, seed: seed_of(options) }
}

/// Thresholds from 0 to 10 %.
fn threshold_axis() -> Result<Axis, AxisError> {
    Axis::between(Vary::Threshold, ["0%", "10%", "0.1%"])
}

/// The share of the list with the most seats, ten whole points down and up.
fn swing_axis(scenario: &Scenario, count: &Outcome) -> Result<Axis, AxisError> {
    let largest = (0..scenario.parties.len()).max_by_key(|&party| {
        (count.parties[party].seats, scenario.ballots.parties[party], std::cmp::Reverse(party))
    });
    let party = largest.unwrap_or(0);
    let votes = u128::from(scenario.ballots.parties.get(party).copied().unwrap_or(0));
    let percent = 100 * votes / scenario.ballots.valid_votes().max(1);
    let (low, high) = (percent.saturating_sub(10), (percent + 10).min(100));
    let id = scenario.parties.get(party).map_or_else(String::new, |party| party.id.clone());
    Axis::between(Vary::Share(id), [&format!("{low}%"), &format!("{high}%"), "0.1%"])
}

fn sweep_along(
    options: &ChartOptions,
    scenario: &Scenario,
    axis: Result<Axis, AxisError>,
) -> Result<Sweep, Failure> {
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let axis = axis.map_err(|error| bad_input(error.into()))?;
    sweep::swept(scenario, vec![axis], seed_of(options), options.quiet)
        .map_err(|error| bad_input(error.into()))
}

fn sweep_report<'a>(
    options: &ChartOptions,
    scenario: &'a Scenario,
    sweep: &'a Sweep,
) -> SweepReport<'a> {
    let words = options.language.words();
    SweepReport { words, scenario, sweep, draws: None, seed: seed_of(options), show: None }
}

/// Methods judged over uniform elections to the house of the scenario.
fn benchmark(options: &ChartOptions, scenario: &Scenario) -> Result<MethodBenchmark, Failure> {
    let elections = Elections::uniform(BIAS_LISTS, scenario.house.seats(), Share::ZERO)
        .map_err(|error| Failure::new(Status::Input, error))?;
    let run =
        Run { draws: options.draws.unwrap_or(DRAWS).clamp(2, BIAS_ELECTIONS), ..run_of(options)? };
    let judge =
        |progress: Progress<'_>| MethodBenchmark::of(elections, &BIAS_METHODS, run, progress);
    Bar::new(run.draws, "elections", options.quiet).during(judge).map_err(simulate::no_threads)
}

fn bench_report<'a>(options: &ChartOptions, benchmarks: &'a [MethodBenchmark]) -> BenchReport<'a> {
    BenchReport {
        words: options.language.words(),
        benchmarks,
        timings: &[],
        seed: seed_of(options),
    }
}

fn run_of(options: &ChartOptions) -> Result<Run, Failure> {
    let draws = options.draws.unwrap_or(DRAWS);
    Ok(Run { draws, seed: seed_of(options), threads: threads::number(options.threads)? })
}

fn seed_of(options: &ChartOptions) -> u64 {
    options.seed.unwrap_or(DEFAULT_SEED)
}

/// The draws summed up, followed by a course if there is one.
fn summary(
    options: &ChartOptions,
    scenario: &Scenario,
    course: Option<&mut Course>,
) -> Result<Summary, Failure> {
    let simulation =
        Simulation::new(scenario).map_err(|error| input::failure(&options.input, error))?;
    simulate::summary(run_of(options)?, scenario, &simulation, None, course, false, options.quiet)
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
        seed: seed_of(options),
        asked: &[],
        target: None,
    }
}
