//! Whole draws with each set of instructions, against the simple way to write the same in Rust, and on
//! one thread against two: seven lists, 145 seats, Dirichlet around the shares of 2023, 5 %, D'Hondt,
//! histograms. Both sides take turns in one run, and the median counts.
//!
//! `cargo bench --bench kernel`; with `--one-core` it prints only a line of name and nanoseconds for every
//! set of instructions, for `benches/peers/run.sh`.
#![expect(clippy::print_stdout, reason = "a table is what this program is for")]

use cpu_time::ThreadTime;
use kurultai::apportionment::{Method, naive_highest_averages};
use kurultai::scenario::{DEFAULT, Overrides, Scenario};
use kurultai::simulation::kernel::{Instructions, Level};
use kurultai::simulation::{CHUNK_DRAWS, Run, Simulation};
use kurultai::uncertainty::{Concentration, Dirichlet, Model};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Gamma};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

const TURNS: usize = 15;
/// Chunks of a turn on one core.
const CHUNKS: u64 = 64;
/// Draws of a turn on one thread or two.
const RUN_DRAWS: u64 = 1 << 25;
const SIMPLE_DRAWS: u64 = 1 << 14;
/// What the kernel has to be faster by than the simple way, on one core.
const PROMISED: f64 = 60.0;
const PROMISED_OF_TWO_THREADS: f64 = 1.9;

/// The built-in scenario without votes against all, by D'Hondt and with Dirichlet shares.
fn scenario() -> Scenario {
    let poll = Concentration::Poll { sample_size: 1_000.0, design_effect: 1.0, prior: 0.5 };
    let scenario = Scenario::load(DEFAULT, None).expect("the built-in scenario is valid");
    let overrides = Overrides { method: Some(Method::DHondt), ..Overrides::default() };
    let mut scenario = scenario.with_overrides(&overrides).expect("a method is no conflict");
    scenario.model = Model::Dirichlet(Dirichlet::new(poll).expect("the parameters are in range"));
    scenario.ballots.against_all = 0;
    scenario.coalitions.clear();
    scenario
}

/// The simple way: gamma variables of a library, divided by their sum, a threshold, highest averages
/// one seat at a time, histograms.
fn simple(scenario: &Scenario, draws: u64) -> Vec<Vec<u64>> {
    let total: u128 = scenario.ballots.valid_votes();
    #[expect(clippy::cast_precision_loss, reason = "as a simple program would")]
    let gammas: Vec<Gamma<f64>> = (scenario.ballots.parties.iter())
        .map(|&votes| 1_000.0 * votes as f64 / total as f64 + 0.5)
        .map(|alpha| Gamma::new(alpha, 1.0).expect("alpha is positive"))
        .collect();
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let mut histograms = vec![vec![0; 146]; gammas.len()];
    let mut seats = vec![0; gammas.len()];
    for _ in 0..draws {
        let weights: Vec<f64> = gammas.iter().map(|gamma| gamma.sample(&mut random)).collect();
        let sum: f64 = weights.iter().sum();
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "as a simple program would"
        )]
        let mut votes: Vec<u64> =
            weights.iter().map(|weight| (weight / sum * total as f64 + 0.5) as u64).collect();
        let cast: u64 = votes.iter().sum();
        for votes in &mut votes {
            if *votes * 20 < cast {
                *votes = 0;
            }
        }
        naive_highest_averages((1, 1), &votes, 145, &mut seats);
        for (histogram, &seats) in histograms.iter_mut().zip(&seats) {
            histogram[seats as usize] += 1;
        }
    }
    histograms
}

/// Nanoseconds of processor time of this thread, a draw.
#[expect(clippy::cast_precision_loss, reason = "a time is approximate")]
fn processor_time(draws: u64, work: impl FnOnce()) -> f64 {
    let start = ThreadTime::now();
    work();
    start.elapsed().as_secs_f64() * 1e9 / draws as f64
}

/// Nanoseconds of processor time of one core, a draw, by these instructions.
fn one_core(simulation: &Simulation<'_>, level: Level) -> f64 {
    let simulation = simulation.clone().at_level(level);
    let mut tally = simulation.empty_tally();
    processor_time(CHUNKS * CHUNK_DRAWS, || {
        for chunk in 0..CHUNKS {
            simulation.run_chunk(1, chunk, CHUNK_DRAWS, &mut tally);
        }
        black_box(&tally);
    })
}

/// Seconds of wall time of a whole run.
fn wall_time(simulation: &Simulation<'_>, threads: usize) -> f64 {
    let start = Instant::now();
    let run = Run { draws: RUN_DRAWS, seed: 1, threads };
    black_box(run.tally(simulation, &|_| ()).expect("the threads start"));
    start.elapsed().as_secs_f64()
}

fn median(mut turns: Vec<f64>) -> f64 {
    turns.sort_by(f64::total_cmp);
    turns[turns.len() / 2]
}

fn main() -> ExitCode {
    let scenario = scenario();
    let simulation = Simulation::new(&scenario).expect("the model fits");
    let levels: Vec<Level> = Instructions::ALL.into_iter().filter_map(Level::new).collect();
    if std::env::args().any(|argument| argument == "--one-core") {
        for &level in &levels {
            let time = median((0..TURNS).map(|_| one_core(&simulation, level)).collect());
            println!("kernel-{:?} {time:.1}", level.instructions());
        }
        return ExitCode::SUCCESS;
    }
    let mut times = vec![Vec::new(); levels.len()];
    let (mut simple_times, mut of_two_threads) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        for (times, &level) in times.iter_mut().zip(&levels) {
            times.push(one_core(&simulation, level));
        }
        of_two_threads.push(wall_time(&simulation, 1) / wall_time(&simulation, 2));
        simple_times.push(processor_time(SIMPLE_DRAWS, || {
            black_box(simple(&scenario, SIMPLE_DRAWS));
        }));
    }
    let simple = median(simple_times);
    println!("simple Rust          {simple:9.1} ns a draw");
    let mut fastest = f64::INFINITY;
    for (times, level) in times.into_iter().zip(&levels) {
        fastest = median(times);
        let name = format!("{:?}", level.instructions());
        println!("kernel, {name:12} {fastest:9.1} ns a draw  {:7.1}x", simple / fastest);
    }
    let threads = median(of_two_threads);
    println!("two threads of one                       {threads:7.2}x");
    let kept = simple / fastest >= PROMISED && threads >= PROMISED_OF_TWO_THREADS;
    println!(
        "promised: {PROMISED}x and {PROMISED_OF_TWO_THREADS}x: {}",
        if kept { "kept" } else { "missed" }
    );
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
