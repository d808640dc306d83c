//! Where the seats of the count change, below the table of a sweep.

use super::super::messages::fill;
use super::super::page::Page;
use super::super::table::Table;
use super::SweepReport;
use crate::analysis::{Breakpoint, BreakpointAt, NoBreakpoints, Vary};
use crate::apportionment::Fraction;
use crate::law::ThresholdRule;

/// Decimals of a share in per cent; the exact share stands beside it.
const DECIMALS: u32 = 6;

/// So many house sizes of a list are shown.
const MOST_SIZES: usize = 40;

pub(super) fn page(report: &SweepReport<'_>) -> Page {
    let mut page = Page::default();
    let found = match &report.sweep.breakpoints {
        Ok(found) => found,
        Err(NoBreakpoints::VotesFollowThreshold) => {
            page.gap();
            page.say(report.words.sweep.votes_follow, &[]);
            return page;
        }
        Err(NoBreakpoints::OtherAxis | NoBreakpoints::Grid) => return page,
    };
    page.gap();
    match report.sweep.axes[0].vary() {
        Vary::Threshold => thresholds(report, found, &mut page),
        _ => house_sizes(report, found, &mut page),
    }
    page
}

/// A heading with the first and the last value asked for.
fn title(report: &SweepReport<'_>, message: &str, page: &mut Page) {
    let Some([first, last, _]) = report.sweep.axes[0].range() else { return };
    let [first, last] = [first, last].map(|of| report.value(Some(of)));
    page.say(message, &[("first", &first), ("last", &last)]);
}

fn thresholds(report: &SweepReport<'_>, found: &[Breakpoint], page: &mut Page) {
    let words = report.words;
    if found.is_empty() {
        return title(report, words.sweep.no_thresholds, page);
    }
    title(report, words.sweep.thresholds, page);
    let mut table = Table::default()
        .numbers(words.sweep.threshold)
        .words(words.sweep.breakpoint_share)
        .words(words.sweep.breakpoint_lists)
        .words(words.sweep.breakpoint_seats)
        .words(words.sweep.majority);
    for breakpoint in found {
        let BreakpointAt::Threshold { share, lists } = &breakpoint.at else { continue };
        let percent = Fraction::new(share.numerator * 100, share.denominator);
        let names: Vec<&str> = lists.iter().map(|&list| report.name(list)).collect();
        table.row(vec![
            format!("{} %", words.cut_off(percent, DECIMALS)),
            written(*share),
            names.join(", "),
            changes(report, breakpoint),
            majorities(report, breakpoint),
        ]);
    }
    page.table(table);
    page.gap();
    page.say(
        match report.scenario.law.threshold.rule {
            ThresholdRule::AtLeast => words.sweep.at_least,
            ThresholdRule::MoreThan => words.sweep.more_than,
        },
        &[],
    );
}

/// `Amanat 82 → 83, Baytaq 3 → 0`.
/// The exact share as `--threshold` reads it.
pub(super) fn written(share: Fraction) -> String {
    format!("{}/{}", share.numerator, share.denominator)
}

fn changes(report: &SweepReport<'_>, breakpoint: &Breakpoint) -> String {
    let change = breakpoint.changes.iter().map(|change| {
        format!("{} {} → {}", report.name(change.party), change.before, change.after)
    });
    let mut all: Vec<String> = change.collect();
    all.extend(breakpoint.refused[1].iter().map(|_| report.words.sweep.no_seats.to_owned()));
    all.join(", ")
}

/// Who has the majority, and who has it after, if that is another.
fn majorities(report: &SweepReport<'_>, breakpoint: &Breakpoint) -> String {
    let [before, after] = breakpoint.majority.map(|party| report.holder(party));
    if before == after { before } else { format!("{before} → {after}") }
}

fn house_sizes(report: &SweepReport<'_>, found: &[Breakpoint], page: &mut Page) {
    let words = report.words;
    if found.is_empty() {
        return title(report, words.sweep.no_next_seats, page);
    }
    title(report, words.sweep.next_seats, page);
    let mut table = Table::default().words(words.party).words(words.sweep.next_seats_at);
    for party in 0..report.scenario.parties.len() {
        let sizes: Vec<String> =
            found.iter().filter_map(|breakpoint| gain(breakpoint, party)).collect();
        if !sizes.is_empty() {
            let shown = sizes[..sizes.len().min(MOST_SIZES)].join(", ");
            let more = sizes.len().saturating_sub(MOST_SIZES);
            let values = [("sizes", &*shown), ("more", &more.to_string())];
            let sizes = if more > 0 { fill(words.sweep.next_seats_more, &values) } else { shown };
            table.row(vec![report.name(party).to_owned(), sizes]);
        }
    }
    page.table(table);
    let remarks = found.iter().map(|breakpoint| house_remarks(report, breakpoint));
    let remarks: Vec<Page> = remarks.filter(|remarks| !remarks.is_empty()).collect();
    if !remarks.is_empty() {
        page.gap();
    }
    for remarks in remarks {
        page.append(remarks);
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
fn house_remarks(report: &SweepReport<'_>, breakpoint: &Breakpoint) -> Page {
    let words = &report.words.sweep;
    let mut page = Page::default();
    let BreakpointAt::Seats(size) = breakpoint.at else { return page };
    let size = size.to_string();
    if let Some(reason) = &breakpoint.refused[1] {
        page.say(words.refused_from, &[("size", &size), ("reason", reason)]);
        return page;
    }
    for change in breakpoint.changes.iter().filter(|change| change.after < change.before) {
        let values = [
            ("size", &*size),
            ("party", report.name(change.party)),
            ("before", &change.before.to_string()),
            ("after", &change.after.to_string()),
        ];
        page.say(words.loses, &values);
    }
    if breakpoint.majority[0] != breakpoint.majority[1] {
        let [before, after] = breakpoint.majority.map(|party| report.holder(party));
        let values = [("size", &*size), ("before", &before), ("after", &after)];
        page.say(words.majority_changes, &values);
    }
    page
}
