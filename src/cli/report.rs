//! `kurultai report`.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::arguments::{InputOptions, LanguageOption, LawOptions, draws, seed, threads};
use super::failure::{Failure, Status};
use super::progress::Bar;
use super::threads::number;
use super::{compare, input, output, simulate};
use crate::analysis::{Alternatives, Comparison, Outcome};
use crate::report::{FullReport, SimulationReport};
use crate::simulation::{Run, Simulation};

#[derive(Debug, Args)]
pub(super) struct ReportOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,

    /// The file: .html for one self-contained page, .md for Markdown with its pictures in a folder
    /// beside it; - for HTML on standard output
    #[arg(short, long, value_name = "FILE", default_value = "report.html", value_hint = ValueHint::FilePath)]
    output: PathBuf,

    /// How many elections to draw, such as 1e6 or `1_000_000`
    #[arg(long, value_name = "N", default_value = "100_000", allow_hyphen_values = true, value_parser = draws)]
    draws: u64,

    /// The seed of the draws and of lots
    #[arg(long, value_name = "N", default_value = "1", allow_hyphen_values = true, value_parser = seed)]
    seed: u64,

    /// How many threads to use [default: one a core]; the result does not depend on it
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = threads)]
    threads: Option<usize>,

    /// No progress bar and no warnings
    #[arg(short, long)]
    quiet: bool,

    #[command(flatten)]
    language: LanguageOption,

    #[command(flatten)]
    law: LawOptions,
}

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Html,
    Markdown,
}

pub(super) fn run(options: &ReportOptions, arguments: &[OsString]) -> Result<Status, Failure> {
    let form = form(&options.output)?;
    let scenario = input::scenario(&options.input, &options.law)?;
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let simulation = Simulation::new(&scenario).map_err(|error| bad_input(error.into()))?;
    if options.output != Path::new("-") {
        output::probe_file(&options.output, &options.input.scenario)?;
    }
    if !options.quiet {
        input::warn_of(&options.input, &scenario, &options.law, true);
    }
    let run = Run { draws: options.draws, seed: options.seed, threads: number(options.threads)? };
    let summary = simulate::summary(run, &scenario, &simulation, None, None, false, options.quiet)?;
    let count = Outcome::of(&scenario, options.seed);
    let result = Comparison::of(&scenario, &summary, options.seed)
        .map_err(|error| bad_input(error.into()))?;
    let every = Alternatives::every_method();
    let methods = compare::compared(&scenario, &every, options.seed, options.quiet).ok();
    let report = FullReport {
        simulation: SimulationReport {
            words: options.language.words(),
            scenario: &scenario,
            summary: &summary,
            count: count.as_ref().ok(),
            comparison: result.as_ref(),
            seed: options.seed,
            asked: &[],
            target: None,
        },
        refused: count.as_ref().err(),
        comparison: methods.as_ref(),
        command: &command(arguments),
    };
    let drawing = Bar::of_unknown("drawing and writing the report", options.quiet);
    drawing.during(|_| write(&report, form, &options.output)).map(|()| Status::Done)
}

/// What the ending of the file asks for.
fn form(file: &Path) -> Result<Form, Failure> {
    let ending = file.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    match ending.as_deref() {
        Some("html" | "htm") => Ok(Form::Html),
        Some("md" | "markdown") => Ok(Form::Markdown),
        None if file == Path::new("-") => Ok(Form::Html),
        _ => {
            let error = anyhow::anyhow!(
                "a report is written to a file ending in .html or .md, or to - as HTML; not to {}",
                file.display()
            );
            Err(Failure::new(Status::Usage, error))
        }
    }
}

fn write(report: &FullReport<'_>, form: Form, file: &Path) -> Result<(), Failure> {
    let undrawn = |error| Failure::new(Status::Input, error);
    match form {
        Form::Html => {
            let text = report.html().map_err(undrawn)?;
            if file == Path::new("-") {
                return output::write_standard_output(&text, "never");
            }
            output::write_with(file, &text, Path::new(""), &[])
        }
        Form::Markdown => {
            // report.md has its pictures in report-pictures.
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            let directory = format!("{stem}-pictures");
            let written = report.markdown(&directory).map_err(undrawn)?;
            let pictures: Vec<_> = (written.pictures.into_iter())
                .map(|(name, svg)| (PathBuf::from(format!("{name}.svg")), svg.into_bytes()))
                .collect();
            output::write_with(file, &written.text, &file.with_file_name(&directory), &pictures)
        }
    }
}

/// The command line as a shell reads it, whatever the program's own path, without what changes no result.
fn command(arguments: &[OsString]) -> String {
    let mut words = vec!["kurultai".to_owned()];
    let mut arguments = arguments.iter().skip(1).map(|word| word.to_string_lossy().into_owned());
    while let Some(word) = arguments.next() {
        match word.as_str() {
            "--threads" => drop(arguments.next()),
            "--quiet" | "-q" => (),
            word if word.starts_with("--threads=") => (),
            word => words.push(quoted(word)),
        }
    }
    words.join(" ")
}

fn quoted(word: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./=:,+@".contains(&byte);
    if !word.is_empty() && word.bytes().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}
