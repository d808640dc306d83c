//! An allocation as a JSON document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::AllocationReport;
use super::account_json::{AccountJson, account};
use super::axioms_json::{FindingJson, axioms};
use super::coalitions_json::{CoalitionAnalysisJson, coalition_analysis};
use super::decisions_json::{self, DecisionJson};
use super::indices::{IndicesJson, indices_json};
use super::margins_json::{MarginsJson, margins};
use super::provisions::candidates;
use super::rules_json::{Head, display_name, document, ids};
use crate::apportionment::Fraction;
use crate::election::PartyKind;
use crate::law::{Admission, SeatSource, SettledTie, TieRule, TiedSeat};
use crate::scenario::Scenario;

#[derive(Debug, Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    totals: TotalsJson,
    parties: Vec<PartyJson<'a>>,
    tie: Option<TieJson<'a>>,
    ties: Vec<TieJson<'a>>,
    unfilled_seats: u32,
    house_size: u32,
    set_aside: Vec<SetAsideJson<'a>>,
    alliances: Vec<AllianceJson<'a>>,
    capped: Vec<CappedJson<'a>>,
    /// The seat that a list has by the absolute-majority clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    majority_clause: Option<MajorityClauseJson<'a>>,
    coalitions: Vec<CoalitionJson<'a>>,
    indices: Option<IndicesJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coalition_analysis: Option<CoalitionAnalysisJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    margins: Option<MarginsJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    axioms: Option<Vec<FindingJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<AccountJson<'a>>,
}

#[derive(Debug, Serialize)]
struct TotalsJson {
    list_votes: u128,
    against_all: u64,
    valid_votes: u128,
    invalid: u64,
    threshold_votes: u128,
    admitted_votes: u128,
}

#[derive(Debug, Serialize)]
struct PartyJson<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    votes: u64,
    assumed: bool,
    share: f64,
    admitted: bool,
    admission: &'static str,
    ideal_share: Option<f64>,
    seats: u32,
    tied: bool,
    candidates: Option<u32>,
    official_seats: Option<u32>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    quota_groups: BTreeMap<&'a str, u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_places: Option<GroupPlacesJson>,
}

#[derive(Clone, Debug, Serialize)]
struct TieJson<'a> {
    parties: Vec<&'a str>,
    seats: u32,
    broken_by: Option<String>,
    winners: Option<Vec<&'a str>>,
    /// The winners in the order in which they were served, with the rule that decided for each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<TiedSeatJson<'a>>,
    /// The lists that came when some of the seats had been given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    late: Vec<LateJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u64>,
    /// `given` for a lot that had been drawn, `drawn` for one from the seed.
    #[serde(skip_serializing_if = "Option::is_none")]
    lot: Option<&'static str>,
}

/// The winner of a tied seat.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TiedSeatJson<'a> {
    party: &'a str,
    broken_by: String,
}

/// A list that came late to a tie.
#[derive(Clone, Debug, Serialize)]
struct LateJson<'a> {
    party: &'a str,
    after: u32,
}

/// Seats from outside the distribution.
#[derive(Debug, Serialize)]
struct SetAsideJson<'a> {
    party: &'a str,
    seats: u32,
    source: &'static str,
}

/// An alliance that pooled its votes.
#[derive(Debug, Serialize)]
struct AllianceJson<'a> {
    name: &'a str,
    parties: Vec<&'a str>,
    votes: u128,
    seats: u32,
    method: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<AccountJson<'a>>,
}

/// A seat moved by the absolute-majority clause; of an alliance the first list.
#[derive(Debug, Serialize)]
struct MajorityClauseJson<'a> {
    party: &'a str,
    /// Those with equal claims to the seat given last.
    equals: Vec<&'a str>,
    /// Those that lost a certain seat.
    lost: Vec<&'a str>,
}

/// Places that must go to the groups of a list, and whether it has the candidates.
#[derive(Debug, Serialize)]
struct GroupPlacesJson {
    needed: u32,
    candidates_at_least: u32,
    candidates_at_most: u32,
    fits: Option<bool>,
}

#[derive(Debug, Serialize)]
struct CappedJson<'a> {
    party: &'a str,
    round: u32,
    entitled_seats: u32,
    candidates: u32,
    /// Whether the last of the seats lay in a tie.
    tied: bool,
    /// Whether what it cannot fill stays empty.
    left_empty: bool,
}

#[derive(Debug, Serialize)]
struct CoalitionJson<'a> {
    name: &'a str,
    parties: Vec<&'a str>,
    seats: u32,
    majorities: BTreeMap<&'a str, bool>,
}

/// The nearest floating-point number, for readers of documents.
#[expect(clippy::cast_precision_loss, reason = "the exact numbers stand beside it")]
pub(super) fn approximate(fraction: Fraction) -> f64 {
    fraction.numerator as f64 / fraction.denominator as f64
}

pub(super) const fn admission_word(admission: Admission) -> &'static str {
    match admission {
        Admission::Passed => "passed",
        Admission::Exempt => "exempt",
        Admission::DirectSeats => "direct-seats",
        Admission::Alliance => "alliance",
        Admission::AmongLargest => "among-largest",
        Admission::RunnerUp => "runner-up",
        Admission::Guaranteed => "guaranteed",
        Admission::Below => "below",
        Admission::NoVotes => "no-votes",
        Admission::NoList => "no-list",
    }
}

pub(super) fn render(report: &AllocationReport<'_>) -> String {
    let AllocationReport { scenario, outcome, .. } = *report;
    let totals = &outcome.totals;
    let ties: Vec<_> = outcome.allocation.ties.iter().map(|settled| tie(report, settled)).collect();
    document(&Document {
        head: Head::of(report.words, scenario),
        totals: TotalsJson {
            list_votes: totals.list_votes,
            against_all: scenario.ballots.against_all,
            valid_votes: totals.valid_votes,
            invalid: scenario.ballots.invalid,
            threshold_votes: totals.threshold_votes,
            admitted_votes: totals.admitted_votes,
        },
        parties: (0..scenario.parties.len()).map(|index| party(report, index)).collect(),
        tie: ties.first().cloned(),
        ties,
        unfilled_seats: outcome.allocation.unfilled_seats,
        house_size: outcome.house.seats(),
        set_aside: (outcome.allocation.set_aside.iter())
            .map(|aside| SetAsideJson {
                party: &scenario.parties[aside.list].id,
                seats: aside.seats,
                source: source_word(aside.source),
            })
            .collect(),
        alliances: alliances(report),
        majority_clause: (outcome.allocation.majority_clause.as_ref()).map(|clause| {
            MajorityClauseJson {
                party: &scenario.parties[clause.list].id,
                equals: ids(scenario, &clause.equals),
                lost: ids(scenario, &clause.lost),
            }
        }),
        capped: (outcome.allocation.capped.iter())
            .map(|capped| CappedJson {
                party: &scenario.parties[capped.list].id,
                round: capped.round,
                entitled_seats: capped.entitled_seats,
                candidates: candidates(report, capped),
                tied: capped.is_tied,
                left_empty: capped.is_left_empty,
            })
            .collect(),
        coalitions: coalitions(report),
        indices: (outcome.disproportionality.as_ref())
            .map(|measured| indices_json(scenario, measured)),
        coalition_analysis: (report.coalitions)
            .map(|analysis| coalition_analysis(report, analysis)),
        decisions: report.coalitions.map_or_else(Vec::new, |analysis| {
            decisions_json::of_count(report.words, scenario, &analysis.decisions)
        }),
        margins: report.margins.map(|found| margins(scenario, found)),
        axioms: report.axioms.map(|found| axioms(scenario, found)),
        account: (outcome.last_round.as_ref().filter(|_| report.explain))
            .map(|round| account(report, round)),
    })
}

fn party<'a>(report: &AllocationReport<'a>, index: usize) -> PartyJson<'a> {
    let party = &report.scenario.parties[index];
    let outcome = &report.outcome.parties[index];
    PartyJson {
        id: &party.id,
        name: display_name(report.words, party),
        kind: match party.kind {
            PartyKind::List => "list",
            PartyKind::Others => "others",
        },
        votes: outcome.votes,
        assumed: party.assumed,
        share: approximate(outcome.share),
        admitted: outcome.admission.is_admitted(),
        admission: admission_word(outcome.admission),
        ideal_share: outcome.ideal_share.map(approximate),
        seats: outcome.seats,
        tied: outcome.tied,
        candidates: party.candidates,
        official_seats: outcome.official_seats,
        quota_groups: (party.quota_groups.iter())
            .map(|(group, &candidates)| (group.as_str(), candidates))
            .collect(),
        group_places: outcome.group_places.map(|places| GroupPlacesJson {
            needed: places.needed,
            candidates_at_least: places.candidates_at_least,
            candidates_at_most: places.candidates_at_most,
            fits: places.fits(),
        }),
    }
}

fn tie<'a>(report: &AllocationReport<'a>, settled: &SettledTie) -> TieJson<'a> {
    let scenario: &'a Scenario = report.scenario;
    let lot = settled.won.iter().any(|seat| seat.rule == TieRule::Lot);
    let given = report.outcome.is_lot_given;
    TieJson {
        parties: ids(scenario, &settled.tie.lists),
        seats: settled.seats(),
        broken_by: settled.broken_by().map(|rule| rule.to_string()),
        winners: (!settled.is_open()).then(|| ids(scenario, &settled.winners())),
        decisions: tied_seats(scenario, &settled.won),
        late: (settled.tie.late.iter())
            .map(|late| LateJson { party: &scenario.parties[late.list].id, after: late.after })
            .collect(),
        seed: (lot && !given).then_some(report.seed),
        lot: lot.then_some(if given { "given" } else { "drawn" }),
    }
}

/// The winners of tied seats.
pub(super) fn tied_seats<'a>(scenario: &'a Scenario, won: &[TiedSeat]) -> Vec<TiedSeatJson<'a>> {
    let seat = |seat: &TiedSeat| TiedSeatJson {
        party: &scenario.parties[seat.list].id,
        broken_by: seat.rule.to_string(),
    };
    won.iter().map(seat).collect()
}

const fn source_word(source: SeatSource) -> &'static str {
    match source {
        SeatSource::Guaranteed => "guaranteed",
        SeatSource::Additional => "additional",
        SeatSource::Direct => "direct",
        SeatSource::Bonus => "bonus",
        SeatSource::Overhang => "overhang",
    }
}

fn alliances<'a>(report: &AllocationReport<'a>) -> Vec<AllianceJson<'a>> {
    let AllocationReport { scenario, outcome, explain, .. } = *report;
    let votes = |list: &usize| u128::from(scenario.ballots.parties[*list]);
    (outcome.allocation.pools.iter().enumerate())
        .map(|(index, pool)| AllianceJson {
            name: scenario.parties[pool.members[0]].alliance.as_deref().unwrap_or_default(),
            parties: ids(scenario, &pool.members),
            votes: pool.members.iter().map(votes).sum(),
            seats: pool.seats,
            method: pool.method.to_string(),
            account: (outcome.pool_rounds.iter())
                .find(|inside| explain && inside.pool == index)
                .map(|inside| account(report, &inside.round)),
        })
        .collect()
}

fn coalitions<'a>(report: &AllocationReport<'a>) -> Vec<CoalitionJson<'a>> {
    let AllocationReport { scenario, outcome, .. } = *report;
    (scenario.coalitions.iter().zip(&outcome.coalition_seats))
        .map(|(coalition, &seats)| CoalitionJson {
            name: coalition.name.in_language(report.words.code),
            parties: ids(scenario, &coalition.members),
            seats,
            majorities: (outcome.house.majorities().into_iter())
                .map(|(name, needed)| (name, seats >= needed))
                .collect(),
        })
        .collect()
}
