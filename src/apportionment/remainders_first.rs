//! Left-over seats by remainders first, then by averages: small Dutch councils.
//!
//! Kieswet, Article P 8: whole quotas; then one seat a list by the largest remainders, only to lists with
//! votes for a stated part of a quota; then by the largest averages, one seat a list at most; then by the
//! largest averages without that limit (this last step is this program's reading).

use std::cmp::Ordering;

use super::method::{DHONDT, Rule, with_signposts};
use super::quota::saturated;
use super::quota_rule::{Quota, QuotaRule};
use super::signposts::{Claim, Signposts};
use super::{Apportioned, Apportionment, ApportionmentError, Method, Tie, divisor, prepared};
use crate::election::Share;

/// How far the left-over seats go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// The whole quotas fill the house.
    Whole,
    /// So many lists win one by their remainder.
    Remainders(usize),
    /// Every list in line has one by its remainder, and so many win one by their average.
    OneAverage(usize),
    /// Every list has one by its average too, and averages go on without limit.
    Averages,
}

/// What the lists have before any seat is left over.
#[derive(Clone, Debug)]
pub(super) struct Whole {
    pub(super) quota: Quota,
    /// Whole quotas, or the floor if that is more; none for a list without votes.
    pub(super) seats: Vec<u32>,
    /// What is left of the votes; nothing of a list raised to its floor.
    pub(super) remainders: Vec<u128>,
    /// Whether the list is in line for a seat by its remainder.
    pub(super) is_in_line: Vec<bool>,
    /// Seats that are left over.
    pub(super) left_over: u32,
    pub(super) stage: Stage,
}

impl Method {
    /// Whether left-over seats can go by remainders first: the method has whole quotas and remainders, or
    /// averages to follow them.
    pub const fn takes_remainders_first(self) -> bool {
        !matches!(self, Self::HareStrongest | Self::HagenbachBischoffRounded | Self::BalinskiYoung)
    }

    /// The quota that counts whole seats: the method's own, or that of Hare for averages.
    pub(super) const fn quota_before_averages(self) -> QuotaRule {
        match self.rule() {
            Rule::Quota(rule) => rule,
            _ => QuotaRule::Hare,
        }
    }
}

/// Shares out seats by whole quotas, then left-over seats by remainders to the lists with votes for at
/// least `least` of a quota, one each, then by averages, one each, then by averages. A quota method has
/// its own quota and the averages of D'Hondt; a divisor method has the quota of Hare and its own averages.
///
/// # Errors
/// As [`apportion_from_floors`](super::apportion_from_floors).
///
/// # Panics
/// If `floors` is neither empty nor as long as `votes`, or the method has no remainders
/// ([`Method::takes_remainders_first`]).
///
/// ```
/// use kurultai::apportionment::{Apportionment, Method, apportion_remainders_first};
/// use kurultai::election::Share;
/// // 10 seats, quota 10: 7 whole quotas of the last list; its remainder 9 wins one, no other list has
/// // 7.5 votes; then the averages 79/9 and 7/1.
/// let (mut result, least) = (Apportionment::default(), Share::percent(75));
/// let votes = [0, 3, 5, 6, 7, 79];
/// apportion_remainders_first(Method::DHondt, least, &votes, &[], 10, &mut result)?;
/// assert_eq!(result.seats, [0, 0, 0, 0, 1, 9]);
/// # Ok::<(), kurultai::apportionment::ApportionmentError>(())
/// ```
pub fn apportion_remainders_first(
    method: Method,
    least: Share,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    result: &mut Apportionment,
) -> Result<(), ApportionmentError> {
    assert!(method.takes_remainders_first(), "{method} has no remainders to go by first");
    if !prepared(votes, floors, house_size, result)? {
        return Ok(());
    }
    let whole = Whole::of(method.quota_before_averages(), least, votes, floors, house_size)?;
    result.seats.clone_from(&whole.seats);
    let Apportionment { seats, ties } = result;
    match whole.stage {
        Stage::Whole => {}
        Stage::Remainders(open) => {
            let in_line = whole.in_line().collect();
            let compare =
                |left: usize, right: usize| whole.remainders[left].cmp(&whole.remainders[right]);
            ties.extend(give(open, in_line, compare, seats));
        }
        Stage::OneAverage(_) | Stage::Averages => {
            for list in whole.in_line() {
                seats[list] += 1;
            }
            with_signposts!(
                method.rule(),
                signposts => averages(signposts, whole.stage, votes, house_size, result),
                Rule::Quota(_) => averages(DHONDT, whole.stage, votes, house_size, result),
                Rule::BalinskiYoung => unreachable!("refused above"),
            );
        }
    }
    Ok(())
}

/// Seats by averages, one a list, and then without limit.
fn averages(
    signposts: impl Signposts,
    stage: Stage,
    votes: &[u64],
    house_size: u32,
    result: &mut Apportionment,
) {
    let lists: Vec<usize> = with_votes(votes).collect();
    if let Stage::OneAverage(open) = stage {
        let held = result.seats.clone();
        let claim = |list: usize| Claim { votes: votes[list], seat: held[list] + 1 };
        let compare = |left: usize, right: usize| signposts.compare(claim(left), claim(right));
        result.ties.extend(give(open, lists, compare, &mut result.seats));
        return;
    }
    for list in lists {
        result.seats[list] += 1;
    }
    let floors = result.seats.clone();
    divisor::apportion(signposts, votes, &floors, house_size, result);
}

/// The lists with votes.
pub(super) fn with_votes(votes: &[u64]) -> impl Iterator<Item = usize> + '_ {
    (0..votes.len()).filter(|&list| votes[list] > 0)
}

/// One seat to each of the `open` lists that come first; equals at the edge are a tie.
fn give(
    open: usize,
    mut lists: Vec<usize>,
    compare: impl Fn(usize, usize) -> Ordering,
    seats: &mut [u32],
) -> Option<Tie> {
    lists.sort_by(|&left, &right| compare(right, left));
    let last = lists[open - 1];
    let equal = |&list: &usize| compare(list, last) == Ordering::Equal;
    let is_tied = lists.get(open).is_some_and(equal);
    let certain = if is_tied { lists.iter().take_while(|list| !equal(list)).count() } else { open };
    for &list in &lists[..certain] {
        seats[list] += 1;
    }
    let mut tied: Vec<usize> = lists.iter().copied().filter(equal).collect();
    tied.sort_unstable();
    is_tied.then(|| Tie::new(tied, saturated((open - certain) as u64)))
}

impl Apportioned<'_> {
    /// The whole quotas that came before remainders and averages.
    pub(super) fn whole(&self) -> Result<Whole, ApportionmentError> {
        let least = self.remainder_from.unwrap_or(Share::ZERO);
        let rule = self.method.quota_before_averages();
        Whole::of(rule, least, self.votes, self.floors, self.house_size)
    }
}

impl Whole {
    /// Whole quotas and what they leave over, of a house with seats and lists with votes.
    pub(super) fn of(
        rule: QuotaRule,
        least: Share,
        votes: &[u64],
        floors: &[u32],
        house_size: u32,
    ) -> Result<Self, ApportionmentError> {
        let quota = rule.quota(votes, house_size)?;
        let mut whole = Self {
            quota,
            seats: vec![0; votes.len()],
            remainders: vec![0; votes.len()],
            is_in_line: vec![false; votes.len()],
            left_over: 0,
            stage: Stage::Whole,
        };
        let mut awarded = 0_u64;
        for list in with_votes(votes) {
            let (quotas, remainder) = quota.divide(votes[list]);
            let floor = u64::from(floors.get(list).copied().unwrap_or(0));
            awarded += quotas.max(floor);
            whole.seats[list] = saturated(quotas.max(floor));
            whole.remainders[list] = if floor > quotas { 0 } else { remainder };
            whole.is_in_line[list] = quota.is_reached_by(votes[list], least);
        }
        let house = u64::from(house_size);
        let left_over = house
            .checked_sub(awarded)
            .ok_or(ApportionmentError::OverAward { awarded, seats: house_size })?;
        whole.left_over = saturated(left_over);
        let (in_line, lists) = (whole.in_line().count(), with_votes(votes).count());
        let left = whole.left_over as usize;
        whole.stage = match left {
            0 => Stage::Whole,
            _ if left <= in_line => Stage::Remainders(left),
            _ if left - in_line <= lists => Stage::OneAverage(left - in_line),
            _ => Stage::Averages,
        };
        Ok(whole)
    }

    /// The lists in line for a seat by their remainder.
    pub(super) fn in_line(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.is_in_line.len()).filter(|&list| self.is_in_line[list])
    }
}
