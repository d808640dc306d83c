//! Which coalitions a house allows: who can govern, who can block, who decides.

use crate::apportionment::Fraction;
use crate::measures::coalitions::{
    MinimalWinning, Senses, blocking_quota, coalition_seats, count_minimal_winning,
    critical_members,
};
use crate::measures::power::{PowerCount, PowerError};
use crate::scenario::{Coalition, Scenario};

use super::{MatterPower, Outcome};

/// The most minimal sets that are listed for one majority; more are counted.
pub const MAX_LISTED: usize = 10_000;

/// The coalitions of one count, for every named majority of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoalitionAnalysis {
    /// The seats that somebody fills, those of an open tie too.
    pub filled_seats: u32,
    /// Of them, the seats that a tie leaves open: they count for nobody below.
    pub open_seats: u32,
    /// For every majority, in the order of the house.
    pub majorities: Vec<MajorityAnalysis>,
    /// Who can decide what; empty if the law has no table of decisions.
    pub decisions: Vec<MatterPower<bool>>,
}

/// The coalitions for one majority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MajorityAnalysis {
    /// The name of the majority.
    pub name: String,
    /// The seats it needs.
    pub needed: u32,
    /// The minimal winning coalitions.
    pub winning: MinimalSets,
    /// The seats with which a set keeps all others from the majority, even if they get every open seat; none
    /// if fewer seats are filled than the majority needs.
    pub blocking_needed: Option<u32>,
    /// The minimal blocking sets.
    pub blocking: MinimalSets,
    /// The coalitions of the scenario, in its order.
    pub coalitions: Vec<WatchedCoalition>,
    /// The power of every list that can win seats; not counted for very many lists.
    pub power: Result<Vec<ListPower>, PowerError>,
}

/// Minimal sets of one kind: some of them listed, all of them counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinimalSets {
    /// The first of them, up to [`MAX_LISTED`], those with the largest lists first.
    pub listed: Vec<MinimalSet>,
    /// How many there are; none if 2^128 or more.
    pub count: Option<u128>,
}

/// Lists that reach a number of seats together, and do not without any one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinimalSet {
    /// The lists by index, the one with most seats first.
    pub members: Vec<usize>,
    /// Their seats.
    pub seats: u32,
    /// Their seats beyond those needed.
    pub surplus: u32,
}

/// A coalition of the scenario before one majority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchedCoalition {
    /// Its index in the scenario.
    pub coalition: usize,
    /// Its seats.
    pub seats: u32,
    /// In which senses it has the majority.
    pub senses: Senses,
    /// The members, by index, without whom it would not; none if it has no majority.
    pub critical: Vec<usize>,
}

/// The power of a list before one majority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListPower {
    /// Its index in the scenario.
    pub party: usize,
    /// Its seats.
    pub seats: u32,
    /// The sets of other lists that it takes to the majority.
    pub swings: u128,
    /// Its swings over those of all lists.
    pub banzhaf: Fraction,
    /// Its swings over all sets of other lists.
    pub penrose: Fraction,
    /// The share of orders in which it is the one that reaches the majority.
    pub shapley_shubik: Fraction,
    /// What it can do by itself.
    pub standing: Standing,
}

/// What a list can do by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has the majority alone.
    Alone,
    /// It does not, but nobody has it without it.
    Veto,
    /// It decides in some sets of lists.
    Decides,
    /// It never decides, though others do.
    NeverDecides,
    /// Nobody decides: the seats counted do not make the majority.
    NoMajority,
}

impl CoalitionAnalysis {
    /// The coalitions of an outcome of `scenario`.
    ///
    /// ```
    /// use kurultai::analysis::{CoalitionAnalysis, Outcome};
    /// use kurultai::scenario::Scenario;
    /// let scenario = Scenario::load("kurultai-2023", None)?;
    /// let outcome = Outcome::of(&scenario, 1)?;
    /// let simple = &CoalitionAnalysis::of(&scenario, &outcome).majorities[0];
    /// // Amanat has 83 of 145 seats: it governs alone and is in the way of everybody else.
    /// assert_eq!(simple.winning.listed[0].members, [0]);
    /// assert_eq!((simple.winning.count, simple.blocking.count), (Some(1), Some(1)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(scenario: &Scenario, outcome: &Outcome) -> Self {
        let allocation = &outcome.allocation;
        let filled_seats = outcome.house.seats() - allocation.unfilled_seats;
        let majorities = (outcome.house.majorities().into_iter())
            .map(|(name, needed)| {
                MajorityAnalysis::of(scenario, &allocation.seats, filled_seats, name, needed)
            })
            .collect();
        Self {
            filled_seats,
            open_seats: allocation.open_seats(),
            majorities,
            decisions: MatterPower::of_count(scenario, outcome),
        }
    }
}

impl MajorityAnalysis {
    fn of(scenario: &Scenario, seats: &[u32], filled: u32, name: &str, needed: u32) -> Self {
        let blocking_needed = blocking_quota(filled, needed);
        let coalitions = (scenario.coalitions.iter().enumerate())
            .map(|(coalition, Coalition { members, .. })| WatchedCoalition {
                coalition,
                seats: coalition_seats(seats, members),
                senses: Senses::of(seats, members, needed),
                critical: critical_members(seats, members, needed),
            })
            .collect();
        Self {
            name: name.to_owned(),
            needed,
            winning: MinimalSets::of(seats, needed),
            blocking_needed,
            blocking: blocking_needed
                .map_or_else(MinimalSets::none, |needed| MinimalSets::of(seats, needed)),
            coalitions,
            power: power(scenario, seats, needed, blocking_needed),
        }
    }
}

impl MinimalSets {
    /// The minimal sets with at least `needed` seats.
    fn of(seats: &[u32], needed: u32) -> Self {
        let listed = MinimalWinning::new(seats, needed).take(MAX_LISTED).map(|members| {
            let sum = coalition_seats(seats, &members);
            MinimalSet { members, seats: sum, surplus: sum - needed }
        });
        Self { listed: listed.collect(), count: count_minimal_winning(seats, needed) }
    }

    fn none() -> Self {
        Self { listed: Vec::new(), count: Some(0) }
    }
}

fn power(
    scenario: &Scenario,
    seats: &[u32],
    needed: u32,
    blocking_needed: Option<u32>,
) -> Result<Vec<ListPower>, PowerError> {
    let mut count = PowerCount::default();
    count.count(seats, needed)?;
    let decides = count.swings().iter().any(|&swings| swings > 0);
    let banzhaf = count.banzhaf();
    let (normalised, absolute) = (banzhaf.normalised(), banzhaf.absolute());
    let shapley_shubik = count.shapley_shubik();
    let standing = |party: usize| match count.swings()[party] {
        _ if !decides => Standing::NoMajority,
        0 => Standing::NeverDecides,
        _ if seats[party] >= needed => Standing::Alone,
        _ if blocking_needed.is_some_and(|blocking| seats[party] >= blocking) => Standing::Veto,
        _ => Standing::Decides,
    };
    let lists = scenario.seated().into_iter().map(|party| ListPower {
        party,
        seats: seats[party],
        swings: count.swings()[party],
        banzhaf: normalised[party],
        penrose: absolute[party],
        shapley_shubik: shapley_shubik[party],
        standing: standing(party),
    });
    Ok(lists.collect())
}
