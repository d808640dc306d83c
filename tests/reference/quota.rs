//! Quota methods: whole quotas first, then one seat more to the lists that come first.

use super::{Outcome, Refusal, served_or_tied};

/// The quota as a fraction, from all votes and all seats.
pub(crate) type Quota = fn(u128, u128) -> (u128, u128);

/// Who gets what the whole quotas leave over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leftovers {
    /// The largest remainders.
    Remainders,
    /// The largest remainders; too many whole quotas are taken back from the smallest ones, of
    /// equal remainders from the fewest votes.
    RemaindersAndBack,
    /// The most votes.
    Strongest,
}

/// A list once it has its whole quotas.
struct Standing {
    list: usize,
    votes: u64,
    floor: u32,
    remainder: u128,
}

/// The quota stays a fraction p/q: the whole quotas and the remainder of v votes are those of v·q
/// divided by p. A list raised to its floor has lost its remainder.
pub(super) fn whole_quotas(
    quota: Quota,
    leftovers: Leftovers,
    votes: &[u64],
    floors: &[u32],
    seats: u32,
) -> Result<Outcome, Refusal> {
    let all_votes: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
    let (price, scale) = quota(all_votes, seats.into());
    if price == 0 {
        return Err(Refusal::ZeroQuota);
    }
    let mut held: Vec<u64> = vec![0; votes.len()];
    let mut standings = Vec::new();
    for list in (0..votes.len()).filter(|&list| votes[list] > 0) {
        let product = u128::from(votes[list]) * scale;
        let whole = u64::try_from(product / price).expect("at most all votes");
        let floor = floors[list];
        held[list] = whole.max(floor.into());
        let raised = whole < u64::from(floor);
        let remainder = match leftovers {
            _ if raised => 0,
            Leftovers::Strongest => votes[list].into(),
            _ => product % price,
        };
        standings.push(Standing { list, votes: votes[list], floor, remainder });
    }
    let handed_out: u64 = held.iter().sum();
    match (u64::from(seats).checked_sub(handed_out), leftovers) {
        (Some(left_over), _) => Ok(give(left_over, &standings, held)),
        (None, Leftovers::RemaindersAndBack) => {
            Ok(take_back(handed_out - u64::from(seats), standings, held))
        }
        (None, _) => Err(Refusal::OverAward),
    }
}

fn in_seats(held: Vec<u64>) -> Vec<u32> {
    held.into_iter().map(|seats| u32::try_from(seats).expect("at most all seats")).collect()
}

/// Round after round in the same order; within the last round, lists with equal remainders tie.
fn give(left_over: u64, standings: &[Standing], mut held: Vec<u64>) -> Outcome {
    let lists = standings.len() as u64;
    for standing in standings {
        held[standing.list] += left_over / lists;
    }
    let mut certain = in_seats(held);
    let left_over = u32::try_from(left_over % lists).expect("fewer than lists");
    if left_over == 0 {
        return served_or_tied(certain, Vec::new(), 0);
    }
    let mut remainders: Vec<(u128, usize)> =
        standings.iter().map(|standing| (standing.remainder, standing.list)).collect();
    remainders.sort_unstable_by(|left, right| right.cmp(left));
    // The remainder that wins the last seat; equal ones outside have the same claim.
    let (boundary, _) = remainders[left_over as usize - 1];
    let mut on_boundary = Vec::new();
    let mut open_seats = left_over;
    for (remainder, list) in remainders {
        if remainder > boundary {
            certain[list] += 1;
            open_seats -= 1;
        } else if remainder == boundary {
            on_boundary.push(list);
        }
    }
    on_boundary.sort_unstable();
    served_or_tied(certain, on_boundary, open_seats)
}

/// One seat at a time, round after round, from the lists above their floor.
fn take_back(mut surplus: u64, mut standings: Vec<Standing>, mut held: Vec<u64>) -> Outcome {
    let rank = |standing: &Standing| (standing.remainder, standing.votes);
    standings.sort_by_key(rank);
    loop {
        let round: Vec<&Standing> =
            standings.iter().filter(|one| held[one.list] > u64::from(one.floor)).collect();
        if surplus >= round.len() as u64 {
            for standing in &round {
                held[standing.list] -= 1;
                surplus -= 1;
            }
            continue;
        }
        // The first who keeps its seat, if all before lose one.
        let boundary = rank(round[usize::try_from(surplus).expect("few")]);
        let before = round.iter().filter(|one| rank(one) < boundary);
        let mut equal: Vec<usize> =
            round.iter().filter(|one| rank(one) == boundary).map(|one| one.list).collect();
        equal.sort_unstable();
        for standing in before {
            held[standing.list] -= 1;
            surplus -= 1;
        }
        if surplus == 0 {
            return served_or_tied(in_seats(held), Vec::new(), 0);
        }
        for &list in &equal {
            held[list] -= 1;
        }
        let kept = u32::try_from(equal.len() as u64 - surplus).expect("few");
        return served_or_tied(in_seats(held), equal, kept);
    }
}
