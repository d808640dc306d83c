//! Who can decide what in JSON documents: `decisions`, a matter after the other.

use serde::Serialize;

use super::SimulationReport;
use super::decisions::actor;
use super::messages::Messages;
use super::rules_json::ids;
use super::simulation_json::Probability;
use crate::analysis::{Actor, ActorPower, MatterPower};
use crate::scenario::Scenario;

#[derive(Debug, Serialize)]
pub(super) struct DecisionJson<'a> {
    id: &'static str,
    matter: &'static str,
    article: &'static str,
    /// `decision`, `initiative`, `quorum` or `referendum`.
    kind: &'static str,
    /// The rule for all members; null if no number of them is enough.
    rule: Option<String>,
    needed: Option<u32>,
    /// Of a count those that can; of draws everybody, with the probability.
    who: Vec<WhoJson<'a>>,
    /// Those without whom nobody can, likewise; empty where nobody can be kept from it.
    can_block: Vec<WhoJson<'a>>,
}

/// A list with its id, or a coalition with its name and its members.
#[derive(Debug, Serialize)]
struct WhoJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parties: Option<Vec<&'a str>>,
    #[serde(flatten)]
    probability: Option<Probability>,
}

/// Of a count.
pub(super) fn of_count<'a>(
    words: &Messages,
    scenario: &'a Scenario,
    matters: &[MatterPower<bool>],
) -> Vec<DecisionJson<'a>> {
    let those = |matter: &MatterPower<bool>, holds: &dyn Fn(&ActorPower<bool>) -> bool| {
        let found = matter.actors.iter().filter(|of| holds(of));
        found.map(|of| who(words, scenario, of.actor, None)).collect()
    };
    let decision = |matter| {
        let blockers = those(matter, &|of| of.blocks == Some(true));
        decision(words, matter, those(matter, &|of| of.reaches), blockers)
    };
    matters.iter().map(decision).collect()
}

/// Of the draws of a run.
pub(super) fn of_draws<'a>(report: &SimulationReport<'a>) -> Vec<DecisionJson<'a>> {
    let SimulationReport { words, scenario, summary, .. } = *report;
    let matters = MatterPower::of_draws(scenario, summary);
    let decision = |matter: &MatterPower<_>| {
        let reaches = matter.actors.iter().map(|of| (of.actor, Some(of.reaches)));
        let blocks = matter.actors.iter().map(|of| (of.actor, of.blocks));
        let each = |(actor, estimate): (Actor, Option<_>)| {
            Some(who(words, scenario, actor, Some(Probability::from(estimate?))))
        };
        decision(
            words,
            matter,
            reaches.filter_map(each).collect(),
            blocks.filter_map(each).collect(),
        )
    };
    matters.iter().map(decision).collect()
}

fn decision<'a, T>(
    words: &Messages,
    matter: &MatterPower<T>,
    who: Vec<WhoJson<'a>>,
    can_block: Vec<WhoJson<'a>>,
) -> DecisionJson<'a> {
    let MatterPower { decision, needed, .. } = matter;
    DecisionJson {
        id: decision.matter.id(),
        matter: words.matter(decision.matter),
        article: decision.article,
        kind: decision.requirement.kind(),
        rule: decision.requirement.rule().map(|rule| rule.to_string()),
        needed: *needed,
        who,
        can_block,
    }
}

fn who<'a>(
    words: &Messages,
    scenario: &'a Scenario,
    of: Actor,
    probability: Option<Probability>,
) -> WhoJson<'a> {
    let (id, kind, parties) = match of {
        Actor::List(party) => (Some(scenario.parties[party].id.as_str()), "list", None),
        Actor::Coalition(coalition) => {
            (None, "coalition", Some(ids(scenario, &scenario.coalitions[coalition].members)))
        }
    };
    WhoJson { id, name: actor(words, scenario, of), kind, parties, probability }
}
