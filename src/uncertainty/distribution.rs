//! What a model comes to around given shares: all that drawing needs.

/// A distribution of shares, one number each for everything on the ballot. What has no share, or α = 0,
/// is never drawn and stays at zero.
#[derive(Clone, Debug, PartialEq)]
pub enum Distribution {
    /// The same shares in every draw.
    Point {
        /// The shares.
        shares: Vec<f64>,
    },
    /// Density proportional to Π pᵢ^(αᵢ−1).
    Dirichlet {
        /// The αᵢ.
        alphas: Vec<f64>,
    },
    /// Counts of trials, over their number.
    Multinomial {
        /// The expected shares.
        shares: Vec<f64>,
        /// How many trials.
        trials: u64,
    },
    /// softmax(log p̂ + ε).
    Logistic {
        /// The expected shares p̂.
        shares: Vec<f64>,
        /// The errors ε of the options that have a share.
        errors: Errors,
        /// Degrees of freedom, if every ε is multiplied by √(ν/χ²).
        freedom: Option<f64>,
        /// What p̂ is of the drawn shares.
        center: Center,
    },
    /// max(p̂ + ε, 0), divided by their sum.
    Normal {
        /// The expected shares p̂.
        shares: Vec<f64>,
        /// The standard deviations of the εᵢ.
        errors: Vec<f64>,
    },
    /// softmax(log p̂ + e), e one of several vectors.
    Empirical {
        /// The expected shares p̂.
        shares: Vec<f64>,
        /// The vectors, in log points.
        errors: Vec<Vec<f64>>,
    },
    /// One of several distributions, with probabilities proportional to the numbers beside them.
    Mixture(Vec<(f64, Distribution)>),
}

/// Normal errors of the options that have a share, in their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Errors {
    /// Independent, with these standard deviations.
    Independent(Vec<f64>),
    /// The rows of the lower-triangular factor of their covariance.
    Correlated(Vec<Vec<f64>>),
}

/// What the expected shares are of those that are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Center {
    /// Where all errors are 0: close to the median.
    #[default]
    Median,
    /// The mean.
    Mean,
}
