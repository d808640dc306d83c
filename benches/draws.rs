//! Whole draws of the built-in scenario by every model of uncertainty, and every method compared over the
//! same draws.
//!
//! `cargo bench --bench draws`, about half a minute; what a draw costs is the time over the draws.

#[path = "support/models.rs"]
mod models;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kurultai::analysis::{Alternatives, MethodComparison};
use kurultai::scenario::{DEFAULT, Scenario};
use kurultai::simulation::{Run, Simulation};

const DRAWS: u64 = 1 << 16;
const COMPARED_DRAWS: u64 = 1 << 13;

/// One thread for every model, and two for the default one.
fn draws(criterion: &mut Criterion) {
    let built_in = Scenario::load(DEFAULT, None).expect("the built-in scenario is valid");
    let mut group = criterion.benchmark_group("draws");
    group.throughput(Throughput::Elements(DRAWS));
    for model in models::every_model(built_in.options().len()) {
        let scenario = Scenario { model, ..built_in.clone() };
        let simulation = Simulation::new(&scenario).expect("the model fits");
        let is_default = scenario.model == built_in.model;
        for threads in if is_default { 1..=2 } else { 1..=1 } {
            let mut seed = 0;
            group.bench_function(BenchmarkId::new(scenario.model.name(), threads), |bencher| {
                bencher.iter(|| {
                    seed += 1;
                    let run = Run { draws: DRAWS, seed, threads };
                    black_box(run.tally(&simulation, &|_| ()).expect("the threads start"))
                });
            });
        }
    }
    group.finish();
}

/// Every method beside the law of the scenario: seats over all draws, and pairs.
fn compare(criterion: &mut Criterion) {
    let scenario = Scenario::load(DEFAULT, None).expect("the built-in scenario is valid");
    let comparison = MethodComparison::of(&scenario, &Alternatives::every_method(), 1)
        .expect("the count gives seats");
    let mut group = criterion.benchmark_group("compare");
    group.throughput(Throughput::Elements(COMPARED_DRAWS));
    let mut seed = 0;
    group.bench_function(format!("{} laws", comparison.laws.len()), |bencher| {
        bencher.iter(|| {
            seed += 1;
            let run = Run { draws: COMPARED_DRAWS, seed, threads: 1 };
            black_box(comparison.clone().with_draws(run, &|_| ()).expect("the threads start"))
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2));
    targets = draws, compare
}
criterion_main!(benches);
