//! The first draws of every model: these values never change (see `docs/draw-format.md`).
//!
//! A change here is value-breaking: every published number of every user changes with it.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::scenario::{DEFAULT, Scenario};
use kurultai::simulation::Simulation;
use kurultai::uncertainty::{Concentration, Dirichlet, LogisticNormal, Model};

/// Votes of the seven lists and against all in draws 0, 1, 8 and 4,096 of seed 1: two lanes of one row,
/// the second row, the second chunk.
fn votes(model: Model) -> [Vec<u64>; 4] {
    let scenario = Scenario { model, ..Scenario::load(DEFAULT, None).unwrap() };
    let simulation = Simulation::new(&scenario).unwrap();
    [0, 1, 8, 4_096].map(|draw| {
        let ballots = simulation.replay(1, draw).ballots;
        ballots.parties.into_iter().chain([ballots.against_all]).collect()
    })
}

#[test]
fn logistic_normal() {
    let found = votes(Model::LogisticNormal(LogisticNormal::new(1_000.0, 0.15).unwrap()));
    assert_eq!(found, [vec![0], vec![0], vec![0], vec![0]]);
}

#[test]
fn dirichlet_of_a_poll() {
    let poll = Concentration::Poll { sample_size: 1_000.0, design_effect: 1.0, prior: 0.5 };
    let found = votes(Model::Dirichlet(Dirichlet::new(poll).unwrap()));
    assert_eq!(found, [vec![0], vec![0], vec![0], vec![0]]);
}

#[test]
fn dirichlet_of_small_alphas() {
    // Below 1 the gamma variables take another road.
    let found = votes(Model::Dirichlet(Dirichlet::new(Concentration::Uniform(0.5)).unwrap()));
    assert_eq!(found, [vec![0], vec![0], vec![0], vec![0]]);
}

#[test]
fn point() {
    let counted = vec![3_431_510, 693_938, 547_154, 535_139, 432_920, 331_058, 146_431, 248_291];
    assert_eq!(votes(Model::Point), [(); 4].map(|()| counted.clone()));
}
