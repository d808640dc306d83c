//! The divisors that give a result, so that anyone can check it with one division a list.

use super::Fraction;

/// All divisors D for which rounding every list's votes / D gives the seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DivisorInterval {
    /// The largest unawarded quotient, in votes per seat: at or below it a list would gain a seat.
    pub low: Fraction,
    /// The smallest awarded quotient, in votes per seat: above it a list would lose a seat.
    pub high: Fraction,
}

impl DivisorInterval {
    /// The number strictly inside with the fewest digits, as decimal text; none if a tie closes the
    /// interval or it is narrower than a billionth of a vote.
    ///
    /// ```
    /// use kurultai::apportionment::{DivisorInterval, Fraction};
    /// let interval =
    ///     DivisorInterval { low: Fraction::new(40_871, 1), high: Fraction::new(41_344, 1) };
    /// assert_eq!(interval.roundest().as_deref(), Some("41000"));
    /// ```
    pub fn roundest(&self) -> Option<String> {
        let whole_units = (0..=20_u32).rev().map(|zeros| (10_u128.pow(zeros), 1));
        let decimals = (1..=9_u32).map(|places| (1, 10_u128.pow(places)));
        whole_units.chain(decimals).find_map(|(unit, scale)| {
            // A unit or scale that leaves u128 is larger than any number of votes, or finer than any
            // step between two of them: there is nothing to find with it.
            let low = Fraction::new(
                self.low.numerator.checked_mul(scale)?,
                self.low.denominator.checked_mul(unit)?,
            );
            let (low, _) = low.whole();
            let candidate = Fraction::new((low + 1).checked_mul(unit)?, scale);
            let places = scale.ilog10();
            (candidate < self.high).then(|| candidate.truncated(places).0)
        })
    }
}
