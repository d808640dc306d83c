//! Each list's share of the votes and of the seats.

use super::numbers::{axis_percent, ratio};
use super::{Drawn, caption_of_count, colour};
use crate::analysis::Outcome;
use crate::chart::votes_seats::Shares;
use crate::chart::{Theme, VotesSeatsChart};
use crate::report::allocation_table::name;
use crate::report::messages::Messages;
use crate::scenario::Scenario;

/// Each list's share of the list votes and of the seats of one allocation; the indices of disproportionality are in
/// the subtitle.
///
/// # Errors
/// [`ChartError`] if there is no list.
pub(super) fn votes_seats(
    words: &Messages,
    scenario: &Scenario,
    outcome: &Outcome,
    theme: Theme,
) -> Drawn {
    let percent = |share: f64| format!("{} %", words.decimal(share * 100.0, 1));
    let lists: Vec<Shares> = (scenario.seated().into_iter())
        .map(|party| {
            let counted = &outcome.parties[party];
            let votes = ratio(counted.votes.into(), outcome.totals.list_votes);
            let seats = ratio(counted.seats.into(), outcome.house.seats().into());
            let points = (seats - votes) * 100.0;
            let sign = match points {
                // What is written as zero has no sign.
                points if format!("{points:.1}").bytes().all(|byte| byte < b'1') => "",
                points if points < 0.0 => "−",
                _ => "+",
            };
            Shares {
                label: name(words, scenario, party).to_owned(),
                colour: colour(scenario, party),
                votes,
                seats,
                votes_number: percent(votes),
                seats_number: percent(seats),
                cells: vec![format!("{sign}{}", words.decimal(points.abs(), 1))],
            }
        })
        .collect();
    let texts = &words.row_pictures;
    let description: Vec<String> = (lists.iter())
        .map(|list| {
            let (votes, seats) = (&list.votes_number, &list.seats_number);
            format!(
                "{}: {} {votes}, {} {seats}",
                list.label, texts.shares_votes, texts.shares_seats
            )
        })
        .collect();
    let mut caption = caption_of_count(words, scenario, texts.shares_title, &description);
    if let Some(of) = &outcome.disproportionality {
        let share = |index: f64| format!("{} %", words.decimal(index * 100.0, 2));
        let (gallagher, loosemore) =
            (share(of.indices.gallagher), share(of.indices.loosemore_hanby));
        let parts =
            [". ", words.gallagher, " ", &gallagher, ", ", words.loosemore_hanby, " ", &loosemore];
        caption.subtitle += &parts.concat();
    }
    VotesSeatsChart {
        caption,
        theme,
        axis_label: texts.shares_axis.to_owned(),
        votes_label: texts.shares_votes.to_owned(),
        seats_label: texts.shares_seats.to_owned(),
        percent: axis_percent(words),
        headings: vec![texts.shares_difference.to_owned()],
        lists,
    }
    .draw()
    .map(Some)
}
