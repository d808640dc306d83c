//! The count with some votes moved, allocated under the whole law with ties left open.

use super::guess;
use crate::apportionment::Method;
use crate::election::{Ballots, MajorityRule, Party};
use crate::law::{Allocation, AllocationError, Allocator, Law, NoLots, SettledTie};

/// Which votes move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// New votes for a list.
    New(usize),
    /// A list's voters stay at home.
    Away(usize),
    /// Votes for one list go to another.
    Switch { from: usize, to: usize },
}

/// What the moved votes are to bring about, whichever way ties are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// The list has more seats.
    Gains(usize),
    /// The list has fewer seats.
    Loses(usize),
    /// Some list has more or fewer seats.
    AnySeat,
    /// The list has more than half of the house.
    WinsMajority(usize),
    /// The list has no longer more than half of the house.
    LosesMajority(usize),
}

/// Tries moves on one count; what it holds is reused.
#[derive(Debug)]
pub(super) struct Trial<'a> {
    allocator: Allocator<'a>,
    house_size: u32,
    count: &'a Ballots,
    /// The seats as they are, ties settled.
    seats: &'a [u32],
    moved: Ballots,
    allocation: Allocation,
    method: Method,
    /// How many counts were allocated.
    allocations: u64,
    /// Room for what a guess is made from.
    votes: Vec<u64>,
    settled: Vec<u32>,
}

/// All votes together stay below this, so that no sum and no product leaves its type.
const VOTES_LIMIT: u128 = 1 << 62;

impl<'a> Trial<'a> {
    pub(super) fn new(
        law: &'a Law,
        parties: &'a [Party],
        house_size: u32,
        count: &'a Ballots,
        seats: &'a [u32],
    ) -> Self {
        Self {
            allocator: Allocator::new(law, parties, house_size),
            house_size,
            count,
            seats,
            moved: count.clone(),
            allocation: Allocation::default(),
            method: law.method,
            allocations: 0,
            votes: Vec::new(),
            settled: Vec::new(),
        }
    }

    /// How many counts were allocated so far.
    pub(super) const fn allocations(&self) -> u64 {
        self.allocations
    }

    /// The most votes that can move so.
    pub(super) fn most(&self, votes: Move) -> u64 {
        match votes {
            Move::New(_) => {
                let room = VOTES_LIMIT.saturating_sub(self.count.cast_votes());
                u64::try_from(room).unwrap_or(0)
            }
            Move::Away(list) => self.count.parties[list],
            Move::Switch { from, to } => {
                self.count.parties[from].min(u64::MAX - self.count.parties[to])
            }
        }
    }

    /// Moves so many votes.
    fn move_votes(&mut self, votes: Move, number: u64) {
        let moved = &mut self.moved.parties;
        moved.clone_from(&self.count.parties);
        match votes {
            Move::New(list) => moved[list] += number,
            Move::Away(list) => moved[list] -= number,
            Move::Switch { from, to } => {
                moved[from] -= number;
                moved[to] += number;
            }
        }
    }

    /// With how many votes above `start`, at most `end`, a change is expected, the last count tried being that
    /// of `start`; none where nothing is.
    pub(super) fn expected(
        &mut self,
        votes: Move,
        change: Change,
        piece: (u64, u64),
    ) -> Option<u64> {
        let (Change::Gains(list) | Change::Loses(list)) = change else { return None };
        self.votes.clear();
        let admissions = self.allocation.admissions.iter();
        let competing = self.count.parties.iter().zip(admissions);
        self.votes.extend(
            competing.map(|(&votes, admission)| if admission.competes() { votes } else { 0 }),
        );
        self.settled.clone_from(&self.allocation.seats);
        for SettledTie { tie, .. } in &self.allocation.ties {
            for &winner in tie.lists.iter().take(tie.open_seats as usize) {
                self.settled[winner] += 1;
            }
        }
        let before = guess::Before {
            method: self.method,
            house_size: self.house_size,
            votes: &self.votes,
            seats: &self.settled,
            own_seats: self.seats[list],
        };
        guess::expected(before, votes, change, piece)
    }

    /// Whether the change has happened with so many votes moved. None where the method gives no seats; a
    /// house to which nobody is admitted has none for anyone.
    pub(super) fn has_happened(
        &mut self,
        votes: Move,
        number: u64,
        change: Change,
    ) -> Option<bool> {
        self.move_votes(votes, number);
        self.allocations += 1;
        match self.allocator.allocate_into(&self.moved, &mut NoLots, &mut self.allocation) {
            Ok(()) | Err(AllocationError::NobodyAdmitted) => Some(self.shows(change)),
            Err(_) => None,
        }
    }

    fn shows(&self, change: Change) -> bool {
        let grown = self.house_size + self.allocation.overhang_seats();
        let needed = MajorityRule::MORE_THAN_HALF.seats(grown);
        match change {
            Change::Gains(list) => self.certain(list) > self.seats[list],
            Change::Loses(list) => self.possible(list) < self.seats[list],
            Change::AnySeat => (0..self.seats.len()).any(|list| {
                self.certain(list) > self.seats[list] || self.possible(list) < self.seats[list]
            }),
            Change::WinsMajority(list) => self.certain(list) >= needed,
            Change::LosesMajority(list) => self.possible(list) < needed,
        }
    }

    fn certain(&self, list: usize) -> u32 {
        self.allocation.seats[list]
    }

    /// Its seats if it wins every tie it is in.
    fn possible(&self, list: usize) -> u32 {
        let own = |settled: &&SettledTie| settled.tie.lists.contains(&list);
        let open = self.allocation.ties.iter().filter(own).map(|settled| settled.seats_each);
        self.certain(list) + open.sum::<u32>()
    }
}
