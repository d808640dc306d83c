//! The law carried out: admission, seats that come first, distribution, alliances, full lists, ties.

mod distribute;
mod weight;

use weight::{common_denominator, factors};

use crate::apportionment::Tie;
use crate::election::{Ballots, Party, PartyKind};

use super::distribution::{Distribution, Task};
use super::set_aside::{self, SeatSource, SetAside};
use super::tie_rule::Standing;
use super::{
    Admission, Allocation, AllocationError, CappedList, FreedSeats, Law, Lots, Overhang,
    SettledTie, TieOver, admission, one_list,
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
