//! The guess: the only floating-point numbers near a seat. It counts only once certified.
#![expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a guess costs time if it is wrong, never a seat"
)]

use super::signposts::{Claim, Guess};

/// How often the multiplier is corrected before single steps take over.
const JUMPS: usize = 4;

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
