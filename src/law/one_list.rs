//! A single list above the threshold, and the runner-up beside it: Article 97-1 as amended in 2009.
//!
//! The text seen admits the runner-up, multiplies its quotient by 0.7 and gives it at least two seats.
//! It does not say how left-over seats are given; this program's reading is: ordinary remainders
//! first, one seat a list, and whatever is then left to the list that passed.

use crate::apportionment::{ApportionmentError, Tie};

/// Article 97-1 (2009): the runner-up has at least two seats.
const LEAST_SEATS: u32 = 2;
/// Article 97-1 (2009): its quotient is multiplied by 0.7.
const FACTOR: (u128, u128) = (7, 10);

/// The seats of the two lists, with the last one open between equal remainders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) leader: u32,
    pub(super) runner_up: u32,
    pub(super) is_tied: bool,
}

/// Shares out `house_size` seats between the list that passed and the runner-up, both with votes.
pub(super) fn share_out(
    leader: u64,
    runner_up: u64,
    house_size: u32,
) -> Result<Pair, ApportionmentError> {
    if house_size < LEAST_SEATS {
        return Err(ApportionmentError::FloorsExceedHouse {
            floors: LEAST_SEATS.into(),
            seats: house_size,
        });
    }
    // Quotients v·N/V over the common denominator 10·V: below 2^64 · 2^32 · 10, which fits in u128.
    let unit = (u128::from(leader) + u128::from(runner_up)) * FACTOR.1;
    let quotient = |votes: u64, factor: u128| {
        let scaled = u128::from(votes) * u128::from(house_size) * factor;
        let whole = u32::try_from(scaled / unit).unwrap_or(house_size).min(house_size);
        (whole, scaled % unit)
    };
    let (whole_leader, remainder_leader) = quotient(leader, FACTOR.1);
    let (mut whole, mut remainder) = quotient(runner_up, FACTOR.0);
    if whole < LEAST_SEATS {
        // Raised to the minimum, it loses its remainder.
        (whole, remainder) = (LEAST_SEATS, 0);
    }
    let left = house_size.saturating_sub(whole_leader + whole);
    let (gains, is_tied) = match left {
        0 => (false, false),
        1 => (remainder > remainder_leader, remainder > 0 && remainder == remainder_leader),
        _ => (remainder > 0, false),
    };
    let runner_up = whole + u32::from(gains);
    Ok(Pair { leader: house_size - runner_up - u32::from(is_tied), runner_up, is_tied })
}

/// The tie between the two.
pub(super) fn tie(leader: usize, runner_up: usize) -> Tie {
    Tie::new(vec![leader.min(runner_up), leader.max(runner_up)], 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(leader: u64, runner_up: u64, house_size: u32) -> (u32, u32, bool) {
        let pair = share_out(leader, runner_up, house_size).unwrap();
        (pair.leader, pair.runner_up, pair.is_tied)
    }

    #[test]
    fn the_runner_up_has_seven_tenths_of_its_quotient_and_two_seats_at_least() {
        // Quota 10: 80 whole; 0.7 · 20 = 14 whole; the other six go to the list that passed.
        assert_eq!(seats(800, 200, 100), (86, 14, false));
        // 0.7 · 15 = 10.5: the remainder wins one of the five seats left over.
        assert_eq!(seats(850, 150, 100), (89, 11, false));
        // 0.7 · 1 = 0.7, raised to two.
        assert_eq!(seats(990, 10, 100), (98, 2, false));
        assert_eq!(seats(5_247_720, 269_310, 98), (94, 4, false));
        assert!(share_out(10, 1, 1).is_err());
    }

    #[test]
    fn equal_remainders_for_the_last_seat_are_a_tie() {
        // Quota 1.7: the leader's 12 votes hold 7 1/17, the other's 0.7 · 50/17 = 2 1/17.
        assert_eq!(seats(12, 5, 10), (7, 2, true));
        // 2.5 and 1.75 raised to 2: the raised list has no remainder.
        assert_eq!(seats(1, 1, 5), (3, 2, false));
    }
}
