//! Divisor methods: highest averages, one seat at a time.

use std::sync::Arc;

use super::{Fraction, Outcome, served_or_tied};

/// The quotient of a list's next seat, from its votes and the seats it has.
#[derive(Clone)]
pub(crate) struct Quotient(Arc<dyn Fn(u64, u32) -> Option<Fraction> + Send + Sync>);

/// A quotient's place among others: infinite ones before all, and among themselves by votes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Average {
    pub(super) votes_if_infinite: u64,
    pub(super) finite: Fraction,
}

impl Quotient {
    pub(super) fn new(
        quotient: impl Fn(u64, u32) -> Option<Fraction> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(quotient))
    }

    /// The quotient for these votes and seats so far.
    pub(crate) fn of(&self, votes: u64, seats: u32) -> Average {
        match self.0(votes, seats) {
            Some(finite) => Average { votes_if_infinite: 0, finite },
            None => Average { votes_if_infinite: votes, finite: Fraction::new(0, 1) },
        }
    }
}

/// Hands out the seats above the floors one by one, each to the highest quotient, then asks which
/// of them could have gone elsewhere.
pub(super) fn highest_averages(
    quotient: &Quotient,
    votes: &[u64],
    floors: &[u32],
    seats: u32,
) -> Outcome {
    let mut awarded = floors.to_vec();
    let mut last_awarded = None;
    let mut next: Vec<Option<Average>> = (votes.iter().zip(&awarded))
        .map(|(&votes, &seats)| (votes > 0).then(|| quotient.of(votes, seats)))
        .collect();
    for _ in floors.iter().sum::<u32>()..seats {
        // Of equal quotients, `max_by` takes the last list: any of them would do here.
        let (winner, highest) = (next.iter().enumerate())
            .filter_map(|(list, average)| Some((list, average.as_ref()?)))
            .max_by(|(_, left), (_, right)| left.cmp(right))
            .expect("a list with votes");
        last_awarded = Some(highest.clone());
        awarded[winner] += 1;
        next[winner] = Some(quotient.of(votes[winner], awarded[winner]));
    }
    match last_awarded {
        None => served_or_tied(awarded, Vec::new(), 0),
        Some(boundary) => at_boundary(quotient, votes, floors, seats, &boundary),
    }
}

/// Quotients above that of the last seat are certain; those equal to it compete for what is left.
fn at_boundary(
    quotient: &Quotient,
    votes: &[u64],
    floors: &[u32],
    seats: u32,
    boundary: &Average,
) -> Outcome {
    let mut certain = floors.to_vec();
    let mut on_boundary = Vec::new();
    for list in (0..votes.len()).filter(|&list| votes[list] > 0) {
        while quotient.of(votes[list], certain[list]) > *boundary {
            certain[list] += 1;
        }
        if quotient.of(votes[list], certain[list]) == *boundary {
            on_boundary.push(list);
        }
    }
    let open_seats = seats - certain.iter().sum::<u32>();
    served_or_tied(certain, on_boundary, open_seats)
}

/// The same by the table of quotients that newspapers print: all quotients of all lists, sorted,
/// and a line drawn under as many as there are seats. It checks the reference itself.
pub(crate) fn by_sorting_all_quotients(
    quotient: &Quotient,
    votes: &[u64],
    floors: &[u32],
    seats: u32,
) -> Outcome {
    let mut table = Vec::new();
    for list in (0..votes.len()).filter(|&list| votes[list] > 0) {
        // One more than there are seats, so that there is always a quotient below the line.
        for held in floors[list]..=floors[list] + seats {
            table.push((quotient.of(votes[list], held), list));
        }
    }
    table.sort_by(|(left, _), (right, _)| right.cmp(left));
    let to_give = (seats - floors.iter().sum::<u32>()) as usize;
    let (above, below) = table.split_at(to_give);
    let Some((last, _)) = above.last() else {
        return served_or_tied(floors.to_vec(), Vec::new(), 0);
    };
    let mut certain = floors.to_vec();
    for (_, list) in above.iter().filter(|(value, _)| value > last) {
        certain[*list] += 1;
    }
    let equal = above.iter().chain(below).filter(|(value, _)| value == last);
    let mut lists: Vec<usize> = equal.map(|&(_, list)| list).collect();
    lists.sort_unstable();
    let open_seats = seats - certain.iter().sum::<u32>();
    served_or_tied(certain, lists, open_seats)
}
