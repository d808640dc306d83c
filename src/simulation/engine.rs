//! The plain engine: one draw after another through the same law as an official count.

use rand::Rng;

use super::lots::count_stream;
use super::{CHUNK_DRAWS, SeededLots, Tally, chunk_stream};
use crate::election::Ballots;
use crate::law::{Allocation, AllocationError, Allocator};
use crate::scenario::Scenario;
use crate::uncertainty::{ModelError, Sampler};

/// A scenario ready to be drawn.
#[derive(Clone, Debug)]
pub struct Simulation<'a> {
    scenario: &'a Scenario,
    sampler: Sampler,
    coalitions: Vec<Vec<usize>>,
    /// Options on the ballot and the valid votes between them.
    options: usize,
    valid_votes: f64,
}

/// Why a scenario cannot be drawn.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SimulationError {
    /// The model does not fit the scenario.
    #[error(transparent)]
    Model(#[from] ModelError),
}

impl<'a> Simulation<'a> {
    /// Prepares the scenario's model around its own shares.
    ///
    /// # Errors
    /// [`SimulationError::Model`] if the model does not fit.
    pub fn new(scenario: &'a Scenario) -> Result<Self, SimulationError> {
        let options = scenario.options();
        #[expect(clippy::cast_precision_loss, reason = "expected shares are approximate anyway")]
        let votes: Vec<f64> = options.iter().map(|&votes| votes as f64).collect();
        let valid_votes: f64 = votes.iter().sum();
        let expected: Vec<f64> = votes.iter().map(|votes| votes / valid_votes).collect();
        Ok(Self {
            scenario,
            sampler: scenario.model.sampler(&expected)?,
            coalitions: scenario.coalitions.iter().map(|c| c.members.clone()).collect(),
            options: options.len(),
            valid_votes,
        })
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
        let mut stream = chunk_stream(seed, chunk);
        let mut allocator = self.allocator();
        let mut shares = vec![0.0; self.options];
        let mut ballots = self.scenario.ballots.clone();
        let mut allocation = Allocation::default();
        for _ in 0..draws {
            self.draw(&mut stream, &mut shares, &mut ballots);
            // A draw that gives no seats leaves an empty house behind: an outcome, not an error.
            let _: Result<(), AllocationError> =
                allocator.allocate_into(&ballots, &mut SeededLots(&mut stream), &mut allocation);
            tally.count(&allocation, &self.coalitions);
        }
        let first = chunk * CHUNK_DRAWS;
        tally.cover(first, first + draws);
    }

    fn allocator(&self) -> Allocator<'a> {
        let Scenario { law, parties, house, .. } = self.scenario;
        Allocator::new(law, parties, house.seats())
    }

    /// Draws shares and turns them into whole votes, floor(p·T + 1/2); invalid ballots stay as counted.
    fn draw(&self, stream: &mut impl Rng, shares: &mut [f64], ballots: &mut Ballots) {
        self.sampler.draw(stream, shares);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "shares are not negative, and the cast is the floor"
        )]
        let votes = |share: f64| (share * self.valid_votes + 0.5) as u64;
        let (parties, against_all) = shares.split_at(ballots.parties.len());
        for (votes_of_party, &share) in ballots.parties.iter_mut().zip(parties) {
            *votes_of_party = votes(share);
        }
        if let [share] = *against_all {
            ballots.against_all = votes(share);
        }
    }
}

/// Allocates the seats of the count itself; `seed` serves the lots, if the law draws any.
///
/// # Errors
/// [`AllocationError`] if nobody is admitted or the method cannot share out the seats.
pub fn allocate_count(scenario: &Scenario, seed: u64) -> Result<Allocation, AllocationError> {
    let Scenario { law, parties, house, ballots, .. } = scenario;
    Allocator::new(law, parties, house.seats())
        .allocate(ballots, &mut SeededLots(&mut count_stream(seed)))
}
