//! The models of uncertainty to draw from.

use kurultai::uncertainty::{
    Component, Concentration, Dirichlet, DirichletKappa, Empirical, LogisticNormal, LogisticT,
    Mixture, Model, ModelError, Multinomial, Normal, catalogue,
};

/// Every model of the catalogue, in its order, with usual parameters, for so many options on the ballot.
pub(crate) fn every_model(options: usize) -> Vec<Model> {
    let model = |name| model(name, options).expect("the parameters are in range");
    catalogue().iter().map(|entry| model(entry.name)).collect()
}

fn model(name: &str, options: usize) -> Result<Model, ModelError> {
    let poll = || Concentration::Poll { sample_size: 1_000.0, design_effect: 1.0, prior: 0.5 };
    Ok(match name {
        "point" => Model::Point,
        "dirichlet" => Model::Dirichlet(Dirichlet::new(poll())?),
        "dirichlet-kappa" => Model::DirichletKappa(DirichletKappa::new(1_000.0)?),
        "multinomial" => Model::Multinomial(Multinomial::new(1_000.0)?),
        "logistic-normal" => Model::default(),
        "logistic-t" => Model::LogisticT(LogisticT::new(LogisticNormal::default(), 10.0)?),
        "normal" => Model::Normal(Normal::new(1_000.0, 1.0)?),
        "empirical" => Model::Empirical(Empirical::new(past_errors(options))?),
        "mixture" => {
            let part = |name, weight| {
                model(name, options).map(|model| Component {
                    weight,
                    model,
                    name: None,
                    shares: None,
                })
            };
            Model::Mixture(Mixture::new(vec![
                part("logistic-normal", 3.0)?,
                part("dirichlet", 1.0)?,
            ])?)
        }
        new => panic!("{new} has no benchmark yet: give it parameters here"),
    })
}

/// Ten past elections with errors of up to a fifth of a log point, one for every option.
fn past_errors(options: usize) -> Vec<Vec<f64>> {
    let error =
        |election: u32, option: u32| f64::from((election * 7 + option * 3) % 5) / 10.0 - 0.2;
    let options = u32::try_from(options).expect("few options");
    (0..10).map(|election| (0..options).map(|option| error(election, option)).collect()).collect()
}
