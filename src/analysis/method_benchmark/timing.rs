//! How long methods take, beside the naive loop.

use std::hint::black_box;
use std::time::Instant;

use super::Elections;
use crate::apportionment::{
    Apportionment, Method, Workspace, apportion_into, naive_highest_averages,
};
use crate::simulation::CHUNK_DRAWS;

/// Rounds of which the median is taken; in every round each method has its turn.
const ROUNDS: usize = 9;
/// Elections of a round.
const ELECTIONS: u64 = 1_000;

/// Measured times. They differ from run to run, unlike all else.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// Elections that were shared out in every round.
    pub elections: u64,
    /// Rounds of which the median is taken.
    pub rounds: usize,
    /// The methods in the order asked for.
    pub methods: Vec<MethodTime>,
}

/// Nanoseconds for an allocation on one core, medians of all rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MethodTime {
    /// The method.
    pub method: Method,
    /// By the method.
    pub nanoseconds: f64,
    /// By the naive loop: with the method's own quotients where they are v/(a·s + b), else with D'Hondt's.
    pub naive_nanoseconds: f64,
}

impl MethodTime {
    /// How many times as fast as the naive loop the method is.
    pub fn ratio(&self) -> f64 {
        self.naive_nanoseconds / self.nanoseconds
    }
}

impl Timing {
    /// Shares out the first elections of a run under every method, and by the naive loop, on this thread.
    #[expect(clippy::cast_precision_loss, reason = "times are approximate")]
    pub fn measure(elections: &Elections, methods: &[Method], seed: u64) -> Self {
        let mut counts: Vec<(Vec<u64>, u32)> = Vec::new();
        let first = elections.count(ELECTIONS).min(ELECTIONS).min(CHUNK_DRAWS);
        elections.visit_chunk(seed, 0, first, |_, votes, house_size| {
            counts.push((votes.to_vec(), house_size));
        });
        let (mut workspace, mut result) = (Workspace::default(), Apportionment::default());
        let mut seats = Vec::new();
        let mut times = vec![(Vec::new(), Vec::new()); methods.len()];
        let each = |start: Instant| start.elapsed().as_secs_f64() * 1e9 / counts.len() as f64;
        for _ in 0..ROUNDS {
            for (&method, (own, naive)) in methods.iter().zip(&mut times) {
                let start = Instant::now();
                for (votes, house_size) in &counts {
                    let (votes, result) = (black_box(votes), &mut result);
                    // A quota that awards too many seats has taken its time too.
                    let _ = apportion_into(method, votes, &[], *house_size, &mut workspace, result);
                    black_box(&result.seats);
                }
                own.push(each(start));
                let quotients = method.linear_signposts().unwrap_or((1, 1));
                let start = Instant::now();
                for (votes, house_size) in &counts {
                    seats.resize(votes.len(), 0);
                    naive_highest_averages(quotients, black_box(votes), *house_size, &mut seats);
                    black_box(&seats);
                }
                naive.push(each(start));
            }
        }
        let medians = methods.iter().zip(times).map(|(&method, (own, naive))| MethodTime {
            method,
            nanoseconds: median(own),
            naive_nanoseconds: median(naive),
        });
        let elections = u64::try_from(counts.len()).unwrap_or(u64::MAX);
        Self { elections, rounds: ROUNDS, methods: medians.collect() }
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
