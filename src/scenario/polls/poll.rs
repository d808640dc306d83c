//! One poll, and the answers that its respondents could give.

use std::collections::BTreeMap;

use super::date::Date;
use super::percent::Percent;
use crate::election::{NameError, Party, party_named};

/// What is on the ballot, as polls name it: the parties, others, against all.
#[derive(Clone, Debug)]
pub(in super::super) struct Options {
    names: Vec<String>,
    /// The parties of the scenario file, which come first; the rest is `others` and `against_all`.
    parties: Vec<Party>,
}

/// What a respondent answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Answer {
    /// An option, by index.
    Option(usize),
    /// That it is not decided.
    Undecided,
}

impl Options {
    /// The options of a ballot with these parties, of which only ids and names matter.
    pub(in super::super) fn new(parties: Vec<Party>) -> Self {
        let mut names: Vec<String> = parties.iter().map(|party| party.id.clone()).collect();
        for name in ["others", "against_all"] {
            if !names.iter().any(|party| party == name) {
                names.push(name.to_owned());
            }
        }
        Self { names, parties }
    }

    pub(in super::super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    pub(in super::super) fn name(&self, option: usize) -> &str {
        &self.names[option]
    }

    pub(in super::super) const fn parties(&self) -> usize {
        self.parties.len()
    }

    /// The option that a text means, which may be the name of a party in any language.
    pub(in super::super) fn called(&self, name: &str) -> Result<usize, NameError> {
        match self.position(name) {
            Some(option) => Ok(option),
            None => party_named(&self.parties, name),
        }
    }

    pub(in super::super) fn position(&self, name: &str) -> Option<usize> {
        self.names().position(|option| option == name)
    }

    pub(super) fn answer(&self, name: &str) -> Result<Answer, NameError> {
        match self.called(name) {
            Ok(option) => Ok(Answer::Option(option)),
            Err(_) if name == "undecided" => Ok(Answer::Undecided),
            Err(error) => Err(error),
        }
    }
}

/// What one poll found, in percent of all persons asked.
#[derive(Clone, Debug)]
pub(in super::super) struct Poll {
    pub(super) id: String,
    pub(in super::super) pollster: String,
    pub(super) start: Option<Date>,
    pub(super) end: Date,
    pub(super) persons: u64,
    /// The line of its first row.
    pub(super) line: usize,
    /// By option; what the poll does not give is missing.
    pub(super) values: BTreeMap<usize, Percent>,
    pub(super) undecided: Option<Percent>,
    /// The decimals of its finest value.
    pub(super) decimals: u32,
}

impl Poll {
    /// All its values together, in units of 10⁻⁶ %.
    fn sum(&self) -> u64 {
        self.values.values().chain(&self.undecided).map(|value| value.0).sum()
    }

    /// How far rounding alone can move the sum, in units of 10⁻⁶ %: half a unit of the last decimal for
    /// each value.
    fn rounding(&self) -> u64 {
        let values = self.values.len() + usize::from(self.undecided.is_some());
        let unit = 1_000_000 / 10_u64.pow(self.decimals.min(6));
        u64::try_from(values).unwrap_or(u64::MAX).saturating_mul(unit) / 2
    }

    /// What is missing to 100 %, where it is more than rounding explains.
    pub(super) fn rest(&self) -> Option<Percent> {
        let rest = Percent::WHOLE.0.saturating_sub(self.sum());
        (rest > self.rounding()).then_some(Percent(rest))
    }

    /// Checks the sum. The message is for the first row of the poll.
    pub(super) fn check(&self) -> Result<(), String> {
        let Self { id, .. } = self;
        let sum = self.sum();
        let shown = Percent(sum).shown();
        if sum > Percent::WHOLE.0 + self.rounding() {
            let most = Percent(Percent::WHOLE.0 + self.rounding()).shown();
            return Err(format!(
                "the poll `{id}` adds up to {shown} %; it must be at most 100 %, or {most} % with what \
                 rounding explains"
            ));
        }
        if self.values.values().all(|value| value.0 == 0) {
            return Err(format!(
                "the poll `{id}` has no option above 0 %; give at least one, or leave the poll out"
            ));
        }
        if sum <= 2_000_000 {
            return Err(format!(
                "the poll `{id}` adds up to {shown} %; values are percentages: write `48.6`, not `0.486`"
            ));
        }
        Ok(())
    }
}
