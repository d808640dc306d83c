//! The methods as a table: what each is, where it is used, whom it favours.

use super::Method;
use super::parameter::{FirstDivisor, MeanOrder, RoundingPoint, WholeOrder};

/// A method, or a family of methods with a parameter.
#[derive(Clone, Copy, Debug)]
pub struct MethodEntry {
    /// The method; of a family, a usual member.
    pub method: Method,
    /// Its name without a parameter.
    pub name: &'static str,
    /// Its name as it is written, `:X` standing for a parameter, brackets for what may be left out.
    pub usage: &'static str,
    /// Other names it is known by.
    pub aliases: &'static [&'static str],
    /// The quotient of a list's next seat, with v votes and s seats so far; or the quota of V votes
    /// and N seats.
    pub formula: &'static str,
    /// Who uses it.
    pub used_by: &'static str,
    /// Whom it favours.
    pub favours: &'static str,
}

const fn entry_of(
    method: Method,
    [name, usage]: [&'static str; 2],
    aliases: &'static [&'static str],
    [formula, used_by, favours]: [&'static str; 3],
) -> MethodEntry {
    MethodEntry { method, name, usage, aliases, formula, used_by, favours }
}

/// Every method, families with one member. Formulas and names: Pukelsheim 2017, chapters 3-5;
/// whom they favour: chapter 7; Gallagher and Mitchell (eds), *The Politics of Electoral Systems*
/// (2005), appendix A.
///
/// ```
/// use kurultai::apportionment::{Axiom, Method, catalogue};
/// let hare = catalogue().iter().find(|entry| entry.method == Method::Hare).unwrap();
/// assert_eq!(hare.aliases[0], "hamilton");
/// assert!(hare.method.keeps(Axiom::UpperQuota) && !hare.method.keeps(Axiom::HouseMonotone));
/// ```
pub const fn catalogue() -> &'static [MethodEntry] {
    &CATALOGUE
}

static CATALOGUE: [MethodEntry; 18] = [
    entry_of(
        Method::DHondt,
        ["dhondt", "dhondt"],
        &["jefferson", "greatest-divisors", "hagenbach-bischoff-method"],
        ["v/(s+1)", "Austria, Israel, the Netherlands, Poland, Spain", "large lists"],
    ),
    entry_of(
        Method::SainteLague,
        ["sainte-lague", "sainte-lague"],
        &["webster", "schepers", "major-fractions"],
        ["v/(2s+1)", "Germany, Latvia, New Zealand", "nobody"],
    ),
    entry_of(
        Method::ModifiedSainteLague(FirstDivisor::USUAL),
        ["modified-sainte-lague", "modified-sainte-lague[:F]"],
        &[],
        [
            "v/F, then v/(2s+1); 0 < F < 3, usually 1.4",
            "Norway (1.4), Sweden (1.2 since 2018)",
            "nobody, but keeps very small lists out where F > 1",
        ],
    ),
    entry_of(
        Method::Adams,
        ["adams", "adams"],
        &["smallest-divisors"],
        ["v/s", "Japan (seats of the prefectures)", "small lists"],
    ),
    entry_of(
        Method::Dean,
        ["dean", "dean"],
        &["harmonic"],
        ["v(2s+1)/(2s(s+1))", "nobody; proposed for the United States in 1832", "small lists"],
    ),
    entry_of(
        Method::HuntingtonHill,
        ["huntington-hill", "huntington-hill"],
        &["equal-proportions", "hill"],
        ["v/√(s(s+1))", "the United States (House of Representatives)", "small lists, slightly"],
    ),
    entry_of(
        Method::Danish,
        ["danish", "danish"],
        &[],
        ["v/(3s+1)", "Denmark (places of the levelling seats)", "small lists"],
    ),
    entry_of(
        Method::ImperialiDivisor,
        ["imperiali-divisor", "imperiali-divisor"],
        &[],
        ["v/(s+2)", "Belgium (municipal councils)", "large lists, strongly"],
    ),
    entry_of(
        Method::Macau,
        ["macau", "macau"],
        &[],
        ["v/2^s", "Macau", "small lists, very strongly"],
    ),
    entry_of(
        Method::Stationary(RoundingPoint::HALF),
        ["stationary", "stationary:R"],
        &[],
        [
            "v/(s+R); 0 <= R <= 1",
            "research: 1 is D'Hondt, 0.5 Sainte-Laguë, 0 Adams",
            "large lists where R > 1/2, small ones where R < 1/2",
        ],
    ),
    entry_of(
        Method::PowerMean(MeanOrder::Whole(WholeOrder::QUADRATIC)),
        ["power-mean", "power-mean:P"],
        &[],
        [
            "v/((s^P+(s+1)^P)/2)^(1/P); P = -inf, -8, …, 8, inf",
            "research: -inf is Adams, -1 Dean, 0 Huntington-Hill, 1 Sainte-Laguë, inf D'Hondt",
            "large lists where P > 1, small ones where P < 1",
        ],
    ),
    entry_of(
        Method::Hare,
        ["hare", "hare"],
        &["hamilton", "hare-niemeyer", "vinton", "largest-remainder"],
        ["V/N, largest remainders", "Kazakhstan; Denmark (levelling seats)", "nobody"],
    ),
    entry_of(
        Method::Droop,
        ["droop", "droop"],
        &[],
        [
            "⌊V/(N+1)⌋+1, largest remainders",
            "South Africa; Luxembourg, Switzerland (first step)",
            "large lists, slightly",
        ],
    ),
    entry_of(
        Method::HagenbachBischoff,
        ["hagenbach-bischoff", "hagenbach-bischoff"],
        &[],
        [
            "V/(N+1), largest remainders",
            "Czechia (second step, since 2021)",
            "large lists, slightly",
        ],
    ),
    entry_of(
        Method::HagenbachBischoffRounded,
        ["hagenbach-bischoff:rounded", "hagenbach-bischoff:rounded"],
        &[],
        [
            "V/(N+1) rounded half up, largest remainders; a surplus from the smallest",
            "Slovakia",
            "large lists, slightly",
        ],
    ),
    entry_of(
        Method::Imperiali,
        ["imperiali", "imperiali"],
        &[],
        [
            "V/(N+2), largest remainders",
            "Italy until 1993, Czechia since 2021 (first step)",
            "large lists",
        ],
    ),
    entry_of(
        Method::HareStrongest,
        ["hare-strongest", "hare-strongest"],
        &[],
        ["V/N, the rest to the most votes", "Georgia (2024)", "the largest lists"],
    ),
    entry_of(
        Method::BalinskiYoung,
        ["balinski-young", "balinski-young"],
        &["quota-method"],
        ["v/(s+1) where s < vh/V at the h-th seat", "nobody", "large lists"],
    ),
];

/// The entry of a method.
pub(super) fn entry(method: Method) -> &'static MethodEntry {
    let same = |entry: &&MethodEntry| {
        std::mem::discriminant(&entry.method) == std::mem::discriminant(&method)
    };
    CATALOGUE.iter().find(same).expect("every method has an entry")
}
