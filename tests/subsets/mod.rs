//! Coalitions and power from their definitions: every subset, every order, nothing clever.

/// The seats of a set of lists, written as bits.
fn seats_of(seats: &[u32], set: u32) -> u64 {
    (0..seats.len()).filter(|list| set >> list & 1 == 1).map(|list| u64::from(seats[list])).sum()
}

fn wins(seats: &[u32], set: u32, quota: u32) -> bool {
    seats_of(seats, set) >= u64::from(quota)
}

fn members(set: u32) -> impl Iterator<Item = usize> {
    (0..32).filter(move |list| set >> list & 1 == 1)
}

/// The sets that win, and that no single member can leave.
pub(crate) fn minimal_winning(seats: &[u32], quota: u32) -> Vec<Vec<usize>> {
    let needs_all = |set: u32| members(set).all(|list| !wins(seats, set & !(1 << list), quota));
    let found = (0..1_u32 << seats.len()).filter(|&set| wins(seats, set, quota) && needs_all(set));
    found.map(|set| members(set).collect()).collect()
}

/// The sets whose complement does not win, and does as soon as a member changes sides.
pub(crate) fn minimal_blocking(seats: &[u32], quota: u32) -> Vec<Vec<usize>> {
    let all = (1_u32 << seats.len()) - 1;
    let blocks = |set: u32| !wins(seats, all & !set, quota);
    let needs_all = |set: u32| members(set).all(|list| !blocks(set & !(1 << list)));
    let found = (0..=all).filter(|&set| blocks(set) && needs_all(set));
    found.map(|set| members(set).collect()).collect()
}

/// The sets that do not win, and do once the list joins.
pub(crate) fn swings(seats: &[u32], quota: u32, list: usize) -> u128 {
    let swings = |&set: &u32| {
        set >> list & 1 == 0 && !wins(seats, set, quota) && wins(seats, set | 1 << list, quota)
    };
    (0..1_u32 << seats.len()).filter(swings).map(|_| 1).sum()
}

/// How often each list is the one that reaches the quota, over all orders in which lists join.
pub(crate) fn pivots(seats: &[u32], quota: u32) -> Vec<u128> {
    let mut pivots = vec![0; seats.len()];
    let mut order: Vec<usize> = (0..seats.len()).collect();
    each_order(&mut order, 0, &mut |order| {
        let mut sum = 0_u64;
        for &list in order {
            let before = sum;
            sum += u64::from(seats[list]);
            if before < u64::from(quota) && sum >= u64::from(quota) {
                pivots[list] += 1;
            }
        }
    });
    pivots
}

fn each_order(order: &mut [usize], fixed: usize, visit: &mut impl FnMut(&[usize])) {
    if fixed == order.len() {
        return visit(order);
    }
    for place in fixed..order.len() {
        order.swap(fixed, place);
        each_order(order, fixed + 1, visit);
        order.swap(fixed, place);
    }
}
