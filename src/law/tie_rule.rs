//! What settles a tie.

use std::cmp::Reverse;

use crate::apportionment::Tie;

/// The rule that decides between lists with equal claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TieRule {
    /// The order of the lists in the file: the order of registration in Kazakhstan.
    #[default]
    Order,
    /// More votes first, then the order.
    Votes,
    /// A lot, drawn from a seed.
    Lot,
    /// Nothing: the tie is reported and its seats stay open.
    Report,
}

/// Draws lots between tied lists.
pub trait Lots {
    /// Chooses `tie.open_seats` of `tie.lists`, each set equally likely.
    fn draw(&mut self, tie: &Tie) -> Vec<usize>;
}

/// For laws that never draw lots.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoLots;

impl Lots for NoLots {
    fn draw(&mut self, tie: &Tie) -> Vec<usize> {
        unreachable!("a law without the tie rule `lot` asked for a lot between {:?}", tie.lists)
    }
}

/// A tie and how it was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledTie {
    /// The lists with equal claims, and the seats between them.
    pub tie: Tie,
    /// The lists that got a seat each; none if the tie was left open.
    pub winners: Option<Vec<usize>>,
}

impl TieRule {
    /// Settles `tie` between lists with these votes.
    pub(super) fn settle(self, tie: Tie, votes: &[u64], lots: &mut impl Lots) -> SettledTie {
        let open_seats = tie.open_seats as usize;
        let mut ranked = tie.lists.clone();
        let winners = match self {
            Self::Order => Some(ranked),
            Self::Votes => {
                ranked.sort_by_key(|&list| Reverse(votes[list]));
                Some(ranked)
            }
            Self::Lot => Some(lots.draw(&tie)),
            Self::Report => None,
        };
        let winners = winners.map(|mut winners| {
            winners.truncate(open_seats);
            winners.sort_unstable();
            winners
        });
        SettledTie { tie, winners }
    }
}
