//! The methods by name.

use std::fmt;
use std::str::FromStr;

use super::quota::QuotaRule;
use super::signposts::Linear;

/// A proportional method.
///
/// ```
/// use kurultai::apportionment::Method;
/// assert_eq!("Jefferson".parse::<Method>(), Ok(Method::DHondt));
/// assert_eq!(Method::SainteLague.to_string(), "sainte-lague");
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
    /// Largest remainders with the quota votes / seats: the law of Kazakhstan.
    #[doc(alias = "hamilton")]
    #[doc(alias = "largest remainder")]
    Hare,
}

/// What the method does, for the parts that carry it out.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    Divisor(Linear),
    Quota(QuotaRule),
}

/// A name that is no method.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown method `{name}`: the methods are {}", accepted_methods())]
pub struct UnknownMethod {
    name: String,
}

fn accepted_methods() -> String {
    let named = |method: &Method| {
        let aliases = method.aliases().iter().map(|alias| format!("`{alias}`"));
        format!("`{method}` (also {})", aliases.collect::<Vec<_>>().join(", "))
    };
    Method::ALL.iter().map(named).collect::<Vec<_>>().join("; ")
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 3] = [Self::DHondt, Self::SainteLague, Self::Hare];

    /// The name used in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DHondt => "dhondt",
            Self::SainteLague => "sainte-lague",
            Self::Hare => "hare",
        }
    }

    /// Other names it is known by.
    pub const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::DHondt => &["jefferson", "greatest-divisors", "hagenbach-bischoff-method"],
            Self::SainteLague => &["webster", "schepers", "major-fractions"],
            Self::Hare => &["hamilton", "hare-niemeyer", "vinton", "largest-remainder"],
        }
    }

    pub(super) const fn rule(self) -> Rule {
        match self {
            Self::DHondt => Rule::Divisor(Linear::new(1, 1)),
            Self::SainteLague => Rule::Divisor(Linear::new(2, 1)),
            Self::Hare => Rule::Quota(QuotaRule::Hare),
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Method {
    type Err = UnknownMethod;

    /// Reads a name or an alias; capitals do not matter.
    fn from_str(text: &str) -> Result<Self, UnknownMethod> {
        let name = text.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|method| method.name() == name || method.aliases().contains(&name.as_str()))
            .ok_or_else(|| UnknownMethod { name: text.to_owned() })
    }
}
