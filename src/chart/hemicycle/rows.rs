//! How many rows a house needs, and how many seats go into each.
//!
//! Everything here is whole numbers. With R rows, half a pitch is t = 1/(4R−2) and row i (from
//! the innermost, 0) has the radius 1/2 + 2it, so π·radius/(2t) is π·(2(R+i)−1)/2.

/// The seats that fit into row `row` of `rows`: ⌊π·(2(R+i)−1)/2⌋.
///
/// 355/113 stands for π. It exceeds π by 2.7·10⁻⁷; 355q/226 with q odd is never closer than 1/226
/// to a whole number, so the floor is exact while q < 10,000 (here q < 200).
fn capacity(rows: u32, row: u32) -> u32 {
    355 * (2 * (rows + row) - 1) / 226
}

/// The capacities of the fewest rows that hold this many seats, innermost first.
pub(super) fn capacities(seats: u32) -> Vec<u32> {
    let mut rows = 1;
    loop {
        let capacities: Vec<u32> = (0..rows).map(|row| capacity(rows, row)).collect();
        if capacities.iter().sum::<u32>() >= seats {
            return capacities;
        }
        rows += 1;
    }
}

/// The seats of each row, innermost first: in proportion to capacity by largest remainder (inner
/// row first on equal remainders), then repaired so that at most one seat is on the axis.
pub(super) fn seats_per_row(seats: u32, capacities: &[u32]) -> Vec<u32> {
    let total: u64 = capacities.iter().map(|&capacity| u64::from(capacity)).sum();
    let quota = |capacity: u32| u64::from(seats) * u64::from(capacity);
    let mut filled: Vec<u32> = capacities
        .iter()
        .map(|&capacity| u32::try_from(quota(capacity) / total).unwrap_or(capacity))
        .collect();
    let missing = seats - filled.iter().sum::<u32>();
    let mut by_remainder: Vec<usize> = (0..capacities.len()).collect();
    by_remainder.sort_by_key(|&row| std::cmp::Reverse(quota(capacities[row]) % total));
    // A remainder above 0 means the quota is below capacity, so there is room for one more.
    for row in by_remainder.into_iter().zip(0..missing).map(|(row, _)| row) {
        filled[row] += 1;
    }
    repair_parity(&mut filled, capacities);
    filled
}

/// Moves single seats between rows with an odd count until at most one is left, because each odd
/// row has a seat on the axis. The outermost odd row with room gains one, the next odd row inwards
/// loses one (the next outwards if there is none inwards). Where every odd row is full, the two
/// outermost odd rows lose one each to the outermost row that has room for two. Where there is no
/// such row either, the odd rows stay: several seats on the axis, in order from the outside.
fn repair_parity(filled: &mut [u32], capacities: &[u32]) {
    loop {
        let odd: Vec<usize> = (0..filled.len()).rev().filter(|&row| filled[row] % 2 == 1).collect();
        if odd.len() < 2 {
            return;
        }
        let room = |row: usize| capacities[row] - filled[row];
        if let Some(at) = odd.iter().position(|&row| room(row) > 0) {
            let giver = odd.get(at + 1).copied().unwrap_or_else(|| odd[at - 1]);
            filled[odd[at]] += 1;
            filled[giver] -= 1;
        } else if let Some(taker) = (0..filled.len()).rev().find(|&row| room(row) >= 2) {
            filled[odd[0]] -= 1;
            filled[odd[1]] -= 1;
            filled[taker] += 2;
        } else {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(seats: u32) -> Vec<u32> {
        seats_per_row(seats, &capacities(seats))
    }

    #[test]
    fn the_kurultai_has_six_rows() {
        assert_eq!(capacities(145), [17, 20, 23, 26, 29, 32]);
        // Quotas 16.77 19.73 22.69 25.65 28.61 31.56: floors 141, four remainders -> 17 20 23 26
        // 28 31; odd from outside 31, 23, 17: 31 gains, 23 loses, 17 keeps the axis.
        assert_eq!(rows_of(145), [17, 20, 22, 26, 28, 32]);
    }

    #[test]
    fn the_capacity_is_the_floor_with_the_true_pi() {
        for odd in (1..400).step_by(2) {
            let exact = std::f64::consts::PI * f64::from(odd) / 2.0;
            assert!((f64::from(355 * odd / 226) - exact.floor()).abs() < 0.5, "{odd}");
        }
    }

    /// The sizes that keep more than one seat on the axis, and no others.
    #[test]
    fn sizes_without_an_arrangement_keep_their_odd_rows() {
        let kept: Vec<u32> = (1..=1000)
            .filter(|&seats| rows_of(seats).iter().filter(|&&row| row % 2 == 1).count() > 1)
            .collect();
        let expected = [
            100, 146, 147, 204, 205, 270, 271, 272, 346, 347, 348, 432, 433, 434, 528, 529, 530,
            632, 633, 634, 635, 744, 745, 746, 747, 748, 868, 869, 870, 871, 872, 1000,
        ];
        assert_eq!(kept, expected);
    }

    /// 144 is the smallest house whose odd rows (17 and 23 of the proportional 17, 20, 23, 25, 28,
    /// 31) come to be full: 31 gains and 25 loses, then 17 and 23 lose and 24 takes the two.
    #[test]
    fn full_odd_rows_give_to_an_even_row() {
        assert_eq!(rows_of(144), [16, 20, 22, 26, 28, 32]);
    }

    #[test]
    fn every_size_fills_its_rows_within_capacity() {
        for seats in 1..=10_000 {
            let capacities = capacities(seats);
            let filled = seats_per_row(seats, &capacities);
            assert_eq!(filled.iter().sum::<u32>(), seats);
            assert!(filled.iter().zip(&capacities).all(|(row, capacity)| row <= capacity));
        }
    }

    /// Houses of two and four leave the inner row empty: an odd number in each row would put two
    /// seats on the axis.
    #[test]
    fn only_tiny_houses_have_an_empty_row() {
        let empty: Vec<u32> = (1..=10_000).filter(|&seats| rows_of(seats).contains(&0)).collect();
        assert_eq!(empty, [2, 4]);
    }
}
