//! Quotients: what lists compete with for a seat, exact whether rational or not.

use std::cmp::Ordering;

use super::Fraction;
use super::wide::Wide;

/// The votes of a list over the signpost of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotient {
    /// The signpost is 0: the seat goes before all others, to the list with more votes first.
    Infinite,
    /// A fraction.
    Fraction(Fraction),
    /// The square root of a fraction: votes over the geometric mean of two numbers of seats.
    SquareRoot(Fraction),
    /// Votes over the power mean of `seats` and `seats + 1`.
    PowerMean {
        /// The votes of the list.
        votes: u64,
        /// The seats it has before this one.
        seats: u32,
        /// The order of the mean, not 0.
        order: i8,
    },
    /// Votes halved again and again.
    Halved {
        /// The votes of the list.
        votes: u64,
        /// How often.
        times: u32,
    },
}

/// A quotient by its power: `quotient^power = numerator / denominator`, all whole numbers.
///
/// With u64 votes and u32 seats the numerator of an 8th power stays below 2^770 and the denominator
/// below 2^513, so that a cross product stays below 2^1283.
#[derive(Clone, Copy, Debug)]
pub(super) struct Powered {
    pub(super) power: u32,
    pub(super) numerator: Wide,
    pub(super) denominator: Wide,
}

impl Powered {
    /// v / M with the power mean M = ((s^P + (s+1)^P) / 2)^(1/P). With p = |P|:
    /// for P > 0 the p-th power of the quotient is 2·v^p / (s^p + (s+1)^p), for P < 0 it is
    /// v^p·(s^p + (s+1)^p) / (2·s^p·(s+1)^p).
    pub(super) fn of_power_mean(votes: u64, seats: u32, order: i8) -> Self {
        let power = u32::from(order.unsigned_abs());
        let raised = |number: u64| Wide::from(u128::from(number)).power(power);
        let (votes, low, high) =
            (raised(votes), raised(seats.into()), raised(u64::from(seats) + 1));
        let (sum, two) = (low.plus(&high), Wide::from(2));
        if order > 0 {
            Self { power, numerator: votes.times(&two), denominator: sum }
        } else {
            Self { power, numerator: votes.times(&sum), denominator: low.times(&high).times(&two) }
        }
    }

    /// The exact order of two quotients of the same power.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        self.numerator.times(&other.denominator).cmp(&other.numerator.times(&self.denominator))
    }

    /// Whether the quotient is at least `number / scale`.
    fn is_at_least(&self, number: u128, scale: u128) -> bool {
        let raised = |number| Wide::from(number).power(self.power);
        raised(number).times(&self.denominator) <= raised(scale).times(&self.numerator)
    }

    /// The largest number whose quotient by `scale` is not above this quotient, below 2^94: votes
    /// below 2^64 over signposts above 1/2, with a scale below 2^30. A bisection.
    fn whole(&self, scale: u128) -> u128 {
        let (mut low, mut above) = (0, 1 << 95);
        while above - low > 1 {
            let middle = u128::midpoint(low, above);
            if self.is_at_least(middle, scale) {
                low = middle;
            } else {
                above = middle;
            }
        }
        low
    }
}

/// Decimals to which a quotient that is no fraction is known.
const PLACES: u32 = 9;

impl Quotient {
    /// The quotient itself if it is a fraction, else the largest decimal of nine places that is not
    /// above it; none if it is infinite.
    pub fn floor(self) -> Option<Fraction> {
        match self {
            Self::Infinite => None,
            Self::Fraction(fraction) => Some(fraction),
            // 2^100 votes and more: nothing is left of them in nine places.
            Self::Halved { votes, times } if times <= 100 => {
                Some(Fraction::new(votes.into(), 1 << times))
            }
            Self::Halved { .. } => Some(Fraction::new(0, 1)),
            Self::SquareRoot(Fraction { numerator, denominator }) => Some(decimal(&Powered {
                power: 2,
                numerator: Wide::from(numerator),
                denominator: Wide::from(denominator),
            })),
            Self::PowerMean { votes, seats, order } => {
                Some(decimal(&Powered::of_power_mean(votes, seats, order)))
            }
        }
    }

    /// Whether [`Quotient::floor`] is the quotient itself.
    pub fn is_fraction(self) -> bool {
        match self {
            Self::Fraction(_) => true,
            Self::Halved { times, .. } => times <= 100,
            Self::Infinite | Self::SquareRoot(_) | Self::PowerMean { .. } => false,
        }
    }

    /// A fraction that is not below the quotient, by less than a billionth.
    pub(super) fn ceiling(self) -> Option<Fraction> {
        let floor = self.floor()?;
        if self.is_fraction() {
            return Some(floor);
        }
        let scale = 10_u128.pow(PLACES);
        // The floor is a number of billionths below 2^95.
        Some(Fraction::new(floor.numerator * (scale / floor.denominator) + 1, scale))
    }
}

fn decimal(quotient: &Powered) -> Fraction {
    let scale = 10_u128.pow(PLACES);
    Fraction::new(quotient.whole(scale), scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floor(quotient: Quotient) -> String {
        quotient.floor().unwrap().truncated(9).0
    }

    #[test]
    fn roots_are_cut_off_exactly() {
        assert_eq!(floor(Quotient::SquareRoot(Fraction::new(2, 1))), "1.414213562");
        assert_eq!(floor(Quotient::SquareRoot(Fraction::new(9, 4))), "1.500000000");
        let largest = u128::from(u64::MAX).pow(2);
        assert_eq!(
            floor(Quotient::SquareRoot(Fraction::new(largest, 1))),
            "18446744073709551615.000000000"
        );
        // M_2(1, 2) = √(5/2) and M_-1(1, 2) = 4/3.
        let quotient = |order| Quotient::PowerMean { votes: 100, seats: 1, order };
        assert_eq!(floor(quotient(2)), "63.245553203");
        assert_eq!(floor(quotient(-1)), "75.000000000");
    }

    #[test]
    fn the_widest_power_means_are_ordered() {
        for order in [-8, 8] {
            let of = |votes, seats| Powered::of_power_mean(votes, seats, order);
            let (most, seats) = (u64::MAX, u32::MAX - 1);
            assert_eq!(of(most, seats).compare(&of(most, seats)), Ordering::Equal);
            assert_eq!(of(most, seats).compare(&of(most, seats - 1)), Ordering::Less);
            assert_eq!(of(most, 1).compare(&of(most - 1, 1)), Ordering::Greater);
            assert!(Quotient::PowerMean { votes: most, seats, order }.floor().is_some());
        }
    }
}
