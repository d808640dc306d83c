//! What settles a tie.

use std::cmp::Reverse;
use std::collections::VecDeque;

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

/// A lot that has been drawn already: the winners in the order in which they were drawn.
///
/// Every tie takes its winners from the front; what does not fit is kept for [`GivenLot::verify`].
#[derive(Clone, Debug)]
pub struct GivenLot {
    given: VecDeque<usize>,
    found: usize,
    needed: usize,
    not_tied: Option<LotError>,
}

/// Why a lot given is not one that could have been drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LotError {
    /// There is nothing to decide.
    #[error("there is no tie, so no lot is drawn; leave the lot out")]
    NoTie,
    /// A list that has no equal claim.
    #[error("the lot names list {list}, which is not tied")]
    NotTied {
        /// The list, by index.
        list: usize,
        /// Those that are, by index.
        tied: Vec<usize>,
    },
    /// A list that is named twice for one tie.
    #[error("the lot names list {list} twice; every winner of a tie is drawn once")]
    Twice {
        /// The list, by index.
        list: usize,
    },
    /// Fewer or more winners than open seats.
    #[error("the lot names {found} winners, but {needed} {} drawn; name as many", if *needed == 1 { "is" } else { "are" })]
    WrongNumber {
        /// The winners named.
        found: usize,
        /// The winners that all ties need.
        needed: usize,
    },
}

impl GivenLot {
    /// The lot with these winners, by index.
    pub fn new(winners: &[usize]) -> Self {
        let given: VecDeque<usize> = winners.iter().copied().collect();
        Self { found: given.len(), given, needed: 0, not_tied: None }
    }

    /// Whether the lots given were exactly those asked for.
    ///
    /// # Errors
    /// [`LotError`] if a winner was not tied, or their number is wrong.
    pub fn verify(self) -> Result<(), LotError> {
        let Self { found, needed, not_tied, .. } = self;
        match not_tied {
            _ if needed == 0 => Err(LotError::NoTie),
            Some(error) => Err(error),
            None if found == needed => Ok(()),
            None => Err(LotError::WrongNumber { found, needed }),
        }
    }
}

impl Lots for GivenLot {
    fn draw(&mut self, tie: &Tie) -> Vec<usize> {
        let open_seats = tie.open_seats as usize;
        self.needed += open_seats;
        let mut winners: Vec<usize> = Vec::with_capacity(open_seats);
        while winners.len() < open_seats {
            let Some(list) = self.given.pop_front() else { break };
            if tie.lists.contains(&list) && !winners.contains(&list) {
                winners.push(list);
            } else {
                let error = if winners.contains(&list) {
                    LotError::Twice { list }
                } else {
                    LotError::NotTied { list, tied: tie.lists.clone() }
                };
                self.not_tied.get_or_insert(error);
            }
        }
        // A lot too short is refused by `verify`; until then the first lists fill in.
        for &list in &tie.lists {
            if winners.len() < open_seats && !winners.contains(&list) {
                winners.push(list);
            }
        }
        winners
    }
}

/// A tie and how it was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledTie {
    /// The lists with equal claims, and the seats between them.
    pub tie: Tie,
    /// The lists that got a seat each; none if the tie was left open.
    pub winners: Option<Vec<usize>>,
    /// The seats that each winner gets: one, but for a tie over the bonus of the largest list.
    pub seats_each: u32,
    /// Whether the tie is over the bonus of the largest list.
    pub over_bonus: bool,
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
        SettledTie { tie, winners, seats_each: 1, over_bonus: false }
    }
}
