//! Whole draws of the built-in scenario, on one thread and on two.
//!
//! `cargo bench --bench draws`

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kurultai::scenario::{DEFAULT, Scenario};
use kurultai::simulation::{Run, Simulation};
use kurultai::uncertainty::{Concentration, Dirichlet, Model};

const DRAWS: u64 = 1 << 16;

fn draws(criterion: &mut Criterion) {
    let scenario = Scenario::load(DEFAULT, None).expect("the built-in scenario is valid");
    let poll = Concentration::Poll { sample_size: 1_000.0, design_effect: 1.0, prior: 0.5 };
    let dirichlet = Dirichlet::new(poll).expect("the parameters are in range");
    let mut group = criterion.benchmark_group("draws");
    group.throughput(Throughput::Elements(DRAWS));
    for model in [Model::default(), Model::Dirichlet(dirichlet), Model::Point] {
        let scenario = Scenario { model, ..scenario.clone() };
        let simulation = Simulation::new(&scenario).expect("the model fits");
        for threads in [1, 2] {
            let id = BenchmarkId::new(scenario.model.name(), threads);
            group.bench_function(id, |bencher| {
                let run = Run { draws: DRAWS, seed: 1, threads };
                bencher.iter(|| black_box(run.tally(&simulation, &|_| ()).expect("threads start")));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, draws);
criterion_main!(benches);
