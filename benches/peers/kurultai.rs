//! Our side of `benches/peers/run.sh`, which starts this program for every turn:
//!
//! * `task` prints as JSON what all sides do: the α of the shares, the valid votes, drawn votes, their exact
//!   seats by every method, and how often each list has how many seats in a run of draws;
//! * `allocate METHOD` prints nanoseconds of processor time to allocate one count;
//! * `draw` prints a name and nanoseconds a draw for every set of instructions.
#![expect(clippy::print_stdout, reason = "a line is what this program is for")]

#[path = "../support/processor_time.rs"]
mod processor_time;
#[path = "../support/task.rs"]
mod task;

use std::hint::black_box;
use std::process::ExitCode;

use kurultai::apportionment::{Apportionment, Method, Workspace, apportion, apportion_into};
use kurultai::scenario::Scenario;
use kurultai::simulation::{Run, Simulation};
use kurultai::uncertainty::Distribution;
use serde_json::json;

/// Counts to allocate; no two lists tie for the last seat in any of them.
const COUNTS: usize = 2_048;
/// How often a turn allocates all of them.
const ROUNDS: u64 = 50;
/// Draws of the run that the peers' draws are held against.
const DRAWS: u64 = 1 << 22;
const METHODS: [Method; 3] = [Method::DHondt, Method::SainteLague, Method::Hare];

/// Votes of the first draws, before any threshold.
fn counts(simulation: &Simulation<'_>) -> Vec<Vec<u64>> {
    let votes = simulation.votes_of_chunk(1, 0);
    (0..COUNTS).map(|draw| votes.draw(draw).collect()).collect()
}

fn print_task(scenario: &Scenario, simulation: &Simulation<'_>) {
    let shares = scenario.ballots.option_shares();
    let distribution = scenario.model.distribution(&shares).expect("the model fits");
    let Distribution::Dirichlet { alphas } = distribution else { panic!("the task is Dirichlet") };
    let (counts, house_size) = (counts(simulation), scenario.house.seats());
    let seats: serde_json::Map<_, _> = METHODS
        .iter()
        .map(|&method| {
            let exact = |votes: &Vec<u64>| {
                let result = apportion(method, votes, house_size).expect("every list has votes");
                assert!(result.ties.is_empty(), "a drawn count is tied");
                result.seats
            };
            (method.to_string(), json!(counts.iter().map(exact).collect::<Vec<_>>()))
        })
        .collect();
    let run = Run { draws: DRAWS, seed: 1, threads: 1 };
    let tally = run.tally(simulation, &|_| ()).expect("the threads start");
    let mut histograms: Vec<_> = tally.lists().iter().map(|list| &list.seats[..]).collect();
    histograms.push(tally.largest_list());
    println!(
        "{}",
        json!({
            "alphas": alphas,
            "valid_votes": u64::try_from(scenario.ballots.valid_votes()).expect("few votes"),
            "house_size": house_size,
            "counts": counts,
            "seats": seats,
            "histograms": histograms,
        })
    );
}

/// Nanoseconds of one count of the task.
fn allocate(method: Method, counts: &[Vec<u64>], house_size: u32) -> f64 {
    let mut workspace = Workspace::default();
    let mut result = Apportionment::default();
    processor_time::of_each(ROUNDS * counts.len() as u64, || {
        for votes in (0..ROUNDS).flat_map(|_| counts) {
            let votes = black_box(votes);
            apportion_into(method, votes, &[], house_size, &mut workspace, &mut result)
                .expect("every list has votes");
            black_box(&result.seats);
        }
    })
}

fn main() -> ExitCode {
    let scenario = task::scenario();
    let simulation = Simulation::new(&scenario).expect("the model fits");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["task"] => print_task(&scenario, &simulation),
        ["allocate", method] => {
            let method = method.parse().expect("a method");
            println!("{}", allocate(method, &counts(&simulation), scenario.house.seats()));
        }
        ["draw"] => {
            for level in processor_time::levels() {
                let time = processor_time::one_core(&simulation, level);
                println!("{:?} {time}", level.instructions());
            }
        }
        // What a plain `cargo bench` says.
        ["--bench"] => println!("benches/peers/run.sh compares with peers"),
        _ => {
            println!("expected `task`, `allocate METHOD` or `draw`");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
