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
    /// The size of its body; none for bodies of many sizes.
    pub seats: Option<u32>,
    /// What of the real law this one does without.
    pub leaves_out: &'static [Omission],
    /// The rule.
    pub law: Law,
}

/// What of a real law a law for one district does without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Omission {
    /// Seats that are won in single-member districts beside those of the lists.
    SingleMemberSeats,
    /// Seats that the Assembly of People of Kazakhstan elected.
    AssemblySeats,
    /// The rule for a single list above the threshold.
    RunnerUp,
    /// Seats that are given in regions and states before the national count.
    LowerTiers,
    /// Seats that are given in constituencies before the national total levels them.
    ConstituencyTier,
    /// The other way in, through strong votes in a part of the country.
    RegionalEntry,
    /// Seats of overseas territories.
    OverseasSeats,
    /// The distribution of a list's seats over its lists in the states.
    StateLists,
    /// A house whose size follows from overhang.
    HouseFromOverhang,
    /// A limit on the seats of minority lists that pool their votes.
    MinorityLimit,
    /// Seats that level out over the whole country.
    LevellingSeats,
    /// The national threshold, which the votes of one district do not tell.
    NationalThreshold,
    /// A threshold of all who voted.
    ShareOfVoters,
    /// A rule of its own for equal quotients at the last seat.
    LastSeatTie,
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
