//! Keys: what the order of seats is read from.
//!
//! Both families of rules hand out seats in the order of a key, smallest first, and the keys of
//! one list rise with each seat. For divisor methods the key of the (s+1)-th seat is the
//! reciprocal of its quotient, (as + b)/v. For the Hare quota it is (s + 1)V − vN: the smallest
//! c with floor((vN + c)/V) > s, so that raising c from 0 hands out the whole quotas at once and
//! then the remaining seats by largest remainders (Σ floor(vN/V) <= N <= Σ (floor(vN/V) + 1), so
//! some c in [0, V) is right, and before c = V no list gets a second seat beyond its whole
//! quotas; a list without votes has the first key V and gets none).
//!
//! Seats s with Σs = N are therefore right, and the only right ones, if every key handed out lies
//! strictly below every key not handed out.

use super::contest::{Contest, Rule};
use super::vector::{Lanes, TWO_52};

/// The admitted votes of a register of draws.
#[derive(Clone, Copy)]
pub(super) struct Admission<V: Lanes> {
    /// Votes of all admitted lists.
    pub(super) total: V,
    /// Number of admitted lists.
    pub(super) lists: V,
    /// Draws whose admissions are exact and admit somebody.
    pub(super) sound: V::Mask,
}

/// Seats by rounding: each list gets the whole number nearest to votes·`multiplier` + `rounding`,
/// not below zero. The multiplier is never negative, and the rounding is not below −1/2 unless
/// [`Keys::LATE`].
#[derive(Clone, Copy)]
pub(super) struct Guess<V> {
    pub(super) multiplier: V,
    pub(super) rounding: V,
}

/// The keys of a rule for the lists of one register of draws.
///
/// The key of the (s+1)-th seat is [`Keys::key`] of the numerator step·s + first.
pub(super) trait Keys<V: Lanes>: Copy {
    /// Whether first > step, so that "the key before the first", where a list without seats has
    /// its last key, is positive and could pass for one.
    const LATE: bool;
    /// The keys of a contest.
    fn new(contest: &Contest, admission: &Admission<V>) -> Self;
    /// What the rule keeps of the votes of a list in a house of `seats` seats.
    fn weight(votes: V, seats: V) -> V;
    /// From one numerator to the next.
    fn step(&self) -> V;
    /// The numerator of the first seat.
    fn first(&self) -> V;
    /// The key of a numerator for a list of this weight.
    fn key(&self, numerator: V, weight: V) -> V;
    /// At least the true order: if `widen(x) < y` for two computed keys, the key that `x` stands
    /// for is below the key that `y` stands for.
    fn widen(&self, key: V) -> V;
    /// Draws for which the bounds of the keys hold.
    fn bounded(&self, admission: &Admission<V>) -> V::Mask;
    /// The first guess of the seats.
    fn guess(&self, admission: &Admission<V>, seats: V) -> Guess<V>;
    /// A better guess, when `missing` more seats (fewer, if negative) are wanted.
    fn correct(guess: Guess<V>, admission: &Admission<V>, missing: V) -> Guess<V>;
}

/// Keys of divisor methods; `LATE` if first > step.
#[derive(Clone, Copy)]
pub(super) struct DivisorKeys<V, const LATE: bool> {
    step: V,
    first: V,
}

impl<V: Lanes, const LATE: bool> Keys<V> for DivisorKeys<V, LATE> {
    const LATE: bool = LATE;

    #[inline(always)]
    fn new(contest: &Contest, _: &Admission<V>) -> Self {
        let (step, first) = match contest.rule {
            Rule::Divisor { step, first } => (step, first),
            Rule::Hare => unreachable!("the Hare quota has keys of its own"),
        };
        Self { step: V::splat(f64::from(step)), first: V::splat(f64::from(first)) }
    }

    /// The reciprocal of the votes, a factor within 1 ± ε (ε = 2⁻⁵³) from the true one.
    #[inline(always)]
    fn weight(votes: V, _: V) -> V {
        V::splat(1.0) / votes
    }

    #[inline(always)]
    fn step(&self) -> V {
        self.step
    }

    #[inline(always)]
    fn first(&self) -> V {
        self.first
    }

    /// The numerator is a whole number; with at most N + 1 <= 10,001 seats and steps up to 2²⁰ it
    /// is below 2³⁴, so exact. The product rounds once more: a key is within (1 ± ε)² of the
    /// true one.
    #[inline(always)]
    fn key(&self, numerator: V, weight: V) -> V {
        numerator * weight
    }

    /// Let x and y be computed from the true keys X and Y, x > 0. x·(1 + 8ε) < y, the product
    /// rounded once, implies Y/X >= (y/x)·((1 − ε)/(1 + ε))² >= (1 + 8ε)(1 − ε)(1 − 4ε) > 1. For
    /// x <= 0 and y > 0 the order is plain from the signs, which rounding keeps.
    #[inline(always)]
    fn widen(&self, key: V) -> V {
        key * V::splat(1.0 + 4.0 * f64::EPSILON)
    }

    /// Always: reciprocals and products of whole numbers below 2⁵³ stay in the range of normal
    /// doubles.
    #[inline(always)]
    fn bounded(&self, admission: &Admission<V>) -> V::Mask {
        admission.sound
    }

    /// A list gets s seats or more if v·m >= s − 1 + r with r = first/step and multiplier m, that
    /// is floor(v·m + 1 − r) seats, and the floor of a number is the nearest whole number to a
    /// half less. Rounding changes nothing on average, so m·V + lists·(1/2 − r) should be N.
    #[inline(always)]
    fn guess(&self, admission: &Admission<V>, seats: V) -> Guess<V> {
        let rounding = V::splat(0.5) - self.first / self.step;
        let whole = (seats - admission.lists * rounding).max(V::splat(0.0));
        Guess { multiplier: whole / admission.total, rounding }
    }

    #[inline(always)]
    fn correct(guess: Guess<V>, admission: &Admission<V>, missing: V) -> Guess<V> {
        let multiplier = guess.multiplier + missing / admission.total;
        Guess { multiplier: multiplier.max(V::splat(0.0)), rounding: guess.rounding }
    }
}

/// Keys of the Hare quota: whole numbers, exact while (N + 2)·V < 2⁵³.
#[derive(Clone, Copy)]
pub(super) struct HareKeys<V> {
    total: V,
    seats: V,
}

impl<V: Lanes> Keys<V> for HareKeys<V> {
    const LATE: bool = false;

    #[inline(always)]
    fn new(contest: &Contest, admission: &Admission<V>) -> Self {
        Self { total: admission.total, seats: V::splat(f64::from(contest.seats)) }
    }

    #[inline(always)]
    fn weight(votes: V, seats: V) -> V {
        votes * seats
    }

    #[inline(always)]
    fn step(&self) -> V {
        V::splat(1.0)
    }

    #[inline(always)]
    fn first(&self) -> V {
        V::splat(1.0)
    }

    /// Seats that sum to N without a negative one are at most N, so numerator·V and v·N are at
    /// most (N + 1)·V: whole numbers below 2⁵³, as is their difference.
    #[inline(always)]
    fn key(&self, numerator: V, weight: V) -> V {
        numerator * self.total - weight
    }

    #[inline(always)]
    fn widen(&self, key: V) -> V {
        key
    }

    #[inline(always)]
    fn bounded(&self, admission: &Admission<V>) -> V::Mask {
        let largest = (self.seats + V::splat(2.0)) * admission.total;
        largest.less(V::splat(2.0 * TWO_52)) & admission.sound
    }

    /// Nearest whole number to the ideal share: right if as many are rounded up as down.
    #[inline(always)]
    fn guess(&self, admission: &Admission<V>, seats: V) -> Guess<V> {
        Guess { multiplier: seats / admission.total, rounding: V::splat(0.0) }
    }

    /// Remainders are spread evenly, more or less; the line above which they win moves.
    #[inline(always)]
    fn correct(guess: Guess<V>, admission: &Admission<V>, missing: V) -> Guess<V> {
        let rounding = guess.rounding + missing / admission.lists;
        Guess { multiplier: guess.multiplier, rounding: rounding.max(V::splat(-0.5)) }
    }
}
