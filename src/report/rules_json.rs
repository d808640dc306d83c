//! What every JSON document says of its input and its rules.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::SCHEMA;
use super::messages::Messages;
use super::polls::PollsJson;
use super::provisions::part;
use super::what_if::{self, WhatIfJson};
use crate::election::{LocalName, Party};
use crate::law::{Bonus, Law, Provisions};
use crate::scenario::Scenario;

/// The head of a document.
#[derive(Debug, Serialize)]
pub(super) struct Head<'a> {
    schema: u32,
    program: &'static str,
    version: &'static str,
    scenario_sha256: &'a str,
    title: &'a str,
    source: Option<&'a str>,
    assumptions: Vec<&'a str>,
    what_if: Vec<WhatIfJson<'a>>,
    rules: Rules<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    polls: Option<PollsJson<'a>>,
}

/// The rules in force.
#[derive(Debug, Serialize)]
struct Rules<'a> {
    law: Option<&'a str>,
    article: Option<&'a str>,
    /// What of the real law the preset does without; null if nothing.
    leaves_out: Option<String>,
    method: String,
    seats: u32,
    threshold: String,
    threshold_base: String,
    threshold_rule: String,
    tie: String,
    freed_seats: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    provisions: Option<ProvisionsJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_quota: Option<String>,
    majorities: Vec<Majority<'a>>,
}

/// The rules that a plain law does without, where the law has any.
#[derive(Debug, Serialize)]
struct ProvisionsJson {
    threshold_is_quota: bool,
    threshold_by_members: BTreeMap<u32, String>,
    or_direct_seats: Option<u32>,
    at_least_lists: u32,
    alliance_threshold: String,
    inner_method: Option<String>,
    multiplier_for: String,
    floor: u32,
    overhang: String,
    bonus: Option<String>,
    one_list: String,
    remainder_from: Option<String>,
    remainder_below: Option<u32>,
    majority_clause: bool,
}

impl ProvisionsJson {
    fn of(law: &Law) -> Option<Self> {
        let own = &law.provisions;
        (*own != Provisions::NONE).then(|| Self {
            threshold_is_quota: own.threshold_is_quota,
            threshold_by_members: (own.threshold_by_members.steps())
                .map(|(members, share)| (members, share.to_string()))
                .collect(),
            or_direct_seats: own.or_direct_seats,
            at_least_lists: own.at_least_lists,
            alliance_threshold: own.alliance_threshold.to_string(),
            inner_method: own.inner_method.map(|method| method.to_string()),
            multiplier_for: own.multiplier_for.to_string(),
            floor: own.floor,
            overhang: own.overhang.to_string(),
            bonus: own.bonus.map(|bonus| match bonus {
                Bonus::Seats(seats) => seats.to_string(),
                Bonus::Share(share) => share.to_string(),
            }),
            one_list: own.one_list.to_string(),
            remainder_from: own.remainder_from.map(part),
            remainder_below: own.remainder_below,
            majority_clause: own.majority_clause,
        })
    }
}

#[derive(Debug, Serialize)]
struct Majority<'a> {
    name: &'a str,
    seats: u32,
}

impl<'a> Head<'a> {
    pub(super) fn of(words: &Messages, scenario: &'a Scenario) -> Self {
        let law = &scenario.law;
        let text = |text: &'a LocalName| text.in_language(words.code);
        let majorities = scenario.house.majorities().into_iter();
        Self {
            schema: SCHEMA,
            program: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            scenario_sha256: &scenario.sha256,
            title: scenario.title.in_language(words.code),
            source: scenario.source.as_ref().map(text),
            assumptions: scenario.assumptions.iter().map(text).collect(),
            what_if: what_if::documents(scenario),
            polls: PollsJson::of(scenario),
            rules: Rules {
                law: scenario.preset.map(|preset| preset.name),
                article: scenario.preset.map(|preset| preset.article),
                leaves_out: scenario.preset.and_then(|preset| words.left_out(preset)),
                method: law.method.to_string(),
                seats: scenario.house.seats(),
                threshold: law.threshold_in(scenario.house.seats()).share.to_string(),
                threshold_base: law.threshold.base.to_string(),
                threshold_rule: law.threshold.rule.to_string(),
                tie: law.tie.to_string(),
                freed_seats: law.freed_seats.to_string(),
                provisions: ProvisionsJson::of(law),
                group_quota: law.group_quota.map(|quota| quota.to_string()),
                majorities: majorities.map(|(name, seats)| Majority { name, seats }).collect(),
            },
        }
    }
}

/// The ids of these parties.
pub(super) fn ids<'a>(scenario: &'a Scenario, parties: &[usize]) -> Vec<&'a str> {
    parties.iter().map(|&party| scenario.parties[party].id.as_str()).collect()
}

/// The name of a party in documents.
pub(super) fn display_name<'a>(words: &Messages, party: &'a Party) -> &'a str {
    party.name.in_language(words.code)
}

/// Writes a document with a line end, piece by piece.
pub(super) fn write_document(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    out.write_all(b"\n")
}

/// A document as text, with a line end.
pub(super) fn document(value: &impl Serialize) -> String {
    let mut text =
        serde_json::to_string_pretty(value).expect("documents hold only what JSON can say");
    text.push('\n');
    text
}
