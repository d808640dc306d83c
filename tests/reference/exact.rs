//! Whole numbers and fractions without limit and without rounding.

use std::cmp::Ordering;

use num_bigint::BigUint;

/// A whole number. It is held in 128 bits while it fits, for speed alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Natural {
    /// Below 2^128.
    Small(u128),
    /// 2^128 and above.
    Large(BigUint),
}

impl Natural {
    fn big(&self) -> BigUint {
        match self {
            Self::Small(small) => BigUint::from(*small),
            Self::Large(large) => large.clone(),
        }
    }

    /// The product.
    pub(crate) fn times(&self, other: &Self) -> Self {
        if let (Self::Small(left), Self::Small(right)) = (self, other)
            && let Some(product) = left.checked_mul(*right)
        {
            return Self::Small(product);
        }
        let product = self.big() * other.big();
        u128::try_from(&product).map_or(Self::Large(product), Self::Small)
    }
}

impl From<u128> for Natural {
    fn from(number: u128) -> Self {
        Self::Small(number)
    }
}

impl From<BigUint> for Natural {
    fn from(number: BigUint) -> Self {
        u128::try_from(&number).map_or(Self::Large(number), Self::Small)
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(left), Self::Small(right)) => left.cmp(right),
            (left, right) => left.big().cmp(&right.big()),
        }
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A fraction, not reduced; two fractions are compared by cross-multiplication.
#[derive(Clone, Debug)]
pub(crate) struct Fraction {
    numerator: Natural,
    denominator: Natural,
}

impl Fraction {
    /// `numerator / denominator`.
    pub(crate) fn new(numerator: impl Into<Natural>, denominator: impl Into<Natural>) -> Self {
        let denominator = denominator.into();
        assert_ne!(denominator, Natural::Small(0), "a fraction over nothing");
        Self { numerator: numerator.into(), denominator }
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = self.numerator.times(&other.denominator);
        let right = other.numerator.times(&self.denominator);
        left.cmp(&right)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}
