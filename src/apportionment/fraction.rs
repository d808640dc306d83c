//! Exact fractions for the account of a result.

use std::cmp::Ordering;
use std::fmt;

/// A non-negative fraction; `denominator` is at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    /// Above the line.
    pub numerator: u128,
    /// Below the line.
    pub denominator: u128,
}

impl Fraction {
    /// `numerator / denominator`, reduced.
    ///
    /// # Panics
    /// If `denominator` is 0.
    pub fn new(numerator: u128, denominator: u128) -> Self {
        assert!(denominator > 0, "a fraction needs a denominator");
        let (mut a, mut b) = (numerator, denominator);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Self { numerator: numerator / a, denominator: denominator / a }
    }

    /// Whole part and remainder over the denominator.
    pub const fn whole(self) -> (u128, u128) {
        (self.numerator / self.denominator, self.numerator % self.denominator)
    }

    /// The value cut off after `places` decimals (at most 18), with whether anything was cut off.
    pub fn truncated(self, places: u32) -> (String, bool) {
        let (whole, mut rest) = self.whole();
        let mut text = whole.to_string();
        for place in 0..places.min(18) {
            if place == 0 {
                text.push('.');
            }
            // The remainder is below the denominator, below 2^78 for any vote count; times ten fits.
            rest *= 10;
            text.push_str(&(rest / self.denominator).to_string());
            rest %= self.denominator;
        }
        (text, rest > 0)
    }
}

impl fmt::Display for Fraction {
    /// `4`, or `4/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            denominator => write!(f, "{}/{denominator}", self.numerator),
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    /// By whole parts, then by the reciprocals of the rests: no product, so nothing overflows.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut left, mut right) = (*self, *other);
        let mut flipped = false;
        loop {
            let ((left_whole, left_rest), (right_whole, right_rest)) =
                (left.whole(), right.whole());
            let order = left_whole.cmp(&right_whole).then_with(|| match (left_rest, right_rest) {
                (0, 0) => Ordering::Equal,
                (0, _) => Ordering::Less,
                (_, 0) => Ordering::Greater,
                _ => Ordering::Equal,
            });
            if order != Ordering::Equal || left_rest == 0 || right_rest == 0 {
                return if flipped { order.reverse() } else { order };
            }
            left = Self { numerator: left.denominator, denominator: left_rest };
            right = Self { numerator: right.denominator, denominator: right_rest };
            flipped = !flipped;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_exact_where_products_would_overflow() {
        let huge = u128::MAX;
        assert!(Fraction::new(huge - 1, huge) < Fraction::new(huge, huge));
        assert!(Fraction::new(huge - 2, huge - 1) < Fraction::new(huge - 1, huge));
        assert_eq!(Fraction::new(2, 4).cmp(&Fraction::new(1, 2)), Ordering::Equal);
        assert!(Fraction::new(7, 3) > Fraction::new(2, 1));
        assert!(Fraction::new(2, 1) < Fraction::new(7, 3));
        assert!(Fraction::new(1, 3) < Fraction::new(1, 2));
    }

    #[test]
    fn decimals_are_cut_not_rounded() {
        assert_eq!(Fraction::new(2, 3).truncated(3), ("0.666".to_owned(), true));
        assert_eq!(Fraction::new(5, 2).truncated(1), ("2.5".to_owned(), false));
        assert_eq!(Fraction::new(7, 1).truncated(0), ("7".to_owned(), false));
    }
}
