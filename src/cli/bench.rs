//! `kurultai bench`.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, anyhow};
use clap::{Args, ValueEnum, ValueHint};

use super::arguments::{self, OutputOptions};
use super::failure::{Failure, Status, warn};
use super::output::Output;
use super::progress::Bar;
use super::simulate::no_threads;
use super::{effect, pictures, threads};
use crate::analysis::{
    Alternatives, Elections, ElectionsError, MethodBenchmark, RealElection, Timing,
};
use crate::apportionment::Method;
use crate::election::Share;
use crate::report::BenchReport;
use crate::scenario::{DEFAULT, InputFormat, Scenario, built_in, is_loop_of_links};
use crate::simulation::Run;

/// The house of drawn elections that name none: the Kurultai.
const ASSUMED_SEATS: u32 = 145;
/// κ of elections around a scenario: a share of 50 % has a standard deviation of 5 points.
const CONCENTRATION: f64 = 99.0;
const DRAWS: u64 = 100_000;

#[derive(Debug, Args)]
pub(super) struct BenchOptions {
    /// The elections that the methods are judged over
    #[arg(long, value_name = "KIND", default_value = "uniform")]
    pub(super) elections: Kind,

    /// How many lists to draw, such as 5, or 3..8 for a table each [default: 5]
    #[arg(long, value_name = "N|A..B")]
    pub(super) lists: Option<ListNumbers>,

    /// The count that `dirichlet` draws around [default: kurultai-2023]
    #[arg(long, value_name = "SCENARIO", value_hint = ValueHint::FilePath)]
    pub(super) scenario: Option<String>,

    /// How close `dirichlet` stays to it: a share p has the variance p(1-p)/(K+1) [default: 99]
    #[arg(long, value_name = "K", allow_hyphen_values = true)]
    pub(super) concentration: Option<f64>,

    /// A folder with a CSV of votes for every real election [default: those in the program]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) folder: Option<PathBuf>,

    /// The methods, such as dhondt,droop [default: every one]
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    pub(super) methods: Option<Vec<String>>,

    /// The house size [default: 145; of real elections the seats that were filled]
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = arguments::seats)]
    pub(super) seats: Option<u32>,

    /// The share below which a list takes no part, such as 5% [default: none]
    #[arg(long, value_name = "SHARE", allow_hyphen_values = true, value_parser = arguments::share)]
    pub(super) threshold: Option<Share>,

    /// How many elections to draw, such as 1e6 [default: 1e5]
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = arguments::draws)]
    pub(super) draws: Option<u64>,

    /// The seed of the draws: the same seed gives the same draws
    #[arg(long, value_name = "N", default_value = "1", allow_hyphen_values = true,
        value_parser = arguments::seed)]
    pub(super) seed: u64,

    /// How many threads to use [default: one a core]; the result does not depend on it
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = arguments::threads)]
    pub(super) threads: Option<usize>,

    /// Measure how long an allocation takes, beside the naive loop
    #[arg(long)]
    pub(super) timing: bool,

    #[command(flatten)]
    pub(super) output: OutputOptions,
}

/// The elections that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// Every division of the votes equally likely
    Uniform,
    /// Plausible party systems: ordered Dirichlet shares of typical sizes
    PartySystems,
    /// Dirichlet shares around the count of a scenario
    Dirichlet,
    /// Real elections
    Real,
}

/// Numbers of lists, one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ListNumbers {
    from: usize,
    to: usize,
}

impl FromStr for ListNumbers {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| {
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse::<usize>().ok()).flatten()
        };
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let numbers = number(from).zip(number(to));
        let numbers = numbers.filter(|(from, to)| 2 <= *from && from <= to && *to <= 1_000);
        let (from, to) = numbers.ok_or(
            "it must be a whole number from 2 to 1000, such as 5, or two of them with the smaller first, \
             such as 3..8",
        )?;
        Ok(Self { from, to })
    }
}

pub(super) fn run(options: &BenchOptions) -> Result<Status, Failure> {
    check_combination(options)?;
    let methods = methods(options)?;
    let elections = elections(options)?;
    let input = options.scenario.as_deref().unwrap_or_default();
    let output = Output::prepare(&options.output, input)?;
    let run = Run {
        draws: options.draws.unwrap_or(DRAWS),
        seed: options.seed,
        threads: threads::number(options.threads)?,
    };
    let all = elections.iter().map(|elections| elections.count(run.draws)).sum();
    let judge = |progress: &(dyn Fn(u64) + Sync)| -> Result<Vec<MethodBenchmark>, _> {
        let judged = |elections| MethodBenchmark::of(elections, &methods, run, progress);
        elections.into_iter().map(judged).collect()
    };
    let benchmarks =
        Bar::new(all, "elections", options.output.quiet).during(judge).map_err(no_threads)?;
    let measure =
        |benchmark: &MethodBenchmark| Timing::measure(&benchmark.elections, &methods, options.seed);
    let timings: Vec<Timing> = Bar::of_unknown("measuring", options.output.quiet)
        .during(|_| benchmarks.iter().filter(|_| options.timing).map(measure).collect());
    let report = BenchReport {
        words: options.output.language.words(),
        benchmarks: &benchmarks,
        timings: &timings,
        seed: options.seed,
    };
    let format = options.output.format();
    let text = report.render(format);
    effect::say_of_language(&options.output, &text, |words| {
        BenchReport { words, ..report }.render(format)
    });
    output.write(&text, &pictures::of_bench(&report))?;
    Ok(Status::Done)
}

/// Refuses options that mean nothing beside each other.
fn check_combination(options: &BenchOptions) -> Result<(), Failure> {
    let usage = |text: String| Err(Failure::new(Status::Usage, anyhow!(text)));
    let is_drawn_by_size = matches!(options.elections, Kind::Uniform | Kind::PartySystems);
    let is_around = options.elections == Kind::Dirichlet;
    let is_real = options.elections == Kind::Real;
    for (option, is_given, fits, kinds) in [
        ("--lists", options.lists.is_some(), is_drawn_by_size, "uniform` or `party-systems"),
        ("--scenario", options.scenario.is_some(), is_around, "dirichlet"),
        ("--concentration", options.concentration.is_some(), is_around, "dirichlet"),
        ("--folder", options.folder.is_some(), is_real, "real"),
    ] {
        if is_given && !fits {
            return usage(format!("`{option}` is for `--elections {kinds}`"));
        }
    }
    if is_real && options.draws.is_some() {
        return usage(
            "real elections are all judged, none is drawn: leave out `--draws`".to_owned(),
        );
    }
    Ok(())
}

fn methods(options: &BenchOptions) -> Result<Vec<Method>, Failure> {
    match &options.methods {
        Some(names) => {
            let methods: Vec<Method> = (names.iter())
                .map(|name| {
                    name.parse()
                        .context("--methods")
                        .map_err(|error| Failure::new(Status::Usage, error))
                })
                .collect::<Result<_, _>>()?;
            effect::distinct("--methods", &methods, ToString::to_string)?;
            Ok(methods)
        }
        None => match Alternatives::every_method() {
            Alternatives::Rules { methods, .. } => Ok(methods),
            Alternatives::Laws(_) => Ok(Vec::new()),
        },
    }
}

/// What the methods are judged over, a kind for every number of lists.
fn elections(options: &BenchOptions) -> Result<Vec<Elections>, Failure> {
    let bad_input = |error: ElectionsError| Failure::new(Status::Input, error);
    let seats = options.seats.unwrap_or(ASSUMED_SEATS);
    let threshold = options.threshold.unwrap_or(Share::ZERO);
    let ListNumbers { from, to } = options.lists.unwrap_or(ListNumbers { from: 5, to: 5 });
    match options.elections {
        Kind::Uniform => (from..=to)
            .map(|lists| Elections::uniform(lists, seats, threshold).map_err(bad_input))
            .collect(),
        Kind::PartySystems => (from..=to)
            .map(|lists| Elections::party_systems(lists, seats, threshold).map_err(bad_input))
            .collect(),
        Kind::Dirichlet => {
            let name = options.scenario.as_deref().unwrap_or(DEFAULT);
            let scenario = Scenario::load(name, None)?;
            let concentration = options.concentration.unwrap_or(CONCENTRATION);
            let seats = options.seats.unwrap_or(scenario.house.seats());
            let around = Elections::around(&scenario, concentration, seats, threshold);
            let of_scenario = |error: ElectionsError| anyhow!(error).context(name.to_owned());
            Ok(vec![around.map_err(|error| Failure::new(Status::Input, of_scenario(error)))?])
        }
        Kind::Real => {
            let scenarios = match &options.folder {
                Some(folder) => tables(folder, options.output.quiet)?,
                None => counts_in_the_program()?,
            };
            let real = scenarios.iter().map(|count| RealElection::of(count, options.seats));
            Ok(vec![Elections::real(real.collect(), threshold).map_err(bad_input)?])
        }
    }
}

/// The scenarios in the program that are official counts with official seats.
fn counts_in_the_program() -> Result<Vec<Scenario>, Failure> {
    let mut counts = Vec::new();
    for scenario in built_in() {
        let scenario = Scenario::load(scenario.name, None)?;
        if scenario.parties.iter().any(|party| party.official_seats.is_some()) {
            counts.push(scenario);
        }
    }
    Ok(counts)
}

/// The tables of votes in a folder, by name. A table without a column `party` is none of votes, such as an
/// index of the others, and is left out with a warning.
fn tables(folder: &Path, quiet: bool) -> Result<Vec<Scenario>, Failure> {
    let unreadable = |error| unreadable(&format!("the folder {}", folder.display()), &error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut tables = Vec::new();
    for path in paths {
        if has_parties(&path)? {
            let name = path.to_string_lossy();
            tables.push(Scenario::load(&name, Some(InputFormat::Csv))?);
        } else if !quiet {
            warn(&format!("{}: left out, its header has no column `party`", path.display()));
        }
    }
    if tables.is_empty() {
        let folder = folder.display();
        let error =
            anyhow!("{folder}: no file ending in .csv with the columns `party,votes` in it");
        return Err(Failure::new(Status::Input, error));
    }
    Ok(tables)
}

fn unreadable(what: &str, error: &std::io::Error) -> Failure {
    let reason = if is_loop_of_links(error) {
        "its path is a loop of symbolic links".to_owned()
    } else {
        error.to_string()
    };
    Failure::new(Status::File, anyhow!("cannot read {what}: {reason}"))
}

/// Whether the first line of a table names a column `party`.
fn has_parties(path: &Path) -> Result<bool, Failure> {
    let bytes = fs::read(path).map_err(|error| unreadable(&path.display().to_string(), &error))?;
    let text = String::from_utf8_lossy(&bytes);
    let header = text.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty());
    let mut columns = header.unwrap_or_default().split(',');
    Ok(columns.any(|column| column.trim().trim_matches('"').eq_ignore_ascii_case("party")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_lists_are_one_or_a_range() {
        assert_eq!("5".parse(), Ok(ListNumbers { from: 5, to: 5 }));
        assert_eq!("3..8".parse(), Ok(ListNumbers { from: 3, to: 8 }));
        for text in ["", "1", "8..3", "3..", "..8", "+5", "3..1001", "3...8", "five"] {
            assert!(text.parse::<ListNumbers>().is_err(), "{text}");
        }
    }
}
