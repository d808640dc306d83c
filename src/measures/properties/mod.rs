//! Properties that an allocation has or lacks, and the first list that shows the lack.
//!
//! Every function is exact, looks at votes and seats alone, and says nothing of the method. What it
//! returns is true whichever way open ties are settled, see [`SeatBounds`]; whole methods are judged by
//! their theorems in [`Axiom`](crate::apportionment::Axiom).
//!
//! Source: M. Balinski and H. P. Young, *Fair Representation*, 2nd ed. 2001, appendix A.

mod house_monotonicity;
mod majority;
mod new_states;
mod order_reversal;
mod population;
mod quota;
mod seat_bounds;

pub use house_monotonicity::house_paradox;
pub use majority::{Majority, lost_majority, manufactured_majority};
pub use new_states::new_states_paradox;
pub use order_reversal::{OrderReversal, order_reversal};
pub use population::{PopulationParadox, population_paradox};
pub use quota::{QuotaViolation, above_upper_quota, below_lower_quota};
pub use seat_bounds::{SeatBounds, SeatChange};

/// All votes.
fn total(votes: &[u64]) -> u128 {
    votes.iter().map(|&votes| u128::from(votes)).sum()
}
