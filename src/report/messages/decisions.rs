//! What matters and the majorities for them are called.

use super::{Messages, fill};
use crate::election::MajorityRule;
use crate::law::{Decision, Matter, Requirement};

/// The words for who can decide what, in one language.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct DecisionMessages {
    pub title: &'static str,
    pub text: &'static str,
    pub of_all: &'static str,
    pub needed: &'static str,
    pub alone: &'static str,
    pub coalitions: &'static str,
    pub can_block: &'static str,
    pub who: &'static str,
    pub p_reached: &'static str,
    pub p_blocks: &'static str,
    pub nobody: &'static str,
    pub initiative: &'static str,
    pub matters: &'static str,
    pub referendum: &'static str,
    pub count_note: &'static str,
    pub draws_note: &'static str,

    pub more_than_half: &'static str,
    pub two_thirds: &'static str,
    pub three_quarters: &'static str,
    pub one_third: &'static str,
    pub one_fifth: &'static str,

    pub vice_president: &'static str,
    pub prime_minister: &'static str,
    pub court_and_commissions: &'static str,
    pub chair_election: &'static str,
    pub chair_recall: &'static str,
    pub bill_rejection: &'static str,
    pub ordinary_laws: &'static str,
    pub no_confidence: &'static str,
    pub no_confidence_on_bill: &'static str,
    pub president_accusation: &'static str,
    pub constitutional_laws: &'static str,
    pub veto_on_ordinary_law: &'static str,
    pub minister_dismissal: &'static str,
    pub sitting: &'static str,
    pub veto_on_constitutional_law: &'static str,
    pub president_health: &'static str,
    pub president_removal: &'static str,
    pub no_confidence_motion: &'static str,
    pub minister_hearing: &'static str,
    pub accusation_motion: &'static str,
    pub extraordinary_session: &'static str,
    pub amendment: &'static str,
}

impl Messages {
    /// The name of a matter in this language.
    pub fn matter(&self, matter: Matter) -> &'static str {
        let words = &self.decisions;
        match matter {
            Matter::VicePresident => words.vice_president,
            Matter::PrimeMinister => words.prime_minister,
            Matter::CourtAndCommissions => words.court_and_commissions,
            Matter::ChairElection => words.chair_election,
            Matter::ChairRecall => words.chair_recall,
            Matter::BillRejection => words.bill_rejection,
            Matter::OrdinaryLaws => words.ordinary_laws,
            Matter::NoConfidence => words.no_confidence,
            Matter::NoConfidenceOnBill => words.no_confidence_on_bill,
            Matter::PresidentAccusation => words.president_accusation,
            Matter::ConstitutionalLaws => words.constitutional_laws,
            Matter::VetoOnOrdinaryLaw => words.veto_on_ordinary_law,
            Matter::MinisterDismissal => words.minister_dismissal,
            Matter::Sitting => words.sitting,
            Matter::VetoOnConstitutionalLaw => words.veto_on_constitutional_law,
            Matter::PresidentHealth => words.president_health,
            Matter::PresidentRemoval => words.president_removal,
            Matter::NoConfidenceMotion => words.no_confidence_motion,
            Matter::MinisterHearing => words.minister_hearing,
            Matter::AccusationMotion => words.accusation_motion,
            Matter::ExtraordinarySession => words.extraordinary_session,
            Matter::Amendment => words.amendment,
        }
    }

    /// A matter with its article in brackets.
    pub fn matter_and_article(&self, decision: &Decision) -> String {
        format!("{} ({})", self.matter(decision.matter), decision.article)
    }

    /// The part of all members that a matter takes, in words; one that has no word here as a rule.
    pub fn part_of_members(&self, requirement: Requirement) -> String {
        let words = &self.decisions;
        let Some(rule) = requirement.rule() else { return String::new() };
        let named = match rule {
            MajorityRule::MoreThan(share) => match share.fraction() {
                (1, 2) => Some(words.more_than_half),
                _ => None,
            },
            MajorityRule::AtLeast(share) => match share.fraction() {
                (2, 3) => Some(words.two_thirds),
                (3, 4) => Some(words.three_quarters),
                (1, 3) => Some(words.one_third),
                (1, 5) => Some(words.one_fifth),
                _ => None,
            },
            MajorityRule::Seats(_) => None,
        };
        let part = named.map_or_else(|| rule.to_string(), str::to_owned);
        match requirement {
            Requirement::Initiative(_) => fill(words.initiative, &[("part", &part)]),
            Requirement::Decision(_) | Requirement::Quorum(_) | Requirement::Referendum => part,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EN, KK, RU};
    use crate::law::Preset;

    #[test]
    fn every_matter_and_every_part_of_the_house_has_its_own_words() {
        let table = Preset::named("kurultai-2026").unwrap().decisions().unwrap();
        for words in [&EN, &KK, &RU] {
            let mut matters: Vec<&str> =
                table.decisions.iter().map(|decision| words.matter(decision.matter)).collect();
            matters.sort_unstable();
            matters.dedup();
            assert_eq!(matters.len(), table.decisions.len(), "{}", words.code);
            for decision in table.decisions {
                let part = words.part_of_members(decision.requirement);
                assert!(!part.contains(['<', '>', '=']), "{}: {part}", words.code);
            }
        }
    }
}
