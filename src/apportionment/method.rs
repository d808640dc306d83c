//! The methods, and the rule behind each.

use super::parameter::{FirstDivisor, MeanOrder, RoundingPoint};
use super::quota_rule::QuotaRule;
use super::signposts::{Dean, HuntingtonHill, Linear, Macau, Modified, PowerMean, UnboundedFirst};

/// A proportional method.
///
/// ```
/// use kurultai::apportionment::Method;
/// assert_eq!("Jefferson".parse::<Method>(), Ok(Method::DHondt));
/// assert_eq!(Method::SainteLague.to_string(), "sainte-lague");
/// let norwegian: Method = "modified-sainte-lague:7/5".parse()?;
/// assert_eq!(norwegian.to_string(), "modified-sainte-lague");
/// # Ok::<(), kurultai::apportionment::UnknownMethod>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Highest averages with the divisors 1, 2, 3, …: a seat costs the same for everyone.
    #[doc(alias = "jefferson")]
    #[doc(alias = "greatest-divisors")]
    DHondt,
    /// Highest averages with the divisors 1, 3, 5, …: every list's share is rounded to the nearest.
    #[doc(alias = "webster")]
    #[doc(alias = "schepers")]
    SainteLague,
    /// Highest averages with the divisors F, 3, 5, …: a first seat that costs more.
    ModifiedSainteLague(FirstDivisor),
    /// Highest averages with the divisors 0, 1, 2, …: every fraction is a seat.
    #[doc(alias = "smallest-divisors")]
    Adams,
    /// Highest averages with harmonic means of whole numbers.
    #[doc(alias = "harmonic")]
    Dean,
    /// Highest averages with geometric means of whole numbers: the United States.
    #[doc(alias = "equal-proportions")]
    HuntingtonHill,
    /// Highest averages with the divisors 1, 4, 7, ….
    Danish,
    /// Highest averages with the divisors 2, 3, 4, ….
    ImperialiDivisor,
    /// Highest averages with the divisors 1, 2, 4, 8, ….
    Macau,
    /// Highest averages with the divisors R, 1 + R, 2 + R, ….
    Stationary(RoundingPoint),
    /// Highest averages with power means of whole numbers: BAZI's family.
    PowerMean(MeanOrder),
    /// Largest remainders with the quota votes / seats: the law of Kazakhstan.
    #[doc(alias = "hamilton")]
    #[doc(alias = "largest remainder")]
    Hare,
    /// Largest remainders with the smallest whole quota that cannot award too many seats.
    Droop,
    /// Largest remainders with the quota votes / (seats + 1).
    HagenbachBischoff,
    /// The same with the quota rounded to a whole number, surplus seats taken back: Slovakia.
    HagenbachBischoffRounded,
    /// Largest remainders with the quota votes / (seats + 2).
    Imperiali,
    /// The quota votes / seats, left-over seats to the lists with most votes: Georgia.
    HareStrongest,
    /// D'Hondt among the lists below their upper quota.
    #[doc(alias = "quota-method")]
    BalinskiYoung,
}

/// How a method shares out seats.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    Linear(Linear),
    UnboundedLinear(UnboundedFirst<Linear>),
    Modified(Modified),
    Dean(UnboundedFirst<Dean>),
    HuntingtonHill(UnboundedFirst<HuntingtonHill>),
    Macau(Macau),
    PowerMean(PowerMean),
    UnboundedPowerMean(UnboundedFirst<PowerMean>),
    Quota(QuotaRule),
    BalinskiYoung,
}

/// Runs `$divisor` with the signposts of a divisor method, each of its own type; other rules go to
/// the arms that follow.
macro_rules! with_signposts {
    ($rule:expr, $signposts:ident => $divisor:expr, $($other:pat => $arm:expr),+ $(,)?) => {
        match $rule {
            Rule::Linear($signposts) => $divisor,
            Rule::UnboundedLinear($signposts) => $divisor,
            Rule::Modified($signposts) => $divisor,
            Rule::Dean($signposts) => $divisor,
            Rule::HuntingtonHill($signposts) => $divisor,
            Rule::Macau($signposts) => $divisor,
            Rule::PowerMean($signposts) => $divisor,
            Rule::UnboundedPowerMean($signposts) => $divisor,
            $($other => $arm),+
        }
    };
}
pub(super) use with_signposts;

pub(super) const DHONDT: Linear = Linear::new(1, 1);
const SAINTE_LAGUE: Linear = Linear::new(2, 1);
const ADAMS: UnboundedFirst<Linear> = UnboundedFirst(Linear::new(1, 0));

impl Method {
    /// Step and first divisor of a divisor method that gives the (s+1)-th seat by the quotient
    /// v / (step·s + first) with first > 0; none for any other method.
    ///
    /// ```
    /// use kurultai::apportionment::Method;
    /// assert_eq!(Method::SainteLague.linear_signposts(), Some((2, 1)));
    /// assert_eq!(Method::Hare.linear_signposts(), None);
    /// ```
    pub const fn linear_signposts(self) -> Option<(u32, u32)> {
        match self.rule() {
            Rule::Linear(signposts) => Some(signposts.parts()),
            _ => None,
        }
    }

    pub(super) const fn rule(self) -> Rule {
        match self {
            Self::DHondt => Rule::Linear(DHONDT),
            Self::SainteLague => Rule::Linear(SAINTE_LAGUE),
            Self::ModifiedSainteLague(first) => Rule::Modified(Modified(first)),
            Self::Adams => Rule::UnboundedLinear(ADAMS),
            Self::Dean => Rule::Dean(UnboundedFirst(Dean)),
            Self::HuntingtonHill => Rule::HuntingtonHill(UnboundedFirst(HuntingtonHill)),
            Self::Danish => Rule::Linear(Linear::new(3, 1)),
            Self::ImperialiDivisor => Rule::Linear(Linear::new(1, 2)),
            Self::Macau => Rule::Macau(Macau),
            Self::Stationary(point) => match Linear::stationary(point) {
                signposts if signposts.starts_at_nothing() => {
                    Rule::UnboundedLinear(UnboundedFirst(signposts))
                }
                signposts => Rule::Linear(signposts),
            },
            Self::PowerMean(order) => power_mean(order),
            Self::Hare => Rule::Quota(QuotaRule::Hare),
            Self::Droop => Rule::Quota(QuotaRule::Droop),
            Self::HagenbachBischoff => Rule::Quota(QuotaRule::HagenbachBischoff),
            Self::HagenbachBischoffRounded => Rule::Quota(QuotaRule::HagenbachBischoffRounded),
            Self::Imperiali => Rule::Quota(QuotaRule::Imperiali),
            Self::HareStrongest => Rule::Quota(QuotaRule::HareStrongest),
            Self::BalinskiYoung => Rule::BalinskiYoung,
        }
    }
}

/// The named means are the methods of the same mean (Pukelsheim 2017, chapter 3).
const fn power_mean(order: MeanOrder) -> Rule {
    match order {
        MeanOrder::Smallest => Rule::UnboundedLinear(ADAMS),
        MeanOrder::Largest => Rule::Linear(DHONDT),
        MeanOrder::Whole(order) => match order.get() {
            -1 => Rule::Dean(UnboundedFirst(Dean)),
            0 => Rule::HuntingtonHill(UnboundedFirst(HuntingtonHill)),
            1 => Rule::Linear(SAINTE_LAGUE),
            2.. => Rule::PowerMean(PowerMean(order)),
            _ => Rule::UnboundedPowerMean(UnboundedFirst(PowerMean(order))),
        },
    }
}
