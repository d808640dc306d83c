//! Whole pictures, drawn and read back.

use super::*;
use crate::chart::inspection::{inspect, polylines};
use crate::chart::palette;
use crate::chart::samples::{NAMES, assert_golden, caption};

fn percent(share: f64, decimals: usize) -> String {
    format!("{:.decimals$} %", share * 100.0)
}

fn course(label: &str, index: usize, points: &[(u64, f64, f64)]) -> Course {
    let point = |&(draws, share, half_width)| RunningShare { draws, share, half_width };
    let last = points.last().copied().unwrap_or_default();
    Course {
        label: label.to_owned(),
        colour: palette(index),
        points: points.iter().map(point).collect(),
        result: percent(last.1, 2),
        error: format!("± {:.2}", last.2 * 100.0),
    }
}

fn chart(courses: Vec<Course>) -> ConvergenceChart {
    ConvergenceChart {
        caption: caption("Are these draws enough?"),
        theme: Theme::Light,
        draws_label: "draws".to_owned(),
        legend:
            "Line: estimate after so many draws. Band: ± 2 standard errors. Dots: the last estimate"
                .to_owned(),
        count: |draws| draws.to_string(),
        percent,
        courses,
    }
}

const MAJORITY: [(u64, f64, f64); 6] = [
    (4096, 0.731, 0.0139),
    (8192, 0.7288, 0.0098),
    (16384, 0.7352, 0.0069),
    (32768, 0.7331, 0.0049),
    (65536, 0.7342, 0.0035),
    (100_000, 0.7339, 0.0028),
];
const CERTAIN: [(u64, f64, f64); 3] =
    [(4096, 1.0, 0.0007), (65536, 1.0, 0.00005), (100_000, 1.0, 0.00003)];
const RARE: [(u64, f64, f64); 3] =
    [(4096, 0.0, 0.0007), (65536, 0.0002, 0.0001), (100_000, 0.00018, 0.0001)];

#[test]
fn pictures_are_as_kept() {
    let one = chart(vec![course("Amanat has a majority (73 seats)", 0, &MAJORITY)]);
    let mut three = chart(vec![
        course("Amanat has a majority (73 seats)", 0, &MAJORITY),
        course(NAMES[0], 1, &CERTAIN),
        course(NAMES[1], 2, &RARE),
    ]);
    three.theme = Theme::Dark;
    assert_golden(
        &[("convergence", one), ("convergence-dark", three)]
            .map(|(name, chart)| (name, chart.draw().unwrap())),
    );
}

#[test]
fn equal_ratios_of_draws_are_equally_far_apart() {
    let svg = chart(vec![course("a", 0, &MAJORITY)]).draw().unwrap();
    let lines = polylines(&svg, palette(0));
    let line = &lines[0];
    assert_eq!(line.len(), 6);
    let gaps: Vec<f64> = line.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
    // The first four gaps are a factor of 2, the last one of 100,000 / 65,536.
    assert!(gaps[..4].iter().all(|gap| (gap - gaps[0]).abs() < 0.11), "{gaps:?}");
    let factor = (100_000.0_f64 / 65_536.0).log2();
    assert!((gaps[4] - gaps[0] * factor).abs() < 0.2, "{gaps:?}");
    // Upper edge, line and lower edge are equally far apart: the outline's three lines of six corners.
    let rims: Vec<_> =
        polylines(&svg, Theme::Light.outline()).into_iter().filter(|one| one.len() == 6).collect();
    for (place, corner) in line.iter().enumerate() {
        let (above, below) = (corner.1 - rims[0][place].1, rims[1][place].1 - corner.1);
        assert!(above > 0.0 && (above - below).abs() < 0.21, "{above} {below}");
    }
}

#[test]
fn any_number_and_any_name_fits() {
    for (count, theme) in [(1, Theme::Light), (2, Theme::Dark), (14, Theme::Light)] {
        for name in NAMES {
            let courses = (0..count).map(|index| course(name, index, &RARE));
            let mut chart = chart(courses.collect());
            chart.theme = theme;
            let letters = inspect(&chart.draw().unwrap());
            assert!(letters.iter().all(|one| !one.text.contains('…')));
        }
    }
}

#[test]
fn degenerate_ways_have_pictures() {
    for points in [
        &[(1, 0.0, 0.0)][..],
        &[(1, 1.0, 0.0), (2, 1.0, 0.0)],
        &[(1, 0.5, 0.5), (1_000_000_000_000, 0.5, 1e-9)],
        &[(0, 0.5, 3.0), (u64::MAX, 0.5, 0.0)],
    ] {
        inspect(&chart(vec![course("a", 0, points)]).draw().unwrap());
    }
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    assert_eq!(chart(vec![]).draw(), Err(ChartError::Nothing("probability")));
    let refused = |points: &[(u64, f64, f64)]| chart(vec![course("a", 0, points)]).draw();
    assert_eq!(refused(&[]), Err(ChartError::Nothing("point for each probability")));
    assert_eq!(refused(&[(5, 0.1, 0.1), (5, 0.1, 0.1)]), Err(ChartError::Disorder { line: 1 }));
    assert_eq!(refused(&[(5, f64::NAN, 0.1)]), Err(ChartError::NotFinite));
    assert_eq!(refused(&[(5, 0.1, f64::INFINITY)]), Err(ChartError::NotFinite));
}
