//! Ties settled one seat at a time, by rules that are asked in turn.

use std::cmp::Reverse;

use super::Undecided;
use super::law::House;

/// What settles a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settling {
    /// The lists that come first.
    Order,
    /// The lists with most votes.
    Votes,
    /// The lists with fewest votes.
    FewestVotes,
    /// The lists without a seat.
    Seatless,
    /// Nothing.
    Report,
}

/// Given how each seat with several candidates goes, the seats of all. The choice sees the candidates and
/// what everybody has so far.
pub(crate) type Ways<'a> = Box<dyn Fn(&mut dyn FnMut(&[usize], &[u32]) -> usize) -> Vec<u32> + 'a>;

/// A tie in which all lists compete for every seat.
pub(crate) fn simple<'a>(tie: &'a Undecided, certain: &'a [u32]) -> Ways<'a> {
    Box::new(move |choose| {
        let mut held = certain.to_vec();
        for _ in 0..tie.open_seats {
            let unserved: Vec<usize> =
                tie.lists.iter().copied().filter(|&list| held[list] == certain[list]).collect();
            let winner = choose(&unserved, &held);
            held[winner] += 1;
        }
        held
    })
}

/// What the rules ask of those with equal claims.
pub(crate) struct Claims<'a> {
    pub(crate) settling: &'a [Settling],
    pub(crate) votes: &'a [u64],
    /// Seats before the distribution.
    pub(crate) given: &'a [u32],
    /// Their place in the order, from what everybody has so far.
    pub(crate) place: &'a dyn Fn(usize, &[u32]) -> usize,
}

impl Claims<'_> {
    /// Those among whom no rule decides: one, unless the tie is left open.
    pub(crate) fn best(&self, candidates: &[usize], held: &[u32]) -> Vec<usize> {
        let mut left = candidates.to_vec();
        for rule in self.settling {
            let votes = |list: usize| self.votes[list];
            let seats = |list: usize| self.given[list] + held[list];
            match rule {
                Settling::Report => return left,
                Settling::Order => break,
                Settling::Votes => keep(&mut left, |list| Reverse(votes(list))),
                Settling::FewestVotes => keep(&mut left, votes),
                Settling::Seatless if left.iter().any(|&list| seats(list) == 0) => {
                    left.retain(|&list| seats(list) == 0);
                }
                Settling::Seatless => {}
            }
        }
        if left.len() > 1 {
            keep(&mut left, |list| (self.place)(list, held));
        }
        left
    }
}

/// Keeps those with the smallest rank.
fn keep<K: Ord>(left: &mut Vec<usize>, rank: impl Fn(usize) -> K) {
    let best = left.iter().map(|&list| rank(list)).min().expect("candidates");
    left.retain(|&list| rank(list) == best);
}

impl House {
    /// Notes a tie between those that are called so; those who win one of its seats whichever way what
    /// the rules leave open goes.
    pub(super) fn settle(
        &mut self,
        claims: &Claims<'_>,
        tie: &Undecided,
        names: &[usize],
        certain: &[u32],
        ways: &Ways<'_>,
    ) -> Vec<usize> {
        let (mut winners, mut open) = (Vec::new(), Vec::new());
        for (&list, &name) in tie.lists.iter().zip(names) {
            let mut against = |candidates: &[usize], held: &[u32]| {
                let best = claims.best(candidates, held);
                best.iter().copied().find(|&other| other != list).unwrap_or(list)
            };
            let mut in_favour = |candidates: &[usize], held: &[u32]| {
                let best = claims.best(candidates, held);
                if best.contains(&list) { list } else { best[0] }
            };
            let least = ways(&mut against)[list];
            if least > certain[list] {
                winners.push(list);
            } else if ways(&mut in_favour)[list] > least {
                open.push(name);
            }
        }
        let won = u32::try_from(winners.len()).expect("few");
        let mut lists = names.to_vec();
        lists.sort_unstable();
        if won > 0 {
            self.ties.push(Undecided { lists, open_seats: won });
        }
        self.open_seats += tie.open_seats - won;
        self.open_lists.extend(open);
        winners
    }
}
