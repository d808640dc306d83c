//! An estimated probability with its Monte Carlo error.

/// A probability estimated by the share of draws in which something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// In how many draws it happens.
    pub hits: u64,
    /// Of how many draws.
    pub draws: u64,
}

#[expect(clippy::cast_precision_loss, reason = "an estimate is approximate")]
impl Estimate {
    /// The estimated probability, 0 to 1.
    pub fn probability(self) -> f64 {
        self.hits as f64 / self.draws as f64
    }

    /// Half of the width of its 95 % interval: two standard errors, or 3/K if it happens in no draw or in
    /// every one.
    ///
    /// ```
    /// use kurultai::analysis::Estimate;
    /// assert_eq!(Estimate { hits: 50, draws: 100 }.half_width(), 0.1);
    /// assert_eq!(Estimate { hits: 0, draws: 100 }.half_width(), 0.03);
    /// ```
    pub fn half_width(self) -> f64 {
        if self.hits == 0 || self.hits == self.draws {
            3.0 / self.draws as f64
        } else {
            2.0 * self.standard_error()
        }
    }

    /// Its Monte Carlo standard error, √(p(1−p)/K).
    ///
    /// ```
    /// use kurultai::analysis::Estimate;
    /// let half = Estimate { hits: 50, draws: 100 };
    /// assert_eq!((half.probability(), half.standard_error()), (0.5, 0.05));
    /// ```
    pub fn standard_error(self) -> f64 {
        let p = self.probability();
        (p * (1.0 - p) / self.draws as f64).sqrt()
    }
}
