//! Places for the groups that the law names: women, youth, persons with disabilities.
//!
//! Constitutional Law on Elections of Kazakhstan as amended in 2022: these groups together have at
//! least 30 % of a list and of the mandates handed out from it. Who gets them the party decides; this
//! only counts.

use crate::election::{Party, Share};

/// How many of a list's seats must go to its groups, and whether it has the candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupPlaces {
    /// The places, the share of the seats rounded up.
    pub needed: u32,
    /// The fewest candidates in at least one group that the numbers allow.
    pub candidates_at_least: u32,
    /// The most: the same number if it is known.
    pub candidates_at_most: u32,
}

impl GroupPlaces {
    /// The places of a list with so many seats; none if its groups are not known.
    ///
    /// ```
    /// use kurultai::analysis::GroupPlaces;
    /// use kurultai::election::{Party, Share};
    /// let groups = [("women".to_owned(), 10), ("youth".to_owned(), 6)].into();
    /// let party = Party { quota_groups: groups, candidates: Some(33), ..Party::list("osdp") };
    /// let places = GroupPlaces::of(&party, 33, Share::percent(30)).expect("groups");
    /// assert_eq!((places.needed, places.candidates_at_least, places.candidates_at_most), (10, 10, 16));
    /// assert_eq!(places.fits(), Some(true));
    /// ```
    pub fn of(party: &Party, seats: u32, quota: Share) -> Option<Self> {
        let (numerator, denominator) = quota.fraction();
        let needed = (u128::from(seats) * u128::from(numerator)).div_ceil(denominator.into());
        let largest = party.quota_groups.values().copied().max()?;
        let sum = party.quota_groups.values().copied().fold(0, u32::saturating_add);
        let all = party.candidates.unwrap_or(u32::MAX);
        Some(Self {
            needed: u32::try_from(needed).unwrap_or(u32::MAX),
            candidates_at_least: party.in_quota_groups.unwrap_or(largest),
            candidates_at_most: party.in_quota_groups.unwrap_or(sum.min(all)),
        })
    }

    /// Whether the list has enough candidates of its groups; none if the numbers leave it open.
    pub const fn fits(self) -> Option<bool> {
        if self.needed <= self.candidates_at_least {
            Some(true)
        } else if self.needed > self.candidates_at_most {
            Some(false)
        } else {
            None
        }
    }
}
