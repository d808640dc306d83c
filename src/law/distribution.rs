//! One distribution of seats: an apportionment, repeated as long as it fills lists beyond their length.

use crate::apportionment::{
    Apportioned, Apportionment, ApportionmentError, Method, Tie, Workspace, apportion_into,
    apportion_remainders_first, last_seats,
};
use crate::election::Share;

use super::{CappedList, FreedSeats, MajorityClause};

/// What is distributed, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task<'t> {
    pub(super) method: Method,
    pub(super) house_size: u32,
    /// The fewest seats of each list; empty for none.
    pub(super) floors: &'t [u32],
    /// The most seats of each list; empty for no limits.
    pub(super) caps: &'t [u32],
    pub(super) freed_seats: FreedSeats,
    /// The alliance inside which this happens, by its place in `Allocation::pools`.
    pub(super) pool: Option<usize>,
    /// The share of a quota from which a remainder counts, where left-over seats go by them first.
    pub(super) remainder_from: Option<Share>,
}

/// The memory of distributions.
#[derive(Clone, Debug, Default)]
pub(super) struct Distribution {
    /// The votes that compete; full lists lose theirs.
    pub(super) votes: Vec<u64>,
    /// The last apportionment, with its ties.
    pub(super) apportionment: Apportionment,
    workspace: Workspace,
    /// The seats that the last apportionment shared out.
    last_house_size: u32,
}

impl Distribution {
    /// Adds to `seats` what the lists win, ties left open in `apportionment`, and returns the seats
    /// that nobody is left to take.
    pub(super) fn run(
        &mut self,
        task: Task<'_>,
        seats: &mut [u32],
        capped: &mut Vec<CappedList>,
    ) -> Result<u32, ApportionmentError> {
        let mut house_size = task.house_size;
        let redistributes = task.freed_seats == FreedSeats::Redistribute && !task.caps.is_empty();
        for round in 1.. {
            if round > 1 && self.votes.iter().all(|&votes| votes == 0) {
                self.apportionment.ties.clear();
                // Nobody is left to share what the last full lists could not fill.
                let last =
                    |full: &&mut CappedList| full.pool == task.pool && full.round == round - 1;
                for full in capped.iter_mut().filter(last) {
                    full.is_left_empty = house_size > 0;
                }
                break;
            }
            self.apportion(task, house_size)?;
            let capped_before = capped.len();
            if redistributes {
                self.find_capped(task, round, capped);
            }
            if capped.len() == capped_before {
                for (seats, &apportioned) in seats.iter_mut().zip(&self.apportionment.seats) {
                    *seats += apportioned;
                }
                house_size = 0;
                break;
            }
            for full in &capped[capped_before..] {
                let cap = task.caps[full.list];
                seats[full.list] += cap;
                self.votes[full.list] = 0;
                house_size -= cap;
            }
        }
        Ok(house_size)
    }

    /// The most seats that each list may have of a distribution of these votes, ties included, and those
    /// it has for certain.
    pub(super) fn possible_and_certain(
        &mut self,
        task: Task<'_>,
        votes: Vec<u64>,
    ) -> Result<[Vec<u32>; 2], ApportionmentError> {
        let mut certain = vec![0; votes.len()];
        self.votes = votes;
        self.run(task, &mut certain, &mut Vec::new())?;
        let mut possible = certain.clone();
        for list in self.apportionment.ties.drain(..).flat_map(|tie| tie.lists) {
            possible[list] += 1;
        }
        Ok([possible, certain])
    }

    /// Moves the seat given last in the last apportionment to this list, which has fewer seats than it may
    /// have; none if no other list holds a seat that was given to the next in line.
    pub(super) fn give_last_seat(
        &mut self,
        task: Task<'_>,
        list: usize,
        seats: &mut [u32],
    ) -> Option<MajorityClause> {
        let Apportionment { seats: apportioned, ties } = &mut self.apportionment;
        if let Some(tie) = ties.pop() {
            // The tied seats are those given last. A list that is tied for one has it; else one of them
            // is given to it, and the tie is over the others.
            let mut lists = tie.lists.clone();
            lists.retain(|&tied| tied != list);
            let open_seats = tie.open_seats - 1;
            if open_seats > 0 {
                ties.push(Tie::new(lists, open_seats));
            }
            seats[list] += 1;
            return Some(MajorityClause { list, equals: tie.lists, lost: Vec::new() });
        }
        let shared = Apportioned {
            method: task.method,
            remainder_from: task.remainder_from,
            votes: &self.votes,
            floors: task.floors,
            house_size: self.last_house_size,
            seats: apportioned,
            served: &[],
        };
        let holders = last_seats(&shared, list);
        if holders.is_empty() {
            return None;
        }
        seats[list] += 1;
        for &holder in &holders {
            seats[holder] -= 1;
        }
        if let Ok(open_seats @ 1..) = u32::try_from(holders.len() - 1) {
            ties.push(Tie::new(holders.clone(), open_seats));
        }
        Some(MajorityClause { list, equals: holders.clone(), lost: holders })
    }

    fn apportion(&mut self, task: Task<'_>, house_size: u32) -> Result<(), ApportionmentError> {
        self.last_house_size = house_size;
        if let Some(least) = task.remainder_from {
            return apportion_remainders_first(
                task.method,
                least,
                &self.votes,
                task.floors,
                house_size,
                &mut self.apportionment,
            );
        }
        apportion_into(
            task.method,
            &self.votes,
            task.floors,
            house_size,
            &mut self.workspace,
            &mut self.apportionment,
        )
    }

    /// The lists whose certain seats, or those with a tied one, exceed their length: a full list is
    /// never part of a tie.
    fn find_capped(&self, task: Task<'_>, round: u32, capped: &mut Vec<CappedList>) {
        let Apportionment { seats, ties } = &self.apportionment;
        for (list, &seats) in seats.iter().enumerate() {
            let tied = ties.iter().any(|tie| tie.lists.contains(&list));
            let entitled_seats = seats + u32::from(tied);
            if entitled_seats > task.caps[list] {
                capped.push(CappedList {
                    list,
                    round,
                    entitled_seats,
                    pool: task.pool,
                    is_tied: tied,
                    is_left_empty: false,
                });
            }
        }
    }
}
