//! Whole pictures, drawn and read back.

use super::*;
use crate::chart::inspection::{inspect, shapes};
use crate::chart::palette;
use crate::chart::samples::{NAMES, assert_golden, caption};

fn number(value: f64, decimals: usize) -> String {
    if value > 0.0 {
        format!("+{value:.decimals$}")
    } else {
        format!("{value:.decimals$}").replace('-', "−")
    }
}

/// The theory of divisor methods with signposts at s − 1 + r: (r − 1/2) (Σ 1/i from the rank on − 1).
fn panel(label: &str, index: usize, r: f64, ranks: u32) -> BiasPanel {
    let theory = |rank: u32| {
        let sum: f64 = (rank..=ranks).map(|i| 1.0 / f64::from(i)).sum();
        (r - 0.5) * (sum - 1.0)
    };
    let rank = |rank| RankBias {
        mean: theory(rank) + 0.01 * f64::from(rank % 3) - 0.01,
        half_width: 0.015,
        theory: Some(theory(rank)),
    };
    BiasPanel {
        label: label.to_owned(),
        note: String::new(),
        colour: palette(index),
        ranks: (1..=ranks).map(rank).collect(),
    }
}

fn chart(panels: Vec<BiasPanel>) -> BiasChart {
    BiasChart {
        caption: caption("Which lists does a method favour?"),
        theme: Theme::Light,
        rank_label: "rank by votes, 1 = largest".to_owned(),
        bias_label: "Seats above the ideal share, on average".to_owned(),
        legend: "Dot: mean ± 2 standard errors. Dashed line: theory".to_owned(),
        number,
        panels,
    }
}

const METHODS: [(&str, f64); 6] = [
    ("D’Hondt", 1.0),
    ("Sainte-Laguë", 0.5),
    ("Adams", 0.0),
    ("Danish", 1.0 / 3.0),
    ("Stationary, r = 3/4", 0.75),
    ("Hare quota", 0.5),
];

fn methods(count: usize, ranks: u32) -> Vec<BiasPanel> {
    (0..count)
        .map(|index| {
            let (label, r) = METHODS[index % 6];
            panel(label, index, r, ranks)
        })
        .collect()
}

#[test]
fn pictures_are_as_kept() {
    let mut dark = chart(methods(4, 5));
    dark.theme = Theme::Dark;
    let mut many = methods(5, 14);
    for (panel, name) in many.iter_mut().zip(NAMES) {
        name.clone_into(&mut panel.label);
        name.clone_into(&mut panel.note);
    }
    assert_golden(
        &[("bias", chart(methods(6, 6))), ("bias-dark", dark), ("bias-many", chart(many))]
            .map(|(name, chart)| (name, chart.draw().unwrap())),
    );
}

#[test]
fn dots_are_where_their_means_are() {
    let svg = chart(methods(1, 4)).draw().unwrap();
    let colour = palette(0).to_string();
    let dots = shapes(&svg).into_iter().filter(|shape| shape.is_round && shape.fill == colour);
    let dots: Vec<(f64, f64)> = dots
        .map(|dot| (f64::midpoint(dot.left, dot.right), f64::midpoint(dot.top, dot.bottom)))
        .collect();
    let means: Vec<f64> = methods(1, 4)[0].ranks.iter().map(|rank| rank.mean).collect();
    assert_eq!(dots.len(), 4);
    let scale = (dots[3].1 - dots[0].1) / (means[3] - means[0]);
    assert!(scale < 0.0);
    for ((dot, mean), rank) in dots.iter().zip(&means).zip([0.0, 1.0, 2.0, 3.0]) {
        assert!((dot.1 - dots[0].1 - scale * (mean - means[0])).abs() <= 0.2, "{dots:?}");
        // Places are whole tenths: the first gap is wrong by a tenth at most, each place by half of one.
        let place = dots[0].0 + rank * (dots[1].0 - dots[0].0);
        assert!((dot.0 - place).abs() <= 0.1 * rank + 0.11, "{dots:?}");
    }
}

#[test]
fn any_number_of_methods_and_lists_fits() {
    for count in [1, 2, 7, 30] {
        for ranks in [1, 2, 14] {
            for name in [NAMES[0], NAMES[3]] {
                let mut panels = methods(count, ranks);
                for panel in &mut panels {
                    name.clone_into(&mut panel.label);
                }
                let mut chart = chart(panels);
                chart.theme = if count % 2 == 0 { Theme::Light } else { Theme::Dark };
                let letters = inspect(&chart.draw().unwrap());
                assert!(letters.iter().all(|one| !one.text.contains('…')));
            }
        }
    }
}

#[test]
fn degenerate_biases_have_pictures() {
    for (mean, half_width, theory) in [
        (0.0, 0.0, None),
        (0.0, 0.0, Some(0.0)),
        (1e6, 0.0, None),
        (-3.0, 1e-12, Some(40.0)),
        (0.0, 500.0, None),
    ] {
        let mut panels = methods(1, 3);
        panels[0].ranks = vec![RankBias { mean, half_width, theory }; 3];
        inspect(&chart(panels).draw().unwrap());
    }
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    assert_eq!(chart(vec![]).draw(), Err(ChartError::Nothing("method")));
    let mut empty = methods(2, 3);
    empty[1].ranks.clear();
    assert_eq!(chart(empty).draw(), Err(ChartError::Nothing("rank for each method")));
    for (mean, theory) in [(f64::NAN, None), (0.0, Some(f64::INFINITY))] {
        let mut panels = methods(1, 3);
        panels[0].ranks[1] = RankBias { mean, half_width: 0.1, theory };
        assert_eq!(chart(panels).draw(), Err(ChartError::NotFinite));
    }
}
