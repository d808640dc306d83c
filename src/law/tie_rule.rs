//! What settles a tie.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;

use crate::apportionment::{RankedTie, Tie};

use super::{Lots, UnknownChoice};

/// A rule that decides between lists with equal claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TieRule {
    /// The order of the lists in the file: the order of registration in Kazakhstan.
    #[default]
    Order,
    /// More votes first.
    Votes,
    /// Fewer votes first (Portugal, Lei n.º 14/79, Article 16).
    FewestVotes,
    /// Lists that have no seat yet first (Macau).
    Seatless,
    /// A lot, drawn from a seed.
    Lot,
    /// Nothing: the tie is reported and its seats stay open.
    Report,
}

impl TieRule {
    /// All rules, with the words for them.
    pub const WORDS: [(Self, &'static str); 6] = [
        (Self::Order, "order"),
        (Self::Votes, "votes"),
        (Self::FewestVotes, "fewest-votes"),
        (Self::Seatless, "seatless"),
        (Self::Lot, "lot"),
        (Self::Report, "report"),
    ];

    /// Whether nothing is left for another rule to decide.
    const fn is_final(self) -> bool {
        matches!(self, Self::Order | Self::Lot | Self::Report)
    }
}

impl fmt::Display for TieRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = Self::WORDS.iter().find(|(rule, _)| rule == self);
        f.write_str(word.expect("every rule has a word").1)
    }
}

impl FromStr for TieRule {
    type Err = UnknownChoice;

    fn from_str(text: &str) -> Result<Self, UnknownChoice> {
        let rule = Self::WORDS.iter().find(|(_, word)| *word == text);
        rule.map(|&(rule, _)| rule).ok_or_else(|| UnknownChoice {
            what: "tie rule",
            found: text.to_owned(),
            accepted: "`order` (earlier in the file first), `votes` (more votes first), `fewest-votes`, \
                       `seatless` (lists without a seat first), `lot` (seeded), `report` (leave it open)",
            words: &["order", "votes", "fewest-votes", "seatless", "lot", "report"],
        })
    }
}

/// The rules that settle ties, each asked only about the lists that are still tied after those before
/// it; what none of them decides goes by the order of the lists.
///
/// ```
/// use kurultai::law::{TieRule, TieRules};
/// let macau: TieRules = "seatless,votes,lot".parse()?;
/// assert_eq!(macau.to_string(), "seatless,votes,lot");
/// assert!(macau.draws_lots());
/// assert_eq!("votes".parse::<TieRules>()?, TieRules::only(TieRule::Votes));
/// assert!("lot,votes".parse::<TieRules>().is_err());
/// # Ok::<(), kurultai::law::TieRulesError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TieRules {
    rules: [TieRule; MAX_RULES],
    length: u8,
}

/// More have no effect: whether a list has a seat, one of the two rules about votes, one that decides the rest.
const MAX_RULES: usize = 3;

/// Why rules do not make a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TieRulesError {
    /// There is none.
    #[error("no tie rule is named; name at least one, such as `order`")]
    None,
    /// One of them is not a rule.
    #[error(transparent)]
    Unknown(#[from] UnknownChoice),
    /// One stands twice.
    #[error("the tie rule `{0}` is named twice; name it once")]
    Repeated(TieRule),
    /// One stands after a rule that leaves it nothing to decide.
    #[error(
        "the tie rule `{after}` has no effect after `{before}`, which leaves it nothing to decide; leave {}",
        if are_alike(*before, *after) {
            "one of them out".to_owned()
        } else {
            format!("`{after}` out, or put it first")
        }
    )]
    WithoutEffect {
        /// The rule that decides.
        before: TieRule,
        /// The rule that is never asked.
        after: TieRule,
    },
}

/// Whether whichever of two rules stands first leaves the other nothing to decide.
const fn are_alike(one: TieRule, other: TieRule) -> bool {
    const fn is_by_votes(rule: TieRule) -> bool {
        matches!(rule, TieRule::Votes | TieRule::FewestVotes)
    }
    one.is_final() && other.is_final() || is_by_votes(one) && is_by_votes(other)
}

impl TieRules {
    /// One rule, with the order of the lists after it.
    pub const fn only(rule: TieRule) -> Self {
        let mut rules = [TieRule::Order; MAX_RULES];
        rules[0] = rule;
        Self { rules, length: 1 }
    }

    /// These rules in turn.
    ///
    /// # Errors
    /// [`TieRulesError`] if there is none, one stands twice, or one has no effect: after `order`, `lot`
    /// and `report` nothing is left to decide, and equal votes stay equal.
    pub fn new(rules: &[TieRule]) -> Result<Self, TieRulesError> {
        let mut own = Self { length: 0, ..Self::only(TieRule::Order) };
        for &rule in rules {
            for &before in own.rules() {
                if before == rule {
                    return Err(TieRulesError::Repeated(rule));
                }
                if before.is_final() || are_alike(before, rule) {
                    return Err(TieRulesError::WithoutEffect { before, after: rule });
                }
            }
            own.rules[usize::from(own.length)] = rule;
            own.length += 1;
        }
        if own.length == 0 { Err(TieRulesError::None) } else { Ok(own) }
    }

    /// The rules, in the order in which they are asked.
    pub fn rules(&self) -> &[TieRule] {
        &self.rules[..self.length.into()]
    }

    /// Whether what the other rules leave is decided by lot.
    pub fn draws_lots(&self) -> bool {
        self.rules().contains(&TieRule::Lot)
    }

    /// Settles `tie` between lists that stand so, as far as the rules do.
    pub(super) fn settle(
        self,
        tie: Tie,
        standing: Standing<'_>,
        lots: &mut impl Lots,
    ) -> Vec<SettledTie> {
        let Standing { votes, seats } = standing;
        let mut won = Vec::new();
        let mut open = vec![tie.clone()];
        let fallback = [TieRule::Order];
        for &rule in self.rules().iter().chain(&fallback) {
            if open.is_empty() || rule == TieRule::Report {
                break;
            }
            let mut undecided = Vec::new();
            for tie in open {
                let ranked = match rule {
                    TieRule::Order => tie.ranked(|list| list),
                    TieRule::Votes => tie.ranked(|list| Reverse(votes[list])),
                    TieRule::FewestVotes => tie.ranked(|list| votes[list]),
                    TieRule::Seatless => tie.ranked(|list| seats[list] > 0),
                    TieRule::Lot => RankedTie { winners: lots.draw(&tie), ties: Vec::new() },
                    TieRule::Report => unreachable!("left open above"),
                };
                won.extend(ranked.winners.into_iter().map(|list| TiedSeat { list, rule }));
                undecided.extend(ranked.ties);
            }
            open = undecided;
        }
        let mut settled = Vec::new();
        if !won.is_empty() {
            let open_seats = tie.open_seats - open.iter().map(|tie| tie.open_seats).sum::<u32>();
            let tie = Tie { open_seats, ..tie };
            settled.push(SettledTie { tie, won, seats_each: 1, over: TieOver::Distribution });
        }
        settled.extend(open.into_iter().map(|tie| SettledTie {
            tie,
            won: Vec::new(),
            seats_each: 1,
            over: TieOver::Distribution,
        }));
        settled
    }
}

impl Default for TieRules {
    fn default() -> Self {
        Self::only(TieRule::default())
    }
}

impl From<TieRule> for TieRules {
    fn from(rule: TieRule) -> Self {
        Self::only(rule)
    }
}

impl fmt::Debug for TieRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.rules()).finish()
    }
}

impl fmt::Display for TieRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, rule) in self.rules().iter().enumerate() {
            write!(f, "{}{rule}", if at > 0 { "," } else { "" })?;
        }
        Ok(())
    }
}

impl FromStr for TieRules {
    type Err = TieRulesError;

    fn from_str(text: &str) -> Result<Self, TieRulesError> {
        let rules: Result<Vec<TieRule>, UnknownChoice> =
            text.split(',').map(|word| word.trim().parse()).collect();
        Self::new(&rules?)
    }
}

/// What the rules ask of the lists in a tie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'s> {
    /// The votes of each list as they were cast; of an alliance, all of them at the list that stands for it.
    pub(super) votes: &'s [u64],
    /// The seats that each has before those of the tie.
    pub(super) seats: &'s [u32],
}

/// A tied seat and who got it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TiedSeat {
    /// The list, by index.
    pub list: usize,
    /// The rule that gave it the seat.
    pub rule: TieRule,
}

/// What the seats of a tie are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieOver {
    /// The bonus of the largest list.
    Bonus,
    /// The last seats of the distribution between lists and alliances.
    Distribution,
    /// The last seats inside an alliance, by its place in `Allocation::pools`.
    Alliance(usize),
}

/// A tie and how it was settled, or that it was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledTie {
    /// The lists with equal claims, and the seats between them.
    pub tie: Tie,
    /// Its seats in the order in which they were given; none if the tie was left open.
    pub won: Vec<TiedSeat>,
    /// The seats that each winner gets: one, but for a tie over the bonus of the largest list.
    pub seats_each: u32,
    /// What its seats are.
    pub over: TieOver,
}

impl SettledTie {
    /// Whether its seats stay open.
    pub const fn is_open(&self) -> bool {
        self.won.is_empty()
    }

    /// All its seats, won or open.
    pub const fn seats(&self) -> u32 {
        self.tie.open_seats * self.seats_each
    }

    /// The lists that got a seat each, ascending.
    pub fn winners(&self) -> Vec<usize> {
        let mut winners: Vec<usize> = self.won.iter().map(|seat| seat.list).collect();
        winners.sort_unstable();
        winners
    }

    /// The rule that decided: of several the last that had to be asked. None if the tie was left open.
    pub fn broken_by(&self) -> Option<TieRule> {
        self.won.last().map(|seat| seat.rule)
    }
}
