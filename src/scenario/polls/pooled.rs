//! What was pooled, and how: the record that goes with every result.

use super::date::Date;
use super::share::PooledShare;
use super::weight;

/// The polls behind the expected shares of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct PooledPolls {
    /// The file they are in, as the scenario names it.
    pub file: String,
    /// The day from which they are looked back at.
    pub as_of: Option<Date>,
    /// After so many days a poll counts for half; without it age does not matter.
    pub half_life_days: Option<u32>,
    /// The correlation ρ of the errors of two pollsters, 0 to 1.
    pub correlation: f64,
    /// What was subtracted from the values of pollsters, in the order of their names.
    pub house_effects: Vec<HouseEffect>,
    /// What stands for what a poll leaves to 100 %: `undecided` or `others`.
    pub rest: &'static str,
    /// Every poll of the file, used or not, in its order.
    pub polls: Vec<PolledPoll>,
    /// The effective number K of pollsters: as many as there are where all are of one size.
    pub pollsters: f64,
    /// The effective sample size `n_eff` = n·K / (1 + (K−1)·ρ), in whole persons.
    pub sample_size: f64,
    /// The share of the undecided, where polls give any.
    pub undecided: PooledShare,
    /// What became of the undecided.
    pub undecided_rule: UndecidedRule,
    /// What is on the ballot in the order of the scenario: every party, others, against all. Only what
    /// some poll gives is here.
    pub options: Vec<PooledOption>,
}

/// What was subtracted from the values of one pollster for one option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseEffect {
    /// Who asked.
    pub pollster: String,
    /// The option: the id of a party, `others` or `against_all`.
    pub option: String,
    /// How much, in millionths of a percentage point.
    pub millionths: i64,
}

impl HouseEffect {
    /// How much, in percentage points.
    #[expect(clippy::cast_precision_loss, reason = "effects are below 10⁸ millionths")]
    pub fn points(&self) -> f64 {
        self.millionths as f64 / 1e6
    }
}

/// One poll of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolledPoll {
    /// Its id in the file.
    pub id: String,
    /// Who asked.
    pub pollster: String,
    /// The first day of the field work, if it is known.
    pub start: Option<Date>,
    /// The last day of the field work.
    pub end: Date,
    /// The persons asked.
    pub sample_size: u64,
    /// Whether it was used.
    pub treatment: Treatment,
}

/// Whether a poll was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// It was, with this weight.
    Used {
        /// What a person asked in it counts for, in millionths.
        millionths: u64,
    },
    /// It was not.
    LeftOut(LeftOut),
}

/// Why a poll was not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It ended after the day from which polls are looked back at.
    AfterAsOf,
    /// Its pollster has a later one.
    Superseded {
        /// The id of that one.
        by: String,
    },
    /// Its weight rounds to nothing.
    TooOld,
}

impl Treatment {
    /// The weight of a poll in use, in millionths.
    pub(super) const fn millionths(&self) -> Option<u64> {
        match *self {
            Self::Used { millionths } => Some(millionths),
            Self::LeftOut(_) => None,
        }
    }

    /// The weight of the poll, 0 (left out) to 1.
    #[expect(clippy::cast_precision_loss, reason = "millionths are far below 2⁵³")]
    pub fn weight(&self) -> f64 {
        self.millionths().unwrap_or(0) as f64 / weight::WHOLE as f64
    }
}

/// One option on the ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PooledOption {
    /// The id of a party, `others` or `against_all`.
    pub name: String,
    /// Its share of the decided; all add up to 1.
    pub decided: PooledShare,
    /// Its expected share, with its part of the undecided; all add up to 1.
    pub expected: PooledShare,
}

/// What becomes of undecided respondents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UndecidedRule {
    /// They vote as the decided do.
    #[default]
    Proportional,
    /// They vote as in a previous election.
    Previous,
    /// They are split anew in every draw by a Dirichlet; the count takes its mean.
    Dirichlet,
}

impl UndecidedRule {
    /// The rule's name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proportional => "proportional",
            Self::Previous => "previous",
            Self::Dirichlet => "dirichlet",
        }
    }
}
