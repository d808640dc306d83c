//! The command line: arguments become calls, calls become reports, reports go where they should.

mod allocate;
mod arguments;
mod check;
mod failure;
mod generate;
mod input;
mod list;
mod output;
mod progress;
mod simulate;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// Runs the program with these arguments, the first being its name, and returns its exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return failure::report_usage(&error),
    };
    let result = match &arguments.command {
        Command::Allocate(options) => allocate::run(options),
        Command::Simulate(options) => simulate::run(options),
        Command::Check(options) => check::run(options),
        Command::List(options) => list::run(options),
        Command::Completions(options) => generate::completions(options),
        Command::Man(options) => generate::man(options),
    };
    match result {
        Ok(status) => status.into(),
        Err(failure) => failure.report(),
    }
}
