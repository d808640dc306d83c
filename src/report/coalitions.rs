//! The coalitions of a count as tables for people.

use super::AllocationReport;
use super::allocation_table::name;
use super::decisions;
use super::messages::{Messages, fill};
use super::page::Page;
use super::table::Table;
use crate::analysis::{
    CoalitionAnalysis, ListPower, MajorityAnalysis, MinimalSets, Standing, WatchedCoalition,
};
use crate::apportionment::Fraction;

/// The sets of lists that a table shows; all listed ones are in JSON and CSV.
const SHOWN: usize = 20;

/// Every majority of the house with its tables.
pub(super) fn page(report: &AllocationReport<'_>, analysis: &CoalitionAnalysis) -> Page {
    let words = report.words;
    let mut page = Page::default();
    for majority in &analysis.majorities {
        let values =
            [("name", &*words.majority(&majority.name)), ("needed", &majority.needed.to_string())];
        page.say(words.coalitions_of, &values);
        if analysis.open_seats > 0 {
            page.say(words.certain_seats, &[("open", &words.seats(analysis.open_seats))]);
        }
        sets(report, &mut page, majority);
        watched(report, &mut page, majority);
        power(report, &mut page, majority);
        page.gap();
    }
    page.say(words.coalitions_legend, &[]);
    if !analysis.decisions.is_empty() {
        page.gap();
        let house = report.outcome.house.seats();
        page.append(decisions::of_count(words, report.scenario, house, &analysis.decisions));
    }
    page
}

/// The minimal winning coalitions, then the minimal blocking sets.
fn sets(report: &AllocationReport<'_>, page: &mut Page, majority: &MajorityAnalysis) {
    let words = report.words;
    page.say(words.minimal_winning, &[("count", &count(words, &majority.winning))]);
    list(report, page, &majority.winning);
    let Some(needed) = majority.blocking_needed else {
        page.say(words.nobody_blocks, &[]);
        return;
    };
    let values = [("needed", &*words.seats(needed)), ("count", &count(words, &majority.blocking))];
    page.say(words.minimal_blocking, &values);
    list(report, page, &majority.blocking);
}

/// How many sets there are, in words where they are too many.
fn count(words: &Messages, sets: &MinimalSets) -> String {
    sets.count.map_or_else(|| words.beyond_counting.to_owned(), |count| words.grouped(count))
}

fn list(report: &AllocationReport<'_>, page: &mut Page, sets: &MinimalSets) {
    let words = report.words;
    if sets.listed.is_empty() {
        return;
    }
    let mut table =
        Table::default().words(words.lists).numbers(words.seats).numbers(words.spare_seats);
    for set in sets.listed.iter().take(SHOWN) {
        table.row(vec![
            names(report, &set.members),
            set.seats.to_string(),
            set.surplus.to_string(),
        ]);
    }
    page.table(table);
    let left_out = sets.count.map(|all| all.saturating_sub(SHOWN as u128));
    if left_out == Some(0) {
        return;
    }
    let more =
        left_out.map_or_else(|| words.beyond_counting.to_owned(), |more| words.grouped(more));
    let values = [("more", &*more), ("listed", &words.grouped(sets.listed.len() as u128))];
    page.say(words.more_sets, &values);
}

/// The coalitions of the scenario.
fn watched(report: &AllocationReport<'_>, page: &mut Page, majority: &MajorityAnalysis) {
    let words = report.words;
    if majority.coalitions.is_empty() {
        return;
    }
    let mut table = Table::default()
        .words(words.coalitions)
        .numbers(words.seats)
        .words(words.has_majority)
        .words(words.critical_members);
    for watched in &majority.coalitions {
        table.row(vec![
            report.scenario.coalitions[watched.coalition].name.in_language(words.code).to_owned(),
            watched.seats.to_string(),
            has_majority(words, watched, majority.needed),
            names(report, &watched.critical),
        ]);
    }
    page.table(table);
}

/// The strongest sense in which a coalition has the majority.
fn has_majority(words: &Messages, watched: &WatchedCoalition, needed: u32) -> String {
    let senses = watched.senses;
    if !senses.wins {
        let missing = needed - watched.seats;
        fill(words.sense_none, &[("missing", &missing.to_string())])
    } else if !senses.wins_together {
        words.sense_sum.to_owned()
    } else if !senses.minimal {
        words.sense_together.to_owned()
    } else {
        words.sense_minimal.to_owned()
    }
}

/// The power of the lists with seats.
fn power(report: &AllocationReport<'_>, page: &mut Page, majority: &MajorityAnalysis) {
    let words = report.words;
    let lists = match &majority.power {
        Ok(lists) => lists,
        Err(error) => {
            return page.say(words.power_refused, &[("reason", &error.to_string())]);
        }
    };
    let mut table = Table::default()
        .words(words.party)
        .numbers(words.seats)
        .numbers(words.banzhaf)
        .numbers(words.penrose)
        .numbers(words.shapley_shubik)
        .words(words.standing);
    for list in lists.iter().filter(|list| list.seats > 0) {
        table.row(power_row(report, list));
    }
    page.table(table);
}

fn power_row(report: &AllocationReport<'_>, list: &ListPower) -> Vec<String> {
    let words = report.words;
    let standing = match list.standing {
        Standing::Alone => words.standing_alone,
        Standing::Veto => words.standing_veto,
        Standing::Decides => words.standing_decides,
        Standing::NeverDecides => words.standing_never,
        Standing::NoMajority => words.standing_no_majority,
    };
    vec![
        name(words, report.scenario, list.party).to_owned(),
        list.seats.to_string(),
        percent(words, list.banzhaf),
        percent(words, list.penrose),
        percent(words, list.shapley_shubik),
        standing.to_owned(),
    ]
}

/// A fraction up to 1 in percent; denominators are below 2^115, so nothing overflows.
fn percent(words: &Messages, fraction: Fraction) -> String {
    let percent = Fraction::new(fraction.numerator * 100, fraction.denominator);
    format!("{} %", words.rounded(percent, 2))
}

fn names(report: &AllocationReport<'_>, members: &[usize]) -> String {
    members
        .iter()
        .map(|&member| name(report.words, report.scenario, member))
        .collect::<Vec<_>>()
        .join(", ")
}
