//! Several laws side by side on the same votes, and on the same draws.

use rayon::ThreadPoolBuildError;

use super::margins::{smallest_switch, smallest_switch_steps};
use super::{Estimate, LastSeat, Outcome, OutcomeError, SeatDistribution, SmallestSwitch};
use crate::apportionment::{Method, NaturalThresholds, catalogue};
use crate::election::Share;
use crate::law::{Law, Preset};
use crate::scenario::Scenario;
use crate::simulation::{Outcomes, Pair, Progress, Run, Simulation, SimulationError};

/// What to put beside a scenario's own law.
#[derive(Clone, Debug, PartialEq)]
pub enum Alternatives {
    /// The same law with these methods, each with these thresholds; an empty list leaves that rule alone.
    Rules {
        /// The methods.
        methods: Vec<Method>,
        /// The general thresholds.
        thresholds: Vec<Share>,
    },
    /// Whole laws. What belongs to the parties, such as exemptions or alliances, stays theirs.
    Laws(Vec<&'static Preset>),
}

impl Alternatives {
    /// Every method of the catalogue, families by one member. `stationary:0.5` is `sainte-lague` and left
    /// out.
    pub fn every_method() -> Self {
        Self::Rules { methods: every_method(), thresholds: Vec::new() }
    }
}

/// The methods of the catalogue, each once.
pub(super) fn every_method() -> Vec<Method> {
    let methods = catalogue().iter().map(|entry| entry.method);
    methods.filter(|method| !matches!(method, Method::Stationary(_))).collect()
}

/// A scenario's own law, first, and the laws compared with it.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodComparison {
    /// The laws, each with what it gives.
    pub laws: Vec<ComparedLaw>,
}

/// One law with what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedLaw {
    /// The election under this law.
    pub scenario: Scenario,
    /// Its seats, or why there are none.
    pub outcome: Result<Outcome, OutcomeError>,
    /// By party, its seats less those under the first law; empty if there are none.
    pub differences: Vec<i64>,
    /// The natural thresholds of the method for the lists that are admitted, where they are known and the
    /// law adds nothing to method, threshold and exemptions.
    pub natural_thresholds: Option<NaturalThresholds>,
    /// The smallest switch of votes that changes any seat; none if there are no seats, or no switch does.
    pub any_seat: Option<SmallestSwitch>,
    /// What draws say, once there are any.
    pub drawn: Option<DrawnLaw>,
}

impl MethodComparison {
    /// Whether a lot was drawn for a seat under any law.
    pub fn drew_lot(&self) -> bool {
        let drew = |law: &ComparedLaw| law.outcome.as_ref().is_ok_and(Outcome::drew_lot);
        self.laws.iter().any(drew)
    }
}

/// What draws say of a law.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnLaw {
    /// Its seats by party, over all draws.
    pub seats: Vec<SeatDistribution>,
    /// How the draws ended.
    pub outcomes: Outcomes,
    /// It against the first law, in the first draws; none for the first law itself.
    pub pair: Option<Pair>,
}

/// Why laws cannot be compared over draws.
#[derive(Debug, thiserror::Error)]
pub enum ComparisonError {
    /// A law, or the model, cannot be drawn.
    #[error("{law}: {error}")]
    Simulation {
        /// The law, by its preset or its method.
        law: String,
        /// Why.
        error: SimulationError,
    },
    /// The system refuses to start the threads.
    #[error(transparent)]
    Threads(#[from] ThreadPoolBuildError),
}

impl MethodComparison {
    /// Compares the law of `scenario` with alternatives on its own count. A law that was there before is
    /// not repeated, unless it has another name; lots are drawn from `seed`.
    ///
    /// # Errors
    /// [`OutcomeError`] if the scenario's own law gives no seats. Another law that gives none is a row
    /// that says so.
    pub fn of(
        scenario: &Scenario,
        alternatives: &Alternatives,
        seed: u64,
    ) -> Result<Self, OutcomeError> {
        Self::watched(scenario, alternatives, seed, &|_| ())
    }

    /// How many steps [`MethodComparison::watched`] tells of: one for every law, and for every pair of lists
    /// that a law's smallest switch may be between.
    pub fn steps(scenario: &Scenario, alternatives: &Alternatives) -> u64 {
        let laws = scenarios(scenario, alternatives).len() as u64;
        laws * (1 + smallest_switch_steps(scenario))
    }

    /// The same as [`MethodComparison::of`], telling `progress` of every step.
    ///
    /// # Errors
    /// As [`MethodComparison::of`].
    pub fn watched(
        scenario: &Scenario,
        alternatives: &Alternatives,
        seed: u64,
        progress: Progress<'_>,
    ) -> Result<Self, OutcomeError> {
        let first = Outcome::of(scenario, seed)?;
        let mut laws: Vec<ComparedLaw> = Vec::new();
        for scenario in scenarios(scenario, alternatives) {
            let outcome = match laws.first() {
                None => Ok(first.clone()),
                Some(_) => Outcome::of(&scenario, seed),
            };
            laws.push(ComparedLaw {
                differences: outcome.as_ref().map_or_else(|_| Vec::new(), |of| less(of, &first)),
                natural_thresholds: outcome
                    .as_ref()
                    .ok()
                    .and_then(|of| natural_thresholds(&scenario, of)),
                any_seat: if let Ok(of) = &outcome {
                    smallest_switch(&scenario, of, progress)
                } else {
                    progress(smallest_switch_steps(&scenario));
                    None
                },
                scenario,
                outcome,
                drawn: None,
            });
            progress(1);
        }
        Ok(Self { laws })
    }

    /// The same comparison with what `run` says: means over all of its draws, and pairs over the first of
    /// them, the draws being the same for every law. `progress` is told of all draws, and then of the first
    /// ones ([`FIRST_DRAWS`](crate::simulation::FIRST_DRAWS)) again.
    ///
    /// # Errors
    /// [`ComparisonError`] if a law cannot be drawn or the threads cannot be started.
    pub fn with_draws(mut self, run: Run, progress: Progress<'_>) -> Result<Self, ComparisonError> {
        let simulations: Vec<Simulation<'_>> = (self.laws.iter())
            .map(|law| Simulation::new(&law.scenario).map_err(|error| law.refused(error)))
            .collect::<Result<_, _>>()?;
        let tallies = run.tallies(&simulations, progress)?;
        let pairs = run.paired(&simulations, progress)?;
        let pairs = std::iter::once(None).chain(pairs.into_iter().map(Some));
        let drawn: Vec<DrawnLaw> = (tallies.iter().zip(pairs))
            .map(|(tally, pair)| DrawnLaw {
                seats: (tally.lists().iter())
                    .map(|list| SeatDistribution::of(&list.seats))
                    .collect(),
                outcomes: tally.outcomes(),
                pair,
            })
            .collect();
        for (law, drawn) in self.laws.iter_mut().zip(drawn) {
            law.drawn = Some(drawn);
        }
        Ok(self)
    }

    /// The parties, by index, that have a seat under some law, in the count or in a draw.
    pub fn seated(&self) -> Vec<usize> {
        let has_seat = |law: &ComparedLaw, party: usize| {
            let counted = (law.outcome.as_ref()).is_ok_and(|of| of.allocation.seats[party] > 0);
            let drawn = law.drawn.as_ref().is_some_and(|drawn| drawn.seats[party].at_least(1) > 0);
            counted || drawn
        };
        let parties = self.laws.first().map_or(0, |law| law.scenario.parties.len());
        (0..parties).filter(|&party| self.laws.iter().any(|law| has_seat(law, party))).collect()
    }
}

impl ComparedLaw {
    /// The seats that some party has under this law and others have under the first one; none if a law
    /// gives no seats.
    pub fn seats_moved(&self) -> Option<u64> {
        let gained = self.differences.iter().map(|&difference| difference.max(0).unsigned_abs());
        self.outcome.is_ok().then(|| gained.sum())
    }

    /// Who has the last seat, and who missed it.
    pub fn last_seat(&self) -> LastSeat {
        self.outcome.as_ref().map_or_else(|_| LastSeat::default(), LastSeat::of)
    }

    fn refused(&self, error: SimulationError) -> ComparisonError {
        let law = match self.scenario.preset {
            Some(preset) => preset.name.to_owned(),
            None => self.scenario.law.method.to_string(),
        };
        ComparisonError::Simulation { law, error }
    }
}

impl DrawnLaw {
    /// The chance that some party has other seats than under the first law.
    pub fn seats_differ(&self) -> Option<Estimate> {
        self.pair.as_ref().map(|pair| Estimate { hits: pair.seats_differ, draws: pair.draws })
    }

    /// The chance that another list, or none, has more than half of the house.
    pub fn majority_differs(&self) -> Option<Estimate> {
        self.pair.as_ref().map(|pair| Estimate { hits: pair.majority_differs, draws: pair.draws })
    }
}

/// The scenario itself, then the same count under every other law.
fn scenarios(scenario: &Scenario, alternatives: &Alternatives) -> Vec<Scenario> {
    let own = scenario.law;
    let mut all = vec![scenario.clone()];
    let mut add = |law: Law, preset: Option<&'static Preset>| {
        let is_there = |known: &Scenario| known.law == law && known.preset == preset;
        if !all.iter().any(is_there) {
            // The lot of the file was drawn under its own law.
            let lot = Vec::new();
            all.push(Scenario { law, preset, lot, overridden: true, ..scenario.clone() });
        }
    };
    match alternatives {
        Alternatives::Laws(presets) => {
            for &preset in presets {
                add(preset.law, Some(preset));
            }
        }
        Alternatives::Rules { methods, thresholds } => {
            let methods = if methods.is_empty() { &[own.method][..] } else { methods };
            let kept = [None];
            let given: Vec<_> = thresholds.iter().copied().map(Some).collect();
            for &threshold in if given.is_empty() { &kept[..] } else { &given } {
                for &method in methods {
                    let mut law = Law { method, ..own };
                    if let Some(share) = threshold {
                        law.threshold.share = share;
                        law.provisions.threshold_is_quota = false;
                    }
                    add(law, scenario.preset);
                }
            }
        }
    }
    all
}

fn less(outcome: &Outcome, first: &Outcome) -> Vec<i64> {
    let seats = outcome.allocation.seats.iter().zip(&first.allocation.seats);
    seats.map(|(&seats, &first)| i64::from(seats) - i64::from(first)).collect()
}

fn natural_thresholds(scenario: &Scenario, outcome: &Outcome) -> Option<NaturalThresholds> {
    let Scenario { law, parties, house, .. } = scenario;
    if !law.is_plain(parties) {
        return None;
    }
    let admissions = outcome.allocation.admissions.iter();
    let lists = admissions.filter(|admission| admission.competes()).count();
    law.method.natural_thresholds(house.seats(), lists)
}
