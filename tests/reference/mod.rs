//! A second implementation of the apportionment methods, slow and plain, written from their
//! definitions (Balinski and Young, *Fair Representation*; Pukelsheim, *Proportional
//! Representation*). It shares no code with the library: numbers are exact and of any size, seats
//! are handed out one at a time, and nothing is clever.
//!
//! A method is added by a line in [`Definition::named`].

pub(crate) mod balinski_young;
mod contest;
mod definition;
pub(crate) mod divisor;
mod exact;
pub(crate) mod law;
mod one_list;
mod quota;
mod residual;
pub(crate) mod settling;
pub(crate) mod threshold;

pub(crate) use definition::Definition;
pub(crate) use exact::Fraction;

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
    /// The quota was rounded to nothing.
    ZeroQuota,
}

/// Apportions `seats` among lists with these votes, each list with votes getting at least its floor.
///
/// A list without votes never gets a seat, so its floor counts for nothing.
pub(crate) fn apportion(
    definition: &Definition,
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
        Definition::WholeQuotas(quota, leftovers) => {
            quota::whole_quotas(*quota, *leftovers, votes, &floors, seats)
        }
        Definition::BalinskiYoung => Ok(balinski_young::quota_method(votes, &floors, seats)),
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
