//! The coalitions of a count in the JSON document.

use serde::Serialize;

use super::AllocationReport;
use super::account_json::{FractionJson, fraction};
use super::rules_json::ids;
use crate::analysis::{
    CoalitionAnalysis, ListPower, MAX_LISTED, MajorityAnalysis, MinimalSets, Standing,
};
use crate::scenario::Scenario;

/// `coalition_analysis`. Seats that a tie leaves open count for nobody in it.
#[derive(Debug, Serialize)]
pub(super) struct CoalitionAnalysisJson<'a> {
    filled_seats: u32,
    open_seats: u32,
    most_listed: usize,
    majorities: Vec<MajorityJson<'a>>,
}

#[derive(Debug, Serialize)]
struct MajorityJson<'a> {
    majority: &'a str,
    needed: u32,
    minimal_winning: SetsJson<'a>,
    blocking_needed: Option<u32>,
    minimal_blocking: SetsJson<'a>,
    coalitions: Vec<WatchedJson<'a>>,
    /// Null where it is refused, with the reason beside it.
    power: Option<Vec<PowerJson<'a>>>,
    power_refused: Option<String>,
}

#[derive(Debug, Serialize)]
struct SetsJson<'a> {
    /// All of them; null if 2^128 or more.
    count: Option<u128>,
    listed: usize,
    sets: Vec<SetJson<'a>>,
}

#[derive(Debug, Serialize)]
struct SetJson<'a> {
    parties: Vec<&'a str>,
    seats: u32,
    surplus: u32,
}

#[derive(Debug, Serialize)]
struct WatchedJson<'a> {
    name: &'a str,
    parties: Vec<&'a str>,
    seats: u32,
    wins: bool,
    wins_together: bool,
    minimal: bool,
    critical: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct PowerJson<'a> {
    id: &'a str,
    seats: u32,
    swings: u128,
    banzhaf: FractionJson,
    penrose: FractionJson,
    shapley_shubik: FractionJson,
    standing: &'static str,
}

pub(super) fn coalition_analysis<'a>(
    report: &AllocationReport<'a>,
    analysis: &'a CoalitionAnalysis,
) -> CoalitionAnalysisJson<'a> {
    CoalitionAnalysisJson {
        filled_seats: analysis.filled_seats,
        open_seats: analysis.open_seats,
        most_listed: MAX_LISTED,
        majorities: (analysis.majorities.iter())
            .map(|majority| majority_json(report, majority))
            .collect(),
    }
}

fn majority_json<'a>(
    report: &AllocationReport<'a>,
    majority: &'a MajorityAnalysis,
) -> MajorityJson<'a> {
    let scenario = report.scenario;
    let coalitions = majority.coalitions.iter().map(|watched| {
        let coalition = &scenario.coalitions[watched.coalition];
        WatchedJson {
            name: coalition.name.in_language(report.words.code),
            parties: ids(scenario, &coalition.members),
            seats: watched.seats,
            wins: watched.senses.wins,
            wins_together: watched.senses.wins_together,
            minimal: watched.senses.minimal,
            critical: ids(scenario, &watched.critical),
        }
    });
    let power = majority.power.as_ref();
    MajorityJson {
        majority: &majority.name,
        needed: majority.needed,
        minimal_winning: sets(scenario, &majority.winning),
        blocking_needed: majority.blocking_needed,
        minimal_blocking: sets(scenario, &majority.blocking),
        coalitions: coalitions.collect(),
        power: power
            .ok()
            .map(|lists| lists.iter().map(|list| self::power(scenario, list)).collect()),
        power_refused: power.err().map(ToString::to_string),
    }
}

fn sets<'a>(scenario: &'a Scenario, sets: &MinimalSets) -> SetsJson<'a> {
    SetsJson {
        count: sets.count,
        listed: sets.listed.len(),
        sets: (sets.listed.iter())
            .map(|set| SetJson {
                parties: ids(scenario, &set.members),
                seats: set.seats,
                surplus: set.surplus,
            })
            .collect(),
    }
}

fn power<'a>(scenario: &'a Scenario, list: &ListPower) -> PowerJson<'a> {
    PowerJson {
        id: &scenario.parties[list.party].id,
        seats: list.seats,
        swings: list.swings,
        banzhaf: fraction(list.banzhaf),
        penrose: fraction(list.penrose),
        shapley_shubik: fraction(list.shapley_shubik),
        standing: standing_word(list.standing),
    }
}

pub(super) const fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Alone => "alone",
        Standing::Veto => "veto",
        Standing::Decides => "decides",
        Standing::NeverDecides => "never-decides",
        Standing::NoMajority => "no-majority",
    }
}
