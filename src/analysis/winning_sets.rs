//! Sets of lists over draws: how often each is a minimal winning one, and how much power lists have.

use super::{Estimate, Summary};
use crate::simulation::{FirstDraws, RealSum, Subsets};

/// The sets of lists that have one majority of the house, over draws.
#[derive(Clone, Debug, PartialEq)]
pub struct WinningSets {
    /// Its place among the majorities of the house.
    pub majority: usize,
    /// The sets that are minimal winning ones in some draws, the most frequent first.
    pub minimal: Vec<WinningSet>,
    /// The power of every list that can win seats, where that was counted.
    pub power: Vec<ListPowerMean>,
}

/// A set of lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WinningSet {
    /// The lists, by party, ascending.
    pub parties: Vec<usize>,
    /// They have the majority together.
    pub wins: Estimate,
    /// They have it, and no proper subset has.
    pub minimal: Estimate,
}

/// The mean power of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListPowerMean {
    /// The list, by party.
    pub party: usize,
    /// Its normalised Banzhaf index over draws.
    pub banzhaf: RealSum,
    /// Its Shapley–Shubik index over draws.
    pub shapley_shubik: RealSum,
}

impl WinningSets {
    /// What was counted for every majority.
    pub(super) fn of(subsets: &Subsets, draws: u64, first: &FirstDraws) -> Vec<Self> {
        (0..subsets.majorities().count())
            .map(|majority| Self {
                majority,
                minimal: minimal(subsets, majority, draws),
                power: (first.power.get(majority).into_iter())
                    .flat_map(|power| {
                        let lists = subsets.lists().iter().zip(&power.banzhaf);
                        lists.zip(&power.shapley_shubik)
                    })
                    .map(|((&party, &banzhaf), &shapley_shubik)| ListPowerMean {
                        party,
                        banzhaf,
                        shapley_shubik,
                    })
                    .collect(),
            })
            .collect()
    }
}

fn minimal(subsets: &Subsets, majority: usize, draws: u64) -> Vec<WinningSet> {
    let counts = subsets.minimal_of_sets(majority).iter().zip(subsets.wins_of_sets(majority));
    let mut sets: Vec<WinningSet> = (counts.enumerate())
        .filter(|&(_, (&minimal, _))| minimal > 0)
        .map(|(set, (&minimal, &wins))| {
            let members = subsets.lists().iter().enumerate();
            let members = members.filter(|(bit, _)| set >> bit & 1 == 1);
            WinningSet {
                parties: members.map(|(_, &party)| party).collect(),
                wins: Estimate { hits: wins, draws },
                minimal: Estimate { hits: minimal, draws },
            }
        })
        .collect();
    sets.sort_by(|one, other| {
        (other.minimal.hits.cmp(&one.minimal.hits)).then_with(|| one.parties.cmp(&other.parties))
    });
    sets
}

impl Summary {
    /// Every probability that is estimated for a list or a coalition.
    pub(super) fn probabilities(&self) -> impl Iterator<Item = Estimate> + '_ {
        let lists = self.parties.iter().flat_map(|list| {
            let own = [list.passes_threshold, list.no_seats, list.largest];
            own.into_iter().chain(list.majorities.iter().copied())
        });
        let coalitions = self.coalitions.iter().flat_map(|coalition| {
            let senses = [&coalition.all_seated, &coalition.minimal, &coalition.blocks];
            coalition.majorities.iter().chain(senses.into_iter().flatten()).copied()
        });
        lists.chain(coalitions).chain(self.any_majority.iter().copied())
    }
}
