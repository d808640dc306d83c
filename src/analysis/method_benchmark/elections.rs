//! The elections that methods are judged over.

use crate::election::{LocalName, MAX_LISTS, MAX_SEATS, PartyKind, Share};
use crate::scenario::{Scenario, ScenarioError};
use crate::simulation::{CHUNK_DRAWS, Simulation, SimulationError, Span};
use crate::uncertainty::{Concentration, Dirichlet, DirichletKappa, Model, ModelError};

/// The votes of a drawn election, up to a few that rounding adds or takes.
const DRAWN_VOTES: u64 = 1_000_000_000;

/// Elections of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Elections {
    pub(super) kind: ElectionKind,
    pub(super) threshold: Share,
    ballot: Ballot,
}

/// What elections are like.
#[derive(Clone, Debug, PartialEq)]
pub enum ElectionKind {
    /// Every division of the votes among so many lists is equally likely; with a threshold, every
    /// division in which all lists pass it.
    Uniform {
        /// How many lists.
        lists: usize,
    },
    /// So many lists of typical sizes, see [`party_system`].
    PartySystems {
        /// How many lists.
        lists: usize,
    },
    /// Dirichlet shares around those of the lists of a scenario.
    Around {
        /// The title of the scenario.
        title: LocalName,
        /// SHA-256 of its file.
        sha256: String,
        /// How many lists have votes.
        lists: usize,
        /// κ: a share p has the variance p(1 − p)/(κ + 1).
        concentration: f64,
    },
    /// Counts of real elections.
    Real {
        /// How many.
        elections: usize,
    },
}

/// A count of a real election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RealElection {
    /// What it is called.
    pub title: LocalName,
    /// SHA-256 of the file it comes from.
    pub sha256: String,
    /// The votes of its lists, in any order.
    pub votes: Vec<u64>,
    /// The seats to share out.
    pub house_size: u32,
}

#[derive(Clone, Debug, PartialEq)]
enum Ballot {
    Drawn { scenario: Box<Scenario>, house_size: u32 },
    Real(Vec<RealElection>),
}

/// Why there are no such elections.
#[derive(Debug, thiserror::Error)]
pub enum ElectionsError {
    /// Too few or too many lists.
    #[error("{0} lists cannot be drawn; give a number from 2 to {max}", max = MAX_LISTS)]
    Lists(usize),
    /// A house without seats, or too large.
    #[error("{title}: a house of {seats} seats cannot be judged; give a number from 1 to {max}", max = MAX_SEATS)]
    House {
        /// The election, or what is drawn.
        title: String,
        /// The seats.
        seats: u32,
    },
    /// A threshold that not all lists can pass.
    #[error(
        "{lists} lists cannot all have more than {threshold} of the votes; give a threshold below 1/{lists}"
    )]
    Threshold {
        /// The lists.
        lists: usize,
        /// The threshold.
        threshold: Share,
    },
    /// Fewer than two lists with votes.
    #[error("{0}: fewer than two lists have votes, so there is nothing to judge")]
    OneList(String),
    /// A concentration out of its range, or too small for the smallest list.
    #[error(transparent)]
    Concentration(#[from] ModelError),
    /// No election at all.
    #[error("no election was found to judge methods over")]
    None,
    /// A table that the program wrote itself.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// A model that cannot be drawn.
    #[error(transparent)]
    Simulation(#[from] SimulationError),
}

/// α of the list at each place of a plausible party system: 1/2 + 8·0.6^k for k = 0, 1, 2, …
///
/// An assumption, not a fit: expected sizes fall by two fifths from list to list, as in systems with one
/// large party and a tail of small ones, and lists overtake each other in some draws. Seven lists have the
/// mean shares 37, 23, 15, 10, 7, 5 and 4 %.
pub fn party_system(lists: usize) -> Vec<f64> {
    let sizes = std::iter::successors(Some(8.0), |size| Some(size * 0.6));
    sizes.take(lists).map(|size| 0.5 + size).collect()
}

impl Elections {
    /// Elections with votes uniform on the simplex.
    ///
    /// # Errors
    /// [`ElectionsError`] for less than two lists or more than 1,000, a house of none or more than 10,000
    /// seats, or a threshold that not all lists can pass.
    pub fn uniform(
        lists: usize,
        house_size: u32,
        threshold: Share,
    ) -> Result<Self, ElectionsError> {
        let least = u128::try_from(lists).unwrap_or(u128::MAX);
        if least * u128::from(threshold.fraction().0) >= threshold.fraction().1.into() {
            return Err(ElectionsError::Threshold { lists, threshold });
        }
        let model = Model::Dirichlet(Dirichlet::new(Concentration::Uniform(1.0))?);
        Self::of_lists(ElectionKind::Uniform { lists }, lists, model, house_size, threshold)
    }

    /// Elections of plausible party systems, see [`party_system`].
    ///
    /// # Errors
    /// [`ElectionsError`] for less than two lists or more than 1,000, or a house of none or more than
    /// 10,000 seats.
    pub fn party_systems(
        lists: usize,
        house_size: u32,
        threshold: Share,
    ) -> Result<Self, ElectionsError> {
        let model = Model::Dirichlet(Dirichlet::new(Concentration::Each(party_system(lists)))?);
        Self::of_lists(ElectionKind::PartySystems { lists }, lists, model, house_size, threshold)
    }

    fn of_lists(
        kind: ElectionKind,
        lists: usize,
        model: Model,
        house_size: u32,
        threshold: Share,
    ) -> Result<Self, ElectionsError> {
        if !(2..=MAX_LISTS).contains(&lists) {
            return Err(ElectionsError::Lists(lists));
        }
        let equal = DRAWN_VOTES / u64::try_from(lists).unwrap_or(1);
        Self::drawn(kind, &vec![equal; lists], model, house_size, threshold)
    }

    /// Elections around the count of a scenario: Dirichlet shares of its lists with votes, with the
    /// concentration κ.
    ///
    /// # Errors
    /// [`ElectionsError`] if fewer than two lists have votes, κ is not from 1 to 10^12 or so small that α
    /// of the smallest list is below 0.1, or for a house of none or more than 10,000 seats.
    pub fn around(
        scenario: &Scenario,
        concentration: f64,
        house_size: u32,
        threshold: Share,
    ) -> Result<Self, ElectionsError> {
        let votes = votes_of_lists(scenario);
        let title = scenario.title.clone();
        if votes.len() < 2 {
            return Err(ElectionsError::OneList(title.fallback().to_owned()));
        }
        let sha256 = scenario.sha256.clone();
        let kind = ElectionKind::Around { title, sha256, lists: votes.len(), concentration };
        let model = Model::DirichletKappa(DirichletKappa::new(concentration)?);
        Self::drawn(kind, &votes, model, house_size, threshold)
    }

    fn drawn(
        kind: ElectionKind,
        votes: &[u64],
        model: Model,
        house_size: u32,
        threshold: Share,
    ) -> Result<Self, ElectionsError> {
        if !(1..=MAX_SEATS).contains(&house_size) {
            let title = "drawn elections".to_owned();
            return Err(ElectionsError::House { title, seats: house_size });
        }
        let rows = votes.iter().enumerate().map(|(list, votes)| format!("{list},{votes}\n"));
        let table = std::iter::once("party,votes\n".to_owned()).chain(rows).collect::<String>();
        let scenario = Scenario { model, ..Scenario::from_csv("drawn", table.as_bytes())? };
        Simulation::new(&scenario)?;
        let ballot = Ballot::Drawn { scenario: Box::new(scenario), house_size };
        Ok(Self { kind, threshold, ballot })
    }

    /// Real elections, in their order.
    ///
    /// # Errors
    /// [`ElectionsError`] if there is none, or one has fewer than two lists with votes, or a house of none
    /// or more than 10,000 seats.
    pub fn real(elections: Vec<RealElection>, threshold: Share) -> Result<Self, ElectionsError> {
        if elections.is_empty() {
            return Err(ElectionsError::None);
        }
        for election in &elections {
            let title = election.title.fallback().to_owned();
            if election.votes.iter().filter(|&&votes| votes > 0).count() < 2 {
                return Err(ElectionsError::OneList(title));
            }
            if !(1..=MAX_SEATS).contains(&election.house_size) {
                return Err(ElectionsError::House { title, seats: election.house_size });
            }
        }
        let kind = ElectionKind::Real { elections: elections.len() };
        Ok(Self { kind, threshold, ballot: Ballot::Real(elections) })
    }

    /// What they are like.
    pub const fn kind(&self) -> &ElectionKind {
        &self.kind
    }

    /// The share below which a list takes no part.
    pub const fn threshold(&self) -> Share {
        self.threshold
    }

    /// The house of every election; none if each has its own.
    pub const fn house_size(&self) -> Option<u32> {
        match self.ballot {
            Ballot::Drawn { house_size, .. } => Some(house_size),
            Ballot::Real(_) => None,
        }
    }

    /// How many lists every election has; none if they differ.
    pub const fn lists(&self) -> Option<usize> {
        match self.kind {
            ElectionKind::Uniform { lists }
            | ElectionKind::PartySystems { lists }
            | ElectionKind::Around { lists, .. } => Some(lists),
            ElectionKind::Real { .. } => None,
        }
    }

    /// What the elections were read from, by title and SHA-256.
    pub fn inputs(&self) -> Vec<(&LocalName, &str)> {
        match (&self.kind, &self.ballot) {
            (ElectionKind::Around { title, sha256, .. }, _) => vec![(title, sha256)],
            (_, Ballot::Real(elections)) => {
                elections.iter().map(|election| (&election.title, &*election.sha256)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// How many elections a run of `draws` looks at.
    pub fn count(&self, draws: u64) -> u64 {
        match &self.ballot {
            Ballot::Drawn { .. } => draws,
            Ballot::Real(elections) => elections.len().try_into().unwrap_or(u64::MAX),
        }
    }

    /// Shows the first `draws` elections of a chunk with their numbers: votes by size, largest first, of
    /// the lists that take part, and the house. An election in which fewer than two do is passed over.
    pub(super) fn visit_chunk(
        &self,
        seed: u64,
        chunk: u64,
        draws: u64,
        mut visit: impl FnMut(u64, &[u64], u32),
    ) {
        let first = chunk * CHUNK_DRAWS;
        let mut votes = Vec::new();
        let mut show = |number: u64, votes: &mut Vec<u64>, house_size: u32| {
            votes.sort_unstable_by(|left, right| right.cmp(left));
            self.keep_admitted(votes);
            if votes.len() > 1 {
                visit(number, votes, house_size);
            }
        };
        match &self.ballot {
            Ballot::Drawn { scenario, house_size } => {
                let simulation = Simulation::new(scenario).expect("tried when it was made");
                simulation.visit_chunk(Span { seed, chunk, draws }, |number, drawn, place| {
                    votes.clear();
                    votes.extend(drawn.draw(place));
                    show(number, &mut votes, *house_size);
                });
            }
            Ballot::Real(elections) => {
                let from = usize::try_from(first).unwrap_or(usize::MAX).min(elections.len());
                for (number, election) in (first..first + draws).zip(&elections[from..]) {
                    votes.clear();
                    votes.extend(election.votes.iter().filter(|&&votes| votes > 0));
                    show(number, &mut votes, election.house_size);
                }
            }
        }
    }

    /// Lets the threshold act on votes by size.
    fn keep_admitted(&self, votes: &mut Vec<u64>) {
        if self.threshold.is_zero() {
            return;
        }
        let all: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
        if matches!(self.kind, ElectionKind::Uniform { .. }) {
            // Uniform where every list passes: the threshold for each, the rest as drawn.
            let least = self.threshold.of(all);
            let rest = all - least * u128::try_from(votes.len()).unwrap_or(0);
            for votes in votes.iter_mut() {
                let raised = least + u128::from(*votes) * rest / all;
                *votes = u64::try_from(raised).unwrap_or(u64::MAX);
            }
        } else {
            let admitted = |votes: &u64| self.threshold.compare((*votes).into(), all).is_ge();
            votes.truncate(votes.iter().take_while(|votes| admitted(votes)).count());
        }
    }
}

/// The votes of the lists of a scenario that have any.
pub(super) fn votes_of_lists(scenario: &Scenario) -> Vec<u64> {
    let rows = scenario.parties.iter().zip(&scenario.ballots.parties);
    rows.filter(|(party, votes)| party.kind == PartyKind::List && **votes > 0)
        .map(|(_, &votes)| votes)
        .collect()
}

impl RealElection {
    /// The count of a scenario: its lists with votes; in `house_size` seats, or else as many as were
    /// officially filled, or else those of the scenario.
    pub fn of(scenario: &Scenario, house_size: Option<u32>) -> Self {
        let official = scenario.parties.iter().filter_map(|party| party.official_seats);
        let official = Some(official.fold(0, u32::saturating_add)).filter(|&seats| seats > 0);
        Self {
            title: scenario.title.clone(),
            sha256: scenario.sha256.clone(),
            votes: votes_of_lists(scenario),
            house_size: house_size.or(official).unwrap_or(scenario.house.seats()),
        }
    }
}
