//! Elections with Dirichlet shares, for the tests that know their probabilities without drawing.

use std::fmt::Write;

use kurultai::apportionment::{Method, apportion};
use kurultai::scenario::Scenario;
use kurultai::simulation::kernel::{
    Allocator, BLOCK, CHUNK, Contest, Level, List, Model, Outcome, Rule, Sampler, Threshold, Votes,
};
use kurultai::simulation::{CHUNK_DRAWS, Run, Simulation, Tally};

/// A trillion votes, for the figures are those of shares and the engine draws whole votes.
///
/// Rounding moves a share by at most η = 1/(2·10¹²). It changes the seats of a draw only if two lists
/// i and j come closer than that to equal quotients: if the share of i in what both have together,
/// c = wᵢ + wⱼ, is within η/c of one of the points where a seat changes hands. There are at most
/// Nc + 2 of them, none below r/(N + m), so the probability is at most Σ over pairs of
/// (N + 2/c)·2η·h with h the density of that share, at most 100 at any such point in every election
/// here (Beta(0.2, 1) near its first seat at r/(N + m) = 0.0067 is the steepest). For 21 pairs and
/// N = 145 that is below 10⁻⁶ at the very worst, where the points crowd at the peak, and about 10⁻⁸ for
/// the elections here: less than one draw in ten million, far below every error of chance.
pub const VOTES: u64 = 1_000_000_000_000;

/// What `KURULTAI_DRAWS` says, if it is set.
pub fn wanted_draws() -> Option<u64> {
    let draws = std::env::var("KURULTAI_DRAWS").ok()?;
    Some(draws.parse().expect("KURULTAI_DRAWS is a whole number"))
}

/// Dirichlet shares with these α, shared out to a house.
#[derive(Clone, Debug)]
pub struct Election {
    pub method: Method,
    pub seats: u32,
    /// Of the valid votes, as a scenario file has it.
    pub threshold: &'static str,
    pub alphas: Vec<f64>,
    /// The lists of a coalition; none if empty.
    pub coalition: Vec<usize>,
}

impl Election {
    /// Without threshold and coalition.
    pub fn new(method: &str, seats: u32, alphas: &[f64]) -> Self {
        Self {
            method: method.parse().expect("a method"),
            seats,
            threshold: "0%",
            alphas: alphas.to_vec(),
            coalition: Vec::new(),
        }
    }

    pub fn lists(&self) -> usize {
        self.alphas.len()
    }

    /// The election as a file of today's format.
    pub fn scenario(&self) -> Scenario {
        let Self { method, seats, threshold, alphas, coalition } = self;
        let majorities = if *seats == 145 {
            "{ simple = 73, two-thirds = 97, four-fifths = 116 }"
        } else {
            "{ simple = \">1/2\" }"
        };
        let mut text = format!(
            "schema = 1\ntitle = \"Dirichlet\"\n\
             [house]\nseats = {seats}\nmajorities = {majorities}\n\
             [law]\nmethod = \"{method}\"\nthreshold = \"{threshold}\"\n\
             threshold_base = \"valid\"\nthreshold_rule = \"at-least\"\n\
             tie = \"order\"\nfreed_seats = \"redistribute\"\n\
             [uncertainty]\nmodel = \"dirichlet\"\nalpha = {alphas:?}\n"
        );
        for list in 0..self.lists() {
            let votes = VOTES / self.lists() as u64 + u64::from(list == 0);
            write!(text, "[[party]]\nid = \"{list}\"\nvotes = {votes}\n").expect("a string");
        }
        if !coalition.is_empty() {
            let members: Vec<String> = coalition.iter().map(ToString::to_string).collect();
            write!(text, "[[coalition]]\nname = \"watched\"\nparties = {members:?}\n")
                .expect("a string");
        }
        Scenario::from_toml("dirichlet.toml", &text, None).expect("a scenario")
    }

    /// The counts of a run on all cores.
    pub fn tally(&self, draws: u64, seed: u64) -> Tally {
        let scenario = self.scenario();
        let simulation = Simulation::new(&scenario).expect("a simulation");
        let tally = Run { draws, seed, threads: 0 }.tally(&simulation, &|_| ());
        tally.expect("threads")
    }

    /// The votes and seats of the draws one by one, by the kernel that the engine runs on; what it
    /// cannot prove by the exact count. Without threshold.
    pub fn each_draw(&self, draws: u64, seed: u64, mut see: impl FnMut(&[u64], &[u32])) {
        let (method, lists) = (self.method, self.lists());
        let rule = match method.linear_signposts() {
            Some((step, first)) => Rule::Divisor { step, first },
            None => Rule::Hare,
        };
        let none = Threshold { numerator: 0, denominator: 1, exceed: false };
        let entries = (0..lists).map(|option| List { option, exempt: false }).collect();
        let contest = Contest::new(entries, none, (0..lists).collect(), 0, self.seats, rule);
        let contest = contest.expect("a contest");
        let mut allocator = Allocator::new(&contest);
        let mut outcome = Outcome::new(lists, CHUNK / BLOCK);
        let model = Model::dirichlet(&self.alphas).expect("a model");
        let mut votes = Votes::new(lists, CHUNK / BLOCK);
        for chunk in 0..draws.div_ceil(CHUNK_DRAWS) {
            let sampler = Sampler::new(&model, VOTES, seed, chunk);
            sampler.expect("votes").fill(Level::best(), &mut votes);
            allocator.allocate(Level::best(), &votes, &mut outcome);
            let blocks: Vec<_> = outcome.blocks().collect();
            let here = (draws - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS);
            for draw in 0..usize::try_from(here).expect("a chunk") {
                let votes: Vec<u64> = votes.draw(draw).collect();
                let seats: Vec<u32> = if outcome.is_uncertain(draw) {
                    apportion(method, &votes, self.seats).expect("seats").seats
                } else {
                    let block = &blocks[draw / BLOCK];
                    block.seats.iter().map(|seats| seats.0[draw % BLOCK]).collect()
                };
                see(&votes, &seats);
            }
        }
    }
}
