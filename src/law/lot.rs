//! Lots: how they are drawn is the caller's, how a lot that was drawn is given back stands here.

use crate::apportionment::Tie;

/// Draws lots between tied lists.
pub trait Lots {
    /// Gives each of `tie.open_seats` to one of the lists that compete for it and have none yet, each
    /// equally likely; the winners in the order of the seats.
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

/// A lot that has been drawn already: the winners, those of an earlier tie first.
///
/// Every tie takes the first winners that are in it, in any order; what does not fit is kept for
/// [`GivenLot::verify`].
#[derive(Clone, Debug)]
pub struct GivenLot {
    /// The winners that no tie has taken.
    left: Vec<usize>,
    found: usize,
    needed: usize,
    /// The lists of all ties so far.
    tied: Vec<usize>,
    /// Those that have won.
    winners: Vec<usize>,
    impossible: Option<LotError>,
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
    #[error("{}", wrong_number(*found, *needed, "the lists with equal claims"))]
    WrongNumber {
        /// The winners named.
        found: usize,
        /// The winners that all ties need.
        needed: usize,
        /// The lists with equal claims, by index.
        tied: Vec<usize>,
    },
    /// Too few winners among the lists that compete for the first of the open seats.
    #[error("no lot gives these winners: {needed} of the lists {among:?} must be among them")]
    Impossible {
        /// The lists that compete for the first open seats, by index.
        among: Vec<usize>,
        /// How many of them win at least.
        needed: u32,
    },
}

/// That a lot names too few or too many winners among some lists.
pub fn wrong_number(found: usize, needed: usize, among: &str) -> String {
    let winners = if found == 1 { "winner" } else { "winners" };
    let are = if needed == 1 { "is" } else { "are" };
    format!(
        "the lot (`--lot`, or `lot` of the file) names {found} {winners}, but {needed} {are} drawn among {among}; name \
         the {needed} that won"
    )
}

impl GivenLot {
    /// The lot with these winners, by index.
    pub fn new(winners: &[usize]) -> Self {
        Self {
            left: winners.to_vec(),
            found: winners.len(),
            needed: 0,
            tied: Vec::new(),
            winners: Vec::new(),
            impossible: None,
        }
    }

    /// Whether the lots given were exactly those asked for.
    ///
    /// # Errors
    /// [`LotError`] if a winner was not tied, their number is wrong, or no lot leads to them.
    pub fn verify(self) -> Result<(), LotError> {
        let Self { left, found, needed, tied, winners, impossible } = self;
        if needed == 0 {
            return Err(LotError::NoTie);
        }
        if let Some(&list) = left.iter().find(|list| !tied.contains(list)) {
            return Err(LotError::NotTied { list, tied });
        }
        if let Some(&list) = left.iter().find(|list| winners.contains(list)) {
            return Err(LotError::Twice { list });
        }
        if found != needed {
            return Err(LotError::WrongNumber { found, needed, tied });
        }
        impossible.map_or(Ok(()), Err)
    }

    /// The first winners given that are in this tie, each once.
    fn claimed(&mut self, tie: &Tie) -> Vec<usize> {
        let mut claimed: Vec<usize> = Vec::new();
        self.left.retain(|&list| {
            let fits = claimed.len() < tie.open_seats as usize
                && tie.lists.contains(&list)
                && !claimed.contains(&list);
            if fits {
                claimed.push(list);
            }
            !fits
        });
        claimed
    }
}

impl Lots for GivenLot {
    fn draw(&mut self, tie: &Tie) -> Vec<usize> {
        self.needed += tie.open_seats as usize;
        self.tied
            .extend(tie.lists.iter().filter(|list| !self.tied.contains(list)).collect::<Vec<_>>());
        let mut claimed = self.claimed(tie);
        self.winners.extend(&claimed);
        let mut competing = tie.first();
        let mut winners: Vec<usize> = Vec::new();
        for given in 0..tie.open_seats {
            competing.extend(tie.coming(given));
            // Lists that compete now compete for every later seat too, so it does not matter which of the
            // claimed ones is served first.
            let place = claimed.iter().position(|list| competing.contains(list));
            if place.is_none() {
                let among = competing.clone();
                self.impossible.get_or_insert(LotError::Impossible { among, needed: given + 1 });
            }
            // A lot that does not fit is refused by `verify`; until then the first lists fill in.
            let winner = place.map(|place| claimed.remove(place));
            let first = || competing.iter().copied().find(|list| !winners.contains(list));
            winners.extend(winner.or_else(first));
        }
        winners
    }
}
