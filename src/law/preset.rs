//! Laws by name, each with the article it comes from.

use crate::apportionment::Method;
use crate::election::Share;

use super::{FreedSeats, Law, Threshold, ThresholdBase, ThresholdRule, TieRule};

/// A law that can be asked for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The name used in files and on the command line.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// The article that holds the rule.
    pub article: &'static str,
    /// Where the rule can be read, and how it was checked.
    pub source: &'static str,
    /// The rule.
    pub law: Law,
}

/// A name that is no preset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown law `{name}`: the laws are {}", accepted_presets())]
pub struct UnknownPreset {
    name: String,
}

fn accepted_presets() -> String {
    PRESETS.map(|preset| format!("`{}`", preset.name)).join(", ")
}

/// Article 97-1: lists with at least `percent` % of the valid votes (against all included) share the
/// seats by whole Hare quotas and largest remainders; between equal remainders the list registered
/// earlier goes first.
const fn article_97_1(percent: u8) -> Law {
    Law {
        method: Method::Hare,
        threshold: Threshold {
            share: Share::percent(percent),
            base: ThresholdBase::Valid,
            rule: ThresholdRule::AtLeast,
        },
        tie: TieRule::Order,
        freed_seats: FreedSeats::Redistribute,
    }
}

const ARTICLE: &str = "Constitutional Law of the Republic of Kazakhstan on Elections, 28 September \
                       1995, No. 2464, Article 97-1";

/// Every preset, the law in force first.
pub static PRESETS: [Preset; 4] = [
    Preset {
        name: "kurultai-2026",
        title: "Kurultai, 2026: 145 seats, one nationwide district, 5 %",
        article: ARTICLE,
        source: "text of the article; a 5 % threshold for the Kurultai rests on a single source; what \
                 happens to seats a list has no candidates for is not settled by the text seen, and \
                 redistribution is this program's reading",
        law: article_97_1(5),
    },
    Preset {
        name: "mazhilis-2023",
        title: "Mazhilis, 2021 amendment: 5 %; 69 list seats in 2023",
        article: ARTICLE,
        source: "text as amended in 2021; reproduces the official seats of 19 March 2023",
        law: article_97_1(5),
    },
    Preset {
        name: "mazhilis-2009",
        title: "Mazhilis, 2009 amendment: 7 %; elections of 2012, 2016 and 2021",
        article: ARTICLE,
        source: "text as amended in 2009; reproduces the official seats of 2012 and 2021; its rule for \
                 a single list over the threshold is not applied",
        law: article_97_1(7),
    },
    Preset {
        name: "mazhilis-2007",
        title: "Mazhilis, 2007 text: 7 %; a single list over the threshold takes all seats",
        article: ARTICLE,
        source: "text of 2007; reproduces the official seats of 18 August 2007",
        law: article_97_1(7),
    },
];

impl Preset {
    /// The preset of this name.
    ///
    /// # Errors
    /// [`UnknownPreset`] names those there are.
    pub fn named(name: &str) -> Result<&'static Self, UnknownPreset> {
        PRESETS
            .iter()
            .find(|preset| preset.name == name)
            .ok_or_else(|| UnknownPreset { name: name.to_owned() })
    }
}
