//! What is left of the house, shared out between lists and alliances, then inside alliances.

use super::Allocator;
use crate::apportionment::Tie;
use crate::election::Ballots;
use crate::law::alliance::{self, Pool};
use crate::law::distribution::Task;
use crate::law::tie_rule::Standing;
use crate::law::{Allocation, AllocationError, Lots, TieOver, majority_clause};

impl Allocator<'_> {
    /// Distributes the seats that are left between lists and alliances, then inside alliances.
    pub(super) fn distribute(
        &mut self,
        house_size: u32,
        ballots: &Ballots,
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) -> Result<(), AllocationError> {
        let law = self.law;
        self.check_multipliers()?;
        let votes = self.effective_votes(ballots, allocation)?;
        let caps = self.remaining_caps(allocation);
        let floors = self.floors(&caps, allocation);
        let (mut pooled_votes, mut pooled_floors, mut pooled_caps) =
            (votes.clone(), floors.clone(), caps.clone());
        alliance::pool(
            &self.alliances,
            law.provisions.inner_method.unwrap_or(law.method),
            &mut pooled_votes,
            &mut pooled_floors,
            &mut pooled_caps,
            allocation,
        )?;
        self.distribution.votes.clone_from(&pooled_votes);
        let mut task = Task {
            method: law.method,
            house_size,
            floors: &pooled_floors,
            caps: &pooled_caps,
            freed_seats: law.freed_seats,
            pool: None,
            remainder_from: law.remainder_from(self.house_size),
        };
        let mut seats = vec![0; self.parties.len()];
        allocation.unfilled_seats =
            self.distribution.run(task, &mut seats, &mut allocation.capped)?;
        let before_clause = seats.clone();
        if law.provisions.majority_clause {
            self.apply_majority_clause(task, ballots, &mut seats, allocation);
        }
        let inside = Task { floors: &floors, caps: &caps, remainder_from: None, ..task };
        self.settle_pooled(ballots, (&votes, inside), &mut seats, lots, allocation)?;
        if let Some(clause) = &mut allocation.majority_clause {
            clause.lost.retain(|&list| seats[list] < before_clause[list]);
        }
        for pool in 0..allocation.pools.len() {
            let head = allocation.pools[pool].head();
            allocation.pools[pool].seats = seats[head];
            task = Task {
                method: allocation.pools[pool].method,
                house_size: std::mem::take(&mut seats[head]),
                floors: &floors,
                caps: &caps,
                pool: Some(pool),
                remainder_from: None,
                ..task
            };
            self.distribution.votes = allocation.pools[pool].only(&votes);
            let unfilled = self.distribution.run(task, &mut seats, &mut allocation.capped)?;
            allocation.unfilled_seats += unfilled;
            let over = TieOver::Alliance(pool);
            self.settle(over, &ballots.parties, &seats, lots, allocation);
        }
        for (all, distributed) in allocation.seats.iter_mut().zip(seats) {
            *all += distributed;
        }
        Ok(())
    }

    /// Gives the seat given last to the list, or alliance, with more than half of the votes, if it has
    /// not more than half of the seats and somebody to fill one more.
    fn apply_majority_clause(
        &mut self,
        task: Task<'_>,
        ballots: &Ballots,
        seats: &mut [u32],
        allocation: &mut Allocation,
    ) {
        let Some(head) = majority_clause::majority_list(ballots, allocation) else { return };
        let members = allocation.members(head);
        let set_aside: u32 = members.iter().map(|&list| allocation.set_aside_of(list)).sum();
        let lacks_majority = 2 * u64::from(seats[head] + set_aside) <= u64::from(self.house_size);
        let has_room = task.caps.get(head).is_none_or(|&cap| seats[head] < cap);
        let takes_part = self.distribution.votes[head] > 0;
        if lacks_majority && has_room && takes_part {
            allocation.majority_clause = self.distribution.give_last_seat(task, head, seats);
        }
    }

    /// Settles the ties between lists and alliances. An alliance is tied with the list that its next
    /// seat would go to; its votes are those cast for the whole alliance.
    fn settle_pooled(
        &mut self,
        ballots: &Ballots,
        (votes, inside): (&[u64], Task<'_>),
        seats: &mut [u32],
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) -> Result<(), AllocationError> {
        for tie in std::mem::take(&mut self.distribution.apportionment.ties) {
            let mut heads = Vec::with_capacity(tie.lists.len());
            for &head in &tie.lists {
                let pool = allocation.pools.iter().find(|pool: &&Pool| pool.head() == head);
                let claimant = match pool {
                    Some(pool) => pool.next_in_line(seats[head], |house_size| {
                        let task = Task { method: pool.method, house_size, ..inside };
                        self.distribution.possible_and_certain(task, pool.only(votes))
                    })?,
                    None => head,
                };
                heads.push((claimant, head));
            }
            heads.sort_unstable();
            let mut votes_of_claimants = vec![0; self.parties.len()];
            let mut seats_of_claimants = vec![0; self.parties.len()];
            for &(claimant, head) in &heads {
                let pool = allocation.pools.iter().find(|pool: &&Pool| pool.head() == head);
                let members = pool.map_or(std::slice::from_ref(&head), |pool| &pool.members);
                // Below 2^64, or the votes that count for the pool would not have been.
                votes_of_claimants[claimant] =
                    members.iter().map(|&list| ballots.parties[list]).fold(0, u64::saturating_add);
                let set_aside: u32 =
                    members.iter().map(|&list| allocation.set_aside_of(list)).sum();
                seats_of_claimants[claimant] = seats[head] + set_aside;
            }
            let standing = Standing { votes: &votes_of_claimants, seats: &seats_of_claimants };
            for settled in self.law.tie.settle(claimed(tie, &heads), standing, lots) {
                for won in &settled.won {
                    seats[head_of(won.list, &heads)] += 1;
                }
                allocation.ties.push(settled);
            }
        }
        Ok(())
    }
}

/// A tie between the heads of alliances as one between the lists that claim its seats.
fn claimed(tie: Tie, heads: &[(usize, usize)]) -> Tie {
    let claimant = |head: usize| {
        let found = heads.iter().find(|&&(_, other)| other == head);
        found.expect("every head has a claimant").0
    };
    let mut late = tie.late;
    for late in &mut late {
        late.list = claimant(late.list);
    }
    Tie { lists: heads.iter().map(|&(claimant, _)| claimant).collect(), late, ..tie }
}

/// The list that stands in the distribution for the one that claims its next seat.
fn head_of(claimant: usize, heads: &[(usize, usize)]) -> usize {
    let found = heads.iter().find(|&&(other, _)| other == claimant);
    found.expect("every claimant has a head").1
}
