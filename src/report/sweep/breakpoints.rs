//! Where the seats of the count change, below the table of a sweep.

use super::super::allocation_table::name;
use super::super::messages::{Messages, fill};
use super::super::number::cut_off;
use super::super::preamble::push;
use super::super::table::Table;
use super::table::holder;
use super::{SweepReport, value};
use crate::analysis::{Breakpoint, BreakpointAt, NoBreakpoints, Vary};
use crate::apportionment::Fraction;
use crate::law::ThresholdRule;

/// Decimals of a share in per cent; the exact share stands beside it.
const DECIMALS: u32 = 6;

/// So many house sizes of a list are shown.
const MOST_SIZES: usize = 40;

pub(super) fn render(report: &SweepReport<'_>, words: &Messages) -> String {
    let vary = report.sweep.axes[0].vary();
    let mut text = String::from("\n");
    match (&report.sweep.breakpoints, vary) {
        (Ok(found), Vary::Threshold) => thresholds(report, found, words, &mut text),
        (Ok(found), _) => house_sizes(report, found, words, &mut text),
        (Err(NoBreakpoints::VotesFollowThreshold), _) => {
            push(&mut text, words.sweep.votes_follow, &[]);
        }
        (Err(_), _) => return String::new(),
    }
    text
}

/// A heading with the first and the last value asked for.
fn title(report: &SweepReport<'_>, message: &str, text: &mut String) {
    let range = report.sweep.axes[0].range();
    let [first, last, _] = range.map_or_else(Default::default, |of| of.map(|of| value(Some(of))));
    push(text, message, &[("first", &first), ("last", &last)]);
}

fn thresholds(report: &SweepReport<'_>, found: &[Breakpoint], words: &Messages, text: &mut String) {
    if found.is_empty() {
        return title(report, words.sweep.no_thresholds, text);
    }
    title(report, words.sweep.thresholds, text);
    let mut table = Table::default()
        .numbers(words.sweep.threshold)
        .words(words.sweep.breakpoint_share)
        .words(words.sweep.breakpoint_lists)
        .words(words.sweep.breakpoint_seats)
        .words(words.sweep.majority);
    for breakpoint in found {
        let BreakpointAt::Threshold { share, lists } = &breakpoint.at else { continue };
        let percent = Fraction::new(share.numerator * 100, share.denominator);
        let names: Vec<&str> = lists.iter().map(|&list| name(report.scenario, list)).collect();
        table.row(vec![
            format!("{} %", cut_off(percent, DECIMALS)),
            share.to_string(),
            names.join(", "),
            changes(report, breakpoint, words),
            majorities(report, breakpoint, words),
        ]);
    }
    text.push_str(&table.render());
    let rule = match report.scenario.law.threshold.rule {
        ThresholdRule::AtLeast => words.sweep.at_least,
        ThresholdRule::MoreThan => words.sweep.more_than,
    };
    text.push('\n');
    push(text, rule, &[]);
}

/// `Amanat 82 → 83, Baytaq 3 → 0`.
fn changes(report: &SweepReport<'_>, breakpoint: &Breakpoint, words: &Messages) -> String {
    let change = breakpoint.changes.iter().map(|change| {
        format!("{} {} → {}", name(report.scenario, change.party), change.before, change.after)
    });
    let mut all: Vec<String> = change.collect();
    all.extend(breakpoint.refused[1].iter().map(|_| words.sweep.no_seats.to_owned()));
    all.join(", ")
}

/// Who has the majority, and who has it after, if that is another.
fn majorities(report: &SweepReport<'_>, breakpoint: &Breakpoint, words: &Messages) -> String {
    let [before, after] = breakpoint.majority.map(|party| holder(report, party, words));
    if before == after { before } else { format!("{before} → {after}") }
}

fn house_sizes(
    report: &SweepReport<'_>,
    found: &[Breakpoint],
    words: &Messages,
    text: &mut String,
) {
    if found.is_empty() {
        return title(report, words.sweep.no_next_seats, text);
    }
    title(report, words.sweep.next_seats, text);
    let mut table = Table::default().words(words.party).words(words.sweep.next_seats_at);
    for party in 0..report.scenario.parties.len() {
        let sizes: Vec<String> =
            found.iter().filter_map(|breakpoint| gain(breakpoint, party)).collect();
        if !sizes.is_empty() {
            let shown = sizes[..sizes.len().min(MOST_SIZES)].join(", ");
            let more = sizes.len().saturating_sub(MOST_SIZES);
            let values = [("sizes", &*shown), ("more", &more.to_string())];
            let sizes = if more > 0 { fill(words.sweep.next_seats_more, &values) } else { shown };
            table.row(vec![name(report.scenario, party).to_owned(), sizes]);
        }
    }
    text.push_str(&table.render());
    for breakpoint in found {
        house_remarks(report, breakpoint, words, text);
    }
}

/// The house size if the party gains by it, with the number of seats if these are several.
fn gain(breakpoint: &Breakpoint, party: usize) -> Option<String> {
    let BreakpointAt::Seats(size) = breakpoint.at else { return None };
    let change = breakpoint.changes.iter().find(|change| change.party == party)?;
    match change.after.checked_sub(change.before) {
        None => None,
        Some(1) => Some(size.to_string()),
        Some(several) => Some(format!("{size} (+{several})")),
    }
}

/// What else a further seat does: a list loses by it, the majority changes, or there are no seats.
fn house_remarks(
    report: &SweepReport<'_>,
    breakpoint: &Breakpoint,
    words: &Messages,
    text: &mut String,
) {
    let BreakpointAt::Seats(size) = breakpoint.at else { return };
    let size = size.to_string();
    if let Some(reason) = &breakpoint.refused[1] {
        return push(text, words.sweep.refused_from, &[("size", &size), ("reason", reason)]);
    }
    for change in breakpoint.changes.iter().filter(|change| change.after < change.before) {
        let values = [
            ("size", &*size),
            ("party", name(report.scenario, change.party)),
            ("before", &change.before.to_string()),
            ("after", &change.after.to_string()),
        ];
        push(text, words.sweep.loses, &values);
    }
    if breakpoint.majority[0] != breakpoint.majority[1] {
        let [before, after] = breakpoint.majority.map(|party| holder(report, party, words));
        let values = [("size", &*size), ("before", &before), ("after", &after)];
        push(text, words.sweep.majority_changes, &values);
    }
}
