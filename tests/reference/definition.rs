//! The methods by name, from their definitions.

use num_bigint::BigUint;

use super::divisor::Quotient;
use super::exact::Fraction;
use super::quota::{Leftovers, Quota};

/// How a method is defined.
pub(crate) enum Definition {
    /// The next seat goes to the list with the highest quotient of its votes and a divisor that
    /// grows with the seats it has.
    HighestAverages(Quotient),
    /// Every list gets the whole quotas in its votes, what is left goes to the lists in some order.
    WholeQuotas(Quota, Leftovers),
    /// D'Hondt among the lists below their upper quota.
    BalinskiYoung,
}

impl Definition {
    /// The definition of the method that users call `name`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let (base, parameter) = name.split_once(':').unwrap_or((name, ""));
        Some(match (base, parameter) {
            // Divisors 1, 2, 3, …
            ("dhondt", "") | ("power-mean", "inf") => divisors(|seats| (seats + 1, 1)),
            // Divisors 1, 3, 5, …
            ("sainte-lague", "") | ("power-mean", "1") => divisors(|seats| (2 * seats + 1, 1)),
            ("modified-sainte-lague", first) => {
                let (numerator, denominator) = ratio(if first.is_empty() { "1.4" } else { first });
                divisors(move |seats| match seats {
                    0 => (numerator, denominator),
                    _ => (2 * seats + 1, 1),
                })
            }
            ("adams", "") | ("power-mean", "-inf") => divisors(|seats| (seats, 1)),
            ("danish", "") => divisors(|seats| (3 * seats + 1, 1)),
            ("imperiali-divisor", "") => divisors(|seats| (seats + 2, 1)),
            ("stationary", point) => {
                let (numerator, denominator) = ratio(point);
                divisors(move |seats| (seats * denominator + numerator, denominator))
            }
            // The harmonic mean of s and s + 1.
            ("dean", "") | ("power-mean", "-1") => {
                divisors(|seats| (2 * seats * (seats + 1), 2 * seats + 1))
            }
            // Squares stand for the quotients: v² / (s(s+1)).
            ("huntington-hill", "") | ("power-mean", "0") => {
                powers(|votes, seats| (votes.pow(2), seats.clone() * (seats + BigUint::from(1_u8))))
            }
            ("macau", "") => powers(|votes, seats| {
                let doublings = u32::try_from(seats).expect("seats");
                (votes, BigUint::from(2_u8).pow(doublings))
            }),
            ("power-mean", order) => power_mean(order.parse().expect("a whole number")),
            ("hare", "") => Self::WholeQuotas(|votes, seats| (votes, seats), Leftovers::Remainders),
            ("droop", "") => Self::WholeQuotas(
                |votes, seats| (votes / (seats + 1) + 1, 1),
                Leftovers::Remainders,
            ),
            ("hagenbach-bischoff", "") => {
                Self::WholeQuotas(|votes, seats| (votes, seats + 1), Leftovers::Remainders)
            }
            ("hagenbach-bischoff", "rounded") => Self::WholeQuotas(
                |votes, seats| {
                    let up = 2 * (votes % (seats + 1)) >= seats + 1;
                    (votes / (seats + 1) + u128::from(up), 1)
                },
                Leftovers::RemaindersAndBack,
            ),
            ("imperiali", "") => {
                Self::WholeQuotas(|votes, seats| (votes, seats + 2), Leftovers::Remainders)
            }
            ("hare-strongest", "") => {
                Self::WholeQuotas(|votes, seats| (votes, seats), Leftovers::Strongest)
            }
            ("balinski-young", "") => Self::BalinskiYoung,
            _ => return None,
        })
    }
}

/// `1.4` or `7/5` as two whole numbers.
fn ratio(text: &str) -> (u128, u128) {
    let number = |text: &str| text.parse::<u128>().expect("digits");
    if let Some((numerator, denominator)) = text.split_once('/') {
        return (number(numerator), number(denominator));
    }
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let scale = 10_u128.pow(u32::try_from(decimals.len()).expect("few decimals"));
    (number(&format!("{whole}{decimals}")), scale)
}

/// Quotients votes / divisor, the divisor a fraction. A divisor of 0 makes the quotient infinite.
fn divisors(divisor: impl Fn(u128) -> (u128, u128) + Send + Sync + 'static) -> Definition {
    Definition::HighestAverages(Quotient::new(move |votes, seats| {
        let (numerator, denominator) = divisor(seats.into());
        (numerator > 0).then(|| Fraction::new(u128::from(votes) * denominator, numerator))
    }))
}

/// Some power of the quotients, which has the same order, from votes and seats.
fn powers(
    quotient: impl Fn(BigUint, BigUint) -> (BigUint, BigUint) + Send + Sync + 'static,
) -> Definition {
    Definition::HighestAverages(Quotient::new(move |votes, seats| {
        let (numerator, denominator) = quotient(votes.into(), seats.into());
        (denominator != BigUint::ZERO).then(|| Fraction::new(numerator, denominator))
    }))
}

/// The divisor is the mean ((s^P + (s+1)^P) / 2)^(1/P); quotients are compared by |P|-th powers.
fn power_mean(order: i32) -> Definition {
    let power = order.unsigned_abs();
    powers(move |votes, seats| {
        let next = seats.clone() + BigUint::from(1_u8);
        let (low, high) = (seats.pow(power), next.pow(power));
        if order > 0 {
            (votes.pow(power) * 2_u8, low + high)
        } else {
            (votes.pow(power) * (&low + &high), low * high * 2_u8)
        }
    })
}
