//! What an electoral law adds to a method: who is admitted, and what settles a tie or a full list.
//!
//! Exact like the room before it: thresholds are fractions, and nothing here draws a random number;
//! where the law asks for a lot, the caller supplies it.
#![deny(clippy::float_arithmetic)]

mod account;
mod admission;
mod alliance;
mod allocation;
mod allocator;
mod decision;
mod distribution;
mod lot;
mod majority_clause;
mod one_list;
mod preset;
mod provisions;
mod set_aside;
mod threshold;
mod tie_rule;

pub use account::{LastRound, PoolRound};
pub use admission::Admission;
pub use alliance::Pool;
pub use allocation::{Allocation, AllocationError, CappedList};
pub use allocator::Allocator;
pub use decision::{Decision, DecisionTable, Matter, Requirement};
pub use lot::{GivenLot, LotError, Lots, NoLots, wrong_number};
pub use majority_clause::MajorityClause;
pub use preset::{Omission, PRESETS, Preset, UnknownPreset};
pub use provisions::{
    AllianceThreshold, Bonus, MAX_MEMBER_STEPS, MemberThresholds, MultiplierScope, OneListRule,
    Overhang, Provisions,
};
pub use set_aside::{SeatSource, SetAside};
pub use threshold::{Threshold, ThresholdBase, ThresholdRule};
pub use tie_rule::{SettledTie, TieOver, TieRule, TieRules, TieRulesError, TiedSeat};

use std::fmt;
use std::str::FromStr;

use crate::apportionment::Method;
use crate::election::{Ballots, Multiplier, Party, Share, did_you_mean};

/// An electoral law for one nationwide district.
///
/// ```
/// use kurultai::law::{Law, Preset};
/// let law: &Law = &Preset::named("kurultai-2026")?.law;
/// assert_eq!(law.threshold.share.to_string(), "5%");
/// # Ok::<(), kurultai::law::UnknownPreset>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Law {
    /// How votes become seats.
    pub method: Method,
    /// What a list needs to take part.
    pub threshold: Threshold,
    /// What settles a tie.
    pub tie: TieRules,
    /// What becomes of seats a list has no candidates for.
    pub freed_seats: FreedSeats,
    /// The share of its seats that a list gives to candidates of the groups the law names; it moves
    /// no seat between lists.
    pub group_quota: Option<Share>,
    /// What it adds to these.
    pub provisions: Provisions,
}

impl Law {
    /// Method, threshold and tie rule, and nothing else.
    pub const fn plain(method: Method, threshold: Threshold, tie: TieRule) -> Self {
        Self {
            method,
            threshold,
            tie: TieRules::only(tie),
            freed_seats: FreedSeats::Redistribute,
            group_quota: None,
            provisions: Provisions::NONE,
        }
    }

    /// Whether nothing but threshold, exemptions, method, tie rule and the lengths of lists
    /// ([`Party::candidates`]) decides between these parties.
    ///
    /// ```
    /// use kurultai::election::Party;
    /// use kurultai::law::Preset;
    /// let mut parties = [Party::list("a"), Party::list("b")];
    /// let law = &Preset::named("kurultai-2026")?.law;
    /// assert!(law.is_plain(&parties));
    /// parties[0].floor = 1;
    /// assert!(!law.is_plain(&parties));
    /// # Ok::<(), kurultai::law::UnknownPreset>(())
    /// ```
    pub fn is_plain(&self, parties: &[Party]) -> bool {
        let is_plain = |party: &Party| {
            party.threshold.is_none()
                && party.multiplier.is_none()
                && party.floor == 0
                && party.guaranteed_seats == 0
                && party.additional_seats == 0
        };
        self.provisions == Provisions::NONE
            && parties.iter().all(is_plain)
            && admission::alliances(parties).is_empty()
    }

    /// The law's general threshold in a house: one whole quota is 1/N.
    pub fn threshold_in(&self, house_size: u32) -> Threshold {
        let share = match Share::new(1, house_size.into()) {
            Ok(quota) if self.provisions.threshold_is_quota => quota,
            _ => self.threshold.share,
        };
        Threshold { share, ..self.threshold }
    }

    /// The threshold that this list has to pass: its own, or that of its number of members, or the
    /// general one.
    pub fn threshold_of(&self, party: &Party, house_size: u32) -> Threshold {
        let general = self.threshold_in(house_size);
        let by_members = self.provisions.threshold_by_members.of(party.members);
        Threshold { share: party.threshold.or(by_members).unwrap_or(general.share), ..general }
    }

    /// The share of a quota from which remainders win left-over seats first, in a house of this size.
    pub fn remainder_from(&self, house_size: u32) -> Option<Share> {
        let acts = |below: u32| house_size < below;
        let Provisions { remainder_from, remainder_below, .. } = self.provisions;
        remainder_from.filter(|_| remainder_below.is_none_or(acts))
    }

    /// Whether the method can do what the clauses of the law ask of it.
    ///
    /// # Errors
    /// [`AllocationError::NoLastSeat`] and [`AllocationError::NoRemaindersFirst`].
    pub fn check_method(&self, house_size: u32) -> Result<(), AllocationError> {
        let method = self.method;
        if self.remainder_from(house_size).is_some() && !method.takes_remainders_first() {
            return Err(AllocationError::NoRemaindersFirst(method));
        }
        if self.provisions.majority_clause && !method.has_last_seat() {
            return Err(AllocationError::NoLastSeat(method));
        }
        Ok(())
    }

    /// The most seats that a list can fill: one a candidate, and those won elsewhere where they stay with
    /// it, whose holders need not be on the list.
    pub fn most_seats(&self, party: &Party) -> Option<u32> {
        let direct_seats = match self.provisions.overhang {
            Overhang::Added => party.direct_seats,
            Overhang::None => 0,
        };
        party.candidates.map(|candidates| candidates.max(direct_seats))
    }

    /// Whether a list passes the threshold together with others of its alliance; a list whose allies are
    /// not there stands alone.
    pub fn passes_with_allies(&self, parties: &[Party], list: usize) -> bool {
        self.provisions.alliance_threshold == AllianceThreshold::Pool
            && admission::alliances(parties).iter().any(|members| members.contains(&list))
    }

    /// Who takes part in the distribution of the seats of a count, in the order of the parties.
    pub fn admissions(
        &self,
        parties: &[Party],
        house_size: u32,
        ballots: &Ballots,
    ) -> Vec<Admission> {
        let mut admissions = Vec::new();
        let alliances = admission::alliances(parties);
        admission::admit(self, parties, &alliances, house_size, ballots, &mut admissions);
        admissions
    }

    /// What the votes of a list count for in the distribution, once it is admitted so.
    pub fn multiplier_of(&self, party: &Party, admission: Admission) -> Option<Multiplier> {
        let is_meant = match self.provisions.multiplier_for {
            MultiplierScope::All => true,
            MultiplierScope::BelowThreshold => !admission.passes(),
        };
        party.multiplier.filter(|_| is_meant && admission.competes())
    }
}

/// What becomes of the seats that a list wins but has no candidates for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FreedSeats {
    /// The other lists share them: the full list keeps its candidates and leaves the calculation,
    /// and the rest is apportioned anew.
    #[default]
    Redistribute,
    /// They stay empty.
    Vacant,
}

/// A word that is not one of the choices.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} `{found}`{}: it is one of {accepted}", did_you_mean(found, words.iter().copied()))]
pub struct UnknownChoice {
    what: &'static str,
    found: String,
    accepted: &'static str,
    words: &'static [&'static str],
}

/// Gives a plain choice its words: `Display`, and `FromStr` with an error that lists them.
macro_rules! words {
    ($choice:ty, $what:literal, $accepted:literal, $($variant:ident = $word:literal),+) => {
        impl fmt::Display for $choice {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$variant => $word),+ })
            }
        }

        impl FromStr for $choice {
            type Err = UnknownChoice;

            fn from_str(text: &str) -> Result<Self, UnknownChoice> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(UnknownChoice {
                        what: $what,
                        found: text.to_owned(),
                        accepted: $accepted,
                        words: &[$($word),+],
                    }),
                }
            }
        }
    };
}

words!(
    FreedSeats,
    "treatment of freed seats",
    "`redistribute`, `vacant`",
    Redistribute = "redistribute",
    Vacant = "vacant"
);
words!(
    AllianceThreshold,
    "threshold of alliances",
    "`member` (every list by itself), `pool` (the alliance together)",
    Member = "member",
    Pool = "pool"
);
words!(
    MultiplierScope,
    "scope of multipliers",
    "`all` (every list that has one), `below-threshold` (those that do not pass the threshold)",
    All = "all",
    BelowThreshold = "below-threshold"
);
words!(
    Overhang,
    "treatment of overhang",
    "`none` (direct seats count for admission alone), `added` (lists keep them and the house grows)",
    None = "none",
    Added = "added"
);
words!(
    OneListRule,
    "rule for a single list",
    "`none`, `runner-up` (the runner-up comes in, text of 2009)",
    None = "none",
    RunnerUp = "runner-up"
);
words!(
    ThresholdBase,
    "threshold base",
    "`lists` (votes for lists), `valid` (lists and against all), `cast` (valid and invalid)",
    Lists = "lists",
    Valid = "valid",
    Cast = "cast"
);
words!(
    ThresholdRule,
    "threshold rule",
    "`at-least`, `more-than`",
    AtLeast = "at-least",
    MoreThan = "more-than"
);
