//! Votes away from a seat as a table for people.

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{Messages, fill};
use super::page::Page;
use super::table::Table;
use crate::analysis::{
    ListMargins, MAX_SWITCHING_LISTS, Margins, Obstacle, SmallestSwitch, ThresholdMargin, VotesAway,
};

pub(super) fn page(report: &AllocationReport<'_>, margins: &Margins) -> Page {
    let words = report.words;
    let mut page = Page::default();
    page.say(words.margins, &[]);
    let mut table = Table::default()
        .words(words.party)
        .numbers(words.margins_gain)
        .numbers(words.margins_lose)
        .words(words.margins_gain_switch)
        .words(words.margins_lose_switch)
        .words(words.margins_threshold);
    for list in &margins.lists {
        table.row(row(report, margins, list));
    }
    page.table(table);
    page.gap();
    changes(report, &mut page, margins);
    if margins.lists_left_out > 0 {
        let values = [
            ("most", &*MAX_SWITCHING_LISTS.to_string()),
            ("left_out", &margins.lists_left_out.to_string()),
        ];
        page.say(words.margins_left_out, &values);
    }
    if !margins.are_all_smallest() {
        page.say(words.margins_unproved, &[]);
    }
    page.say(words.margins_legend, &[]);
    page
}

fn row(report: &AllocationReport<'_>, margins: &Margins, list: &ListMargins) -> Vec<String> {
    let words = report.words;
    let switch = |message, found: Option<SmallestSwitch>, other: fn(SmallestSwitch) -> usize| {
        found.map_or_else(
            || words.margins_no_way.to_owned(),
            |found| {
                let other = name(words, report.scenario, other(found));
                fill(message, &[("votes", &votes(words, found.away)), ("party", other)])
            },
        )
    };
    vec![
        name(words, report.scenario, list.party).to_owned(),
        own(words, list.gain),
        own(words, list.lose),
        switch(words.margins_from, margins.cheapest_gain(list.party), |found| found.from),
        switch(words.margins_to, margins.cheapest_loss(list.party), |found| found.to),
        threshold(words, list.threshold),
    ]
}

fn own(words: &Messages, found: Result<VotesAway, Obstacle>) -> String {
    match found {
        Ok(away) => votes(words, away),
        Err(Obstacle::NoCandidatesLeft) => words.margins_no_candidates.to_owned(),
        Err(Obstacle::AllSeats) => words.margins_all_seats.to_owned(),
        Err(Obstacle::NoSeats) => words.margins_no_seats.to_owned(),
        Err(Obstacle::NotFound) => words.margins_not_found.to_owned(),
    }
}

fn votes(words: &Messages, away: VotesAway) -> String {
    let mark = if away.is_smallest { "" } else { words.margins_unproved_mark };
    format!("{mark}{}", words.grouped(away.votes.into()))
}

/// The same in a sentence.
fn votes_in_words(words: &Messages, away: VotesAway) -> String {
    let mark = if away.is_smallest { "" } else { words.margins_unproved_mark };
    format!("{mark}{}", words.votes(away.votes.into()))
}

fn threshold(words: &Messages, margin: ThresholdMargin) -> String {
    let number = |votes: u64| words.grouped(votes.into());
    let or_none =
        |votes: Option<u64>| votes.map_or_else(|| words.margins_no_way.to_owned(), number);
    match margin {
        ThresholdMargin::Missing { new, switched } => {
            fill(words.margins_missing, &[("new", &or_none(new)), ("switched", &or_none(switched))])
        }
        ThresholdMargin::Slack { away, switched } => {
            fill(words.margins_slack, &[("away", &number(away)), ("switched", &number(switched))])
        }
        ThresholdMargin::Other => String::new(),
    }
}

/// The two smallest changes as sentences.
fn changes(report: &AllocationReport<'_>, page: &mut Page, margins: &Margins) {
    let words = report.words;
    let scenario = report.scenario;
    match margins.any_seat {
        Some(found) => {
            let values = [
                ("votes", &*votes_in_words(words, found.away)),
                ("from", name(words, scenario, found.from)),
                ("to", name(words, scenario, found.to)),
            ];
            page.say(words.margins_any_seat, &values);
        }
        None => page.say(words.margins_no_seat_changes, &[]),
    }
    let message = match (margins.majority_holder, margins.majority) {
        (Some(_), Some(_)) => words.margins_majority_of,
        (Some(_), None) => words.margins_majority_kept,
        (None, Some(_)) => words.margins_majority_won,
        (None, None) => words.margins_majority_never,
    };
    let found = margins.majority;
    let of = |party: Option<usize>| party.map_or("", |party| name(words, scenario, party));
    let number = found.map_or_else(String::new, |found| votes_in_words(words, found.away));
    let values = [
        ("party", of(margins.majority_holder)),
        ("needed", &*margins.majority_seats.to_string()),
        ("votes", &number),
        ("from", of(found.map(|found| found.from))),
        ("to", of(found.map(|found| found.to))),
    ];
    page.say(message, &values);
}
