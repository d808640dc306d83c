//! The yardstick of every ratio.

/// The yardstick: highest averages one seat at a time, quotients v / (step·s + 1) compared by cross
/// products in u128, no memory allocated.
pub(crate) fn naive_highest_averages(step: u64, votes: &[u64], house_size: u32, seats: &mut [u32]) {
    seats.fill(0);
    let divisor = |seats: u32| u128::from(step * u64::from(seats) + 1);
    for _ in 0..house_size {
        let mut best = 0;
        for list in 1..votes.len() {
            let challenger = u128::from(votes[list]) * divisor(seats[best]);
            if challenger > u128::from(votes[best]) * divisor(seats[list]) {
                best = list;
            }
        }
        seats[best] += 1;
    }
}
