//! The engine: draws in lanes, and one by one where lanes do not suffice.
//!
//! A draw goes through the same law either way, and the result does not say which way it went: the
//! kernel hands over every draw whose seats it cannot prove.

use super::batch::{Batch, kernel_model};
use super::kernel::{
    Allocator as LaneAllocator, BLOCK, CHUNK, Level, Model, Outcome, Sampler, Votes,
};
use super::stream::{COUNT, DrawLots};
use super::{CHUNK_DRAWS, Tally};
use crate::election::Ballots;
use crate::law::{Allocation, AllocationError, Allocator};
use crate::scenario::Scenario;
use crate::uncertainty::ModelError;

/// Blocks that are drawn, allocated and counted together: what fits in the nearest caches.
const BATCH_BLOCKS: usize = 16;

/// From here on votes are no longer whole numbers in the kernel.
const MOST_VOTES: u128 = 1 << 52;

/// A scenario ready to be drawn.
#[derive(Clone, Debug)]
pub struct Simulation<'a> {
    scenario: &'a Scenario,
    /// None if every draw is the count itself.
    model: Option<Model>,
    batch: Option<Batch>,
    coalitions: Vec<Vec<usize>>,
    valid_votes: u64,
    options: usize,
    level: Level,
}

/// Why a scenario cannot be drawn.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SimulationError {
    /// The model does not fit the scenario.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// A parameter of the model is beyond what can be drawn.
    #[error("the model cannot be drawn: a parameter is not a finite number above zero")]
    Parameter,
    /// More votes than draws can have.
    #[error("{0} valid votes are too many to draw: a simulation takes fewer than 2^52")]
    TooManyVotes(u128),
}

/// One draw, seen again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    /// Its votes.
    pub ballots: Ballots,
    /// Its seats, or why there are none.
    pub allocation: Result<Allocation, AllocationError>,
}

impl<'a> Simulation<'a> {
    /// Prepares the scenario's model around its own shares.
    ///
    /// # Errors
    /// [`SimulationError`] if the model does not fit, or there are 2^52 valid votes or more.
    pub fn new(scenario: &'a Scenario) -> Result<Self, SimulationError> {
        let valid_votes = scenario.ballots.valid_votes();
        if valid_votes >= MOST_VOTES {
            return Err(SimulationError::TooManyVotes(valid_votes));
        }
        let options = scenario.options();
        #[expect(clippy::cast_precision_loss, reason = "the sum of the votes is below 2^52")]
        let share = |&votes: &u64| votes as f64 / valid_votes as f64;
        let expected: Vec<f64> = options.iter().map(share).collect();
        let distribution = scenario.model.distribution(&expected)?;
        Ok(Self {
            scenario,
            model: kernel_model(&distribution).map_err(|_| SimulationError::Parameter)?,
            batch: Batch::of(scenario),
            coalitions: scenario.coalitions.iter().map(|c| c.members.clone()).collect(),
            valid_votes: u64::try_from(valid_votes).unwrap_or(0),
            options: options.len(),
            level: Level::best(),
        })
    }

    /// The same simulation by these instructions of the processor; the result is the same.
    #[must_use]
    pub fn at_level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// The same simulation with every draw on the exact path; the result is the same.
    #[must_use]
    pub fn one_by_one(self) -> Self {
        Self { batch: None, ..self }
    }

    /// A tally of no draws.
    pub fn empty_tally(&self) -> Tally {
        let Scenario { parties, house, .. } = self.scenario;
        Tally::new(parties.len(), self.coalitions.len(), house.seats())
    }

    /// Runs the first `draws` draws of a chunk and counts them in `tally`.
    ///
    /// # Panics
    /// If `draws` is more than a chunk has.
    pub fn run_chunk(&self, seed: u64, chunk: u64, draws: u64, tally: &mut Tally) {
        assert!(draws <= CHUNK_DRAWS, "a chunk has {CHUNK_DRAWS} draws");
        let first = chunk * CHUNK_DRAWS;
        let mut remaining = usize::try_from(draws).unwrap_or(CHUNK);
        let mut exact = ExactPath::new(self, seed);
        let mut lanes = self.batch.as_ref().map(|batch| Lanes::new(self, batch));
        let mut votes = Votes::new(self.options, BATCH_BLOCKS);
        let mut source = VoteSource::new(self, seed, chunk);
        let mut next = first;
        while remaining > 0 {
            let batch_draws = remaining.min(BATCH_BLOCKS * BLOCK);
            source.fill(&mut votes);
            let counted = lanes.as_mut().map_or(0, |lanes| lanes.run(&votes, batch_draws, tally));
            for draw in 0..batch_draws {
                let in_lanes = lanes.as_ref().is_some_and(|lanes| {
                    draw < batch_draws / BLOCK * BLOCK && !lanes.outcome.is_uncertain(draw)
                });
                if counted < batch_draws && !in_lanes {
                    tally.count(
                        exact.allocate(votes.draw(draw), next + draw as u64),
                        &self.coalitions,
                    );
                }
            }
            next += batch_draws as u64;
            remaining -= batch_draws;
        }
        tally.cover(first, first + draws);
    }

    /// Draw number `draw` of a run with this seed, by itself.
    pub fn replay(&self, seed: u64, draw: u64) -> Replay {
        let mut votes = Votes::new(self.options, CHUNK / BLOCK);
        VoteSource::new(self, seed, draw / CHUNK_DRAWS).fill(&mut votes);
        let place = usize::try_from(draw % CHUNK_DRAWS).unwrap_or(0);
        let mut exact = ExactPath::new(self, seed);
        exact.cast(votes.draw(place));
        let allocation = exact.allocator.allocate(&exact.ballots, &mut DrawLots::new(seed, draw));
        Replay { ballots: exact.ballots, allocation }
    }
}

/// The votes of a chunk, batch after batch.
enum VoteSource<'a> {
    Model { sampler: Sampler<'a>, level: Level },
    Count { options: Vec<u64> },
}

impl<'a> VoteSource<'a> {
    fn new(simulation: &'a Simulation<'_>, seed: u64, chunk: u64) -> Self {
        let sampler = simulation
            .model
            .as_ref()
            .and_then(|model| Sampler::new(model, simulation.valid_votes, seed, chunk));
        match sampler {
            Some(sampler) => Self::Model { sampler, level: simulation.level },
            None => Self::Count { options: simulation.scenario.options() },
        }
    }

    fn fill(&mut self, votes: &mut Votes) {
        match self {
            Self::Model { sampler, level } => sampler.fill(*level, votes),
            Self::Count { options } => votes.fill(options),
        }
    }
}

/// Draws allocated and counted in lanes.
struct Lanes<'a> {
    batch: &'a Batch,
    allocator: LaneAllocator<'a>,
    outcome: Outcome,
    level: Level,
}

impl<'a> Lanes<'a> {
    fn new(simulation: &Simulation<'_>, batch: &'a Batch) -> Self {
        Self {
            batch,
            allocator: LaneAllocator::new(&batch.contest),
            outcome: Outcome::new(batch.contest.lists().len(), BATCH_BLOCKS),
            level: simulation.level,
        }
    }

    /// Allocates a batch and counts what is certain in the whole blocks of its first `draws` draws;
    /// returns how many draws that is.
    fn run(&mut self, votes: &Votes, draws: usize, tally: &mut Tally) -> usize {
        self.allocator.allocate(self.level, votes, &mut self.outcome);
        for &(list, candidates) in &self.batch.caps {
            self.outcome.doubt_above(list, candidates);
        }
        tally.count_lanes(self.level, self.batch, &self.outcome, draws / BLOCK)
    }
}

/// One draw after another through the same law as an official count.
struct ExactPath<'a> {
    allocator: Allocator<'a>,
    ballots: Ballots,
    allocation: Allocation,
    seed: u64,
}

impl<'a> ExactPath<'a> {
    fn new(simulation: &Simulation<'a>, seed: u64) -> Self {
        let Scenario { law, parties, house, ballots, .. } = simulation.scenario;
        Self {
            allocator: Allocator::new(law, parties, house.seats()),
            ballots: ballots.clone(),
            allocation: Allocation::default(),
            seed,
        }
    }

    /// Takes the votes of a draw; invalid ballots stay as counted.
    fn cast(&mut self, mut votes: impl Iterator<Item = u64>) {
        for (party, votes) in self.ballots.parties.iter_mut().zip(&mut votes) {
            *party = votes;
        }
        if let Some(against_all) = votes.next() {
            self.ballots.against_all = against_all;
        }
    }

    fn allocate(&mut self, votes: impl Iterator<Item = u64>, draw: u64) -> &Allocation {
        self.cast(votes);
        let mut lots = DrawLots::new(self.seed, draw);
        // A draw that gives no seats leaves an empty house behind: an outcome, not an error.
        let _: Result<(), AllocationError> =
            self.allocator.allocate_into(&self.ballots, &mut lots, &mut self.allocation);
        &self.allocation
    }
}

/// Allocates the seats of the count itself; `seed` serves the lots, if the law draws any.
///
/// # Errors
/// [`AllocationError`] if nobody is admitted or the method cannot share out the seats.
pub fn allocate_count(scenario: &Scenario, seed: u64) -> Result<Allocation, AllocationError> {
    let Scenario { law, parties, house, ballots, .. } = scenario;
    Allocator::new(law, parties, house.seats()).allocate(ballots, &mut DrawLots::new(seed, COUNT))
}
