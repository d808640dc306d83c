//! One point of a sweep: its values, its seats, what draws say of it.

use super::super::{Estimate, Outcome, OutcomeError, SeatDistribution};
use super::SweepValue;
use crate::scenario::{Scenario, ScenarioError};
use crate::simulation::{Outcomes, SimulationError, Tally};

/// One point: a value of everything that is varied, with what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepPoint {
    /// The values, one for each axis; of the scenario's own point none where it cannot be written as one.
    pub values: Vec<Option<SweepValue>>,
    /// Whether all of them are the scenario's own.
    pub is_own: bool,
    /// Its seats, or why there are none.
    pub counted: Result<CountedPoint, PointError>,
    /// By party, its seats less those under the scenario's own values; empty if either gives none.
    pub differences: Vec<i64>,
    /// What draws say, once there are any.
    pub drawn: Option<Result<DrawnPoint, PointError>>,
}

/// Why a point has no seats, or no draws.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PointError {
    /// The scenario cannot have such values.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// Its count gives no seats.
    #[error(transparent)]
    Outcome(#[from] OutcomeError),
    /// It cannot be drawn.
    #[error(transparent)]
    Simulation(#[from] SimulationError),
}

/// What the count gives at one point.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedPoint {
    /// By party, the seats; under an open tie the certain ones.
    pub seats: Vec<u32>,
    /// By party, whether it takes part.
    pub admitted: Vec<bool>,
    /// The house as it is filled: overhang seats make it grow.
    pub house_size: u32,
    /// Seats that a tie leaves open.
    pub open_seats: u32,
    /// Whether a lot was drawn for a seat.
    pub drew_lot: bool,
    /// Seats that nobody can fill.
    pub unfilled_seats: u32,
    /// The parties with the most seats, by index; several if they have as many.
    pub largest: Vec<usize>,
    /// The party with more than half of the house, if one has.
    pub majority_holder: Option<usize>,
    /// For each named majority of the house, in its order, the seats that make it.
    pub majorities: Vec<u32>,
    /// Gallagher's index, if a seat is certain.
    pub gallagher: Option<f64>,
    /// The share of the votes for lists that went to lists without seats, if a seat is certain.
    pub wasted_votes: Option<f64>,
}

impl CountedPoint {
    /// The count of `scenario`; lots are drawn from `seed`.
    pub(super) fn of(scenario: &Scenario, seed: u64) -> Result<Self, OutcomeError> {
        let outcome = Outcome::of(scenario, seed)?;
        let drew_lot = outcome.drew_lot();
        let Outcome { allocation, house, disproportionality, .. } = outcome;
        let most = allocation.seats.iter().copied().max().unwrap_or(0);
        let holds = |least: u32| move |&(_, &seats): &(usize, &u32)| seats >= least;
        let parties = || allocation.seats.iter().enumerate();
        let indices = disproportionality.map(|of| of.indices);
        Ok(Self {
            admitted: allocation.admissions.iter().map(|one| one.is_admitted()).collect(),
            house_size: house.seats(),
            open_seats: allocation.open_seats(),
            drew_lot,
            unfilled_seats: allocation.unfilled_seats,
            largest: parties().filter(holds(most.max(1))).map(|(party, _)| party).collect(),
            majority_holder: parties().find(holds(house.more_than_half())).map(|(party, _)| party),
            majorities: house.majorities().into_iter().map(|(_, needed)| needed).collect(),
            gallagher: indices.as_ref().map(|indices| indices.gallagher),
            wasted_votes: indices.as_ref().map(|indices| indices.wasted_votes),
            seats: allocation.seats,
        })
    }
}

/// What draws say at one point.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnPoint {
    /// By party of the scenario.
    pub parties: Vec<DrawnParty>,
    /// For each named majority of the house, in its order, the chance that some list alone has it.
    pub any_majority: Vec<Estimate>,
    /// How the draws ended.
    pub outcomes: Outcomes,
}

/// What draws say of one party at one point.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnParty {
    /// Its mean seats.
    pub mean: f64,
    /// The Monte Carlo standard error of the mean.
    pub mean_standard_error: f64,
    /// In how many draws it has a seat.
    pub seated: Estimate,
    /// It takes part: passes the threshold, or is excused from it.
    pub takes_part: Estimate,
    /// It has more than half of the house.
    pub majority: Estimate,
    /// For each named majority of the house, it has it alone.
    pub majorities: Vec<Estimate>,
}

impl DrawnPoint {
    /// What the tally of `scenario` says.
    pub(super) fn of(scenario: &Scenario, tally: &Tally) -> Self {
        let draws = tally.draws();
        let estimate = |hits| Estimate { hits, draws };
        let majorities = scenario.house.majorities();
        let reached = |seats: &SeatDistribution| -> Vec<Estimate> {
            majorities.iter().map(|&(_, needed)| estimate(seats.at_least(needed))).collect()
        };
        let parties = tally.lists().iter().map(|list| {
            let seats = SeatDistribution::of(&list.seats);
            DrawnParty {
                mean: seats.mean(),
                mean_standard_error: seats.mean_standard_error(),
                seated: estimate(seats.at_least(1)),
                takes_part: estimate(list.admitted),
                majority: estimate(seats.at_least(scenario.house.more_than_half())),
                majorities: reached(&seats),
            }
        });
        Self {
            parties: parties.collect(),
            any_majority: reached(&SeatDistribution::of(tally.largest_list())),
            outcomes: tally.outcomes(),
        }
    }
}
