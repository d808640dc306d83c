//! One allocation as a hemicycle.

use std::cmp::Reverse;

use super::{Drawn, colour, majorities, source};
use crate::analysis::Outcome;
use crate::chart::hemicycle::{Block, Coalition, Unfilled};
use crate::chart::{Caption, HemicycleChart, Theme};
use crate::report::allocation_table::name;
use crate::report::messages::{Messages, fill};
use crate::report::preamble::rules;
use crate::scenario::Scenario;

/// The hemicycle of one allocation; seats without an owner, or under an open tie, are hollow.
///
/// # Errors
/// [`ChartError`] if the house cannot be drawn.
pub(super) fn hemicycle(
    words: &Messages,
    scenario: &Scenario,
    outcome: &Outcome,
    theme: Theme,
) -> Drawn {
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
    let coalitions = adjacent_coalitions(words, scenario, &seated);
    description.extend(coalitions.iter().map(|coalition| {
        let members = &seated[coalition.blocks.clone()];
        let total: u32 = members.iter().map(|&party| outcome.parties[party].seats).sum();
        format!("{} {total}", coalition.label)
    }));
    let blocks = seated.iter().map(|&party| Block {
        label: name(words, scenario, party).to_owned(),
        seats: outcome.parties[party].seats,
        colour: colour(scenario, party),
    });
    HemicycleChart {
        caption: Caption {
            title: fill(words.chart_hemicycle, &[("seats", &words.seats(house_size))]),
            subtitle: format!(
                "{}. {}",
                scenario.title.in_language(words.code),
                rules(words, scenario)
            ),
            source: source(words, scenario),
            description: description.join(", "),
            language: words.code.to_owned(),
        },
        theme,
        blocks: blocks.collect(),
        unfilled: (empty > 0).then(|| Unfilled { label: hollow.to_owned(), seats: empty }),
        majorities: majorities(words, &outcome.house),
        coalitions,
        house_size,
        total_label: words.seat_forms.after(house_size.into()).to_owned(),
    }
    .draw()
    .map(Some)
}

/// The coalitions of at least two lists with seats that sit next to each other. One whose lists sit apart
/// has no bracket: pieces would not show its total. `position` in the file moves lists together.
fn adjacent_coalitions(words: &Messages, scenario: &Scenario, seated: &[usize]) -> Vec<Coalition> {
    let bracket = |coalition: &crate::scenario::Coalition| {
        let places: Vec<usize> =
            (0..seated.len()).filter(|&place| coalition.members.contains(&seated[place])).collect();
        let (&first, &last) = (places.first()?, places.last()?);
        (last > first && last - first + 1 == places.len()).then(|| Coalition {
            label: coalition.name.in_language(words.code).to_owned(),
            blocks: first..last + 1,
        })
    };
    scenario.coalitions.iter().filter_map(bracket).collect()
}
