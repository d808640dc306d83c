//! Whole pictures of probabilities, drawn and read back.

use super::*;
use crate::chart::inspection::{inspect, outlined};
use crate::chart::palette;
use crate::chart::rows::specimens::{THEMES, caption, every_form, near, scale, text, tick};

fn list(label: &str, probability: f64, half_width: f64, index: usize) -> Passes {
    Passes {
        label: label.to_owned(),
        colour: palette(index),
        probability,
        half_width,
        number: format!("{:.1} %", probability * 100.0),
        cells: vec![format!("{:.2}", half_width * 100.0)],
    }
}

fn chart(lists: Vec<Passes>, theme: Theme) -> PassesChart {
    PassesChart {
        caption: caption(),
        theme,
        axis_label: "probability of passing the threshold".to_owned(),
        estimate_label: "share of draws".to_owned(),
        error_label: "two standard errors".to_owned(),
        percent: tick,
        headings: vec!["± 2 SE, percentage points".to_owned()],
        lists,
    }
}

/// The ends of the lines of 1.6 pixels: those of intervals, with their stops.
fn line_ends(svg: &str) -> Vec<f64> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let lines = document.descendants().filter(|node| node.attribute("stroke-width") == Some("1.6"));
    let points = lines.flat_map(|node| node.attribute("points").unwrap().split_whitespace());
    points.map(|point| point.split(',').next().unwrap().parse::<f64>().unwrap()).collect()
}

#[test]
fn the_disc_is_on_the_estimate_and_its_number_beside_it() {
    for theme in THEMES {
        let lists = vec![list("Auyl", 0.63, 0.08, 0), list("Amanat", 1.0, 0.0, 1)];
        let svg = chart(lists, theme).draw().unwrap();
        let letters = inspect(&svg);
        let x = scale(&letters, 0.2, 0.8);
        let marks = outlined(&svg, theme, palette(0));
        // The line from 0, then the disc.
        near(marks[0].left, x(0.0) + 1.0);
        near(f64::midpoint(marks[1].left, marks[1].right), x(0.63));
        // 55 % and 71 % are the ends of the interval.
        let ends = line_ends(&svg);
        for end in [0.55, 0.71] {
            assert!(ends.iter().any(|found| (found - x(end)).abs() < 0.2), "{end}: {ends:?}");
        }
        assert!(text(&letters, "63.0 %").left > x(0.71));
        near(text(&letters, "100.0 %").left, x(1.0) + ASIDE);
    }
}

#[test]
fn intervals_end_at_certainty() {
    let lists = vec![list("a", 0.02, 0.08, 0), list("b", 0.98, 0.08, 1)];
    let svg = chart(lists, Theme::Light).draw().unwrap();
    let x = scale(&inspect(&svg), 0.2, 0.8);
    let ends = line_ends(&svg);
    assert!(ends.iter().all(|&end| end > x(0.0) - 20.0 && end < x(1.0) + 0.2), "{ends:?}");
}

#[test]
fn every_form_is_clean() {
    every_form(|names, theme| {
        let shares = [0.999, 0.5, 0.0, 1.0, 0.031].into_iter().cycle();
        let lists = names.iter().zip(shares).enumerate();
        chart(lists.map(|(index, (name, p))| list(name, p, 0.03, index)).collect(), theme).draw()
    });
}

#[test]
fn only_probabilities_are_drawn() {
    assert_eq!(chart(vec![], Theme::Light).draw(), Err(ChartError::NoRows));
    for wrong in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
        let error = Err(ChartError::Probability { row: 1 });
        assert_eq!(chart(vec![list("a", wrong, 0.0, 0)], Theme::Light).draw(), error);
        assert_eq!(chart(vec![list("a", 0.5, wrong, 0)], Theme::Light).draw(), error);
    }
}
