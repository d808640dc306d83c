//! What was changed about the count, for every form of result.

use serde::Serialize;

use super::messages::{Messages, fill};
use super::page::Page;
use crate::scenario::{Applied, Change, Scenario};

/// So many rows of a ballot paper are shown above a table; the JSON document has all.
const SHOWN: usize = 8;

/// A line for every what-if, with the votes of the lists concerned before and after.
pub(super) fn lines(words: &Messages, scenario: &Scenario) -> Page {
    let mut page = Page::default();
    for applied in scenario.what_if.applied() {
        let values =
            [("sentence", applied.sentence.as_str()), ("changes", &changes(words, applied))];
        page.say(words.what_if, &values);
    }
    page
}

/// What every what-if does, in a sentence each, for where numbers find no room.
pub(super) fn sentences(words: &Messages, scenario: &Scenario) -> String {
    let sentence =
        |applied: &Applied| fill(words.what_if_sentence, &[("sentence", &applied.sentence)]);
    scenario.what_if.applied().iter().map(sentence).collect::<Vec<_>>().join(" ")
}

fn changes(words: &Messages, applied: &Applied) -> String {
    let mut parts: Vec<String> =
        applied.changes.iter().take(SHOWN).map(|of| change(words, of)).collect();
    if parts.is_empty() {
        return words.what_if_nothing.to_owned();
    }
    let more = applied.changes.len().saturating_sub(SHOWN);
    if more > 0 {
        parts.push(fill(words.what_if_more, &[("count", &more.to_string())]));
    }
    let [before, after] = applied.valid_votes;
    if before != after {
        let values = [("before", &*words.grouped(before)), ("after", &words.grouped(after))];
        parts.push(fill(words.what_if_valid, &values));
    }
    parts.join("; ")
}

fn change(words: &Messages, change: &Change) -> String {
    let name = match (&change.name, change.id.as_str()) {
        (Some(name), _) => name.in_language(words.code),
        (None, "invalid") => words.invalid,
        (None, _) => words.against_all,
    };
    let number =
        |votes: Option<u64>| votes.map_or_else(String::new, |votes| words.grouped(votes.into()));
    let (before, after) = (number(change.before), number(change.after));
    let message = match (change.before, change.after) {
        (None, _) => words.what_if_new,
        (_, None) => words.what_if_gone,
        _ => words.what_if_change,
    };
    fill(message, &[("name", name), ("before", &before), ("after", &after)])
}

/// A what-if in a document.
#[derive(Debug, Serialize)]
pub(super) struct WhatIfJson<'a> {
    operator: &'a str,
    sentence: &'a str,
    votes: Vec<ChangeJson<'a>>,
    valid_votes: ChangeOfTotal,
}

/// The votes of a row; null where it is not on the ballot.
#[derive(Debug, Serialize)]
struct ChangeJson<'a> {
    id: &'a str,
    before: Option<u64>,
    after: Option<u64>,
}

#[derive(Debug, Serialize)]
struct ChangeOfTotal {
    before: u128,
    after: u128,
}

/// The what-ifs of a document.
pub(super) fn documents(scenario: &Scenario) -> Vec<WhatIfJson<'_>> {
    (scenario.what_if.applied().iter())
        .map(|applied| {
            let [before, after] = applied.valid_votes;
            WhatIfJson {
                operator: applied.operator,
                sentence: &applied.sentence,
                votes: (applied.changes.iter())
                    .map(|change| ChangeJson {
                        id: &change.id,
                        before: change.before,
                        after: change.after,
                    })
                    .collect(),
                valid_votes: ChangeOfTotal { before, after },
            }
        })
        .collect()
}
