//! Whole pictures of margins, drawn and read back.

use super::*;
use crate::chart::inspection::{inspect, outlined};
use crate::chart::palette;
use crate::chart::rows::specimens::{THEMES, caption, every_form, near, scale, text, tick};

fn list(label: &str, lose: Option<f64>, win: Option<f64>, index: usize) -> Margin {
    let number = |votes: Option<f64>| votes.map_or("none".to_owned(), |votes| format!("{votes}"));
    Margin {
        label: label.to_owned(),
        note: String::new(),
        colour: palette(index),
        lose,
        win,
        lose_number: number(lose),
        win_number: number(win),
        cells: vec!["17".to_owned()],
    }
}

fn chart(lists: Vec<Margin>, theme: Theme) -> MarginChart {
    MarginChart {
        caption: caption(),
        theme,
        axis_label: "votes".to_owned(),
        lose_label: "fewer votes lose a seat".to_owned(),
        win_label: "more votes win a seat".to_owned(),
        number: tick,
        headings: vec!["seats".to_owned()],
        lists,
    }
}

#[test]
fn bars_run_from_0_to_the_votes_on_both_sides() {
    for theme in THEMES {
        let lists =
            vec![list("Auyl", Some(10_221.0), Some(31_873.0), 0), list("a", None, Some(7.0), 1)];
        let svg = chart(lists, theme).draw().unwrap();
        let letters = inspect(&svg);
        let x = scale(&letters, -10_000.0, 20_000.0);
        let bars = outlined(&svg, theme, palette(0));
        for (bar, (from, to)) in bars.iter().zip([(-10_221.0, 0.0), (0.0, 31_873.0)]) {
            near(bar.left, x(from) + 1.0);
            near(bar.right, x(to) - 1.0);
        }
        near(text(&letters, "10221").right, x(-10_221.0) - GAP);
        near(text(&letters, "31873").left, x(31_873.0) + GAP);
        near(text(&letters, "none").right, x(0.0) - GAP);
    }
}

#[test]
fn both_sides_have_room_for_their_names() {
    for (lose, win) in [(1.0, 1e6), (1e6, 1.0), (0.0, 0.0)] {
        let svg = chart(vec![list("a", Some(lose), Some(win), 0)], Theme::Light).draw().unwrap();
        let letters = inspect(&svg);
        text(&letters, "fewer votes lose a seat");
        text(&letters, "more votes win a seat");
    }
}

#[test]
fn every_form_is_clean() {
    every_form(|names, theme| {
        let margins =
            [(Some(1e6), Some(3.0)), (None, Some(2e6)), (Some(101.0), None), (None, None)];
        let lists = names.iter().zip(margins.into_iter().cycle()).enumerate();
        let list = |(index, (name, (lose, win))): (_, (&String, _))| list(name, lose, win, index);
        chart(lists.map(list).collect(), theme).draw()
    });
}

#[test]
fn votes_that_are_no_number_are_refused() {
    assert_eq!(chart(vec![], Theme::Light).draw(), Err(ChartError::NoRows));
    for wrong in [f64::NAN, f64::INFINITY, -1.0] {
        let lists = vec![list("a", Some(1.0), Some(wrong), 0)];
        assert_eq!(chart(lists, Theme::Light).draw(), Err(ChartError::NotFinite));
    }
}
