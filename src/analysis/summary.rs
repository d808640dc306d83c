//! The summary of a run: everything a report or a picture may show of it.

use super::{Estimate, SeatDistribution, WinningSets};
use crate::election::PartyKind;
use crate::scenario::Scenario;
use crate::simulation::{FirstDraws, Outcomes, RealSum, Simulation, Tally};

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
    /// The number of lists that have seats: in how many draws there are 0, 1, 2, ….
    pub lists_with_seats: SeatDistribution,
    /// The draw nearest the mean, if the first draws were looked at.
    pub representative: Option<Representative>,
    /// The main indices over draws, by the names of the fields of
    /// [`MainIndices`](crate::measures::indices::MainIndices); empty if the first draws were not looked at.
    pub indices: Vec<(&'static str, RealSum)>,
    /// The sets of lists that have each majority; empty if they were not counted.
    pub winning_sets: Vec<WinningSets>,
}

/// One draw that stands for all: its seats add up to the house, as medians do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// Its number.
    pub draw: u64,
    /// Among how many draws it is the one nearest the mean.
    pub among: u64,
    /// Its seats, by party of the scenario.
    pub seats: Vec<u32>,
}

/// The names of the indices, in the order in which they are summed.
const INDICES: [&str; 7] = [
    "gallagher",
    "loosemore_hanby",
    "sainte_lague",
    "dhondt",
    "effective_votes",
    "effective_seats",
    "wasted_votes",
];

/// What a run says of one list.
#[derive(Clone, Debug, PartialEq)]
pub struct PartySummary {
    /// Its index in the scenario.
    pub party: usize,
    /// Its seats.
    pub seats: SeatDistribution,
    /// It reaches the threshold.
    pub passes_threshold: Estimate,
    /// Its seats in the draws in which it takes part: passes the threshold, or is excused from it.
    pub seats_if_admitted: SeatDistribution,
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
    /// The same, and every member has a seat.
    pub all_seated: Vec<Estimate>,
    /// The same, and no proper subset has it.
    pub minimal: Vec<Estimate>,
    /// For each majority of the house, nobody has it without the coalition: it has more seats than the
    /// house without the majority.
    pub blocks: Vec<Estimate>,
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
        let over_half = scenario.house.more_than_half();
        let parties = (tally.lists().iter().zip(&scenario.parties).enumerate())
            .filter(|(_, (_, party))| party.kind == PartyKind::List)
            .map(|(party, (list, _))| {
                let seats = SeatDistribution::of(&list.seats);
                PartySummary {
                    party,
                    passes_threshold: estimate(list.passes),
                    seats_if_admitted: seats.without_draws_of_none(draws - list.admitted),
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
                let seats = SeatDistribution::of(&counts.seats);
                let without_smallest = SeatDistribution::of(&counts.without_smallest);
                let minimal = |&(_, needed): &(String, u32)| {
                    estimate(seats.at_least(needed) - without_smallest.at_least(needed))
                };
                let house = scenario.house.seats();
                let blocks = |&(_, needed): &(String, u32)| {
                    estimate(seats.at_least((house + 1).saturating_sub(needed)))
                };
                CoalitionSummary {
                    coalition,
                    majority: estimate(seats.at_least(over_half)),
                    majorities: reached(&seats),
                    all_seated: reached(&SeatDistribution::of(&counts.all_seated)),
                    minimal: majorities.iter().map(minimal).collect(),
                    blocks: majorities.iter().map(blocks).collect(),
                    seats,
                }
            })
            .collect();
        let any_majority = reached(&SeatDistribution::of(tally.largest_list()));
        Self {
            draws,
            majorities,
            parties,
            coalitions,
            any_majority,
            outcomes: tally.outcomes(),
            tied_draws: tally.tied_draws(),
            lists_with_seats: SeatDistribution::of(tally.lists_with_seats()),
            representative: None,
            indices: Vec::new(),
            winning_sets: Vec::new(),
        }
    }

    /// The same summary with what the first draws say, from the run with this seed.
    #[must_use]
    pub fn with_first_draws(
        self,
        simulation: &Simulation<'_>,
        seed: u64,
        tally: &Tally,
        first: &FirstDraws,
    ) -> Self {
        let representative = first.representative.map(|draw| Representative {
            draw,
            among: first.draws,
            seats: simulation.replay(seed, draw).allocation.seats,
        });
        let sets = tally.subsets().map(|subsets| WinningSets::of(subsets, self.draws, first));
        Self {
            representative,
            indices: INDICES.into_iter().zip(first.indices).collect(),
            winning_sets: sets.unwrap_or_default(),
            ..self
        }
    }
}
