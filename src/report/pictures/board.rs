//! The seats under several laws, a bar of the whole house for each.

use std::cmp::Reverse;

use super::numbers::axis_percent;
use super::{Drawn, caption_of_count, colour, law_label, majorities};
use crate::analysis::ComparedLaw;
use crate::chart::board::{House, List};
use crate::chart::{BoardChart, Theme};
use crate::report::CompareReport;
use crate::report::allocation_table::name;

/// The seats of the count under each of the laws compared; a law under which nobody has a seat has a hollow bar.
///
/// # Errors
/// [`ChartError`] if a house cannot be drawn.
pub(super) fn board(report: &CompareReport<'_>, theme: Theme) -> Drawn {
    let words = report.words;
    let scenario = report.scenario;
    let laws = &report.comparison.laws;
    let mut order: Vec<usize> = (0..scenario.parties.len()).collect();
    let own = laws.first().and_then(|law| law.outcome.as_ref().ok());
    order.sort_by_key(|&party| {
        let position = scenario.parties[party].position.unwrap_or(u32::MAX);
        (position, Reverse(own.map_or(0, |outcome| outcome.parties[party].seats)))
    });
    let houses: Vec<House> =
        laws.iter().enumerate().map(|(row, law)| house(report, law, row == 0, &order)).collect();
    let list = |&party: &usize| List {
        label: name(words, scenario, party).to_owned(),
        colour: colour(scenario, party),
    };
    let lists: Vec<List> = order.iter().map(list).collect();
    let description: Vec<String> = (houses.iter())
        .map(|house| {
            let seats: Vec<String> = (lists.iter().zip(&house.seats))
                .filter(|(_, seats)| **seats > 0)
                .map(|(list, seats)| format!("{} {seats}", list.label))
                .collect();
            format!("{}: {}", house.label, seats.join(", "))
        })
        .collect();
    let open = (laws.iter().filter_map(|law| law.outcome.as_ref().ok()))
        .any(|outcome| outcome.allocation.open_seats() > 0);
    BoardChart {
        caption: caption_of_count(words, scenario, words.row_pictures.board_title, &description),
        theme,
        axis_label: words.row_pictures.board_axis.to_owned(),
        unfilled_label: if open { words.chart_open } else { words.chart_unfilled }.to_owned(),
        percent: axis_percent(words),
        headings: vec![words.gallagher.to_owned(), words.compared_moved.to_owned()],
        lists,
        houses,
    }
    .draw()
    .map(Some)
}

/// The row of one law; without an outcome its seats are empty and the reason is below its name.
fn house(report: &CompareReport<'_>, law: &ComparedLaw, is_own: bool, order: &[usize]) -> House {
    let words = report.words;
    let (seats, house, note) = match &law.outcome {
        Ok(outcome) => {
            let seats = order.iter().map(|&party| outcome.parties[party].seats).collect();
            (seats, &outcome.house, String::new())
        }
        Err(error) => (vec![0; order.len()], &law.scenario.house, error.to_string()),
    };
    let found = law.outcome.as_ref().ok().and_then(|of| of.disproportionality.as_ref());
    let gallagher = found.map_or_else(String::new, |of| {
        format!("{} %", words.decimal(of.indices.gallagher * 100.0, 2))
    });
    let moved = law.seats_moved().map_or_else(String::new, |moved| moved.to_string());
    let held: u32 = seats.iter().sum();
    House {
        label: law_label(report, law),
        note: if is_own { words.row_pictures.board_own.to_owned() } else { note },
        unfilled: house.seats() - held,
        seats,
        house_size: house.seats(),
        majorities: majorities(words, house),
        cells: vec![gallagher, moved],
    }
}
