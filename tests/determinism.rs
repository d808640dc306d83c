//! The same scenario and seed give the same counts whatever the threads and the order of merging.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::scenario::{DEFAULT, Scenario};
use kurultai::simulation::{CHUNK_DRAWS, Run, Simulation, Tally};

const DRAWS: u64 = 3 * CHUNK_DRAWS + 1_000;

fn tally(simulation: &Simulation<'_>, threads: usize) -> Tally {
    Run { draws: DRAWS, seed: 7, threads }.tally(simulation, &|_| ()).unwrap()
}

#[test]
fn threads_change_nothing() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let one = tally(&simulation, 1);
    assert_eq!(one.draws(), DRAWS);
    assert_eq!(one.covered(), [(0, DRAWS)]);
    for threads in [2, 7] {
        assert_eq!(tally(&simulation, threads), one, "{threads} threads");
    }
}

#[test]
fn chunks_merge_in_any_order_and_survive_a_file() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let parts: Vec<Tally> = (0..4)
        .map(|chunk| {
            let mut part = simulation.empty_tally();
            let draws = (DRAWS - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS);
            simulation.run_chunk(7, chunk, draws, &mut part);
            let file = serde_json::to_string(&part).unwrap();
            serde_json::from_str(&file).unwrap()
        })
        .collect();
    let whole = tally(&simulation, 2);
    for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
        let mut merged = simulation.empty_tally();
        for part in order {
            merged.merge(&parts[part]).unwrap();
        }
        assert_eq!(merged, whole, "{order:?}");
    }
    // ((0 + 1) + (2 + 3)) is the same as one after the other.
    let (mut left, mut right) = (parts[0].clone(), parts[2].clone());
    left.merge(&parts[1]).unwrap();
    right.merge(&parts[3]).unwrap();
    left.merge(&right).unwrap();
    assert_eq!(left, whole);
}

#[test]
fn another_seed_gives_other_draws() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let other = Run { draws: DRAWS, seed: 8, threads: 2 }.tally(&simulation, &|_| ()).unwrap();
    assert_ne!(other, tally(&simulation, 2));
}
