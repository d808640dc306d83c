//! Results turned into text: tables and Markdown for people, JSON and CSV for programs.
//!
//! Every exporter returns a `String`; where it goes is the caller's business. All words that people
//! read come from [`messages`].

mod account;
mod account_json;
mod allocation_csv;
mod allocation_json;
mod allocation_table;
mod axioms;
mod axioms_csv;
mod axioms_json;
mod bench;
mod bench_csv;
mod bench_json;
mod bench_table;
mod check;
mod coalitions;
mod coalitions_csv;
mod coalitions_json;
mod compare_csv;
mod compare_json;
mod compare_table;
mod comparison;
mod decisions;
mod decisions_json;
mod full_report;
mod indices;
mod list;
mod margins;
mod margins_csv;
mod margins_json;
pub mod messages;
mod method;
mod methods;
mod model;
mod number;
mod page;
pub mod pictures;
mod polls;
mod preamble;
mod provisions;
mod rules_json;
mod simulation_coalitions;
mod simulation_csv;
mod simulation_json;
mod simulation_table;
mod sweep;
mod table;
mod ties;
mod what_if;

use std::fmt;
use std::str::FromStr;

use crate::analysis::{
    Axioms, CoalitionAnalysis, Comparison, Estimate, Margins, MethodComparison, Outcome, Question,
    Summary, Target,
};
use crate::election::did_you_mean;
use crate::scenario::Scenario;
use crate::simulation::FIRST_DRAWS;
use messages::Messages;

pub use bench::BenchReport;
pub use check::check;
pub use full_report::{FullReport, MarkdownReport};
pub use indices::indices;
pub use list::Listing;
pub use methods::methods;
pub use preamble::notices;
pub use sweep::SweepReport;

/// The version of the JSON documents.
const SCHEMA: u32 = 1;

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A table for people.
    #[default]
    Table,
    /// A JSON document.
    Json,
    /// Comma-separated values, one row a party.
    Csv,
    /// The table in Markdown.
    Markdown,
}

/// A word that is no format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "unknown format `{word}`{}: it is one of `table`, `json`, `csv`, `markdown`",
    did_you_mean(word, ["table", "json", "csv", "markdown"])
)]
pub struct UnknownFormat {
    word: String,
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Self, UnknownFormat> {
        match text {
            "table" => Ok(Self::Table),
            "json" => Ok(Self::Json),
            "csv" => Ok(Self::Csv),
            "markdown" => Ok(Self::Markdown),
            _ => Err(UnknownFormat { word: text.to_owned() }),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
        })
    }
}

/// What an allocation report is about.
#[derive(Clone, Copy, Debug)]
pub struct AllocationReport<'a> {
    /// The language.
    pub words: &'static Messages,
    /// The election.
    pub scenario: &'a Scenario,
    /// Its seats.
    pub outcome: &'a Outcome,
    /// The seed of the lots.
    pub seed: u64,
    /// Whether to tell how the seats come about.
    pub explain: bool,
    /// What coalitions the seats allow, if that was asked.
    pub coalitions: Option<&'a CoalitionAnalysis>,
    /// How many votes would change the seats, if that was asked.
    pub margins: Option<&'a Margins>,
    /// Which properties the seats have, if that was asked.
    pub axioms: Option<&'a Axioms>,
}

impl AllocationReport<'_> {
    /// The report in this form. Tables may carry ANSI styles.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Table => allocation_table::page(self).terminal(),
            Format::Markdown => allocation_table::page(self).markdown(),
            Format::Json => allocation_json::render(self),
            Format::Csv => match (self.coalitions, self.margins, self.axioms) {
                (Some(analysis), ..) => coalitions_csv::render(self, analysis),
                (None, Some(margins), _) => margins_csv::render(self, margins),
                (None, None, Some(axioms)) => axioms_csv::render(self, axioms),
                (None, None, None) => allocation_csv::render(self),
            },
        }
    }
}

/// What a simulation report is about.
#[derive(Clone, Copy, Debug)]
pub struct SimulationReport<'a> {
    /// The language.
    pub words: &'static Messages,
    /// The election.
    pub scenario: &'a Scenario,
    /// What the draws say.
    pub summary: &'a Summary,
    /// The allocation of the count itself; none if it admits nobody.
    pub count: Option<&'a Outcome>,
    /// The forecast beside the real result, if the scenario names one.
    pub comparison: Option<&'a Comparison>,
    /// The seed of the draws.
    pub seed: u64,
    /// Probabilities that were asked for.
    pub asked: &'a [(Question, Estimate)],
    /// The rule by which the run stopped, if it had one.
    pub target: Option<&'a Target>,
}

impl SimulationReport<'_> {
    /// Writes the JSON document piece by piece: of 1,000 lists and 10,000 seats it has half a gigabyte.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn write_json(&self, out: &mut dyn std::io::Write) -> std::io::Result<()> {
        simulation_json::write(self, out)
    }

    /// The report in this form. Tables may carry ANSI styles.
    ///
    /// # Panics
    /// Never: memory takes the whole document, which is UTF-8.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Table => simulation_table::page(self).terminal(),
            Format::Markdown => simulation_table::page(self).markdown(),
            Format::Json => {
                let mut text = Vec::new();
                self.write_json(&mut text).expect("memory takes all");
                String::from_utf8(text).expect("JSON is UTF-8")
            }
            Format::Csv => simulation_csv::render(self),
        }
    }
}

/// What a report on laws side by side is about.
#[derive(Clone, Copy, Debug)]
pub struct CompareReport<'a> {
    /// The language.
    pub words: &'static Messages,
    /// The election under its own law.
    pub scenario: &'a Scenario,
    /// What it and other laws give.
    pub comparison: &'a MethodComparison,
    /// How many draws were made, if any.
    pub draws: Option<u64>,
    /// The seed of the draws and of the lots.
    pub seed: u64,
}

impl CompareReport<'_> {
    /// The report in this form. Tables may carry ANSI styles.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Table => compare_table::page(self).terminal(),
            Format::Markdown => compare_table::page(self).markdown(),
            Format::Json => compare_json::render(self),
            Format::Csv => compare_csv::render(self),
        }
    }

    /// The draws that were looked at under every law.
    fn paired_draws(&self) -> u64 {
        self.draws.unwrap_or(0).min(FIRST_DRAWS)
    }
}
