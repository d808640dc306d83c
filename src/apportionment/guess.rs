//! The guess: the only floating-point numbers near a seat. It counts only once certified.
#![expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a guess costs time if it is wrong, never a seat"
)]

use super::signposts::Guess;

/// How often the multiplier is corrected before single steps take over.
const JUMPS: u32 = 4;

/// Logarithms need more corrections, since lists without seats drop out one by one.
const LOGARITHMIC_JUMPS: u32 = 40;

/// Guesses the seats of a house; lists without votes get none.
pub(super) fn guess(
    guess: Guess,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    seats: &mut [u32],
) {
    match guess {
        Guess::Linear(rounding_point) => linear(rounding_point, votes, floors, house_size, seats),
        Guess::Logarithmic => logarithmic(votes, floors, house_size, seats),
    }
}

/// Every list's votes times a common multiplier, rounded at the rounding point.
fn linear(rounding_point: f64, votes: &[u64], floors: &[u32], house_size: u32, seats: &mut [u32]) {
    let house = f64::from(house_size);
    let (mut total_votes, mut lists) = (0.0, 0.0);
    for &votes in votes {
        total_votes += votes as f64;
        lists += if votes == 0 { 0.0 } else { 1.0 };
    }
    // Rounding at r loses r − 1/2 of a seat a list on average, so the multiplier makes up for it.
    let mut multiplier = (house + lists * (rounding_point - 0.5)) / total_votes;
    for _ in 0..JUMPS {
        let mut awarded = 0.0;
        for (at, (seats, &votes)) in seats.iter_mut().zip(votes).enumerate() {
            let floor = floors.get(at).copied().unwrap_or(0);
            let guess = (votes as f64 * multiplier + 1.0 - rounding_point) as u32;
            *seats = if votes == 0 { 0 } else { guess.clamp(floor, house_size) };
            awarded += f64::from(*seats);
        }
        let missing = house - awarded;
        if missing.abs() <= 2.0 {
            return;
        }
        multiplier += missing / total_votes;
    }
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
