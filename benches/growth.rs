//! How the cost of a draw grows with lists, seats, coalitions and draws, and shrinks with threads.
//!
//! `cargo bench --bench growth` prints a table and writes `target/growth.svg`.
#![expect(clippy::print_stdout, reason = "a table is what this program is for")]

use std::hint::black_box;
use std::time::Instant;

use kurultai::apportionment::Method;
use kurultai::election::{House, LocalName, Party, Share};
use kurultai::scenario::{Coalition, DEFAULT, Scenario};
use kurultai::simulation::{Run, Simulation};
use kurultai::uncertainty::{Concentration, Dirichlet, Model};
use plotters::prelude::*;

const TURNS: usize = 5;

/// One thing that grows while the others stay.
#[derive(Clone, Copy, Debug)]
struct Case {
    lists: usize,
    seats: u32,
    coalitions: usize,
    draws: u64,
    threads: usize,
    way: Way,
}

/// How draws are counted.
#[derive(Clone, Copy, Debug)]
enum Way {
    Lanes,
    OneByOne,
    EverySet,
}

const BASE: Case =
    Case { lists: 7, seats: 145, coalitions: 0, draws: 1 << 18, threads: 1, way: Way::Lanes };

/// Lists of 1/1, 1/2, 1/3, … of the votes, without a threshold, by D'Hondt, with Dirichlet shares.
fn scenario(case: Case) -> Scenario {
    let mut scenario = Scenario::load(DEFAULT, None).expect("the built-in scenario is valid");
    let harmonic = |list: usize| 6_000_000 / (list as u64 + 1);
    scenario.parties = (0..case.lists).map(|list| Party::list(list.to_string())).collect();
    scenario.ballots.parties = (0..case.lists).map(harmonic).collect();
    scenario.ballots.against_all = 0;
    scenario.law.method = Method::DHondt;
    scenario.law.threshold.share = Share::ZERO;
    scenario.house = House::new(case.seats).expect("a house size in range");
    let poll = Concentration::Poll { sample_size: 1_000.0, design_effect: 1.0, prior: 0.5 };
    scenario.model = Model::Dirichlet(Dirichlet::new(poll).expect("the parameters are in range"));
    scenario.coalitions = (0..case.coalitions)
        .map(|number| Coalition {
            name: LocalName::new(number.to_string()),
            members: (0..case.lists).filter(|list| (list + number) % 3 == 0).collect(),
        })
        .collect();
    scenario
}

/// Nanoseconds of wall time a draw, the median of some turns.
#[expect(clippy::cast_precision_loss, reason = "a time is approximate")]
fn cost(case: Case) -> f64 {
    let scenario = scenario(case);
    let simulation = Simulation::new(&scenario).expect("the model fits");
    let simulation = match case.way {
        Way::Lanes => simulation,
        Way::OneByOne => simulation.one_by_one(),
        Way::EverySet => simulation.counting_subsets().expect("few lists"),
    };
    let run = Run { draws: case.draws, seed: 1, threads: case.threads };
    let mut turns: Vec<f64> = (0..TURNS)
        .map(|_| {
            let start = Instant::now();
            black_box(run.tally(&simulation, &|_| ()).expect("the threads start"));
            start.elapsed().as_secs_f64() * 1e9 / case.draws as f64
        })
        .collect();
    turns.sort_by(f64::total_cmp);
    turns[TURNS / 2]
}

/// What grows, through which values.
fn series() -> Vec<(&'static str, Vec<(f64, Case)>)> {
    let of = |values: &[u32], grow: fn(u32) -> Case| {
        values.iter().map(|&value| (f64::from(value), grow(value))).collect::<Vec<_>>()
    };
    vec![
        (
            "lists",
            of(&[2, 3, 5, 7, 10, 20, 50, 100, 200, 500, 1_000], |lists| Case {
                lists: lists as usize,
                draws: 1 << 14,
                ..BASE
            }),
        ),
        ("seats", of(&[10, 50, 145, 630, 1_000, 3_000, 10_000], |seats| Case { seats, ..BASE })),
        (
            "coalitions",
            of(&[0, 1, 2, 5, 10, 20, 50], |coalitions| Case {
                coalitions: coalitions as usize,
                ..BASE
            }),
        ),
        (
            "draws",
            of(&[1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 22], |draws| Case {
                draws: draws.into(),
                ..BASE
            }),
        ),
        (
            "threads",
            of(&[1, 2, 4], |threads| Case { threads: threads as usize, draws: 1 << 22, ..BASE }),
        ),
        (
            "100 lists, 1,000 seats, 50 coalitions",
            of(&[1], |_| Case { lists: 100, seats: 1_000, coalitions: 50, draws: 1 << 16, ..BASE }),
        ),
        ("every draw on the exact path", of(&[7], |_| Case { way: Way::OneByOne, ..BASE })),
        (
            "every set of so many lists",
            of(&[5, 7, 10], |lists| Case {
                lists: lists as usize,
                draws: 1 << 16,
                way: Way::EverySet,
                ..BASE
            }),
        ),
    ]
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = "target/growth.svg";
    let root = SVGBackend::new(path, (960, 600)).into_drawing_area();
    root.fill(&WHITE)?;
    let panels = root.split_evenly((2, 3));
    for (number, (name, cases)) in series().into_iter().enumerate() {
        let points: Vec<(f64, f64)> =
            cases.into_iter().map(|(value, case)| (value, cost(case))).collect();
        for (value, nanoseconds) in &points {
            println!("{name:40} {value:>9} {nanoseconds:10.1} ns a draw");
        }
        let Some(panel) = panels.get(number).filter(|_| points.len() > 2) else { continue };
        let right = points.iter().map(|point| point.0).fold(0.0, f64::max);
        let top = points.iter().map(|point| point.1).fold(0.0, f64::max);
        let mut chart = ChartBuilder::on(panel)
            .margin(12)
            .caption(format!("ns a draw against {name}"), ("sans-serif", 14))
            .x_label_area_size(24)
            .y_label_area_size(48)
            .build_cartesian_2d(0.0..right * 1.05, 0.0..top * 1.1)?;
        let whole = |value: &f64| format!("{value:.0}");
        chart
            .configure_mesh()
            .light_line_style(TRANSPARENT)
            .x_labels(4)
            .x_label_formatter(&whole)
            .y_label_formatter(&whole)
            .draw()?;
        chart.draw_series(LineSeries::new(points.iter().copied(), &BLUE))?;
        chart.draw_series(points.iter().map(|&point| Circle::new(point, 3, BLUE.filled())))?;
    }
    root.present()?;
    println!("{path}");
    Ok(())
}
