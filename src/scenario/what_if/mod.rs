//! What if: operators on a count, one after another.
//!
//! An operator is checked when it is made, from words or from a file, and again against the scenario it
//! is applied to. Votes stay whole numbers and are moved exactly; each operator says how it rounds.
//! Nothing is repaired silently: what would leave a list below zero or a sum above the whole is refused.

mod amount;
mod consistency;
mod exponential;
mod fixed_shares;
mod group;
mod heirs;
mod merge;
mod refusal;
mod rounding;
mod rows;
mod scale;
mod split;
mod swing;
mod threshold_effect;
mod transfer;
mod turnout;
mod undecided;
mod withdraw;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use crate::election::LocalName;

use super::error::{Place, ScenarioError};
use super::wording;
use super::{Notice, Scenario};

pub(super) use amount::{Amount, Percent};
pub(super) use group::Group;
pub(super) use heirs::Heirs;
pub(super) use merge::Merge;
pub(super) use refusal::Refusal;
use rows::Ids;
pub(super) use scale::Scale;
pub(super) use split::Split;
pub(super) use swing::{Swing, Uniform};
pub(super) use threshold_effect::{Desertion, Insurance, ThresholdEffect};
pub(super) use transfer::{Transfer, TransferRow};
pub(super) use turnout::{Turnout, TurnoutChange};
pub(super) use undecided::Undecided;
pub(super) use withdraw::Withdraw;
pub(super) use words::{FORMS, band};

/// One operator with its parameters, and where it was asked for.
///
/// ```
/// use kurultai::scenario::{DEFAULT, Scenario, WhatIf};
/// let what_if: WhatIf = "transfer amanat auyl 3%".parse()?;
/// let scenario = Scenario::load(DEFAULT, None)?.with_what_ifs(&[what_if])?;
/// // 3 % of 3,431,510 are 102,945.3 votes.
/// assert_eq!(scenario.ballots.parties[..2], [3_328_565, 796_883]);
/// # Ok::<(), kurultai::scenario::ScenarioError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    operator: Operator,
    place: Place,
}

/// The operators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Transfer(Transfer),
    Swing(Swing),
    Merge(Merge),
    Split(Split),
    Withdraw(Withdraw),
    Undecided(Undecided),
    Turnout(Turnout),
    ThresholdEffect(ThresholdEffect),
    Scale(Scale),
}

/// The what-ifs of a scenario: those applied, and what it takes to apply them again under other rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhatIfs {
    /// Groups of voters whose turnout can change.
    pub(super) groups: Vec<Group>,
    steps: Vec<WhatIf>,
    applied: Vec<Applied>,
    /// The scenario as it was counted.
    before: Option<Box<Scenario>>,
}

/// An operator that was applied, and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The name of the operator.
    pub operator: &'static str,
    /// What it does, in a sentence without its full stop.
    pub sentence: String,
    /// Every row whose votes changed: those that left the ballot, then the others in its order.
    pub changes: Vec<Change>,
    /// The valid votes before and after.
    pub valid_votes: [u128; 2],
}

/// The votes of a row before and after; none where it is not on the ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The id of the party, or `against_all` or `invalid`.
    pub id: String,
    /// The name of the party.
    pub name: Option<LocalName>,
    /// Before the operator.
    pub before: Option<u64>,
    /// After it.
    pub after: Option<u64>,
}

impl WhatIfs {
    /// The operators applied, in order.
    pub fn applied(&self) -> &[Applied] {
        &self.applied
    }

    /// Whether one of them looks at the threshold, so that another threshold makes other votes.
    pub fn follow_threshold(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.operator, Operator::ThresholdEffect(_)))
    }
}

impl FromStr for WhatIf {
    type Err = ScenarioError;

    /// The what-if in these words, as `--what-if` takes them.
    fn from_str(text: &str) -> Result<Self, ScenarioError> {
        let shown = wording::excerpt(text);
        let place = Place::file(format!("--what-if \"{shown}\""));
        match words::read(text) {
            Ok(operator) => Ok(Self { operator, place }),
            Err(refusal) => Err(place.refuse(refusal.to_string())),
        }
    }
}

impl Operator {
    /// The operator with the id of every party that it names.
    fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Transfer(transfer) => Self::Transfer(transfer.with_ids(ids)?),
            Self::Swing(swing) => Self::Swing(swing.with_ids(ids)?),
            Self::Merge(merge) => Self::Merge(merge.with_ids(ids)?),
            Self::Split(split) => Self::Split(split.with_ids(ids)?),
            Self::Withdraw(withdraw) => Self::Withdraw(withdraw.with_ids(ids)?),
            Self::Undecided(undecided) => Self::Undecided(undecided.with_ids(ids)?),
            Self::Turnout(turnout) => Self::Turnout(turnout.clone()),
            Self::ThresholdEffect(effect) => Self::ThresholdEffect(effect.with_ids(ids)?),
            Self::Scale(scale) => Self::Scale(scale.with_ids(ids)?),
        })
    }

    fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        match self {
            Self::Transfer(transfer) => transfer.apply(scenario),
            Self::Swing(swing) => swing.apply(scenario),
            Self::Merge(merge) => merge.apply(scenario),
            Self::Split(split) => split.apply(scenario),
            Self::Withdraw(withdraw) => withdraw.apply(scenario),
            Self::Undecided(undecided) => undecided.apply(scenario),
            Self::Turnout(turnout) => turnout.apply(scenario),
            Self::ThresholdEffect(effect) => effect.apply(scenario),
            Self::Scale(scale) => scale.apply(scenario),
        }?;
        consistency::check(scenario)
    }

    fn words(&self) -> (&'static str, String) {
        match self {
            Self::Transfer(transfer) => ("transfer", transfer.sentence()),
            Self::Swing(swing) => ("swing", swing.sentence()),
            Self::Merge(merge) => ("merge", merge.sentence()),
            Self::Split(split) => ("split", split.sentence()),
            Self::Withdraw(withdraw) => ("withdraw", withdraw.sentence()),
            Self::Undecided(undecided) => ("undecided", undecided.sentence()),
            Self::Turnout(turnout) => ("turnout", turnout.sentence()),
            Self::ThresholdEffect(effect) => ("threshold_effect", effect.sentence()),
            Self::Scale(scale) => ("scale", scale.sentence()),
        }
    }
}

impl WhatIf {
    /// An operator that stands at `place`.
    pub(super) fn at(place: Place, operator: Operator) -> Self {
        Self { operator, place }
    }

    fn apply(&self, scenario: &mut Scenario) -> Result<(), ScenarioError> {
        let before = ballot_paper(scenario);
        let ids = |scenario: &Scenario| -> Vec<String> {
            scenario.parties.iter().map(|party| party.id.clone()).collect()
        };
        let (ids_before, options_before) = (ids(scenario), scenario.ballots.options().len());
        let valid_before = scenario.ballots.valid_votes();
        let refused = |refusal: Refusal| self.place.clone().refuse(refusal.to_string());
        let operator = self.operator.with_ids(Ids::of(scenario)).map_err(refused)?;
        operator.apply(scenario).map_err(refused)?;
        let is_other_ballot =
            ids(scenario) != ids_before || scenario.ballots.options().len() != options_before;
        if is_other_ballot && scenario.model.is_of_one_ballot() {
            return Err(self.place.clone().refuse(format!(
                "the model `{}` has numbers for each list on the ballot, and this changes which there are; \
                 use a model without them, or take the change into the votes",
                scenario.model.name()
            )));
        }
        let changes = changes(&before, &ballot_paper(scenario));
        let ids: BTreeSet<&str> = changes.iter().map(|change| &*change.id).collect();
        for party in &mut scenario.parties {
            party.assumed |= ids.contains(&*party.id);
        }
        let (operator, sentence) = operator.words();
        scenario.what_if.applied.push(Applied {
            operator,
            sentence,
            changes,
            valid_votes: [valid_before, scenario.ballots.valid_votes()],
        });
        Ok(())
    }
}

/// The rows of a ballot paper and invalid ballots, as changes from nothing.
fn ballot_paper(scenario: &Scenario) -> Vec<Change> {
    let parties = scenario.parties.iter().zip(&scenario.ballots.parties);
    let parties = parties.map(|(party, &votes)| (party.id.as_str(), Some(&party.name), votes));
    let ballots = &scenario.ballots;
    let rest = [(rows::AGAINST_ALL, None, ballots.against_all), ("invalid", None, ballots.invalid)];
    let row = |(id, name, votes): (&str, Option<&LocalName>, u64)| Change {
        id: id.to_owned(),
        name: name.cloned(),
        before: None,
        after: Some(votes),
    };
    parties.chain(rest).map(row).collect()
}

/// The rows whose votes differ: those that are gone, then the others in the order of the ballot.
fn changes(before: &[Change], after: &[Change]) -> Vec<Change> {
    let (votes_before, votes_after) = (votes_by_row(before), votes_by_row(after));
    let kept = after.iter().map(|row| {
        let before = votes_before.get(&identity(row)).copied().flatten();
        Change { before, ..row.clone() }
    });
    let gone = before.iter().filter(|row| !votes_after.contains_key(&identity(row)));
    let gone = gone.map(|row| Change { before: row.after, after: None, ..row.clone() });
    gone.chain(kept).filter(|change| change.before != change.after).collect()
}

/// What makes a row the same on two ballot papers: its id, and whether it is a party.
fn identity(row: &Change) -> (&str, bool) {
    (&row.id, row.name.is_some())
}

fn votes_by_row(rows: &[Change]) -> BTreeMap<(&str, bool), Option<u64>> {
    rows.iter().map(|row| (identity(row), row.after)).collect()
}

impl Scenario {
    /// The scenario with these what-ifs applied, in order, after those it has. Official seats and a lot
    /// that was drawn belong to the real count and no longer apply.
    ///
    /// # Errors
    /// [`ScenarioError::BadInput`] for the first what-if that cannot be.
    pub fn with_what_ifs(mut self, what_ifs: &[WhatIf]) -> Result<Self, ScenarioError> {
        if what_ifs.is_empty() {
            return Ok(self);
        }
        if self.what_if.before.is_none() {
            self.what_if.before = Some(Box::new(self.clone()));
        }
        for what_if in what_ifs {
            what_if.apply(&mut self)?;
            self.what_if.steps.push(what_if.clone());
        }
        self.overridden = true;
        self.lot.clear();
        self.notices
            .retain(|notice| !matches!(notice, Notice::FewVotes(_) | Notice::NeverDrawn(_)));
        self.note_draws();
        Ok(self)
    }

    /// The scenario as it was counted, and the what-ifs that were applied to it.
    pub(super) fn without_what_ifs(mut self) -> (Self, Vec<WhatIf>) {
        let steps = std::mem::take(&mut self.what_if.steps);
        match self.what_if.before.take() {
            Some(counted) => (*counted, steps),
            None => (self, steps),
        }
    }
}
