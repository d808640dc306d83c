//! Swings by going through all subsets: fastest for a few lists.

/// Calls `swing(player, others)` for every set of `others` many players that does not reach the quota and
/// does with the player. `sums` is memory to use again.
pub(super) fn for_each_swing(
    weights: &[u64],
    quota: u32,
    sums: &mut Vec<u64>,
    mut swing: impl FnMut(usize, usize),
) {
    let quota = u64::from(quota);
    let subsets = 1_usize << weights.len();
    sums.clear();
    sums.resize(subsets, 0);
    for set in 1..subsets {
        let first = set.trailing_zeros() as usize;
        sums[set] = sums[set & (set - 1)] + weights[first];
        if sums[set] < quota {
            continue;
        }
        let others = set.count_ones() as usize - 1;
        let mut rest = set;
        while rest != 0 {
            let player = rest.trailing_zeros() as usize;
            if sums[set] - weights[player] < quota {
                swing(player, others);
            }
            rest &= rest - 1;
        }
    }
}
