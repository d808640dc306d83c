//! Scenarios: a file, or a built-in name, turned into a validated election.
//!
//! [`Scenario::load`] reads what the command line names. Every refusal is one line that says where,
//! what is wrong, and what would be accepted; nothing that could move a seat is ignored or guessed.

mod built_in;
mod columns;
mod count;
mod error;
mod field;
mod input;
mod load;
mod local;
mod no_list;
mod overrides;
mod polls;
mod quotation;
mod row;
mod sections;
mod votes_csv;
mod what_if;
mod wording;

pub use built_in::{BuiltIn, Companion, DEFAULT, STARTER, built_in};
pub use error::{ErrorKind, Place, ScenarioError};
pub use input::{InputFormat, MAX_INPUT_BYTES, UnknownFormat, is_loop_of_links};
pub use overrides::Overrides;
pub use polls::{
    Date, DateError, HouseEffect, LeftOut, PolledPoll, PooledOption, PooledPolls, PooledShare,
    Treatment, UndecidedRule,
};

pub use what_if::{Applied, Change, WhatIf, WhatIfs};

use crate::election::{Ballots, House, LocalName, Party, PartyKind};
use crate::law::{Law, PRESETS, Preset};
use crate::uncertainty::{Model, Undecided};

/// An election to allocate or simulate: everything checked, nothing left to look up.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// What it is about.
    pub title: LocalName,
    /// Where the numbers come from.
    pub source: Option<LocalName>,
    /// What its author assumed, one sentence each; shown with every result.
    pub assumptions: Vec<LocalName>,
    /// The house to fill.
    pub house: House,
    /// The law in force.
    pub law: Law,
    /// The preset the law starts from; none if the file spells the law out.
    pub preset: Option<&'static Preset>,
    /// The parties on the ballot, in the order of the file.
    pub parties: Vec<Party>,
    /// The count, in the order of the parties.
    pub ballots: Ballots,
    /// Persons entitled to vote.
    pub registered: Option<u64>,
    /// The winners of the lot as it was drawn, by index, for a law that settles ties by lot.
    pub lot: Vec<usize>,
    /// Coalitions to watch.
    pub coalitions: Vec<Coalition>,
    /// How uncertain the shares are.
    pub model: Model,
    /// The polls behind the count, where it is made of polls.
    pub polls: Option<PooledPolls>,
    /// The undecided of these polls, where they are split anew in every draw; the count has them by their mean.
    pub undecided: Option<Undecided>,
    /// The real election that a simulation of this one is compared with.
    pub result: Option<Box<Self>>,
    /// What the program supplied because the input was silent, or found worth a warning.
    pub notices: Vec<Notice>,
    /// SHA-256 of the bytes read: the scenario file, then the file of votes or of polls if there is one.
    pub sha256: String,
    /// Whether options changed the file's own law or house, or the program assumed a house of another
    /// size than the official seats of a CSV add up to, or a what-if changed the count, so that official
    /// seats do not apply.
    pub overridden: bool,
    /// What was changed about the count.
    pub what_if: WhatIfs,
}

/// Parties that govern together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coalition {
    /// Its name.
    pub name: LocalName,
    /// Its members, by index, ascending.
    pub members: Vec<usize>,
}

/// With so many votes rounding to whole ones moves a chance near the threshold by less than 0.1 points
/// where a share is uncertain by 0.5 points or more (it moves by about half a vote over the spread).
pub const MANY_VOTES: u128 = 100_000;

/// Something the reader of a result should know.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The input has no law; this preset was assumed.
    LawAssumed(&'static Preset),
    /// The input has no house size; that of the body of this preset was assumed.
    HouseAssumed(&'static Preset),
    /// The input has no model of uncertainty; the default was assumed.
    ModelAssumed,
    /// Polls have an effective sample size of `pooled` persons, and the model uses `used` of them: the
    /// same where the file is silent, else what the file says.
    SampleSizeFromPolls {
        /// `n_eff` of the polls.
        pooled: f64,
        /// The sample size of the model.
        used: f64,
    },
    /// Columns that mean nothing here were ignored.
    IgnoredColumns(Vec<String>),
    /// The shares add up to less than the whole; the rest counts as votes for other lists.
    SharesIncomplete {
        /// The votes that make up the rest.
        votes: u64,
    },
    /// The first row has as many votes as all others: it may be their sum, or a list with half of the votes.
    LooksLikeSum(String),
    /// A list without votes cannot be drawn by the model and stays at zero.
    NeverDrawn(String),
    /// So few valid votes that rounding draws to whole votes moves chances near the threshold: fewer
    /// than [`MANY_VOTES`].
    FewVotes(u128),
}

/// A preset for bodies of many sizes, where no size is given.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error(
    "the law `{}` is for bodies of many sizes, so the house size must be given: `seats` under `[house]`, or \
     `--seats`",
    .0.name
)]
struct NoFixedSize(&'static Preset);

impl Scenario {
    /// The votes of everything on the ballot: every party in order, then against all if anyone voted
    /// so. Models of uncertainty draw shares of exactly these.
    pub fn options(&self) -> Vec<u64> {
        self.ballots.options()
    }

    /// Whether the house is the program's assumption, for the input names none.
    pub fn is_house_assumed(&self) -> bool {
        self.notices.iter().any(|notice| matches!(notice, Notice::HouseAssumed(_)))
    }

    /// The parties that can win seats, by index, ascending.
    pub fn seated(&self) -> Vec<usize> {
        let parties = self.parties.iter().enumerate();
        parties.filter(|(_, party)| party.kind == PartyKind::List).map(|(at, _)| at).collect()
    }

    /// Notes what a simulation should be read with: counts of too few votes, and the lists that the
    /// model can never draw: a list without votes has no logarithm, and no
    /// weight in a Dirichlet without prior.
    fn note_draws(&mut self) {
        let valid_votes = self.ballots.valid_votes();
        if valid_votes < MANY_VOTES && self.model != Model::Point {
            self.notices.push(Notice::FewVotes(valid_votes));
        }
        if self.model != Model::Point && !self.model.draws_from_nothing() {
            let votes = self.parties.iter().zip(&self.ballots.parties);
            let never =
                votes.filter(|(party, votes)| party.kind == PartyKind::List && **votes == 0);
            let never = never.map(|(party, _)| Notice::NeverDrawn(party.id.clone()));
            self.notices.extend(never);
        }
    }
}

/// The law of an input that has none: the one in force.
fn assumed_law() -> &'static Preset {
    &PRESETS[0]
}
