//! The law carried out: admission, apportionment, full lists, ties.

use crate::apportionment::{Account, Apportionment, ApportionmentError, Workspace, apportion_into};
use crate::election::{Ballots, Party, PartyKind};

use super::{FreedSeats, Law, Lots, SettledTie};

/// Whether a party takes part in the distribution of seats, and why or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It passed the threshold.
    Passed,
    /// It is below the threshold and excused from it.
    Exempt,
    /// It is below the threshold.
    Below,
    /// It has no votes: whatever the threshold, it can win no seat.
    NoVotes,
    /// It is no list: its votes count, it can win no seat.
    NoList,
}

impl Admission {
    /// Whether the party takes part.
    pub const fn is_admitted(self) -> bool {
        matches!(self, Self::Passed | Self::Exempt)
    }
}

/// A list with fewer candidates than seats won.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CappedList {
    /// The list, by index.
    pub list: usize,
    /// The round, from 1, in which it was found full.
    pub round: u32,
    /// The seats it would have had in that round.
    pub entitled_seats: u32,
}

/// The seats of a house under a law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allocation {
    /// Whether each party takes part.
    pub admissions: Vec<Admission>,
    /// Seats of each party, ties settled; under [`TieRule::Report`](super::TieRule::Report) only those that are certain.
    pub seats: Vec<u32>,
    /// The ties of the last round.
    pub ties: Vec<SettledTie>,
    /// Lists that ran out of candidates.
    pub capped: Vec<CappedList>,
    /// Seats nobody can fill.
    pub unfilled_seats: u32,
}

impl Allocation {
    /// Seats that a tie left open.
    pub fn open_seats(&self) -> u32 {
        let open = |settled: &&SettledTie| settled.winners.is_none();
        self.ties.iter().filter(open).map(|settled| settled.tie.open_seats).sum()
    }

    /// Whether any list takes part.
    pub fn is_anyone_admitted(&self) -> bool {
        self.admissions.iter().any(|admission| admission.is_admitted())
    }
}

/// The round of an allocation that gave the last seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastRound {
    /// The seats shared out in it: the house without the seats of lists found full before.
    pub seats: u32,
    /// The votes of the lists that take part in it.
    pub votes: u128,
    /// How the seats were shared out.
    pub account: Account,
}

/// Why a count gives no allocation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AllocationError {
    /// No list passes the threshold or is exempt.
    #[error(
        "no list is admitted: none reaches the threshold and none is exempt; lower the threshold, or \
         exempt a list"
    )]
    NobodyAdmitted,
    /// The method cannot share out the seats.
    #[error(transparent)]
    Apportionment(#[from] ApportionmentError),
}

/// Carries a law out on many counts of the same parties, reusing its memory.
#[derive(Clone, Debug)]
pub struct Allocator<'a> {
    law: &'a Law,
    parties: &'a [Party],
    house_size: u32,
    competing_votes: Vec<u64>,
    apportionment: Apportionment,
    workspace: Workspace,
}

impl<'a> Allocator<'a> {
    /// An allocator of `house_size` seats between `parties` under `law`.
    pub fn new(law: &'a Law, parties: &'a [Party], house_size: u32) -> Self {
        Self {
            law,
            parties,
            house_size,
            competing_votes: Vec::new(),
            apportionment: Apportionment::default(),
            workspace: Workspace::default(),
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
        allocation.ties.clear();
        allocation.capped.clear();
        allocation.seats.clear();
        allocation.seats.resize(self.parties.len(), 0);
        allocation.unfilled_seats = self.house_size;
        self.admit(ballots, allocation);
        if !allocation.is_anyone_admitted() {
            return Err(AllocationError::NobodyAdmitted);
        }
        match self.law.freed_seats {
            FreedSeats::Redistribute => self.redistribute(lots, allocation),
            FreedSeats::Vacant => self.leave_vacant(lots, allocation),
        }
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

    /// Admits the lists that pass the threshold; the votes of all others leave the calculation.
    fn admit(&mut self, ballots: &Ballots, allocation: &mut Allocation) {
        let threshold = &self.law.threshold;
        let base = threshold.base.votes(ballots);
        allocation.admissions.clear();
        self.competing_votes.clear();
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
            self.competing_votes.push(if admission.is_admitted() { votes } else { 0 });
        }
    }

    fn apportion(&mut self, house_size: u32) -> Result<(), ApportionmentError> {
        apportion_into(
            self.law.method,
            &self.competing_votes,
            &[],
            house_size,
            &mut self.workspace,
            &mut self.apportionment,
        )
    }

    fn candidates(&self, list: usize) -> u32 {
        self.parties[list].candidates.unwrap_or(u32::MAX)
    }

    /// Fixes every list that runs out of candidates at their number and apportions the rest anew
    /// among the others, until no list runs out.
    fn redistribute(
        &mut self,
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) -> Result<(), AllocationError> {
        let mut house_size = self.house_size;
        for round in 1.. {
            if round > 1 && self.competing_votes.iter().all(|&votes| votes == 0) {
                break;
            }
            self.apportion(house_size)?;
            let capped_before = allocation.capped.len();
            self.find_capped(round, &mut allocation.capped);
            if allocation.capped.len() == capped_before {
                self.settle(lots, allocation);
                house_size = 0;
                break;
            }
            for capped in &allocation.capped[capped_before..] {
                let candidates = self.candidates(capped.list);
                allocation.seats[capped.list] = candidates;
                self.competing_votes[capped.list] = 0;
                house_size -= candidates;
            }
        }
        allocation.unfilled_seats = house_size;
        Ok(())
    }

    /// The lists whose certain seats, or those with a tied one, exceed their candidates: a full list
    /// is never part of a tie.
    fn find_capped(&self, round: u32, capped: &mut Vec<CappedList>) {
        let Apportionment { seats, ties } = &self.apportionment;
        for (list, &seats) in seats.iter().enumerate() {
            let tied = ties.iter().any(|tie| tie.lists.contains(&list));
            let entitled_seats = seats + u32::from(tied);
            if entitled_seats > self.candidates(list) {
                capped.push(CappedList { list, round, entitled_seats });
            }
        }
    }

    /// Apportions once; seats beyond a list's candidates stay empty.
    fn leave_vacant(
        &mut self,
        lots: &mut impl Lots,
        allocation: &mut Allocation,
    ) -> Result<(), AllocationError> {
        self.apportion(self.house_size)?;
        allocation.unfilled_seats = 0;
        self.settle(lots, allocation);
        for (list, seats) in allocation.seats.iter_mut().enumerate() {
            let candidates = self.parties[list].candidates.unwrap_or(u32::MAX);
            if *seats > candidates {
                let entitled_seats = *seats;
                allocation.capped.push(CappedList { list, round: 1, entitled_seats });
                allocation.unfilled_seats += entitled_seats - candidates;
                *seats = candidates;
            }
        }
        Ok(())
    }

    /// Adds the apportioned seats and settles their ties.
    fn settle(&mut self, lots: &mut impl Lots, allocation: &mut Allocation) {
        for (seats, &apportioned) in allocation.seats.iter_mut().zip(&self.apportionment.seats) {
            *seats += apportioned;
        }
        for tie in self.apportionment.ties.drain(..) {
            let settled = self.law.tie.settle(tie, &self.competing_votes, lots);
            for &winner in settled.winners.iter().flatten() {
                allocation.seats[winner] += 1;
            }
            allocation.ties.push(settled);
        }
    }

    /// How the last round of `allocation` went; none if every list was full before.
    pub fn last_round(&self, ballots: &Ballots, allocation: &Allocation) -> Option<LastRound> {
        let mut seats = allocation.seats.clone();
        let mut votes: Vec<u64> = (allocation.admissions.iter().zip(&ballots.parties))
            .map(|(admission, &votes)| if admission.is_admitted() { votes } else { 0 })
            .collect();
        let mut house_size = self.house_size;
        for capped in &allocation.capped {
            match self.law.freed_seats {
                FreedSeats::Redistribute => {
                    house_size -= seats[capped.list];
                    seats[capped.list] = 0;
                    votes[capped.list] = 0;
                }
                FreedSeats::Vacant => seats[capped.list] = capped.entitled_seats,
            }
        }
        votes.iter().any(|&votes| votes > 0).then(|| LastRound {
            seats: house_size,
            votes: votes.iter().map(|&votes| u128::from(votes)).sum(),
            account: Account::of(self.law.method, &votes, &[], house_size, &seats),
        })
    }
}
