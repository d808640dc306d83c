//! `kurultai allocate`.

use super::arguments::AllocateOptions;
use super::failure::{Failure, Status};
use super::output::Output;
use super::{input, pictures};
use crate::analysis::{CoalitionAnalysis, Margins, Outcome};
use crate::report::AllocationReport;

pub(super) fn run(options: &AllocateOptions) -> Result<Status, Failure> {
    let scenario = input::scenario(&options.input, &options.law)?;
    let output = Output::prepare(&options.output, &options.input.scenario)?;
    if !options.output.quiet {
        input::warn_of(&scenario, false);
    }
    let outcome = Outcome::of(&scenario, options.seed)
        .map_err(|error| input::failure(&options.input, error))?;
    let coalitions = options.coalitions.then(|| CoalitionAnalysis::of(&scenario, &outcome));
    let margins = options.margins.then(|| Margins::of(&scenario, &outcome));
    let report = AllocationReport {
        words: options.output.language.words(),
        scenario: &scenario,
        outcome: &outcome,
        seed: options.seed,
        explain: options.explain,
        coalitions: coalitions.as_ref(),
        margins: margins.as_ref(),
    };
    let pictures = pictures::of_count(report.words, &scenario, &outcome, margins.as_ref());
    output.write(&report.render(options.output.format), &pictures)?;
    Ok(Status::Done)
}
