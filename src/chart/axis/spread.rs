//! Boxes in a row or a column, each as near to its wish as the others allow.

/// The middles of boxes of these sizes, in order, nearest (least squares) to the wishes,
/// with `gap` between them, all between `first` and `last`. `None` if they do not fit.
///
/// After taking off what the boxes before need, the middles must not decrease: that is isotonic
/// regression, solved by pooling adjacent violators; clamping its answer is the bounded optimum.
pub(in crate::chart) fn spread(
    wishes: &[f64],
    sizes: &[f64],
    gap: f64,
    first: f64,
    last: f64,
) -> Option<Vec<f64>> {
    let mut offsets = Vec::with_capacity(sizes.len());
    let mut used = 0.0;
    for size in sizes {
        offsets.push(used + size / 2.0);
        used += size + gap;
    }
    let slack = last - first - (used - gap);
    if slack < 0.0 {
        return None;
    }
    // Pools of (sum of wishes, how many).
    let mut pools: Vec<(f64, u32)> = Vec::new();
    for (wish, offset) in wishes.iter().zip(&offsets) {
        let mut pool = (wish - offset, 1);
        while let Some(&(sum, count)) = pools.last() {
            if sum / f64::from(count) <= pool.0 / f64::from(pool.1) {
                break;
            }
            pool = (pool.0 + sum, pool.1 + count);
            pools.pop();
        }
        pools.push(pool);
    }
    let starts = pools.iter().flat_map(|&(sum, count)| {
        let start = (sum / f64::from(count)).clamp(first, first + slack);
        (0..count).map(move |_| start)
    });
    Some(starts.zip(&offsets).map(|(start, offset)| start + offset).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<Vec<f64>>, expected: &[f64]) {
        let found = found.unwrap();
        assert_eq!(found.len(), expected.len());
        for (one, other) in found.iter().zip(expected) {
            assert!((one - other).abs() < 1e-9, "{found:?} is not {expected:?}");
        }
    }

    #[test]
    fn boxes_with_room_stay_where_they_want_to_be() {
        near(spread(&[20.0, 60.0], &[10.0, 10.0], 2.0, 0.0, 100.0), &[20.0, 60.0]);
    }

    #[test]
    fn boxes_that_want_the_same_place_share_the_way() {
        // Both want 50; they need 12 between their middles: 44 and 56.
        near(spread(&[50.0, 50.0], &[10.0, 10.0], 2.0, 0.0, 100.0), &[44.0, 56.0]);
        // At the far end both move back: 83 and 95.
        near(spread(&[99.0, 99.0], &[10.0, 10.0], 2.0, 0.0, 100.0), &[83.0, 95.0]);
    }

    #[test]
    fn too_many_boxes_do_not_fit() {
        assert_eq!(spread(&[0.0; 11], &[10.0; 11], 0.0, 0.0, 100.0), None);
    }
}
