//! What stands above every table: the election, the rules, what was assumed.

use super::messages::{Messages, fill};
use super::method::method;
use super::model;
use super::page::Page;
use super::provisions;
use super::ties;
use super::what_if;
use crate::law::{FreedSeats, Law, ThresholdBase, ThresholdRule};
use crate::scenario::{Notice, Scenario};

/// Title and assumptions.
pub(super) fn page(words: &Messages, scenario: &Scenario) -> Page {
    let mut page = Page::default();
    page.title(scenario.title.in_language(words.code));
    page.append(assumptions(words, scenario));
    page
}

/// Rules, law, source and assumptions, a line each.
pub(super) fn assumptions(words: &Messages, scenario: &Scenario) -> Page {
    let mut page = Page::default();
    page.line(rules(words, scenario));
    if let Some(preset) = scenario.preset {
        page.say(words.law, &[("name", preset.name), ("article", words.law_article(preset))]);
        if let Some(what) = words.left_out(preset) {
            page.say(words.provisions.leaves_out, &[("name", preset.name), ("what", &what)]);
        }
    }
    if let Some(source) = &scenario.source {
        page.say(words.source, &[("source", source.in_language(words.code))]);
    }
    for assumption in &scenario.assumptions {
        page.say(words.assumption, &[("assumption", assumption.in_language(words.code))]);
    }
    for notice in scenario.notices.iter().filter(|notice| !is_about_draws(notice)) {
        page.line(sentence(&notice_text(words, notice, scenario)));
    }
    page.append(what_if::lines(words, scenario));
    if scenario.overridden && scenario.parties.iter().any(|party| party.official_seats.is_some()) {
        let counted = scenario.what_if.applied().is_empty();
        page.say(if counted { words.overridden } else { words.overridden_what_if }, &[]);
    }
    page
}

fn sentence(notice: &str) -> String {
    let mut characters = notice.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), characters.as_str())
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
pub fn notices(words: &Messages, scenario: &Scenario, simulated: bool) -> Vec<String> {
    let left_out = scenario.preset.and_then(|preset| {
        let values = [("name", preset.name), ("what", &*words.left_out(preset)?)];
        Some(fill(words.provisions.warn_leaves_out, &values))
    });
    (scenario.notices.iter())
        .filter(|notice| simulated || !is_about_draws(notice))
        .map(|notice| notice_text(words, notice, scenario))
        .chain(left_out)
        .collect()
}

/// The notices about draws, a line each.
pub(super) fn draw_notices(words: &Messages, scenario: &Scenario) -> Page {
    let mut page = Page::default();
    for notice in scenario.notices.iter().filter(|notice| is_about_draws(notice)) {
        page.line(sentence(&notice_text(words, notice, scenario)));
    }
    page
}

fn notice_text(words: &Messages, notice: &Notice, scenario: &Scenario) -> String {
    match notice {
        Notice::LawAssumed(preset) => {
            fill(words.law_assumed, &[("name", preset.name), ("title", words.law_title(preset))])
        }
        Notice::HouseAssumed(preset) => {
            let seats = words.seats(preset.seats.unwrap_or_else(|| scenario.house.seats()));
            fill(words.provisions.house_assumed, &[("name", preset.name), ("seats", &seats)])
        }
        Notice::ModelAssumed => fill(
            words.model_assumed,
            &[("model", &model::sentence(words, scenario, &scenario.model))],
        ),
        Notice::IgnoredColumns(columns) => {
            fill(words.ignored_columns, &[("columns", &columns.join(", "))])
        }
        Notice::SharesIncomplete { votes } => {
            fill(words.shares_incomplete, &[("votes", &words.votes((*votes).into()))])
        }
        Notice::FewVotes(votes) => fill(words.few_votes, &[("votes", &words.grouped(*votes))]),
        Notice::SampleSizeFromPolls { pooled, used } => {
            let silent = (pooled - used).abs() < 0.5;
            let message = if silent { words.sample_size_pooled } else { words.sample_size_given };
            fill(message, &[("pooled", &words.figure(*pooled)), ("used", &words.figure(*used))])
        }
        Notice::LooksLikeSum(party) => fill(words.looks_like_sum, &[("party", party)]),
        Notice::NeverDrawn(party) => fill(words.never_drawn, &[("party", party)]),
    }
}

/// The rules of the law in one line.
pub(super) fn rules(words: &Messages, scenario: &Scenario) -> String {
    let Scenario { law, house, .. } = scenario;
    let rules = fill(
        words.rules,
        &[
            ("seats", &words.seats(house.seats())),
            ("method", &method(words, law.method)),
            ("threshold", &threshold_rule(words, law, &threshold(words, law, house.seats()))),
            ("base", threshold_base(words, law)),
            ("besides", &provisions::beside_threshold(words, law)),
            ("tie", &ties::rules(words, law.tie)),
        ],
    );
    let vacant = if law.freed_seats == FreedSeats::Vacant { words.vacant_rule } else { "" };
    format!("{rules}{vacant}{}", provisions::rules(words, law))
}

/// The general threshold, with the word for one that is a quota.
pub(super) fn threshold(words: &Messages, law: &Law, house_size: u32) -> String {
    let share = words.share(law.threshold_in(house_size).share);
    if law.provisions.threshold_is_quota {
        return fill(words.one_quota, &[("threshold", &share)]);
    }
    share
}

/// The threshold with its rule: at least or more than this limit.
pub(super) fn threshold_rule(words: &Messages, law: &Law, limit: &str) -> String {
    let rule = match law.threshold.rule {
        ThresholdRule::AtLeast => words.at_least,
        ThresholdRule::MoreThan => words.more_than,
    };
    fill(rule, &[("limit", limit)])
}

fn threshold_base(words: &Messages, law: &Law) -> &'static str {
    match law.threshold.base {
        ThresholdBase::Lists => words.base_lists,
        ThresholdBase::Valid => words.base_valid,
        ThresholdBase::Cast => words.base_cast,
    }
}

/// The line that says how to get the same result again.
pub(super) fn reproduce(words: &Messages, scenario: &Scenario) -> Page {
    let mut page = Page::default();
    let values = [("version", env!("CARGO_PKG_VERSION")), ("sha256", scenario.sha256.as_str())];
    page.say(words.reproduce, &values);
    page
}
