//! What a method promises for all votes and all house sizes.

use super::Method;
use super::method::Rule;
use super::parameter::{MeanOrder, RoundingPoint};

/// A promise (Balinski and Young 2001, appendix A; Pukelsheim 2017, chapters 4, 9 and 11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axiom {
    /// A larger house costs no list a seat.
    HouseMonotone,
    /// No list that grew loses a seat to one that shrank.
    PopulationMonotone,
    /// Every part of a result is the result for the part.
    Coherent,
    /// No list has fewer seats than its ideal share rounded down.
    LowerQuota,
    /// No list has more seats than its ideal share rounded up.
    UpperQuota,
    /// Lists that merge lose nothing.
    MergersPay,
    /// Every list with votes has a seat if there are as many seats as lists.
    EveryListServed,
}

impl Axiom {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::HouseMonotone,
        Self::PopulationMonotone,
        Self::Coherent,
        Self::LowerQuota,
        Self::UpperQuota,
        Self::MergersPay,
        Self::EveryListServed,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HouseMonotone => "house-monotone",
            Self::PopulationMonotone => "population-monotone",
            Self::Coherent => "coherent",
            Self::LowerQuota => "lower-quota",
            Self::UpperQuota => "upper-quota",
            Self::MergersPay => "mergers-pay",
            Self::EveryListServed => "every-list-served",
        }
    }
}

impl Method {
    /// Whether the method keeps the axiom wherever it gives a result. A family is asked by its member.
    ///
    /// Droop keeps the lower quota only from N(N + 1) votes on, and the rounded Hagenbach-Bischoff
    /// quota likewise not always, so neither is said to keep it.
    pub fn keeps(self, axiom: Axiom) -> bool {
        let is_divisor_method = !matches!(self.rule(), Rule::Quota(_) | Rule::BalinskiYoung);
        match axiom {
            Axiom::HouseMonotone => is_divisor_method || self == Self::BalinskiYoung,
            Axiom::PopulationMonotone | Axiom::Coherent => is_divisor_method,
            Axiom::LowerQuota => {
                self.is_dhondt()
                    || matches!(
                        self,
                        Self::Hare
                            | Self::HareStrongest
                            | Self::HagenbachBischoff
                            | Self::Imperiali
                            | Self::BalinskiYoung
                    )
            }
            Axiom::UpperQuota => {
                self.is_adams() || matches!(self, Self::Hare | Self::BalinskiYoung)
            }
            Axiom::MergersPay => self.is_dhondt() || self == Self::ImperialiDivisor,
            Axiom::EveryListServed => matches!(
                self.rule(),
                Rule::UnboundedLinear(_)
                    | Rule::Dean(_)
                    | Rule::HuntingtonHill(_)
                    | Rule::UnboundedPowerMean(_)
            ),
        }
    }

    fn is_dhondt(self) -> bool {
        matches!(self, Self::DHondt | Self::PowerMean(MeanOrder::Largest))
            || matches!(self, Self::Stationary(point) if point == RoundingPoint::ONE)
    }

    fn is_adams(self) -> bool {
        matches!(self.rule(), Rule::UnboundedLinear(_))
    }
}
