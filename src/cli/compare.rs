//! `kurultai compare`.

use anyhow::Context;

use super::arguments::{CompareOptions, DEFAULT_SEED};
use super::failure::{Failure, Status};
use super::output::Output;
use super::progress::Bar;
use super::{effect, input, pictures, threads};
use crate::analysis::{Alternatives, ComparisonError, MethodComparison, OutcomeError};
use crate::apportionment::Method;
use crate::law::Preset;
use crate::report::CompareReport;
use crate::scenario::Scenario;
use crate::simulation::{FIRST_DRAWS, Run};

pub(super) fn run(options: &CompareOptions) -> Result<Status, Failure> {
    let alternatives = alternatives(options)?;
    let scenario = input::scenario(&options.input, &options.law)?;
    let output = Output::prepare(&options.output, &options.input.scenario)?;
    if !options.output.quiet {
        input::warn_of(&options.input, &scenario, &options.law, options.draws.is_some());
    }
    let seed = options.seed.unwrap_or(DEFAULT_SEED);
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let mut comparison = compared(&scenario, &alternatives, seed, options.output.quiet)
        .map_err(|error| bad_input(error.into()))?;
    let is_seed_used = options.draws.is_some() || comparison.drew_lot();
    effect::say_of_seed(options.seed, is_seed_used, options.output.quiet);
    if let Some(draws) = options.draws {
        let run = Run { draws, seed, threads: threads::number(options.threads)? };
        let steps = draws.saturating_add(draws.min(FIRST_DRAWS));
        let drawn = Bar::new(steps, "draws", options.output.quiet)
            .during(|progress| comparison.with_draws(run, progress));
        comparison = drawn.map_err(|error| match error {
            ComparisonError::Threads(error) => super::simulate::no_threads(error),
            error @ ComparisonError::Simulation { .. } => bad_input(error.into()),
        })?;
    }
    let report = CompareReport {
        words: options.output.language.words(),
        scenario: &scenario,
        comparison: &comparison,
        draws: options.draws,
        seed,
    };
    let pictures = pictures::of_comparison(&report);
    let format = options.output.format();
    let text = report.render(format);
    effect::say_of_language(&options.output, &text, |words| {
        CompareReport { words, ..report }.render(format)
    });
    output.write(&text, &pictures)?;
    Ok(Status::Done)
}

/// The laws side by side on the count, with a bar while that lasts.
pub(super) fn compared(
    scenario: &Scenario,
    alternatives: &Alternatives,
    seed: u64,
    quiet: bool,
) -> Result<MethodComparison, OutcomeError> {
    let steps = MethodComparison::steps(scenario, alternatives);
    Bar::new(steps, "comparisons", quiet)
        .during(|progress| MethodComparison::watched(scenario, alternatives, seed, progress))
}

/// What to compare with; names are looked up before any file is read.
fn alternatives(options: &CompareOptions) -> Result<Alternatives, Failure> {
    let unknown = |error: anyhow::Error| Failure::new(Status::Usage, error);
    if let Some(laws) = &options.laws {
        let presets = laws.iter().map(|name| Preset::named(name)).collect::<Result<Vec<_>, _>>();
        let presets = presets.context("--laws").map_err(unknown)?;
        effect::distinct("--laws", &presets, |preset| preset.name.to_owned())?;
        return Ok(Alternatives::Laws(presets));
    }
    if options.methods.is_none() && options.thresholds.is_none() {
        return Ok(Alternatives::every_method());
    }
    let names = options.methods.iter().flatten();
    let methods = names.map(|name| name.parse::<Method>()).collect::<Result<Vec<_>, _>>();
    let methods = methods.context("--methods").map_err(unknown)?;
    let thresholds = options.thresholds.clone().unwrap_or_default();
    effect::distinct("--methods", &methods, ToString::to_string)?;
    effect::distinct("--thresholds", &thresholds, ToString::to_string)?;
    Ok(Alternatives::Rules { methods, thresholds })
}
