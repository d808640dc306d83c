//! A forecast beside the real result.

use serde::Serialize;

use super::SimulationReport;
use super::allocation_json::approximate;
use super::allocation_table::name;
use super::messages::Messages;
use super::page::Page;
use super::table::Table;
use crate::apportionment::Fraction;

/// The comparison as a table under its heading; nothing if the scenario names no result.
pub(super) fn page(report: &SimulationReport<'_>) -> Page {
    let words = report.words;
    let Some(result) = &report.scenario.result else {
        return Page::default();
    };
    let Some(comparison) = report.comparison else {
        let mut page = Page::default();
        page.gap();
        page.say(words.not_compared, &[("title", &result.title)]);
        return page;
    };
    let mut page = Page::default();
    page.gap();
    let house = words.seats(report.scenario.house.seats());
    page.say(words.compared_with, &[("title", &result.title), ("seats", &house)]);
    let mut table = Table::default()
        .words(words.party)
        .numbers(words.forecast_share)
        .numbers(words.real_share)
        .numbers(words.points_off)
        .numbers(words.mean)
        .numbers(words.interval_90)
        .numbers(words.real_seats)
        .numbers(words.seats_off)
        .words(words.inside);
    for party in &comparison.parties {
        table.row(vec![
            name(words, report.scenario, party.party).to_owned(),
            percent(words, party.expected_share),
            percent(words, party.real.share),
            words.marked(&format!("{:+.2}", party.points_off())),
            words.decimal(party.mean_seats, 2),
            format!("{}–{}", party.p05, party.p95),
            party.real.seats.to_string(),
            words.marked(&format!("{:+.2}", party.seats_off())),
            if party.is_inside() { words.is_inside } else { words.is_outside }.to_owned(),
        ]);
    }
    page.table(table);
    let (inside, lists) = (comparison.inside(), comparison.parties.len());
    page.say(words.inside_count, &[("inside", &inside.to_string()), ("lists", &lists.to_string())]);
    let without = comparison.without_result.iter();
    let without: Vec<&str> = without.map(|&party| name(words, report.scenario, party)).collect();
    if !without.is_empty() {
        page.say(words.without_result, &[("lists", &without.join(", "))]);
    }
    page
}

fn percent(words: &Messages, share: Fraction) -> String {
    format!("{} %", words.rounded(Fraction::new(share.numerator * 100, share.denominator), 2))
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
