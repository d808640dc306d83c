//! The law carried out: admission, seats that come first, distribution, alliances, full lists, ties.

use crate::apportionment::{Method, Tie};
use crate::election::{Ballots, Multiplier, Party, PartyKind};

use super::alliance::{self, Pool};
use super::distribution::{Distribution, Task};
use super::set_aside::{self, SeatSource, SetAside};
use super::tie_rule::Standing;
use super::{
    Admission, Allocation, AllocationError, CappedList, FreedSeats, Law, Lots, Overhang,
    SettledTie, TieOver, admission, majority_clause, one_list,
};

/// Carries a law out on many counts of the same parties, reusing its memory.
#[derive(Clone, Debug)]
pub struct Allocator<'a> {
    pub(super) law: &'a Law,
    pub(super) parties: &'a [Party],
    pub(super) house_size: u32,
    is_plain: bool,
    /// The most seats of each list; empty if no list has a limit.
    pub(super) caps: Vec<u32>,
    alliances: Vec<Vec<usize>>,
    /// What the votes of each list count for, over `scale`; none if that is beyond all bounds.
    factors: Option<Vec<u64>>,
    pub(super) scale: u64,
    distribution: Distribution,
}

impl<'a> Allocator<'a> {
    /// An allocator of `house_size` seats between `parties` under `law`.
    pub fn new(law: &'a Law, parties: &'a [Party], house_size: u32) -> Self {
        let has_caps = parties.iter().any(|party| party.candidates.is_some());
        let caps = parties.iter().map(|party| law.most_seats(party).unwrap_or(u32::MAX));
        let scale = common_denominator(parties);
        Self {
            law,
            parties,
            house_size,
            is_plain: law.is_plain(parties),
            caps: if has_caps { caps.collect() } else { Vec::new() },
            alliances: admission::alliances(parties),
            factors: scale.and_then(|scale| factors(parties, scale)),
            scale: scale.unwrap_or(1),
            distribution: Distribution::default(),
        }
    }

    /// Allocates the seats for one count into `allocation`, whose memory is reused.
    ///
    /// # Errors
    /// [`AllocationError`]; `allocation` then holds the admissions, no seats, and the whole house
    /// unfilled.
    ///
    /// # Panics
    /// If `ballots` is not about these parties.
    pub fn allocate_into(
        &mut self,
        ballots: &Ballots,
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) -> Result<(), AllocationError> {
        assert_eq!(ballots.parties.len(), self.parties.len(), "one vote count a party");
        allocation.clear(self.parties.len(), self.house_size);
        let result = if self.is_plain {
            self.allocate_plainly(ballots, lots, allocation)
        } else {
            self.allocate_by_provisions(ballots, lots, allocation)
        };
        if result.is_err() {
            allocation.clear(self.parties.len(), self.house_size);
        }
        result
    }

    /// Allocates the seats for one count.
    ///
    /// # Errors
    /// [`AllocationError`] if nobody is admitted or the method cannot share out the seats.
    ///
    /// # Panics
    /// As [`Allocator::allocate_into`].
    pub fn allocate(
        &mut self,
        ballots: &Ballots,
        lots: &mut impl Lots,
    ) -> Result<Allocation, AllocationError> {
        let mut allocation = Allocation::default();
        self.allocate_into(ballots, lots, &mut allocation)?;
        Ok(allocation)
    }

    /// Threshold, exemptions, method, tie rule, the lengths of lists: all that most laws have.
    fn allocate_plainly(
        &mut self,
        ballots: &Ballots,
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) -> Result<(), AllocationError> {
        self.admit_plainly(ballots, allocation);
        if !allocation.is_anyone_admitted() {
            return Err(AllocationError::NobodyAdmitted);
        }
        let task = Task {
            method: self.law.method,
            house_size: self.house_size,
            floors: &[],
            caps: &self.caps,
            freed_seats: self.law.freed_seats,
            pool: None,
            remainder_from: None,
        };
        let Allocation { seats, capped, .. } = allocation;
        allocation.unfilled_seats = self.distribution.run(task, seats, capped)?;
        self.settle(TieOver::Distribution, &ballots.parties, &[], lots, allocation);
        if self.law.freed_seats == FreedSeats::Vacant {
            leave_vacant(&self.caps, 0, allocation);
        }
        Ok(())
    }

    /// Admits the lists that pass the threshold; the votes of all others leave the calculation.
    fn admit_plainly(&mut self, ballots: &Ballots, allocation: &mut Allocation) {
        let threshold = &self.law.threshold;
        let base = threshold.base.votes(ballots);
        let competing_votes = &mut self.distribution.votes;
        allocation.admissions.clear();
        competing_votes.clear();
        for (party, &votes) in self.parties.iter().zip(&ballots.parties) {
            let admission = if party.kind != PartyKind::List {
                Admission::NoList
            } else if votes == 0 {
                Admission::NoVotes
            } else if threshold.is_passed_by(votes, base) {
                Admission::Passed
            } else if party.exempt {
                Admission::Exempt
            } else {
                Admission::Below
            };
            allocation.admissions.push(admission);
            competing_votes.push(if admission.is_admitted() { votes } else { 0 });
        }
    }

    /// Settles the ties of the last apportionment between lists with these votes, as they were cast, and
    /// these seats of it, where they are not in the allocation already.
    fn settle(
        &mut self,
        over: TieOver,
        votes: &[u64],
        seats: &[u32],
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) {
        if self.distribution.apportionment.ties.is_empty() {
            return;
        }
        let seats = allocation.held(seats);
        for tie in self.distribution.apportionment.ties.drain(..) {
            for settled in self.law.tie.settle(tie, Standing { votes, seats: &seats }, lots) {
                allocation.add(SettledTie { over, ..settled });
            }
        }
    }

    /// Every rule that a law can have, in the order in which they act.
    fn allocate_by_provisions(
        &mut self,
        ballots: &Ballots,
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) -> Result<(), AllocationError> {
        let Self { law, parties, house_size, .. } = *self;
        law.check_method(house_size)?;
        let admissions = &mut allocation.admissions;
        admission::admit(law, parties, &self.alliances, house_size, ballots, admissions);
        set_aside::before_distribution(law, parties, allocation);
        let is_contested = allocation.admissions.iter().any(|admission| admission.competes());
        if !is_contested && allocation.set_aside.is_empty() {
            return Err(AllocationError::NobodyAdmitted);
        }
        let open_bonus = self.give_bonus(ballots, lots, allocation);
        let left = set_aside::remaining(house_size, &allocation.set_aside)?;
        let left = left.checked_sub(open_bonus).ok_or(AllocationError::SetAsideExceedsHouse {
            set_aside: u64::from(house_size - left) + u64::from(open_bonus),
            seats: house_size,
        })?;
        if let Some(runner_up) = allocation.runner_up() {
            self.share_with_runner_up(runner_up, left, ballots, lots, allocation)?;
        } else if is_contested {
            self.distribute(left, ballots, lots, allocation)?;
        } else {
            // What was given first is given; nobody is there to share the rest.
            allocation.unfilled_seats = left;
        }
        for at in 0..allocation.set_aside.len() {
            let SetAside { list, seats, .. } = allocation.set_aside[at];
            allocation.seats[list] += seats;
        }
        leave_vacant(&self.caps, allocation.unfilled_seats, allocation);
        if law.provisions.overhang == Overhang::Added {
            set_aside::keep_overhang(parties, allocation);
        }
        Ok(())
    }

    /// The bonus goes to the list with most votes; the tie rule decides between equals. Returns the
    /// seats that a tie leaves open.
    fn give_bonus(
        &self,
        ballots: &Ballots,
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) -> u32 {
        let Some(bonus) = self.law.provisions.bonus else { return 0 };
        let seats = bonus.seats(self.house_size);
        let largest = set_aside::largest(ballots, &allocation.admissions);
        if seats == 0 || largest.is_empty() {
            return 0;
        }
        let mut winner = largest.first().copied();
        if largest.len() > 1 {
            let held = allocation.held(&[]);
            let standing = Standing { votes: &ballots.parties, seats: &held };
            winner = None;
            for settled in self.law.tie.settle(Tie::new(largest, 1), standing, lots) {
                winner = settled.won.first().map(|seat| seat.list);
                let over = TieOver::Bonus;
                allocation.ties.push(SettledTie { seats_each: seats, over, ..settled });
            }
        }
        match winner {
            Some(list) => {
                allocation.set_aside.push(SetAside { list, seats, source: SeatSource::Bonus });
                0
            }
            None => seats,
        }
    }

    /// Article 97-1 as amended in 2009: the list that passed and the runner-up share the house.
    fn share_with_runner_up(
        &self,
        runner_up: usize,
        house_size: u32,
        ballots: &Ballots,
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) -> Result<(), AllocationError> {
        let competes = |&list: &usize| list != runner_up && allocation.admissions[list].competes();
        let leader =
            (0..self.parties.len()).find(competes).ok_or(AllocationError::NobodyAdmitted)?;
        let votes = &ballots.parties;
        let pair = one_list::share_out(votes[leader], votes[runner_up], house_size)?;
        allocation.seats[leader] = pair.leader;
        allocation.seats[runner_up] = pair.runner_up;
        allocation.unfilled_seats = 0;
        if pair.is_tied {
            let seats = allocation.held(&[]);
            let tie = one_list::tie(leader, runner_up);
            for settled in self.law.tie.settle(tie, Standing { votes, seats: &seats }, lots) {
                allocation.add(settled);
            }
        }
        Ok(())
    }

    /// Distributes the seats that are left between lists and alliances, then inside alliances.
    fn distribute(
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

    /// A quota rounded to whole votes has no meaning for multiplied ones.
    fn check_multipliers(&self) -> Result<(), AllocationError> {
        let rounds =
            |method: &Method| matches!(method, Method::Droop | Method::HagenbachBischoffRounded);
        let inner = self.law.provisions.inner_method.unwrap_or(self.law.method);
        let rounded = [self.law.method, inner].into_iter().find(rounds);
        let multiplied = self.parties.iter().any(|party| party.multiplier.is_some());
        match rounded.filter(|_| multiplied) {
            Some(method) => Err(AllocationError::MultipliedForRoundedQuota(method)),
            None => Ok(()),
        }
    }

    /// The votes of competing lists times their multipliers, over `scale`: the threshold took them
    /// raw, quotients take them so.
    pub(super) fn effective_votes(
        &self,
        ballots: &Ballots,
        allocation: &Allocation,
    ) -> Result<Vec<u64>, AllocationError> {
        let factors = self.factors.as_ref().ok_or(AllocationError::TooManyVotes)?;
        (self.parties.iter().zip(&ballots.parties).zip(factors).zip(&allocation.admissions))
            .map(|(((party, &votes), &factor), &admission)| {
                let competing = if admission.competes() { votes } else { 0 };
                let is_multiplied = self.law.multiplier_of(party, admission).is_some();
                let factor = if is_multiplied { factor } else { self.scale };
                competing.checked_mul(factor).ok_or(AllocationError::TooManyVotes)
            })
            .collect()
    }

    /// How many seats of the distribution each list has candidates for.
    fn remaining_caps(&self, allocation: &Allocation) -> Vec<u32> {
        (self.caps.iter().enumerate())
            .map(|(list, &cap)| match cap {
                u32::MAX => u32::MAX,
                cap => cap.saturating_sub(allocation.set_aside_of(list)),
            })
            .collect()
    }

    /// The fewest seats of each competing list: the law's or its own, but not more than candidates.
    pub(super) fn floors(&self, caps: &[u32], allocation: &Allocation) -> Vec<u32> {
        (self.parties.iter().zip(&allocation.admissions).enumerate())
            .map(|(list, (party, admission))| {
                let floor = party.floor.max(self.law.provisions.floor);
                let cap = caps.get(list).copied().unwrap_or(u32::MAX);
                if admission.competes() { floor.min(cap) } else { 0 }
            })
            .collect()
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

/// Takes back what lists have no candidates for, beside the seats that are `unfilled` already.
fn leave_vacant(caps: &[u32], unfilled: u32, allocation: &mut Allocation) {
    allocation.unfilled_seats = unfilled;
    for (list, (seats, &cap)) in allocation.seats.iter_mut().zip(caps).enumerate() {
        if *seats > cap {
            let entitled_seats = *seats;
            allocation.capped.push(CappedList {
                list,
                round: 1,
                entitled_seats,
                pool: None,
                is_tied: false,
                is_left_empty: true,
            });
            allocation.unfilled_seats += entitled_seats - cap;
            *seats = cap;
        }
    }
}

/// The least common multiple of the denominators of all multipliers.
fn common_denominator(parties: &[Party]) -> Option<u64> {
    parties.iter().try_fold(1_u64, |multiple, party| {
        let (_, denominator) = party.multiplier.unwrap_or(Multiplier::ONE).fraction();
        let (mut a, mut b) = (multiple, u64::from(denominator));
        while b != 0 {
            (a, b) = (b, a % b);
        }
        (multiple / a).checked_mul(denominator.into())
    })
}

/// Each list's multiplier over the common denominator.
fn factors(parties: &[Party], scale: u64) -> Option<Vec<u64>> {
    (parties.iter())
        .map(|party| {
            let (numerator, denominator) = party.multiplier.unwrap_or(Multiplier::ONE).fraction();
            (scale / u64::from(denominator)).checked_mul(numerator.into())
        })
        .collect()
}
