//! Seats of a register of draws: a guess, a few steps, and a proof.
//!
//! The guess comes from floating point, and so do the steps that mend it; neither is trusted.
//! A draw is accepted if its seats sum to the house size, none of them negative, and the largest
//! key handed out is below the smallest key not handed out by more than keys can be wrong (see
//! [`super::key`]). Everything else (ties, near ties, nobody admitted, votes beyond the range of
//! exact products, a guess too far off) goes to the caller's exact path.
//!
//! What happens to a draw does not depend on its neighbours in the register: loops go on while
//! any draw needs them, but leave the others as they are.

use super::contest::{Contest, Rule};
use super::key::{Admission, DivisorKeys, Guess, HareKeys, Keys};
use super::level::{Job, Level};
use super::outcome::Outcome;
use super::pair::Pair;
use super::vector::{BLOCK, Lanes, Mask, Numbers, Seats, TWO_52, Vector, full};
use super::votes::Votes;

/// Stands for the votes of a list that this draw does not admit but its neighbours do. The keys
/// of such a list are out of reach of any other (divisors: 2²⁰⁰ times larger; Hare: V, the first
/// key of a list without votes) and its votes vanish in any sum with a whole vote.
const NO_VOTES: f64 = f64::from_bits((1023 - 200) << 52);
/// Times the guess is corrected while a draw is more than [`NEAR`] seats off.
const CORRECTIONS: usize = 12;
/// Seats off from which single steps take over.
const NEAR: f64 = 2.5;
/// Single steps before a draw is given up.
const STEPS: usize = 32;

/// Allocates the seats of draws of one contest.
#[derive(Clone, Debug)]
pub struct Allocator<'contest> {
    contest: &'contest Contest,
    /// The lists that some draw of the register admits come first.
    claims: Vec<Claim>,
}

/// A list's claim to seats in the draws of a register.
#[derive(Clone, Copy, Debug)]
struct Claim {
    list: usize,
    votes: Numbers,
    /// What the keys keep of the votes.
    weight: Numbers,
    seats: Numbers,
    /// The key that the present step looks at.
    key: Numbers,
}

impl<'contest> Allocator<'contest> {
    /// An allocator of the seats of `contest`.
    #[must_use]
    pub fn new(contest: &'contest Contest) -> Self {
        let none = Numbers([0.0; BLOCK]);
        let claim = Claim { list: 0, votes: none, weight: none, seats: none, key: none };
        Self { contest, claims: vec![claim; contest.lists.len()] }
    }

    /// Allocates every draw of `votes` into `outcome`; draws without a certificate are marked.
    /// Votes must be whole numbers below 2⁵³.
    ///
    /// # Panics
    /// If `outcome` does not have the same number of blocks, or not the lists of the contest.
    pub fn allocate(&mut self, level: Level, votes: &Votes, outcome: &mut Outcome) {
        assert_eq!(outcome.lists(), self.contest.lists.len(), "an outcome over the lists");
        assert_eq!(votes.blocks().len(), outcome.uncertain.len(), "as many blocks of both");
        level.run(Allocate { allocator: self, votes, outcome });
    }
}

/// Allocating, compiled for each level.
struct Allocate<'job, 'contest> {
    allocator: &'job mut Allocator<'contest>,
    votes: &'job Votes,
    outcome: &'job mut Outcome,
}

impl Job for Allocate<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector>(self) {
        match self.allocator.contest.rule {
            Rule::Hare => self.blocks::<Pair<V>, HareKeys<_>>(),
            Rule::Divisor { step, first } if first <= step => {
                self.blocks::<Pair<V>, DivisorKeys<_, false>>();
            }
            Rule::Divisor { .. } => self.blocks::<Pair<V>, DivisorKeys<_, true>>(),
        }
    }
}

impl Allocate<'_, '_> {
    /// Allocates every block by the keys of one rule.
    #[inline(always)]
    fn blocks<V: Lanes, K: Keys<V>>(self) {
        let lists = self.outcome.lists();
        let Outcome { seats, admitted, passed, uncertain, .. } = self.outcome;
        let admissions = admitted.chunks_exact_mut(lists).zip(passed.chunks_exact_mut(lists));
        let outcomes = seats.chunks_exact_mut(lists).zip(admissions);
        for ((block, (seats, (admitted, passed))), uncertain) in
            self.votes.blocks().zip(outcomes).zip(uncertain)
        {
            admitted.fill(0);
            passed.fill(0);
            *uncertain = 0;
            for part in 0..V::PARTS {
                let certain =
                    self.allocator.part::<V, K>(block, part, seats, [&mut *admitted, &mut *passed]);
                *uncertain |= (certain.bits() ^ full::<V>()) << (part * V::WIDTH);
            }
        }
    }
}

impl Allocator<'_> {
    /// Allocates one register of draws; returns the draws with a certificate.
    #[inline(always)]
    fn part<V: Lanes, K: Keys<V>>(
        &mut self,
        block: &[Numbers],
        part: usize,
        seats: &mut [Seats],
        [admitted, passed]: [&mut [u16]; 2],
    ) -> V::Mask {
        let contest = self.contest;
        let needed = needed_votes::<V>(contest, block, part);
        let house = V::splat(f64::from(contest.seats));
        let mut total = V::splat(0.0);
        let mut count = V::splat(0.0);
        let mut claims = 0;
        for (index, list) in contest.lists.iter().enumerate() {
            let votes = V::load(&block[list.option], part);
            let mut short = votes.less(needed.votes);
            passed[index] |= (short.bits() ^ full::<V>()) << (part * V::WIDTH);
            if list.exempt {
                short = votes.less(V::splat(1.0));
            }
            let admits = short.bits() ^ full::<V>();
            admitted[index] |= admits << (part * V::WIDTH);
            if admits == 0 {
                V::splat(0.0).store_seats(&mut seats[index], part);
                continue;
            }
            let votes = V::splat(NO_VOTES).select(short, votes);
            total = total + votes;
            count = count + V::splat(0.0).select(short, V::splat(1.0));
            let claim = &mut self.claims[claims];
            claim.list = index;
            votes.store(&mut claim.votes, part);
            K::weight(votes, house).store(&mut claim.weight, part);
            claims += 1;
        }
        let sound = needed.sound & V::splat(0.5).less(total);
        let admission = Admission { total, lists: count, sound };
        let claims = &mut self.claims[..claims];
        let certain = seat::<V, K>(contest, claims, &admission, part);
        for claim in claims {
            V::load(&claim.seats, part).store_seats(&mut seats[claim.list], part);
        }
        certain
    }
}

/// The votes that admit a list.
struct Needed<V: Lanes> {
    votes: V,
    /// Draws in which the number is exact.
    sound: V::Mask,
}

/// The least votes that meet the threshold, a whole number, once per draw.
///
/// With P = numerator·base, v·denominator >= P means v >= floor((P + denominator − 1)/denominator)
/// and v·denominator > P means v >= floor((P + denominator)/denominator). For whole x < 2⁵² and
/// whole d the rounded quotient fl(x/d) has the floor of the true one: if x/d is not whole, it is
/// below the next whole number by at least 1/d, and rounding moves it by at most
/// (x/d)·2⁻⁵³ < 1/d. A draw with P + denominator of 2⁵² or more is not sound (sums and products of
/// whole numbers are exact below 2⁵³, and round to no less than 2⁵² above). A list without a vote
/// is never admitted.
#[inline(always)]
fn needed_votes<V: Lanes>(contest: &Contest, block: &[Numbers], part: usize) -> Needed<V> {
    let threshold = contest.threshold;
    let mut base = V::splat(contest.constant);
    for &option in &contest.base {
        base = base + V::load(&block[option], part);
    }
    let denominator = f64::from(threshold.denominator);
    let up = if threshold.exceed { denominator } else { denominator - 1.0 };
    let numerator = base * V::splat(f64::from(threshold.numerator)) + V::splat(up);
    let votes = (numerator / V::splat(denominator)).floor().max(V::splat(1.0));
    Needed { votes, sound: numerator.less(V::splat(TWO_52)) }
}

/// Seats the claims; returns the draws with a certificate.
#[inline(always)]
fn seat<V: Lanes, K: Keys<V>>(
    contest: &Contest,
    claims: &mut [Claim],
    admission: &Admission<V>,
    part: usize,
) -> V::Mask {
    let zero = V::splat(0.0);
    let house = V::splat(f64::from(contest.seats));
    let keys = K::new(contest, admission);
    let mut guess = keys.guess(admission, house);
    let mut missing = house - round_claims::<V, K>(claims, guess, part);
    for _ in 0..CORRECTIONS {
        let far = missing.less(V::splat(-NEAR)) | V::splat(NEAR).less(missing);
        if (far & admission.sound).bits() == 0 {
            break;
        }
        guess = K::correct(guess, admission, missing.select(far, zero));
        missing = house - round_claims::<V, K>(claims, guess, part);
    }
    for _ in 0..STEPS {
        let off = missing.less(zero) | zero.less(missing);
        if (off & admission.sound).bits() == 0 {
            break;
        }
        missing = missing - step_claims(claims, keys, missing, part);
    }
    let filled = missing.less(V::splat(0.5)) & V::splat(-0.5).less(missing);
    filled & keys.bounded(admission) & certify(claims, keys, part)
}

/// Gives every claim the seats of a guess; returns their sum.
///
/// The multiplier is not negative, and unless `LATE` the rounding is not below −1/2: the nearest
/// whole number is then not below zero.
#[inline(always)]
fn round_claims<V: Lanes, K: Keys<V>>(claims: &mut [Claim], guess: Guess<V>, part: usize) -> V {
    let mut sum = V::splat(0.0);
    for claim in claims {
        let ideal = V::load(&claim.votes, part) * guess.multiplier + guess.rounding;
        let mut seats = ideal.nearest();
        if K::LATE {
            seats = seats.max(V::splat(0.0));
        }
        sum = sum + seats;
        seats.store(&mut claim.seats, part);
    }
    sum
}

/// Where seats are missing, gives one to the claim with the smallest next key; where there are
/// too many, takes one from the claim with the largest last key, that is, with the smallest
/// negative of it. Claims with the same key move together (a tie, unless there is a seat for each
/// of them). Returns by how much the sum of seats changed.
///
/// A claim without seats loses none: its negated last key is infinite if `LATE`, and otherwise
/// not below zero while some claim with seats has one below zero.
#[inline(always)]
fn step_claims<V: Lanes, K: Keys<V>>(claims: &mut [Claim], keys: K, missing: V, part: usize) -> V {
    let zero = V::splat(0.0);
    let one = V::splat(1.0);
    let infinity = V::splat(f64::INFINITY);
    let surplus = missing.less(zero);
    let sign = V::splat(-1.0).select(surplus, one.select(zero.less(missing), zero));
    let shift = (keys.first() - keys.step()).select(surplus, keys.first());
    let mut smallest = infinity;
    for claim in &mut *claims {
        let (seats, weight) = (V::load(&claim.seats, part), V::load(&claim.weight, part));
        let mut key = keys.key(seats * keys.step() + shift, weight) * sign;
        if K::LATE {
            key = infinity.select(surplus & seats.less(one), key);
        }
        smallest = key.min(smallest);
        key.store(&mut claim.key, part);
    }
    let mut change = zero;
    for claim in claims {
        let moved = zero.select(smallest.less(V::load(&claim.key, part)), sign);
        change = change + moved;
        (V::load(&claim.seats, part) + moved).store(&mut claim.seats, part);
    }
    change
}

/// Draws in which every key handed out is provably below every key not handed out.
///
/// A claim without seats has handed out no key. Unless `LATE` its last key, of numerator
/// first − step <= 0, is not above zero (Hare: −vN), hence below every next key, and needs no
/// exception.
#[inline(always)]
fn certify<V: Lanes, K: Keys<V>>(claims: &[Claim], keys: K, part: usize) -> V::Mask {
    let mut last = V::splat(f64::NEG_INFINITY);
    let mut next = V::splat(f64::INFINITY);
    for claim in claims {
        let (seats, weight) = (V::load(&claim.seats, part), V::load(&claim.weight, part));
        let numerator = seats * keys.step() + keys.first();
        next = keys.key(numerator, weight).min(next);
        let mut key = keys.key(numerator - keys.step(), weight);
        if K::LATE {
            key = V::splat(f64::NEG_INFINITY).select(seats.less(V::splat(1.0)), key);
        }
        last = key.max(last);
    }
    keys.widen(last).less(next)
}
