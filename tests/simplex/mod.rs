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
/// Rounding moves a share by at most η = 1/(2·10¹²). It changes the seats of a draw only if two lists i
/// and j come that close to equal quotients: if the share of i in what both have together, c = wᵢ + wⱼ,
/// is within η/c of a point where a seat goes from one to the other. There are at most Nc + 2 such
/// points, and none unless c is about 1/N, so the probability is at most Σ over pairs of 3N·2η·h. Here h
/// is the density of that beta variable at any such point: at most 30 in these elections, at the peak of
/// Beta(561, 113.5); Beta(0.2, 1) has 20 where the first seat is won. For 21 pairs and N = 145 that is
/// 3·10⁻⁷ if all points were at the peak: three draws in ten million, where the errors of chance of a
/// bin are at least √10.
pub(crate) const VOTES: u64 = 1_000_000_000_000;

/// What `KURULTAI_DRAWS` says, if it is set.
pub(crate) fn wanted_draws() -> Option<u64> {
    let draws = std::env::var("KURULTAI_DRAWS").ok()?;
    Some(draws.parse().expect("KURULTAI_DRAWS is a whole number"))
}

/// Dirichlet shares with these α, shared out to a house.
#[derive(Clone, Debug)]
pub(crate) struct Election {
    pub(crate) method: Method,
    pub(crate) seats: u32,
    /// Of the valid votes, as a scenario file has it.
    pub(crate) threshold: &'static str,
    pub(crate) alphas: Vec<f64>,
    /// The lists of a coalition; none if empty.
    pub(crate) coalition: Vec<usize>,
}

impl Election {
    /// Without threshold and coalition.
    pub(crate) fn new(method: &str, seats: u32, alphas: &[f64]) -> Self {
        Self {
            method: method.parse().expect("a method"),
            seats,
            threshold: "0%",
            alphas: alphas.to_vec(),
            coalition: Vec::new(),
        }
    }

    pub(crate) fn lists(&self) -> usize {
        self.alphas.len()
    }

    /// The election as a file of today's format.
    pub(crate) fn scenario(&self) -> Scenario {
        let Self { method, seats, threshold, alphas, coalition } = self;
        let majorities = if *seats == 145 {
            "{ simple = 73, two-thirds = 97, three-quarters = 109 }"
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
    pub(crate) fn tally(&self, draws: u64, seed: u64) -> Tally {
        let scenario = self.scenario();
        let simulation = Simulation::new(&scenario).expect("a simulation");
        let tally = Run { draws, seed, threads: 0 }.tally(&simulation, &|_| ());
        tally.expect("threads")
    }

    /// The votes and seats of the draws one by one, by the kernel that the engine runs on; what it
    /// cannot prove by the exact count. Without threshold.
    pub(crate) fn each_draw(&self, draws: u64, seed: u64, mut see: impl FnMut(&[u64], &[u32])) {
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
