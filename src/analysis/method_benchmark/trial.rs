//! One election under one method.

use super::fault::{Fault, Witness};
use super::record::MethodRecord;
use crate::apportionment::{Apportionment, Fraction, Method, Workspace, apportion_into};
use crate::measures::indices::{Indices, Proportions, catalogue};
use crate::measures::properties::{
    SeatBounds, above_upper_quota, below_lower_quota, house_paradox, lost_majority,
    manufactured_majority, new_states_paradox, order_reversal, population_paradox,
};
use crate::simulation::RealSum;

/// An election, with a second one after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Election<'a> {
    pub(super) number: u64,
    /// Votes of two lists or more, each with some, largest first.
    pub(super) votes: &'a [u64],
    /// The votes of the second election.
    pub(super) grown: &'a [u64],
    pub(super) house_size: u32,
}

/// Judges methods by elections, reusing its memory.
#[derive(Debug, Default)]
pub(super) struct Trial {
    workspace: Workspace,
    own: SharedOut,
    other: SharedOut,
    votes: Vec<u64>,
    settled: Vec<u32>,
}

/// Seats with their bounds.
#[derive(Debug, Default)]
struct SharedOut {
    apportionment: Apportionment,
    most: Vec<u32>,
}

impl SharedOut {
    /// Shares seats out; whether the method can.
    fn share_out(
        &mut self,
        method: Method,
        votes: &[u64],
        house_size: u32,
        workspace: &mut Workspace,
    ) -> bool {
        let result = &mut self.apportionment;
        if apportion_into(method, votes, &[], house_size, workspace, result).is_err() {
            return false;
        }
        self.most.clone_from(&result.seats);
        for &list in result.ties.iter().flat_map(|tie| &tie.lists) {
            self.most[list] += 1;
        }
        true
    }

    fn bounds(&self) -> SeatBounds<'_> {
        SeatBounds::new(&self.apportionment.seats, &self.most)
    }
}

impl Trial {
    /// Shares out the seats of an election and writes down what comes of it.
    pub(super) fn judge(&mut self, election: Election<'_>, record: &mut MethodRecord) {
        let Election { votes, house_size, .. } = election;
        if !self.own.share_out(record.method, votes, house_size, &mut self.workspace) {
            record.refused += 1;
            return;
        }
        record.allocated += 1;
        self.measure(election, record);
        self.look_for_faults(election, record);
        self.look_for_paradoxes(election, record);
        note_thresholds(votes, self.own.bounds(), record);
    }

    /// Bias and indices, with open seats settled for the lists with most votes.
    fn measure(&mut self, election: Election<'_>, record: &mut MethodRecord) {
        let Election { votes, house_size, .. } = election;
        let Apportionment { seats, ties } = &self.own.apportionment;
        self.settled.clone_from(seats);
        for tie in ties {
            for winner in tie.ranked(|list| list).winners {
                self.settled[winner] += 1;
            }
        }
        if record.bias.len() < votes.len() {
            record.bias.resize(votes.len(), RealSum::default());
        }
        let Ok(proportions) = Proportions::new(votes, &self.settled) else { return };
        for (rank, bias) in record.bias.iter_mut().take(votes.len()).enumerate() {
            let ideal_share = proportions.list(rank).votes * f64::from(house_size);
            bias.add(f64::from(self.settled[rank]) - ideal_share);
        }
        let indices = Indices::of(&proportions);
        for (spread, index) in record.indices.iter_mut().zip(catalogue()) {
            spread.add(index.value(&indices).unwrap_or(f64::NAN));
        }
    }

    /// What votes and seats show by themselves.
    fn look_for_faults(&self, election: Election<'_>, record: &mut MethodRecord) {
        let Election { votes, house_size, .. } = election;
        let seats = self.own.bounds();
        for (fault, is_there) in [
            (Fault::BelowQuota, below_lower_quota(votes, seats, house_size).is_some()),
            (Fault::AboveQuota, above_upper_quota(votes, seats, house_size).is_some()),
            (
                Fault::ManufacturedMajority,
                manufactured_majority(votes, seats, house_size).is_some(),
            ),
            (Fault::LostMajority, lost_majority(votes, seats, house_size).is_some()),
            (Fault::OrderReversal, order_reversal(votes, seats).is_some()),
            (Fault::OpenTie, !self.own.apportionment.ties.is_empty()),
        ] {
            election.count(fault, is_there, record);
        }
    }

    /// What a second allocation shows beside the first, where the method gives one.
    fn look_for_paradoxes(&mut self, election: Election<'_>, record: &mut MethodRecord) {
        let Election { votes, grown, house_size, .. } = election;
        let Self { workspace, own, other, .. } = self;
        let method = record.method;
        if other.share_out(method, votes, house_size + 1, workspace) {
            let found = house_paradox(own.bounds(), other.bounds()).is_some();
            election.count(Fault::HouseParadox, found, record);
        }
        if other.share_out(method, grown, house_size, workspace) {
            let found = population_paradox(votes, own.bounds(), grown, other.bounds()).is_some();
            election.count(Fault::PopulationParadox, found, record);
        }
        let newcomer = votes.len() - 1;
        let (own_seats, most) = (own.apportionment.seats[newcomer], own.most[newcomer]);
        // With a tie at stake nobody knows how many seats the newcomer brings.
        if own_seats == most && own_seats < house_size {
            self.votes.clear();
            self.votes.extend_from_slice(votes);
            self.votes[newcomer] = 0;
            if other.share_out(method, &self.votes, house_size - own_seats, workspace) {
                let found = new_states_paradox(other.bounds(), own.bounds(), newcomer).is_some();
                election.count(Fault::NewStatesParadox, found, record);
            }
        }
    }
}

impl Election<'_> {
    fn count(&self, fault: Fault, is_there: bool, record: &mut MethodRecord) {
        let is_of_growth = fault == Fault::PopulationParadox;
        record.faults[fault as usize].count(is_there, self.number, || Witness {
            number: self.number,
            votes: self.votes.to_vec(),
            house_size: self.house_size,
            grown_votes: is_of_growth.then(|| self.grown.to_vec()),
        });
    }
}

/// The last list with a seat, and the first with none, votes standing by size.
fn note_thresholds(votes: &[u64], seats: SeatBounds<'_>, record: &mut MethodRecord) {
    let all: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
    let is_beyond = |list: usize, known: Option<Fraction>, order: std::cmp::Ordering| {
        known.is_none_or(|known| {
            // Shares are compared as fractions of 64-bit votes; only a new record is reduced.
            Fraction { numerator: votes[list].into(), denominator: all }.cmp(&known) == order
        })
    };
    let share = |list: usize| Fraction::new(votes[list].into(), all);
    let winner = seats.lists().rev().find(|&list| seats.least(list) > 0);
    if let Some(list) =
        winner.filter(|&list| is_beyond(list, record.smallest_winner, std::cmp::Ordering::Less))
    {
        record.smallest_winner = Some(share(list));
    }
    let loser = seats.lists().find(|&list| seats.most(list) == 0);
    if let Some(list) =
        loser.filter(|&list| is_beyond(list, record.largest_loser, std::cmp::Ordering::Greater))
    {
        record.largest_loser = Some(share(list));
    }
}
