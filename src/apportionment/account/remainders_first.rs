//! The account of left-over seats that go by remainders first, then by averages.

use std::cmp::Reverse;

use super::super::method::{DHONDT, Rule, with_signposts};
use super::super::remainders_first::{Stage, Whole, with_votes};
use super::super::signposts::{Claim, Signposts};
use super::super::{Apportioned, Fraction};
use super::{ListRemainder, SeatClaim};
use crate::election::Share;

/// What a list is left with after its whole quotas, and whether it can win a seat by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListInLine {
    /// The list and its remainder; `won` counts the seat by remainder alone.
    pub remainder: ListRemainder,
    /// Whether its votes are enough of a quota for a seat by remainder.
    pub is_in_line: bool,
}

/// The account of a distribution by whole quotas, remainders and averages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemaindersFirstAccount {
    /// Votes per seat, not rounded unless the rule says so.
    pub quota: Fraction,
    /// The share of a quota that a list needs for a seat by remainder.
    pub least: Share,
    /// Seats left over after the whole quotas.
    pub left_over: u32,
    /// The lists with votes, those in line first, from the largest remainder to the smallest.
    pub remainders: Vec<ListInLine>,
    /// The seats won by averages, in order: first at most one a list.
    pub averages: Vec<SeatClaim>,
    /// How many of them come while a list has at most one.
    pub one_each: usize,
    /// The largest average that won nothing where averages were the last to count.
    pub missed: Option<SeatClaim>,
}

impl RemaindersFirstAccount {
    pub(super) fn of(shared: &Apportioned<'_>) -> Self {
        let whole = shared.whole().expect("the quota that gave the seats");
        let remainders = remainders(shared, &whole);
        let mut account = Self {
            quota: whole.quota.fraction(),
            least: shared.remainder_from.unwrap_or(Share::ZERO),
            left_over: whole.left_over,
            remainders,
            averages: Vec::new(),
            one_each: 0,
            missed: None,
        };
        with_signposts!(
            shared.method.rule(),
            signposts => account.add_averages(signposts, shared, &whole),
            Rule::Quota(_) => account.add_averages(DHONDT, shared, &whole),
            Rule::BalinskiYoung => {}
        );
        account
    }

    /// The seats above whole quotas and remainders.
    fn add_averages(&mut self, signposts: impl Signposts, shared: &Apportioned<'_>, whole: &Whole) {
        let before: Vec<u32> = (whole.seats.iter().zip(&whole.is_in_line))
            .map(|(&seats, &is_in_line)| seats + u32::from(is_in_line))
            .collect();
        let claim = |list: usize, seat: u32| (list, Claim { votes: shared.votes[list], seat });
        let lists = || with_votes(shared.votes);
        let goes_on = match whole.stage {
            Stage::Whole | Stage::Remainders(_) => return,
            Stage::OneAverage(_) => false,
            Stage::Averages => true,
        };
        let one_each: Vec<(usize, Claim)> = lists()
            .filter(|&list| goes_on || shared.seats[list] > before[list])
            .map(|list| claim(list, before[list] + 1))
            .collect();
        let more: Vec<(usize, Claim)> = lists()
            .flat_map(|list| (before[list] + 2..=shared.seats[list]).map(move |seat| (list, seat)))
            .map(|(list, seat)| claim(list, seat))
            .collect();
        let missed: Vec<(usize, Claim)> = lists()
            .filter(|&list| goes_on || shared.seats[list] == before[list])
            .map(|list| claim(list, shared.seats[list] + 1))
            .collect();
        let ordered = |mut claims: Vec<(usize, Claim)>| -> Vec<SeatClaim> {
            claims.sort_by(|&(_, left), &(_, right)| signposts.compare(right, left));
            let named = claims.into_iter().map(|(list, claim)| SeatClaim {
                list,
                seat: claim.seat,
                quotient: signposts.quotient(claim),
            });
            named.collect()
        };
        self.averages = ordered(one_each);
        self.one_each = self.averages.len();
        self.averages.extend(ordered(more));
        self.missed = ordered(missed).into_iter().next();
    }

    /// The list with the seat that was given last; none if whole quotas fill the house.
    pub fn last_won(&self) -> Option<usize> {
        let by_remainder = || self.remainders.iter().rev().find(|list| list.remainder.won > 0);
        let by_average = self.averages.last().map(|claim| claim.list);
        by_average.or_else(|| by_remainder().map(|list| list.remainder.list))
    }

    /// The list that came next.
    pub fn first_missed(&self) -> Option<usize> {
        let waits = |list: &&ListInLine| list.is_in_line && list.remainder.won == 0;
        let by_remainder = || self.remainders.iter().find(waits).map(|list| list.remainder.list);
        let is_open = self.left_over > 0;
        self.missed.as_ref().map(|claim| claim.list).or_else(by_remainder).filter(|_| is_open)
    }
}

fn remainders(shared: &Apportioned<'_>, whole: &Whole) -> Vec<ListInLine> {
    let all_in_line_win = !matches!(whole.stage, Stage::Whole | Stage::Remainders(_));
    let mut lists: Vec<ListInLine> = with_votes(shared.votes)
        .map(|list| {
            let votes = shared.votes[list];
            let is_in_line = whole.is_in_line[list];
            let gained = shared.seats[list] > whole.seats[list];
            let won = is_in_line && (all_in_line_win || gained);
            let remainder = ListRemainder {
                list,
                votes,
                floor: shared.floors.get(list).copied().unwrap_or(0),
                full_seats: whole.quota.divide(votes).0,
                remainder: whole.quota.in_votes(whole.remainders[list]),
                won: u32::from(won),
                taken_back: 0,
            };
            ListInLine { remainder, is_in_line }
        })
        .collect();
    lists.sort_by_key(|list| {
        let ListInLine { remainder, is_in_line } = *list;
        Reverse((is_in_line, remainder.remainder, remainder.won))
    });
    lists
}
