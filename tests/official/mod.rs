//! Real elections: votes and official seats by list (`tests/data/elections/*.csv`), where they come
//! from (`index.csv`), and the rule in words a program can read (`rules.json`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

/// A row of an election's file.
#[derive(Deserialize)]
pub(crate) struct List {
    /// Its name.
    pub(crate) party: String,
    /// Its valid votes.
    pub(crate) votes: u64,
    /// Its official seats.
    pub(crate) seats: u32,
}

/// A row of `index.csv`, as far as it is used.
#[derive(Deserialize)]
pub(crate) struct Indexed {
    /// The election's file.
    pub(crate) file: String,
    /// All valid votes, those of lists that are not in the file too.
    pub(crate) total_votes_if_known: Option<u64>,
    /// All seats of the chamber.
    pub(crate) seats: u32,
    /// Where the figures come from.
    pub(crate) source: String,
}

/// The rule of an election that needs nothing but a threshold and one of the methods at hand. A key
/// that is not one of these is an error, so that no rule is passed over.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    #[serde(rename = "kind")]
    _kind: String,
    /// The method's name.
    pub(crate) method: String,
    /// The seats to hand out by it.
    pub(crate) seats: u32,
    /// The threshold in whole percent of the valid votes, which exactly reached is reached.
    #[serde(default)]
    pub(crate) threshold_pct: u8,
    /// Or else the threshold is one whole quota, V/N.
    #[serde(default)]
    pub(crate) threshold_quota: bool,
    /// Lists excused from the threshold.
    #[serde(default)]
    pub(crate) exempt: BTreeSet<String>,
    /// The only lists that may win a seat, if there are others.
    pub(crate) eligible: Option<BTreeSet<String>>,
    /// Lists that take no part in the distribution.
    #[serde(default)]
    pub(crate) exclude: BTreeSet<String>,
    /// Seats that come from elsewhere.
    #[serde(default)]
    pub(crate) plus: BTreeMap<String, u32>,
    /// The valid votes, if the file does not have all lists.
    pub(crate) total: Option<u64>,
    /// The lists tied for one seat.
    #[serde(default)]
    pub(crate) tie: Vec<String>,
}

impl Rule {
    /// Numerator and denominator of the threshold.
    pub(crate) fn threshold(&self) -> (u64, u64) {
        if self.threshold_quota { (1, self.seats.into()) } else { (self.threshold_pct.into(), 100) }
    }

    /// Whether a list may win seats in the distribution at all.
    pub(crate) fn can_win(&self, list: &str) -> bool {
        !self.exclude.contains(list)
            && (self.eligible.as_ref()).is_none_or(|eligible| eligible.contains(list))
    }
}

fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/elections")
}

/// The names of the elections' files in the folder.
pub(crate) fn files() -> BTreeSet<String> {
    fs::read_dir(directory())
        .expect("the folder of elections")
        .map(|entry| {
            let name = entry.expect("an entry").file_name();
            name.into_string().expect("a readable name")
        })
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "csv"))
        .filter(|name| name != "index.csv")
        .collect()
}

/// The lists of an election.
pub(crate) fn lists(file: &str) -> Vec<List> {
    csv::Reader::from_path(directory().join(file))
        .expect("an election's file")
        .deserialize()
        .map(|row| row.expect("a list"))
        .collect()
}

/// The index.
pub(crate) fn index() -> Vec<Indexed> {
    csv::Reader::from_path(directory().join("index.csv"))
        .expect("the index")
        .deserialize()
        .map(|row| row.expect("a row of the index"))
        .collect()
}

/// All rules, as they are written.
pub(crate) fn rules() -> BTreeMap<String, Value> {
    let text = fs::read_to_string(directory().join("rules.json")).expect("the rules");
    serde_json::from_str(&text).expect("JSON")
}

/// The rule of one election.
pub(crate) fn rule(file: &str) -> Rule {
    serde_json::from_value(rules()[file].clone())
        .unwrap_or_else(|error| panic!("{file} needs more than it can have here: {error}"))
}
