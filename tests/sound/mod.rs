//! What holds for every answer, whatever implementation gave it.

use crate::case::{Case, as_outcome};
use crate::reference::divisor::Quotient;
use crate::reference::{Definition, Outcome, Undecided};

/// Panics unless the answer fills the house, keeps the floors, and is one that the method's definition
/// allows, with exactly the ties that it leaves.
pub(crate) fn assert_sound(case: &Case, outcome: &Outcome) {
    let open_seats: u32 = outcome.ties.iter().map(|tie| tie.open_seats).sum();
    let certain: u64 = outcome.certain.iter().map(|&seats| u64::from(seats)).sum();
    assert_eq!(certain + u64::from(open_seats), u64::from(case.seats), "{case}: {outcome:?}");
    for (list, &seats) in outcome.certain.iter().enumerate() {
        if case.votes[list] == 0 {
            assert_eq!(seats, 0, "{case}: a list without votes: {outcome:?}");
        } else {
            assert!(seats >= case.floors[list], "{case}: floor: {outcome:?}");
        }
    }
    for Undecided { lists, open_seats } in &outcome.ties {
        assert!(lists.is_sorted_by(|left, right| left < right), "{case}");
        assert!(lists.iter().all(|&list| case.votes[list] > 0), "{case}");
        assert!(
            *open_seats > 0 && (*open_seats as usize) < lists.len(),
            "{case}: no tie: {outcome:?}"
        );
    }
    match Definition::named(&case.method).expect("a known method") {
        Definition::HighestAverages(quotient) => {
            for seats in resolutions(outcome) {
                assert_highest_averages(case, outcome, &seats, &quotient);
            }
        }
        Definition::WholeQuotas(..) if case.method == "hare" => {
            for seats in resolutions(outcome) {
                assert_largest_remainders(case, outcome, &seats);
            }
        }
        // The reference counts out no house seat by seat for these: it is held against it everywhere.
        Definition::WholeQuotas(..) | Definition::BalinskiYoung => {}
    }
}

/// Enough ways to resolve the ties that for every two tied lists one of them has the first served
/// and the second not: the winners are neighbours in a circle, turned all the way round.
fn resolutions(outcome: &Outcome) -> Vec<Vec<u32>> {
    let Some(Undecided { lists, open_seats }) = outcome.ties.first() else {
        return vec![outcome.certain.clone()];
    };
    assert_eq!(outcome.ties.len(), 1, "these methods have one tie at most");
    (0..lists.len())
        .map(|start| {
            let mut seats = outcome.certain.clone();
            for &list in lists.iter().cycle().skip(start).take(*open_seats as usize) {
                seats[list] += 1;
            }
            seats
        })
        .collect()
}

/// No list's unserved claim is better than the worst claim that was served; the two are equal if
/// and only if there is a tie, and then every list with such a claim is in it.
fn assert_boundary<C: Ord>(
    case: &Case,
    outcome: &Outcome,
    seats: &[u32],
    served: impl Fn(usize, u32) -> Option<C>,
    unserved: impl Fn(usize, u32) -> Option<C>,
) {
    let claims = || (0..seats.len()).filter(|&list| case.votes[list] > 0);
    let worst_served = claims().filter_map(|list| served(list, seats[list])).min();
    let best_unserved = claims().filter_map(|list| unserved(list, seats[list])).max();
    let Some(tie) = outcome.ties.first() else {
        assert!(
            worst_served.is_none() || best_unserved.is_none() || worst_served > best_unserved,
            "{case}: {seats:?} is not the only answer, or is wrong"
        );
        return;
    };
    assert!(worst_served == best_unserved, "{case}: {seats:?} is wrong, or there is no tie");
    let tied: Vec<usize> =
        claims().filter(|&list| unserved(list, outcome.certain[list]) == best_unserved).collect();
    assert_eq!(tied, tie.lists, "{case}: who is tied");
}

/// A list's quotients above its floor: those of the seats it has were served, the next one was not.
fn assert_highest_averages(case: &Case, outcome: &Outcome, seats: &[u32], quotient: &Quotient) {
    let served = |list: usize, seats: u32| {
        (seats > case.floors[list]).then(|| quotient.of(case.votes[list], seats - 1))
    };
    let unserved = |list: usize, seats| Some(quotient.of(case.votes[list], seats));
    assert_boundary(case, outcome, seats, served, unserved);
}

/// Every list has its whole quotas, one more, or its floor if that is more; a remainder was served
/// if its list has one seat more.
fn assert_largest_remainders(case: &Case, outcome: &Outcome, seats: &[u32]) {
    let all: u128 = case.votes.iter().map(|&votes| u128::from(votes)).sum();
    if all == 0 {
        return;
    }
    let quotas = |list: usize| u128::from(case.votes[list]) * u128::from(case.seats);
    let raised = |list: usize| u128::from(case.floors[list]) > quotas(list) / all;
    for (list, &seats) in seats.iter().enumerate() {
        let (whole, seats) = (quotas(list) / all, u128::from(seats));
        if case.votes[list] > 0 && raised(list) {
            let floor = u128::from(case.floors[list]);
            assert_eq!(seats, floor, "{case}: list {list} was raised");
        } else {
            assert!(seats == whole || seats == whole + 1, "{case}: list {list} leaves its quota");
        }
    }
    let remainder = |list| (!raised(list)).then(|| quotas(list) % all);
    let has = |list, seats: u32, more: u128| u128::from(seats) == quotas(list) / all + more;
    let served = |list, seats| remainder(list).filter(|_| has(list, seats, 1));
    let unserved = |list, seats| remainder(list).filter(|_| has(list, seats, 0));
    assert_boundary(case, outcome, seats, served, unserved);
}

/// Holds the library's answer for a house far too large to be counted out against the definition alone,
/// or, for quota methods, against the reference, which does not count these out. Gives the answer, with
/// the case in a smaller house where the method needs one; none if there is no answer, or no way to
/// check it.
pub(crate) fn assert_sound_in_a_huge_house(mut case: Case) -> Option<(Case, Outcome)> {
    match &*case.method {
        // Seat by seat by definition.
        "balinski-young" => return None,
        // Its quotients have as many binary digits as there are seats.
        "macau" => case.seats %= 5_000,
        // The reference takes a surplus back seat by seat.
        "hagenbach-bischoff:rounded" => case.seats %= 100_000,
        _ => {}
    }
    if matches!(Definition::named(&case.method), Some(Definition::WholeQuotas(..))) {
        case.compared().unwrap_or_else(|disagreement| panic!("{disagreement}")).ok();
    }
    let outcome = as_outcome(&case.library().ok()?);
    assert_sound(&case, &outcome);
    Some((case, outcome))
}
