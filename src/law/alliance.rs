//! Alliances: lists that pool their votes for the distribution and share the seats inside.
//!
//! A pool stands in the distribution at the place of its first list, its head, so that everything
//! that works on lists works on pools too.

use crate::apportionment::{ApportionmentError, Method};

use super::{Allocation, AllocationError};

/// The lists of an alliance that compete, with what they won together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// Its lists, by index, ascending; the first is its head.
    pub members: Vec<usize>,
    /// The votes that count for it, multipliers applied.
    pub votes: u64,
    /// The seats it shares inside; under an open tie those that are certain.
    pub seats: u32,
    /// How it shares them.
    pub method: Method,
}

impl Pool {
    /// Its place in the distribution.
    pub(super) fn head(&self) -> usize {
        self.members[0]
    }

    /// `of` for its lists, 0 for all others.
    pub(super) fn only(&self, of: &[u64]) -> Vec<u64> {
        let mut own = vec![0; of.len()];
        for &list in &self.members {
            own[list] = of[list];
        }
        own
    }

    /// The list that the pool's next seat would go to, the first of several: `inside` says what each list
    /// has, ties included, and what it has for certain if the pool has so many seats.
    pub(super) fn next_in_line(
        &self,
        seats: u32,
        mut inside: impl FnMut(u32) -> Result<[Vec<u32>; 2], ApportionmentError>,
    ) -> Result<usize, ApportionmentError> {
        let ([_, now], [then, _]) = (inside(seats)?, inside(seats + 1)?);
        let gains = |&&list: &&usize| then[list] > now[list];
        Ok(self.members.iter().find(gains).copied().unwrap_or_else(|| self.head()))
    }
}

/// Moves the votes, floors and caps of every alliance with several competing lists to its head.
pub(super) fn pool(
    alliances: &[Vec<usize>],
    method: Method,
    votes: &mut [u64],
    floors: &mut [u32],
    caps: &mut [u32],
    allocation: &mut Allocation,
) -> Result<(), AllocationError> {
    for alliance in alliances {
        let competes = |list: &usize| allocation.admissions[*list].competes() && votes[*list] > 0;
        let members: Vec<usize> = alliance.iter().copied().filter(competes).collect();
        if members.len() < 2 {
            continue;
        }
        let (&head, partners) = members.split_first().expect("two lists");
        for &list in partners {
            let sum = votes[head].checked_add(std::mem::take(&mut votes[list]));
            votes[head] = sum.ok_or(AllocationError::TooManyVotes)?;
            add(floors, head, list);
            add(caps, head, list);
        }
        allocation.pools.push(Pool { members, votes: votes[head], seats: 0, method });
    }
    Ok(())
}

/// Adds the number of `list` to that of `head`; no limit stays no limit.
fn add(numbers: &mut [u32], head: usize, list: usize) {
    if !numbers.is_empty() {
        numbers[head] = numbers[head].saturating_add(numbers[list]);
    }
}
