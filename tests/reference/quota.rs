//! Quota methods: whole quotas first, then the largest remainders.

use super::{Outcome, Refusal, served_or_tied};

/// Hare: the quota is V/N, so that a list with v votes holds v·N/V quotas.
///
/// The quota stays a fraction: whole quotas and remainder are those of v·N divided by V.
/// A list raised to its floor has had its remainder rounded up already and competes no more.
pub(super) fn largest_remainders(
    votes: &[u64],
    floors: &[u32],
    seats: u32,
) -> Result<Outcome, Refusal> {
    let all_votes: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
    let mut certain = Vec::new();
    let mut remainders = Vec::new();
    for (list, (&votes, &floor)) in votes.iter().zip(floors).enumerate() {
        // At most 2^64 · 2^32.
        let product = u128::from(votes) * u128::from(seats);
        let whole_quotas = u32::try_from(product / all_votes).expect("at most all seats");
        certain.push(whole_quotas.max(floor));
        if floor <= whole_quotas && votes > 0 {
            remainders.push((product % all_votes, list));
        }
    }
    let handed_out: u64 = certain.iter().map(|&seats| u64::from(seats)).sum();
    if handed_out > u64::from(seats) {
        return Err(Refusal::OverAward);
    }
    let left_over = seats - certain.iter().sum::<u32>();
    if left_over == 0 {
        return Ok(served_or_tied(certain, Vec::new(), 0));
    }
    remainders.sort_unstable_by(|left, right| right.cmp(left));
    // The remainder that wins the last seat; equal ones outside have the same claim.
    let (boundary, _) = remainders[left_over as usize - 1];
    let mut on_boundary = Vec::new();
    for (remainder, list) in remainders {
        if remainder > boundary {
            certain[list] += 1;
        } else if remainder == boundary {
            on_boundary.push(list);
        }
    }
    on_boundary.sort_unstable();
    let open_seats = seats - certain.iter().sum::<u32>();
    Ok(served_or_tied(certain, on_boundary, open_seats))
}
