//! Fractions of votes become whole votes, and their sum is kept.

use std::cmp::Reverse;

/// `total` in proportion to `weights`: whole parts, then a vote each to the largest remainders, of
/// equals to the earlier. None if nothing has a weight and there is something to share out.
pub(super) fn in_proportion(total: u64, weights: &[u64]) -> Option<Vec<u64>> {
    let sum: u128 = weights.iter().copied().map(u128::from).sum();
    if sum == 0 {
        return (total == 0).then(|| vec![0; weights.len()]);
    }
    // A product of two u64 fits into u128.
    let parts: Vec<u128> =
        weights.iter().map(|&weight| u128::from(total) * u128::from(weight)).collect();
    Some(whole_parts(&parts, sum))
}

/// `numerators / denominator` as whole numbers of the same sum, which must be whole: by largest
/// remainders, of equals to the earlier.
pub(super) fn whole_parts(numerators: &[u128], denominator: u128) -> Vec<u64> {
    let floor = |numerator: u128| u64::try_from(numerator / denominator).unwrap_or(u64::MAX);
    let mut parts: Vec<u64> = numerators.iter().copied().map(floor).collect();
    let remainder = |at: usize| numerators[at] % denominator;
    let rest = (0..parts.len()).map(remainder).sum::<u128>() / denominator;
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&at| (Reverse(remainder(at)), at));
    for at in order.into_iter().take(usize::try_from(rest).unwrap_or(usize::MAX)) {
        parts[at] += 1;
    }
    parts
}

/// `numerator / denominator`, rounded half up; twice their sum must fit into u128.
pub(super) fn half_up(numerator: u128, denominator: u128) -> u128 {
    (2 * numerator + denominator) / (2 * denominator)
}

/// `total·part/whole`, rounded half up, for a `part` of at most a `whole` below 2¹²⁵: long division,
/// since the product may not fit into u128.
pub(super) fn portion(total: u64, part: u128, whole: u128) -> u64 {
    let (mut quotient, mut rest) = (0_u64, 0_u128);
    for bit in (0..u64::BITS).rev() {
        rest = 2 * rest + if total >> bit & 1 == 1 { part } else { 0 };
        // The quotient so far is at most the leading bits of `total`.
        quotient = 2 * quotient + u64::from(rest >= whole);
        rest -= if rest >= whole { whole } else { 0 };
        if rest >= whole {
            quotient += 1;
            rest -= whole;
        }
    }
    quotient + u64::from(2 * rest >= whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_kept_and_equals_go_to_the_earlier() {
        // 10 by 1:1:1 is 3⅓ each: the first gets the vote that is left.
        assert_eq!(in_proportion(10, &[1, 1, 1]), Some(vec![4, 3, 3]));
        // 7 by 3:2:2 is 3, 2, 2; 8 is 24/7, 16/7, 16/7: remainders 3/7, 2/7, 2/7.
        assert_eq!(in_proportion(8, &[3, 2, 2]), Some(vec![4, 2, 2]));
        assert_eq!(in_proportion(5, &[0, 2, 0]), Some(vec![0, 5, 0]));
        assert_eq!(in_proportion(1, &[0, 0]), None);
        assert_eq!(in_proportion(0, &[0, 0]), Some(vec![0, 0]));
        let most = u64::MAX;
        assert_eq!(in_proportion(most, &[most, most]), Some(vec![most / 2 + 1, most / 2]));
    }

    #[test]
    fn portions_are_those_of_long_arithmetic() {
        for (total, part, whole) in
            [(10, 1, 3), (7, 1, 2), (1, 1, 2), (1_000_003, 999, 1_000), (0, 1, 2), (5, 0, 9)]
        {
            let expected = half_up(u128::from(total) * part, whole);
            assert_eq!(u128::from(portion(total, part, whole)), expected, "{total}·{part}/{whole}");
        }
        let whole = (1 << 125) - 1;
        assert_eq!(portion(u64::MAX, whole, whole), u64::MAX);
        // (2^64 − 1)/2 − ε is 2^63 − ½ − ε, nearest to 2^63 − 1.
        assert_eq!(portion(u64::MAX, whole / 2, whole), u64::MAX / 2);
    }
}
