//! Whole pictures, drawn and read back.

use super::*;
use crate::chart::inspection::{inspect, polylines};
use crate::chart::palette;
use crate::chart::samples::{LISTS, NAMES, assert_golden, caption};

fn number(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}")
}

fn percent(share: f64, decimals: usize) -> String {
    format!("{:.decimals$} %", share * 100.0)
}

fn line(label: &str, index: usize, steps: &[(f64, u32)]) -> StepLine {
    StepLine {
        label: label.to_owned(),
        note: String::new(),
        colour: palette(index),
        steps: steps.iter().map(|&(from, seats)| Step { from, seats }).collect(),
    }
}

fn chart(lines: Vec<StepLine>) -> StepChart {
    StepChart {
        caption: caption("Who gains when the threshold rises?"),
        theme: Theme::Light,
        axis_label: "threshold, % of valid votes".to_owned(),
        number,
        range: (0.0, 12.0),
        seats_label: "seats".to_owned(),
        lines,
        marks: vec![AxisMark { value: 5.0, label: "5 %: the law in force".to_owned() }],
        majorities: [("majority", 73), ("two thirds", 97)]
            .map(|(label, seats)| MajorityMark { label: label.to_owned(), seats })
            .into(),
        area: Some(ShareArea {
            label: "votes for lists without seats, share of all".to_owned(),
            steps: vec![
                (0.0, 0.0),
                (2.5, 0.031),
                (5.4, 0.085),
                (7.0, 0.154),
                (8.7, 0.33),
                (11.2, 0.44),
            ],
            number: percent,
        }),
    }
}

/// Lists fail one after the other; those that stay share their seats.
fn of_2023() -> StepChart {
    let mut lines = vec![
        line(LISTS[0], 0, &[(0.0, 80), (2.5, 83), (5.4, 87), (7.0, 94), (8.7, 110), (11.2, 145)]),
        line(LISTS[1], 1, &[(0.0, 16), (2.5, 17), (5.4, 18), (7.0, 19), (8.7, 35), (11.2, 0)]),
        line(LISTS[2], 2, &[(0.0, 13), (7.0, 14), (8.7, 0)]),
        line(LISTS[3], 3, &[(0.0, 12), (2.5, 13), (7.0, 14), (8.7, 0)]),
        line(LISTS[4], 4, &[(0.0, 11), (5.4, 12), (7.0, 0)]),
        line(LISTS[5], 5, &[(0.0, 8), (5.4, 0)]),
        line(LISTS[6], 6, &[(0.0, 3), (2.5, 0)]),
    ];
    for (line, seats) in lines.iter_mut().zip([83, 17, 13, 13, 11, 8, 0]) {
        line.note = format!("{seats} at 5 %");
    }
    chart(lines)
}

fn swing() -> StepChart {
    let along = |from: u32, by: i64| -> Vec<(f64, u32)> {
        (0..40_u32)
            .map(|step| {
                let seats = i64::from(from) + by * i64::from(step) / 4;
                (f64::from(step) + 30.0, u32::try_from(seats.max(0)).unwrap())
            })
            .collect()
    };
    let mut chart = chart(vec![
        line(LISTS[0], 0, &along(45, 8)),
        line(LISTS[1], 1, &along(40, -3)),
        line(LISTS[2], 2, &along(34, -3)),
        line(LISTS[3], 3, &along(26, -2)),
    ]);
    chart.caption.title = "How many seats would Amanat get with more or fewer votes?".to_owned();
    chart.axis_label = "Amanat, % of valid votes".to_owned();
    chart.range = (30.0, 69.0);
    chart.marks = vec![AxisMark { value: 53.9, label: "53.9 %: the count".to_owned() }];
    chart.area = None;
    chart
}

fn many() -> StepChart {
    let lines = (0..14_u32).map(|index| {
        let place = usize::try_from(index).unwrap();
        let leaves = f64::from(14 - index) * 0.8;
        let mut line = line(NAMES[place % 7], place, &[(0.0, 24 - index), (leaves, 0)]);
        line.note = format!("{} at 5 %", 24 - index);
        line
    });
    let mut chart = chart(lines.collect());
    chart.theme = Theme::Dark;
    chart
}

#[test]
fn pictures_are_as_kept() {
    let mut dark = of_2023();
    dark.theme = Theme::Dark;
    assert_golden(
        &[
            ("threshold", of_2023()),
            ("threshold-dark", dark),
            ("swing", swing()),
            ("many-steps", many()),
        ]
        .map(|(name, chart)| (name, chart.draw().unwrap())),
    );
}

#[test]
fn a_line_turns_exactly_where_seats_change() {
    let mut chart = chart(vec![line("a", 0, &[(0.0, 80), (2.5, 83), (7.25, 100)])]);
    chart.majorities.clear();
    let svg = chart.draw().unwrap();
    inspect(&svg);
    let lines = polylines(&svg, palette(0));
    let corners = &lines[0];
    assert_eq!(corners.len(), 6);
    let (left, right) = (corners[0].0, corners[5].0);
    let x = |value: f64| left + (right - left) * value / 12.0;
    for (corner, value) in corners.iter().zip([0.0, 2.5, 2.5, 7.25, 7.25, 12.0]) {
        // Whole tenths of a pixel.
        assert!((corner.0 - x(value)).abs() <= 0.1, "{corners:?}");
    }
    // 3 seats and 17 seats up.
    let (first, second) = (corners[1].1 - corners[2].1, corners[3].1 - corners[4].1);
    assert!((first / 3.0 - second / 17.0).abs() < 0.1, "{corners:?}");
}

#[test]
fn any_number_of_lists_and_any_name_fits() {
    for (count, theme) in
        [(1, Theme::Light), (2, Theme::Dark), (14, Theme::Light), (14, Theme::Dark)]
    {
        for name in NAMES {
            let lines = (0..count).map(|index| {
                let mut line = line(name, index, &[(0.0, 10), (4.0, 0)]);
                line.note = name.to_owned();
                line
            });
            let mut chart = chart(lines.collect());
            chart.theme = theme;
            let letters = inspect(&chart.draw().unwrap());
            assert!(letters.iter().all(|one| !one.text.contains('…')));
        }
    }
}

#[test]
fn degenerate_ranges_have_pictures() {
    for range in [(0.0, 0.0), (5.0, 5.0), (0.0, 1e-9), (-3.0, 3.0), (0.0, 1e12)] {
        let mut chart = chart(vec![line("a", 0, &[(-10.0, 0)]), line("b", 1, &[(-10.0, 10_000)])]);
        chart.range = range;
        chart.area = None;
        inspect(&chart.draw().unwrap());
    }
    let mut all_zero = chart(vec![line("a", 0, &[(0.0, 0)])]);
    all_zero.area.as_mut().unwrap().steps = vec![(0.0, 0.0)];
    inspect(&all_zero.draw().unwrap());
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    assert_eq!(chart(vec![]).draw(), Err(ChartError::Nothing("line")));
    let refused = |steps: &[(f64, u32)]| chart(vec![line("a", 0, steps)]).draw();
    for steps in [&[][..], &[(1.0, 3)], &[(0.0, 3), (2.0, 4), (2.0, 5)], &[(0.0, 3), (-1.0, 4)]] {
        assert_eq!(refused(steps), Err(ChartError::Disorder { line: 1 }));
    }
    assert_eq!(refused(&[(f64::NAN, 3)]), Err(ChartError::NotFinite));
    let mut nowhere = chart(vec![line("a", 0, &[(0.0, 3)])]);
    nowhere.range = (0.0, f64::INFINITY);
    assert_eq!(nowhere.draw(), Err(ChartError::NotFinite));
    nowhere.range = (3.0, 1.0);
    assert_eq!(nowhere.draw(), Err(ChartError::Disorder { line: 1 }));
}
