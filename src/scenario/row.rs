//! A row of the count as an input gives it, before it is known to be complete.

use std::collections::BTreeMap;

use crate::election::{Colour, LocalName, Multiplier, Party, PartyKind, Share};

/// What an input says about one party; what it leaves out is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) amount: Option<Amount>,
    pub(super) name: Option<LocalName>,
    pub(super) kind: Option<PartyKind>,
    pub(super) colour: Option<Colour>,
    pub(super) candidates: Option<u32>,
    pub(super) exempt: Option<bool>,
    pub(super) official_seats: Option<u32>,
    pub(super) assumed: Option<bool>,
    pub(super) position: Option<u32>,
    pub(super) threshold: Option<Share>,
    pub(super) members: Option<u32>,
    pub(super) direct_seats: Option<u32>,
    pub(super) alliance: Option<String>,
    pub(super) multiplier: Option<Multiplier>,
    pub(super) floor: Option<u32>,
    pub(super) guaranteed_seats: Option<u32>,
    pub(super) additional_seats: Option<u32>,
    pub(super) quota_groups: Option<BTreeMap<String, u32>>,
    pub(super) in_quota_groups: Option<u32>,
}

/// How many people voted for a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// Counted votes.
    Votes(u64),
    /// A share of the valid votes.
    Share(PercentBillionths),
}

/// A percentage in units of 10⁻⁹ %, of which 10¹¹ make the whole: shares of an input add up exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PercentBillionths(pub(super) u128);

impl PercentBillionths {
    pub(super) const WHOLE: Self = Self(100_000_000_000);
}

impl Row {
    /// A party with the id and the name of the row, to look names up by.
    pub(super) fn named(&self) -> Party {
        let party = Party::list(self.id.as_str());
        let name = self.name.clone().unwrap_or_else(|| party.name.clone());
        Party { name, ..party }
    }

    /// This row with everything that `other` says in its place, but for the votes.
    pub(super) fn refined_by(self, other: Self) -> Self {
        Self {
            id: self.id,
            amount: self.amount,
            name: other.name.or(self.name),
            kind: other.kind.or(self.kind),
            colour: other.colour.or(self.colour),
            candidates: other.candidates.or(self.candidates),
            exempt: other.exempt.or(self.exempt),
            official_seats: other.official_seats.or(self.official_seats),
            assumed: other.assumed.or(self.assumed),
            position: other.position.or(self.position),
            threshold: other.threshold.or(self.threshold),
            members: other.members.or(self.members),
            direct_seats: other.direct_seats.or(self.direct_seats),
            alliance: other.alliance.or(self.alliance),
            multiplier: other.multiplier.or(self.multiplier),
            floor: other.floor.or(self.floor),
            guaranteed_seats: other.guaranteed_seats.or(self.guaranteed_seats),
            additional_seats: other.additional_seats.or(self.additional_seats),
            quota_groups: other.quota_groups.or(self.quota_groups),
            in_quota_groups: other.in_quota_groups.or(self.in_quota_groups),
        }
    }

    /// The key that contradicts another, and why.
    pub(super) fn contradiction(&self) -> Option<(&'static str, String)> {
        if self.kind == Some(PartyKind::Others) {
            self.not_for_others()
        } else {
            self.not_together()
        }
    }

    /// Rows that are no list win no seats.
    fn not_for_others(&self) -> Option<(&'static str, String)> {
        let contradicting = [
            ("official_seats", self.official_seats.is_some_and(|seats| seats > 0)),
            ("exempt", self.exempt == Some(true)),
            ("candidates", self.candidates.is_some()),
            ("threshold", self.threshold.is_some()),
            ("members", self.members.is_some()),
            ("direct_seats", self.direct_seats.is_some()),
            ("alliance", self.alliance.is_some()),
            ("multiplier", self.multiplier.is_some()),
            ("floor", self.floor.is_some()),
            ("guaranteed_seats", self.guaranteed_seats.is_some()),
            ("additional_seats", self.additional_seats.is_some()),
            ("quota_groups", self.quota_groups.is_some()),
        ];
        let (key, _) = contradicting.into_iter().find(|&(_, is_given)| is_given)?;
        let message = format!("`others` never win seats; leave `{key}` out, or make it a `list`");
        Some((key, message))
    }

    /// A list whose seats are guaranteed takes no part in the distribution, and groups fit into lists.
    fn not_together(&self) -> Option<(&'static str, String)> {
        if self.guaranteed_seats.is_some() {
            let contradicting = [
                ("alliance", self.alliance.is_some()),
                ("multiplier", self.multiplier.is_some()),
                ("floor", self.floor.is_some()),
                ("additional_seats", self.additional_seats.is_some()),
            ];
            if let Some((key, _)) = contradicting.into_iter().find(|&(_, is_given)| is_given) {
                let message = format!(
                    "a list with `guaranteed_seats` takes no part in the distribution; leave `{key}` or \
                     `guaranteed_seats` out"
                );
                return Some((key, message));
            }
        }
        if self.exempt == Some(true) && self.threshold.is_some() {
            let message =
                "an exempt list has no threshold to pass; leave `threshold` or `exempt` out";
            return Some(("threshold", message.to_owned()));
        }
        if let (Some(floor), Some(candidates)) = (self.floor, self.candidates)
            && floor > candidates
        {
            let message = format!(
                "`floor` is {floor}, but the list has {candidates} `candidates`; it must be at most as many"
            );
            return Some(("floor", message));
        }
        self.groups_do_not_fit().map(|message| ("quota_groups", message))
    }

    /// Why the groups of candidates cannot be those of this list.
    fn groups_do_not_fit(&self) -> Option<String> {
        let groups = || self.quota_groups.iter().flatten();
        let largest = self.in_quota_groups.or(self.candidates).unwrap_or(u32::MAX);
        if let Some((group, number)) = groups().find(|&(_, &number)| number > largest) {
            return Some(format!(
                "the group `{group}` has {number} candidates, more than the {largest} that the list has \
                 (`in_quota_groups`, else `candidates`); it must have at most as many"
            ));
        }
        let together = self.in_quota_groups?;
        let sum: u64 = groups().map(|(_, &number)| u64::from(number)).sum();
        if u64::from(together) > sum || self.candidates.is_some_and(|all| together > all) {
            return Some(format!(
                "`in_quota_groups` is {together}; it must be at most the sum of the groups, {sum}, and \
                 at most `candidates`"
            ));
        }
        None
    }

    /// The party, with the defaults for what no input says.
    pub(super) fn into_party(self) -> Party {
        Party {
            name: self.name.unwrap_or_else(|| LocalName::new(self.id.as_str())),
            kind: self.kind.unwrap_or_default(),
            colour: self.colour,
            candidates: self.candidates,
            exempt: self.exempt.unwrap_or(false),
            official_seats: self.official_seats,
            assumed: self.assumed.unwrap_or(false),
            position: self.position,
            threshold: self.threshold,
            members: self.members.unwrap_or(1),
            direct_seats: self.direct_seats.unwrap_or(0),
            alliance: self.alliance,
            multiplier: self.multiplier,
            floor: self.floor.unwrap_or(0),
            guaranteed_seats: self.guaranteed_seats.unwrap_or(0),
            additional_seats: self.additional_seats.unwrap_or(0),
            quota_groups: self.quota_groups.unwrap_or_default(),
            in_quota_groups: self.in_quota_groups,
            ..Party::list(self.id)
        }
    }
}
