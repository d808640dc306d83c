//! The summary of a run: everything a report or a picture may show of it.

use super::{Estimate, SeatDistribution};
use crate::election::PartyKind;
use crate::scenario::Scenario;
use crate::simulation::{Outcomes, Tally};

/// What a run says.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// How many draws.
    pub draws: u64,
    /// The named majorities of the house, in seats.
    pub majorities: Vec<(String, u32)>,
    /// The lists, in the order of the scenario.
    pub parties: Vec<PartySummary>,
    /// The coalitions, in the order of the scenario.
    pub coalitions: Vec<CoalitionSummary>,
    /// For each majority, the probability that some list alone has it.
    pub any_majority: Vec<Estimate>,
    /// How the draws ended.
    pub outcomes: Outcomes,
    /// Draws in which lists had equal claims to the last seats.
    pub tied_draws: u64,
}

/// What a run says of one list.
#[derive(Clone, Debug, PartialEq)]
pub struct PartySummary {
    /// Its index in the scenario.
    pub party: usize,
    /// Its seats.
    pub seats: SeatDistribution,
    /// It reaches the threshold.
    pub passes_threshold: Estimate,
    /// It wins no seat.
    pub no_seats: Estimate,
    /// No list has more seats.
    pub largest: Estimate,
    /// It has more than half of the house.
    pub majority: Estimate,
    /// For each majority of the house, it has it alone.
    pub majorities: Vec<Estimate>,
}

/// What a run says of one coalition.
#[derive(Clone, Debug, PartialEq)]
pub struct CoalitionSummary {
    /// Its index in the scenario.
    pub coalition: usize,
    /// Its seats.
    pub seats: SeatDistribution,
    /// Its members have more than half of the house together.
    pub majority: Estimate,
    /// For each majority of the house, its members have it together.
    pub majorities: Vec<Estimate>,
}

impl Summary {
    /// Summarises the `tally` of a run of `scenario`.
    pub fn new(scenario: &Scenario, tally: &Tally) -> Self {
        let draws = tally.draws();
        let estimate = |hits| Estimate { hits, draws };
        let majorities: Vec<(String, u32)> = (scenario.house.majorities().into_iter())
            .map(|(name, seats)| (name.to_owned(), seats))
            .collect();
        let reached = |seats: &SeatDistribution| -> Vec<Estimate> {
            majorities.iter().map(|&(_, needed)| estimate(seats.at_least(needed))).collect()
        };
        let over_half = scenario.house.seats() / 2 + 1;
        let parties = (tally.lists().iter().zip(&scenario.parties).enumerate())
            .filter(|(_, (_, party))| party.kind == PartyKind::List)
            .map(|(party, (list, _))| {
                let seats = SeatDistribution::new(list.seats.clone());
                PartySummary {
                    party,
                    passes_threshold: estimate(list.passes),
                    no_seats: estimate(list.seats[0]),
                    largest: estimate(list.largest),
                    majority: estimate(seats.at_least(over_half)),
                    majorities: reached(&seats),
                    seats,
                }
            })
            .collect();
        let coalitions = (tally.coalitions().iter().enumerate())
            .map(|(coalition, counts)| {
                let seats = SeatDistribution::new(counts.seats.clone());
                CoalitionSummary {
                    coalition,
                    majority: estimate(seats.at_least(over_half)),
                    majorities: reached(&seats),
                    seats,
                }
            })
            .collect();
        let any_majority = reached(&SeatDistribution::new(tally.largest_list().to_vec()));
        Self {
            draws,
            majorities,
            parties,
            coalitions,
            any_majority,
            outcomes: tally.outcomes(),
            tied_draws: tally.tied_draws(),
        }
    }
}
