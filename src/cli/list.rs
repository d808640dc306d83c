//! `kurultai list`.

use super::arguments::{ListOptions, Listed};
use super::failure::{Failure, Status};
use super::output::Output;
use crate::report::methods;

pub(super) fn run(options: &ListOptions) -> Result<Status, Failure> {
    if options.output.chart.is_some() {
        let error = anyhow::anyhow!("`list` draws no pictures: leave out `--chart`");
        return Err(Failure::new(Status::Usage, error));
    }
    // Nothing is read, so no input can be replaced.
    let output = Output::prepare(&options.output, "")?;
    let report = match options.what {
        Listed::Methods => methods(options.output.format),
    };
    output.write(&report, &[])?;
    Ok(Status::Done)
}
