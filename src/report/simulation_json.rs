//! A simulation as a JSON document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::SimulationReport;
use super::comparison::ComparisonJson;
use super::rules_json::{Head, display_name, document, ids};
use crate::analysis::{Estimate, SeatDistribution, Summary};
use crate::simulation::Outcomes;
use crate::uncertainty::{Concentration, Model};

#[derive(Debug, Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    run: Run<'a>,
    parties: Vec<Party<'a>>,
    coalitions: Vec<Coalition<'a>>,
    any_majority: BTreeMap<&'a str, Probability>,
    tied_draws: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    comparison: Option<ComparisonJson<'a>>,
}

#[derive(Debug, Serialize)]
struct Run<'a> {
    draws: u64,
    seed: u64,
    model: &'static str,
    parameters: BTreeMap<&'static str, Parameter>,
    valid_votes: u128,
    version: &'static str,
    scenario_sha256: &'a str,
    outcomes: Outcomes,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Parameter {
    Number(f64),
    Numbers(Vec<f64>),
}

#[derive(Debug, Serialize)]
struct Party<'a> {
    id: &'a str,
    name: &'a str,
    count_seats: Option<u32>,
    seats: Seats<'a>,
    passes_threshold: Probability,
    no_seats: Probability,
    largest: Probability,
    majority: Probability,
    majorities: BTreeMap<&'a str, Probability>,
}

#[derive(Debug, Serialize)]
struct Coalition<'a> {
    name: &'a str,
    parties: Vec<&'a str>,
    majority: Probability,
    majorities: BTreeMap<&'a str, Probability>,
    seats: Seats<'a>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Probability {
    p: f64,
    se: f64,
}

#[derive(Debug, Serialize)]
struct Seats<'a> {
    mean: f64,
    mean_se: f64,
    median: u32,
    mode: u32,
    p05: u32,
    p25: u32,
    p75: u32,
    p95: u32,
    distribution: &'a [u64],
}

impl From<Estimate> for Probability {
    fn from(estimate: Estimate) -> Self {
        Self { p: estimate.probability(), se: estimate.standard_error() }
    }
}

impl<'a> From<&'a SeatDistribution> for Seats<'a> {
    fn from(seats: &'a SeatDistribution) -> Self {
        Self {
            mean: seats.mean(),
            mean_se: seats.mean_standard_error(),
            median: seats.percentile(50),
            mode: seats.mode(),
            p05: seats.percentile(5),
            p25: seats.percentile(25),
            p75: seats.percentile(75),
            p95: seats.percentile(95),
            distribution: seats.counts(),
        }
    }
}

pub(super) fn render(report: &SimulationReport<'_>) -> String {
    let SimulationReport { scenario, summary, seed, .. } = *report;
    let parties = summary.parties.iter().map(|party| {
        let about = &scenario.parties[party.party];
        Party {
            id: &about.id,
            name: display_name(about),
            count_seats: report.count.map(|count| count.parties[party.party].seats),
            seats: (&party.seats).into(),
            passes_threshold: party.passes_threshold.into(),
            no_seats: party.no_seats.into(),
            largest: party.largest.into(),
            majority: party.majority.into(),
            majorities: by_name(summary, &party.majorities),
        }
    });
    let coalitions = summary.coalitions.iter().map(|coalition| {
        let about = &scenario.coalitions[coalition.coalition];
        Coalition {
            name: &about.name,
            parties: ids(scenario, &about.members),
            majority: coalition.majority.into(),
            majorities: by_name(summary, &coalition.majorities),
            seats: (&coalition.seats).into(),
        }
    });
    document(&Document {
        head: Head::of(scenario),
        run: Run {
            draws: summary.draws,
            seed,
            model: scenario.model.name(),
            parameters: parameters(&scenario.model),
            valid_votes: scenario.ballots.valid_votes(),
            version: env!("CARGO_PKG_VERSION"),
            scenario_sha256: &scenario.sha256,
            outcomes: summary.outcomes,
        },
        parties: parties.collect(),
        coalitions: coalitions.collect(),
        any_majority: by_name(summary, &summary.any_majority),
        tied_draws: summary.tied_draws,
        comparison: ComparisonJson::of(report),
    })
}

fn by_name<'a>(summary: &'a Summary, estimates: &[Estimate]) -> BTreeMap<&'a str, Probability> {
    (summary.majorities.iter().zip(estimates))
        .map(|((name, _), &estimate)| (name.as_str(), estimate.into()))
        .collect()
}

fn parameters(model: &Model) -> BTreeMap<&'static str, Parameter> {
    let numbers = |numbers: &[(&'static str, f64)]| {
        numbers.iter().map(|&(name, number)| (name, Parameter::Number(number))).collect()
    };
    match model {
        Model::Point => BTreeMap::new(),
        Model::Dirichlet(model) => match model.concentration() {
            &Concentration::Uniform(alpha) => numbers(&[("alpha", alpha)]),
            Concentration::Each(alphas) => {
                BTreeMap::from([("alpha", Parameter::Numbers(alphas.clone()))])
            }
            &Concentration::Poll { sample_size, design_effect, prior } => numbers(&[
                ("sample_size", sample_size),
                ("design_effect", design_effect),
                ("prior", prior),
            ]),
        },
        Model::LogisticNormal(model) => {
            numbers(&[("sample_size", model.sample_size()), ("common_error", model.common_error())])
        }
    }
}
