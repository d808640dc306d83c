//! One allocation as a hemicycle.

use std::cmp::Reverse;

use super::{colour, majorities, source};
use crate::analysis::Outcome;
use crate::chart::hemicycle::{Block, Unfilled};
use crate::chart::{Caption, ChartError, HemicycleChart, Theme};
use crate::report::allocation_table::name;
use crate::report::messages::{Messages, fill};
use crate::report::preamble::rules;
use crate::scenario::Scenario;

/// The hemicycle of one allocation; seats without an owner, or under an open tie, are hollow.
///
/// # Errors
/// [`ChartError`] if the house cannot be drawn.
pub fn hemicycle(
    words: &Messages,
    scenario: &Scenario,
    outcome: &Outcome,
) -> Result<String, ChartError> {
    let house_size = outcome.house.seats();
    let mut seated: Vec<usize> =
        (0..outcome.parties.len()).filter(|&party| outcome.parties[party].seats > 0).collect();
    seated.sort_by_key(|&party| {
        let position = scenario.parties[party].position.unwrap_or(u32::MAX);
        (position, Reverse(outcome.parties[party].seats))
    });
    let held: u32 = seated.iter().map(|&party| outcome.parties[party].seats).sum();
    let empty = house_size - held;
    let mut description: Vec<String> = seated
        .iter()
        .map(|&party| format!("{} {}", name(words, scenario, party), outcome.parties[party].seats))
        .collect();
    let hollow =
        if outcome.allocation.open_seats() > 0 { words.chart_open } else { words.chart_unfilled };
    if empty > 0 {
        description.push(format!("{hollow} {empty}"));
    }
    let blocks = seated.iter().map(|&party| Block {
        label: name(words, scenario, party).to_owned(),
        seats: outcome.parties[party].seats,
        colour: colour(scenario, party),
    });
    HemicycleChart {
        caption: Caption {
            title: fill(words.chart_hemicycle, &[("seats", &words.seats(house_size))]),
            subtitle: format!("{}. {}", scenario.title, rules(words, scenario)),
            source: source(words, scenario),
            description: description.join(", "),
            language: words.code.to_owned(),
        },
        theme: Theme::Light,
        blocks: blocks.collect(),
        unfilled: (empty > 0).then(|| Unfilled { label: hollow.to_owned(), seats: empty }),
        majorities: majorities(words, &outcome.house),
        house_size,
        total_label: words.seat_forms.after(house_size.into()).to_owned(),
    }
    .draw()
}
