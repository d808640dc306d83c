//! Lists gain or lose, and the others give or take.
//!
//! With v the votes of a list, T the valid votes, and V' = T − v' for the others:
//! * uniform: v' = v + T·p for a change of p points. The others, or the rows named as givers, change
//!   by −T·Σp together, in proportion to their votes;
//! * proportional: v' = v·(1 + r); the others share T − v' in proportion to their votes;
//! * logit: the odds v/(T − v) are multiplied by e^δ, so v' = T·v·e^δ/(T − v + v·e^δ); the others
//!   share T − v' in proportion to their votes.
//!
//! Uniform: the new votes of the named lists and those of the givers together become whole by largest
//! remainders, the named first. Proportional and logit: v' is rounded half up. In all of them the votes
//! of the others become whole by largest remainders, of equals to the earlier, and T stays.

use super::super::Scenario;
use super::amount::{Growth, Points, Shift, WHOLE};
use super::exponential::exponential;
use super::refusal::Refusal;
use super::rounding::{half_up, in_proportion, portion, whole_parts};
use super::rows::{Ids, Row, listed, once};

/// A swing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) enum Swing {
    /// Points of all valid votes.
    Uniform(Uniform),
    /// A relative change of one list's votes.
    Proportional { list: String, by: Growth },
    /// A shift of one list's log-odds.
    Logit { list: String, by: Shift },
}

/// Points for lists, and who gives or takes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Uniform {
    points: Vec<(String, Points)>,
    /// None: everything else on the ballot.
    givers: Option<Vec<String>>,
}

impl Uniform {
    /// Points for at least one list; the givers, if they are named, are others.
    pub(in crate::scenario) fn new(
        points: Vec<(String, Points)>,
        givers: Option<Vec<String>>,
    ) -> Result<Self, Refusal> {
        let lists = points.iter().map(|(name, _)| name.as_str());
        once(lists.chain(givers.iter().flatten().map(String::as_str)))?;
        Ok(Self { points, givers })
    }

    fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let valid = scenario.valid();
        let mut named = Vec::new();
        let mut parts = Vec::new();
        for (name, points) in &self.points {
            let row = scenario.row(name)?;
            let votes = scenario.votes_of(row);
            let change = i128::from(valid) * points.0;
            let Some(new) = (u128::from(votes) * WHOLE).checked_add_signed(change) else {
                return Refusal::because(format!(
                    "`{name}` has {votes} of {valid} valid votes and cannot lose {} points; at most all of \
                     its votes can go",
                    Points(-points.0).to_string().trim_start_matches('+')
                ));
            };
            named.push(row);
            parts.push(new);
        }
        let givers = match &self.givers {
            Some(givers) => scenario.rows_named(givers)?,
            None => scenario.rows().into_iter().filter(|row| !named.contains(row)).collect(),
        };
        let weights: Vec<u64> = givers.iter().map(|&row| scenario.votes_of(row)).collect();
        let together: u64 = weights.iter().sum();
        let change: i128 = self.points.iter().map(|(_, points)| points.0).sum();
        let giving = (u128::from(together) * WHOLE).checked_add_signed(-i128::from(valid) * change);
        let Some(giving) = giving.filter(|_| together > 0 || change == 0) else {
            return Refusal::because(format!(
                "the points add up to {}, but those who give or take them have {together} of {valid} \
                 votes; at most all of their votes can go, and without any they cannot share in proportion",
                Points(change)
            ));
        };
        parts.push(giving);
        let parts = whole_parts(&parts, WHOLE);
        let rest = parts.last().copied().unwrap_or(0);
        for (row, votes) in named.into_iter().zip(parts) {
            scenario.set_votes(row, votes);
        }
        share_out(scenario, &givers, &weights, rest)
    }
}

impl Swing {
    pub(super) fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Uniform(Uniform { points, givers }) => {
                let givers = givers.as_ref().map(|givers| ids.all(givers)).transpose()?;
                Self::Uniform(Uniform::new(ids.pairs(points)?, givers)?)
            }
            Self::Proportional { list, by } => Self::Proportional { list: ids.one(list)?, by: *by },
            Self::Logit { list, by } => Self::Logit { list: ids.one(list)?, by: *by },
        })
    }

    pub(super) fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let (name, new): (_, &dyn Fn(u64, u64) -> u128) = match self {
            Self::Uniform(uniform) => return uniform.apply(scenario),
            Self::Proportional { list, by } => (list, &|votes, _| {
                let factor = WHOLE.saturating_add_signed(by.0);
                half_up(u128::from(votes) * factor, WHOLE)
            }),
            Self::Logit { list, by } => (list, &|votes, valid| {
                let (up, down) = exponential(by.0);
                let own = u128::from(votes) * up;
                portion(valid, own, own + u128::from(valid - votes) * down).into()
            }),
        };
        let row = scenario.row(name)?;
        let (votes, valid) = (scenario.votes_of(row), scenario.valid());
        let new = new(votes, valid);
        let Some(rest) = u64::try_from(new).ok().and_then(|new| valid.checked_sub(new)) else {
            return Refusal::because(format!(
                "`{name}` would have {new} of {valid} votes; it can have at most all of them"
            ));
        };
        let others: Vec<Row> = scenario.rows().into_iter().filter(|&other| other != row).collect();
        let weights: Vec<u64> = others.iter().map(|&row| scenario.votes_of(row)).collect();
        scenario.set_votes(row, valid - rest);
        share_out(scenario, &others, &weights, rest)
    }

    pub(super) fn sentence(&self) -> String {
        const OTHERS: &str = "given or taken by the others in proportion";
        match self {
            Self::Uniform(Uniform { points, givers }) => {
                let changes: Vec<String> =
                    points.iter().map(|(name, points)| format!("{name} {points}")).collect();
                let givers = match givers {
                    Some(givers) => format!("given or taken by {} in proportion", listed(givers)),
                    None => OTHERS.to_owned(),
                };
                format!("swing in points of the valid votes: {}, {givers}", listed(&changes))
            }
            Self::Proportional { list, by } => {
                format!("swing of {by} of the votes of {list}, {OTHERS}")
            }
            Self::Logit { list, by } => {
                format!("swing of {by} in the log-odds of {list}, {OTHERS}")
            }
        }
    }
}

/// Gives `rows` the votes `total` in proportion to `weights`.
fn share_out(
    scenario: &mut Scenario,
    rows: &[Row],
    weights: &[u64],
    total: u64,
) -> Result<(), Refusal> {
    let Some(parts) = in_proportion(total, weights) else {
        return Refusal::because(
            "the others have no votes to be in proportion to; move votes with `transfer` instead",
        );
    };
    for (&row, votes) in rows.iter().zip(parts) {
        scenario.set_votes(row, votes);
    }
    Ok(())
}
