//! Correlations of errors, and the factor of their covariance.

use super::{ModelError, in_range};

/// Correlations of the errors of options, by pair; what is not named is independent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Correlations {
    /// The smaller option, the larger one, the correlation.
    pairs: Vec<(usize, usize, f64)>,
}

impl Correlations {
    /// The same correlations, with the errors of all options of a bloc correlated alike: of a pair, too.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`] unless it is above −1 and below 1; [`ModelError::Bloc`] if fewer than
    /// two options are named, one twice, or a pair that has a correlation already.
    pub fn with_bloc(mut self, options: &[usize], correlation: f64) -> Result<Self, ModelError> {
        let limit = 0.9999;
        in_range("correlation", correlation, -limit..=limit, "a number from -0.9999 to 0.9999")?;
        if options.len() < 2 {
            return Err(ModelError::Bloc);
        }
        for (at, &one) in options.iter().enumerate() {
            for &other in &options[..at] {
                let pair = (one.min(other), one.max(other));
                let known = self.pairs.iter().any(|&(low, high, _)| (low, high) == pair);
                if one == other || known {
                    return Err(ModelError::Bloc);
                }
                self.pairs.push((pair.0, pair.1, correlation));
            }
        }
        Ok(self)
    }

    /// Whether all errors are independent.
    pub const fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The pairs of options with their correlations.
    pub fn pairs(&self) -> &[(usize, usize, f64)] {
        &self.pairs
    }

    /// The correlation of two different options.
    pub(super) fn between(&self, one: usize, other: usize) -> f64 {
        let pair = (one.min(other), one.max(other));
        let found = self.pairs.iter().find(|&&(low, high, _)| (low, high) == pair);
        found.map_or(0.0, |&(.., correlation)| correlation)
    }

    /// Refuses a correlation of an option that is not on a ballot with so many.
    pub(super) fn check(&self, options: usize) -> Result<(), ModelError> {
        match self.pairs.iter().find(|&&(_, high, _)| high >= options) {
            Some(&(_, option, _)) => Err(ModelError::UnknownOption { option, options }),
            None => Ok(()),
        }
    }
}

/// The lower-triangular L with L·Lᵀ = the covariance of `live` options, row by row (A.-L. Cholesky; G. H.
/// Golub and C. F. Van Loan, *Matrix Computations*, 4th ed., 4.2): sums in the order of the columns, one
/// rounded operation after another, so that every machine has the same.
///
/// # Errors
/// [`ModelError::NotPositiveDefinite`] if there is none.
pub(super) fn factor(
    live: &[usize],
    covariance: impl Fn(usize, usize) -> f64,
) -> Result<Vec<Vec<f64>>, ModelError> {
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(live.len());
    for (at, &option) in live.iter().enumerate() {
        let mut row = Vec::with_capacity(at + 1);
        for (before, &other) in live[..at].iter().enumerate() {
            let mut rest = covariance(option, other);
            for column in 0..before {
                rest -= row[column] * rows[before][column];
            }
            row.push(rest / rows[before][before]);
        }
        let mut rest = covariance(option, option);
        let variance = rest;
        for &entry in &row {
            rest -= entry * entry;
        }
        // Below a billionth of the variance the rest is rounding, and the matrix as good as singular.
        if rest < variance * 1e-9 {
            return Err(ModelError::NotPositiveDefinite);
        }
        row.push(rest.sqrt());
        rows.push(row);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factor_gives_its_matrix_back() {
        let matrix = [[4.0, 2.0, -1.0], [2.0, 3.0, 0.5], [-1.0, 0.5, 2.0]];
        let rows = factor(&[0, 1, 2], |one, other| matrix[one][other]).unwrap();
        for one in 0..3 {
            for other in 0..=one {
                let product: f64 = rows[one].iter().zip(&rows[other]).map(|(a, b)| a * b).sum();
                assert!((product - matrix[one][other]).abs() < 1e-14, "{one}, {other}");
            }
        }
    }

    #[test]
    fn correlations_that_contradict_each_other_have_no_factor() {
        // Three that each move against the other two: the least common correlation is −1/2.
        let bloc = |correlation| Correlations::default().with_bloc(&[0, 1, 2], correlation);
        let of = |correlations: &Correlations| {
            factor(&[0, 1, 2], |a, b| if a == b { 1.0 } else { correlations.between(a, b) })
        };
        of(&bloc(-0.49).unwrap()).unwrap();
        assert_eq!(of(&bloc(-0.51).unwrap()), Err(ModelError::NotPositiveDefinite));
        bloc(1.0).unwrap_err();
        let twice = bloc(0.1).unwrap().with_bloc(&[2, 1], 0.2);
        assert_eq!(twice, Err(ModelError::Bloc));
    }
}
