//! Who can decide what: the lists and the coalitions of a scenario before the matters that its house
//! decides, in one count and over draws.

use super::{Estimate, Outcome, SeatDistribution, Summary};
use crate::law::{Decision, DecisionTable, Preset};
use crate::measures::coalitions::blocking_quota;
use crate::scenario::{Notice, Scenario};

/// A matter with everybody's part in it: `T` says whether, or in how many draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterPower<T> {
    /// The matter, and what it takes.
    pub decision: &'static Decision,
    /// The seats it takes in this house; none if no number of seats is enough.
    pub needed: Option<u32>,
    /// Every list that can win seats, in the order of the scenario, then every coalition; empty if no
    /// number of seats is enough.
    pub actors: Vec<ActorPower<T>>,
}

/// What one list or one coalition can do about a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorPower<T> {
    /// Who.
    pub actor: Actor,
    /// It has the seats that the matter takes.
    pub reaches: T,
    /// Nobody reaches them without it; none where nobody can be kept from it.
    pub blocks: Option<T>,
}

/// A list by itself, or a coalition of the scenario with all its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A list, by its index in the scenario.
    List(usize),
    /// A coalition, by its index in the scenario.
    Coalition(usize),
}

impl MatterPower<bool> {
    /// Who can decide what with the seats of one count; seats that a tie leaves open count for nobody.
    /// Empty if the law of the scenario has no table of decisions, or was assumed for a house of
    /// another size.
    ///
    /// ```
    /// use kurultai::analysis::{MatterPower, Outcome};
    /// use kurultai::scenario::Scenario;
    /// let scenario = Scenario::load("kurultai-2023", None)?;
    /// let outcome = Outcome::of(&scenario, 1)?;
    /// let vice_president = &MatterPower::of_count(&scenario, &outcome)[0];
    /// // Amanat has 83 of 145 seats; consent takes 73.
    /// assert_eq!(vice_president.needed, Some(73));
    /// assert!(vice_president.actors[0].reaches && !vice_president.actors[1].reaches);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_count(scenario: &Scenario, outcome: &Outcome) -> Vec<Self> {
        let house = outcome.house.seats();
        let filled = house - outcome.allocation.unfilled_seats;
        let held = |actor| match actor {
            Actor::List(party) => outcome.allocation.seats[party],
            Actor::Coalition(coalition) => outcome.coalition_seats[coalition],
        };
        matters(scenario, house, |actor, needed| {
            let seats = held(actor);
            let blocks = blocking_quota(filled, needed).is_some_and(|blocking| seats >= blocking);
            (seats >= needed, blocks)
        })
    }
}

impl MatterPower<Estimate> {
    /// In how many of all draws who can decide what. A list or coalition blocks in a draw if it has more
    /// seats than the house without those that the matter takes, as in
    /// [`CoalitionSummary::blocks`](super::CoalitionSummary::blocks). Empty as for a count.
    ///
    /// # Panics
    /// If the summary is of another scenario.
    pub fn of_draws(scenario: &Scenario, summary: &Summary) -> Vec<Self> {
        let house = scenario.house.seats();
        let seats = |actor| -> &SeatDistribution {
            match actor {
                Actor::List(party) => {
                    let list = summary.parties.iter().find(|list| list.party == party);
                    &list.expect("every list that can win seats is in the summary").seats
                }
                Actor::Coalition(coalition) => &summary.coalitions[coalition].seats,
            }
        };
        matters(scenario, house, |actor, needed| {
            let at_least =
                |least| Estimate { hits: seats(actor).at_least(least), draws: summary.draws };
            (at_least(needed), at_least(house - needed + 1))
        })
    }
}

/// The matters that the house decides, each with what `power` says of everybody before the seats it takes:
/// whether they are reached, and whether nobody else reaches them.
fn matters<T>(
    scenario: &Scenario,
    house: u32,
    power: impl Fn(Actor, u32) -> (T, T),
) -> Vec<MatterPower<T>> {
    let lists = scenario.seated().into_iter().map(Actor::List);
    let actors: Vec<Actor> =
        lists.chain((0..scenario.coalitions.len()).map(Actor::Coalition)).collect();
    let matter = |decision: &'static Decision| {
        let needed = decision.requirement.needed(house);
        let of = |needed| {
            let each = actors.iter().map(|&actor| {
                let (reaches, blocks) = power(actor, needed);
                let blocks = decision.requirement.can_be_blocked().then_some(blocks);
                ActorPower { actor, reaches, blocks }
            });
            each.collect()
        };
        MatterPower { decision, needed, actors: needed.map_or_else(Vec::new, of) }
    };
    table(scenario, house)
        .map_or_else(Vec::new, |table| table.decisions.iter().map(matter).collect())
}

/// What the house decides by its law. Where the law was only assumed, for want of one in the input, a house
/// of another size is another body's.
fn table(scenario: &Scenario, house: u32) -> Option<&'static DecisionTable> {
    let is_assumed = |notice: &Notice| matches!(notice, Notice::LawAssumed(_));
    let table = scenario.preset.and_then(Preset::decisions)?;
    let is_another = house != table.members && scenario.notices.iter().any(is_assumed);
    (!is_another).then_some(table)
}
