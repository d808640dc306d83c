//! Whole pictures of seat intervals, drawn and read back.

use super::*;
use crate::chart::inspection::{inspect, outlined, shapes};
use crate::chart::palette;
use crate::chart::rows::specimens::{
    THEMES, caption, every_form, majorities, near, scale, text, tick,
};

fn list(label: &str, steps: [u32; 5], index: usize) -> SeatInterval {
    let [lowest, low, median, high, highest] = steps;
    SeatInterval {
        label: label.to_owned(),
        colour: palette(index),
        median,
        half: (low, high),
        nine_tenths: (lowest, highest),
        cells: vec![format!("{low}–{high}"), "<0.1 %".to_owned()],
    }
}

fn chart(lists: Vec<SeatInterval>, theme: Theme) -> IntervalChart {
    IntervalChart {
        caption: caption(),
        theme,
        axis_label: "seats".to_owned(),
        median_label: "median".to_owned(),
        half_label: "middle 50 % of draws".to_owned(),
        nine_tenths_label: "middle 90 % of draws".to_owned(),
        number: tick,
        headings: vec!["50 %".to_owned(), "no seats".to_owned()],
        lists,
        majorities: majorities(),
    }
}

#[test]
fn bars_span_their_percentiles_and_the_disc_is_on_the_median() {
    for theme in THEMES {
        let amanat = list("Amanat", [71, 79, 86, 92, 99], 0);
        let svg = chart(vec![amanat, list("Auyl", [13, 15, 17, 19, 23], 1)], theme).draw().unwrap();
        let letters = inspect(&svg);
        let x = scale(&letters, 20.0, 80.0);
        let bars = outlined(&svg, theme, palette(0));
        // The thin bar first, then the thick one over it; an outline of 1 around both.
        for (bar, (low, high)) in bars.iter().zip([(71.0, 99.0), (79.0, 92.0)]) {
            near(bar.left, x(low) + 1.0);
            near(bar.right, x(high) - 1.0);
        }
        assert_eq!(bars.len(), 2);
        assert!(bars[1].bottom - bars[1].top > 2.0 * (bars[0].bottom - bars[0].top));
        let number = text(&letters, "@86");
        near(f64::midpoint(number.left, number.right), x(86.0));
        let ground = theme.background().to_string();
        let disc = shapes(&svg).into_iter().filter(|shape| {
            shape.fill == ground && (f64::midpoint(shape.left, shape.right) - x(86.0)).abs() < 0.2
        });
        assert_eq!(disc.count(), 1);
        assert!(number.bottom < bars[1].top + 0.1);
    }
}

#[test]
fn majorities_far_beyond_the_intervals_are_not_on_the_axis() {
    let texts = |highest| {
        let lists = vec![list("Auyl", [13, 15, 17, 19, highest], 0)];
        inspect(&chart(lists, Theme::Light).draw().unwrap())
    };
    assert!(!texts(40).iter().any(|one| one.text.starts_with("73")));
    // 41 · 1.8 = 73.8.
    let found = texts(41);
    let x = scale(&found, 20.0, 60.0);
    let label = text(&found, "73 majority");
    assert!((label.left..label.right).contains(&x(73.0)));
    assert!(!found.iter().any(|one| one.text.starts_with("97")));
}

#[test]
fn a_list_that_never_has_a_seat_has_a_mark_at_0() {
    let lists = vec![list("Amanat", [71, 79, 86, 92, 99], 1), list("Baytaq", [0; 5], 0)];
    let svg = chart(lists, Theme::Light).draw().unwrap();
    let zero = scale(&inspect(&svg), 20.0, 80.0)(0.0);
    for bar in outlined(&svg, Theme::Light, palette(0)) {
        near(f64::midpoint(bar.left, bar.right), zero);
        assert!(bar.right > bar.left);
    }
}

#[test]
fn every_form_is_clean() {
    every_form(|names, theme| {
        let lists = names.iter().enumerate().map(|(index, name)| {
            let more = u32::try_from(index).unwrap() * 6;
            list(name, [0, 9 + more, 10 + more, 12 + more, 14 + more], index)
        });
        chart(lists.collect(), theme).draw()
    });
}

#[test]
fn intervals_that_are_not_nested_are_refused() {
    assert_eq!(chart(vec![], Theme::Light).draw(), Err(ChartError::NoRows));
    for steps in [[5, 4, 6, 7, 8], [1, 3, 2, 4, 5], [1, 2, 4, 3, 5], [1, 2, 3, 5, 4]] {
        let lists = vec![list("a", [1; 5], 0), list("b", steps, 1)];
        let error = chart(lists, Theme::Light).draw();
        assert_eq!(error, Err(ChartError::Interval { row: 2 }), "{steps:?}");
    }
}
