//! Laws side by side as a JSON document.

use serde::Serialize;

use super::CompareReport;
use super::indices::{IndicesJson, indices_json};
use super::margins_json::{SmallestJson, smallest};
use super::messages::Messages;
use super::rules_json::{Head, display_name, document};
use super::simulation_json::{Mean, Probability};
use crate::analysis::{ComparedLaw, DrawnLaw};
use crate::apportionment::{Fraction, NaturalThresholds};
use crate::election::PartyKind;
use crate::simulation::Outcomes;

#[derive(Debug, Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<Run<'a>>,
    methods: Vec<LawJson<'a>>,
}

#[derive(Debug, Serialize)]
struct Run<'a> {
    draws: u64,
    seed: u64,
    model: &'static str,
    /// The draws in which laws are compared draw by draw.
    paired_draws: u64,
    version: &'static str,
    scenario_sha256: &'a str,
}

/// The first is the scenario's own law.
#[derive(Debug, Serialize)]
struct LawJson<'a> {
    method: String,
    law: Option<&'a str>,
    /// What of the real law the preset does without; null if nothing.
    leaves_out: Option<String>,
    threshold: String,
    threshold_base: String,
    threshold_rule: String,
    /// Why the law gives no seats; null if it does.
    refused: Option<String>,
    parties: Vec<PartyJson<'a>>,
    seats_moved: Option<u64>,
    unfilled_seats: Option<u32>,
    open_seats: Option<u32>,
    house_size: Option<u32>,
    indices: Option<IndicesJson<'a>>,
    natural_thresholds: Option<NaturalJson>,
    /// Null where no order gives seats one by one.
    last_seat: Option<&'a str>,
    first_missed: Option<&'a str>,
    /// Null where there are no seats, or no switch between two lists changes one.
    smallest_switch: Option<SmallestJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    drawn: Option<DrawnJson>,
}

#[derive(Debug, Serialize)]
struct PartyJson<'a> {
    id: &'a str,
    name: &'a str,
    seats: Option<u32>,
    difference: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mean_seats: Option<Mean>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mean_difference: Option<Mean>,
}

#[derive(Debug, Serialize)]
struct NaturalJson {
    smallest_winning: String,
    smallest_winning_share: f64,
    largest_missing: String,
    largest_missing_share: f64,
}

#[derive(Debug, Serialize)]
struct DrawnJson {
    outcomes: Outcomes,
    seats_differ: Option<Probability>,
    majority_differs: Option<Probability>,
}

pub(super) fn render(report: &CompareReport<'_>) -> String {
    let CompareReport { words, scenario, comparison, draws, seed } = *report;
    document(&Document {
        head: Head::of(report.words, scenario),
        run: draws.map(|draws| Run {
            draws,
            seed,
            model: scenario.model.name(),
            paired_draws: report.paired_draws(),
            version: env!("CARGO_PKG_VERSION"),
            scenario_sha256: &scenario.sha256,
        }),
        methods: comparison.laws.iter().map(|law| law_json(words, law)).collect(),
    })
}

fn law_json<'a>(words: &Messages, law: &'a ComparedLaw) -> LawJson<'a> {
    let ComparedLaw { scenario, outcome, natural_thresholds, drawn, .. } = law;
    let told = outcome.as_ref().ok();
    let measured = told.and_then(|outcome| outcome.disproportionality.as_ref());
    let id = |party: usize| scenario.parties[party].id.as_str();
    LawJson {
        method: scenario.law.method.to_string(),
        law: scenario.preset.map(|preset| preset.name),
        leaves_out: scenario.preset.and_then(|preset| words.left_out(preset)),
        threshold: scenario.law.threshold_in(scenario.house.seats()).share.to_string(),
        threshold_base: scenario.law.threshold.base.to_string(),
        threshold_rule: scenario.law.threshold.rule.to_string(),
        refused: outcome.as_ref().err().map(ToString::to_string),
        parties: parties(words, law),
        seats_moved: law.seats_moved(),
        unfilled_seats: told.map(|outcome| outcome.allocation.unfilled_seats),
        open_seats: told.map(|outcome| outcome.allocation.open_seats()),
        house_size: told.map(|outcome| outcome.house.seats()),
        indices: measured.map(|measured| indices_json(scenario, measured)),
        natural_thresholds: natural_thresholds.map(NaturalJson::from),
        last_seat: law.last_seat().won.map(id),
        first_missed: law.last_seat().missed.map(id),
        smallest_switch: law.any_seat.map(|found| smallest(scenario, found)),
        drawn: drawn.as_ref().map(DrawnJson::from),
    }
}

fn parties<'a>(words: &Messages, law: &'a ComparedLaw) -> Vec<PartyJson<'a>> {
    let seats = law.outcome.as_ref().ok().map(|outcome| &outcome.allocation.seats);
    let pair = law.drawn.as_ref().and_then(|drawn| drawn.pair.as_ref());
    (law.scenario.parties.iter().enumerate())
        .filter(|(_, party)| party.kind == PartyKind::List)
        .map(|(at, party)| PartyJson {
            id: &party.id,
            name: display_name(words, party),
            seats: seats.map(|seats| seats[at]),
            difference: law.differences.get(at).copied(),
            mean_seats: law.drawn.as_ref().map(|drawn| {
                let seats = &drawn.seats[at];
                Mean { mean: seats.mean(), se: seats.mean_standard_error() }
            }),
            mean_difference: pair.map(|pair| pair.differences[at].into()),
        })
        .collect()
}

impl From<NaturalThresholds> for NaturalJson {
    fn from(natural: NaturalThresholds) -> Self {
        let NaturalThresholds { can_win, can_miss } = natural;
        let share = super::allocation_json::approximate as fn(Fraction) -> f64;
        Self {
            smallest_winning: can_win.to_string(),
            smallest_winning_share: share(can_win),
            largest_missing: can_miss.to_string(),
            largest_missing_share: share(can_miss),
        }
    }
}

impl From<&DrawnLaw> for DrawnJson {
    fn from(drawn: &DrawnLaw) -> Self {
        Self {
            outcomes: drawn.outcomes,
            seats_differ: drawn.seats_differ().map(Probability::from),
            majority_differs: drawn.majority_differs().map(Probability::from),
        }
    }
}
