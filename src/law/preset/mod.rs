//! Laws by name, each with the article it comes from.

mod europe;
mod kazakhstan;
mod world;

use crate::election::{Share, did_you_mean, is_same_name};

use super::decision::{self, DecisionTable};
use super::{Law, Threshold, ThresholdBase, ThresholdRule};

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
#[error(
    "unknown law `{name}`{}: the laws are {}",
    did_you_mean(name, PRESETS.iter().map(|preset| preset.name)),
    accepted_presets()
)]
pub struct UnknownPreset {
    name: String,
}

fn accepted_presets() -> String {
    PRESETS.iter().map(|preset| format!("`{}`", preset.name)).collect::<Vec<_>>().join(", ")
}

/// Every preset, the law in force in Kazakhstan first.
pub static PRESETS: &[Preset] = &[
    kazakhstan::KURULTAI_2026,
    kazakhstan::MAZHILIS_2023,
    kazakhstan::MAZHILIS_2009,
    kazakhstan::MAZHILIS_2007,
    kazakhstan::MASLIKHAT_2023,
    kazakhstan::MASLIKHAT_2021,
    europe::AUSTRIA,
    europe::CZECHIA_EP,
    europe::DENMARK,
    europe::GERMANY,
    europe::GERMANY_2021,
    europe::MONTENEGRO,
    europe::NETHERLANDS,
    europe::NETHERLANDS_MUNICIPAL,
    europe::NORWAY,
    europe::POLAND_DISTRICT,
    europe::SERBIA,
    europe::SLOVAKIA,
    europe::SWEDEN,
    world::GEORGIA,
    world::ISRAEL,
    world::NEW_ZEALAND,
    world::TIMOR_LESTE,
    world::UNITED_STATES,
];

/// `share` of the valid votes, exactly which is enough.
const fn of_valid_votes(share: Share) -> Threshold {
    Threshold { share, base: ThresholdBase::Valid, rule: ThresholdRule::AtLeast }
}

impl Preset {
    /// The preset of this name, in capitals or not.
    ///
    /// # Errors
    /// [`UnknownPreset`] names those there are.
    pub fn named(name: &str) -> Result<&'static Self, UnknownPreset> {
        PRESETS
            .iter()
            .find(|preset| is_same_name(preset.name, name))
            .ok_or_else(|| UnknownPreset { name: name.to_owned() })
    }

    /// What its body decides, and how many members each decision takes; none where that is not written
    /// down here.
    ///
    /// ```
    /// use kurultai::law::Preset;
    /// assert!(Preset::named("kurultai-2026")?.decisions().is_some());
    /// assert!(Preset::named("mazhilis-2023")?.decisions().is_none());
    /// # Ok::<(), kurultai::law::UnknownPreset>(())
    /// ```
    pub fn decisions(&self) -> Option<&'static DecisionTable> {
        (self.name == kazakhstan::KURULTAI_2026.name).then_some(&decision::KURULTAI_2026)
    }
}
