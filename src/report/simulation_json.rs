//! A simulation as a JSON document.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::SimulationReport;
use super::comparison::ComparisonJson;
use super::decisions_json::{self, DecisionJson};
use super::model;
use super::rules_json::{Head, display_name, ids, write_document};
use crate::analysis::{
    CoalitionSummary, Estimate, PartySummary, SeatDistribution, Summary, WinningSets,
};
use crate::simulation::{Outcomes, RealSum};

#[derive(Debug, Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    run: Run<'a>,
    parties: Vec<Party<'a>>,
    coalitions: Vec<Coalition<'a>>,
    any_majority: BTreeMap<&'a str, Probability>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionJson<'a>>,
    tied_draws: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    comparison: Option<ComparisonJson<'a>>,
    /// Draws in which 0, 1, 2, … lists have seats.
    lists_with_seats: &'a [u64],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    asked: Vec<Asked>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stopping: Option<Stopping>,
    first_draws: Option<FirstDraws<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    winning_sets: Vec<WinningSetsJson<'a>>,
}

/// A probability that was asked for.
#[derive(Debug, Serialize)]
struct Asked {
    event: String,
    /// The draws in which the condition holds, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    given_draws: Option<u64>,
    #[serde(flatten)]
    probability: Probability,
}

/// The rule by which the run stopped.
#[derive(Debug, Serialize)]
struct Stopping {
    event: Option<String>,
    precision: String,
    reached: bool,
}

/// What the first draws say.
#[derive(Debug, Serialize)]
struct FirstDraws<'a> {
    draws: u64,
    representative: Option<Representative<'a>>,
    indices: BTreeMap<&'static str, Mean>,
}

#[derive(Debug, Serialize)]
struct Representative<'a> {
    draw: u64,
    seats: BTreeMap<&'a str, u32>,
}

#[derive(Debug, Serialize)]
pub(super) struct Mean {
    pub(super) mean: f64,
    pub(super) se: f64,
}

impl From<RealSum> for Mean {
    fn from(sum: RealSum) -> Self {
        Self { mean: sum.mean(), se: sum.standard_error() }
    }
}

/// The sets of lists that have a majority.
#[derive(Debug, Serialize)]
struct WinningSetsJson<'a> {
    majority: &'a str,
    needed: u32,
    minimal: Vec<WinningSetJson<'a>>,
    power: Vec<Power<'a>>,
}

#[derive(Debug, Serialize)]
struct WinningSetJson<'a> {
    parties: Vec<&'a str>,
    minimal: Probability,
    majority: Probability,
}

#[derive(Debug, Serialize)]
struct Power<'a> {
    id: &'a str,
    banzhaf: Mean,
    shapley_shubik: Mean,
}

#[derive(Debug, Serialize)]
struct Run<'a> {
    draws: u64,
    seed: u64,
    model: &'static str,
    parameters: BTreeMap<&'static str, serde_json::Value>,
    valid_votes: u128,
    version: &'static str,
    scenario_sha256: &'a str,
    outcomes: Outcomes,
}

#[derive(Debug, Serialize)]
struct Party<'a> {
    id: &'a str,
    name: &'a str,
    count_seats: Option<u32>,
    seats: Seats<'a>,
    /// In the draws in which it takes part; null if there are none.
    seats_if_admitted: Option<Seats<'a>>,
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
    all_seated: BTreeMap<&'a str, Probability>,
    minimal: BTreeMap<&'a str, Probability>,
    blocks: BTreeMap<&'a str, Probability>,
    seats: Seats<'a>,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Probability {
    p: f64,
    se: f64,
}

#[derive(Debug, Serialize)]
struct Seats<'a> {
    mean: f64,
    mean_se: f64,
    median: u32,
    mode: u32,
    p025: u32,
    p05: u32,
    p10: u32,
    p25: u32,
    p75: u32,
    p90: u32,
    p95: u32,
    p975: u32,
    distribution: &'a [u64],
    /// The probability of at least 0, 1, 2, … seats.
    at_least: AtLeast<'a>,
}

/// The probabilities of a distribution, one list after another: of 1,000 lists and 10,000 seats there are 10 million.
#[derive(Debug)]
struct AtLeast<'a>(&'a SeatDistribution);

impl Serialize for AtLeast<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.at_least_each())
    }
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
            p025: seats.quantile(25),
            p05: seats.quantile(50),
            p10: seats.quantile(100),
            p25: seats.quantile(250),
            p75: seats.quantile(750),
            p90: seats.quantile(900),
            p95: seats.quantile(950),
            p975: seats.quantile(975),
            distribution: seats.counts(),
            at_least: AtLeast(seats),
        }
    }
}

pub(super) fn write(report: &SimulationReport<'_>, out: &mut dyn Write) -> io::Result<()> {
    let SimulationReport { scenario, summary, seed, .. } = *report;
    write_document(
        out,
        &Document {
            head: Head::of(report.words, scenario),
            run: Run {
                draws: summary.draws,
                seed,
                model: scenario.model.name(),
                parameters: model::parameters(scenario, &scenario.model),
                valid_votes: scenario.ballots.valid_votes(),
                version: env!("CARGO_PKG_VERSION"),
                scenario_sha256: &scenario.sha256,
                outcomes: summary.outcomes,
            },
            parties: summary.parties.iter().map(|found| party(report, found)).collect(),
            coalitions: summary.coalitions.iter().map(|found| coalition(report, found)).collect(),
            any_majority: by_name(summary, &summary.any_majority),
            decisions: decisions_json::of_draws(report),
            tied_draws: summary.tied_draws,
            lists_with_seats: summary.lists_with_seats.counts(),
            asked: (report.asked.iter())
                .map(|(event, estimate)| Asked {
                    event: event.to_string(),
                    given_draws: event.event().is_none().then_some(estimate.draws),
                    probability: (*estimate).into(),
                })
                .collect(),
            stopping: report.target.map(|target| Stopping {
                event: target.event.as_ref().map(ToString::to_string),
                precision: target.precision.to_string(),
                reached: target.is_reached(summary),
            }),
            first_draws: first_draws(report),
            winning_sets: summary
                .winning_sets
                .iter()
                .map(|sets| winning_sets(report, sets))
                .collect(),
            comparison: ComparisonJson::of(report),
        },
    )
}

fn party<'a>(report: &SimulationReport<'a>, found: &'a PartySummary) -> Party<'a> {
    let SimulationReport { scenario, summary, .. } = *report;
    let about = &scenario.parties[found.party];
    Party {
        id: &about.id,
        name: display_name(report.words, about),
        count_seats: report.count.map(|count| count.parties[found.party].seats),
        seats: (&found.seats).into(),
        seats_if_admitted: (found.seats_if_admitted.draws() > 0)
            .then(|| (&found.seats_if_admitted).into()),
        passes_threshold: found.passes_threshold.into(),
        no_seats: found.no_seats.into(),
        largest: found.largest.into(),
        majority: found.majority.into(),
        majorities: by_name(summary, &found.majorities),
    }
}

fn coalition<'a>(report: &SimulationReport<'a>, found: &'a CoalitionSummary) -> Coalition<'a> {
    let SimulationReport { scenario, summary, .. } = *report;
    let about = &scenario.coalitions[found.coalition];
    Coalition {
        name: about.name.in_language(report.words.code),
        parties: ids(scenario, &about.members),
        majority: found.majority.into(),
        majorities: by_name(summary, &found.majorities),
        all_seated: by_name(summary, &found.all_seated),
        minimal: by_name(summary, &found.minimal),
        blocks: by_name(summary, &found.blocks),
        seats: (&found.seats).into(),
    }
}

fn first_draws<'a>(report: &SimulationReport<'a>) -> Option<FirstDraws<'a>> {
    let SimulationReport { scenario, summary, .. } = *report;
    let draws = summary.indices.first().map(|(_, sum)| sum.draws())?;
    let representative = summary.representative.as_ref().map(|draw| Representative {
        draw: draw.draw,
        seats: (summary.parties.iter())
            .map(|party| (scenario.parties[party.party].id.as_str(), draw.seats[party.party]))
            .collect(),
    });
    let indices = summary.indices.iter().map(|&(name, sum)| (name, sum.into()));
    Some(FirstDraws { draws, representative, indices: indices.collect() })
}

fn winning_sets<'a>(report: &SimulationReport<'a>, sets: &WinningSets) -> WinningSetsJson<'a> {
    let SimulationReport { scenario, summary, .. } = *report;
    let (majority, needed) = &summary.majorities[sets.majority];
    WinningSetsJson {
        majority,
        needed: *needed,
        minimal: (sets.minimal.iter())
            .map(|set| WinningSetJson {
                parties: ids(scenario, &set.parties),
                minimal: set.minimal.into(),
                majority: set.wins.into(),
            })
            .collect(),
        power: (sets.power.iter())
            .map(|list| Power {
                id: &scenario.parties[list.party].id,
                banzhaf: list.banzhaf.into(),
                shapley_shubik: list.shapley_shubik.into(),
            })
            .collect(),
    }
}

fn by_name<'a>(summary: &'a Summary, estimates: &[Estimate]) -> BTreeMap<&'a str, Probability> {
    (summary.majorities.iter().zip(estimates))
        .map(|((name, _), &estimate)| (name.as_str(), estimate.into()))
        .collect()
}
