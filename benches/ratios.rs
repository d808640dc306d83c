//! The ratios the README promises, measured in one run; exits with 1 if one is missed.
//!
//! Both sides of a ratio take turns, so that a noisy machine disturbs them alike; the median counts.
//!
//! `cargo bench --bench ratios`
#![expect(clippy::print_stdout, reason = "a table is what this program is for")]

#[path = "support/counts.rs"]
mod counts;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use kurultai::apportionment::{
    Apportionment, Method, Workspace, apportion_into, naive_highest_averages,
};

const TURNS: usize = 41;

/// Counts allocated in a turn.
const COUNTS: u32 = 512;

/// Nanoseconds of one turn over all counts, per count.
fn time(counts: &[Vec<u64>], mut allocate: impl FnMut(&[u64])) -> f64 {
    let start = Instant::now();
    for votes in counts {
        allocate(black_box(votes));
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(COUNTS)
}

fn median(mut turns: Vec<f64>) -> f64 {
    turns.sort_by(f64::total_cmp);
    turns[turns.len() / 2]
}

/// Median times of the naive loop and of the method, and their ratio.
fn compare(method: Method, step: u64, lists: usize, seats: u32) -> (f64, f64) {
    let counts = counts::counts(lists, COUNTS as usize);
    let mut workspace = Workspace::default();
    let mut result = Apportionment::default();
    let mut naive_seats = vec![0; lists];
    let (mut naive, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        naive.push(time(&counts, |votes| {
            naive_highest_averages((step, 1), votes, seats, &mut naive_seats);
            black_box(&naive_seats);
        }));
        ours.push(time(&counts, |votes| {
            apportion_into(method, votes, &[], seats, &mut workspace, &mut result)
                .expect("every list has votes");
            black_box(&result.seats);
        }));
    }
    (median(naive), median(ours))
}

fn main() -> ExitCode {
    let mut kept = true;
    println!("method        lists  seats  naive ns  kurultai ns  ratio  promised");
    for (method, step) in [(Method::DHondt, 1), (Method::SainteLague, 2)] {
        for (lists, seats, promised) in [
            (5, 145, 20.0),
            (7, 145, 20.0),
            (20, 145, 8.0),
            (7, 630, 80.0),
            (20, 630, 30.0),
            (7, 10_000, 1000.0),
        ] {
            let (naive, ours) = compare(method, step, lists, seats);
            let ratio = naive / ours;
            kept &= ratio >= promised;
            println!(
                "{:12} {lists:6} {seats:6} {naive:9.0} {ours:12.1} {ratio:6.1} {promised:9.0}",
                method.name()
            );
        }
    }
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
