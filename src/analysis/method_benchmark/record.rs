//! What is known of a method after many elections.

use super::fault::{Fault, FaultCount};
use super::index_spread::IndexSpread;
use crate::apportionment::{Fraction, Method};
use crate::measures::indices::catalogue;
use crate::simulation::RealSum;

/// One method over all elections of a benchmark.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodRecord {
    /// The method.
    pub method: Method,
    /// Elections whose seats it shared out.
    pub allocated: u64,
    /// Elections in which its quota awarded more seats than there were; they are in nothing else.
    pub refused: u64,
    /// By rank in votes, largest first: seats less the ideal share, over the elections that have the rank.
    pub bias: Vec<RealSum>,
    /// The faults, in the order of [`Fault::ALL`].
    pub faults: [FaultCount; Fault::ALL.len()],
    /// The indices, in the order of the catalogue.
    pub indices: Vec<IndexSpread>,
    /// The smallest share of votes that won a seat.
    pub smallest_winner: Option<Fraction>,
    /// The largest share of votes that won none.
    pub largest_loser: Option<Fraction>,
}

impl MethodRecord {
    pub(super) fn new(method: Method) -> Self {
        Self {
            method,
            allocated: 0,
            refused: 0,
            bias: Vec::new(),
            faults: Default::default(),
            indices: vec![IndexSpread::default(); catalogue().len()],
            smallest_winner: None,
            largest_loser: None,
        }
    }

    /// How often a fault was found.
    pub const fn fault(&self, fault: Fault) -> &FaultCount {
        &self.faults[fault as usize]
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.allocated += other.allocated;
        self.refused += other.refused;
        if self.bias.len() < other.bias.len() {
            self.bias.resize(other.bias.len(), RealSum::default());
        }
        for (mine, theirs) in self.bias.iter_mut().zip(&other.bias) {
            mine.merge(theirs);
        }
        for (mine, theirs) in self.faults.iter_mut().zip(&other.faults) {
            mine.merge(theirs);
        }
        for (mine, theirs) in self.indices.iter_mut().zip(&other.indices) {
            mine.merge(theirs);
        }
        let winners = self.smallest_winner.into_iter().chain(other.smallest_winner);
        self.smallest_winner = winners.min();
        let losers = self.largest_loser.into_iter().chain(other.largest_loser);
        self.largest_loser = losers.max();
    }
}
