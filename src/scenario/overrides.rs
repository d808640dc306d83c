//! Options that take the place of what a scenario says.

use crate::apportionment::Method;
use crate::election::{HouseError, Share, party_named};
use crate::law::{FreedSeats, Law, Preset, ThresholdBase, ThresholdRule, TieRule, TieRules};

use super::{NoFixedSize, Notice, Scenario, ScenarioError, WhatIf};

/// What the caller wants instead of the scenario's own rules; none leaves a rule alone.
///
/// ```
/// use kurultai::scenario::{DEFAULT, Overrides, Scenario};
/// let scenario = Scenario::load(DEFAULT, None)?;
/// let options = Overrides { seats: Some(98), ..Overrides::default() };
/// let scenario = scenario.with_overrides(&options)?;
/// assert_eq!(scenario.house.majorities()[0], ("simple", 50));
/// assert!(scenario.overridden);
/// # Ok::<(), kurultai::scenario::ScenarioError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// A law that replaces the scenario's whole law; the fields below then change it.
    pub law: Option<&'static Preset>,
    /// The method.
    pub method: Option<Method>,
    /// The house size; majorities follow it by their rules.
    pub seats: Option<u32>,
    /// The threshold.
    pub threshold: Option<Share>,
    /// What the threshold is a share of.
    pub threshold_base: Option<ThresholdBase>,
    /// Which side of the threshold exactly the threshold is on.
    pub threshold_rule: Option<ThresholdRule>,
    /// What settles a tie.
    pub tie: Option<TieRules>,
    /// What becomes of seats a list has no candidates for.
    pub freed_seats: Option<FreedSeats>,
    /// The winners of the lot as it was drawn, by id or name: if the law draws none, ties are then settled by lot.
    pub lot: Option<Vec<String>>,
    /// Changes to the count, after the scenario's own.
    pub what_ifs: Vec<WhatIf>,
}

impl Overrides {
    /// `law` with these rules in place of its own.
    fn apply(&self, law: &Law) -> Law {
        let mut law = self.law.map_or(*law, |preset| preset.law);
        law.method = self.method.unwrap_or(law.method);
        if let Some(threshold) = self.threshold {
            law.threshold.share = threshold;
            law.provisions.threshold_is_quota = false;
        }
        law.threshold.base = self.threshold_base.unwrap_or(law.threshold.base);
        law.threshold.rule = self.threshold_rule.unwrap_or(law.threshold.rule);
        law.tie = self.tie.unwrap_or(law.tie);
        if self.lot.is_some() && !law.tie.draws_lots() {
            law.tie = TieRule::Lot.into();
        }
        law.freed_seats = self.freed_seats.unwrap_or(law.freed_seats);
        law
    }
}

/// Why the majorities of a scenario do not fit another house size. Only one of a fixed number of seats can need
/// more than there are.
fn wrong_size(error: &HouseError) -> String {
    match error {
        HouseError::MajorityOutOfRange { needed, seats, .. } if needed > seats => {
            format!("{error}; take a house of at least {needed} seats (`--seats`)")
        }
        _ => error.to_string(),
    }
}

impl Scenario {
    /// The scenario under other rules. It counts as overridden if its law or house size changes; a law, or
    /// a rule of one, given where the input has none is no change, and neither is the house of a table, which
    /// names none, or the house size that the official seats of an input without a law add up to. Its what-ifs are applied anew: they may depend on the
    /// threshold.
    ///
    /// # Errors
    /// [`ScenarioError::BadOverride`] for a house size outside 1 to 10,000, or one in which a
    /// majority would need no seats or more than there are; [`ScenarioError::BadInput`] for a what-if
    /// that cannot be under these rules.
    pub fn with_overrides(self, overrides: &Overrides) -> Result<Self, ScenarioError> {
        let (counted, mut what_ifs) = self.without_what_ifs();
        what_ifs.extend_from_slice(&overrides.what_ifs);
        if let Some(tie) = overrides.tie.filter(|tie| overrides.lot.is_some() && !tie.draws_lots())
        {
            let message = format!(
                "a lot is given, but the tie rule `{tie}` draws none; leave one of them out, or add `lot` to \
                 the rules"
            );
            return Err(ScenarioError::BadOverride { message });
        }
        let mut scenario = counted.under(overrides)?.with_what_ifs(&what_ifs)?;
        if let Some(lot) = &overrides.lot {
            scenario.lot = scenario.indices(lot)?;
        }
        Ok(scenario)
    }

    /// The count under other rules.
    fn under(mut self, overrides: &Overrides) -> Result<Self, ScenarioError> {
        let law_assumed = |notice: &Notice| matches!(notice, Notice::LawAssumed(_));
        let silent = self.notices.iter().any(law_assumed);
        let before = self.law;
        self.law = overrides.apply(&self.law);
        let own_law_changed = !silent && self.law != before;
        let house_changed = self.overridden;
        self.overridden |= own_law_changed;
        if let Some(preset) = overrides.law {
            self.preset = Some(preset);
            self.notices.retain(|notice| !law_assumed(notice));
        }
        let is_assumed = self.is_house_assumed();
        let seats = match overrides.seats {
            Some(seats) => Some(seats),
            None => self.size_of_body(overrides.law)?,
        };
        if let Some(seats) = seats {
            let own = is_assumed || silent && self.official_seats() == Some(seats.into());
            self.overridden =
                own_law_changed || !own && (house_changed || seats != self.house.seats());
            self.house = (self.house.resized(seats))
                .map_err(|error| ScenarioError::BadOverride { message: wrong_size(&error) })?;
        }
        if overrides.seats.is_some() {
            self.notices.retain(|notice| !matches!(notice, Notice::HouseAssumed(_)));
        }
        if self.overridden {
            // The lot of the file was drawn under its own law.
            self.lot.clear();
        }
        Ok(self)
    }

    /// The house size of the body of a law that is named, where the input has none; it is then noted as
    /// that of this law.
    fn size_of_body(&mut self, law: Option<&'static Preset>) -> Result<Option<u32>, ScenarioError> {
        let assumed = self.notices.iter_mut().find_map(|notice| match notice {
            Notice::HouseAssumed(preset) => Some(preset),
            _ => None,
        });
        let (Some(assumed), Some(law)) = (assumed, law) else { return Ok(None) };
        *assumed = law;
        match law.seats {
            Some(seats) => Ok(Some(seats)),
            None => Err(ScenarioError::BadOverride { message: NoFixedSize(law).to_string() }),
        }
    }

    /// The parties that `--lot` names.
    fn indices(&self, names: &[String]) -> Result<Vec<usize>, ScenarioError> {
        let index = |name: &String| {
            party_named(&self.parties, name)
                .map_err(|error| ScenarioError::BadOverride { message: format!("--lot: {error}") })
        };
        names.iter().map(index).collect()
    }

    /// The official seats of all parties together; none if no party has any.
    pub fn official_seats(&self) -> Option<u64> {
        let official = self.parties.iter().filter_map(|party| party.official_seats);
        official.map(u64::from).reduce(u64::saturating_add)
    }
}
