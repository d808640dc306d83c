//! Methods judged over many elections.

use super::messages::Messages;
use super::{Format, bench_csv, bench_json, bench_table};
use crate::analysis::{MethodBenchmark, Timing};

/// What a report on methods over many elections is about.
#[derive(Clone, Copy, Debug)]
pub struct BenchReport<'a> {
    /// The words it is written in.
    pub words: &'a Messages,
    /// The methods after each kind of elections.
    pub benchmarks: &'a [MethodBenchmark],
    /// How long they took, one for each benchmark; empty if that was not measured.
    pub timings: &'a [Timing],
    /// The seed of the draws.
    pub seed: u64,
}

impl BenchReport<'_> {
    /// The report in this form. Tables may carry ANSI styles.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Table => bench_table::page(self).terminal(),
            Format::Markdown => bench_table::page(self).markdown(),
            Format::Json => bench_json::render(self),
            Format::Csv => bench_csv::render(self),
        }
    }
}
