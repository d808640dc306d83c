//! Undecided respondents who are split anew in every draw.

use super::ModelError;

/// A share of the voters that no poll could assign: in every draw it goes to the options on the ballot
/// by a Dirichlet of its own.
///
/// With decided shares d, undecided share u and Q ~ Dirichlet(α), the shares are (1−u)·d + u·Q; their mean
/// is (1−u)·d + u·α/Σα. An option with α = 0 gets none of the undecided.
#[derive(Clone, Debug, PartialEq)]
pub struct Undecided {
    share: f64,
    alphas: Vec<f64>,
}

impl Undecided {
    /// `share` of the voters is undecided, and goes to the options by `alphas`, one each in the order of the
    /// ballot.
    ///
    /// ```
    /// use kurultai::uncertainty::Undecided;
    /// let undecided = Undecided::new(0.2, vec![3.0, 1.0]).unwrap();
    /// assert_eq!(undecided.mean(), [0.75, 0.25]);
    /// let error = Undecided::new(1.0, vec![3.0, 1.0]).unwrap_err();
    /// assert_eq!(error.to_string(), "`undecided` is 1: it must be a share from 0 to less than 1");
    /// ```
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: a share from 0 to less than 1, α of 0 or from 0.1 to 1e6;
    /// [`ModelError::NoShares`] if all α are 0.
    pub fn new(share: f64, alphas: Vec<f64>) -> Result<Self, ModelError> {
        let out_of_range =
            |parameter, found, accepted| Err(ModelError::OutOfRange { parameter, found, accepted });
        if !(0.0..1.0).contains(&share) {
            return out_of_range("undecided", share, "a share from 0 to less than 1");
        }
        for &alpha in &alphas {
            if alpha != 0.0 && !(0.1..=1e6).contains(&alpha) {
                let accepted = "0 (none of the undecided) or a number from 0.1 to 1e6";
                return out_of_range("undecided_alpha", alpha, accepted);
            }
        }
        if alphas.iter().all(|&alpha| alpha == 0.0) {
            return Err(ModelError::NoShares);
        }
        Ok(Self { share, alphas })
    }

    /// The share of the undecided in all voters.
    pub const fn share(&self) -> f64 {
        self.share
    }

    /// α of each option, in the order of the ballot.
    pub fn alphas(&self) -> &[f64] {
        &self.alphas
    }

    /// The mean of what each option gets of the undecided; the parts add up to 1.
    pub fn mean(&self) -> Vec<f64> {
        let sum: f64 = self.alphas.iter().sum();
        self.alphas.iter().map(|alpha| alpha / sum).collect()
    }

    /// The shares d among the decided behind the `expected` shares (1−u)·d + u·α/Σα, one each in the order
    /// of the ballot. Expected shares that rounding to whole votes leaves below u·α/Σα give 0.
    pub fn decided(&self, expected: &[f64]) -> Vec<f64> {
        let decided = |(expected, mean): (&f64, f64)| {
            ((expected - self.share * mean) / (1.0 - self.share)).max(0.0)
        };
        expected.iter().zip(self.mean()).map(decided).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decided_are_found_again() {
        let undecided = Undecided::new(0.25, vec![2.0, 1.0, 1.0]).unwrap();
        // 3/4·(0.6, 0.4, 0) + 1/4·(1/2, 1/4, 1/4)
        let decided = undecided.decided(&[0.575, 0.3625, 0.0625]);
        for (found, wanted) in decided.iter().zip([0.6, 0.4, 0.0]) {
            assert!((found - wanted).abs() < 1e-15, "{decided:?}");
        }
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        let refused = |share, alphas: &[f64]| Undecided::new(share, alphas.to_vec()).is_err();
        assert!(!refused(0.0, &[0.1, 0.0]));
        assert!(refused(-0.1, &[1.0]));
        assert!(refused(f64::NAN, &[1.0]));
        assert!(refused(0.5, &[0.05, 1.0]));
        assert!(refused(0.5, &[f64::INFINITY]));
        assert!(refused(0.5, &[-1.0]));
        assert!(refused(0.5, &[0.0, 0.0]));
        assert!(refused(0.5, &[]));
    }
}
