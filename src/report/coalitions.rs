//! The coalitions of a count as tables for people.

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{Messages, fill};
use super::preamble::push;
use super::table::Table;
use crate::analysis::{
    CoalitionAnalysis, ListPower, MajorityAnalysis, MinimalSets, Standing, WatchedCoalition,
};
use crate::apportionment::Fraction;

/// The sets of lists that a table shows; all listed ones are in JSON and CSV.
const SHOWN: usize = 20;

/// Every majority of the house with its tables.
pub(super) fn render(report: &AllocationReport<'_>, analysis: &CoalitionAnalysis) -> String {
    let words = report.words;
    let mut text = String::new();
    for majority in &analysis.majorities {
        let values = [("name", &*majority.name), ("needed", &majority.needed.to_string())];
        push(&mut text, words.coalitions_of, &values);
        if analysis.open_seats > 0 {
            push(&mut text, words.certain_seats, &[("open", &words.seats(analysis.open_seats))]);
        }
        sets(report, &mut text, majority);
        watched(report, &mut text, majority);
        power(report, &mut text, majority);
        text.push('\n');
    }
    push(&mut text, words.coalitions_legend, &[]);
    text
}

/// The minimal winning coalitions, then the minimal blocking sets.
fn sets(report: &AllocationReport<'_>, text: &mut String, majority: &MajorityAnalysis) {
    let words = report.words;
    push(text, words.minimal_winning, &[("count", &count(words, &majority.winning))]);
    list(report, text, &majority.winning);
    let Some(needed) = majority.blocking_needed else {
        push(text, words.nobody_blocks, &[]);
        return;
    };
    let values = [("needed", &*words.seats(needed)), ("count", &count(words, &majority.blocking))];
    push(text, words.minimal_blocking, &values);
    list(report, text, &majority.blocking);
}

/// How many sets there are, in words where they are too many.
fn count(words: &Messages, sets: &MinimalSets) -> String {
    sets.count.map_or_else(|| words.beyond_counting.to_owned(), |count| words.grouped(count))
}

fn list(report: &AllocationReport<'_>, text: &mut String, sets: &MinimalSets) {
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
    text.push_str(&table.render());
    let left_out = sets.count.map(|all| all.saturating_sub(SHOWN as u128));
    if left_out == Some(0) {
        return;
    }
    let more =
        left_out.map_or_else(|| words.beyond_counting.to_owned(), |more| words.grouped(more));
    let values = [("more", &*more), ("listed", &words.grouped(sets.listed.len() as u128))];
    push(text, words.more_sets, &values);
}

/// The coalitions of the scenario.
fn watched(report: &AllocationReport<'_>, text: &mut String, majority: &MajorityAnalysis) {
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
            report.scenario.coalitions[watched.coalition].name.clone(),
            watched.seats.to_string(),
            has_majority(words, watched, majority.needed),
            names(report, &watched.critical),
        ]);
    }
    text.push_str(&table.render());
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
fn power(report: &AllocationReport<'_>, text: &mut String, majority: &MajorityAnalysis) {
    let words = report.words;
    let lists = match &majority.power {
        Ok(lists) => lists,
        Err(error) => {
            return push(text, words.power_refused, &[("reason", &error.to_string())]);
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
    text.push_str(&table.render());
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
