//! Options that would have no effect: refused where the command line alone shows it, else said on standard error.
//!
//! `tests/options.rs` has every option of every command, each with what it changes or how it is refused.

use std::fmt::Display;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anyhow::anyhow;
use sha2::{Digest, Sha256};

use super::arguments::{
    ChartOptions, Command, Form, InputOptions, LawOptions, OutputOptions, Picked,
};
use super::failure::{Failure, Status, warn};
use crate::election::PartyKind;
use crate::report::Format;
use crate::report::messages::{EN, Messages};
use crate::report::pictures::Drawing;
use crate::scenario::{InputFormat, Scenario, built_in};

/// Refuses what the command line alone shows to be without effect or to contradict itself.
pub(super) fn check(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Allocate(options) => {
            of_input(&options.input)?;
            of_output(&options.output)?;
            if options.explain && options.output.format() == Format::Csv {
                return usage(
                    "--explain is for people and for JSON: a CSV has no account; leave it out, or take --format json",
                );
            }
            Ok(())
        }
        Command::Simulate(options) => {
            of_input(&options.input)?;
            of_output(&options.output)
        }
        Command::Compare(options) => {
            of_input(&options.input)?;
            of_output(&options.output)
        }
        Command::Sweep(options) => {
            of_input(&options.input)?;
            of_output(&options.output)?;
            let is_table = matches!(options.output.format(), Format::Table | Format::Markdown);
            if options.show.is_some() && !is_table {
                return usage(
                    "--show picks the list that a table shows: CSV and JSON have all; leave it out",
                );
            }
            Ok(())
        }
        Command::Bench(options) => of_output(&options.output),
        Command::Chart(options) => {
            of_input(&options.input)?;
            of_chart(options)
        }
        Command::Report(options) => of_input(&options.input),
        Command::Check(options) => of_input(&options.input),
        Command::List(options) => of_output(&options.output),
        Command::Init(_) | Command::Completions(_) | Command::Man(_) => Ok(()),
    }
}

fn usage<T>(message: impl Display) -> Result<T, Failure> {
    Err(Failure::new(Status::Usage, anyhow!("{message}")))
}

/// A form of input that the name of the input settles.
fn of_input(options: &InputOptions) -> Result<(), Failure> {
    let Some(format) = options.input_format else { return Ok(()) };
    let name = &options.scenario;
    if built_in().iter().any(|scenario| scenario.name == *name) {
        return usage(format!("`{name}` is inside the program: leave out --input-format"));
    }
    match InputFormat::of_ending(Path::new(name)) {
        Some(ending) if ending != format => usage(format!(
            "--input-format {format} contradicts the ending of {name}; leave it out, or rename the file"
        )),
        _ => Ok(()),
    }
}

fn of_output(options: &OutputOptions) -> Result<(), Failure> {
    if let (Some(format), Some(promised)) = (options.format, options.promised())
        && format != promised
    {
        let file = options.output.as_deref().unwrap_or(Path::new("-")).display();
        return usage(format!(
            "--format {format} contradicts the ending of {file}, which is that of {promised}; leave --format \
             out, or give the file another ending"
        ));
    }
    if let (None, None, Some(ending)) = (options.format, options.promised(), options.ending()) {
        return usage(format!(
            "no form of a result ends in .{ending}: take .txt, .json, .csv or .md, or say the form by --format"
        ));
    }
    if options.color == "always" {
        let form = options.format();
        if form != Format::Table {
            return usage(format!(
                "--color always is for tables: {form} has no styles; leave it out"
            ));
        }
        if options.output.as_deref().is_some_and(|file| file != Path::new("-")) {
            return usage(
                "--color always is for standard output: a file has no styles; leave it out",
            );
        }
    }
    distinct("--chart-format", &options.pictures.chart_format, |form| form.ending().to_owned())?;
    distinct("--theme", &options.pictures.theme, |theme| format!("{theme:?}").to_lowercase())
}

/// Refuses a list of an option that has the same thing twice.
pub(super) fn distinct<T: PartialEq>(
    option: &str,
    list: &[T],
    shown: impl Fn(&T) -> String,
) -> Result<(), Failure> {
    let twice = list.iter().enumerate().find(|(at, thing)| list[..*at].contains(thing));
    match twice {
        None => Ok(()),
        Some((_, thing)) => usage(format!("{option} has `{}` twice; give it once", shown(thing))),
    }
}

/// Options that the picture asked for does not look at.
fn of_chart(options: &ChartOptions) -> Result<(), Failure> {
    distinct("--chart-format", &options.chart_format, |form: &Form| form.ending().to_owned())?;
    let Picked::One(picture) = options.picture else { return Ok(()) };
    let name = picture.name;
    match picture.drawing {
        Drawing::Draws(_) | Drawing::Course(_) => Ok(()),
        Drawing::Bench(_) => {
            let LawOptions {
                law,
                method,
                seats: _,
                threshold,
                threshold_base,
                threshold_rule,
                tie,
                lot,
                freed_seats,
            } = &options.law;
            let ignored = [
                // A law brings a house with it; everything else of it is not looked at.
                ("--law", law.is_some() && options.law.seats.is_some()),
                ("--method", method.is_some()),
                ("--threshold", threshold.is_some()),
                ("--threshold-base", threshold_base.is_some()),
                ("--threshold-rule", threshold_rule.is_some()),
                ("--tie", tie.is_some()),
                ("--lot", lot.is_some()),
                ("--freed-seats", freed_seats.is_some()),
                ("--what-if", !options.input.what_if.is_empty()),
            ];
            match ignored.iter().find(|(_, is_given)| *is_given) {
                Some((option, _)) => usage(format!(
                    "the picture `{name}` is drawn from elections of its own, of which the scenario gives the house \
                     size alone: leave out {option}"
                )),
                None => Ok(()),
            }
        }
        Drawing::Count(_)
        | Drawing::Margins(_)
        | Drawing::Comparison(_)
        | Drawing::Sweep(_)
        | Drawing::Swing(_) => {
            let ignored =
                [("--draws", options.draws.is_some()), ("--threads", options.threads.is_some())];
            match ignored.iter().find(|(_, is_given)| *is_given) {
                Some((option, _)) => usage(format!(
                    "the picture `{name}` is drawn from the count, not from draws: leave out {option}"
                )),
                None => Ok(()),
            }
        }
    }
}

/// Says that a seed was given and nothing was drawn from it.
pub(super) fn say_of_seed(seed: Option<u64>, is_used: bool, quiet: bool) {
    if seed.is_some() && !is_used && !quiet {
        warn("--seed has no effect: nothing is drawn, for no tie is settled by a lot");
    }
}

/// Says that the rule for seats without a candidate was given, and every list has candidates enough.
pub(super) fn say_of_freed_seats(law: &LawOptions, scenario: &Scenario) {
    let mut lists = scenario.parties.iter().filter(|party| party.kind == PartyKind::List);
    if law.freed_seats.is_some() && lists.all(|party| party.candidates.is_none()) {
        warn("--freed-seats has no effect: no list has a number of `candidates`");
    }
}

/// Says that the language changes nothing in a report for programs, which is `text` in the language asked for.
pub(super) fn say_of_language(
    options: &OutputOptions,
    text: &str,
    render: impl FnOnce(&'static Messages) -> String,
) {
    if has_questionable_language(options) && render(&EN) == text {
        warn_of_language();
    }
}

/// The same for a report that is written in pieces and never held: its digests are compared.
pub(super) fn say_of_language_in_pieces(
    options: &OutputOptions,
    write: impl Fn(&'static Messages, &mut dyn Write) -> io::Result<()>,
) {
    let digest = |words| {
        let mut pieces = BufWriter::new(Fingerprint(Sha256::new()));
        write(words, &mut pieces).and_then(|()| pieces.flush()).expect("a digest takes all");
        pieces.get_ref().0.clone().finalize()
    };
    if has_questionable_language(options) && digest(options.language.words()) == digest(&EN) {
        warn_of_language();
    }
}

/// Whether a report for programs was asked for in another language than English, and nothing for people.
fn has_questionable_language(options: &OutputOptions) -> bool {
    let is_for_programs = matches!(options.format(), Format::Json | Format::Csv);
    let is_asked = options.language.words().code != EN.code;
    is_for_programs && is_asked && options.chart.is_none() && !options.quiet
}

/// Takes a document of any length and keeps its digest.
struct Fingerprint(Sha256);

impl Write for Fingerprint {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.0.update(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn warn_of_language() {
    warn("--lang has no effect: nothing here has a name in several languages");
}
