//! The guess: the only floating-point numbers near a seat. It counts only once certified.
#![expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a guess costs time if it is wrong, never a seat"
)]

use super::signposts::{Claim, Curve, Guess};

/// How often the multiplier is corrected before single steps take over.
const JUMPS: usize = 4;

/// Curves bend most at the first seat, where many small lists may come in at once: after some jumps along the
/// line the multiplier is halved between one that is too small and one that is too large.
const CURVED_JUMPS: usize = 6;
const CURVED_HALVINGS: usize = 40;

/// Logarithms need more corrections, since lists without seats drop out one by one.
const LOGARITHMIC_JUMPS: u32 = 40;

/// Guesses the seats of a house; lists without votes get none. Where it can, it also guesses a quotient
/// that stands between those awarded and those missed.
pub(super) fn guess(
    guess: Guess,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    seats: &mut [u32],
) -> Option<Claim> {
    match guess {
        Guess::Linear(rounding_point) => linear(rounding_point, votes, floors, house_size, seats),
        Guess::Curved(curve) => {
            if curve.starts_at_nothing()
                && floors.is_empty()
                && let Some(last) = first_seats(votes, house_size, seats)
            {
                return Some(last);
            }
            curved(curve, votes, floors, house_size, seats)
        }
        Guess::Logarithmic => {
            logarithmic(votes, floors, house_size, seats);
            None
        }
    }
}

/// Every list's votes times a common multiplier, rounded at the rounding point. Returns the claim of an
/// imagined list that just gains the whole house at that multiplier.
fn linear(
    rounding_point: f64,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    seats: &mut [u32],
) -> Option<Claim> {
    let house = f64::from(house_size);
    let (mut total_votes, mut lists) = (0.0, 0_u32);
    for &votes in votes {
        total_votes += votes as f64;
        lists += u32::from(votes > 0);
    }
    // Rounding at r loses r − 1/2 of a seat a list on average, so the multiplier makes up for it.
    let mut multiplier = (house + f64::from(lists) * (rounding_point - 0.5)) / total_votes;
    // Every floor bends the line of seats once more.
    for _ in 0..JUMPS + floors.len() {
        let awarded = round(multiplier, 1.0 - rounding_point, votes, house, seats);
        let raised = raise_to_floors(votes, floors, seats);
        let missing = house - awarded as f64 - raised.seats;
        if missing.abs() <= 2.0 {
            break;
        }
        // Lists held by their floors do not move with the multiplier.
        let free_votes = total_votes - raised.votes;
        multiplier += missing / if free_votes > 0.0 { free_votes } else { total_votes };
    }
    let votes = ((house - 1.0 + rounding_point) / multiplier) as u64;
    (votes > 0).then_some(Claim { votes, seat: house_size })
}

/// One seat each for the lists with most votes, where a house has no more seats than there are lists with
/// votes; returns the claim of the last of them.
fn first_seats(votes: &[u64], house_size: u32, seats: &mut [u32]) -> Option<Claim> {
    let house = usize::try_from(house_size).ok()?;
    let with_at_least = |least: u64| votes.iter().filter(|&&votes| votes >= least).count();
    if with_at_least(1) < house {
        return None;
    }
    // The most votes that as many lists have as there are seats: halving needs no memory, as sorting would.
    let most = *votes.iter().max()?;
    let mut last = if with_at_least(most) < house { 1 } else { most };
    let mut above = most;
    while above - last > 1 {
        let middle = last + (above - last) / 2;
        if with_at_least(middle) >= house {
            last = middle;
        } else {
            above = middle;
        }
    }
    let mut equal = house - votes.iter().filter(|&&votes| votes > last).count();
    for (seats, &votes) in seats.iter_mut().zip(votes) {
        *seats = u32::from(votes > last);
        if votes == last && equal > 0 {
            *seats = 1;
            equal -= 1;
        }
    }
    Some(Claim { votes: last, seat: 1 })
}

/// Every list's votes times a common multiplier, up to the last signpost that is not above.
fn curved(
    curve: Curve,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    seats: &mut [u32],
) -> Option<Claim> {
    let house = f64::from(house_size);
    let total_votes: f64 = votes.iter().map(|&votes| votes as f64).sum();
    let mut multiplier = house / total_votes;
    let (mut too_small, mut too_large) = (0.0, f64::INFINITY);
    let first = curve.signpost(0);
    for jump in 0..CURVED_JUMPS + floors.len().min(CURVED_JUMPS) + CURVED_HALVINGS {
        let (mut awarded, mut free_votes) = (0.0, 0.0);
        for (at, (seats, &votes)) in seats.iter_mut().zip(votes).enumerate() {
            let share = (votes as f64 * multiplier).min(house);
            let mut guess = (share + 0.5) as u32;
            if share < first {
                guess = 0;
            } else if guess > 0 && curve.signpost(guess - 1) > share {
                guess -= 1;
            } else if curve.signpost(guess) <= share {
                guess += 1;
            }
            let floor = floors.get(at).copied().unwrap_or(0);
            *seats = if votes == 0 { 0 } else { guess.clamp(floor, house_size.max(floor)) };
            awarded += f64::from(*seats);
            free_votes += if *seats > floor { votes as f64 } else { 0.0 };
        }
        let missing = house - awarded;
        if missing.abs() <= 2.0 {
            break;
        }
        if missing > 0.0 {
            too_small = multiplier;
        } else {
            too_large = multiplier;
        }
        let along = multiplier + missing / if free_votes > 0.0 { free_votes } else { total_votes };
        let is_between = along > too_small && along < too_large;
        multiplier = if jump < CURVED_JUMPS && is_between {
            along
        } else if too_large.is_finite() {
            f64::midpoint(too_small, too_large)
        } else {
            2.0 * multiplier
        };
    }
    let votes = ((house - 0.5) / multiplier) as u64;
    (votes > 0).then_some(Claim { votes, seat: house_size })
}

impl Curve {
    /// Whether nobody has a second seat before everybody has a first.
    const fn starts_at_nothing(self) -> bool {
        !matches!(self, Self::PowerMean(1..))
    }

    /// The signpost of the seat after the first `before` ones.
    fn signpost(self, before: u32) -> f64 {
        let (low, high) = (f64::from(before), f64::from(before) + 1.0);
        match self {
            Self::Dean => 2.0 * low * high / (low + high),
            Self::HuntingtonHill => (low * high).sqrt(),
            Self::PowerMean(order) => {
                let order = i32::from(order);
                let middle = f64::midpoint(low.powi(order), high.powi(order));
                middle.powf(1.0 / f64::from(order))
            }
        }
    }
}

/// Gives every list its votes times the multiplier plus the offset, rounded down; returns the sum, which stays
/// below 2^64: a house at most for each of fewer than 2^32 lists.
fn round(multiplier: f64, offset: f64, votes: &[u64], house: f64, seats: &mut [u32]) -> u64 {
    let mut awarded = 0_u64;
    for (seats, &votes) in seats.iter_mut().zip(votes) {
        let guess = (votes as f64 * multiplier + offset).min(house) as u32;
        *seats = if votes == 0 { 0 } else { guess };
        awarded = awarded.wrapping_add(u64::from(*seats));
    }
    awarded
}

/// What the lists held by their floors have.
struct Raised {
    /// Seats beyond their rounded ones.
    seats: f64,
    /// Votes.
    votes: f64,
}

fn raise_to_floors(votes: &[u64], floors: &[u32], seats: &mut [u32]) -> Raised {
    let mut raised = Raised { seats: 0.0, votes: 0.0 };
    for ((seats, &floor), &votes) in seats.iter_mut().zip(floors).zip(votes) {
        if votes > 0 && *seats <= floor {
            raised.seats += f64::from(floor - *seats);
            raised.votes += votes as f64;
            *seats = floor;
        }
    }
    raised
}

/// Signposts 2^s: a list holds log2(v / D) + 1 seats, rounded down, for a common divisor D.
fn logarithmic(votes: &[u64], floors: &[u32], house_size: u32, seats: &mut [u32]) {
    let house = f64::from(house_size);
    let lists = votes.iter().filter(|&&votes| votes > 0).count() as f64;
    let logarithms: f64 =
        votes.iter().filter(|&&votes| votes > 0).map(|&votes| (votes as f64).log2()).sum();
    // Rounding down loses half a seat a list on average.
    let mut divisor = (logarithms - house) / lists + 0.5;
    for _ in 0..LOGARITHMIC_JUMPS {
        let (mut awarded, mut free) = (0.0, 0.0);
        for (at, (seats, &votes)) in seats.iter_mut().zip(votes).enumerate() {
            let floor = floors.get(at).copied().unwrap_or(0);
            let guess = ((votes as f64).log2() - divisor + 1.0) as u32;
            *seats = if votes == 0 { 0 } else { guess.clamp(floor, house_size) };
            awarded += f64::from(*seats);
            free += if *seats > floor { 1.0 } else { 0.0 };
        }
        let missing = house - awarded;
        if missing.abs() <= lists {
            return;
        }
        divisor -= missing / f64::max(free, 1.0);
    }
}
