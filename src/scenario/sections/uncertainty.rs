//! `[uncertainty]`: the model and its parameters.

use crate::uncertainty::{Concentration, Dirichlet, LogisticNormal, Model, ModelError};

use super::super::Notice;
use super::super::count::Count;
use super::super::error::{ScenarioError, quoted};
use super::super::field::{Field, Section};
use super::super::wording::excerpt;

const DIRICHLET: [&str; 5] = ["model", "alpha", "sample_size", "design_effect", "prior"];
const LOGISTIC_NORMAL: [&str; 3] = ["model", "sample_size", "common_error"];

/// The model, if the file has one. `pooled` is the sample size of the polls behind the shares, used where
/// the file gives none.
pub(super) fn read(
    root: &Section<'_>,
    count: &Count,
    pooled: Option<f64>,
) -> Result<Option<Model>, ScenarioError> {
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
            read_dirichlet(&field.section(title, &DIRICHLET)?, pooled)?
        }
        "logistic-normal" => {
            let title = "`[uncertainty]` for the model `logistic-normal`";
            read_logistic_normal(&field.section(title, &LOGISTIC_NORMAL)?, pooled)?
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

/// The model of a file without one: the default, with the sample size of the polls if there are any.
pub(super) fn assumed(pooled: Option<f64>) -> Model {
    let default = LogisticNormal::default();
    pooled
        .and_then(|sample_size| LogisticNormal::new(sample_size, default.common_error()).ok())
        .map_or_else(Model::default, Model::LogisticNormal)
}

/// What the reader should know of the sample size beside polls of `pooled` persons.
pub(super) fn notice_of(model: &Model, pooled: f64) -> Option<Notice> {
    let used = match model {
        Model::LogisticNormal(model) => model.sample_size(),
        Model::Dirichlet(model) => match model.concentration() {
            &Concentration::Poll { sample_size, .. } => sample_size,
            Concentration::Uniform(_) | Concentration::Each(_) => return None,
        },
        Model::Point => return None,
    };
    Some(Notice::SampleSizeFromPolls { pooled, used })
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

fn read_dirichlet(section: &Section<'_>, pooled: Option<f64>) -> Result<Model, ScenarioError> {
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
            sample_size: match (section.get("sample_size"), pooled) {
                (None, Some(pooled)) => pooled,
                _ => section.require("sample_size", example)?.number()?,
            },
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

fn read_logistic_normal(
    section: &Section<'_>,
    pooled: Option<f64>,
) -> Result<Model, ScenarioError> {
    let default = LogisticNormal::default();
    let sample_size = number(section, "sample_size", pooled.unwrap_or(default.sample_size()))?;
    let common_error = number(section, "common_error", default.common_error())?;
    let model = LogisticNormal::new(sample_size, common_error);
    model.map(Model::LogisticNormal).map_err(|error| locate(section, &error))
}
