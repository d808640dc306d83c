//! Swings from the generating function of the sets of lists.
//!
//! The coefficient of x^s y^k in Π (1 + x^w y) over all lists is the number of sets of k lists with s seats.
//! Dividing by one factor leaves the sets without that list. Mann and Shapley, *Values of Large Games VI*
//! (RAND, 1962), after Cantor; Brams and Affuso, "Power and size", *Theory and Decision* 7 (1976).

/// Sets by their number of lists and their seats below the quota; memory that is used again.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    quota: usize,
    /// One row for each number of lists, `quota` numbers long: the sets with so many seats.
    sets: Vec<u128>,
    /// The row of the sets without one list.
    without: Vec<u128>,
    /// That of one list fewer.
    before: Vec<u128>,
}

impl Tables {
    /// Counts the sets of lists with these seats, all above 0, that stay below the quota.
    pub(super) fn fill(&mut self, weights: &[u64], quota: u32) {
        let total: u64 = weights.iter().sum();
        // Nobody can win: a quota of any size needs no memory.
        self.quota = if u64::from(quota) > total { 0 } else { quota as usize };
        let quota = self.quota;
        self.sets.clear();
        self.sets.resize(weights.len() * quota, 0);
        if quota == 0 {
            return;
        }
        self.sets[0] = 1;
        for (before, &weight) in weights.iter().enumerate() {
            let weight = place(weight);
            // Larger sets first, so that no list is taken twice.
            for size in (1..=before + 1).rev().filter(|&size| size < weights.len()) {
                let (smaller, larger) = self.sets.split_at_mut(size * quota);
                let smaller = &smaller[(size - 1) * quota..];
                for (with, without) in larger[weight.min(quota)..quota].iter_mut().zip(smaller) {
                    *with += without;
                }
            }
        }
    }

    /// Calls `swing(others, sets)` with the number of sets of `others` many lists, without one of this
    /// weight, that it takes to the quota.
    pub(super) fn for_each_size(&mut self, weight: u64, mut swing: impl FnMut(usize, u128)) {
        let quota = self.quota;
        if quota == 0 {
            return;
        }
        let weight = place(weight);
        self.before.clear();
        self.before.resize(quota, 0);
        for (others, sets) in self.sets.chunks(quota).enumerate() {
            self.without.clear();
            self.without.extend_from_slice(sets);
            // Sets with the list are the smaller sets without it, so many seats higher.
            for (sets, with) in self.without[weight.min(quota)..].iter_mut().zip(&self.before) {
                *sets -= with;
            }
            swing(others, self.without[quota.saturating_sub(weight)..].iter().sum());
            std::mem::swap(&mut self.without, &mut self.before);
        }
    }
}

/// Seats as a place in a row; more than fit are beyond every row.
fn place(seats: u64) -> usize {
    usize::try_from(seats).unwrap_or(usize::MAX)
}
