//! The quota method of Balinski and Young, one seat at a time.

use std::collections::BTreeSet;

use super::{Fraction, Outcome, Undecided};

/// At the h-th seat the lists with s < v·h / V are eligible; these of them have the largest v / (s+1).
fn candidates(votes: &[u64], held: &[u32], step: u32) -> Vec<usize> {
    let all_votes: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
    let quotient = |list: usize| Fraction::new(u128::from(votes[list]), u128::from(held[list]) + 1);
    let eligible: Vec<usize> = (0..votes.len())
        .filter(|&list| {
            u128::from(held[list]) * all_votes < u128::from(votes[list]) * u128::from(step)
        })
        .collect();
    let best = eligible.iter().map(|&list| quotient(list)).max().expect("an eligible list");
    eligible.into_iter().filter(|&list| quotient(list) == best).collect()
}

/// The house that grows seat by seat, each of several candidates with what all have so far chosen by
/// `choose`.
pub(super) fn grow(
    votes: &[u64],
    floors: &[u32],
    seats: u32,
    choose: &mut dyn FnMut(&[usize], &[u32]) -> usize,
) -> Vec<u32> {
    let mut held = floors.to_vec();
    for step in floors.iter().sum::<u32>() + 1..=seats {
        let candidates = candidates(votes, &held, step);
        let winner = match candidates[..] {
            [only] => only,
            _ => choose(&candidates, &held),
        };
        held[winner] += 1;
    }
    held
}

/// One way through the ties: `last` of the tied lists is served only if there is no other, `first`
/// before all others. Says also whether there was a tie at all.
fn run(
    votes: &[u64],
    floors: &[u32],
    seats: u32,
    first: Option<usize>,
    last: Option<usize>,
) -> (Vec<u32>, bool) {
    let mut held = floors.to_vec();
    let mut tied = false;
    for step in floors.iter().sum::<u32>() + 1..=seats {
        let candidates = candidates(votes, &held, step);
        tied |= candidates.len() > 1;
        let other = candidates.iter().copied().find(|&list| Some(list) != last);
        let favourite = candidates.iter().copied().find(|&list| Some(list) == first);
        held[favourite.or(other).unwrap_or(candidates[0])] += 1;
    }
    (held, tied)
}

/// What a list has for certain is what it has if every lot goes against it.
pub(super) fn quota_method(votes: &[u64], floors: &[u32], seats: u32) -> Outcome {
    let (one_way, tied) = run(votes, floors, seats, None, None);
    if !tied {
        return Outcome { certain: one_way, ties: Vec::new() };
    }
    let certain: Vec<u32> =
        (0..votes.len()).map(|list| run(votes, floors, seats, None, Some(list)).0[list]).collect();
    let contested = (0..votes.len())
        .filter(|&list| run(votes, floors, seats, Some(list), None).0[list] > certain[list]);
    // Lists tie with those that have the same quotient.
    let mut groups: Vec<(Fraction, Undecided)> = Vec::new();
    for list in contested {
        let quotient = Fraction::new(u128::from(votes[list]), u128::from(certain[list]) + 1);
        let won = one_way[list] - certain[list];
        match groups.iter_mut().find(|(equal, _)| *equal == quotient) {
            Some((_, group)) => {
                group.lists.push(list);
                group.open_seats += won;
            }
            None => groups.push((quotient, Undecided { lists: vec![list], open_seats: won })),
        }
    }
    Outcome { certain, ties: groups.into_iter().map(|(_, group)| group).collect() }
}

/// Every result that some lots lead to, unless there are more than `most` on the way.
pub(crate) fn every_result(
    votes: &[u64],
    floors: &[u32],
    seats: u32,
    most: usize,
) -> Option<BTreeSet<Vec<u32>>> {
    let mut states = BTreeSet::from([floors.to_vec()]);
    for step in floors.iter().sum::<u32>() + 1..=seats {
        let mut next = BTreeSet::new();
        for held in states {
            for list in candidates(votes, &held, step) {
                let mut held = held.clone();
                held[list] += 1;
                next.insert(held);
            }
        }
        if next.len() > most {
            return None;
        }
        states = next;
    }
    Some(states)
}
