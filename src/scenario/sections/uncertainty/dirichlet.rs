//! The models `dirichlet` and `dirichlet-kappa`.

use crate::uncertainty::{Concentration, Dirichlet, DirichletKappa, Model};

use super::super::super::error::ScenarioError;
use super::super::super::field::{Field, Section};
use super::{Surroundings, locate, number, sample_size};

pub(super) fn read(
    section: &Section<'_>,
    surroundings: Surroundings<'_>,
) -> Result<Model, ScenarioError> {
    let concentration = if let Some(alpha) = section.get("alpha") {
        for key in ["sample_size", "design_effect", "prior"] {
            if let Some(field) = section.get(key) {
                return Err(field.refuse(format!(
                    "`{key}` and `alpha` are both given; a Dirichlet model has either `alpha` or a poll"
                )));
            }
        }
        read_alpha(alpha)?
    } else {
        let example = "`sample_size = 1000`, the persons asked, or `alpha`";
        Concentration::Poll {
            sample_size: sample_size(section, surroundings, example)?,
            design_effect: number(section, "design_effect", 1.0)?,
            prior: number(section, "prior", 0.5)?,
        }
    };
    let model = Dirichlet::new(concentration).map_err(|error| locate(section, &error))?;
    Ok(Model::Dirichlet(model))
}

/// One α for everything on the ballot, or one each.
fn read_alpha(field: Field<'_>) -> Result<Concentration, ScenarioError> {
    if field.is_number() {
        return field.number().map(Concentration::Uniform);
    }
    let accepted = "a number, or an array of one for everything on the ballot";
    let alphas: Result<Vec<f64>, _> = field.items(accepted)?.iter().map(Field::number).collect();
    alphas.map(Concentration::Each)
}

/// κ, or the deviation of one share.
pub(super) fn read_kappa(section: &Section<'_>) -> Result<Model, ScenarioError> {
    let model = match (section.get("concentration"), section.get("sd"), section.get("at_share")) {
        (Some(concentration), None, None) => DirichletKappa::new(concentration.number()?),
        (None, Some(sd), Some(share)) => {
            DirichletKappa::of_deviation(sd.number()?, share.number()?)
        }
        _ => {
            return Err(section.refuse(
                "the model `dirichlet-kappa` has either `concentration = 600`, or `sd = 0.02` and \
                 `at_share = 0.5`, the standard deviation of a share of that size",
            ));
        }
    };
    model.map(Model::DirichletKappa).map_err(|error| locate(section, &error))
}
