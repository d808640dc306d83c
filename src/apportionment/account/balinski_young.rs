//! The account of the quota method: every seat in order, with the lists that had to wait.

use std::cmp::Ordering;

use super::super::balinski_young::{QUOTIENTS, is_eligible};
use super::super::signposts::{Claim, Signposts};
use super::{SeatClaim, Start};

/// One seat of a house that grows seat by seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalinskiYoungSeat {
    /// The size of the house with this seat: a list with s seats is eligible if s·V < v·size.
    pub house_size: u32,
    /// The winner's claim; of lists tied for a seat that stays open, the first.
    pub claim: SeatClaim,
    /// Whether the seat stays open between lists with equal quotients.
    pub open: bool,
    /// The lists with larger quotients that were not eligible, by index.
    pub not_eligible: Vec<usize>,
}

/// The account of the quota method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalinskiYoungAccount {
    /// The lists with votes, with the seats they start from.
    pub start: Vec<Start>,
    /// Every seat above the floors.
    pub seats: Vec<BalinskiYoungSeat>,
}

impl BalinskiYoungAccount {
    pub(super) fn of(start: Vec<Start>, house_size: u32, seats: &[u32], served: &[usize]) -> Self {
        let total_votes: u128 = start.iter().map(|list| u128::from(list.votes)).sum();
        let mut held: Vec<u32> = start.iter().map(|list| list.floor).collect();
        let mut order = Vec::new();
        let first: u32 = held.iter().sum();
        for size in first + 1..=house_size {
            let claims: Vec<Claim> = (start.iter().zip(&held))
                .map(|(list, &held)| Claim { votes: list.votes, seat: held + 1 })
                .collect();
            let eligible = |at: usize| is_eligible(held[at], start[at].votes, size, total_votes);
            let compare =
                |left: usize, right: usize| QUOTIENTS.compare(claims[left], claims[right]);
            let best = (0..start.len())
                .filter(|&at| eligible(at))
                .reduce(|best, at| if compare(at, best) == Ordering::Greater { at } else { best })
                .expect("some list is below its share");
            // Of equal quotients the one that the tie was settled for first; those that no tie left
            // open are all served, in whatever order.
            let is_served = |at: &usize| {
                eligible(*at)
                    && compare(*at, best) == Ordering::Equal
                    && held[*at] < seats[start[*at].list]
            };
            let place = |at: &usize| served.iter().position(|&list| list == start[*at].list);
            let settled =
                (0..start.len()).filter(is_served).min_by_key(|at| place(at).unwrap_or(usize::MAX));
            let winner = settled.unwrap_or(best);
            order.push(BalinskiYoungSeat {
                house_size: size,
                claim: SeatClaim {
                    list: start[winner].list,
                    seat: claims[winner].seat,
                    quotient: QUOTIENTS.quotient(claims[winner]),
                },
                open: settled.is_none(),
                not_eligible: (0..start.len())
                    .filter(|&at| compare(at, best) == Ordering::Greater)
                    .map(|at| start[at].list)
                    .collect(),
            });
            held[winner] += 1;
        }
        Self { start, seats: order }
    }
}
