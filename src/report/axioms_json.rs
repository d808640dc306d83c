//! Properties of an election in the JSON document.

use serde::Serialize;

use super::axioms::options;
use crate::analysis::{
    AxiomWitness, Axioms, Cause, Finding, PER_MILLE_STEPS, Reason, Searched, Variation, Verdict,
    WitnessList,
};
use crate::scenario::Scenario;

#[derive(Debug, Serialize)]
pub(super) struct FindingJson<'a> {
    property: &'static str,
    verdict: &'static str,
    /// The lists that would have to take part; null unless there is nothing to ask.
    lists_needed: Option<usize>,
    /// Where a witness was looked for; null where a theorem, or one look at the seats, decides.
    searched: Option<SearchedJson>,
    /// None unless the property fails.
    witnesses: Vec<WitnessJson<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum SearchedJson {
    Houses { from: u32, to: u32 },
    Votes { lists: usize, lists_left_out: usize, per_mille: u64 },
    Leaving { lists: usize, lists_left_out: usize },
}

#[derive(Debug, Serialize)]
struct WitnessJson<'a> {
    cause: &'static str,
    /// The options that make each of the two counts; empty for the count itself.
    before: VariationJson<'a>,
    after: VariationJson<'a>,
    lists: Vec<ListJson<'a>>,
    leaves: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct VariationJson<'a> {
    house_size: u32,
    what_ifs: &'a [String],
    options: String,
}

#[derive(Debug, Serialize)]
struct ListJson<'a> {
    id: &'a str,
    votes_before: u64,
    votes_after: u64,
    seats_before: u32,
    seats_after: u32,
}

pub(super) fn axioms<'a>(scenario: &'a Scenario, axioms: &'a Axioms) -> Vec<FindingJson<'a>> {
    axioms.findings.iter().map(|finding| finding_json(scenario, finding)).collect()
}

fn finding_json<'a>(scenario: &'a Scenario, finding: &'a Finding) -> FindingJson<'a> {
    let Finding { property, verdict, searched } = finding;
    FindingJson {
        property: property.name(),
        verdict: verdict_word(verdict),
        lists_needed: match verdict {
            Verdict::NotApplicable(Reason::FewerLists(lists)) => Some(*lists),
            _ => None,
        },
        searched: searched.map(searched_json),
        witnesses: match verdict {
            Verdict::Fails(witnesses) => {
                witnesses.iter().map(|witness| witness_json(scenario, witness)).collect()
            }
            _ => Vec::new(),
        },
    }
}

const fn searched_json(searched: Searched) -> SearchedJson {
    match searched {
        Searched::Houses { from, to } => SearchedJson::Houses { from, to },
        Searched::Votes { lists, left_out } => {
            SearchedJson::Votes { lists, lists_left_out: left_out, per_mille: PER_MILLE_STEPS }
        }
        Searched::Leaving { lists, left_out } => {
            SearchedJson::Leaving { lists, lists_left_out: left_out }
        }
    }
}

fn witness_json<'a>(scenario: &'a Scenario, witness: &'a AxiomWitness) -> WitnessJson<'a> {
    let id = |party: usize| scenario.parties[party].id.as_str();
    let variation = |variation: &'a Variation, house_size| VariationJson {
        house_size,
        what_ifs: &variation.what_ifs,
        options: options(variation),
    };
    let list = |list: &WitnessList| ListJson {
        id: id(list.party),
        votes_before: list.votes.0,
        votes_after: list.votes.1,
        seats_before: list.seats.0,
        seats_after: list.seats.1,
    };
    WitnessJson {
        cause: cause_word(witness.cause),
        before: variation(&witness.before, witness.house.0),
        after: variation(&witness.after, witness.house.1),
        lists: witness.lists.iter().map(list).collect(),
        leaves: witness.leaves.map(id),
    }
}

pub(super) const fn verdict_word(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Always => "always",
        Verdict::Here => "here",
        Verdict::NotFound => "not-found",
        Verdict::Fails(_) => "fails",
        Verdict::NotApplicable(_) => "not-applicable",
    }
}

pub(super) const fn cause_word(cause: Cause) -> &'static str {
    match cause {
        Cause::Method => "method",
        Cause::Threshold => "threshold",
        Cause::Candidates => "candidates",
        Cause::Alliance => "alliance",
        Cause::SetAside => "set-aside",
        Cause::Multiplier => "multiplier",
        Cause::Floor => "floor",
        Cause::Law => "law",
    }
}
