//! Whole pictures of votes against seats, drawn and read back.

use super::*;
use crate::chart::inspection::{inspect, outlined};
use crate::chart::palette;
use crate::chart::rows::specimens::{THEMES, caption, every_form, near, scale, text, tick};

fn list(label: &str, votes: f64, seats: f64, index: usize) -> Shares {
    Shares {
        label: label.to_owned(),
        colour: palette(index),
        votes,
        seats,
        votes_number: format!("v {:.1} %", votes * 100.0),
        seats_number: format!("s {:.1} %", seats * 100.0),
        cells: vec!["+3.3".to_owned()],
    }
}

fn chart(lists: Vec<Shares>, theme: Theme) -> VotesSeatsChart {
    VotesSeatsChart {
        caption: caption(),
        theme,
        axis_label: "share".to_owned(),
        votes_label: "share of votes".to_owned(),
        seats_label: "share of seats".to_owned(),
        percent: tick,
        headings: vec!["seats minus votes, points".to_owned()],
        lists,
    }
}

#[test]
fn ring_and_disc_are_at_the_two_shares_joined_by_a_line() {
    for theme in THEMES {
        let lists = vec![list("Amanat", 0.52, 0.58, 0), list("Baytaq", 0.11, 0.0, 1)];
        let svg = chart(lists, theme).draw().unwrap();
        let letters = inspect(&svg);
        let x = scale(&letters, 0.2, 0.4);
        for (index, votes, seats) in [(0, 0.52, 0.58), (1, 0.11, 0.0)] {
            let marks = outlined(&svg, theme, palette(index));
            let middle = |at: usize| f64::midpoint(marks[at].left, marks[at].right);
            near(marks[0].left, x(f64::min(votes, seats)) + 1.0);
            near(marks[0].right, x(f64::max(votes, seats)) - 1.0);
            near(middle(1), x(votes));
            near(middle(2), x(seats));
        }
        // The lower share is printed at the left, whichever it is.
        near(text(&letters, "v 52.0 %").right, x(0.52) - ASIDE);
        near(text(&letters, "s 58.0 %").left, x(0.58) + ASIDE);
        near(text(&letters, "s 0.0 %").right, x(0.0) - ASIDE);
        near(text(&letters, "v 11.0 %").left, x(0.11) + ASIDE);
    }
}

#[test]
fn every_form_is_clean() {
    every_form(|names, theme| {
        let shares = [(0.56, 0.57), (0.0, 0.0), (0.05, 0.0), (1.0, 1.0)].into_iter().cycle();
        let lists = names.iter().zip(shares).enumerate();
        let list =
            |(index, (name, (votes, seats))): (_, (&String, _))| list(name, votes, seats, index);
        chart(lists.map(list).collect(), theme).draw()
    });
}

#[test]
fn only_shares_are_drawn() {
    assert_eq!(chart(vec![], Theme::Light).draw(), Err(ChartError::NoRows));
    inspect(&chart(vec![list("a", 0.0, 0.0, 0)], Theme::Light).draw().unwrap());
    for wrong in [-0.1, 1.1, f64::NAN] {
        let error = Err(ChartError::Share { row: 1 });
        assert_eq!(chart(vec![list("a", wrong, 0.0, 0)], Theme::Light).draw(), error);
        assert_eq!(chart(vec![list("a", 0.5, wrong, 0)], Theme::Light).draw(), error);
    }
}
