//! Methods judged over many elections as tables for people.

use super::BenchReport;
use super::messages::{Messages, fill};
use super::page::Page;
use super::table::Table;
use crate::analysis::{
    BiasTheory, ElectionKind, Estimate, Fault, IndexSpread, MethodBenchmark, MethodRecord, Timing,
};
use crate::apportionment::{Fraction, Method};
use crate::measures::indices::catalogue;
use crate::simulation::{GROWTH_LIMIT, RealSum};

/// Ranks that a table has room for.
const SHOWN_RANKS: usize = 8;

pub(super) fn page(report: &BenchReport<'_>) -> Page {
    let words = report.words;
    let mut page = Page::default();
    for (at, benchmark) in report.benchmarks.iter().enumerate() {
        page.append(heading(words, benchmark, report.seed));
        page.gap();
        page.append(bias(words, benchmark));
        page.gap();
        page.line(words.bench.faults);
        page.table(faults(words, benchmark));
        page.gap();
        page.line(words.bench.indices);
        page.table(indices(words, benchmark));
        page.gap();
        if let Some(timing) = report.timings.get(at) {
            page.append(times(words, timing));
            page.gap();
        }
    }
    let growth = words.share(GROWTH_LIMIT);
    page.say(words.bench.faults_legend, &[("growth", &growth)]);
    page.line(words.bench.indices_legend);
    if !report.timings.is_empty() {
        page.line(words.bench.timing_legend);
    }
    page
}

/// What the elections are, and how they are judged.
fn heading(words: &Messages, benchmark: &MethodBenchmark, seed: u64) -> Page {
    let (elections, told) = (&benchmark.elections, &words.bench);
    let mut page = Page::default();
    page.title(title(words, benchmark));
    page.say(told.run, &[("seed", &seed.to_string())]);
    let threshold = words.share(elections.threshold());
    let is_uniform = matches!(elections.kind(), ElectionKind::Uniform { .. });
    let rule = match (elections.threshold().is_zero(), is_uniform) {
        (true, _) => told.bare,
        (false, true) => told.threshold_for_all,
        (false, false) => told.threshold,
    };
    page.say(rule, &[("threshold", &threshold)]);
    if benchmark.passed_over > 0 {
        let number = words.grouped(benchmark.passed_over.into());
        page.say(told.passed_over, &[("elections", &number)]);
    }
    for record in benchmark.methods.iter().filter(|record| record.refused > 0) {
        let number = words.grouped(record.refused.into());
        let values = [("method", &*record.method.to_string()), ("elections", &number)];
        page.say(told.refused, &values);
    }
    page
}

pub(super) fn title(words: &Messages, benchmark: &MethodBenchmark) -> String {
    let (elections, told) = (&benchmark.elections, &words.bench);
    let number = words.grouped((benchmark.judged + benchmark.passed_over).into());
    let seats = words.seats(elections.house_size().unwrap_or(0));
    let lists = elections.lists().unwrap_or(0).to_string();
    let mut values = vec![("elections", &*number), ("seats", &seats), ("lists", &lists)];
    match elections.kind() {
        ElectionKind::Uniform { .. } => fill(told.uniform, &values),
        ElectionKind::PartySystems { .. } => {
            let alpha = words.marked("0.5 + 8·0.6^k");
            values.push(("alpha", &alpha));
            fill(told.party_systems, &values)
        }
        ElectionKind::Around { title, concentration, .. } => {
            let concentration = words.marked(&concentration.to_string());
            let title = title.in_language(words.code);
            values.extend([("title", title), ("concentration", &concentration)]);
            fill(told.around, &values)
        }
        ElectionKind::Real { .. } => fill(told.real, &values),
    }
}

/// A signed figure with three decimals; what rounds to nothing has a plus.
fn signed(words: &Messages, figure: f64) -> String {
    let figure = if figure.abs() < 0.0005 { 0.0 } else { figure };
    words.marked(&format!("{figure:+.3}"))
}

fn bias(words: &Messages, benchmark: &MethodBenchmark) -> Page {
    let told = &words.bench;
    let theories: Vec<Option<BiasTheory>> =
        benchmark.methods.iter().map(|record| benchmark.bias_theory(record.method)).collect();
    let known = theories.iter().flatten().next();
    let ranks = benchmark.shares.len();
    let shown = ranks.min(SHOWN_RANKS);
    let mut table = (1..=shown)
        .fold(Table::default().words(told.method), |table, rank| table.numbers(rank.to_string()));
    if known.is_some() {
        table = table.numbers(told.off);
    }
    for (record, theory) in benchmark.methods.iter().zip(&theories) {
        let mut row = vec![record.method.to_string()];
        for (rank, sum) in record.bias.iter().enumerate().take(shown) {
            let mean = signed(words, sum.mean());
            let expected = theory.as_ref().and_then(|theory| theory.ranks.get(rank));
            row.push(match expected {
                Some(&expected) => format!("{mean} ({})", signed(words, expected)),
                None => mean,
            });
        }
        row.resize(shown + 1, String::new());
        row.extend(theory.as_ref().map(|theory| words.decimal(distance(record, theory), 1)));
        table.row(row);
    }
    let mut page = Page::default();
    page.line(if known.is_some() { told.bias_and_theory } else { told.bias });
    page.table(table);
    if ranks > shown {
        page.say(told.more_ranks, &[("rank", &(shown + 1).to_string())]);
    }
    let judged = benchmark.methods.iter().zip(&theories);
    let judged = judged.filter(|(_, theory)| known.is_none() || theory.is_some());
    let errors = judged.flat_map(|(record, _)| &record.bias).map(RealSum::standard_error);
    let error = errors.filter(|error| error.is_finite()).fold(0.0, f64::max);
    let legend = match known {
        Some(theory) if theory.is_exact => told.theory_exact,
        Some(_) => told.theory_large,
        None => told.theory_none,
    };
    page.say(legend, &[("error", &words.decimal(error, 4))]);
    page
}

/// The largest distance of the bias from theory, in standard errors.
fn distance(record: &MethodRecord, theory: &BiasTheory) -> f64 {
    let ranks = record.bias.iter().zip(&theory.ranks);
    ranks
        .map(|(sum, expected)| ((sum.mean() - expected) / sum.standard_error()).abs())
        .filter(|distance| distance.is_finite())
        .fold(0.0, f64::max)
}

const fn name(words: &Messages, fault: Fault) -> &'static str {
    match fault {
        Fault::BelowQuota => words.bench.below_quota,
        Fault::AboveQuota => words.bench.above_quota,
        Fault::HouseParadox => words.bench.house_paradox,
        Fault::PopulationParadox => words.bench.population_paradox,
        Fault::NewStatesParadox => words.bench.new_states_paradox,
        Fault::ManufacturedMajority => words.bench.manufactured_majority,
        Fault::LostMajority => words.bench.lost_majority,
        Fault::OrderReversal => words.bench.order_reversal,
        Fault::OpenTie => words.bench.open_tie,
    }
}

fn faults(words: &Messages, benchmark: &MethodBenchmark) -> Table {
    let mut table =
        Fault::ALL.into_iter().fold(Table::default().words(words.bench.method), |table, fault| {
            table.numbers(name(words, fault))
        });
    for record in &benchmark.methods {
        let mut row = vec![record.method.to_string()];
        row.extend(Fault::ALL.map(|fault| rate(words, benchmark, record, fault)));
        table.row(row);
    }
    table
}

/// How often; of real elections, which are no sample, in how many.
fn rate(
    words: &Messages,
    benchmark: &MethodBenchmark,
    record: &MethodRecord,
    fault: Fault,
) -> String {
    let is_real = matches!(benchmark.elections.kind(), ElectionKind::Real { .. });
    let count = record.fault(fault);
    let is_excluded = fault.axiom().is_some_and(|axiom| record.method.keeps(axiom));
    match count.elections {
        0 => String::new(),
        _ if is_excluded && count.hits == 0 => words.bench.never.to_owned(),
        elections if is_real => format!("{}/{elections}", count.hits),
        draws => words.probability(Estimate { hits: count.hits, draws }),
    }
}

fn indices(words: &Messages, benchmark: &MethodBenchmark) -> Table {
    let told = &words.bench;
    let mut table = Table::default()
        .words(told.method)
        .numbers(words.gallagher)
        .numbers(words.loosemore_hanby)
        .numbers(words.sainte_lague)
        .numbers(told.effective)
        .numbers(told.wasted)
        .numbers(told.smallest_winner)
        .numbers(told.largest_loser);
    for record in &benchmark.methods {
        let mut row = vec![record.method.to_string()];
        for index in ["gallagher", "loosemore-hanby", "sainte-lague"] {
            row.push(percents(words, spread(record, index)));
        }
        row.push(figure(spread(record, "effective-seats"), |mean| words.decimal(mean, 2)));
        row.push(percents(words, spread(record, "wasted-votes")));
        row.extend(thresholds(words, benchmark, record));
        table.row(row);
    }
    table
}

/// The spread of the index of this name.
fn spread<'a>(record: &'a MethodRecord, name: &str) -> Option<&'a IndexSpread> {
    let at = catalogue().iter().position(|index| index.name == name)?;
    record.indices.get(at).filter(|spread| spread.sum().draws() > 0)
}

fn figure(spread: Option<&IndexSpread>, show: impl Fn(f64) -> String) -> String {
    spread.map_or_else(String::new, |spread| show(spread.sum().mean()))
}

/// Mean and 95th percentile in per cent.
fn percents(words: &Messages, spread: Option<&IndexSpread>) -> String {
    let percent = |share: f64| words.decimal(share * 100.0, 2);
    let tail = spread.and_then(|spread| spread.percentile(95)).map(percent);
    figure(spread, |mean| format!("{} ({}) %", percent(mean), tail.as_deref().unwrap_or_default()))
}

/// The extremes of shares that won and missed, beside the natural thresholds.
fn thresholds(words: &Messages, benchmark: &MethodBenchmark, record: &MethodRecord) -> [String; 2] {
    let natural = benchmark.natural_thresholds(record.method);
    let percent =
        |share: Fraction| words.rounded(Fraction::new(share.numerator * 100, share.denominator), 3);
    let cell = |found: Option<Fraction>, natural: Option<Fraction>| match (found, natural) {
        (None, _) => String::new(),
        (Some(found), None) => format!("{} %", percent(found)),
        (Some(found), Some(natural)) => format!("{} ({}) %", percent(found), percent(natural)),
    };
    [
        cell(record.smallest_winner, natural.map(|natural| natural.can_win)),
        cell(record.largest_loser, natural.map(|natural| natural.can_miss)),
    ]
}

fn times(words: &Messages, timing: &Timing) -> Page {
    let told = &words.bench;
    let mut table = Table::default()
        .words(told.method)
        .numbers(told.nanoseconds)
        .numbers(told.naive)
        .numbers(told.ratio);
    for time in &timing.methods {
        let method: Method = time.method;
        table.row(vec![
            method.to_string(),
            words.decimal(time.nanoseconds, 0),
            words.decimal(time.naive_nanoseconds, 0),
            words.decimal(time.ratio(), 1),
        ]);
    }
    let rounds = timing.rounds.to_string();
    let elections = words.grouped(timing.elections.into());
    let values = [("rounds", &*rounds), ("elections", &elections)];
    let mut page = Page::default();
    page.say(told.timing, &values);
    page.table(table);
    page
}
