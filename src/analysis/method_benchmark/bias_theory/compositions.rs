//! The mean largest parts of a whole number that is cut into positive parts.

/// C(n, k) as a double; 0 where k is more than n.
pub(super) fn binomial(n: f64, k: usize) -> f64 {
    (0..u32::try_from(k).unwrap_or(u32::MAX))
        .map(f64::from)
        .map(|i| (n - i).max(0.0) / (i + 1.0))
        .product()
}

/// The mean of the largest, second, … part over all ways to write `whole` as an ordered sum of `parts`
/// positive numbers, at most `whole` of them.
///
/// The k-th largest is at least x where k parts are: by inclusion and exclusion over the sets of j >= k
/// parts that are, of which each leaves C(whole − j(x−1) − 1, parts − 1) sums.
pub(super) fn largest_parts(parts: usize, whole: u32) -> Vec<f64> {
    let all = binomial(f64::from(whole) - 1.0, parts - 1);
    let mut means = vec![0.0; parts];
    for least in 1..=whole {
        let mut sets = Vec::with_capacity(parts);
        for (j, chosen) in (1..=parts).zip(1_u32..) {
            let room = i64::from(whole) - i64::from(chosen) * i64::from(least - 1);
            if room < i64::try_from(parts).unwrap_or(i64::MAX) {
                break;
            }
            let room = f64::from(u32::try_from(room).unwrap_or(0));
            sets.push(binomial(as_double(parts), j) * binomial(room - 1.0, parts - 1) / all);
        }
        if sets.is_empty() {
            break;
        }
        for (k, mean) in (1..).zip(&mut means) {
            let mut sign = 1.0;
            for (j, share) in (1..).zip(&sets).skip(k - 1) {
                *mean += sign * binomial(as_double(j - 1), k - 1) * share;
                sign = -sign;
            }
        }
    }
    means
}

#[expect(clippy::cast_precision_loss, reason = "at most 12")]
pub(super) fn as_double(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_small_numbers_by_hand() {
        // 5 in three parts: 3+1+1 in three orders, 2+2+1 in three.
        let near = |found: &[f64], expected: &[f64]| {
            found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-12)
        };
        assert!(near(&largest_parts(3, 5), &[2.5, 1.5, 1.0]));
        // 4 in two: 3+1 twice, 2+2 once.
        assert!(near(&largest_parts(2, 4), &[8.0 / 3.0, 4.0 / 3.0]));
        assert!(near(&largest_parts(1, 7), &[7.0]));
        assert!(near(&largest_parts(3, 3), &[1.0, 1.0, 1.0]));
    }
}
