//! The outcome of one count, with everything needed to explain it.

use super::{Disproportionality, GroupPlaces};
use crate::apportionment::Fraction;
use crate::election::House;
use crate::law::{
    Admission, Allocation, AllocationError, Allocator, GivenLot, LastRound, LotError, PoolRound,
    SeatSource, Threshold, TieRule, wrong_number,
};
use crate::measures::coalition_seats;
use crate::scenario::Scenario;
use crate::simulation::{Simulation, allocate_count};

/// Who gets which seats, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The sums of votes.
    pub totals: Totals,
    /// By party, in the order of the scenario.
    pub parties: Vec<PartyOutcome>,
    /// The seats of each coalition, in the order of the scenario.
    pub coalition_seats: Vec<u32>,
    /// How far the seats are from the votes; none if no seat is certain.
    pub disproportionality: Option<Disproportionality>,
    /// The allocation: ties, full lists, unfilled seats.
    pub allocation: Allocation,
    /// The house as it is filled: overhang seats make it grow.
    pub house: House,
    /// Whether the lot was given, as it had been drawn, and not drawn from the seed.
    pub is_lot_given: bool,
    /// How the seats of the last round were shared out; none if every list was full before.
    pub last_round: Option<LastRound>,
    /// How alliances shared their seats inside.
    pub pool_rounds: Vec<PoolRound>,
}

/// Why a scenario's own count has no outcome.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutcomeError {
    /// The seats cannot be allocated.
    #[error(transparent)]
    Allocation(#[from] AllocationError),
    /// The lot given cannot have been drawn.
    #[error("{message}")]
    Lot {
        /// What is wrong with it, and what would be accepted.
        message: String,
    },
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
    /// The threshold it has to pass, if it has to pass one by itself.
    pub threshold: Threshold,
    /// Whether it takes part in the distribution.
    pub admission: Admission,
    /// Its votes times the house size over the votes of all admitted lists; none if not admitted.
    pub ideal_share: Option<Fraction>,
    /// Its seats; under an open tie those that are certain.
    pub seats: u32,
    /// Whether it was in a tie.
    pub tied: bool,
    /// The places that must go to groups of its candidates, where the law names a quota.
    pub group_places: Option<GroupPlaces>,
    /// The official seats, where they are of this very law and house.
    pub official_seats: Option<u32>,
}

impl Outcome {
    /// Allocates the seats of the scenario's own count. Lots are those that the scenario gives, or
    /// else drawn from `seed`.
    ///
    /// # Errors
    /// [`OutcomeError`] if nobody is admitted, the method cannot share out the seats, or the lot that
    /// the scenario gives could not have been drawn.
    pub fn of(scenario: &Scenario, seed: u64) -> Result<Self, OutcomeError> {
        let Scenario { law, parties, house, ballots, .. } = scenario;
        let is_lot_given = law.tie.draws_lots() && !scenario.lot.is_empty();
        let allocation = if is_lot_given {
            let mut lot = GivenLot::new(&scenario.lot);
            let mut allocator = Allocator::new(law, parties, house.seats());
            let allocation = allocator.allocate(ballots, &mut lot)?;
            lot.verify().map_err(|error| lot_error(scenario, &error))?;
            allocation
        } else {
            allocate_count(scenario, seed)?
        };
        Ok(Self { is_lot_given, ..Self::told(scenario, allocation, true) })
    }

    /// Draw number `draw` of a simulation with this seed, again: the scenario with its votes, what came of
    /// them, and why if no seat did. Official seats are not those of a draw.
    pub fn of_draw(
        scenario: &Scenario,
        simulation: &Simulation<'_>,
        seed: u64,
        draw: u64,
    ) -> (Scenario, Self, Option<AllocationError>) {
        let replay = simulation.replay(seed, draw);
        let drawn = Scenario {
            ballots: replay.ballots,
            overridden: true,
            lot: Vec::new(),
            ..scenario.clone()
        };
        let outcome = Self::told(&drawn, replay.allocation, replay.error.is_none());
        (drawn, outcome, replay.error)
    }

    /// The outcome of an allocation of the scenario's ballots; one that gave no seats has no account.
    fn told(scenario: &Scenario, allocation: Allocation, has_account: bool) -> Self {
        let Scenario { law, parties: lists, house, ballots, .. } = scenario;
        let allocator = Allocator::new(law, lists, house.seats());
        let totals = Totals::of(scenario, &allocation);
        let parties = (0..lists.len())
            .map(|party| PartyOutcome::of(scenario, &allocation, &totals, party))
            .collect();
        let coalition_seats = (scenario.coalitions.iter())
            .map(|coalition| coalition_seats(&allocation.seats, &coalition.members))
            .collect();
        let grown = house.resized(house.seats() + allocation.overhang_seats());
        Self {
            totals,
            parties,
            coalition_seats,
            disproportionality: Disproportionality::of(&ballots.parties, &allocation.seats),
            house: grown.unwrap_or_else(|_| house.clone()),
            is_lot_given: false,
            last_round: has_account.then(|| allocator.last_round(ballots, &allocation)).flatten(),
            pool_rounds: if has_account {
                allocator.pool_rounds(ballots, &allocation)
            } else {
                Vec::new()
            },
            allocation,
        }
    }

    /// Whether a lot was drawn for a seat, and not given.
    pub fn drew_lot(&self) -> bool {
        let won = || self.allocation.ties.iter().flat_map(|settled| &settled.won);
        !self.is_lot_given && won().any(|seat| seat.rule == TieRule::Lot)
    }

    /// The parties, by index, whose official seats differ from the ones found.
    pub fn differences(&self) -> Vec<usize> {
        let differs = |party: &PartyOutcome| {
            party.official_seats.is_some_and(|official| official != party.seats)
        };
        (0..self.parties.len()).filter(|&party| differs(&self.parties[party])).collect()
    }

    /// The sum of the official seats of the scenario, where no such house can have been filled with them: with those
    /// of every list it is neither the house size nor what was filled, and else more than the house has. None
    /// where options or a what-if put the official seats out of force.
    pub fn misfitting_official_seats(&self, scenario: &Scenario) -> Option<u64> {
        let is_changed = scenario.overridden && !scenario.is_house_assumed();
        if is_changed || !scenario.what_if.applied().is_empty() {
            return None;
        }
        let sum = scenario.official_seats()?;
        let house = u64::from(self.house.seats());
        let found: u64 = self.parties.iter().map(|party| u64::from(party.seats)).sum();
        let is_complete = (scenario.seated().into_iter())
            .all(|list| scenario.parties[list].official_seats.is_some());
        let is_misfit = if is_complete { sum != house && sum != found } else { sum > house };
        is_misfit.then_some(sum)
    }
}

/// What is wrong with the lot that a scenario gives, with the ids of its parties.
fn lot_error(scenario: &Scenario, error: &LotError) -> OutcomeError {
    let id = |&list: &usize| format!("`{}`", scenario.parties[list].id);
    let message = match error {
        LotError::NotTied { list, tied } => {
            let tied = tied.iter().map(id).collect::<Vec<_>>().join(", ");
            format!(
                "the lot names {}, which is not tied; the lists with equal claims are {tied}",
                id(list)
            )
        }
        LotError::Twice { list } => {
            format!("the lot names {} twice; every winner of a tie is drawn once", id(list))
        }
        LotError::Impossible { among, needed } => {
            let among = among.iter().map(id).collect::<Vec<_>>().join(", ");
            format!(
                "no lot gives these winners: at least {needed} of {among} must be among them, because the \
                 others came to equal claims only after {}",
                if *needed == 1 { "that seat was given" } else { "those seats were given" }
            )
        }
        LotError::WrongNumber { found, needed, tied } => {
            wrong_number(*found, *needed, &tied.iter().map(id).collect::<Vec<_>>().join(", "))
        }
        LotError::NoTie => error.to_string(),
    };
    OutcomeError::Lot { message }
}

impl Totals {
    fn of(scenario: &Scenario, allocation: &Allocation) -> Self {
        let ballots = &scenario.ballots;
        Self {
            list_votes: ballots.list_votes(),
            valid_votes: ballots.valid_votes(),
            threshold_votes: scenario.law.threshold.base.votes(ballots),
            admitted_votes: (allocation.admissions.iter().zip(&ballots.parties))
                .filter(|(admission, _)| admission.competes())
                .map(|(_, &votes)| u128::from(votes))
                .sum(),
        }
    }
}

impl PartyOutcome {
    fn of(scenario: &Scenario, allocation: &Allocation, totals: &Totals, party: usize) -> Self {
        let votes = scenario.ballots.parties[party];
        let admission = allocation.admissions[party];
        let guaranteed = allocation
            .set_aside
            .iter()
            .filter(|aside| matches!(aside.source, SeatSource::Guaranteed | SeatSource::Direct));
        let guaranteed: u32 = guaranteed.map(|aside| aside.seats).sum();
        let house_size = u128::from(scenario.house.seats() - guaranteed);
        let law = &scenario.law;
        let ideal_share = admission
            .competes()
            .then(|| Fraction::new(u128::from(votes) * house_size, totals.admitted_votes.max(1)));
        Self {
            votes,
            share: Fraction::new(votes.into(), totals.threshold_votes.max(1)),
            threshold: law.threshold_of(&scenario.parties[party], scenario.house.seats()),
            admission,
            ideal_share,
            seats: allocation.seats[party],
            tied: allocation.ties.iter().any(|settled| settled.tie.lists.contains(&party)),
            group_places: law.group_quota.and_then(|quota| {
                GroupPlaces::of(&scenario.parties[party], allocation.seats[party], quota)
            }),
            official_seats: scenario.parties[party].official_seats.filter(|_| !scenario.overridden),
        }
    }
}
