//! Methods judged over many elections as a JSON document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::allocation_json::approximate;
use super::messages::Messages;
use super::rules_json::document;
use super::simulation_json::Mean;
use super::{BenchReport, SCHEMA};
use crate::analysis::{
    ElectionKind, Elections, Estimate, Fault, FaultCount, IndexSpread, MethodBenchmark,
    MethodRecord, MethodTime, Timing, party_system,
};
use crate::apportionment::Fraction;
use crate::measures::indices::catalogue;
use crate::simulation::GROWTH_LIMIT;

#[derive(Debug, Serialize)]
struct Document<'a> {
    schema: u32,
    program: &'static str,
    version: &'static str,
    seed: u64,
    /// The most that a list grows or shrinks by in the second election of a population paradox.
    growth_limit: String,
    benchmarks: Vec<BenchmarkJson<'a>>,
    /// There only if it was asked for: it is never the same twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    timing: Vec<TimingJson>,
}

#[derive(Debug, Serialize)]
struct BenchmarkJson<'a> {
    elections: ElectionsJson<'a>,
    judged: u64,
    /// Elections in which fewer than two lists took part.
    passed_over: u64,
    /// Shares of votes by rank, largest first.
    shares: Vec<Mean>,
    methods: Vec<MethodJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ElectionsJson<'a> {
    kind: &'static str,
    lists: Option<usize>,
    seats: Option<u32>,
    threshold: String,
    /// Parameters of the Dirichlet distribution in order, where it is one of its own.
    alpha: Option<Vec<f64>>,
    concentration: Option<f64>,
    inputs: Vec<InputJson<'a>>,
}

#[derive(Debug, Serialize)]
struct InputJson<'a> {
    title: &'a str,
    sha256: &'a str,
}

#[derive(Debug, Serialize)]
struct MethodJson<'a> {
    method: String,
    allocated: u64,
    /// Elections in which the quota awards more seats than there are.
    refused: u64,
    /// By rank, largest first.
    bias: Vec<BiasJson>,
    /// Whether the theory is that of this house, or of large ones; null without theory.
    theory_is_exact: Option<bool>,
    faults: BTreeMap<&'static str, FaultJson<'a>>,
    indices: BTreeMap<&'static str, IndexJson>,
    smallest_winning: Option<ShareJson>,
    largest_missing: Option<ShareJson>,
    natural_smallest_winning: Option<ShareJson>,
    natural_largest_missing: Option<ShareJson>,
}

#[derive(Debug, Serialize)]
struct BiasJson {
    rank: usize,
    elections: u64,
    mean: f64,
    se: f64,
    theory: Option<f64>,
}

#[derive(Debug, Serialize)]
struct FaultJson<'a> {
    hits: u64,
    elections: u64,
    p: f64,
    se: f64,
    /// Whether a theorem says that it never happens.
    excluded: bool,
    witness: Option<WitnessJson<'a>>,
}

#[derive(Debug, Serialize)]
struct WitnessJson<'a> {
    election: u64,
    seats: u32,
    votes: &'a [u64],
    #[serde(skip_serializing_if = "Option::is_none")]
    grown_votes: Option<&'a [u64]>,
}

#[derive(Debug, Serialize)]
struct IndexJson {
    mean: f64,
    se: f64,
    p05: Option<f64>,
    p95: Option<f64>,
    largest: Option<f64>,
}

#[derive(Debug, Serialize)]
struct ShareJson {
    exact: String,
    share: f64,
}

#[derive(Debug, Serialize)]
struct TimingJson {
    elections: u64,
    rounds: usize,
    methods: Vec<TimeJson>,
}

#[derive(Debug, Serialize)]
struct TimeJson {
    method: String,
    nanoseconds: f64,
    naive_nanoseconds: f64,
    ratio: f64,
}

pub(super) fn render(report: &BenchReport<'_>) -> String {
    document(&Document {
        schema: SCHEMA,
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        seed: report.seed,
        growth_limit: GROWTH_LIMIT.to_string(),
        benchmarks: report
            .benchmarks
            .iter()
            .map(|benchmark| benchmark_json(report.words, benchmark))
            .collect(),
        timing: report.timings.iter().map(TimingJson::from).collect(),
    })
}

fn benchmark_json<'a>(words: &Messages, benchmark: &'a MethodBenchmark) -> BenchmarkJson<'a> {
    BenchmarkJson {
        elections: elections_json(words, &benchmark.elections),
        judged: benchmark.judged,
        passed_over: benchmark.passed_over,
        shares: benchmark.shares.iter().copied().map(Mean::from).collect(),
        methods: benchmark.methods.iter().map(|record| method_json(benchmark, record)).collect(),
    }
}

fn elections_json<'a>(words: &Messages, elections: &'a Elections) -> ElectionsJson<'a> {
    let (alpha, concentration) = match *elections.kind() {
        ElectionKind::Uniform { lists } => (Some(vec![1.0; lists]), None),
        ElectionKind::PartySystems { lists } => (Some(party_system(lists)), None),
        ElectionKind::Around { concentration, .. } => (None, Some(concentration)),
        ElectionKind::Real { .. } => (None, None),
    };
    let inputs = elections.inputs().into_iter();
    ElectionsJson {
        kind: kind(elections),
        lists: elections.lists(),
        seats: elections.house_size(),
        threshold: elections.threshold().to_string(),
        alpha,
        concentration,
        inputs: inputs
            .map(|(title, sha256)| InputJson { title: title.in_language(words.code), sha256 })
            .collect(),
    }
}

/// The word by which such elections are asked for.
pub(super) const fn kind(elections: &Elections) -> &'static str {
    match elections.kind() {
        ElectionKind::Uniform { .. } => "uniform",
        ElectionKind::PartySystems { .. } => "party-systems",
        ElectionKind::Around { .. } => "dirichlet",
        ElectionKind::Real { .. } => "real",
    }
}

fn method_json<'a>(benchmark: &MethodBenchmark, record: &'a MethodRecord) -> MethodJson<'a> {
    let theory = benchmark.bias_theory(record.method);
    let natural = benchmark.natural_thresholds(record.method);
    let bias = record.bias.iter().enumerate().map(|(at, sum)| BiasJson {
        rank: at + 1,
        elections: sum.draws(),
        mean: sum.mean(),
        se: sum.standard_error(),
        theory: theory.as_ref().and_then(|theory| theory.ranks.get(at).copied()),
    });
    MethodJson {
        method: record.method.to_string(),
        allocated: record.allocated,
        refused: record.refused,
        bias: bias.collect(),
        theory_is_exact: theory.as_ref().map(|theory| theory.is_exact),
        faults: (Fault::ALL.into_iter())
            .map(|fault| (fault.name(), fault_json(record, fault)))
            .collect(),
        indices: (catalogue().iter().zip(&record.indices))
            .map(|(index, spread)| (index.name, spread.into()))
            .collect(),
        smallest_winning: record.smallest_winner.map(ShareJson::from),
        largest_missing: record.largest_loser.map(ShareJson::from),
        natural_smallest_winning: natural.map(|natural| natural.can_win.into()),
        natural_largest_missing: natural.map(|natural| natural.can_miss.into()),
    }
}

fn fault_json(record: &MethodRecord, fault: Fault) -> FaultJson<'_> {
    let FaultCount { hits, elections, witness } = record.fault(fault);
    let estimate = Estimate { hits: *hits, draws: *elections };
    FaultJson {
        hits: *hits,
        elections: *elections,
        p: estimate.probability(),
        se: estimate.standard_error(),
        excluded: fault.axiom().is_some_and(|axiom| record.method.keeps(axiom)),
        witness: witness.as_ref().map(|witness| WitnessJson {
            election: witness.number,
            seats: witness.house_size,
            votes: &witness.votes,
            grown_votes: witness.grown_votes.as_deref(),
        }),
    }
}

impl From<&IndexSpread> for IndexJson {
    fn from(spread: &IndexSpread) -> Self {
        Self {
            mean: spread.sum().mean(),
            se: spread.sum().standard_error(),
            p05: spread.percentile(5),
            p95: spread.percentile(95),
            largest: spread.largest(),
        }
    }
}

impl From<Fraction> for ShareJson {
    fn from(share: Fraction) -> Self {
        Self { exact: share.to_string(), share: approximate(share) }
    }
}

impl From<&Timing> for TimingJson {
    fn from(timing: &Timing) -> Self {
        let methods = timing.methods.iter().map(|time: &MethodTime| TimeJson {
            method: time.method.to_string(),
            nanoseconds: time.nanoseconds,
            naive_nanoseconds: time.naive_nanoseconds,
            ratio: time.ratio(),
        });
        Self { elections: timing.elections, rounds: timing.rounds, methods: methods.collect() }
    }
}
