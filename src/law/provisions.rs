//! What some laws add to threshold, method and tie rule.

use crate::apportionment::Method;
use crate::election::Share;

/// The most steps that [`MemberThresholds`] can have.
pub const MAX_MEMBER_STEPS: usize = 4;

/// The rules that a plain law does without. The rules that concern one list alone stand on the
/// [`Party`](crate::election::Party): its own threshold, multiplier, floor, guaranteed and additional
/// seats, alliance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Provisions {
    /// The threshold is one whole quota, 1/N of its base, whatever share the law names (Netherlands:
    /// Kieswet, article P 7).
    pub threshold_is_quota: bool,
    /// Thresholds of joint lists by the number of parties on them (Slovakia: Act 180/2014, § 66).
    pub threshold_by_members: MemberThresholds,
    /// So many seats won elsewhere excuse a list from the threshold (Germany: Bundeswahlgesetz, three
    /// constituencies; New Zealand: Electoral Act 1993, one).
    pub or_direct_seats: Option<u32>,
    /// So many lists take part at least: if fewer do, the largest of the others come in.
    pub at_least_lists: u32,
    /// Who has to pass the threshold in an alliance.
    pub alliance_threshold: AllianceThreshold,
    /// How an alliance shares its seats inside; the law's method if none.
    pub inner_method: Option<Method>,
    /// Whose votes are multiplied, of the lists that have a multiplier.
    pub multiplier_for: MultiplierScope,
    /// The fewest seats of every list that takes part and has votes.
    pub floor: u32,
    /// What becomes of seats won elsewhere beyond a list's share.
    pub overhang: Overhang,
    /// Seats for the list with most votes, before the distribution.
    pub bonus: Option<Bonus>,
    /// What happens if a single list is admitted.
    pub one_list: OneListRule,
    /// Left-over seats go by remainders first, one a list, to lists with votes for this share of a quota,
    /// then by averages, one a list, then by averages (Netherlands: Kieswet, article P 8).
    pub remainder_from: Option<Share>,
    /// Only in houses of fewer seats than these; in every house if none.
    pub remainder_below: Option<u32>,
    /// A list with more than half of the votes but not more than half of the seats has the seat that was
    /// given last (Netherlands: Kieswet, article P 9).
    pub majority_clause: bool,
}

impl Provisions {
    /// Nothing added.
    pub const NONE: Self = Self {
        threshold_is_quota: false,
        threshold_by_members: MemberThresholds::NONE,
        or_direct_seats: None,
        at_least_lists: 0,
        alliance_threshold: AllianceThreshold::Member,
        inner_method: None,
        multiplier_for: MultiplierScope::All,
        floor: 0,
        overhang: Overhang::None,
        bonus: None,
        one_list: OneListRule::None,
        remainder_from: None,
        remainder_below: None,
        majority_clause: false,
    };
}

/// Thresholds for joint lists: from so many parties on a list, so much.
///
/// ```
/// use kurultai::election::Share;
/// use kurultai::law::MemberThresholds;
/// let slovakia = MemberThresholds::new(&[(2, Share::percent(7)), (4, Share::percent(10))]);
/// let slovakia = slovakia.expect("ascending");
/// assert_eq!(slovakia.of(1), None);
/// assert_eq!(slovakia.of(3), Some(Share::percent(7)));
/// assert_eq!(slovakia.of(9), Some(Share::percent(10)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemberThresholds([Option<(u32, Share)>; MAX_MEMBER_STEPS]);

impl MemberThresholds {
    /// The same threshold for all.
    pub const NONE: Self = Self([None; MAX_MEMBER_STEPS]);

    /// These steps, each from a number of parties on; none unless there are at most
    /// [`MAX_MEMBER_STEPS`] and their numbers, from 2, ascend.
    pub const fn new(steps: &[(u32, Share)]) -> Option<Self> {
        let mut kept = Self::NONE;
        if steps.len() > MAX_MEMBER_STEPS {
            return None;
        }
        let mut at = 0;
        let mut last = 1;
        while at < steps.len() {
            if steps[at].0 <= last {
                return None;
            }
            last = steps[at].0;
            kept.0[at] = Some(steps[at]);
            at += 1;
        }
        Some(kept)
    }

    /// The threshold of a list with so many parties on it, if it is not the ordinary one.
    pub fn of(&self, members: u32) -> Option<Share> {
        self.steps().filter(|&(from, _)| from <= members).last().map(|(_, share)| share)
    }

    /// The steps, ascending.
    pub fn steps(&self) -> impl Iterator<Item = (u32, Share)> + '_ {
        self.0.iter().flatten().copied()
    }
}

/// Who has to pass the threshold in an alliance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AllianceThreshold {
    /// Every list by itself (Israel).
    #[default]
    Member,
    /// The pooled votes for all its lists.
    Pool,
}

/// Which of the lists with a multiplier have their votes multiplied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MultiplierScope {
    /// All of them.
    #[default]
    All,
    /// Those that do not pass the threshold, by themselves or, where alliances pass it together, with
    /// their alliance (Serbia: lists of national minorities below 3 %).
    BelowThreshold,
}

/// What becomes of seats won elsewhere beyond a list's share of the house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Overhang {
    /// Seats won elsewhere count for admission alone.
    #[default]
    None,
    /// A list keeps them, and the house grows (New Zealand: Electoral Act 1993, section 192).
    Added,
}

/// Seats for the list with most votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bonus {
    /// So many.
    Seats(u32),
    /// This share of the house, rounded down.
    Share(Share),
}

impl Bonus {
    /// Its seats in a house.
    pub fn seats(self, house_size: u32) -> u32 {
        match self {
            Self::Seats(seats) => seats,
            Self::Share(share) => u32::try_from(share.of(house_size.into())).unwrap_or(u32::MAX),
        }
    }
}

/// What happens if a single list is admitted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OneListRule {
    /// It takes part alone.
    #[default]
    None,
    /// The runner-up comes in (Kazakhstan, Article 97-1 as amended in 2009).
    RunnerUp,
}
