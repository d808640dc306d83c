//! A sweep as a JSON document.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Number, Value, json};

use super::super::rules_json::{Head, display_name, document, ids};
use super::super::simulation_json::{Mean, Probability};
use super::SweepReport;
use super::breakpoints_json::{BreakpointJson, breakpoints};
use crate::analysis::{Axis, CountedPoint, DrawnParty, SweepPoint, SweepValue};
use crate::election::{MajorityRule, PartyKind};
use crate::simulation::Outcomes;

#[derive(Debug, Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<Run<'a>>,
    vary: AxisJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    vary2: Option<AxisJson>,
    own: PointJson<'a>,
    points: Vec<PointJson<'a>>,
    /// Null where none are looked for.
    breakpoints: Option<Vec<BreakpointJson<'a>>>,
}

#[derive(Debug, Serialize)]
struct Run<'a> {
    draws: u64,
    seed: u64,
    model: &'static str,
    version: &'static str,
    scenario_sha256: &'a str,
}

/// What is varied.
#[derive(Debug, Serialize)]
struct AxisJson {
    what: String,
    from: Value,
    to: Value,
    step: Value,
    values: usize,
}

#[derive(Debug, Serialize)]
struct PointJson<'a> {
    value: Value,
    value_number: Option<f64>,
    #[serde(flatten)]
    second: Option<SecondJson>,
    own: bool,
    /// Why there are no seats; null if there are.
    refused: Option<String>,
    parties: Vec<PartyJson<'a>>,
    largest: Vec<&'a str>,
    majority: Option<&'a str>,
    majority_seats: Option<u32>,
    house_size: Option<u32>,
    open_seats: Option<u32>,
    unfilled_seats: Option<u32>,
    gallagher: Option<f64>,
    wasted_votes: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    drawn: Option<DrawnJson<'a>>,
}

#[derive(Debug, Serialize)]
struct SecondJson {
    value2: Value,
    value2_number: Option<f64>,
}

#[derive(Debug, Serialize)]
struct PartyJson<'a> {
    id: &'a str,
    name: &'a str,
    seats: Option<u32>,
    difference: Option<i64>,
    admitted: Option<bool>,
    majorities: Option<BTreeMap<&'a str, bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    drawn: Option<DrawnPartyJson<'a>>,
}

#[derive(Debug, Serialize)]
struct DrawnPartyJson<'a> {
    mean_seats: Mean,
    takes_part: Probability,
    majority: Probability,
    majorities: BTreeMap<&'a str, Probability>,
}

#[derive(Debug, Serialize)]
struct DrawnJson<'a> {
    /// Why there are no draws; null if there are.
    refused: Option<String>,
    outcomes: Option<Outcomes>,
    any_majority: Option<BTreeMap<&'a str, Probability>>,
}

pub(super) fn render(report: &SweepReport<'_>) -> String {
    let SweepReport { scenario, sweep, draws, seed, .. } = *report;
    document(&Document {
        head: Head::of(report.words, scenario),
        run: draws.map(|draws| Run {
            draws,
            seed,
            model: scenario.model.name(),
            version: env!("CARGO_PKG_VERSION"),
            scenario_sha256: &scenario.sha256,
        }),
        vary: axis_json(&sweep.axes[0]),
        vary2: sweep.axes.get(1).map(axis_json),
        own: point_json(report, &sweep.own),
        points: sweep.points.iter().map(|point| point_json(report, point)).collect(),
        breakpoints: breakpoints(report),
    })
}

fn axis_json(axis: &Axis) -> AxisJson {
    let range = axis.range().map(|range| range.map(|value| value_json(Some(value))));
    let [from, to, step] = range.unwrap_or([Value::Null, Value::Null, Value::Null]);
    AxisJson { what: axis.vary().to_string(), from, to, step, values: axis.values().len() }
}

/// A share as it is written, a method by its name, anything else as a number.
fn value_json(value: Option<SweepValue>) -> Value {
    match value {
        None => Value::Null,
        Some(SweepValue::Seats(seats)) => json!(seats),
        Some(SweepValue::Number(number)) => {
            Number::from_f64(number.approximate()).map_or(Value::Null, Value::Number)
        }
        Some(value) => json!(value.to_string()),
    }
}

fn point_json<'a>(report: &SweepReport<'a>, point: &'a SweepPoint) -> PointJson<'a> {
    let scenario = report.scenario;
    let approximate = |value: Option<SweepValue>| value.and_then(SweepValue::approximate);
    let first = point.values.first().copied().flatten();
    let counted = point.counted.as_ref().ok();
    let parties = scenario.parties.iter().enumerate();
    PointJson {
        value: value_json(first),
        value_number: approximate(first),
        second: point.values.get(1).map(|&second| SecondJson {
            value2: value_json(second),
            value2_number: approximate(second),
        }),
        own: point.is_own,
        refused: point.counted.as_ref().err().map(ToString::to_string),
        parties: parties
            .filter(|(_, party)| party.kind == PartyKind::List)
            .map(|(party, _)| party_json(report, point, party))
            .collect(),
        largest: counted.map_or_else(Vec::new, |counted| ids(scenario, &counted.largest)),
        majority: (counted.and_then(|counted| counted.majority_holder))
            .map(|party| scenario.parties[party].id.as_str()),
        majority_seats: counted
            .map(|counted| MajorityRule::MORE_THAN_HALF.seats(counted.house_size)),
        house_size: counted.map(|counted| counted.house_size),
        open_seats: counted.map(|counted| counted.open_seats),
        unfilled_seats: counted.map(|counted| counted.unfilled_seats),
        gallagher: counted.and_then(|counted| counted.gallagher),
        wasted_votes: counted.and_then(|counted| counted.wasted_votes),
        drawn: point.drawn.as_ref().map(|drawn| DrawnJson {
            refused: drawn.as_ref().err().map(ToString::to_string),
            outcomes: drawn.as_ref().ok().map(|drawn| drawn.outcomes),
            any_majority: (drawn.as_ref().ok())
                .map(|drawn| by_name(report, drawn.any_majority.iter().copied())),
        }),
    }
}

fn party_json<'a>(report: &SweepReport<'a>, point: &'a SweepPoint, at: usize) -> PartyJson<'a> {
    let party = &report.scenario.parties[at];
    let counted = point.counted.as_ref().ok();
    let drawn = point.drawn.as_ref().and_then(|drawn| drawn.as_ref().ok());
    let holds = |counted: &CountedPoint| {
        by_name(report, counted.majorities.iter().map(|&needed| counted.seats[at] >= needed))
    };
    PartyJson {
        id: &party.id,
        name: display_name(report.words, party),
        seats: counted.map(|counted| counted.seats[at]),
        difference: point.differences.get(at).copied(),
        admitted: counted.map(|counted| counted.admitted[at]),
        majorities: counted.map(holds),
        drawn: drawn.map(|drawn| drawn_json(report, &drawn.parties[at])),
    }
}

fn drawn_json<'a>(report: &SweepReport<'a>, drawn: &DrawnParty) -> DrawnPartyJson<'a> {
    DrawnPartyJson {
        mean_seats: Mean { mean: drawn.mean, se: drawn.mean_standard_error },
        takes_part: drawn.takes_part.into(),
        majority: drawn.majority.into(),
        majorities: by_name(report, drawn.majorities.iter().copied()),
    }
}

/// By the names of the majorities of the house.
fn by_name<'a, T, V: From<T>>(
    report: &SweepReport<'a>,
    values: impl Iterator<Item = T>,
) -> BTreeMap<&'a str, V> {
    let names = report.scenario.house.majorities().into_iter();
    names.zip(values).map(|((name, _), value)| (name, value.into())).collect()
}
