//! The models as a table: what each draws, from which parameters, and when to use it.

/// A model of uncertainty, described.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelEntry {
    /// The name used in files.
    pub name: &'static str,
    /// What a draw is; p̂ are the expected shares.
    pub formula: &'static str,
    /// The parameters, with what they are where the file is silent.
    pub parameters: &'static str,
    /// When to use it.
    pub use_when: &'static str,
}

/// Every model, from none to the richest.
pub const fn catalogue() -> &'static [ModelEntry] {
    &CATALOGUE
}

static CATALOGUE: [ModelEntry; 9] = [
    ModelEntry {
        name: "point",
        formula: "p̂",
        parameters: "none",
        use_when: "only ties decided by lot are uncertain",
    },
    ModelEntry {
        name: "dirichlet",
        formula: "Dir(α), α given or α = p̂·sample_size/design_effect + prior",
        parameters: "alpha; or sample_size, design_effect (1), prior (0.5)",
        use_when: "the error of one poll is all there is, or every result is to be equally likely (alpha = 1)",
    },
    ModelEntry {
        name: "dirichlet-kappa",
        formula: "Dir(κ·p̂), κ given or κ = p(1−p)/sd² − 1",
        parameters: "concentration; or sd at the share at_share",
        use_when: "the mean is to stay p̂ and you know how far off one share may be",
    },
    ModelEntry {
        name: "multinomial",
        formula: "k/n, k ~ Multinomial(n, p̂)",
        parameters: "sample_size",
        use_when: "results of other programs are to be compared; its lattice misleads at a threshold",
    },
    ModelEntry {
        name: "logistic-normal",
        formula: "softmax(log p̂ + ε), ε ~ N(0, diag(1/max(n·p̂, 1)) + τ²R + τ_h²/K + t·δ²)",
        parameters: "sample_size n (1000), common_error τ (0.15), house_error τ_h and pollsters K, days t and drift_per_day δ, correlations R, center (median)",
        use_when: "polls forecast an election: the default",
    },
    ModelEntry {
        name: "logistic-t",
        formula: "the same, every ε times √(ν/χ²_ν)",
        parameters: "as logistic-normal, and degrees_of_freedom ν (10)",
        use_when: "a rare large error of all polls at once is to be allowed for",
    },
    ModelEntry {
        name: "normal",
        formula: "max(p̂ + ε, 0) over their sum, ε ~ N(0, f²·p̂(1−p̂)/n)",
        parameters: "sample_size n, sd_factor f (1)",
        use_when: "results of other programs are to be compared; small lists are cut off at zero",
    },
    ModelEntry {
        name: "empirical",
        formula: "softmax(log p̂ + e), e a past error drawn at random",
        parameters: "errors: a CSV with a column for every option and a row for every past election",
        use_when: "there is a record of forecasts and results to draw from",
    },
    ModelEntry {
        name: "mixture",
        formula: "in every draw one of several models, by weight",
        parameters: "components: weight, and a model with its parameters or a scenario",
        use_when: "the future is one of several kinds",
    },
];
