//! Divisor methods by jump and step, with an exact certificate.
//!
//! A floating-point multiplier guesses every list's seats at once; exact steps then add or take away
//! single seats until the house is full. The certificate is a quotient that no missed seat exceeds and no
//! awarded one falls below: that alone decides the result (Pukelsheim 2017, 4.6), so the guess can only
//! cost time, never a seat. Without one, seats are exchanged until there is. The cost does not grow with
//! the house.

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
    let between = guess(signposts.guess(), votes, floors, house_size, seats);
    let between = fill(signposts, votes, floors, house_size, seats).or(between);
    let contested = match between.map(|between| divide(signposts, between, votes, floors, seats)) {
        Some(Division::Unique) => None,
        Some(Division::Tied) => between,
        Some(Division::Wrong) | None => exchange(signposts, votes, floors, seats),
    };
    if let Some(contested) = contested {
        result.ties.push(take_back_tie(signposts, contested, votes, floors, seats));
    }
}

/// Gives seats to the strongest claims, or takes them from the weakest holdings, until the house is
/// full. Returns the last of them, which then stands between what is awarded and what is not.
fn fill(
    signposts: impl Signposts,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    seats: &mut [u32],
) -> Option<Claim> {
    let mut awarded: u64 = seats.iter().map(|&seats| u64::from(seats)).sum();
    let house = u64::from(house_size);
    let mut between = None;
    while awarded < house {
        let (list, claim) = strongest_claim(signposts, votes, seats).expect("some list has votes");
        seats[list] += 1;
        awarded += 1;
        between = Some(claim);
    }
    while awarded > house {
        let (list, holding) =
            weakest_holding(signposts, votes, floors, seats).expect("the floors fit in the house");
        seats[list] -= 1;
        awarded -= 1;
        between = Some(holding);
    }
    between
}

/// How a quotient divides the awarded quotients from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Division {
    /// None awarded is smaller, none missed is larger, and only one side reaches it.
    Unique,
    /// None awarded is smaller, none missed is larger, and both sides reach it.
    Tied,
    /// Not at all.
    Wrong,
}

/// Holds every list's last seat and first missed one against one quotient, none waiting for another.
#[expect(clippy::needless_bitwise_bool, reason = "a branch on what is not known ahead costs more")]
fn divide(
    signposts: impl Signposts,
    between: Claim,
    votes: &[u64],
    floors: &[u32],
    seats: &[u32],
) -> Division {
    let (mut is_wrong, mut is_reached, mut is_held) = (false, false, false);
    for (list, (&votes, &seats)) in votes.iter().zip(seats).enumerate() {
        let missed = match seats.checked_add(1) {
            Some(seat) => signposts.compare(Claim { votes, seat }, between),
            None => Ordering::Less,
        };
        let can_miss = votes > 0;
        is_wrong |= can_miss & (missed == Ordering::Greater);
        is_reached |= can_miss & (missed == Ordering::Equal);
        let can_lose = seats > floors.get(list).copied().unwrap_or(0);
        let held = signposts.compare(Claim { votes, seat: seats.max(1) }, between);
        is_wrong |= can_lose & (held == Ordering::Less);
        is_held |= can_lose & (held == Ordering::Equal);
    }
    match (is_wrong, is_reached && is_held) {
        (true, _) => Division::Wrong,
        (false, true) => Division::Tied,
        (false, false) => Division::Unique,
    }
}

/// Exchanges single seats until no quotient outside is larger than one inside. Returns the last
/// awarded claim if an equal quotient stayed outside.
///
/// Every exchange raises an awarded quotient, so this ends; after a good guess it never starts.
fn exchange(
    signposts: impl Signposts,
    votes: &[u64],
    floors: &[u32],
    seats: &mut [u32],
) -> Option<Claim> {
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
    let mut claims = votes.iter().zip(seats).enumerate().filter_map(|(list, (&votes, &seats))| {
        let seat = seats.checked_add(1)?;
        (votes > 0).then_some((list, Claim { votes, seat }))
    });
    let first = claims.next()?;
    Some(claims.fold(first, |best, next| {
        let is_stronger = signposts.compare(next.1, best.1) == Ordering::Greater;
        if is_stronger { next } else { best }
    }))
}

/// The smallest quotient awarded above the floors, and whose it is: the last seat won.
pub(super) fn weakest_holding(
    signposts: impl Signposts,
    votes: &[u64],
    floors: &[u32],
    seats: &[u32],
) -> Option<(usize, Claim)> {
    let mut holdings = votes.iter().zip(seats).enumerate().filter_map(|(list, (&votes, &seat))| {
        let floor = floors.get(list).copied().unwrap_or(0);
        (seat > floor).then_some((list, Claim { votes, seat }))
    });
    let first = holdings.next()?;
    Some(holdings.fold(first, |worst, next| {
        let is_weaker = signposts.compare(next.1, worst.1) == Ordering::Less;
        if is_weaker { next } else { worst }
    }))
}

/// Takes back the seats held at the contested quotient, and says who has an equal claim to them.
fn take_back_tie(
    signposts: impl Signposts,
    contested: Claim,
    votes: &[u64],
    floors: &[u32],
    seats: &mut [u32],
) -> Tie {
    let mut tie = Tie::new(Vec::new(), 0);
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
