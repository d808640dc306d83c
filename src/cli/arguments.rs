//! The arguments.

mod known;
mod pictures;
mod tie_rules;

use std::path::PathBuf;

use clap::builder::TypedValueParser;
use clap::{Args, Parser, Subcommand, ValueHint};

pub(super) use known::Known;
pub(super) use pictures::{ChartOptions, Form, Picked, PictureOptions};
use tie_rules::TieRulesParser;

use crate::election::{MAX_SEATS, Share};
use crate::law::{FreedSeats, ThresholdBase, ThresholdRule, TieRules};
use crate::report::Format;
use crate::report::messages::{Language, Messages};
use crate::scenario::InputFormat;

/// Exact seat allocation and election simulation for Kazakhstan's Kurultai and any party-list election.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, propagate_version = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Share out the seats of a count and explain the result
    Allocate(AllocateOptions),
    /// Draw the election many times and say how sure the result is
    Simulate(SimulateOptions),
    /// Put methods, thresholds or laws side by side on the same votes, and on the same draws
    Compare(CompareOptions),
    /// Vary the threshold, the house size, a share, the error of polls or the method, step by step
    Sweep(super::sweep::SweepOptions),
    /// Judge allocation methods over many elections, drawn or real: bias, paradoxes, indices, speed
    Bench(super::bench::BenchOptions),
    /// Draw one picture into a file, as SVG or PNG
    Chart(ChartOptions),
    /// Write one report that tells everything: seats, chances, other methods, the last seat
    Report(super::report::ReportOptions),
    /// Write a scenario to start from, with a comment on every part
    Init(super::init::InitOptions),
    /// Check a scenario and compare it with its official seats
    Check(CheckOptions),
    /// List what can be asked for by name
    List(ListOptions),
    /// Print a completion script for a shell
    Completions(CompletionsOptions),
    /// Print the manual page, or write one page a command into a directory
    Man(ManOptions),
}

/// Where the votes come from.
#[derive(Debug, Args)]
pub(super) struct InputOptions {
    /// A .toml scenario, a .csv of votes, - for standard input, or a built-in name
    #[arg(default_value = crate::scenario::DEFAULT, value_hint = ValueHint::FilePath)]
    pub(super) scenario: String,

    /// How to read the input, where its name does not tell
    #[arg(long, value_parser = words::<InputFormat, _>(["toml", "csv"]))]
    pub(super) input_format: Option<InputFormat>,

    /// Change the count, as in "transfer amanat auyl 3%"; repeat it for more, applied in order after
    /// those of the file
    #[arg(long, value_name = "CHANGE")]
    pub(super) what_if: Vec<String>,
}

/// What to change about the law and the house.
#[derive(Debug, Args)]
#[command(next_help_heading = "Law")]
pub(super) struct LawOptions {
    /// A law by name, instead of the one in the file
    #[arg(long, value_name = "PRESET")]
    pub(super) law: Option<String>,

    /// A method by name, such as hare, dhondt or modified-sainte-lague:1.2; see list methods
    #[arg(long, value_name = "NAME")]
    pub(super) method: Option<String>,

    /// The house size
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = seats)]
    pub(super) seats: Option<u32>,

    /// The threshold, such as 5% or 1/150
    #[arg(long, value_name = "SHARE", allow_hyphen_values = true, value_parser = share)]
    pub(super) threshold: Option<Share>,

    /// What the threshold is a share of
    #[arg(long, value_name = "BASE",
        value_parser = words::<ThresholdBase, _>(["lists", "valid", "cast"]))]
    pub(super) threshold_base: Option<ThresholdBase>,

    /// Whether exactly the threshold is enough
    #[arg(long, value_name = "RULE",
        value_parser = words::<ThresholdRule, _>(["at-least", "more-than"]))]
    pub(super) threshold_rule: Option<ThresholdRule>,

    /// What settles a tie; of several rules each in turn, among those still tied
    #[arg(long, value_name = "RULE,...", value_parser = TieRulesParser)]
    pub(super) tie: Option<TieRules>,

    /// The lot as it was drawn: the names or ids of the winners; settles ties by lot
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    pub(super) lot: Option<Vec<String>>,

    /// What becomes of seats a list has no candidates for
    #[arg(long, value_name = "RULE",
        value_parser = words::<FreedSeats, _>(["redistribute", "vacant"]))]
    pub(super) freed_seats: Option<FreedSeats>,
}

/// Where the result goes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct OutputOptions {
    /// The form of the result [default: by the ending of --output, else table]
    #[arg(long, value_name = "FORMAT",
        value_parser = words::<Format, _>(["table", "json", "csv", "markdown"]))]
    pub(super) format: Option<Format>,

    /// Write the result to a file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) output: Option<PathBuf>,

    /// Write the pictures into a directory, as SVG unless --chart-format says otherwise
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) chart: Option<PathBuf>,

    #[command(flatten)]
    pub(super) pictures: PictureOptions,

    #[command(flatten)]
    pub(super) language: LanguageOption,

    /// Whether to style the table
    #[arg(long, value_name = "WHEN", default_value = "auto",
        value_parser = Known::new(["auto", "always", "never"]))]
    pub(super) color: String,

    /// No progress bar and no warnings
    #[arg(short, long)]
    pub(super) quiet: bool,
}

/// The language of what people read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct LanguageOption {
    /// The language of tables, pictures and reports; errors stay English
    #[arg(long, value_name = "LANGUAGE", default_value = "en",
        value_parser = Known::languages())]
    lang: Language,
}

impl LanguageOption {
    /// The messages of the language.
    pub(super) const fn words(&self) -> &'static Messages {
        self.lang.words()
    }
}

#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, Args)]
pub(super) struct AllocateOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,

    /// Tell how the seats come about: threshold, quota or divisor, last seat won, first missed
    #[arg(long)]
    pub(super) explain: bool,

    /// Tell which coalitions the seats allow: minimal winning, blocking, and the power of every list
    #[arg(long)]
    pub(super) coalitions: bool,

    /// Tell how many votes, new or switched, would change the seats, and how far the threshold is
    #[arg(long)]
    pub(super) margins: bool,

    /// Tell which properties hold for these votes, and show a paradox where one is found
    #[arg(long)]
    pub(super) axioms: bool,

    /// The seed of the lots, where ties are settled by lot [default: 1]
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = seed)]
    pub(super) seed: Option<u64>,

    #[command(flatten)]
    pub(super) law: LawOptions,

    #[command(flatten)]
    pub(super) output: OutputOptions,
}

#[derive(Debug, Args)]
pub(super) struct SimulateOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,

    /// How many elections to draw, such as 1e6 or `1_000_000`
    #[arg(long, value_name = "N", default_value = "100_000", allow_hyphen_values = true, value_parser = draws)]
    pub(super) draws: u64,

    /// The seed of the draws: the same seed gives the same draws
    #[arg(long, value_name = "N", default_value = "1", allow_hyphen_values = true, value_parser = seed)]
    pub(super) seed: u64,

    /// Draw until a probability is known so well: two standard errors, as in "P(amanat>=97) ±0.2%"
    #[arg(long, value_name = "EVENT ±SHARE", conflicts_with_all = ["draws", "precision"])]
    pub(super) until: Option<String>,

    /// Draw until two standard errors of every probability shown are within a share, such as 0.1%
    #[arg(long, value_name = "SHARE", conflicts_with = "draws", value_parser = share)]
    pub(super) precision: Option<Share>,

    /// The most draws of --until and --precision [default: 1e8]
    #[arg(long, value_name = "N", conflicts_with = "draws", value_parser = draws)]
    pub(super) max_draws: Option<u64>,

    /// A probability to tell, such as "amanat>=97", "auyl passes", "auyl largest" or "amanat>=97 given
    /// auyl passes"; may be repeated
    #[arg(long, value_name = "EVENT")]
    pub(super) probability: Vec<String>,

    /// Tell how often each set of lists is a minimal winning coalition, and the mean power of every list
    #[arg(long)]
    pub(super) coalitions: bool,

    /// Show one draw by its number, counted from 0, with its votes and the account of its seats
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = draw_number,
        conflicts_with_all = ["draws", "until", "precision", "max_draws", "probability", "threads"])]
    pub(super) replay: Option<u64>,

    /// How many threads to use [default: one a core]; the result does not depend on it
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = threads)]
    pub(super) threads: Option<usize>,

    #[command(flatten)]
    pub(super) law: LawOptions,

    #[command(flatten)]
    pub(super) output: OutputOptions,
}

#[derive(Debug, Args)]
pub(super) struct CompareOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,

    /// The methods to compare, such as dhondt,droop [default: every one]
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    pub(super) methods: Option<Vec<String>>,

    /// The thresholds to compare, such as 0%,3%,5%; with --methods, every method under each
    #[arg(long, value_name = "SHARE,...", value_delimiter = ',', value_parser = share)]
    pub(super) thresholds: Option<Vec<Share>>,

    /// The laws to compare, by preset, such as austria,israel; see list laws
    #[arg(long, value_name = "PRESET,...", value_delimiter = ',',
        conflicts_with_all = ["methods", "thresholds"])]
    pub(super) laws: Option<Vec<String>>,

    /// Compare over so many drawn elections too, the same for every row, such as 1e5
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = draws)]
    pub(super) draws: Option<u64>,

    /// The seed of the draws and of lots: the same seed gives the same draws [default: 1]
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = seed)]
    pub(super) seed: Option<u64>,

    /// How many threads to use for draws [default: one a core]; the result does not depend on it
    #[arg(long, value_name = "N", requires = "draws", allow_hyphen_values = true, value_parser = threads)]
    pub(super) threads: Option<usize>,

    #[command(flatten)]
    pub(super) law: LawOptions,

    #[command(flatten)]
    pub(super) output: OutputOptions,
}

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,

    #[command(flatten)]
    pub(super) law: LawOptions,

    #[command(flatten)]
    pub(super) language: LanguageOption,

    /// No warnings
    #[arg(short, long)]
    pub(super) quiet: bool,
}

#[derive(Debug, Args)]
pub(super) struct ListOptions {
    /// What to list
    #[arg(value_name = "WHAT")]
    pub(super) what: Listed,

    #[command(flatten)]
    pub(super) output: OutputOptions,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Listed {
    /// Methods with their formulas, who uses them, and what they promise
    Methods,
    /// Electoral laws, with article and source
    Laws,
    /// Built-in scenarios
    Scenarios,
    /// Models of uncertainty
    Models,
    /// Pictures
    Charts,
    /// Indices of disproportionality, with formula, range and source
    Indices,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsOptions {
    /// The shell
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManOptions {
    /// Write a page for every command into this directory
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) directory: Option<PathBuf>,
}

/// Accepts these words, each of which the type itself can read.
fn words<T, const N: usize>(accepted: [&'static str; N]) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>
        + Clone
        + Send
        + Sync
        + 'static,
{
    Known::new(accepted).try_map(|word| word.parse::<T>())
}

pub(super) fn share(text: &str) -> Result<Share, String> {
    text.parse::<Share>().map_err(|error| error.to_string())
}

/// The largest number of draws: a run of this length takes years.
const MAX_DRAWS: u64 = 1_000_000_000_000_000;

/// Seeds stay below 2^53, so that R and JavaScript keep them.
const MAX_SEED: u64 = (1 << 53) - 1;

const MAX_THREADS: u64 = 1_024;

/// The seed of everything that is drawn, where none is given.
pub(super) const DEFAULT_SEED: u64 = 1;

pub(super) fn seats(text: &str) -> Result<u32, String> {
    let seats = whole_number(text, 1, MAX_SEATS.into())?;
    u32::try_from(seats).map_err(|error| error.to_string())
}

pub(super) fn draws(text: &str) -> Result<u64, String> {
    whole_number(text, 1, MAX_DRAWS)
}

fn draw_number(text: &str) -> Result<u64, String> {
    whole_number(text, 0, MAX_DRAWS - 1)
}

pub(super) fn seed(text: &str) -> Result<u64, String> {
    whole_number(text, 0, MAX_SEED)
}

pub(super) fn threads(text: &str) -> Result<usize, String> {
    let threads = whole_number(text, 1, MAX_THREADS)?;
    usize::try_from(threads).map_err(|error| error.to_string())
}

/// A whole number within limits, written `1000000`, `1_000_000` or `1e6`.
pub(super) fn whole_number(text: &str, least: u64, most: u64) -> Result<u64, String> {
    let digits = |text: &str| {
        let plain = text.replace('_', "");
        let plain = plain.as_str();
        (!plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| plain.parse::<u64>().ok())
            .flatten()
    };
    let number = match text.split_once(['e', 'E']) {
        None => digits(text),
        Some((mantissa, exponent)) => digits(mantissa).and_then(|mantissa| {
            let exponent = u32::try_from(digits(exponent)?).ok()?;
            mantissa.checked_mul(10_u64.checked_pow(exponent)?)
        }),
    };
    number.filter(|number| (least..=most).contains(number)).ok_or_else(|| {
        format!("it must be a whole number from {least} to {most}, such as 1000, 1_000 or 1e3")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_in_three_spellings() {
        for text in ["1000000", "1_000_000", "1e6", "10E5"] {
            assert_eq!(draws(text), Ok(1_000_000), "{text}");
        }
        for text in ["", "_", "0", "-1", "1.5", "1e", "e6", "1e99", "1e16", "NaN", "+5", "1 000"] {
            assert!(draws(text).is_err(), "{text}");
        }
        assert_eq!(seed("9007199254740991"), Ok(MAX_SEED));
        assert!(seed("9007199254740992").is_err());
    }

    #[test]
    fn the_arguments_are_consistent() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }
}
