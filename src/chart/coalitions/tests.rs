//! Whole pictures of coalitions, drawn and read back.

use super::*;
use crate::chart::inspection::{filled, inspect, outlined};
use crate::chart::palette;
use crate::chart::rows::specimens::{
    THEMES, caption, every_form, majorities, near, scale, text, tick,
};

fn bar(label: &str, seats: &[u32]) -> Bar {
    let parts =
        seats.iter().enumerate().map(|(index, &seats)| Part { colour: palette(index), seats });
    Bar {
        label: label.to_owned(),
        note: "Amanat, Auyl, Respublica, Aq Jol, People’s Party, OSDP".to_owned(),
        parts: parts.collect(),
        nine_tenths: None,
        cells: vec!["99.1 %".to_owned(), "<0.1 %".to_owned()],
    }
}

fn chart(coalitions: Vec<Bar>, theme: Theme) -> CoalitionChart {
    CoalitionChart {
        caption: caption(),
        theme,
        axis_label: "seats".to_owned(),
        interval_label: "middle 90 % of draws".to_owned(),
        number: tick,
        headings: vec!["P(majority)".to_owned(), "P(two-thirds majority)".to_owned()],
        coalitions,
        majorities: majorities(),
    }
}

#[test]
fn parts_follow_one_another_on_the_axis() {
    for theme in THEMES {
        let svg = chart(vec![bar("Opposition", &[17, 0, 13, 8])], theme).draw().unwrap();
        let x = scale(&inspect(&svg), 20.0, 80.0);
        // Half of an outline on each side: neighbours share it.
        for (index, (from, to)) in [(0, (0.0, 17.0)), (2, (17.0, 30.0)), (3, (30.0, 38.0))] {
            let parts = outlined(&svg, theme, palette(index));
            near(parts[0].left, x(from) + 0.5);
            near(parts[0].right, x(to) - 0.5);
        }
        assert_eq!(filled(&svg, palette(1)), 0);
    }
}

#[test]
fn every_bar_says_how_far_it_is_from_each_majority() {
    let cases =
        [(77, "+4 / −20"), (67, "−6 / −30"), (73, "+0 / −24"), (97, "+24 / +0"), (0, "−73 / −97")];
    for (seats, differences) in cases {
        let svg = chart(vec![bar("a", &[seats])], Theme::Light).draw().unwrap();
        let letters = inspect(&svg);
        let x = scale(&letters, 20.0, 80.0);
        near(text(&letters, &seats.to_string()).left, x(seats.into()) + GAP);
        assert!(text(&letters, differences).left > text(&letters, &seats.to_string()).right);
    }
}

#[test]
fn an_interval_is_a_line_with_stops_and_explained() {
    let plain = chart(vec![bar("a", &[77])], Theme::Light);
    let texts = inspect(&plain.draw().unwrap());
    assert!(texts.iter().all(|one| one.text != "middle 90 % of draws"));
    let mut simulated = plain;
    simulated.coalitions[0].nine_tenths = Some((66, 91));
    let svg = simulated.draw().unwrap();
    let letters = inspect(&svg);
    let x = scale(&letters, 20.0, 80.0);
    text(&letters, "middle 90 % of draws");
    assert!(text(&letters, "77").left > x(91.0));
}

#[test]
fn every_form_is_clean() {
    for interval in [None, Some((20, 145))] {
        every_form(|names, theme| {
            let bars = names.iter().map(|name| Bar {
                nine_tenths: interval,
                ..bar(name, &[60, 17, 13, 13, 11, 8, 1, 1])
            });
            chart(bars.collect(), theme).draw()
        });
    }
}

#[test]
fn more_seats_than_any_house_has_are_refused() {
    assert_eq!(chart(vec![], Theme::Light).draw(), Err(ChartError::NoRows));
    inspect(&chart(vec![bar("a", &[])], Theme::Light).draw().unwrap());
    let error = chart(vec![bar("a", &[u32::MAX, u32::MAX])], Theme::Light).draw();
    assert_eq!(error, Err(ChartError::AxisTooLong { seats: 8_589_934_590 }));
}
