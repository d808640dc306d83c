//! Allocation of one count: every method against the naive loop, in one run.
//!
//! `cargo bench --bench allocation`

#[path = "support/counts.rs"]
mod counts;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use kurultai::apportionment::{
    Apportionment, Method, Workspace, apportion_into, naive_highest_averages,
};

fn allocation(criterion: &mut Criterion) {
    for lists in [5, 20] {
        let counts = counts::counts(lists, 256);
        for seats in [145, 630] {
            let mut group = criterion.benchmark_group(format!("{lists} lists, {seats} seats"));
            for method in [Method::DHondt, Method::SainteLague, Method::Hare] {
                let mut workspace = Workspace::default();
                let mut result = Apportionment::default();
                let mut next = counts.iter().cycle();
                group.bench_function(BenchmarkId::from_parameter(method), |bencher| {
                    bencher.iter(|| {
                        let votes = black_box(next.next().expect("the cycle has no end"));
                        apportion_into(method, votes, &[], seats, &mut workspace, &mut result)
                            .expect("every list has votes");
                        black_box(&result.seats);
                    });
                });
            }
            for (name, step) in [("naive dhondt", 1), ("naive sainte-lague", 2)] {
                let mut result = vec![0; lists];
                let mut next = counts.iter().cycle();
                group.bench_function(name, |bencher| {
                    bencher.iter(|| {
                        let votes = black_box(next.next().expect("the cycle has no end"));
                        naive_highest_averages((step, 1), votes, seats, &mut result);
                        black_box(&result);
                    });
                });
            }
            group.finish();
        }
    }
}

criterion_group!(benches, allocation);
criterion_main!(benches);
