//! A forecast beside the real result.

use serde::Serialize;

use super::SimulationReport;
use super::allocation_json::approximate;
use super::allocation_table::name;
use super::messages::{EN, fill, seats};
use super::number::rounded;
use super::preamble::push;
use super::table::Table;
use crate::apportionment::Fraction;

/// The comparison as a table under its heading; nothing if the scenario names no result.
pub(super) fn render(report: &SimulationReport<'_>) -> String {
    let Some(result) = &report.scenario.result else {
        return String::new();
    };
    let Some(comparison) = report.comparison else {
        return format!("\n{}\n", fill(EN.not_compared, &[("title", &result.title)]));
    };
    let mut text = String::from("\n");
    let house = seats(report.scenario.house.seats());
    push(&mut text, EN.compared_with, &[("title", &result.title), ("seats", &house)]);
    let mut table = Table::default()
        .words(EN.party)
        .numbers(EN.forecast_share)
        .numbers(EN.real_share)
        .numbers(EN.points_off)
        .numbers(EN.mean)
        .numbers(EN.interval_90)
        .numbers(EN.real_seats)
        .numbers(EN.seats_off)
        .words(EN.inside);
    for party in &comparison.parties {
        table.row(vec![
            name(report.scenario, party.party).to_owned(),
            percent(party.expected_share),
            percent(party.real.share),
            format!("{:+.2}", party.points_off()),
            format!("{:.2}", party.mean_seats),
            format!("{}–{}", party.p05, party.p95),
            party.real.seats.to_string(),
            format!("{:+.2}", party.seats_off()),
            if party.is_inside() { EN.is_inside } else { EN.is_outside }.to_owned(),
        ]);
    }
    text.push_str(&table.render());
    let (inside, lists) = (comparison.inside(), comparison.parties.len());
    push(
        &mut text,
        EN.inside_count,
        &[("inside", &inside.to_string()), ("lists", &lists.to_string())],
    );
    let without = comparison.without_result.iter();
    let without: Vec<&str> = without.map(|&party| name(report.scenario, party)).collect();
    if !without.is_empty() {
        push(&mut text, EN.without_result, &[("lists", &without.join(", "))]);
    }
    text
}

fn percent(share: Fraction) -> String {
    format!("{} %", rounded(Fraction::new(share.numerator * 100, share.denominator), 2))
}

/// The comparison in a document.
#[derive(Debug, Serialize)]
pub(super) struct ComparisonJson<'a> {
    title: &'a str,
    source: Option<&'a str>,
    /// The seats of the result are its votes under the law and in the house of the forecast.
    rerun: bool,
    seats: u32,
    inside: usize,
    parties: Vec<PartyJson<'a>>,
}

#[derive(Debug, Serialize)]
struct PartyJson<'a> {
    id: &'a str,
    expected_share: f64,
    real_share: f64,
    points_off: f64,
    mean_seats: f64,
    p05: u32,
    p95: u32,
    real_seats: u32,
    seats_off: f64,
    inside: bool,
}

impl<'a> ComparisonJson<'a> {
    pub(super) fn of(report: &SimulationReport<'a>) -> Option<Self> {
        let (comparison, result) = (report.comparison?, report.scenario.result.as_ref()?);
        let parties = comparison.parties.iter().map(|party| PartyJson {
            id: &report.scenario.parties[party.party].id,
            expected_share: approximate(party.expected_share),
            real_share: approximate(party.real.share),
            points_off: party.points_off(),
            mean_seats: party.mean_seats,
            p05: party.p05,
            p95: party.p95,
            real_seats: party.real.seats,
            seats_off: party.seats_off(),
            inside: party.is_inside(),
        });
        Some(Self {
            title: &result.title,
            source: result.source.as_deref(),
            rerun: true,
            seats: report.scenario.house.seats(),
            inside: comparison.inside(),
            parties: parties.collect(),
        })
    }
}
