//! Methods judged over many elections as CSV, one row a figure.

use super::BenchReport;
use super::allocation_csv::table;
use super::allocation_json::approximate;
use super::bench_json::kind;
use crate::analysis::{Estimate, Fault, MethodBenchmark, MethodRecord, MethodTime};
use crate::measures::indices::catalogue;

const HEADER: [&str; 12] = [
    "elections",
    "lists",
    "seats",
    "method",
    "quantity",
    "rank",
    "value",
    "se",
    "theory",
    "p95",
    "hits",
    "judged",
];

/// A figure of one method: its quantity, and its cells from `rank` on.
type Figure = (String, [Option<f64>; 5], [Option<u64>; 2]);

pub(super) fn render(report: &BenchReport<'_>) -> String {
    let rows = report.benchmarks.iter().enumerate().flat_map(|(at, benchmark)| {
        let timing = report.timings.get(at);
        benchmark.methods.iter().enumerate().flat_map(move |(place, record)| {
            let mut figures = figures(benchmark, record);
            figures.extend(timing.into_iter().flat_map(|timing| times(&timing.methods[place])));
            figures.into_iter().map(move |figure| row(benchmark, record, figure))
        })
    });
    table(HEADER.map(str::to_owned).to_vec(), rows)
}

fn row(benchmark: &MethodBenchmark, record: &MethodRecord, figure: Figure) -> Vec<String> {
    let (quantity, figures, counts) = figure;
    let elections = &benchmark.elections;
    let mut row = vec![
        kind(elections).to_owned(),
        cell(elections.lists()),
        cell(elections.house_size()),
        record.method.to_string(),
        quantity,
    ];
    row.extend(figures.map(|figure| cell(figure.filter(|figure| figure.is_finite()))));
    row.extend(counts.map(cell));
    row
}

#[expect(clippy::cast_precision_loss, reason = "a rank is at most 1,000")]
fn figures(benchmark: &MethodBenchmark, record: &MethodRecord) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    let theory = benchmark.bias_theory(record.method);
    for (at, sum) in record.bias.iter().enumerate() {
        let expected = theory.as_ref().and_then(|theory| theory.ranks.get(at).copied());
        let known = [Some(sum.mean()), Some(sum.standard_error()), expected, None];
        let [value, se, theory, p95] = known;
        let rank = Some((at + 1) as f64);
        figures.push((
            "bias".to_owned(),
            [rank, value, se, theory, p95],
            [None, Some(sum.draws())],
        ));
    }
    for fault in Fault::ALL {
        let count = record.fault(fault);
        let rate = Estimate { hits: count.hits, draws: count.elections };
        let known = [None, Some(rate.probability()), Some(rate.standard_error()), None, None];
        figures.push((fault.name().to_owned(), known, [Some(count.hits), Some(count.elections)]));
    }
    for (index, spread) in catalogue().iter().zip(&record.indices) {
        let sum = spread.sum();
        let (mean, error) = (Some(sum.mean()), Some(sum.standard_error()));
        let known = [None, mean, error, None, spread.percentile(95)];
        figures.push((index.name.replace('-', "_"), known, [None, Some(sum.draws())]));
    }
    let natural = benchmark.natural_thresholds(record.method);
    for (quantity, found, natural) in [
        ("smallest_winning", record.smallest_winner, natural.map(|natural| natural.can_win)),
        ("largest_missing", record.largest_loser, natural.map(|natural| natural.can_miss)),
    ] {
        let known = [None, found.map(approximate), None, natural.map(approximate), None];
        figures.push((quantity.to_owned(), known, [None, Some(record.allocated)]));
    }
    figures.push(("refused".to_owned(), [None; 5], [Some(record.refused), Some(benchmark.judged)]));
    figures
}

fn times(time: &MethodTime) -> [Figure; 2] {
    let figure = |quantity: &str, value: f64| {
        (quantity.to_owned(), [None, Some(value), None, None, None], [None, None])
    };
    [figure("nanoseconds", time.nanoseconds), figure("naive_nanoseconds", time.naive_nanoseconds)]
}

/// A value as a cell, empty without one.
fn cell(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
