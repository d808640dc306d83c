//! Divisor methods by jump and step, with an exact certificate.
//!
//! A floating-point multiplier guesses every list's seats at once; exact steps then add, take away or
//! exchange single seats until no unawarded quotient is larger than an awarded one. That condition
//! alone decides the result (Pukelsheim 2017, 4.6), so the guess can only cost time, never a seat. The
//! cost does not grow with the house.

use std::cmp::Ordering;

use super::guess::guess;
use super::signposts::{Claim, Signposts};
use super::{Apportionment, Tie};

/// Shares out `house_size` seats; `result.seats` holds the floors on entry. Some list has votes.
pub(super) fn apportion(
    signposts: impl Signposts,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    result: &mut Apportionment,
) {
    let seats = &mut result.seats;
    guess(signposts.guess(), votes, floors, house_size, seats);
    if let Some(contested) = settle(signposts, votes, floors, house_size, seats) {
        result.ties.push(take_back_tie(signposts, contested, votes, floors, seats));
    }
}

/// Steps to the exact result: the house filled, and no quotient outside larger than one inside.
/// Returns the last awarded claim if an equal quotient stayed outside.
fn settle(
    signposts: impl Signposts,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    seats: &mut [u32],
) -> Option<Claim> {
    let mut awarded: u64 = seats.iter().map(|&seats| u64::from(seats)).sum();
    let house = u64::from(house_size);
    while awarded < house {
        let (list, _) = strongest_claim(signposts, votes, seats).expect("some list has votes");
        seats[list] += 1;
        awarded += 1;
    }
    while awarded > house {
        let (list, _) =
            weakest_holding(signposts, votes, floors, seats).expect("the floors fit in the house");
        seats[list] -= 1;
        awarded -= 1;
    }
    // Every exchange raises an awarded quotient, so this ends; after a good guess it never starts.
    loop {
        let (gainer, claim) = strongest_claim(signposts, votes, seats)?;
        let (loser, holding) = weakest_holding(signposts, votes, floors, seats)?;
        match signposts.compare(claim, holding) {
            Ordering::Greater => {
                seats[gainer] += 1;
                seats[loser] -= 1;
            }
            Ordering::Equal => return Some(holding),
            Ordering::Less => return None,
        }
    }
}

/// The largest quotient not awarded, and whose it is: the first missed seat.
pub(super) fn strongest_claim(
    signposts: impl Signposts,
    votes: &[u64],
    seats: &[u32],
) -> Option<(usize, Claim)> {
    let mut strongest: Option<(usize, Claim)> = None;
    for (list, (&votes, &seats)) in votes.iter().zip(seats).enumerate() {
        let (1.., Some(seat)) = (votes, seats.checked_add(1)) else { continue };
        let claim = Claim { votes, seat };
        if strongest.is_none_or(|(_, best)| signposts.compare(claim, best) == Ordering::Greater) {
            strongest = Some((list, claim));
        }
    }
    strongest
}

/// The smallest quotient awarded above the floors, and whose it is: the last seat won.
pub(super) fn weakest_holding(
    signposts: impl Signposts,
    votes: &[u64],
    floors: &[u32],
    seats: &[u32],
) -> Option<(usize, Claim)> {
    let mut weakest: Option<(usize, Claim)> = None;
    for (list, (&votes, &seats)) in votes.iter().zip(seats).enumerate() {
        if seats == 0 || floors.get(list).is_some_and(|&floor| seats <= floor) {
            continue;
        }
        let holding = Claim { votes, seat: seats };
        if weakest.is_none_or(|(_, worst)| signposts.compare(holding, worst) == Ordering::Less) {
            weakest = Some((list, holding));
        }
    }
    weakest
}

/// Takes back the seats held at the contested quotient, and says who has an equal claim to them.
fn take_back_tie(
    signposts: impl Signposts,
    contested: Claim,
    votes: &[u64],
    floors: &[u32],
    seats: &mut [u32],
) -> Tie {
    let mut tie = Tie { lists: Vec::new(), open_seats: 0 };
    for (list, (&votes, seats)) in votes.iter().zip(seats).enumerate() {
        let has_claim =
            |seat: u32| signposts.compare(Claim { votes, seat }, contested) == Ordering::Equal;
        let removable = *seats > floors.get(list).copied().unwrap_or(0);
        if removable && has_claim(*seats) {
            *seats -= 1;
            tie.open_seats += 1;
            tie.lists.push(list);
        } else if votes > 0 && has_claim(*seats + 1) {
            tie.lists.push(list);
        }
    }
    tie
}
