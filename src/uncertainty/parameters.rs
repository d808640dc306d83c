//! The parameters of a model by the names that files give them.

use super::{Center, Component, Concentration, LogisticNormal, Model};

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Parameter {
    /// A number.
    Number(f64),
    /// Several.
    Numbers(Vec<f64>),
    /// A word.
    Word(&'static str),
    /// Correlations: two options and a number each.
    Correlations(Vec<(usize, usize, f64)>),
    /// So many vectors of past errors.
    PastErrors(usize),
    /// The models of a mixture.
    Components(Vec<Component>),
}

impl Model {
    /// The parameters with the values they have, those that are not in use left out.
    ///
    /// ```
    /// use kurultai::uncertainty::{Model, Parameter};
    /// let parameters = Model::default().parameters();
    /// assert_eq!(parameters[0], ("sample_size", Parameter::Number(1_000.0)));
    /// assert_eq!(parameters[1], ("common_error", Parameter::Number(0.15)));
    /// assert_eq!(parameters.len(), 2);
    /// ```
    pub fn parameters(&self) -> Vec<(&'static str, Parameter)> {
        let number = |name, number| (name, Parameter::Number(number));
        match self {
            Self::Point => Vec::new(),
            Self::Dirichlet(model) => match model.concentration() {
                &Concentration::Uniform(alpha) => vec![number("alpha", alpha)],
                Concentration::Each(alphas) => vec![("alpha", Parameter::Numbers(alphas.clone()))],
                &Concentration::Poll { sample_size, design_effect, prior } => vec![
                    number("sample_size", sample_size),
                    number("design_effect", design_effect),
                    number("prior", prior),
                ],
            },
            Self::DirichletKappa(model) => vec![number("concentration", model.concentration())],
            #[expect(clippy::cast_precision_loss, reason = "at most 10^9")]
            Self::Multinomial(model) => vec![number("sample_size", model.sample_size() as f64)],
            Self::LogisticNormal(model) => logistic(model),
            Self::LogisticT(model) => {
                let mut parameters = logistic(model.normal());
                parameters.push(number("degrees_of_freedom", model.degrees_of_freedom()));
                parameters
            }
            Self::Normal(model) => vec![
                number("sample_size", model.sample_size()),
                number("sd_factor", model.sd_factor()),
            ],
            Self::Empirical(model) => vec![("errors", Parameter::PastErrors(model.errors().len()))],
            Self::Mixture(mixture) => {
                vec![("components", Parameter::Components(mixture.components().to_vec()))]
            }
        }
    }
}

fn logistic(model: &LogisticNormal) -> Vec<(&'static str, Parameter)> {
    let mut parameters = vec![
        ("sample_size", Parameter::Number(model.sample_size())),
        ("common_error", Parameter::Number(model.common_error())),
    ];
    if let Some(house) = model.house() {
        parameters.push(("house_error", Parameter::Number(house.error)));
        parameters.push(("pollsters", Parameter::Number(house.pollsters.into())));
    }
    if let Some(drift) = model.drift() {
        parameters.push(("days", Parameter::Number(drift.days)));
        parameters.push(("drift_per_day", Parameter::Number(drift.per_day)));
    }
    if !model.correlations().is_empty() {
        let pairs = model.correlations().pairs().to_vec();
        parameters.push(("correlations", Parameter::Correlations(pairs)));
    }
    if model.center() == Center::Mean {
        parameters.push(("center", Parameter::Word("mean")));
    }
    parameters
}
