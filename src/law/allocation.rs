//! What the law carried out gives: seats, ties, and where the seats come from.

use crate::apportionment::{ApportionmentError, Method};

use super::{Admission, MajorityClause, Pool, SeatSource, SetAside, SettledTie};

/// A list with fewer candidates than seats won.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CappedList {
    /// The list, by index; for an alliance that ran out as a whole, its first one.
    pub list: usize,
    /// The round, from 1, in which it was found full.
    pub round: u32,
    /// The seats it would have had in that round.
    pub entitled_seats: u32,
    /// The alliance inside which this happened, by its place in [`Allocation::pools`].
    pub pool: Option<usize>,
    /// Whether the last of these seats lay in a tie.
    pub is_tied: bool,
    /// Whether the seats it cannot fill stay empty; else others share them.
    pub is_left_empty: bool,
}

/// The seats of a house under a law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allocation {
    /// Whether each party takes part.
    pub admissions: Vec<Admission>,
    /// Seats of each party, ties settled; under [`TieRule::Report`](super::TieRule::Report) only those that are certain.
    pub seats: Vec<u32>,
    /// The ties: over the bonus, in the last round of the distribution, then inside alliances.
    pub ties: Vec<SettledTie>,
    /// Lists that ran out of candidates.
    pub capped: Vec<CappedList>,
    /// Seats nobody can fill.
    pub unfilled_seats: u32,
    /// Seats from outside the distribution.
    pub set_aside: Vec<SetAside>,
    /// The alliances that pooled their votes.
    pub pools: Vec<Pool>,
    /// The seat that a list has by the absolute-majority clause.
    pub majority_clause: Option<MajorityClause>,
}

impl Allocation {
    /// Seats that a tie left open.
    pub fn open_seats(&self) -> u32 {
        self.ties.iter().filter(|settled| settled.is_open()).map(SettledTie::seats).sum()
    }

    /// Whether any list takes part.
    pub fn is_anyone_admitted(&self) -> bool {
        self.admissions.iter().any(|admission| admission.is_admitted())
    }

    /// Seats by which the house grows.
    pub fn overhang_seats(&self) -> u32 {
        let overhang = |aside: &&SetAside| aside.source == SeatSource::Overhang;
        self.set_aside.iter().filter(overhang).map(|aside| aside.seats).sum()
    }

    /// The seats of a list that come from outside the distribution.
    pub fn set_aside_of(&self, list: usize) -> u32 {
        let own = self.set_aside.iter().filter(|aside| aside.list == list);
        own.map(|aside| aside.seats).sum()
    }

    /// What each list has so far, with `more` seats of a distribution that are not in `seats` yet.
    pub(super) fn held(&self, more: &[u32]) -> Vec<u32> {
        let mut held = self.seats.clone();
        for (held, more) in held.iter_mut().zip(more) {
            *held += more;
        }
        for aside in &self.set_aside {
            held[aside.list] += aside.seats;
        }
        held
    }

    /// Gives the seats of a tie to its winners.
    pub(super) fn add(&mut self, settled: SettledTie) {
        for won in &settled.won {
            self.seats[won.list] += settled.seats_each;
        }
        self.ties.push(settled);
    }

    /// The alliance of a list, by its place among the pools.
    pub(super) fn pool_of(&self, list: usize) -> Option<usize> {
        self.pools.iter().position(|pool| pool.members.contains(&list))
    }

    /// The lists that stand behind one in the distribution: all of the alliance that it heads, or itself.
    pub(super) fn members(&self, head: usize) -> Vec<usize> {
        let pool = self.pools.iter().find(|pool| pool.head() == head);
        pool.map_or_else(|| vec![head], |pool| pool.members.clone())
    }

    /// The list that takes part as the runner-up of a single admitted list.
    pub fn runner_up(&self) -> Option<usize> {
        self.admissions.iter().position(|&admission| admission == Admission::RunnerUp)
    }

    /// Empties it for another count, keeping its memory.
    pub(super) fn clear(&mut self, parties: usize, house_size: u32) {
        self.ties.clear();
        self.capped.clear();
        self.set_aside.clear();
        self.pools.clear();
        self.majority_clause = None;
        self.seats.clear();
        self.seats.resize(parties, 0);
        self.unfilled_seats = house_size;
    }
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
    /// The seats outside the distribution are more than the house.
    #[error(
        "{set_aside} seats are given before the distribution (guaranteed, additional, direct, bonus), \
         but there are only {seats}"
    )]
    SetAsideExceedsHouse {
        /// The seats given before.
        set_aside: u64,
        /// The house size.
        seats: u32,
    },
    /// Multiplied or pooled votes are beyond what can be counted.
    #[error("the votes, multiplied and pooled as the law says, reach 2^64; they must stay below")]
    TooManyVotes,
    /// The method has no seat that is given last.
    #[error(
        "`majority_clause` gives a list the seat that was given last, but `{0}` gives none last; use another \
         method, or leave the clause out"
    )]
    NoLastSeat(Method),
    /// The method has no remainders to go by first.
    #[error(
        "`remainder_from` gives left-over seats by remainders, then by averages, but `{0}` gives \
         them otherwise; use `dhondt`, `hare` or another method, or leave `remainder_from` out"
    )]
    NoRemaindersFirst(Method),
    /// Multiplied votes have no whole numbers for a quota to be rounded to.
    #[error(
        "the votes of a list are multiplied, but `{0}` rounds its quota to whole votes; use a method that \
         does not"
    )]
    MultipliedForRoundedQuota(Method),
    /// The method cannot share out the seats.
    #[error(transparent)]
    Apportionment(#[from] ApportionmentError),
}
