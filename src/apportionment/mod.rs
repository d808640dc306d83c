//! From votes and a house size to seats: pure, exact, and the same on every machine.
//!
//! A method is either a *divisor method* (every seat goes to the highest quotient, votes divided by
//! the signpost of the seat) or a *quota method* (whole quotas first, left-over seats by the largest
//! remainders); the quota method of Balinski and Young is a bit of both. The result is the seats every list is certain of and the ties that only a rule outside
//! the method can settle.
//!
//! Sources: F. Pukelsheim, *Proportional Representation: Apportionment Methods and Their
//! Applications*, 2nd ed., Springer 2017; M. Balinski and H. P. Young, *Fair Representation*, 2nd ed.,
//! Brookings 2001.
#![deny(clippy::float_arithmetic)]

mod account;
mod axiom;
mod balinski_young;
mod catalogue;
mod divisor;
mod divisor_interval;
mod fraction;
mod guess;
mod last_seats;
mod method;
mod naive;
mod name;
mod natural_threshold;
mod parameter;
mod quota;
mod quota_rule;
mod quotient;
mod remainders_first;
mod signposts;
mod surplus;
mod tie;
mod wide;

pub use account::{
    Account, BalinskiYoungAccount, BalinskiYoungSeat, DivisorAccount, ListInLine, ListRemainder,
    QuotaAccount, RemaindersFirstAccount, SeatClaim, Start,
};
pub use axiom::Axiom;
pub use catalogue::{MethodEntry, catalogue};
pub use divisor_interval::DivisorInterval;
pub use fraction::Fraction;
pub use last_seats::last_seats;
pub use method::Method;
pub use naive::naive_highest_averages;
pub use name::UnknownMethod;
pub use natural_threshold::NaturalThresholds;
pub use parameter::{FirstDivisor, MeanOrder, ParameterError, RoundingPoint, WholeOrder};
pub use quotient::Quotient;
pub use remainders_first::apportion_remainders_first;
pub use tie::{LateClaim, RankedTie, Tie};

use crate::election::Share;
use method::{Rule, with_signposts};

/// Seats by list, with what a tie leaves open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apportionment {
    /// The seats each list has whichever way the ties are settled, in the order of the votes.
    pub seats: Vec<u32>,
    /// The ties; empty when the seats handed out are unique.
    pub ties: Vec<Tie>,
}

/// Seats that were shared out, with what they were shared out by.
#[derive(Clone, Copy, Debug)]
pub struct Apportioned<'a> {
    /// The method.
    pub method: Method,
    /// The share of a quota from which remainders count, where they come first
    /// ([`apportion_remainders_first`]).
    pub remainder_from: Option<Share>,
    /// The votes.
    pub votes: &'a [u64],
    /// The fewest seats of each list; empty for none.
    pub floors: &'a [u32],
    /// The seats that were shared out.
    pub house_size: u32,
    /// What each list has of them.
    pub seats: &'a [u32],
    /// The lists that won tied seats, in the order in which they did.
    pub served: &'a [usize],
}

impl Default for Apportioned<'_> {
    /// Nothing shared out by Hare's method.
    fn default() -> Self {
        Self {
            method: Method::Hare,
            remainder_from: None,
            votes: &[],
            floors: &[],
            house_size: 0,
            seats: &[],
            served: &[],
        }
    }
}

/// Why votes cannot be turned into seats.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApportionmentError {
    /// There are seats to give and no list has a vote.
    #[error("no list has any votes, so no seat can be given")]
    NoVotes,
    /// The guaranteed minimums are more than the house.
    #[error("the minimum seats of the lists add up to {floors}, but there are only {seats} seats")]
    FloorsExceedHouse {
        /// The sum of the minimums.
        floors: u64,
        /// The house size.
        seats: u32,
    },
    /// The votes are so few that the quota was rounded to nothing.
    #[error("the quota of {votes} votes for {seats} seats is 0 votes, so no seat has a price")]
    ZeroQuota {
        /// All votes.
        votes: u128,
        /// The house size.
        seats: u32,
    },
    /// The whole quotas are more than the house.
    #[error("the whole quotas award {awarded} seats, but there are only {seats}")]
    OverAward {
        /// The seats awarded.
        awarded: u64,
        /// The house size.
        seats: u32,
    },
}

/// Memory that repeated apportionments reuse.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    claims: Vec<u128>,
    ranking: Vec<u128>,
}

/// Shares out `house_size` seats in proportion to `votes`.
///
/// A list without votes never wins a seat. A house of no seats is a normal case and gives zeros.
///
/// # Errors
/// [`ApportionmentError`] if there are seats but no votes, or the quota awards more seats than there
/// are, or is 0.
///
/// ```
/// use kurultai::apportionment::{Method, apportion};
/// // The lists admitted in Kazakhstan in 2023, on 145 seats.
/// let votes = [3_431_510, 693_938, 547_154, 535_139, 432_920, 331_058];
/// let result = apportion(Method::Hare, &votes, 145)?;
/// assert_eq!(result.seats, [83, 17, 13, 13, 11, 8]);
/// assert!(result.ties.is_empty());
/// # Ok::<(), kurultai::apportionment::ApportionmentError>(())
/// ```
pub fn apportion(
    method: Method,
    votes: &[u64],
    house_size: u32,
) -> Result<Apportionment, ApportionmentError> {
    apportion_from_floors(method, votes, &[], house_size)
}

/// Shares out seats of which every list with votes has a guaranteed minimum.
///
/// Divisor methods start from the floors and hand out the rest. Quota methods give a list the larger
/// of its floor and its whole quotas; a list that its floor raised loses its remainder. `floors` runs
/// parallel to `votes`, or is empty for none.
///
/// # Errors
/// [`ApportionmentError`] if there are seats but no votes, the floors or the whole quotas take more than
/// the house, or the quota is 0.
///
/// # Panics
/// If `floors` is neither empty nor as long as `votes`.
pub fn apportion_from_floors(
    method: Method,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
) -> Result<Apportionment, ApportionmentError> {
    let mut result = Apportionment::default();
    apportion_into(method, votes, floors, house_size, &mut Workspace::default(), &mut result)?;
    Ok(result)
}

/// [`apportion_from_floors`] into a result whose memory is reused: nothing is allocated unless
/// there is a tie.
///
/// # Errors
/// As [`apportion_from_floors`].
///
/// # Panics
/// As [`apportion_from_floors`].
pub fn apportion_into(
    method: Method,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    workspace: &mut Workspace,
    result: &mut Apportionment,
) -> Result<(), ApportionmentError> {
    if !prepared(votes, floors, house_size, result)? {
        return Ok(());
    }
    with_signposts!(
        method.rule(),
        signposts => divisor::apportion(signposts, votes, floors, house_size, result),
        Rule::Quota(rule) => {
            return quota::apportion(rule, votes, floors, house_size, workspace, result);
        },
        Rule::BalinskiYoung => balinski_young::apportion(votes, house_size, result),
    );
    Ok(())
}

/// Puts the floors into `result`; whether seats are to be shared out beyond them.
fn prepared(
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    result: &mut Apportionment,
) -> Result<bool, ApportionmentError> {
    assert!(floors.is_empty() || floors.len() == votes.len(), "one floor a list, or none at all");
    result.ties.clear();
    result.seats.clear();
    result.seats.resize(votes.len(), 0);
    for ((seats, &votes), &floor) in result.seats.iter_mut().zip(votes).zip(floors) {
        *seats = if votes == 0 { 0 } else { floor };
    }
    let guaranteed: u64 = result.seats.iter().map(|&seats| u64::from(seats)).sum();
    if guaranteed > u64::from(house_size) {
        return Err(ApportionmentError::FloorsExceedHouse {
            floors: guaranteed,
            seats: house_size,
        });
    }
    if house_size == 0 {
        return Ok(false);
    }
    if votes.iter().all(|&votes| votes == 0) {
        return Err(ApportionmentError::NoVotes);
    }
    Ok(true)
}
