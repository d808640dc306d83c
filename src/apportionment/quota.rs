//! Quota methods: whole quotas, then one seat more to the lists that come first.

use super::quota_rule::{Quota, QuotaRule};
use super::surplus;
use super::{Apportionment, ApportionmentError, Tie, Workspace};

/// Shares out `house_size` seats; `result.seats` holds the floors on entry. Some list has votes.
pub(super) fn apportion(
    rule: QuotaRule,
    votes: &[u64],
    floors: &[u32],
    house_size: u32,
    workspace: &mut Workspace,
    result: &mut Apportionment,
) -> Result<(), ApportionmentError> {
    let quota = rule.quota(votes, house_size)?;
    let awarded = award_whole_quotas(rule, quota, votes, workspace, &mut result.seats);
    let Some(left_over) = u64::from(house_size).checked_sub(awarded) else {
        if rule == QuotaRule::HagenbachBischoffRounded {
            let award = surplus::Award { quota, votes, floors, house_size };
            surplus::take_back(award, result);
            return Ok(());
        }
        return Err(ApportionmentError::OverAward { awarded, seats: house_size });
    };
    if left_over > 0 {
        // Hare leaves fewer seats over than there are lists with a remainder; Droop may not.
        let lists = votes.iter().filter(|&&votes| votes > 0).count() as u64;
        let (rounds, rest) = (saturated(left_over / lists), left_over % lists);
        if rounds > 0 {
            for (seats, &votes) in result.seats.iter_mut().zip(votes) {
                *seats += if votes > 0 { rounds } else { 0 };
            }
        }
        if let Ok(rest @ 1..) = usize::try_from(rest) {
            result.ties.extend(award_rest(rest, votes, workspace, &mut result.seats));
        }
    }
    Ok(())
}

/// Gives every list its whole quotas, or its floor if that is more, and returns how many seats that
/// takes. The workspace then holds what ranks the lists for the rest: the remainder, or the votes; a
/// list raised to its floor has none.
fn award_whole_quotas(
    rule: QuotaRule,
    quota: Quota,
    votes: &[u64],
    workspace: &mut Workspace,
    seats: &mut [u32],
) -> u64 {
    workspace.claims.clear();
    let mut awarded = 0_u64;
    for (seats, &votes) in seats.iter_mut().zip(votes) {
        let (whole, remainder) = quota.divide(votes);
        let floor = u64::from(*seats);
        workspace.claims.push(match rule {
            _ if floor > whole => 0,
            QuotaRule::HareStrongest => votes.into(),
            _ => remainder,
        });
        awarded += whole.max(floor);
        *seats = saturated(whole.max(floor));
    }
    awarded
}

/// One more seat to each of the `rest` lists with votes that rank first; equals at the edge are a tie.
fn award_rest(
    rest: usize,
    votes: &[u64],
    workspace: &mut Workspace,
    seats: &mut [u32],
) -> Option<Tie> {
    let Workspace { claims, ranking } = workspace;
    ranking.clear();
    ranking
        .extend(claims.iter().zip(votes).filter(|&(_, &votes)| votes > 0).map(|(&claim, _)| claim));
    let (larger, &mut last, smaller) =
        ranking.select_nth_unstable_by(rest - 1, |left, right| right.cmp(left));
    let equal_inside = 1 + larger.iter().filter(|&&claim| claim == last).count();
    let equal_outside = smaller.iter().filter(|&&claim| claim == last).count();
    let mut tie = Tie::new(Vec::new(), 0);
    for (list, (seats, &claim)) in seats.iter_mut().zip(claims.iter()).enumerate() {
        if votes[list] == 0 || claim < last {
            continue;
        }
        if claim == last && equal_outside > 0 {
            tie.lists.push(list);
        } else {
            *seats += 1;
        }
    }
    tie.open_seats = saturated(equal_inside as u64);
    (equal_outside > 0).then_some(tie)
}

pub(super) fn saturated(seats: u64) -> u32 {
    u32::try_from(seats).unwrap_or(u32::MAX)
}
