//! The engine: draws in lanes, and one by one where lanes do not suffice.
//!
//! A draw goes through the same law either way, and the result does not say which way it went: the
//! kernel hands over every draw whose seats it cannot prove.

use std::sync::{Mutex, PoisonError};

use super::batch::Batch;
use super::kernel::{Allocator as LaneAllocator, BLOCK, CHUNK, Level, Outcome, Votes};
use super::plan::{Plan, VoteSource};
use super::stream::{COUNT, DrawLots};
use super::{CHUNK_DRAWS, Subsets, Tally};
use crate::election::{Ballots, PartyKind};
use crate::law::{Allocation, AllocationError, Allocator, Overhang};
use crate::scenario::Scenario;
use crate::uncertainty::ModelError;

/// The most blocks that are drawn, allocated and counted together.
const BATCH_BLOCKS: usize = 16;

/// Votes that are drawn together, but a block at least: what fits in the nearest caches, and is held by every
/// thread.
const BATCH_VOTES: usize = 1 << 15;

/// From here on votes are no longer whole numbers in the kernel.
const MOST_VOTES: u128 = 1 << 52;

/// A scenario ready to be drawn.
#[derive(Clone, Debug)]
pub struct Simulation<'a> {
    scenario: &'a Scenario,
    plan: Plan,
    batch: Option<Batch>,
    coalitions: Vec<Vec<usize>>,
    options: usize,
    level: Level,
    counts_subsets: bool,
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
    /// The house grows with overhang seats.
    #[error(
        "`overhang = \"added\"` lets the house grow from draw to draw, which a simulation does not \
         count; use `overhang = \"none\"`, or `allocate`"
    )]
    Overhang,
    /// More lists than all sets can be counted of.
    #[error(
        "every set of {0} lists is too much to count in every draw: at most {max} lists; leave it out, or \
         ask `allocate` for the coalitions of the count",
        max = Subsets::MAX_LISTS
    )]
    TooManyLists(usize),
    /// More votes than draws can have.
    #[error("{0} valid votes are too many to draw: a simulation takes fewer than 2^52")]
    TooManyVotes(u128),
}

/// One draw, seen again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    /// Its votes.
    pub ballots: Ballots,
    /// Its seats; without any, its admissions alone.
    pub allocation: Allocation,
    /// Why there are no seats.
    pub error: Option<AllocationError>,
}

impl<'a> Simulation<'a> {
    /// Prepares the scenario's model around its own shares.
    ///
    /// # Errors
    /// [`SimulationError`] if the model does not fit, there are 2^52 valid votes or more, or the
    /// house grows with overhang seats.
    pub fn new(scenario: &'a Scenario) -> Result<Self, SimulationError> {
        let valid_votes = scenario.ballots.valid_votes();
        if valid_votes >= MOST_VOTES {
            return Err(SimulationError::TooManyVotes(valid_votes));
        }
        Self::planned(scenario, || Plan::of(scenario))
    }

    fn planned(
        scenario: &'a Scenario,
        plan: impl FnOnce() -> Result<Plan, SimulationError>,
    ) -> Result<Self, SimulationError> {
        if scenario.law.provisions.overhang == Overhang::Added {
            return Err(SimulationError::Overhang);
        }
        let can_win = |&member: &usize| scenario.parties[member].kind == PartyKind::List;
        Ok(Self {
            scenario,
            plan: plan()?,
            batch: Batch::of(scenario),
            coalitions: (scenario.coalitions.iter())
                .map(|coalition| coalition.members.iter().copied().filter(can_win).collect())
                .collect(),
            options: scenario.options().len(),
            level: Level::best(),
            counts_subsets: false,
        })
    }

    /// The same draws under the law and in the house of another `scenario`; what was prepared of the model is
    /// not prepared again.
    ///
    /// # Errors
    /// [`SimulationError::Overhang`] if the house grows with overhang seats.
    ///
    /// # Panics
    /// If the other scenario has another model or other votes.
    pub fn under<'b>(&self, scenario: &'b Scenario) -> Result<Simulation<'b>, SimulationError> {
        assert!(
            draws_alike(self.scenario, scenario),
            "the same draws need the same model and the same votes"
        );
        Simulation::planned(scenario, || Ok(self.plan.clone()))
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

    /// The same simulation, which also counts for every set of lists how often it has each majority of the
    /// house, and how often it needs all its members for it.
    ///
    /// # Errors
    /// [`SimulationError::TooManyLists`] if there are more than [`Subsets::MAX_LISTS`].
    pub fn counting_subsets(self) -> Result<Self, SimulationError> {
        let lists = self.scenario.seated().len();
        if lists > Subsets::MAX_LISTS {
            return Err(SimulationError::TooManyLists(lists));
        }
        Ok(Self { counts_subsets: true, ..self })
    }

    /// What is drawn.
    pub(super) const fn scenario(&self) -> &'a Scenario {
        self.scenario
    }

    /// A tally of no draws.
    pub fn empty_tally(&self) -> Tally {
        let Scenario { parties, house, .. } = self.scenario;
        let tally = Tally::new(parties.len(), self.coalitions.len(), house.seats());
        if self.counts_subsets {
            let majorities: Vec<u32> = house.majorities().into_iter().map(|(_, m)| m).collect();
            tally.with_subsets(Subsets::new(&majorities, self.scenario.seated()))
        } else {
            tally
        }
    }

    /// Whether the draws of the other are the draws of this one: the same votes and the same model.
    pub fn has_draws_of(&self, other: &Self) -> bool {
        draws_alike(self.scenario, other.scenario)
    }

    /// Runs the first `draws` draws of a chunk and counts them in `tally`.
    ///
    /// # Panics
    /// If `draws` is more than a chunk has.
    pub fn run_chunk(&self, seed: u64, chunk: u64, draws: u64, tally: &mut Tally) {
        let span = Span { seed, chunk, draws };
        count_chunk(std::slice::from_ref(self), span, &mut [Room::Own(tally)]);
        tally.cover(chunk * CHUNK_DRAWS, chunk * CHUNK_DRAWS + draws);
    }

    /// Draw number `draw` of a run with this seed, by itself.
    ///
    /// # Panics
    /// Never: a chunk has every draw of its own.
    pub fn replay(&self, seed: u64, draw: u64) -> Replay {
        let mut exact = ExactPath::new(self, seed);
        let span = Span { seed, chunk: draw / CHUNK_DRAWS, draws: draw % CHUNK_DRAWS + 1 };
        self.visit_chunk(span, |number, votes, place| {
            if number == draw {
                exact.cast(votes.draw(place));
            }
        });
        let mut lots = DrawLots::new(seed, draw);
        let result =
            exact.allocator.allocate_into(&exact.ballots, &mut lots, &mut exact.allocation);
        Replay { ballots: exact.ballots, allocation: exact.allocation, error: result.err() }
    }

    /// Shows every draw of a span: its number, and its place in a batch of votes.
    pub(crate) fn visit_chunk(&self, span: Span, mut visit: impl FnMut(u64, &Votes, usize)) {
        let blocks = self.batch_blocks();
        let mut votes = Votes::new(self.options, blocks);
        let mut source = self.votes_of(span.seed, span.chunk, blocks);
        let first = span.chunk * CHUNK_DRAWS;
        for (number, place) in (first..first + span.draws).zip((0..blocks * BLOCK).cycle()) {
            if place == 0 {
                source.fill(&mut votes);
            }
            visit(number, &votes, place);
        }
    }

    /// How many blocks are drawn together.
    fn batch_blocks(&self) -> usize {
        (BATCH_VOTES / BLOCK / self.options.max(1)).clamp(1, BATCH_BLOCKS)
    }

    /// The votes of every draw of a chunk.
    pub fn votes_of_chunk(&self, seed: u64, chunk: u64) -> Votes {
        let mut votes = Votes::new(self.options, CHUNK / BLOCK);
        self.votes_of(seed, chunk, CHUNK / BLOCK).fill(&mut votes);
        votes
    }

    fn votes_of(&self, seed: u64, chunk: u64, blocks: usize) -> VoteSource<'_> {
        VoteSource::new(&self.plan, self.level, seed, chunk, blocks)
    }
}

/// Whether the draws of both are the same: the same votes and the same model.
fn draws_alike(one: &Scenario, other: &Scenario) -> bool {
    one.model == other.model && one.undecided == other.undecided && one.options() == other.options()
}

/// The first draws of a chunk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub(crate) seed: u64,
    pub(crate) chunk: u64,
    pub(crate) draws: u64,
}

/// Where a worker counts.
pub(super) enum Room<'t> {
    /// In a tally of its own.
    Own(&'t mut Tally),
    /// In one that others count in too, each for as long as it counts.
    Shared(&'t Mutex<Tally>),
}

impl Room<'_> {
    fn count<T>(&mut self, count: impl FnOnce(&mut Tally) -> T) -> T {
        match self {
            Self::Own(tally) => count(tally),
            Self::Shared(tally) => count(&mut tally.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }
}

/// Runs draws through every simulation, each counting in its own room: several laws on the same draws,
/// which are made once. Which draws were covered is for the caller to note.
pub(super) fn count_chunk(simulations: &[Simulation<'_>], span: Span, rooms: &mut [Room<'_>]) {
    let Span { seed, chunk, draws } = span;
    assert!(draws <= CHUNK_DRAWS, "a chunk has {CHUNK_DRAWS} draws");
    let Some(first) = simulations.first() else { return };
    assert!(simulations.iter().all(|other| other.has_draws_of(first)), "laws on the same draws");
    let blocks = first.batch_blocks();
    let mut workers: Vec<_> =
        simulations.iter().map(|simulation| Worker::new(simulation, seed, blocks)).collect();
    let mut votes = Votes::new(first.options, blocks);
    let mut source = first.votes_of(seed, chunk, blocks);
    let (mut next, end) = (chunk * CHUNK_DRAWS, chunk * CHUNK_DRAWS + draws);
    while next < end {
        let batch = usize::try_from(end - next).unwrap_or(CHUNK).min(blocks * BLOCK);
        source.fill(&mut votes);
        for (worker, room) in workers.iter_mut().zip(&mut *rooms) {
            worker.count(&votes, next, batch, room);
        }
        next += batch as u64;
    }
}

/// One law at work on the draws of a chunk: in lanes, and one by one what lanes leave over.
struct Worker<'a> {
    lanes: Option<Lanes<'a>>,
    exact: ExactPath<'a>,
    coalitions: &'a [Vec<usize>],
}

impl<'a> Worker<'a> {
    fn new(simulation: &'a Simulation<'a>, seed: u64, blocks: usize) -> Self {
        Self {
            lanes: simulation.batch.as_ref().map(|batch| Lanes::new(simulation, batch, blocks)),
            exact: ExactPath::new(simulation, seed),
            coalitions: &simulation.coalitions,
        }
    }

    /// Counts a batch of draws, the first of which has this number.
    fn count(&mut self, votes: &Votes, first: u64, draws: usize, room: &mut Room<'_>) {
        let in_lanes = self.lanes.as_mut().map_or(0, |lanes| lanes.run(votes, draws, room));
        if in_lanes == draws {
            return;
        }
        for draw in 0..draws {
            if !self.lanes.as_ref().is_some_and(|lanes| lanes.has_counted(draw, draws)) {
                let allocation = self.exact.allocate(votes.draw(draw), first + draw as u64);
                room.count(|tally| tally.count(allocation, self.coalitions));
            }
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
    fn new(simulation: &Simulation<'_>, batch: &'a Batch, blocks: usize) -> Self {
        Self {
            batch,
            allocator: LaneAllocator::new(&batch.contest),
            outcome: Outcome::new(batch.contest.lists().len(), blocks),
            level: simulation.level,
        }
    }

    /// Allocates a batch and counts what is certain in the whole blocks of its first `draws` draws;
    /// returns how many draws that is.
    fn run(&mut self, votes: &Votes, draws: usize, room: &mut Room<'_>) -> usize {
        self.allocator.allocate(self.level, votes, &mut self.outcome);
        for &(list, candidates) in &self.batch.caps {
            self.outcome.doubt_above(list, candidates);
        }
        room.count(|tally| tally.count_lanes(self.level, self.batch, &self.outcome, draws / BLOCK))
    }

    /// Whether a draw of a batch of `draws` has been counted: it is certain and in a whole block.
    fn has_counted(&self, draw: usize, draws: usize) -> bool {
        draw < draws / BLOCK * BLOCK && !self.outcome.is_uncertain(draw)
    }
}

/// One draw after another through the same law as an official count.
pub(super) struct ExactPath<'a> {
    allocator: Allocator<'a>,
    ballots: Ballots,
    allocation: Allocation,
    seed: u64,
}

impl<'a> ExactPath<'a> {
    pub(super) fn new(simulation: &Simulation<'a>, seed: u64) -> Self {
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

    pub(super) fn allocate(&mut self, votes: impl Iterator<Item = u64>, draw: u64) -> &Allocation {
        self.cast(votes);
        let mut lots = DrawLots::new(self.seed, draw);
        // A draw that gives no seats leaves an empty house behind: an outcome, not an error.
        let _: Result<(), AllocationError> =
            self.allocator.allocate_into(&self.ballots, &mut lots, &mut self.allocation);
        &self.allocation
    }

    /// The last draw's seats.
    pub(super) const fn allocation(&self) -> &Allocation {
        &self.allocation
    }

    /// The last draw's votes.
    pub(super) const fn ballots(&self) -> &Ballots {
        &self.ballots
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
