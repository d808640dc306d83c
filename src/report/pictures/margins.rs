//! How many votes each list is from another seat.

use super::numbers::{ratio, whole_writer};
use super::{Drawn, caption_of_count, colour};
use crate::analysis::{Margins, Obstacle, Outcome, VotesAway};
use crate::chart::margins::Margin;
use crate::chart::{MarginChart, Theme};
use crate::report::allocation_table::name;
use crate::report::messages::Messages;
use crate::scenario::Scenario;

/// How many fewer votes lose each list a seat, and how many more win it one.
///
/// # Errors
/// [`ChartError`] if there is no list.
pub(super) fn margins(
    words: &Messages,
    scenario: &Scenario,
    outcome: &Outcome,
    margins: &Margins,
    theme: Theme,
) -> Drawn {
    let votes =
        |found: Result<VotesAway, Obstacle>| found.ok().map(|away| ratio(away.votes.into(), 1));
    let lists: Vec<Margin> = (margins.lists.iter())
        .map(|list| Margin {
            label: name(words, scenario, list.party).to_owned(),
            note: String::new(),
            colour: colour(scenario, list.party),
            lose: votes(list.lose),
            win: votes(list.gain),
            lose_number: number(words, list.lose),
            win_number: number(words, list.gain),
            cells: vec![outcome.parties[list.party].seats.to_string()],
        })
        .collect();
    let texts = &words.row_pictures;
    let description: Vec<String> = (lists.iter())
        .map(|list| {
            let (lose, win) = (&list.lose_number, &list.win_number);
            format!("{}: {} {lose}, {} {win}", list.label, texts.margins_lose, texts.margins_win)
        })
        .collect();
    MarginChart {
        caption: caption_of_count(words, scenario, texts.margins_title, &description),
        theme,
        axis_label: texts.margins_axis.to_owned(),
        lose_label: texts.margins_lose.to_owned(),
        win_label: texts.margins_win.to_owned(),
        number: whole_writer(words),
        headings: vec![words.chart_seats_axis.to_owned()],
        lists,
    }
    .draw()
    .map(Some)
}

fn number(words: &Messages, found: Result<VotesAway, Obstacle>) -> String {
    found.map_or_else(
        |_| words.margins_no_way.to_owned(),
        |away| {
            let mark = if away.is_smallest { "" } else { words.margins_unproved_mark };
            format!("{mark}{}", words.grouped(away.votes.into()))
        },
    )
}
