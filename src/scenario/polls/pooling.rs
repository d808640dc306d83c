//! Many polls made one.
//!
//! A poll i of nᵢ persons counts for mᵢ = nᵢ·wᵢ of them, with the weight wᵢ = 2^(−age/half-life) in
//! millionths. Its values vᵢₒ, less the house effects of its pollster, add up to the decided Dᵢ.
//!
//! * An option's share of the decided is dₒ = Σ mᵢ·vᵢₒ / Σ mᵢ·Dᵢ over the polls that give it: of all
//!   decided persons who were asked, the share that named it. As options may be missing in polls, all dₒ
//!   are then scaled to add up to 1.
//! * The undecided share is u = Σ mᵢ·uᵢ / Σ mᵢ·(Dᵢ + uᵢ) over the polls that have any.
//! * With M = Σ mᵢ, and Q = Σ (sum of mᵢ of a pollster)², there are K = M²/Q pollsters of mean size
//!   n = M/K, and `n_eff` = n·K / (1 + (K−1)·ρ). Pollsters of equal size count in full, a small one beside a
//!   large one hardly (Kish's effective number).
//!
//! Shares are sums of whole numbers, rounded once to 10⁻¹² of the whole.

use std::collections::BTreeMap;

use super::percent::Percent;
use super::poll::{Options, Poll};
use super::pooled::{LeftOut, PolledPoll, Treatment};
use super::rules::{PoolingRules, RestRule};
use super::share::{PooledShare, whole};
use super::weight;

/// What the polls say together.
#[derive(Clone, Debug)]
pub(in super::super) struct Pool {
    pub(super) polls: Vec<PolledPoll>,
    /// The shares of the decided by option; none for an option that no poll gives.
    pub(super) decided: Vec<Option<PooledShare>>,
    pub(super) undecided: PooledShare,
    pub(super) pollsters: f64,
    pub(super) sample_size: f64,
}

impl Pool {
    /// Whether some poll gives this option.
    pub(in super::super) fn gives(&self, option: usize) -> bool {
        self.decided[option].is_some()
    }
}

/// Polls that cannot be pooled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Unpoolable {
    /// All polls are left out.
    NoPoll,
    /// No poll in use gives this party.
    NotAsked(usize),
    /// A house effect moves a value below 0 or above 100 %.
    HouseEffect { pollster: String, option: usize, poll: String, value: String },
}

/// Pools the polls by these rules.
pub(in super::super) fn pool(
    polls: &[Poll],
    rules: &PoolingRules,
    options: &Options,
) -> Result<Pool, Unpoolable> {
    let treatments = select(polls, rules);
    let counted = (polls.iter().zip(&treatments))
        .filter_map(|(poll, treatment)| treatment.millionths().map(|weight| (poll, weight)))
        .map(|(poll, weight)| Counted::new(poll, weight, rules, options))
        .collect::<Result<Vec<_>, _>>()?;
    if counted.is_empty() {
        return Err(Unpoolable::NoPoll);
    }
    let decided: Vec<Option<PooledShare>> =
        (0..options.names().count()).map(|option| decided_share(&counted, option)).collect();
    if let Some(party) = decided.iter().take(options.parties()).position(Option::is_none) {
        return Err(Unpoolable::NotAsked(party));
    }
    let weights: Vec<u128> =
        decided.iter().map(|share| share.unwrap_or_default().trillionths()).collect();
    let scaled = whole(&weights);
    let (pollsters, sample_size) = effective(&counted, rules.correlation);
    Ok(Pool {
        polls: polls.iter().zip(treatments).map(|(poll, how)| recorded(poll, how)).collect(),
        decided: decided.iter().zip(scaled).map(|(share, scaled)| share.map(|_| scaled)).collect(),
        undecided: undecided_share(&counted),
        pollsters,
        sample_size,
    })
}

/// Which polls are used, with which weight, and why others are not.
fn select(polls: &[Poll], rules: &PoolingRules) -> Vec<Treatment> {
    let is_after = |poll: &Poll| rules.as_of.is_some_and(|as_of| poll.end > as_of);
    let latest = |pollster: &str| {
        let own = polls.iter().enumerate().filter(|(_, poll)| poll.pollster == pollster);
        own.filter(|(_, poll)| !is_after(poll)).max_by_key(|&(at, poll)| (poll.end, poll.start, at))
    };
    let treatment = |(at, poll): (usize, &Poll)| {
        if is_after(poll) {
            return Treatment::LeftOut(LeftOut::AfterAsOf);
        }
        if rules.latest_per_pollster
            && let Some((_, by)) = latest(&poll.pollster).filter(|&(newest, _)| newest != at)
        {
            return Treatment::LeftOut(LeftOut::Superseded { by: by.id.clone() });
        }
        let millionths = match (rules.as_of, rules.half_life_days) {
            (Some(as_of), Some(half_life)) => {
                let age = u64::try_from(as_of.days_since(poll.end)).unwrap_or(0);
                weight::at_age(age, half_life)
            }
            _ => weight::WHOLE,
        };
        match millionths {
            0 => Treatment::LeftOut(LeftOut::TooOld),
            millionths => Treatment::Used { millionths },
        }
    };
    polls.iter().enumerate().map(treatment).collect()
}

/// A poll as it goes into the sums.
struct Counted<'p> {
    pollster: &'p str,
    /// Persons times weight, in millionths of a person.
    persons: u128,
    values: BTreeMap<usize, u64>,
    decided: u64,
    undecided: Option<u64>,
}

impl<'p> Counted<'p> {
    fn new(
        poll: &'p Poll,
        weight: u64,
        rules: &PoolingRules,
        options: &Options,
    ) -> Result<Self, Unpoolable> {
        let mut values: BTreeMap<usize, u64> =
            poll.values.iter().map(|(&option, value)| (option, value.0)).collect();
        let mut undecided = poll.undecided.map(|value| value.0);
        if let Some(rest) = poll.rest() {
            match rules.rest {
                RestRule::Undecided => *undecided.get_or_insert(0) += rest.0,
                RestRule::Others => {
                    let others = options.position("others").unwrap_or_default();
                    *values.entry(others).or_insert(0) += rest.0;
                }
            }
        }
        for (option, value) in &mut values {
            let effect = rules.house_effect(&poll.pollster, *option);
            let moved =
                value.checked_add_signed(-effect).filter(|&moved| moved <= Percent::WHOLE.0);
            *value = moved.ok_or_else(|| Unpoolable::HouseEffect {
                pollster: poll.pollster.clone(),
                option: *option,
                poll: poll.id.clone(),
                value: Percent(*value).shown(),
            })?;
        }
        Ok(Self {
            pollster: &poll.pollster,
            persons: u128::from(poll.persons) * u128::from(weight),
            decided: values.values().sum(),
            values,
            undecided: undecided.filter(|&undecided| undecided > 0),
        })
    }
}

fn decided_share(polls: &[Counted<'_>], option: usize) -> Option<PooledShare> {
    let (mut named, mut all) = (0, 0);
    for poll in polls {
        if let Some(&value) = poll.values.get(&option) {
            named += poll.persons * u128::from(value);
            all += poll.persons * u128::from(poll.decided);
        }
    }
    (all > 0).then(|| PooledShare::of(named, all))
}

fn undecided_share(polls: &[Counted<'_>]) -> PooledShare {
    let (mut undecided, mut all) = (0, 0);
    for poll in polls {
        if let Some(share) = poll.undecided {
            undecided += poll.persons * u128::from(share);
            all += poll.persons * u128::from(poll.decided + share);
        }
    }
    if all > 0 { PooledShare::of(undecided, all) } else { PooledShare::default() }
}

/// The effective number of pollsters K, and `n_eff` in whole persons, at least one.
#[expect(clippy::cast_precision_loss, reason = "a size of a sample is approximate")]
fn effective(polls: &[Counted<'_>], correlation: f64) -> (f64, f64) {
    let mut by_pollster: BTreeMap<&str, u128> = BTreeMap::new();
    for poll in polls {
        *by_pollster.entry(poll.pollster).or_insert(0) += poll.persons;
    }
    let persons = by_pollster.values().map(|&persons| persons as f64 / weight::WHOLE as f64);
    let (sum, squares) = persons.fold((0.0, 0.0), |(sum, squares), m| (sum + m, squares + m * m));
    let pollsters: f64 = sum * sum / squares;
    let sample_size = sum / (1.0 + (pollsters - 1.0) * correlation);
    (pollsters, sample_size.round().max(1.0))
}

fn recorded(poll: &Poll, treatment: Treatment) -> PolledPoll {
    PolledPoll {
        id: poll.id.clone(),
        pollster: poll.pollster.clone(),
        start: poll.start,
        end: poll.end,
        sample_size: poll.persons,
        treatment,
    }
}
