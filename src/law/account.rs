//! How the seats of an allocation came about, told afterwards.

use crate::apportionment::{Account, Apportioned, Method};
use crate::election::Ballots;

use super::{Allocation, Allocator, FreedSeats, SettledTie, TieOver, TieRule, TiedSeat};

/// The round of an allocation that gave the last seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastRound {
    /// The seats shared out in it: the house without the seats given before and those of full lists.
    pub seats: u32,
    /// The votes of each list in it, those of an alliance at its first list. Where the law multiplies
    /// votes, they count `scale` times their multiplier, so that they stay whole.
    pub list_votes: Vec<u64>,
    /// The votes of the lists that take part in it, counted so.
    pub votes: u128,
    /// What a vote without multiplier counts as: 1, or the common denominator of all multipliers.
    pub scale: u64,
    /// The seats that each list had from it.
    pub list_seats: Vec<u32>,
    /// The seats of it that were tied and settled, in the order in which they were given; those of an
    /// alliance at its first list.
    pub tied_seats: Vec<TiedSeat>,
    /// The lists with equal claims to seats of it that stay open.
    pub open_lists: Vec<usize>,
    /// How the seats were shared out.
    pub account: Account,
}

impl LastRound {
    /// The rule by which a list won the last of its seats here, if that was tied.
    pub fn rule_of(&self, list: usize) -> Option<TieRule> {
        self.tied_seats.iter().find(|seat| seat.list == list).map(|seat| seat.rule)
    }
}

/// How one alliance shared its seats inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolRound {
    /// The alliance, by its place in [`Allocation::pools`].
    pub pool: usize,
    /// The last round inside.
    pub round: LastRound,
}

impl Allocator<'_> {
    /// How the last round of `allocation` went; none if every list was full before, or if no method
    /// was used: a single list and its runner-up share the house by a rule of their own.
    pub fn last_round(&self, ballots: &Ballots, allocation: &Allocation) -> Option<LastRound> {
        if allocation.runner_up().is_some() {
            return None;
        }
        let (mut votes, mut floors, mut seats) = self.distributed(ballots, allocation)?;
        for pool in &allocation.pools {
            let (head, partners) = (pool.head(), &pool.members[1..]);
            votes[head] = pool.votes;
            seats[head] = pool.seats;
            for &list in partners {
                (votes[list], seats[list]) = (0, 0);
                floors[head] = floors[head].saturating_add(std::mem::take(&mut floors[list]));
            }
        }
        let set_aside: u32 = (allocation.set_aside.iter())
            .filter(|aside| aside.source.comes_off_house())
            .map(|aside| aside.seats)
            .sum();
        let open_bonus: u32 = (allocation.ties.iter())
            .filter(|settled| settled.is_open() && settled.over == TieOver::Bonus)
            .map(SettledTie::seats)
            .sum();
        let house_size = self.house_size - set_aside - open_bonus;
        let round = Round { votes, floors, seats, house_size, pool: None };
        self.told(self.law.method, round, allocation)
    }

    /// How the alliances shared their seats inside.
    pub fn pool_rounds(&self, ballots: &Ballots, allocation: &Allocation) -> Vec<PoolRound> {
        let Some((votes, floors, seats)) = self.distributed(ballots, allocation) else {
            return Vec::new();
        };
        (allocation.pools.iter().enumerate())
            .filter(|(_, pool)| pool.seats > 0)
            .filter_map(|(index, pool)| {
                let round = Round {
                    votes: pool.only(&votes),
                    floors: floors.clone(),
                    seats: seats.clone(),
                    house_size: pool.seats,
                    pool: Some(index),
                };
                let round = self.told(pool.method, round, allocation)?;
                Some(PoolRound { pool: index, round })
            })
            .collect()
    }

    /// Votes, floors and seats of every list in the distribution.
    fn distributed(
        &self,
        ballots: &Ballots,
        allocation: &Allocation,
    ) -> Option<(Vec<u64>, Vec<u32>, Vec<u32>)> {
        let votes = self.effective_votes(ballots, allocation).ok()?;
        let floors = self.floors(&self.caps, allocation);
        let seats = (allocation.seats.iter().enumerate())
            .map(|(list, &seats)| seats - allocation.set_aside_of(list).min(seats))
            .collect();
        Some((votes, floors, seats))
    }

    /// The account of a round, once the full lists have left.
    fn told(&self, method: Method, mut round: Round, allocation: &Allocation) -> Option<LastRound> {
        for capped in &allocation.capped {
            let list = capped.list;
            match self.law.freed_seats {
                FreedSeats::Redistribute if capped.pool == round.pool => {
                    round.house_size -= round.seats[list].min(round.house_size);
                    round.seats[list] = 0;
                    round.votes[list] = 0;
                }
                // Empty seats are counted on the list's seats of every kind, in its own round only.
                FreedSeats::Vacant if allocation.pool_of(list) == round.pool => {
                    round.seats[list] =
                        capped.entitled_seats.saturating_sub(allocation.set_aside_of(list));
                }
                _ => {}
            }
        }
        if let Some(clause) = allocation.majority_clause.as_ref().filter(|_| round.pool.is_none()) {
            // The account is of the seats before the clause moved one.
            round.seats[clause.list] -= 1;
            for &list in &clause.lost {
                round.seats[list] += 1;
            }
        }
        let Round { votes, floors, mut seats, house_size, pool } = round;
        for (seats, &votes) in seats.iter_mut().zip(&votes) {
            *seats = if votes == 0 { 0 } else { *seats };
        }
        let over = pool.map_or(TieOver::Distribution, TieOver::Alliance);
        let own = || allocation.ties.iter().filter(|settled| settled.over == over);
        // An alliance stands at its first list, whichever of its lists claims the seat.
        let place = |list: usize| match (pool, allocation.pool_of(list)) {
            (None, Some(pool)) => allocation.pools[pool].head(),
            _ => list,
        };
        let tied_seats: Vec<TiedSeat> = own()
            .flat_map(|settled| &settled.won)
            .map(|seat| TiedSeat { list: place(seat.list), ..*seat })
            .collect();
        let open = own().filter(|settled| settled.is_open());
        let open_lists =
            open.flat_map(|settled| &settled.tie.lists).map(|&list| place(list)).collect();
        let served: Vec<usize> = tied_seats.iter().map(|seat| seat.list).collect();
        let total: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
        (total > 0 && house_size > 0).then(|| LastRound {
            seats: house_size,
            votes: total,
            scale: self.scale,
            account: Account::of(&Apportioned {
                method,
                remainder_from: self.law.remainder_from(self.house_size).filter(|_| pool.is_none()),
                votes: &votes,
                floors: &floors,
                house_size,
                seats: &seats,
                served: &served,
            }),
            list_votes: votes,
            tied_seats,
            open_lists,
            list_seats: seats,
        })
    }
}

/// What is known of a round before it is told.
struct Round {
    votes: Vec<u64>,
    floors: Vec<u32>,
    seats: Vec<u32>,
    house_size: u32,
    pool: Option<usize>,
}
