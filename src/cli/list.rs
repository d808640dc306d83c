//! `kurultai list`: what the program knows by name.

use super::arguments::{ListOptions, Listed};
use super::effect;
use super::failure::{Failure, Status};
use super::output::Output;
use crate::report::{Listing, indices, methods};

pub(super) fn run(options: &ListOptions) -> Result<Status, Failure> {
    if options.output.chart.is_some() {
        let error = anyhow::anyhow!("`list` draws no pictures: leave out `--chart`");
        return Err(Failure::new(Status::Usage, error));
    }
    // Nothing is read, so no input can be replaced.
    let output = Output::prepare(&options.output, "")?;
    let format = options.output.format();
    let render = |words| match options.what {
        Listed::Methods => methods(words, format),
        Listed::Laws => Listing::Laws.render(words, format),
        Listed::Scenarios => Listing::Scenarios.render(words, format),
        Listed::Models => Listing::Models.render(words, format),
        Listed::Charts => Listing::Charts.render(words, format),
        Listed::Indices => indices(words, format),
    };
    let report = render(options.output.language.words());
    effect::say_of_language(&options.output, &report, render);
    output.write(&report, &[])?;
    Ok(Status::Done)
}
