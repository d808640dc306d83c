//! How the program ends.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind as UsageKind;

use crate::election::{is_hidden, printable_in_message};
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
        let message = printable_in_message(&format!("{:#}", self.error));
        say(format_args!("{ERROR}error:{ERROR:#} {message}"));
        self.status.into()
    }
}

const ERROR: anstyle::Style = anstyle::AnsiColor::Red.on_default().bold();
const WARNING: anstyle::Style = anstyle::AnsiColor::Yellow.on_default().bold();

/// Says something the user should know on standard error.
pub(super) fn warn(warning: &str) {
    let warning = printable_in_message(warning);
    say(format_args!("{WARNING}warning:{WARNING:#} {warning}"));
}

/// Says something on standard error that is no reason to worry.
pub(super) fn note(note: &str) {
    say(format_args!("note: {note}"));
}

/// A line on standard error. Where that is closed or full nobody can be told, and the result matters
/// more.
fn say(line: std::fmt::Arguments<'_>) {
    let _: io::Result<()> = writeln!(anstream::stderr(), "{line}");
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

/// The arguments with everything hidden in them written out, so that a message may repeat them; none if they
/// have nothing hidden.
pub(super) fn printable_arguments(arguments: &[OsString]) -> Option<Vec<OsString>> {
    let mut hides = false;
    let shown = arguments.iter().map(|argument| {
        let text = argument.to_string_lossy();
        let shown = printable_in_message(&text);
        hides |= shown != text;
        OsString::from(shown)
    });
    let shown = shown.collect();
    hides.then_some(shown)
}

/// Says what is wrong with arguments that have something hidden, where the parser would take them written out.
pub(super) fn report_hidden(error: &clap::Error) -> ExitCode {
    let plain = error.render().to_string();
    let plain = plain.split('\n').map(|line| line.replace(is_hidden, "\u{fffd}"));
    say(format_args!("{}", plain.collect::<Vec<_>>().join("\n").trim_end()));
    status_of(error).into()
}

/// Says what is wrong with the arguments, or prints the help that was asked for.
pub(super) fn report_usage(error: &clap::Error) -> ExitCode {
    // Help and version go to standard output, everything else to standard error.
    let printed = error.print().and_then(|()| io::stdout().flush());
    match (status_of(error), printed) {
        (Status::Done, Err(error)) if error.kind() != io::ErrorKind::BrokenPipe => {
            super::output::unwritable_standard_output(&error).report()
        }
        (status, _) => status.into(),
    }
}

fn status_of(error: &clap::Error) -> Status {
    match error.kind() {
        UsageKind::DisplayHelp | UsageKind::DisplayVersion => Status::Done,
        UsageKind::ValueValidation => Status::Input,
        _ => Status::Usage,
    }
}
