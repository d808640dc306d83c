//! A threshold between two shares.

use crate::apportionment::Fraction;
use crate::election::Share;

/// A share from `closed`, included, to `open`, excluded, on either side of each other: `closed` itself where a
/// [`Share`] can hold it, else the fraction between them with the smallest denominator. None if that too is
/// beyond what a share can hold: then no threshold that can be written separates the two.
pub(super) fn separating_share(closed: Fraction, open: Fraction) -> Option<Share> {
    share_of(closed).or_else(|| share_of(simplest_between(closed.min(open), closed.max(open))))
}

/// The fraction as a share, if it is one with a denominator that a share can have.
pub(super) fn share_of(fraction: Fraction) -> Option<Share> {
    let numerator = u64::try_from(fraction.numerator).ok()?;
    let denominator = u64::try_from(fraction.denominator).ok()?;
    Share::new(numerator, denominator).ok()
}

/// The share as a fraction.
pub(super) fn fraction_of(share: Share) -> Fraction {
    let (numerator, denominator) = share.fraction();
    Fraction::new(numerator.into(), denominator.into())
}

/// The fraction with the smallest denominator strictly between two others, by their continued fractions (A.
/// Ya. Khinchin, *Continued Fractions*, chapter II; the walk down the Stern–Brocot tree in leaps).
fn simplest_between(low: Fraction, high: Fraction) -> Fraction {
    let (whole, rest) = low.whole();
    let next = Fraction { numerator: whole + 1, denominator: 1 };
    if next < high {
        return next;
    }
    // Both lie between `whole` and `whole` + 1: what is left are their reciprocals, the other way round.
    let above = Fraction {
        numerator: high.numerator - whole * high.denominator,
        denominator: high.denominator,
    };
    let from = Fraction { numerator: above.denominator, denominator: above.numerator };
    let inner = if rest == 0 {
        Fraction { numerator: from.whole().0 + 1, denominator: 1 }
    } else {
        simplest_between(from, Fraction { numerator: low.denominator, denominator: rest })
    };
    Fraction {
        numerator: whole * inner.numerator + inner.denominator,
        denominator: inner.numerator,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_simplest_fraction_is_found_by_trying_all() {
        for den_low in 1..=12_u128 {
            for num_low in 0..=den_low {
                for den_high in 1..=12_u128 {
                    for num_high in 0..=den_high {
                        let low = Fraction::new(num_low, den_low);
                        let high = Fraction::new(num_high, den_high);
                        if low >= high {
                            continue;
                        }
                        let is_between = |of: &Fraction| low < *of && *of < high;
                        let all = (1..).flat_map(|den| (0..=den).map(move |num| (num, den)));
                        let first = all.map(|(num, den)| Fraction::new(num, den)).find(is_between);
                        let found = simplest_between(low, high);
                        assert!(is_between(&found), "{low} {found} {high}");
                        assert_eq!(Some(found.denominator), first.map(|first| first.denominator));
                    }
                }
            }
        }
    }

    #[test]
    fn shares_of_many_votes_are_separated_while_anything_can() {
        // More votes than files can have, so that the shares themselves cannot be written down.
        let base = 1 << 70 | 1;
        let at = |votes| Fraction::new(votes, base);
        let half = base / 2;
        assert_eq!(separating_share(at(half), at(half + 1)), Share::new(1, 2).ok());
        // Just below a third: p/q is there by 1/(3q) at least, so q must be beyond 2^67.
        let third = base / 3;
        assert_eq!(separating_share(at(third - 1), at(third)), None);
        let between = separating_share(at(third - (1 << 30)), at(third)).unwrap();
        let between = fraction_of(between);
        assert!(at(third - (1 << 30)) < between && between < at(third));
        // Shares of as many votes as a file can have are written as they are.
        let all = u128::from(u64::MAX);
        let [closed, open] = [all / 3, all / 3 + 1].map(|votes| Fraction::new(votes, all));
        assert_eq!(separating_share(closed, open).map(fraction_of), Some(closed));
    }
}
