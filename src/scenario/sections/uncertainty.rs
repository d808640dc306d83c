//! `[uncertainty]`: the model and its parameters.

use crate::uncertainty::{Concentration, Dirichlet, LogisticNormal, Model, ModelError};

use super::super::count::Count;
use super::super::error::{ScenarioError, quoted};
use super::super::field::{Field, Section};
use super::super::wording::excerpt;

const DIRICHLET: [&str; 5] = ["model", "alpha", "sample_size", "design_effect", "prior"];
const LOGISTIC_NORMAL: [&str; 3] = ["model", "sample_size", "common_error"];

/// The model, if the file has one.
pub(super) fn read(root: &Section<'_>, count: &Count) -> Result<Option<Model>, ScenarioError> {
    let Some(field) = root.get("uncertainty") else {
        return Ok(None);
    };
    let names = quoted(Model::NAMES);
    let name =
        field.open_section("`[uncertainty]`")?.require("model", &format!("one of {names}"))?;
    let model = match name.string(&format!("one of the strings {names}"))? {
        "point" => {
            field.section("`[uncertainty]` for the model `point`", &["model"])?;
            Model::Point
        }
        "dirichlet" => {
            let title = "`[uncertainty]` for the model `dirichlet`";
            read_dirichlet(&field.section(title, &DIRICHLET)?)?
        }
        "logistic-normal" => {
            let title = "`[uncertainty]` for the model `logistic-normal`";
            read_logistic_normal(&field.section(title, &LOGISTIC_NORMAL)?)?
        }
        unknown => {
            let message = format!("unknown model `{}`: the models are {names}", excerpt(unknown));
            return Err(name.refuse(message));
        }
    };
    let section = field.open_section("`[uncertainty]`")?;
    (model.distribution(&count.ballots.option_shares()))
        .map_err(|error| locate(&section, &error))?;
    Ok(Some(model))
}

/// Refuses the parameter that `error` is about.
fn locate(section: &Section<'_>, error: &ModelError) -> ScenarioError {
    match *error {
        ModelError::OutOfRange {
            parameter: "alpha",
            found,
            ..
        } if section.get("alpha").is_none() => section.refuse(format!(
            "a share is so small that its α would be {found}; give a `prior` of at least 0.1, or a \
             larger `sample_size`"
        )),
        ModelError::OutOfRange { parameter, .. } => {
            section.refuse_key(parameter, error.to_string())
        }
        ModelError::AlphaLength { .. } | ModelError::NoShares => {
            section.refuse_key("alpha", error.to_string())
        }
    }
}

fn number(section: &Section<'_>, key: &str, default: f64) -> Result<f64, ScenarioError> {
    section.get(key).map_or(Ok(default), |field| field.number())
}

fn read_dirichlet(section: &Section<'_>) -> Result<Model, ScenarioError> {
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
            sample_size: section.require("sample_size", example)?.number()?,
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

fn read_logistic_normal(section: &Section<'_>) -> Result<Model, ScenarioError> {
    let default = LogisticNormal::default();
    let sample_size = number(section, "sample_size", default.sample_size())?;
    let common_error = number(section, "common_error", default.common_error())?;
    let model = LogisticNormal::new(sample_size, common_error);
    model.map(Model::LogisticNormal).map_err(|error| locate(section, &error))
}
