//! How polls are made one: what `[polls]` says.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::date::Date;

/// The rules of pooling.
#[derive(Clone, Debug)]
pub(in super::super) struct PoolingRules {
    /// The day from which polls are looked back at.
    pub(in super::super) as_of: Option<Date>,
    /// After so many days a poll counts for half.
    pub(in super::super) half_life_days: Option<u32>,
    /// Whether only the latest poll of each pollster counts.
    pub(in super::super) latest_per_pollster: bool,
    /// The correlation ρ of the errors of two pollsters.
    pub(in super::super) correlation: f64,
    /// By pollster and option, in units of 10⁻⁶ percentage points.
    pub(in super::super) house_effects: BTreeMap<String, BTreeMap<usize, i64>>,
    pub(in super::super) rest: RestRule,
}

impl PoolingRules {
    /// What is subtracted from the values of an option, in units of 10⁻⁶ percentage points.
    pub(super) fn house_effect(&self, pollster: &str, option: usize) -> i64 {
        let effects = self.house_effects.get(pollster);
        effects.and_then(|effects| effects.get(&option)).copied().unwrap_or(0)
    }
}

/// What a poll leaves to 100 % without a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum RestRule {
    /// Undecided respondents.
    #[default]
    Undecided,
    /// Voters of others.
    Others,
}

impl RestRule {
    /// The rule's name in files.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Undecided => "undecided",
            Self::Others => "others",
        }
    }
}

impl FromStr for RestRule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "undecided" => Ok(Self::Undecided),
            "others" => Ok(Self::Others),
            _ => Err(format!(
                "unknown `rest` `{}`: what polls leave to 100 % is one of `undecided`, `others`",
                super::super::wording::excerpt(text)
            )),
        }
    }
}
