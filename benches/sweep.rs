//! A sweep over thresholds from 0 to 10 % in steps of 0.1: the count alone, and 100,000 draws at every point.
//!
//! `cargo bench --bench sweep`

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kurultai::analysis::{Axis, Sweep, Vary};
use kurultai::scenario::{DEFAULT, Scenario};
use kurultai::simulation::Run;

fn sweep(criterion: &mut Criterion) {
    let scenario = Scenario::load(DEFAULT, None).expect("the built-in scenario is valid");
    let swept = || {
        let axis = Axis::between(Vary::Threshold, ["0%", "10%", "0.1%"]).expect("shares");
        Sweep::of(&scenario, vec![axis], 1).expect("a threshold fits any scenario")
    };
    let mut group = criterion.benchmark_group("sweep");
    group.sample_size(10);
    group.bench_function("count", |bencher| bencher.iter(|| black_box(swept())));
    for threads in [1, 2] {
        let run = Run { draws: 100_000, seed: 1, threads };
        group.bench_function(format!("draws/{threads}"), |bencher| {
            bencher.iter(|| {
                let drawn = swept().with_draws(&scenario, run, &|_| ());
                black_box(drawn.expect("the scenario can be drawn"))
            });
        });
    }
    group.finish();
}

criterion_group!(benches, sweep);
criterion_main!(benches);
