//! A row of the count as an input gives it, before it is known to be complete.

use crate::election::{Colour, LocalName, Party, PartyKind};

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
        }
    }

    /// The key that contradicts the kind of the row, and why: rows that are no list win no seats.
    pub(super) fn contradiction(&self) -> Option<(&'static str, String)> {
        if self.kind != Some(PartyKind::Others) {
            return None;
        }
        let contradicting = [
            ("official_seats", self.official_seats.is_some_and(|seats| seats > 0)),
            ("exempt", self.exempt == Some(true)),
            ("candidates", self.candidates.is_some()),
        ];
        let (key, _) = contradicting.into_iter().find(|&(_, is_given)| is_given)?;
        let message = format!("`others` never win seats; leave `{key}` out, or make it a `list`");
        Some((key, message))
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
            ..Party::list(self.id)
        }
    }
}
