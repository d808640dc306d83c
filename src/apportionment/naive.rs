//! The straightforward loop: a yardstick for speed, and a reading of the rule anyone can check.

/// Highest averages one seat at a time, with the quotients v / (step·s + first) compared by cross products:
/// for every seat every list is looked at. Equal quotients go to the list named first; no memory is
/// allocated. [`apportion_into`](super::apportion_into) gives the same seats and finds ties.
///
/// ```
/// use kurultai::apportionment::naive_highest_averages;
/// let mut seats = [0; 3];
/// naive_highest_averages((1, 1), &[60, 30, 11], 10, &mut seats);
/// assert_eq!(seats, [6, 3, 1]);
/// ```
///
/// # Panics
/// If `votes` and `seats` are not as long, or there is a seat and no list.
pub fn naive_highest_averages(
    (step, first): (u32, u32),
    votes: &[u64],
    house_size: u32,
    seats: &mut [u32],
) {
    assert_eq!(votes.len(), seats.len(), "seats for every list");
    seats.fill(0);
    let divisor = |seats: u32| u128::from(u64::from(step) * u64::from(seats) + u64::from(first));
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
