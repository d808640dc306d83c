//! `kurultai init`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::failure::{Failure, Status};
use super::output;
use crate::scenario::STARTER;

#[derive(Debug, Args)]
pub(super) struct InitOptions {
    /// The file, which must not exist yet; - for standard output
    #[arg(value_name = "FILE", default_value = "scenario.toml", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

pub(super) fn run(options: &InitOptions) -> Result<Status, Failure> {
    if options.file == Path::new("-") {
        output::write_standard_output(STARTER, "never")?;
    } else {
        output::create_file(&options.file, STARTER)?;
    }
    Ok(Status::Done)
}
