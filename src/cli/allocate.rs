//! `kurultai allocate`.

use super::arguments::{AllocateOptions, DEFAULT_SEED};
use super::failure::{Failure, Status};
use super::output::Output;
use super::progress::Bar;
use super::{effect, input, pictures};
use crate::analysis::{Axioms, CoalitionAnalysis, Margins, Outcome};
use crate::report::{AllocationReport, Format};
use crate::scenario::Scenario;

pub(super) fn run(options: &AllocateOptions) -> Result<Status, Failure> {
    one_table(options)?;
    let scenario = input::scenario(&options.input, &options.law)?;
    let output = Output::prepare(&options.output, &options.input.scenario)?;
    if !options.output.quiet {
        input::warn_of(&options.input, &scenario, &options.law, false);
    }
    let seed = options.seed.unwrap_or(DEFAULT_SEED);
    let outcome =
        Outcome::of(&scenario, seed).map_err(|error| input::failure(&options.input, error))?;
    effect::say_of_seed(options.seed, outcome.drew_lot(), options.output.quiet);
    let coalitions = options.coalitions.then(|| {
        Bar::of_unknown("coalitions", options.output.quiet)
            .during(|_| CoalitionAnalysis::of(&scenario, &outcome))
    });
    let quiet = options.output.quiet;
    let margins = options.margins.then(|| margins(&scenario, &outcome, quiet));
    let axioms = options.axioms.then(|| axioms(&scenario, &outcome, seed, quiet));
    let report = AllocationReport {
        words: options.output.language.words(),
        scenario: &scenario,
        outcome: &outcome,
        seed,
        explain: options.explain,
        coalitions: coalitions.as_ref(),
        margins: margins.as_ref(),
        axioms: axioms.as_ref(),
    };
    let pictures = pictures::of_count(report.words, &scenario, &outcome, margins.as_ref());
    let format = options.output.format();
    let text = report.render(format);
    effect::say_of_language(&options.output, &text, |words| {
        AllocationReport { words, ..report }.render(format)
    });
    output.write(&text, &pictures)?;
    Ok(Status::Done)
}

/// The margins of a count, with a bar while that lasts.
pub(super) fn margins(scenario: &Scenario, outcome: &Outcome, quiet: bool) -> Margins {
    Bar::new(Margins::steps(scenario), "margins", quiet)
        .during(|progress| Margins::watched(scenario, outcome, progress))
}

/// The properties of a count, with a bar while that lasts.
fn axioms(scenario: &Scenario, outcome: &Outcome, seed: u64, quiet: bool) -> Axioms {
    Bar::new(Axioms::steps(scenario), "searches", quiet)
        .during(|progress| Axioms::watched(scenario, outcome, seed, progress))
}

/// CSV has one header, and each of these analyses has its own.
fn one_table(options: &AllocateOptions) -> Result<(), Failure> {
    let asked = [
        ("--coalitions", options.coalitions),
        ("--margins", options.margins),
        ("--axioms", options.axioms),
    ];
    let asked: Vec<_> = asked.iter().filter(|(_, asked)| *asked).map(|(name, _)| *name).collect();
    if options.output.format() == Format::Csv && asked.len() > 1 {
        let error = anyhow::anyhow!(
            "--format csv is one table: give one of {}, or --format json, which has all",
            asked.join(", ")
        );
        return Err(Failure::new(Status::Usage, error));
    }
    Ok(())
}
