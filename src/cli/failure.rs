//! How the program ends.

use std::io::Write;
use std::process::ExitCode;

use clap::error::ErrorKind as UsageKind;

use crate::scenario::{ErrorKind, ScenarioError};

/// The exit status, and what each value promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// Done.
    Done = 0,
    /// The answer is no.
    No = 1,
    /// Wrong usage: an unknown option, command, method or built-in name.
    Usage = 2,
    /// Bad input, by file or by option value.
    Input = 3,
    /// A file could not be read or written.
    File = 4,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why the program stops without a result.
#[derive(Debug)]
pub(super) struct Failure {
    status: Status,
    error: anyhow::Error,
}

impl Failure {
    pub(super) fn new(status: Status, error: impl Into<anyhow::Error>) -> Self {
        Self { status, error: error.into() }
    }

    /// Says what is wrong on standard error.
    pub(super) fn report(&self) -> ExitCode {
        say(format_args!("{ERROR}error:{ERROR:#} {:#}", self.error));
        self.status.into()
    }
}

const ERROR: anstyle::Style = anstyle::AnsiColor::Red.on_default().bold();
const WARNING: anstyle::Style = anstyle::AnsiColor::Yellow.on_default().bold();

/// Says something the user should know on standard error.
pub(super) fn warn(warning: &str) {
    say(format_args!("{WARNING}warning:{WARNING:#} {warning}"));
}

/// Says something on standard error that is no reason to worry.
pub(super) fn note(note: &str) {
    say(format_args!("note: {note}"));
}

/// A line on standard error. Where that is closed or full nobody can be told, and the result matters
/// more.
fn say(line: std::fmt::Arguments<'_>) {
    let _: std::io::Result<()> = writeln!(anstream::stderr(), "{line}");
}

impl From<ScenarioError> for Failure {
    fn from(error: ScenarioError) -> Self {
        let status = match error.kind() {
            ErrorKind::UnknownName => Status::Usage,
            ErrorKind::BadInput => Status::Input,
            ErrorKind::Unreadable => Status::File,
        };
        Self::new(status, error)
    }
}

/// Says what is wrong with the arguments, or prints the help that was asked for.
pub(super) fn report_usage(error: &clap::Error) -> ExitCode {
    // Nothing can be done for a closed standard error.
    let _: std::io::Result<()> = error.print();
    match error.kind() {
        UsageKind::DisplayHelp | UsageKind::DisplayVersion => Status::Done.into(),
        UsageKind::ValueValidation => Status::Input.into(),
        _ => Status::Usage.into(),
    }
}
