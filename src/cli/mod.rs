//! The command line: arguments become calls, calls become reports, reports go where they should.

mod allocate;
mod arguments;
mod bench;
mod chart;
mod check;
mod compare;
mod effect;
mod failure;
mod generate;
mod init;
mod input;
mod list;
mod output;
mod pictures;
mod progress;
mod report;
mod simulate;
mod sweep;
mod threads;

use std::ffi::OsString;
use std::process::ExitCode;
use std::thread;

use anyhow::anyhow;
use clap::Parser;

use crate::simulation::STACK_BYTES;
use arguments::{Arguments, Command};
use failure::{Failure, Status};

/// Runs the program with these arguments, the first being its name, and returns its exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    survive_file_size_limit();
    let words: Vec<OsString> = arguments.into_iter().collect();
    // The first thread has the stack that the system gives it, which may be too small to work on.
    let work = thread::Builder::new().name("kurultai".to_owned()).stack_size(STACK_BYTES);
    match work.spawn(move || obey(&words)).map(thread::JoinHandle::join) {
        Ok(Ok(status)) => status,
        Ok(Err(panic)) => std::panic::resume_unwind(panic),
        Err(error) => {
            let error = anyhow!("the system cannot start a thread to work on: {error}");
            Failure::new(Status::File, error).report()
        }
    }
}

fn obey(words: &[OsString]) -> ExitCode {
    let arguments = match Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(error) => return report_usage(words, &error),
    };
    let result = effect::check(&arguments.command).and_then(|()| match &arguments.command {
        Command::Allocate(options) => allocate::run(options),
        Command::Simulate(options) => simulate::run(options),
        Command::Compare(options) => compare::run(options),
        Command::Sweep(options) => sweep::run(options),
        Command::Bench(options) => bench::run(options),
        Command::Chart(options) => chart::run(options),
        Command::Report(options) => report::run(options, words),
        Command::Init(options) => init::run(options),
        Command::Check(options) => check::run(options),
        Command::List(options) => list::run(options),
        Command::Completions(options) => generate::completions(options),
        Command::Man(options) => generate::man(options),
    });
    match result {
        Ok(status) => status.into(),
        Err(failure) => failure.report(),
    }
}

/// Says what is wrong with the arguments. What is hidden in them is shown written out: the message of the
/// parser repeats them as they are.
fn report_usage(words: &[OsString], error: &clap::Error) -> ExitCode {
    match failure::printable_arguments(words) {
        None => failure::report_usage(error),
        Some(shown) => match Arguments::try_parse_from(shown) {
            Err(error) => failure::report_usage(&error),
            Ok(_) => failure::report_hidden(error),
        },
    }
}

/// Lets a write beyond a file-size limit fail with an error that is reported, where the signal would
/// kill the program and leave half a file behind.
#[cfg(unix)]
fn survive_file_size_limit() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    let limit_met = Arc::new(AtomicBool::new(false));
    // Without the handler the program still works; only that one error would be less kind.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, limit_met);
}

#[cfg(not(unix))]
fn survive_file_size_limit() {}
