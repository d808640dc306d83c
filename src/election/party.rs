//! Parties and the other rows of a ballot paper.

use std::collections::{BTreeMap, BTreeSet};

use super::{Colour, Multiplier, Share};

/// What a row of the count is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartyKind {
    /// A list that can win seats.
    #[default]
    List,
    /// Lists counted together that can never win a seat.
    Others,
}

/// A line of text, possibly in several languages: a name, a title, a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalName {
    fallback: String,
    by_language: BTreeMap<String, String>,
}

impl LocalName {
    /// One text for every language.
    pub fn new(name: impl Into<String>) -> Self {
        Self { fallback: name.into(), by_language: BTreeMap::new() }
    }

    /// Texts by language code; `fallback` serves the languages that are missing.
    pub fn by_language(fallback: impl Into<String>, by_language: BTreeMap<String, String>) -> Self {
        Self { fallback: fallback.into(), by_language }
    }

    /// The text in `language` (`en`, `kk`, `ru`), or else the one for languages that are missing.
    pub fn in_language(&self, language: &str) -> &str {
        self.by_language.get(language).unwrap_or(&self.fallback)
    }

    /// The text for languages that are missing: what messages and documents for programs use.
    pub fn fallback(&self) -> &str {
        &self.fallback
    }

    /// Every text there is, without repetition.
    pub fn texts(&self) -> BTreeSet<&str> {
        self.by_language.values().chain([&self.fallback]).map(String::as_str).collect()
    }
}

/// A party on the ballot and what is known of it besides its votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The short name that identifies it in files and output.
    pub id: String,
    /// The name shown to people.
    pub name: LocalName,
    /// Whether it can win seats.
    pub kind: PartyKind,
    /// Its colour in pictures, if it has one of its own.
    pub colour: Option<Colour>,
    /// The length of its list: it cannot fill more seats.
    pub candidates: Option<u32>,
    /// Excused from the threshold.
    pub exempt: bool,
    /// The seats an official result gave it.
    pub official_seats: Option<u32>,
    /// Whether its votes are somebody's assumption rather than a count.
    pub assumed: bool,
    /// Its place from left to right in the hemicycle.
    pub position: Option<u32>,
    /// A threshold of its own, instead of the law's.
    pub threshold: Option<Share>,
    /// How many parties stand on it together; 1 for a list of one party.
    pub members: u32,
    /// Seats it won elsewhere, in districts or regions.
    pub direct_seats: u32,
    /// The alliance that its votes are pooled with.
    pub alliance: Option<String>,
    /// What its quotients are multiplied by.
    pub multiplier: Option<Multiplier>,
    /// The fewest seats it has once admitted.
    pub floor: u32,
    /// Seats it has before and instead of any distribution.
    pub guaranteed_seats: u32,
    /// Seats it has besides its share in the distribution.
    pub additional_seats: u32,
    /// How many of its candidates belong to each group that the law counts, by the group's name.
    pub quota_groups: BTreeMap<String, u32>,
    /// How many of its candidates belong to at least one of these groups, if that is known.
    pub in_quota_groups: Option<u32>,
}

impl Party {
    /// A list known by its id alone.
    pub fn list(id: impl Into<String>) -> Self {
        let id = id.into();
        Self {
            name: LocalName::new(id.clone()),
            id,
            kind: PartyKind::List,
            colour: None,
            candidates: None,
            exempt: false,
            official_seats: None,
            assumed: false,
            position: None,
            threshold: None,
            members: 1,
            direct_seats: 0,
            alliance: None,
            multiplier: None,
            floor: 0,
            guaranteed_seats: 0,
            additional_seats: 0,
            quota_groups: BTreeMap::new(),
            in_quota_groups: None,
        }
    }
}
