//! A logarithmic axis: an even one of logarithms.

use crate::chart::axis::Axis;

/// The decimal logarithm of a number of things, the same on every machine.
#[expect(clippy::cast_precision_loss, reason = "a place on an axis, not a result")]
pub(in crate::chart) fn logarithm(count: u64) -> f64 {
    libm::log10(count.max(1) as f64)
}

/// The powers of ten on an axis of logarithms, and twice and five times them if these powers are few.
pub(in crate::chart) fn powers(axis: Axis) -> Vec<u64> {
    let on_axis = |mantissas: &[u64]| -> Vec<u64> {
        (0..19)
            .flat_map(|exponent| mantissas.iter().map(move |m| m * 10_u64.pow(exponent)))
            .filter(|&count| axis.holds(logarithm(count)))
            .collect()
    };
    let powers = on_axis(&[1]);
    if powers.len() < 4 { on_axis(&[1, 2, 5]) } else { powers }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(low: u64, high: u64) -> Axis {
        Axis::new((logarithm(low), logarithm(high)), (100.0, 700.0)).unwrap()
    }

    #[test]
    fn equal_ratios_are_equal_distances() {
        let axis = axis(1, 1_000_000);
        for (count, pixel) in [(1, 100.0), (1000, 400.0), (10_000, 500.0)] {
            assert!((axis.at(logarithm(count)) - pixel).abs() < 1e-9);
        }
    }

    #[test]
    fn numbers_are_powers_of_ten_where_there_are_enough() {
        assert_eq!(powers(axis(1, 20_000)), [1, 10, 100, 1000, 10_000]);
        assert_eq!(powers(axis(4096, 100_000)), [5000, 10_000, 20_000, 50_000, 100_000]);
    }
}
