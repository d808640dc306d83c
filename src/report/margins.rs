//! Votes away from a seat as a table for people.

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{EN, fill};
use super::number::grouped;
use super::preamble::push;
use super::table::Table;
use crate::analysis::{
    ListMargins, MAX_SWITCHING_LISTS, Margins, Obstacle, SmallestSwitch, ThresholdMargin, VotesAway,
};

pub(super) fn render(report: &AllocationReport<'_>, margins: &Margins) -> String {
    let mut text = String::new();
    push(&mut text, EN.margins, &[]);
    let mut table = Table::default()
        .words(EN.party)
        .numbers(EN.margins_gain)
        .numbers(EN.margins_lose)
        .words(EN.margins_gain_switch)
        .words(EN.margins_lose_switch)
        .words(EN.margins_threshold);
    for list in &margins.lists {
        table.row(row(report, margins, list));
    }
    text.push_str(&table.render());
    text.push('\n');
    changes(report, &mut text, margins);
    if margins.lists_left_out > 0 {
        let values = [
            ("most", &*MAX_SWITCHING_LISTS.to_string()),
            ("left_out", &margins.lists_left_out.to_string()),
        ];
        push(&mut text, EN.margins_left_out, &values);
    }
    if !margins.are_all_smallest() {
        push(&mut text, EN.margins_unproved, &[]);
    }
    push(&mut text, EN.margins_legend, &[]);
    text
}

fn row(report: &AllocationReport<'_>, margins: &Margins, list: &ListMargins) -> Vec<String> {
    let switch = |message, found: Option<SmallestSwitch>, other: fn(SmallestSwitch) -> usize| {
        found.map_or_else(
            || EN.margins_no_way.to_owned(),
            |found| {
                let other = name(report.scenario, other(found));
                fill(message, &[("votes", &votes(found.away)), ("party", other)])
            },
        )
    };
    vec![
        name(report.scenario, list.party).to_owned(),
        own(list.gain),
        own(list.lose),
        switch(EN.margins_from, margins.cheapest_gain(list.party), |found| found.from),
        switch(EN.margins_to, margins.cheapest_loss(list.party), |found| found.to),
        threshold(list.threshold),
    ]
}

fn own(found: Result<VotesAway, Obstacle>) -> String {
    match found {
        Ok(away) => votes(away),
        Err(Obstacle::NoCandidatesLeft) => EN.margins_no_candidates.to_owned(),
        Err(Obstacle::AllSeats) => EN.margins_all_seats.to_owned(),
        Err(Obstacle::NoSeats) => EN.margins_no_seats.to_owned(),
        Err(Obstacle::NotFound) => EN.margins_not_found.to_owned(),
    }
}

fn votes(away: VotesAway) -> String {
    let mark = if away.is_smallest { "" } else { EN.margins_unproved_mark };
    format!("{mark}{}", grouped(away.votes.into()))
}

fn threshold(margin: ThresholdMargin) -> String {
    let number = |votes: u64| grouped(votes.into());
    let or_none = |votes: Option<u64>| votes.map_or_else(|| EN.margins_no_way.to_owned(), number);
    match margin {
        ThresholdMargin::Missing { new, switched } => {
            fill(EN.margins_missing, &[("new", &or_none(new)), ("switched", &or_none(switched))])
        }
        ThresholdMargin::Slack { away, switched } => {
            fill(EN.margins_slack, &[("away", &number(away)), ("switched", &number(switched))])
        }
        ThresholdMargin::Other => String::new(),
    }
}

/// The two smallest changes as sentences.
fn changes(report: &AllocationReport<'_>, text: &mut String, margins: &Margins) {
    let scenario = report.scenario;
    match margins.any_seat {
        Some(found) => {
            let values = [
                ("votes", &*votes(found.away)),
                ("from", name(scenario, found.from)),
                ("to", name(scenario, found.to)),
            ];
            push(text, EN.margins_any_seat, &values);
        }
        None => push(text, EN.margins_no_seat_changes, &[]),
    }
    let message = match (margins.majority_holder, margins.majority) {
        (Some(_), Some(_)) => EN.margins_majority_of,
        (Some(_), None) => EN.margins_majority_kept,
        (None, Some(_)) => EN.margins_majority_won,
        (None, None) => EN.margins_majority_never,
    };
    let found = margins.majority;
    let of = |party: Option<usize>| party.map_or("", |party| name(scenario, party));
    let number = found.map_or_else(String::new, |found| votes(found.away));
    let values = [
        ("party", of(margins.majority_holder)),
        ("needed", &*margins.majority_seats.to_string()),
        ("votes", &number),
        ("from", of(found.map(|found| found.from))),
        ("to", of(found.map(|found| found.to))),
    ];
    push(text, message, &values);
}
