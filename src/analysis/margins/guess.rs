//! Where a change is to be expected, by real numbers: a guess costs time if it is wrong, never a vote.
//!
//! Seats go to the highest *levels*: votes over the signpost of the seat, or quotas less the number of the seat,
//! of which largest remainders take the highest too. While the same lists compete, only the lists whose votes
//! move change theirs, so a few seats at the edge of the house say where the next one turns.

use super::trial::{Change, Move};
use crate::apportionment::Method;

/// Seats at the edge of the house that are looked at on either side.
const EDGE: usize = 6;

/// A quota moves with new votes, so the guess is made anew with that of the last one: each time the error shrinks
/// to the list's share of the votes.
const ROUNDS: usize = 24;

/// What stands in for a signpost of 0: the seat goes before all others, to the list with more votes first.
const NOTHING: f64 = 1e-150;

/// A count in which the change has not happened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before<'a> {
    pub(super) method: Method,
    pub(super) house_size: u32,
    /// The votes of the lists that compete, without any moved; 0 of all others.
    pub(super) votes: &'a [u64],
    /// All seats, ties given to anybody.
    pub(super) seats: &'a [u32],
    /// The seats that the change is about: those of the list as it was counted.
    pub(super) own_seats: u32,
}

/// The number of votes, above `start` and at most `end`, with which the change is expected; none where
/// nothing is.
pub(super) fn expected(
    before: Before<'_>,
    votes: Move,
    change: Change,
    (start, end): (u64, u64),
) -> Option<u64> {
    let (list, gains) = match change {
        Change::Gains(list) => (list, true),
        Change::Loses(list) => (list, false),
        Change::AnySeat | Change::WinsMajority(_) | Change::LosesMajority(_) => return None,
    };
    let other = match votes {
        Move::New(_) | Move::Away(_) => None,
        Move::Switch { from, to } => Some(if gains { from } else { to }),
    };
    let mut guess = start;
    for _ in 0..ROUNDS {
        let edge = Edge::of(before, votes, guess, [Some(list), other]);
        let next = first(start, end, |number| edge.turns(votes, (list, gains), other, number));
        if next == guess || !edge.follows_votes {
            return Some(next);
        }
        guess = next;
    }
    Some(guess)
}

/// The first number above `start` that does it, if any up to `end` does; else `end`.
fn first(start: u64, end: u64, does: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (start, end);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if does(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

/// The seats at the edge of the house of the lists whose votes stay.
struct Edge<'a> {
    before: Before<'a>,
    quota: f64,
    /// Whether the quota does.
    follows_votes: bool,
    /// The highest levels outside, descending.
    outside: Vec<f64>,
    /// The lowest levels inside, ascending.
    inside: Vec<f64>,
}

impl<'a> Edge<'a> {
    fn of(before: Before<'a>, votes: Move, number: u64, moving: [Option<usize>; 2]) -> Self {
        // Votes of a list that does not compete are in no quota.
        let moved = |list: usize| if before.votes[list] > 0 { real(number) } else { 0.0 };
        let change = match votes {
            Move::New(to) => moved(to),
            Move::Away(from) => -moved(from),
            Move::Switch { from, to } if (before.votes[from] > 0) == (before.votes[to] > 0) => 0.0,
            Move::Switch { from, to } => moved(to) - moved(from),
        };
        let all = before.votes.iter().map(|&votes| real(votes)).sum::<f64>() + change;
        let house = f64::from(before.house_size);
        let quota = match before.method {
            Method::Hare => Some(all / house),
            Method::HagenbachBischoff => Some(all / (house + 1.0)),
            Method::Droop => Some((all / (house + 1.0)).floor() + 1.0),
            _ => None,
        };
        let mut edge = Self {
            before,
            quota: quota.unwrap_or(1.0),
            follows_votes: quota.is_some() && change.abs() > 0.0,
            outside: Vec::with_capacity(EDGE + 1),
            inside: Vec::with_capacity(EDGE + 1),
        };
        for (list, (&votes, &seats)) in before.votes.iter().zip(before.seats).enumerate() {
            if votes == 0 || moving.contains(&Some(list)) {
                continue;
            }
            let missed = -edge.level(real(votes), seats);
            keep_lowest(&mut edge.outside, missed);
            if seats > 0 {
                let held = edge.level(real(votes), seats - 1);
                keep_lowest(&mut edge.inside, held);
            }
        }
        edge
    }

    /// The level of the seat after the first `seats` ones.
    fn level(&self, votes: f64, seats: u32) -> f64 {
        match self.before.method {
            Method::Hare | Method::HagenbachBischoff | Method::Droop => {
                votes / self.quota - f64::from(seats)
            }
            method => votes / signpost(method, f64::from(seats)),
        }
    }

    /// Whether the change has happened with so many votes: whether enough other seats are above the one
    /// that is at stake.
    fn turns(
        &self,
        votes: Move,
        (list, gains): (usize, bool),
        other: Option<usize>,
        number: u64,
    ) -> bool {
        let has = |list: usize| {
            let own = real(self.before.votes[list]);
            match votes {
                Move::New(to) | Move::Switch { to, .. } if to == list => own + real(number),
                Move::Away(_) | Move::Switch { .. } => own - real(number),
                Move::New(_) => own,
            }
        };
        let own = self.before.own_seats;
        let stake = self.level(has(list), if gains { own } else { own.saturating_sub(1) });
        let above = self.outside.iter().filter(|&&missed| -missed > stake).count();
        let below = self.inside.iter().filter(|&&held| held < stake).count();
        // What the others have now is the house less the seats of those whose votes move.
        let mut room = i64::from(self.before.seats[list]) - i64::from(own) - i64::from(gains)
            + i64::from(!gains);
        if let Some(other) = other {
            room +=
                i64::from(self.before.seats[other]) - self.seats_above(has(other), other, stake);
        }
        // At most EDGE of either.
        room += i64::try_from(below).unwrap_or(0) - i64::try_from(above).unwrap_or(0);
        if gains { room >= 0 } else { room <= 0 }
    }

    /// How many seats of a list whose votes move are above a level, counted from those it has.
    fn seats_above(&self, votes: f64, list: usize, stake: f64) -> i64 {
        if self.before.votes[list] == 0 {
            return 0;
        }
        let mut seats = self.before.seats[list];
        for _ in 0..EDGE {
            if self.level(votes, seats) > stake {
                seats += 1;
            } else if seats > 0 && self.level(votes, seats - 1) <= stake {
                seats -= 1;
            } else {
                break;
            }
        }
        i64::from(seats)
    }
}

/// Puts a number among the lowest, ascending, if it is one.
fn keep_lowest(lowest: &mut Vec<f64>, number: f64) {
    if lowest.len() == EDGE && lowest.last().is_some_and(|&last| last <= number) {
        return;
    }
    let place = lowest.partition_point(|&known| known <= number);
    lowest.insert(place, number);
    lowest.truncate(EDGE);
}

/// The signpost of the seat after the first `seats` ones, up to a common factor.
fn signpost(method: Method, seats: f64) -> f64 {
    if let Some((step, first)) = method.linear_signposts() {
        return f64::from(step) * seats + f64::from(first);
    }
    let next = seats + 1.0;
    let exact = match method {
        Method::ModifiedSainteLague(first) if seats < 1.0 => {
            let (numerator, denominator) = first.fraction();
            f64::from(numerator) / f64::from(denominator)
        }
        Method::ModifiedSainteLague(_) => seats + next,
        Method::Dean => seats * next / (seats + next),
        Method::HuntingtonHill => (seats * next).sqrt(),
        Method::Macau => seats.exp2(),
        Method::PowerMean(order) => power_mean(order, seats),
        _ => seats,
    };
    exact.max(NOTHING)
}

/// The mean of order p of `seats` and one more.
fn power_mean(order: crate::apportionment::MeanOrder, seats: f64) -> f64 {
    use crate::apportionment::MeanOrder;
    match order {
        MeanOrder::Smallest => seats,
        MeanOrder::Largest => seats + 1.0,
        MeanOrder::Whole(order) => match i32::from(order.get()) {
            0 => (seats * (seats + 1.0)).sqrt(),
            order => {
                let half = f64::midpoint(seats.powi(order), (seats + 1.0).powi(order));
                half.powf(1.0 / f64::from(order))
            }
        },
    }
}

#[expect(clippy::cast_precision_loss, reason = "a guess is approximate")]
const fn real(votes: u64) -> f64 {
    votes as f64
}
