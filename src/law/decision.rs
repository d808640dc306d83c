//! What a body decides, matter by matter, and how many of all its members each decision takes.

use crate::election::{MajorityRule, Share};

/// The decisions of a body, from the text that fixes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecisionTable {
    /// The text whose articles are cited.
    pub text: &'static str,
    /// Where it was read, and how sure that is.
    pub source: &'static str,
    /// The members that it gives the body; in a house of another size the same fractions hold.
    pub members: u32,
    /// The matters, those that take the same number side by side.
    pub decisions: &'static [Decision],
}

/// A matter, and what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What is decided.
    pub matter: Matter,
    /// Articles and, in brackets, their paragraphs.
    pub article: &'static str,
    /// What it takes.
    pub requirement: Requirement,
}

/// What a matter takes, of all members of the body, whoever is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// So many votes decide it.
    Decision(MajorityRule),
    /// So many members may bring it up; others decide.
    Initiative(MajorityRule),
    /// So many members have to be present.
    Quorum(MajorityRule),
    /// The people decide it by referendum; no number of members does.
    Referendum,
}

impl Requirement {
    /// The rule for the number of members; none if no number is enough.
    pub const fn rule(self) -> Option<MajorityRule> {
        match self {
            Self::Decision(rule) | Self::Initiative(rule) | Self::Quorum(rule) => Some(rule),
            Self::Referendum => None,
        }
    }

    /// The members it takes in a house of `house_size`, exactly; none if no number is enough.
    ///
    /// ```
    /// use kurultai::law::Preset;
    /// let decisions = Preset::named("kurultai-2026")?.decisions().unwrap().decisions;
    /// assert_eq!(decisions[0].requirement.needed(145), Some(73));
    /// assert_eq!(decisions.last().unwrap().requirement.needed(145), None);
    /// # Ok::<(), kurultai::law::UnknownPreset>(())
    /// ```
    pub fn needed(self, house_size: u32) -> Option<u32> {
        self.rule().map(|rule| rule.seats(house_size))
    }

    /// Whether those who withhold their votes can prevent it: an initiative is free to everyone else.
    pub const fn can_be_blocked(self) -> bool {
        match self {
            Self::Decision(_) | Self::Quorum(_) => true,
            Self::Initiative(_) | Self::Referendum => false,
        }
    }

    /// Its kind in documents.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Decision(_) => "decision",
            Self::Initiative(_) => "initiative",
            Self::Quorum(_) => "quorum",
            Self::Referendum => "referendum",
        }
    }
}

/// Gives the matters their names in documents.
macro_rules! matters {
    ($($(#[$doc:meta])+ $matter:ident = $id:literal),+ $(,)?) => {
        /// What is decided.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Matter {
            $($(#[$doc])+ $matter),+
        }

        impl Matter {
            /// Its name in documents, the same in every language.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$matter => $id),+ }
            }
        }
    };
}

matters!(
    /// Consent to the appointment of the Vice-President.
    VicePresident = "vice-president",
    /// Consent to the appointment of the Prime Minister.
    PrimeMinister = "prime-minister",
    /// Consent to judges of the Constitutional Court and members of the Central Election Commission and
    /// the Supreme Audit Chamber.
    CourtAndCommissions = "court-and-commissions",
    /// Election of the Chair, by secret ballot, on the nomination of the President.
    ChairElection = "chair-election",
    /// Recall of the Chair.
    ChairRecall = "chair-recall",
    /// Rejection of a bill as a whole.
    BillRejection = "bill-rejection",
    /// Laws that are not constitutional laws, and resolutions.
    OrdinaryLaws = "ordinary-laws",
    /// No confidence in the Government.
    NoConfidence = "no-confidence",
    /// No confidence when the Prime Minister ties a bill to confidence.
    NoConfidenceOnBill = "no-confidence-on-bill",
    /// Accusing the President of treason, which opens the way to removal.
    PresidentAccusation = "president-accusation",
    /// Constitutional laws.
    ConstitutionalLaws = "constitutional-laws",
    /// Overriding the President's objections to an ordinary law.
    VetoOnOrdinaryLaw = "veto-on-ordinary-law",
    /// Asking the President to dismiss a member of the Government.
    MinisterDismissal = "minister-dismissal",
    /// A sitting.
    Sitting = "sitting",
    /// Overriding the President's objections to a constitutional law.
    VetoOnConstitutionalLaw = "veto-on-constitutional-law",
    /// Early release of the President for health.
    PresidentHealth = "president-health",
    /// Removal of the President for treason.
    PresidentRemoval = "president-removal",
    /// Bringing up no confidence in the Government.
    NoConfidenceMotion = "no-confidence-motion",
    /// Calling for the hearing of a member of the Government.
    MinisterHearing = "minister-hearing",
    /// Bringing up the accusation of the President.
    AccusationMotion = "accusation-motion",
    /// Proposing an extraordinary session.
    ExtraordinarySession = "extraordinary-session",
    /// Amendments to the Constitution.
    Amendment = "amendment",
);

const HALF: MajorityRule = MajorityRule::MoreThan(Share::ratio(1, 2));
const TWO_THIRDS: MajorityRule = MajorityRule::AtLeast(Share::ratio(2, 3));
const THREE_QUARTERS: MajorityRule = MajorityRule::AtLeast(Share::ratio(3, 4));
const ONE_FIFTH: MajorityRule = MajorityRule::AtLeast(Share::ratio(1, 5));
const ONE_THIRD: MajorityRule = MajorityRule::AtLeast(Share::ratio(1, 3));

const fn decided(matter: Matter, article: &'static str, rule: MajorityRule) -> Decision {
    Decision { matter, article, requirement: Requirement::Decision(rule) }
}

const fn moved(matter: Matter, article: &'static str, rule: MajorityRule) -> Decision {
    Decision { matter, article, requirement: Requirement::Initiative(rule) }
}

/// The Kurultai under the Constitution of 2026; all fractions are of all deputies.
pub(super) const KURULTAI_2026: DecisionTable = DecisionTable {
    text: "Constitution of the Republic of Kazakhstan, adopted by referendum on 15 March 2026, in force \
           since 1 July 2026 (K2600000000)",
    source: "a single full text in Russian; no second one was found to check it against",
    members: 145,
    decisions: &[
        decided(Matter::VicePresident, "46(2), 49(1), 56(7)", HALF),
        decided(Matter::PrimeMinister, "46(4), 56(8)", HALF),
        decided(Matter::CourtAndCommissions, "46(8), 56(9)", HALF),
        decided(Matter::ChairElection, "57(1)", HALF),
        decided(Matter::ChairRecall, "57(2)", HALF),
        decided(Matter::BillRejection, "60(5)", HALF),
        decided(Matter::OrdinaryLaws, "61(4)", HALF),
        decided(Matter::NoConfidence, "56(13)", HALF),
        decided(Matter::NoConfidenceOnBill, "60(7)", HALF),
        decided(Matter::PresidentAccusation, "50(3)", HALF),
        decided(Matter::ConstitutionalLaws, "61(3)", TWO_THIRDS),
        decided(Matter::VetoOnOrdinaryLaw, "56(2)", TWO_THIRDS),
        decided(Matter::MinisterDismissal, "56(17)", TWO_THIRDS),
        Decision {
            matter: Matter::Sitting,
            article: "58(5)",
            requirement: Requirement::Quorum(TWO_THIRDS),
        },
        decided(Matter::VetoOnConstitutionalLaw, "56(2)", THREE_QUARTERS),
        decided(Matter::PresidentHealth, "50(2)", THREE_QUARTERS),
        decided(Matter::PresidentRemoval, "50(3)", THREE_QUARTERS),
        moved(Matter::NoConfidenceMotion, "56(13)", ONE_FIFTH),
        moved(Matter::MinisterHearing, "56(17)", ONE_THIRD),
        moved(Matter::AccusationMotion, "50(3)", ONE_THIRD),
        moved(Matter::ExtraordinarySession, "58(4)", ONE_THIRD),
        Decision {
            matter: Matter::Amendment,
            article: "92, 93",
            requirement: Requirement::Referendum,
        },
    ],
};
