//! Which properties an election's seats have, by theorem or by looking, with a witness where one fails.
//!
//! The law is judged as a whole: thresholds, alliances, floors and a bonus act in every count looked at.
//! Everything is strict: a witness is one whichever way ties are settled.

mod count;
mod house;
mod leaving;
mod population;
mod single;
mod theorem;
mod variation;

pub use population::{MOST_CHANGED_LISTS, PER_MILLE_STEPS};
pub use variation::Variation;

use std::cell::Cell;

use super::Outcome;
use crate::law::TieRule;
use crate::scenario::Scenario;
use crate::simulation::Progress;
use count::Counter;

/// Houses are tried so far below and above the one there is.
pub const HOUSE_RANGE: u32 = 50;

/// Of one property at most so many witnesses are kept.
pub const MOST_WITNESSES: usize = 50;

/// What is asked of an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// No list has fewer seats than its ideal share rounded down.
    LowerQuota,
    /// No list has more seats than its ideal share rounded up.
    UpperQuota,
    /// No list has fewer seats than one with fewer votes.
    Order,
    /// More than half of the seats only with more than half of the votes.
    NoManufacturedMajority,
    /// More than half of the votes give more than half of the seats.
    NoLostMajority,
    /// A larger house costs no list a seat: no Alabama paradox.
    HouseMonotone,
    /// No list loses a seat to one that grew less: no population paradox.
    PopulationMonotone,
    /// A list that leaves with its seats moves no others: no new-states paradox.
    NoNewStatesParadox,
    /// A list that leaves, its seats staying, costs no other list a seat.
    LeavingCostsNobody,
}

/// What was found of a property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The property.
    pub property: Property,
    /// Whether the election has it.
    pub verdict: Verdict,
    /// Where a witness was looked for, unless a theorem, or one look at the seats, decides.
    pub searched: Option<Searched>,
}

/// Whether an election has a property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Law and method promise it for all votes.
    Always,
    /// These seats have it.
    Here,
    /// No witness was found where one was looked for; that is no proof that there is none.
    NotFound,
    /// It fails: the witnesses, at least one and at most [`MOST_WITNESSES`], the plainest first.
    Fails(Vec<AxiomWitness>),
    /// There is nothing to ask.
    NotApplicable(Reason),
}

/// Why there is nothing to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// So many lists would have to take part.
    FewerLists(usize),
}

/// Where a witness was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Searched {
    /// In all houses from one size to another.
    Houses {
        /// The smallest.
        from: u32,
        /// The largest.
        to: u32,
    },
    /// With more and fewer votes of one list, and one vote of a second.
    Votes {
        /// The lists whose votes were changed, those with most votes.
        lists: usize,
        /// The other lists with votes.
        left_out: usize,
    },
    /// Without each of so many lists in turn.
    Leaving {
        /// Those that left.
        lists: usize,
        /// Those that cannot: they have seats that do not come from votes, or seats that a tie leaves
        /// open, or the rest cannot be counted.
        left_out: usize,
    },
}

/// What brings a witness about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The method.
    Method,
    /// A threshold: not the same lists take part.
    Threshold,
    /// A list has no more candidates.
    Candidates,
    /// An alliance pools votes.
    Alliance,
    /// Seats from outside the distribution, such as a bonus.
    SetAside,
    /// Votes that count more than once.
    Multiplier,
    /// A guaranteed minimum of seats.
    Floor,
    /// The rules of the law together.
    Law,
}

/// Two counts, or one, that show a property to fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxiomWitness {
    /// What brings it about.
    pub cause: Cause,
    /// The first count.
    pub before: Variation,
    /// The second; the same as the first where one count shows it.
    pub after: Variation,
    /// The house sizes of both.
    pub house: (u32, u32),
    /// The lists that show it.
    pub lists: Vec<WitnessList>,
    /// The list that leaves, if one does.
    pub leaves: Option<usize>,
}

/// A list in both counts of a witness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WitnessList {
    /// The party, by index in the scenario.
    pub party: usize,
    /// Its votes in both.
    pub votes: (u64, u64),
    /// Its seats in both, ties settled by the law.
    pub seats: (u32, u32),
}

/// The properties of an election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axioms {
    /// A finding for every property.
    pub findings: Vec<Finding>,
}

impl Property {
    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LowerQuota => "lower-quota",
            Self::UpperQuota => "upper-quota",
            Self::Order => "order",
            Self::NoManufacturedMajority => "no-manufactured-majority",
            Self::NoLostMajority => "no-lost-majority",
            Self::HouseMonotone => "house-monotone",
            Self::PopulationMonotone => "population-monotone",
            Self::NoNewStatesParadox => "no-new-states-paradox",
            Self::LeavingCostsNobody => "leaving-costs-nobody",
        }
    }
}

impl Axioms {
    /// The properties of the scenario's count, whose outcome this is; lots are drawn from `seed`.
    ///
    /// ```
    /// use kurultai::analysis::{Axioms, Outcome, Property, Verdict};
    /// use kurultai::scenario::{DEFAULT, Scenario};
    /// let scenario = Scenario::load(DEFAULT, None)?;
    /// let axioms = Axioms::of(&scenario, &Outcome::of(&scenario, 1)?, 1);
    /// // The Hare quota never leaves the quota.
    /// assert_eq!(axioms.finding(Property::LowerQuota).verdict, Verdict::Always);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(scenario: &Scenario, outcome: &Outcome, seed: u64) -> Self {
        Self::watched(scenario, outcome, seed, &|_| ())
    }

    /// How many steps [`Axioms::watched`] tells of: one for every house, every list that grows or shrinks, and
    /// every list that leaves. Those that a theorem spares are told of together.
    pub fn steps(scenario: &Scenario) -> u64 {
        house::steps() + population::steps() + leaving::steps(scenario)
    }

    /// The same as [`Axioms::of`], telling `progress` of every step.
    pub fn watched(
        scenario: &Scenario,
        outcome: &Outcome,
        seed: u64,
        progress: Progress<'_>,
    ) -> Self {
        let mut law = scenario.law;
        law.tie = TieRule::Report.into();
        let house_size = scenario.house.seats();
        let mut counter = Counter::new(&law, &scenario.parties, house_size);
        let Some(now) = counter.count(&scenario.ballots) else {
            return Self { findings: Vec::new() };
        };
        let progress = Steps { progress, told: Cell::new(0) };
        let case = Case { scenario, outcome, seed, now: &now, steps: &progress };
        let mut findings = single::findings(&case);
        findings.push(house::finding(&case));
        progress.reach(house::steps());
        findings.push(population::finding(&case, &mut counter));
        progress.reach(house::steps() + population::steps());
        findings.extend(leaving::findings(&case));
        progress.reach(Self::steps(scenario));
        Self { findings }
    }

    /// What was found of a property.
    ///
    /// # Panics
    /// If the election has no seats.
    pub fn finding(&self, property: Property) -> &Finding {
        let of = |finding: &&Finding| finding.property == property;
        self.findings.iter().find(of).expect("a finding for every property")
    }
}

/// The steps of the search that are told of.
struct Steps<'a> {
    progress: Progress<'a>,
    told: Cell<u64>,
}

impl Steps<'_> {
    fn one(&self) {
        self.told.set(self.told.get() + 1);
        (self.progress)(1);
    }

    /// Tells of what is left of the first `steps`.
    fn reach(&self, steps: u64) {
        let left = steps.saturating_sub(self.told.get());
        if left > 0 {
            self.told.set(steps);
            (self.progress)(left);
        }
    }
}

/// The election that is judged.
#[derive(Clone, Copy)]
struct Case<'a> {
    scenario: &'a Scenario,
    outcome: &'a Outcome,
    seed: u64,
    /// Its seats with ties left open.
    now: &'a count::Count,
    steps: &'a Steps<'a>,
}

impl Case<'_> {
    /// The cause of a difference between this count, or one like it, and another.
    fn cause(&self, has_same_lists: bool) -> Cause {
        let Scenario { law, parties, .. } = self.scenario;
        match (has_same_lists, law.is_plain(parties)) {
            (false, _) => Cause::Threshold,
            (true, true) => Cause::Method,
            (true, false) => Cause::Law,
        }
    }

    /// How many lists take part in the distribution.
    fn competing(&self) -> usize {
        self.now.admissions.iter().filter(|admission| admission.competes()).count()
    }
}

impl Finding {
    fn new(property: Property, verdict: Verdict, searched: Searched) -> Self {
        Self { property, verdict, searched: Some(searched) }
    }

    /// A finding without a search.
    const fn at_once(property: Property, verdict: Verdict) -> Self {
        Self { property, verdict, searched: None }
    }
}

impl Verdict {
    /// The verdict of a search that found these.
    fn of_search(witnesses: impl Iterator<Item = AxiomWitness>) -> Self {
        let witnesses: Vec<AxiomWitness> = witnesses.take(MOST_WITNESSES).collect();
        if witnesses.is_empty() { Self::NotFound } else { Self::Fails(witnesses) }
    }
}
