//! The exact counts behind the power indices, in memory that is used again.

use super::error::{MAX_POWER_LISTS, PowerError};
use super::{generating_function, subsets};

/// Up to so many lists with seats it is faster to go through all subsets.
const SUBSET_LISTS: usize = 8;

/// Counts swings and pivots of a house; keeps its memory from one count to the next.
///
/// ```
/// use kurultai::measures::power::PowerCount;
/// let mut count = PowerCount::default();
/// count.count(&[50, 49, 1], 51)?;
/// assert_eq!(count.swings(), [3, 1, 1]);
/// // The first list is pivotal in 4 of 6 orders.
/// assert_eq!((count.pivots(), count.orders()), (&[4, 1, 1][..], 6));
/// # Ok::<(), kurultai::measures::power::PowerError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct PowerCount {
    swings: Vec<u128>,
    pivots: Vec<u128>,
    orders: u128,
    /// The lists with seats, and their seats.
    players: Vec<usize>,
    weights: Vec<u64>,
    /// For each size of a set, what a pivot that joins it counts.
    by_size: Vec<u128>,
    tables: generating_function::Tables,
    sums: Vec<u64>,
}

impl PowerCount {
    /// Counts lists with these `seats` when a majority needs `quota` of them. If nobody can win, or with a
    /// quota of 0, nobody ever decides and all counts are 0.
    ///
    /// Up to eight lists with seats, all 2^m subsets in about m · 2^m steps; beyond, generating functions in
    /// about 2 · m² · quota steps.
    ///
    /// # Errors
    /// [`PowerError::TooManyLists`] above [`MAX_POWER_LISTS`] lists with seats.
    pub fn count(&mut self, seats: &[u32], quota: u32) -> Result<(), PowerError> {
        self.start(seats)?;
        if self.players.len() <= SUBSET_LISTS {
            self.count_subsets(quota);
        } else {
            self.count_sums(quota);
        }
        Ok(())
    }

    /// In how many sets of other lists each list swings: they do not win, and with it they do. Lists
    /// without seats are not among the others.
    pub fn swings(&self) -> &[u128] {
        &self.swings
    }

    /// In how many of [`PowerCount::orders`] orders in which lists join each list is the one that reaches
    /// the quota.
    pub fn pivots(&self) -> &[u128] {
        &self.pivots
    }

    /// The orders, reduced: the least common multiple of 1 to m for m lists with seats instead of m!, both
    /// divisible by what the pivots count.
    pub fn orders(&self) -> u128 {
        self.orders
    }

    /// How many lists have seats.
    pub fn players(&self) -> usize {
        self.players.len()
    }

    /// Writes the normalised Banzhaf index of every list, its swings over all swings, and that of Shapley
    /// and Shubik. Needs no memory, for averages over draws. All 0 where nobody ever decides.
    ///
    /// # Panics
    /// If a slice is not as long as the seats counted.
    #[expect(clippy::cast_precision_loss, reason = "averages over draws are approximate")]
    pub fn write(&self, banzhaf: &mut [f64], shapley_shubik: &mut [f64]) {
        assert!(
            banzhaf.len() == self.swings.len() && shapley_shubik.len() == self.pivots.len(),
            "one index per list"
        );
        let all_swings = self.swings.iter().sum::<u128>().max(1) as f64;
        for (index, &swings) in banzhaf.iter_mut().zip(&self.swings) {
            *index = swings as f64 / all_swings;
        }
        for (index, &pivots) in shapley_shubik.iter_mut().zip(&self.pivots) {
            *index = pivots as f64 / self.orders as f64;
        }
    }

    /// Takes the lists with seats and the weights of pivots.
    fn start(&mut self, seats: &[u32]) -> Result<(), PowerError> {
        self.players.clear();
        self.players.extend((0..seats.len()).filter(|&list| seats[list] > 0));
        let players = self.players.len();
        if players > MAX_POWER_LISTS {
            return Err(PowerError::TooManyLists(players));
        }
        self.weights.clear();
        self.weights.extend(self.players.iter().map(|&list| u64::from(seats[list])));
        for counts in [&mut self.swings, &mut self.pivots] {
            counts.clear();
            counts.resize(seats.len(), 0);
        }
        self.orders = (1..=players as u128).fold(1, least_common_multiple);
        // A set of k others and the pivot fill k!(m−k−1)! of m! orders, 1/(m·C(m−1, k)) of them; m times
        // every such binomial coefficient divides the least common multiple of 1 to m.
        self.by_size.clear();
        let mut binomial = 1_u128;
        for size in 0..players {
            self.by_size.push(self.orders / (players as u128 * binomial));
            binomial = binomial * (players - 1 - size) as u128 / (size as u128 + 1);
        }
        Ok(())
    }

    fn count_subsets(&mut self, quota: u32) {
        let Self { swings, pivots, players, weights, by_size, sums, .. } = self;
        subsets::for_each_swing(weights, quota, sums, |player, others| {
            swings[players[player]] += 1;
            pivots[players[player]] += by_size[others];
        });
    }

    fn count_sums(&mut self, quota: u32) {
        let Self { swings, pivots, players, weights, by_size, tables, .. } = self;
        tables.fill(weights, quota);
        for (&list, &weight) in players.iter().zip(&*weights) {
            tables.for_each_size(weight, |others, sets| {
                swings[list] += sets;
                pivots[list] += sets * by_size[others];
            });
        }
    }
}

fn least_common_multiple(one: u128, other: u128) -> u128 {
    let (mut a, mut b) = (one, other);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    one / a * other
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both ways count the same, in every house of up to nine lists that a small generator gives.
    #[test]
    fn subsets_and_generating_functions_agree() {
        let mut state = 1_u32;
        let mut below = |limit: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % limit
        };
        for _ in 0..300 {
            let lists = below(9) + 1;
            let seats: Vec<u32> = (0..lists).map(|_| below(40)).collect();
            let quota = below(seats.iter().sum::<u32>() + 3);
            let (mut all, mut sums) = (PowerCount::default(), PowerCount::default());
            all.start(&seats).unwrap();
            all.count_subsets(quota);
            sums.start(&seats).unwrap();
            sums.count_sums(quota);
            assert_eq!(
                (&all.swings, &all.pivots),
                (&sums.swings, &sums.pivots),
                "{seats:?} {quota}"
            );
        }
    }
}
