//! What stands above every table: the election, the rules, what was assumed.

use super::messages::{EN, fill};
use super::method::method;
use super::model;
use super::number::grouped;
use super::provisions;
use super::table::bold;
use super::what_if;
use crate::law::{FreedSeats, Law, ThresholdBase, ThresholdRule, TieRule};
use crate::scenario::{Notice, Scenario};

/// Title, rules, law, source and assumptions, a line each.
pub(super) fn render(scenario: &Scenario) -> String {
    let mut text = format!("{}\n{}\n", bold(&scenario.title), rules(scenario));
    if let Some(preset) = scenario.preset {
        push(&mut text, EN.law, &[("name", preset.name), ("article", preset.article)]);
    }
    if let Some(source) = &scenario.source {
        push(&mut text, EN.source, &[("source", source)]);
    }
    for assumption in &scenario.assumptions {
        push(&mut text, EN.assumption, &[("assumption", assumption)]);
    }
    for notice in scenario.notices.iter().filter(|notice| !is_about_draws(notice)) {
        text.push_str(&sentence(&notice_text(notice, scenario)));
    }
    text.push_str(&what_if::lines(scenario));
    if scenario.overridden && scenario.parties.iter().any(|party| party.official_seats.is_some()) {
        let counted = scenario.what_if.applied().is_empty();
        push(&mut text, if counted { EN.overridden } else { EN.overridden_what_if }, &[]);
    }
    text
}

/// Adds a filled message as a line.
pub(super) fn push(text: &mut String, message: &str, values: &[(&str, &str)]) {
    text.push_str(&fill(message, values));
    text.push('\n');
}

fn sentence(notice: &str) -> String {
    let mut characters = notice.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.\n", first.unwrap_or_default(), characters.as_str())
}

/// Whether a notice matters only for a simulation.
fn is_about_draws(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::ModelAssumed
            | Notice::NeverDrawn(_)
            | Notice::FewVotes(_)
            | Notice::SampleSizeFromPolls { .. }
    )
}

/// The notices of a scenario in words, as warnings: those about draws only for a simulation.
pub fn notices(scenario: &Scenario, simulated: bool) -> Vec<String> {
    (scenario.notices.iter())
        .filter(|notice| simulated || !is_about_draws(notice))
        .map(|notice| notice_text(notice, scenario))
        .collect()
}

/// The notices about draws, a line each.
pub(super) fn draw_notices(scenario: &Scenario) -> String {
    (scenario.notices.iter())
        .filter(|notice| is_about_draws(notice))
        .map(|notice| sentence(&notice_text(notice, scenario)))
        .collect()
}

fn notice_text(notice: &Notice, scenario: &Scenario) -> String {
    match notice {
        Notice::LawAssumed(preset) => {
            fill(EN.law_assumed, &[("name", preset.name), ("title", preset.title)])
        }
        Notice::ModelAssumed => {
            fill(EN.model_assumed, &[("model", &model::words(scenario, &scenario.model))])
        }
        Notice::IgnoredColumns(columns) => {
            fill(EN.ignored_columns, &[("columns", &columns.join(", "))])
        }
        Notice::SharesIncomplete { votes } => {
            fill(EN.shares_incomplete, &[("votes", &grouped((*votes).into()))])
        }
        Notice::FewVotes(votes) => fill(EN.few_votes, &[("votes", &grouped(*votes))]),
        Notice::SampleSizeFromPolls { pooled, used } => {
            let silent = (pooled - used).abs() < 0.5;
            let message = if silent { EN.sample_size_pooled } else { EN.sample_size_given };
            fill(message, &[("pooled", &pooled.to_string()), ("used", &used.to_string())])
        }
        Notice::NeverDrawn(party) => fill(EN.never_drawn, &[("party", party)]),
    }
}

/// The rules of the law in one line.
pub(super) fn rules(scenario: &Scenario) -> String {
    let Scenario { law, house, .. } = scenario;
    let rules = fill(
        EN.rules,
        &[
            ("seats", &house.seats().to_string()),
            ("method", &method(law.method)),
            ("rule", threshold_rule(law)),
            ("threshold", &threshold(law, house.seats())),
            ("base", threshold_base(law)),
            ("tie", tie_rule(law)),
        ],
    );
    let vacant = if law.freed_seats == FreedSeats::Vacant { EN.vacant_rule } else { "" };
    format!("{rules}{vacant}{}", provisions::rules(law))
}

/// The general threshold, with the word for one that is a quota.
pub(super) fn threshold(law: &Law, house_size: u32) -> String {
    let share = law.threshold_in(house_size).share.to_string();
    if law.provisions.threshold_is_quota {
        return fill(EN.one_quota, &[("threshold", &share)]);
    }
    share
}

pub(super) fn threshold_rule(law: &Law) -> &'static str {
    match law.threshold.rule {
        ThresholdRule::AtLeast => EN.at_least,
        ThresholdRule::MoreThan => EN.more_than,
    }
}

fn threshold_base(law: &Law) -> &'static str {
    match law.threshold.base {
        ThresholdBase::Lists => EN.base_lists,
        ThresholdBase::Valid => EN.base_valid,
        ThresholdBase::Cast => EN.base_cast,
    }
}

fn tie_rule(law: &Law) -> &'static str {
    match law.tie {
        TieRule::Order => EN.tie_order,
        TieRule::Votes => EN.tie_votes,
        TieRule::Lot => EN.tie_lot,
        TieRule::Report => EN.tie_report,
    }
}

/// The line that says how to get the same result again.
pub(super) fn reproduce(scenario: &Scenario) -> String {
    let values = [("version", env!("CARGO_PKG_VERSION")), ("sha256", scenario.sha256.as_str())];
    format!("{}\n", fill(EN.reproduce, &values))
}
