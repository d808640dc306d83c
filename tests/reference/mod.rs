//! A second implementation of the apportionment methods, slow and plain, written from their
//! definitions (Balinski and Young, *Fair Representation*; Pukelsheim, *Proportional
//! Representation*). It shares no code with the library: numbers are exact and of any size, seats
//! are handed out one at a time, and nothing is clever.
//!
//! A method is added by a line in [`Definition::named`].

pub(crate) mod divisor;
mod exact;
pub(crate) mod law;
mod quota;
pub(crate) mod threshold;

pub(crate) use exact::Fraction;

/// How a method is defined.
#[derive(Clone, Copy)]
pub(crate) enum Definition {
    /// The next seat goes to the list with the highest quotient of its votes and a divisor that
    /// grows with the seats it has: `quotient(votes, seats_so_far)`.
    HighestAverages(fn(u64, u32) -> Fraction),
    /// Every list gets the whole quotas in its votes, what is left goes to the largest remainders.
    /// The quota is all votes divided by the seats.
    LargestRemainders,
}

impl Definition {
    /// The definition of the method that users call `name`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            // Divisors 1, 2, 3, …
            "dhondt" => Self::HighestAverages(|votes, seats| {
                Fraction::new(u128::from(votes), u128::from(seats) + 1)
            }),
            // Divisors 1, 3, 5, …
            "sainte-lague" => Self::HighestAverages(|votes, seats| {
                Fraction::new(u128::from(votes), 2 * u128::from(seats) + 1)
            }),
            "hare" => Self::LargestRemainders,
            _ => return None,
        })
    }
}

/// Who gets how many seats, and what is left to a lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// The seats each list has whatever a lot says.
    pub(crate) certain: Vec<u32>,
    /// The ties, if the set of seats handed out is not unique.
    pub(crate) ties: Vec<Undecided>,
}

/// Lists with equal claims to fewer seats than there are lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undecided {
    /// The lists, ascending.
    pub(crate) lists: Vec<usize>,
    /// The seats they compete for, at most one each.
    pub(crate) open_seats: u32,
}

/// Why there is no outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Refusal {
    /// Seats, but nobody has a vote.
    NoVotes,
    /// The floors alone need more seats than there are.
    FloorsAboveHouse,
    /// Floors and whole quotas together need more seats than there are.
    OverAward,
}

/// Apportions `seats` among lists with these votes, each list with votes getting at least its floor.
///
/// A list without votes never gets a seat, so its floor counts for nothing.
pub(crate) fn apportion(
    definition: Definition,
    votes: &[u64],
    floors: &[u32],
    seats: u32,
) -> Result<Outcome, Refusal> {
    assert_eq!(votes.len(), floors.len(), "one floor per list");
    let floors: Vec<u32> = floors
        .iter()
        .zip(votes)
        .map(|(&floor, &votes)| if votes == 0 { 0 } else { floor })
        .collect();
    let needed: u64 = floors.iter().map(|&floor| u64::from(floor)).sum();
    if seats > 0 && votes.iter().all(|&votes| votes == 0) {
        return Err(Refusal::NoVotes);
    }
    if needed > u64::from(seats) {
        return Err(Refusal::FloorsAboveHouse);
    }
    if seats == 0 {
        return Ok(Outcome { certain: vec![0; votes.len()], ties: Vec::new() });
    }
    match definition {
        Definition::HighestAverages(quotient) => {
            Ok(divisor::highest_averages(quotient, votes, &floors, seats))
        }
        Definition::LargestRemainders => quota::largest_remainders(votes, &floors, seats),
    }
}

/// Turns "these lists have a claim to these seats" into an outcome: no tie if all can be served.
fn served_or_tied(mut certain: Vec<u32>, lists: Vec<usize>, open_seats: u32) -> Outcome {
    if open_seats == 0 {
        return Outcome { certain, ties: Vec::new() };
    }
    if lists.len() == open_seats as usize {
        for list in lists {
            certain[list] += 1;
        }
        return Outcome { certain, ties: Vec::new() };
    }
    Outcome { certain, ties: vec![Undecided { lists, open_seats }] }
}
