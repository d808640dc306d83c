//! `kurultai compare`.

use anyhow::Context;

use super::arguments::CompareOptions;
use super::failure::{Failure, Status};
use super::output::Output;
use super::progress::DrawBar;
use super::{input, pictures};
use crate::analysis::{Alternatives, ComparisonError, MethodComparison};
use crate::apportionment::Method;
use crate::law::Preset;
use crate::report::CompareReport;
use crate::simulation::Run;

pub(super) fn run(options: &CompareOptions) -> Result<Status, Failure> {
    let alternatives = alternatives(options)?;
    let scenario = input::scenario(&options.input, &options.law)?;
    let output = Output::prepare(&options.output, &options.input.scenario)?;
    if !options.output.quiet {
        input::warn_of(&options.input, &scenario, options.draws.is_some());
    }
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let mut comparison = MethodComparison::of(&scenario, &alternatives, options.seed)
        .map_err(|error| bad_input(error.into()))?;
    if let Some(draws) = options.draws {
        let run = Run { draws, seed: options.seed, threads: options.threads.unwrap_or(0) };
        let bar = DrawBar::new(draws, options.output.quiet);
        let drawn = comparison.with_draws(run, &|draws| bar.advance(draws));
        bar.finish();
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
        seed: options.seed,
    };
    let pictures = pictures::of_comparison(&report);
    output.write(&report.render(options.output.format), &pictures)?;
    Ok(Status::Done)
}

/// What to compare with; names are looked up before any file is read.
fn alternatives(options: &CompareOptions) -> Result<Alternatives, Failure> {
    let unknown = |error: anyhow::Error| Failure::new(Status::Usage, error);
    if let Some(laws) = &options.laws {
        let presets = laws.iter().map(|name| Preset::named(name)).collect::<Result<_, _>>();
        return Ok(Alternatives::Laws(presets.context("--laws").map_err(unknown)?));
    }
    if options.methods.is_none() && options.thresholds.is_none() {
        return Ok(Alternatives::every_method());
    }
    let names = options.methods.iter().flatten();
    let methods = names.map(|name| name.parse::<Method>()).collect::<Result<_, _>>();
    Ok(Alternatives::Rules {
        methods: methods.context("--methods").map_err(unknown)?,
        thresholds: options.thresholds.clone().unwrap_or_default(),
    })
}
