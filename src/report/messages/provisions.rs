//! The words for the richer rules of laws, and for the bodies that presets are for.

use super::{Messages, Plural, fill};
use crate::law::{Omission, Preset};

/// The messages about provisions and bodies in one language.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct ProvisionMessages {
    #[cfg_attr(test, serde(skip))]
    pub candidate_forms: Plural,
    pub house_assumed: &'static str,
    pub rule_remainder_from: &'static str,
    pub rule_remainder_below: &'static str,
    pub rule_majority_clause: &'static str,
    pub clause_taken: &'static str,
    pub clause_equal: &'static str,
    pub clause_open: &'static str,
    pub not_guaranteed: &'static str,
    pub floor_without_part: &'static str,
    pub direct_without_effect: &'static str,
    pub capped: &'static str,
    pub capped_tied: &'static str,
    pub capped_direct: &'static str,
    pub rest_to_others: &'static str,
    pub rest_empty: &'static str,
    pub rest_to_nobody: &'static str,
    pub rest_all_full: &'static str,
    pub remainders_first: &'static str,
    pub not_in_line: &'static str,
    pub then_averages: &'static str,
    pub before_clause: &'static str,
    pub leaves_out: &'static str,
    pub warn_leaves_out: &'static str,
    pub preset_seats: &'static str,
    pub preset_range: &'static str,
    pub preset_leaves_out: &'static str,
    pub size_must_be_given: &'static str,
    pub any_size: &'static str,
    pub range_at: &'static str,
    pub single_member_seats: &'static str,
    pub assembly_seats: &'static str,
    pub runner_up: &'static str,
    pub lower_tiers: &'static str,
    pub constituency_tier: &'static str,
    pub regional_entry: &'static str,
    pub overseas_seats: &'static str,
    pub state_lists: &'static str,
    pub house_from_overhang: &'static str,
    pub minority_limit: &'static str,
    pub levelling_seats: &'static str,
    pub national_threshold: &'static str,
    pub share_of_voters: &'static str,
    pub last_seat_tie: &'static str,
}

impl Messages {
    /// What a law leaves out of the real one, in this language; none if nothing.
    pub fn left_out(&self, preset: &Preset) -> Option<String> {
        let what: Vec<&str> =
            preset.leaves_out.iter().map(|&omission| self.omission(omission)).collect();
        (!what.is_empty()).then(|| what.join("; "))
    }

    fn omission(&self, omission: Omission) -> &'static str {
        let words = &self.provisions;
        match omission {
            Omission::SingleMemberSeats => words.single_member_seats,
            Omission::AssemblySeats => words.assembly_seats,
            Omission::RunnerUp => words.runner_up,
            Omission::LowerTiers => words.lower_tiers,
            Omission::ConstituencyTier => words.constituency_tier,
            Omission::RegionalEntry => words.regional_entry,
            Omission::OverseasSeats => words.overseas_seats,
            Omission::StateLists => words.state_lists,
            Omission::HouseFromOverhang => words.house_from_overhang,
            Omission::MinorityLimit => words.minority_limit,
            Omission::LevellingSeats => words.levelling_seats,
            Omission::NationalThreshold => words.national_threshold,
            Omission::ShareOfVoters => words.share_of_voters,
            Omission::LastSeatTie => words.last_seat_tie,
        }
    }

    /// Between which sizes of a house the article of a law chooses.
    pub(in crate::report) fn sizes(&self, preset: &Preset) -> String {
        match preset.law.provisions.remainder_below {
            Some(below) => fill(self.provisions.range_at, &[("seats", &below.to_string())]),
            None => self.provisions.any_size.to_owned(),
        }
    }

    /// `1 candidate`, `2 candidates`.
    pub(in crate::report) fn candidates(&self, number: u32) -> String {
        format!("{number} {}", self.provisions.candidate_forms.after(number.into()))
    }
}
