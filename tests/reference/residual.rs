//! Left-over seats by remainders first, and the seat that was given last.
//!
//! Both by playing the distribution seat by seat: every seat has its step and its claim.

use std::cmp::Reverse;

use super::divisor::Average;
use super::settling::{Ways, simple};
use super::{Definition, Fraction, Outcome, Undecided, apportion, balinski_young, served_or_tied};

/// How seats are shared out.
#[derive(Clone, Copy)]
pub(super) struct Way<'w> {
    pub(super) method: &'w str,
    /// The part of a quota from which remainders count, where they come first.
    pub(super) first_remainders: Option<(u64, u64)>,
}

/// The last of several rounds, and what all gave.
pub(super) struct LastRound {
    /// Certain seats, those of full lists too.
    pub(super) seats: Vec<u32>,
    pub(super) outcome: Outcome,
    pub(super) votes: Vec<u64>,
    pub(super) house_size: u32,
    pub(super) unfilled: u32,
}

/// What a seat is given for, later steps after earlier ones and larger claims before smaller ones.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Claim(u32, Reverse<Average>);

fn number(numerator: u128, denominator: u128) -> Average {
    Average { votes_if_infinite: 0, finite: Fraction::new(numerator, denominator) }
}

impl Way<'_> {
    pub(super) fn apportion(&self, votes: &[u64], floors: &[u32], seats: u32) -> Option<Outcome> {
        let definition = Definition::named(self.method).expect("a known method");
        if self.first_remainders.is_none() || seats == 0 || votes.iter().all(|&votes| votes == 0) {
            return apportion(&definition, votes, floors, seats).ok();
        }
        let mut held: Vec<u32> = self.whole(votes, floors, seats)?;
        let mut had = vec![[false; 2]; votes.len()];
        while held.iter().map(|&seats| u64::from(seats)).sum::<u64>() < u64::from(seats) {
            let claims = self.claims(votes, floors, seats, &held, &had);
            if claims.is_empty() {
                // Averages go on without limit.
                let averages = match definition {
                    Definition::HighestAverages(_) => definition,
                    _ => Definition::named("dhondt").expect("a known method"),
                };
                return apportion(&averages, votes, &held, seats).ok();
            }
            let best = claims.iter().map(|(_, claim)| claim).min()?.clone();
            let equal: Vec<usize> =
                claims.iter().filter(|(_, claim)| *claim == best).map(|&(list, _)| list).collect();
            let left = seats - held.iter().sum::<u32>();
            if equal.len() > left as usize {
                return Some(served_or_tied(held, equal, left));
            }
            // Those with equal claims all have one: the order among them moves nothing.
            for list in equal {
                held[list] += 1;
                had[list][best.0 as usize - 1] = true;
            }
        }
        Some(served_or_tied(held, Vec::new(), 0))
    }

    /// Price and scale of the quota, from all votes.
    fn quota(&self, votes: &[u64], seats: u32) -> (u128, u128) {
        let all: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
        match Definition::named(self.method) {
            Some(Definition::WholeQuotas(quota, _)) => quota(all, seats.into()),
            _ => (all, seats.into()),
        }
    }

    fn whole(&self, votes: &[u64], floors: &[u32], seats: u32) -> Option<Vec<u32>> {
        let (price, scale) = self.quota(votes, seats);
        let whole = |(&votes, &floor): (&u64, &u32)| {
            let quotas = u32::try_from((u128::from(votes) * scale).checked_div(price)?).ok()?;
            Some(if votes == 0 { 0 } else { quotas.max(floor) })
        };
        let whole: Vec<u32> = votes.iter().zip(floors).map(whole).collect::<Option<_>>()?;
        let sum: u64 = whole.iter().map(|&seats| u64::from(seats)).sum();
        (sum <= u64::from(seats)).then_some(whole)
    }

    /// The claims to the next seat by remainder, then of those without a seat by average; none once all
    /// have both.
    fn claims(
        &self,
        votes: &[u64],
        floors: &[u32],
        seats: u32,
        held: &[u32],
        had: &[[bool; 2]],
    ) -> Vec<(usize, Claim)> {
        let (up, down) = self.first_remainders.expect("remainders first");
        let (price, scale) = self.quota(votes, seats);
        let lists: Vec<usize> = (0..votes.len()).filter(|&list| votes[list] > 0).collect();
        let in_line = |&list: &usize| {
            let own = num_bigint::BigUint::from(votes[list]) * down * scale;
            own >= num_bigint::BigUint::from(price) * up && !had[list][0]
        };
        let remainder = |list: usize| {
            let product = u128::from(votes[list]) * scale;
            let raised = u128::from(floors[list]) > product / price;
            Claim(1, Reverse(number(if raised { 0 } else { product % price }, 1)))
        };
        let waiting: Vec<usize> = lists.iter().copied().filter(in_line).collect();
        if !waiting.is_empty() {
            return waiting.into_iter().map(|list| (list, remainder(list))).collect();
        }
        (lists.into_iter().filter(|&list| !had[list][1]))
            .map(|list| (list, Claim(2, Reverse(self.average(votes[list], held[list])))))
            .collect()
    }

    fn average(&self, votes: u64, held: u32) -> Average {
        match Definition::named(self.method) {
            Some(Definition::HighestAverages(quotient)) => quotient.of(votes, held),
            _ => number(votes.into(), u128::from(held) + 1),
        }
    }
}

impl LastRound {
    /// The seats of this round with every tie settled by a choice.
    pub(super) fn settled<'a>(
        &'a self,
        method: &str,
        floors: &'a [u32],
        tie: &'a Undecided,
    ) -> Ways<'a> {
        if method != "balinski-young" {
            return simple(tie, &self.outcome.certain);
        }
        Box::new(move |choose| {
            let floors: Vec<u32> = (floors.iter().zip(&self.votes))
                .map(|(&floor, &votes)| if votes > 0 { floor } else { 0 })
                .collect();
            balinski_young::grow(&self.votes, &floors, self.house_size, choose)
        })
    }

    /// Gives the team the seat given last, held by others or tied.
    pub(super) fn move_to(&mut self, team: usize, way: Way<'_>, floors: &[u32]) {
        let tied = self.outcome.ties.pop();
        let mut holders = Vec::new();
        if tied.is_none() {
            let seats: Vec<(usize, Claim)> = self.given(way, floors, &self.outcome.certain);
            let others = || seats.iter().filter(|(list, _)| *list != team);
            let Some(last) = others().map(|(_, claim)| claim).max() else { return };
            holders = others().filter(|(_, claim)| claim == last).map(|&(list, _)| list).collect();
            holders.sort_unstable();
        }
        for held in [&mut self.seats, &mut self.outcome.certain] {
            held[team] += 1;
            for &holder in &holders {
                held[holder] -= 1;
            }
        }
        let (lists, seats) = match tied {
            Some(tie) => {
                (tie.lists.into_iter().filter(|&list| list != team).collect(), tie.open_seats)
            }
            None => (holders.clone(), u32::try_from(holders.len()).expect("few")),
        };
        if seats > 1 {
            self.outcome.ties.push(Undecided { lists, open_seats: seats - 1 });
        }
    }

    /// Every seat beyond floors and whole quotas of a result without ties, with its claim.
    fn given(&self, way: Way<'_>, floors: &[u32], result: &[u32]) -> Vec<(usize, Claim)> {
        let floor = |list: usize| if self.votes[list] == 0 { 0 } else { floors[list] };
        let mut given = Vec::new();
        if way.first_remainders.is_some() {
            let mut held =
                way.whole(&self.votes, floors, self.house_size).expect("the quotas that were");
            let mut had = vec![[false; 2]; held.len()];
            loop {
                let claims = way.claims(&self.votes, floors, self.house_size, &held, &had);
                let best = claims.iter().filter(|(list, _)| held[*list] < result[*list]);
                let Some((list, claim)) = best.min_by(|left, right| left.1.cmp(&right.1)) else {
                    break;
                };
                held[*list] += 1;
                had[*list][claim.0 as usize - 1] = true;
                given.push((*list, claim.clone()));
            }
            for list in 0..result.len() {
                for seat in held[list]..result[list] {
                    given.push((list, Claim(3, Reverse(way.average(self.votes[list], seat)))));
                }
            }
            return given;
        }
        match Definition::named(way.method).expect("a known method") {
            Definition::HighestAverages(quotient) => {
                for (list, &won) in result.iter().enumerate() {
                    for seat in floor(list)..won {
                        given.push((list, Claim(0, Reverse(quotient.of(self.votes[list], seat)))));
                    }
                }
            }
            Definition::WholeQuotas(quota, leftovers) => {
                let all: u128 = self.votes.iter().map(|&votes| u128::from(votes)).sum();
                let (price, scale) = quota(all, self.house_size.into());
                for list in (0..result.len()).filter(|&list| self.votes[list] > 0) {
                    let product = u128::from(self.votes[list]) * scale;
                    let whole = u32::try_from(product / price).expect("at most the house");
                    let rank = match leftovers {
                        _ if floor(list) > whole => 0,
                        super::quota::Leftovers::Strongest => self.votes[list].into(),
                        _ => product % price,
                    };
                    for (turn, _) in (whole.max(floor(list))..result[list]).enumerate() {
                        let turn = u32::try_from(turn).expect("few");
                        given.push((list, Claim(turn, Reverse(number(rank, 1)))));
                    }
                }
            }
            Definition::BalinskiYoung => unreachable!("refused"),
        }
        given
    }
}
