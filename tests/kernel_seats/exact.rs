//! The exact scalar allocation the batched seats are held against: integers only, seat by seat.

use kurultai::simulation::kernel::{Rule, Threshold};

/// One list of a scalar contest.
pub(crate) struct Entry {
    pub(crate) votes: u64,
    pub(crate) exempt: bool,
}

/// Seats by list and whether it is admitted; `None` if a tie leaves the seats open or nobody is
/// admitted.
pub(crate) fn allocate(
    lists: &[Entry],
    base: u64,
    threshold: Threshold,
    seats: u32,
    rule: Rule,
) -> (Option<Vec<u32>>, Vec<bool>) {
    let admitted: Vec<bool> = lists.iter().map(|list| admits(list, base, threshold)).collect();
    let votes: Vec<u64> =
        lists.iter().zip(&admitted).map(|(list, &yes)| if yes { list.votes } else { 0 }).collect();
    if !admitted.contains(&true) {
        return (None, admitted);
    }
    let result = match rule {
        Rule::Divisor { step, first } => divisor(&votes, seats, step.into(), first.into()),
        Rule::Hare => hare(&votes, seats),
    };
    (result, admitted)
}

fn admits(list: &Entry, base: u64, threshold: Threshold) -> bool {
    let votes = u128::from(list.votes) * u128::from(threshold.denominator);
    let needed = u128::from(base) * u128::from(threshold.numerator);
    let passes = list.exempt || if threshold.exceed { votes > needed } else { votes >= needed };
    list.votes > 0 && passes
}

/// Highest averages, one seat at a time.
fn divisor(votes: &[u64], seats: u32, step: u128, first: u128) -> Option<Vec<u32>> {
    let mut given = vec![0_u128; votes.len()];
    for _ in 0..seats {
        let mut best = usize::MAX;
        for list in 0..votes.len() {
            if votes[list] > 0
                && (best == usize::MAX
                    || u128::from(votes[list]) * (given[best] * step + first)
                        > u128::from(votes[best]) * (given[list] * step + first))
            {
                best = list;
            }
        }
        given[best] += 1;
    }
    // A tie: some list's last quotient equals another's next.
    for i in 0..votes.len() {
        for j in 0..votes.len() {
            if i != j && given[i] > 0 && votes[j] > 0 {
                let last = u128::from(votes[i]) * (given[j] * step + first);
                let next = u128::from(votes[j]) * ((given[i] - 1) * step + first);
                assert!(last >= next, "highest averages");
                if last == next {
                    return None;
                }
            }
        }
    }
    Some(given.iter().map(|&seats| seats as u32).collect())
}

fn hare(votes: &[u64], seats: u32) -> Option<Vec<u32>> {
    let total: u128 = votes.iter().map(|&v| u128::from(v)).sum();
    let product = |list: usize| u128::from(votes[list]) * u128::from(seats);
    let mut given: Vec<u32> = (0..votes.len()).map(|i| (product(i) / total) as u32).collect();
    let open = (seats - given.iter().sum::<u32>()) as usize;
    let mut order: Vec<usize> = (0..votes.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(product(i) % total));
    if open > 0 && open < votes.len() {
        let (won, lost) = (order[open - 1], order[open]);
        if product(won) % total == product(lost) % total {
            return None;
        }
    }
    for &list in &order[..open] {
        given[list] += 1;
    }
    Some(given)
}
