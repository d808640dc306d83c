//! Quota methods: whole quotas, then the largest remainders.

use super::{Apportionment, ApportionmentError, Fraction, Tie, Workspace};

/// How the quota, the price of a seat in votes, follows from votes and seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuotaRule {
    /// All votes over all seats, not rounded.
    Hare,
}

/// A quota kept as the fraction `votes / seats`, so that nothing is ever rounded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quota {
    votes: u128,
    seats: u32,
}

impl QuotaRule {
    pub(super) fn quota(self, votes: &[u64], house_size: u32) -> Quota {
        let total_votes = votes.iter().map(|&votes| u128::from(votes)).sum();
        match self {
            Self::Hare => Quota { votes: total_votes, seats: house_size },
        }
    }
}

impl Quota {
    /// The whole quotas in `votes` and what is left over, in units of one vote over `seats`.
    ///
    /// v·seats stays below 2^96; the usual counts fit in u64, where division is several times faster.
    pub(super) fn divide(self, votes: u64) -> (u32, u128) {
        if let (Ok(total), Some(product)) =
            (u64::try_from(self.votes), votes.checked_mul(self.seats.into()))
        {
            return (saturated((product / total).into()), (product % total).into());
        }
        let product = u128::from(votes) * u128::from(self.seats);
        (saturated(product / self.votes), product % self.votes)
    }

    /// The quota in votes per seat.
    pub(super) fn fraction(self) -> Fraction {
        Fraction::new(self.votes, self.seats.into())
    }

    /// What [`Quota::divide`] leaves over, in votes.
    pub(super) fn in_votes(self, remainder: u128) -> Fraction {
        Fraction::new(remainder, self.seats.into())
    }
}

fn saturated(seats: u128) -> u32 {
    u32::try_from(seats).unwrap_or(u32::MAX)
}

/// Shares out `house_size` seats; `result.seats` holds the floors on entry. Some list has votes.
pub(super) fn apportion(
    rule: QuotaRule,
    votes: &[u64],
    house_size: u32,
    workspace: &mut Workspace,
    result: &mut Apportionment,
) -> Result<(), ApportionmentError> {
    let quota = rule.quota(votes, house_size);
    let seats = &mut result.seats;
    workspace.remainders.clear();
    let mut awarded = 0;
    for (seats, &votes) in seats.iter_mut().zip(votes) {
        let (whole, remainder) = quota.divide(votes);
        let raised = *seats > whole;
        *seats = whole.max(*seats);
        workspace.remainders.push(if raised { 0 } else { remainder });
        awarded += u64::from(*seats);
    }
    let left_over = u64::from(house_size)
        .checked_sub(awarded)
        .ok_or(ApportionmentError::OverAward { awarded, seats: house_size })?;
    // The remainders add up to the left-over seats and each is less than one, so more lists have a
    // remainder than there are seats left, and a list without one never enters the ranking.
    if let Ok(left_over @ 1..) = usize::try_from(left_over) {
        result.ties.extend(award_remainders(left_over, workspace, seats));
    }
    Ok(())
}

/// One more seat to each of the `left_over` largest remainders; equals at the edge are a tie.
fn award_remainders(left_over: usize, workspace: &mut Workspace, seats: &mut [u32]) -> Option<Tie> {
    let Workspace { remainders, ranking } = workspace;
    ranking.clone_from(remainders);
    let (larger, &mut last, smaller) =
        ranking.select_nth_unstable_by(left_over - 1, |left, right| right.cmp(left));
    let equal_inside = 1 + larger.iter().filter(|&&remainder| remainder == last).count();
    let equal_outside = smaller.iter().filter(|&&remainder| remainder == last).count();
    for (seats, &remainder) in seats.iter_mut().zip(remainders.iter()) {
        let certain = remainder > last || (remainder == last && equal_outside == 0);
        *seats += u32::from(certain);
    }
    (equal_outside > 0).then(|| Tie {
        lists: (0..remainders.len()).filter(|&list| remainders[list] == last).collect(),
        open_seats: saturated(equal_inside as u128),
    })
}
