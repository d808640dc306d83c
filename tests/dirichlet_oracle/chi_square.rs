//! Pearson's test of a histogram against probabilities.

use crate::gamma::GammaLaw;

/// The fewest draws expected in a bin.
const EXPECTED: f64 = 10.0;

/// The probability of a statistic at least as large as that of the `counts`, if they are draws from the
/// `probabilities`; neighbouring bins are merged until [`EXPECTED`] draws are expected in each.
///
/// The statistic has mean k − 1 and variance 2(k − 1) + (Σ1/pᵢ − k² − 2k + 2)/n for k bins and n draws
/// (Haldane 1937). Small bins widen it, so it is read from the gamma law with exactly these two
/// moments, and not from the χ² law, whose variance is 2(k − 1).
pub(crate) fn p_value(counts: &[u64], probabilities: &[f64]) -> f64 {
    assert_eq!(counts.len(), probabilities.len());
    let n = counts.iter().sum::<u64>() as f64;
    let bins = merged(counts, probabilities, EXPECTED / n);
    let k = bins.len() as f64;
    if bins.len() < 2 {
        return 1.0;
    }
    let term = |&(count, p): &(f64, f64)| (count - n * p).powi(2) / (n * p);
    let statistic: f64 = bins.iter().map(term).sum();
    let inverses: f64 = bins.iter().map(|(_, p)| 1.0 / p).sum();
    let (mean, variance) = (k - 1.0, 2.0 * (k - 1.0) + (inverses - k * k - 2.0 * k + 2.0) / n);
    GammaLaw::new(mean * mean / variance).sides(statistic * mean / variance).above
}

/// Counts and probabilities of neighbouring bins together, each at least `least` likely.
fn merged(counts: &[u64], probabilities: &[f64], least: f64) -> Vec<(f64, f64)> {
    let mut bins: Vec<(f64, f64)> = Vec::new();
    let mut open = (0.0, 0.0);
    for (&count, &probability) in counts.iter().zip(probabilities) {
        open = (open.0 + count as f64, open.1 + probability);
        if open.1 >= least {
            bins.push(open);
            open = (0.0, 0.0);
        }
    }
    match bins.last_mut() {
        Some(bin) => *bin = (bin.0 + open.0, bin.1 + open.1),
        None => bins.push(open),
    }
    bins
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two bins: the statistic of 550 and 450 of 1,000 is 10, and P(χ² >= 10) = 0.00157 for one degree
    /// of freedom; the variance is 2 − 2/1000 here.
    #[test]
    fn a_coin() {
        let found = p_value(&[550, 450], &[0.5, 0.5]);
        assert!((found - 0.00157).abs() < 0.00002, "{found}");
    }

    #[test]
    fn small_bins_are_merged() {
        let bins = merged(&[1, 2, 40, 50, 3, 4], &[0.02, 0.03, 0.4, 0.45, 0.06, 0.04], 0.11);
        let expected = [(43.0, 0.45), (57.0, 0.55)];
        for (found, expected) in bins.iter().zip(expected) {
            assert!((found.0 - expected.0).abs() < 1e-12 && (found.1 - expected.1).abs() < 1e-12);
        }
        assert_eq!(bins.len(), 2);
    }
}
