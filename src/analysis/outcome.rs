//! The outcome of one count, with everything needed to explain it.

use crate::apportionment::Fraction;
use crate::law::{Admission, Allocation, AllocationError, Allocator, LastRound};
use crate::measures::coalition_seats;
use crate::scenario::Scenario;
use crate::simulation::allocate_count;

/// Who gets which seats, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The sums of votes.
    pub totals: Totals,
    /// By party, in the order of the scenario.
    pub parties: Vec<PartyOutcome>,
    /// The seats of each coalition, in the order of the scenario.
    pub coalition_seats: Vec<u32>,
    /// The allocation: ties, full lists, unfilled seats.
    pub allocation: Allocation,
    /// How the seats of the last round were shared out; none if every list was full before.
    pub last_round: Option<LastRound>,
}

/// Sums of votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// For lists, the ones that are never seated too.
    pub list_votes: u128,
    /// For lists and against all.
    pub valid_votes: u128,
    /// The base of the threshold.
    pub threshold_votes: u128,
    /// For admitted lists.
    pub admitted_votes: u128,
}

/// One party in the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartyOutcome {
    /// Its votes.
    pub votes: u64,
    /// Its votes over the base of the threshold.
    pub share: Fraction,
    /// Whether it takes part in the distribution.
    pub admission: Admission,
    /// Its votes times the house size over the votes of all admitted lists; none if not admitted.
    pub ideal_share: Option<Fraction>,
    /// Its seats; under an open tie those that are certain.
    pub seats: u32,
    /// Whether it was in a tie.
    pub tied: bool,
    /// The official seats, where they are of this very law and house.
    pub official_seats: Option<u32>,
}

impl Outcome {
    /// Allocates the seats of the scenario's own count; `seed` serves the lots, if the law draws any.
    ///
    /// # Errors
    /// [`AllocationError`] if nobody is admitted or the method cannot share out the seats.
    pub fn of(scenario: &Scenario, seed: u64) -> Result<Self, AllocationError> {
        let allocation = allocate_count(scenario, seed)?;
        let totals = Totals::of(scenario, &allocation);
        let parties = (0..scenario.parties.len())
            .map(|party| PartyOutcome::of(scenario, &allocation, &totals, party))
            .collect();
        let coalition_seats = (scenario.coalitions.iter())
            .map(|coalition| coalition_seats(&allocation.seats, &coalition.members))
            .collect();
        let Scenario { law, parties: lists, house, ballots, .. } = scenario;
        let last_round = Allocator::new(law, lists, house.seats()).last_round(ballots, &allocation);
        Ok(Self { totals, parties, coalition_seats, allocation, last_round })
    }

    /// The parties, by index, whose official seats differ from the ones found.
    pub fn differences(&self) -> Vec<usize> {
        let differs = |party: &PartyOutcome| {
            party.official_seats.is_some_and(|official| official != party.seats)
        };
        (0..self.parties.len()).filter(|&party| differs(&self.parties[party])).collect()
    }
}

impl Totals {
    fn of(scenario: &Scenario, allocation: &Allocation) -> Self {
        let ballots = &scenario.ballots;
        Self {
            list_votes: ballots.list_votes(),
            valid_votes: ballots.valid_votes(),
            threshold_votes: scenario.law.threshold.base.votes(ballots),
            admitted_votes: (allocation.admissions.iter().zip(&ballots.parties))
                .filter(|(admission, _)| admission.is_admitted())
                .map(|(_, &votes)| u128::from(votes))
                .sum(),
        }
    }
}

impl PartyOutcome {
    fn of(scenario: &Scenario, allocation: &Allocation, totals: &Totals, party: usize) -> Self {
        let votes = scenario.ballots.parties[party];
        let admission = allocation.admissions[party];
        let house_size = u128::from(scenario.house.seats());
        let ideal_share = admission
            .is_admitted()
            .then(|| Fraction::new(u128::from(votes) * house_size, totals.admitted_votes.max(1)));
        Self {
            votes,
            share: Fraction::new(votes.into(), totals.threshold_votes.max(1)),
            admission,
            ideal_share,
            seats: allocation.seats[party],
            tied: allocation.ties.iter().any(|settled| settled.tie.lists.contains(&party)),
            official_seats: scenario.parties[party].official_seats.filter(|_| !scenario.overridden),
        }
    }
}
