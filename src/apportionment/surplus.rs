//! Seats taken back where a rounded quota awards more than there are.

use super::quota::saturated;
use super::quota_rule::Quota;
use super::{Apportionment, Tie};

/// What the seats are taken back from.
#[derive(Clone, Copy)]
pub(super) struct Award<'a> {
    pub(super) quota: Quota,
    pub(super) votes: &'a [u64],
    pub(super) floors: &'a [u32],
    pub(super) house_size: u32,
}

/// A list above its floor, with what decides when it gives a seat back.
#[derive(Clone, Copy)]
struct Giver {
    list: usize,
    remainder: u128,
    votes: u64,
    removable: u64,
}

impl Giver {
    fn rank(&self) -> (u128, u64) {
        (self.remainder, self.votes)
    }
}

/// Whole quotas, or floors if they are more, less the surplus: one seat a list in each round, from
/// the smallest remainder on, of equals the fewest votes. No list falls below its floor.
pub(super) fn take_back(award: Award<'_>, result: &mut Apportionment) {
    let Award { quota, votes, floors, house_size } = award;
    let mut givers = Vec::new();
    let mut awarded = 0_u64;
    let mut seats: Vec<u64> = Vec::with_capacity(votes.len());
    for (list, &votes) in votes.iter().enumerate() {
        let (whole, remainder) = quota.divide(votes);
        let floor = if votes == 0 { 0 } else { floors.get(list).copied().unwrap_or(0).into() };
        seats.push(whole.max(floor));
        awarded += whole.max(floor);
        if whole > floor {
            givers.push(Giver { list, remainder, votes, removable: whole - floor });
        }
    }
    givers.sort_by_key(|giver| (giver.rank(), giver.list));
    let mut surplus = awarded - u64::from(house_size);
    // Whole rounds, as many at once as every giver can give.
    while surplus >= givers.len() as u64 {
        let fewest = givers.iter().map(|giver| giver.removable).min().unwrap_or(u64::MAX);
        let rounds = fewest.min(surplus / givers.len() as u64);
        for giver in &mut givers {
            giver.removable -= rounds;
            seats[giver.list] -= rounds;
        }
        surplus -= rounds * givers.len() as u64;
        givers.retain(|giver| giver.removable > 0);
        if surplus == 0 {
            break;
        }
    }
    if let Ok(surplus @ 1..) = usize::try_from(surplus) {
        result.ties.extend(last_round(surplus, &givers, &mut seats));
    }
    for (result, seats) in result.seats.iter_mut().zip(seats) {
        *result = saturated(seats);
    }
}

/// Takes one seat from each of the first `surplus` givers; equals at the edge tie for those that stay.
fn last_round(surplus: usize, givers: &[Giver], seats: &mut [u64]) -> Option<Tie> {
    let last = givers[surplus - 1].rank();
    let equal: Vec<usize> =
        givers.iter().filter(|giver| giver.rank() == last).map(|giver| giver.list).collect();
    let smaller = givers.iter().take_while(|giver| giver.rank() < last).count();
    for giver in &givers[..smaller + equal.len()] {
        seats[giver.list] -= 1;
    }
    let kept = smaller + equal.len() - surplus;
    (kept > 0).then(|| Tie::new(equal, saturated(kept as u64)))
}
