//! Whole numbers of up to 1,344 bits, for the products that u128 cannot hold.

use std::cmp::Ordering;

/// Enough for the longest product here: 8th powers of two u64 votes' quotients, cross-multiplied
/// (see [`Powered`](super::quotient::Powered)), have at most 1,283 bits.
const LIMBS: usize = 21;

/// A whole number below 2^1344, in limbs of 64 bits from the lowest; those from `used` on are 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wide {
    limbs: [u64; LIMBS],
    used: usize,
}

impl Wide {
    /// The product; school multiplication.
    ///
    /// # Panics
    /// If it has more than 1,344 bits.
    pub(super) fn times(&self, other: &Self) -> Self {
        let mut product = Self { limbs: [0; LIMBS], used: 0 };
        for (at, &left) in self.limbs[..self.used].iter().enumerate() {
            let mut carry = 0;
            for (place, &right) in other.limbs[..other.used].iter().enumerate() {
                // At most (2^64 − 1)² + 2·(2^64 − 1) = 2^128 − 1.
                let sum = u128::from(left) * u128::from(right)
                    + u128::from(product.limbs[at + place])
                    + u128::from(carry);
                (product.limbs[at + place], carry) = halves(sum);
            }
            if carry > 0 {
                product.limbs[at + other.used] = carry;
            }
        }
        product.trimmed((self.used + other.used).min(LIMBS))
    }

    /// The sum.
    ///
    /// # Panics
    /// If it has more than 1,344 bits.
    pub(super) fn plus(&self, other: &Self) -> Self {
        let mut sum = Self { limbs: [0; LIMBS], used: 0 };
        let mut carry = 0;
        let used = self.used.max(other.used);
        for at in 0..used {
            let limbs = u128::from(self.limbs[at]) + u128::from(other.limbs[at]);
            (sum.limbs[at], carry) = halves(limbs + u128::from(carry));
        }
        if carry > 0 {
            sum.limbs[used] = carry;
        }
        sum.trimmed((used + 1).min(LIMBS))
    }

    /// The number to this power.
    ///
    /// # Panics
    /// If it has more than 1,344 bits.
    pub(super) fn power(&self, exponent: u32) -> Self {
        (0..exponent).fold(Self::from(1), |product, _| product.times(self))
    }

    fn trimmed(mut self, most: usize) -> Self {
        self.used = self.limbs[..most].iter().rposition(|&limb| limb > 0).map_or(0, |at| at + 1);
        self
    }
}

/// The lower and the upper 64 bits.
#[expect(clippy::cast_possible_truncation, reason = "the lower half is what is asked for")]
const fn halves(number: u128) -> (u64, u64) {
    (number as u64, (number >> 64) as u64)
}

impl From<u128> for Wide {
    fn from(number: u128) -> Self {
        let mut limbs = [0; LIMBS];
        (limbs[0], limbs[1]) = halves(number);
        Self { limbs, used: 0 }.trimmed(2)
    }
}

impl Ord for Wide {
    fn cmp(&self, other: &Self) -> Ordering {
        self.used.cmp(&other.used).then_with(|| {
            self.limbs[..self.used].iter().rev().cmp(other.limbs[..other.used].iter().rev())
        })
    }
}

impl PartialOrd for Wide {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Wide {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Wide {}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;

    use super::*;

    fn big(number: &Wide) -> BigUint {
        number.limbs.iter().rev().fold(BigUint::ZERO, |high, &limb| (high << 64) + limb)
    }

    #[test]
    fn arithmetic_is_that_of_numbers_without_limit() {
        let numbers = [0, 1, 7, u128::from(u64::MAX), 1 << 64, u128::MAX - 5, u128::MAX];
        for left in numbers {
            for right in numbers {
                let (wide, other) = (Wide::from(left), Wide::from(right));
                let (cube, square) = (wide.power(3), other.power(2));
                let (big_cube, big_square) =
                    (BigUint::from(left).pow(3), BigUint::from(right).pow(2));
                assert_eq!(big(&cube), big_cube, "{left}³");
                assert_eq!(big(&cube.times(&square)), &big_cube * &big_square, "{left}³·{right}²");
                assert_eq!(big(&cube.plus(&square)), &big_cube + &big_square, "{left}³+{right}²");
                assert_eq!(cube.cmp(&square), big_cube.cmp(&big_square), "{left}³ and {right}²");
                assert_eq!(wide.times(&other).cmp(&other.times(&wide)), Ordering::Equal);
                assert_eq!(wide == other, left == right, "{left} and {right}");
            }
        }
    }

    #[test]
    fn the_longest_number_fits() {
        let longest = Wide::from(u128::MAX).power(10).times(&Wide::from(u128::from(u64::MAX)));
        assert_eq!(big(&longest), BigUint::from(u128::MAX).pow(10) * u64::MAX);
    }
}
