//! The seats of one count: every method of the catalogue, and the naive loop, in one run.
//!
//! `cargo bench --bench allocation`, about a minute; with `-- dhondt`, only names with that word.

#[path = "support/counts.rs"]
mod counts;
#[path = "support/naive.rs"]
mod naive;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use kurultai::apportionment::{Apportionment, Workspace, apportion_into, catalogue};

/// Counts taken in turn, so that no branch is learned by heart.
const COUNTS: usize = 1_024;

fn allocation(criterion: &mut Criterion) {
    for (lists, seats) in [(7, 145), (20, 630)] {
        let counts = counts::counts(lists, COUNTS);
        let mut group = criterion.benchmark_group(format!("{lists} lists, {seats} seats"));
        for entry in catalogue() {
            let mut workspace = Workspace::default();
            let mut result = Apportionment::default();
            let mut next = counts.iter().cycle();
            group.bench_function(entry.name, |bencher| {
                bencher.iter(|| {
                    let votes = black_box(next.next().expect("the cycle has no end"));
                    // Imperiali's quota awards too many seats in a few of the counts: an error, at its own price.
                    let outcome = apportion_into(
                        entry.method,
                        votes,
                        &[],
                        seats,
                        &mut workspace,
                        &mut result,
                    );
                    black_box(&result.seats);
                    outcome
                });
            });
        }
        for (name, step) in [("naive dhondt", 1), ("naive sainte-lague", 2)] {
            let mut result = vec![0; lists];
            let mut next = counts.iter().cycle();
            group.bench_function(name, |bencher| {
                bencher.iter(|| {
                    let votes = black_box(next.next().expect("the cycle has no end"));
                    naive::naive_highest_averages(step, votes, seats, &mut result);
                    black_box(&result);
                });
            });
        }
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = allocation
}
criterion_main!(benches);
