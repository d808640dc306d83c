//! `[uncertainty]`: the model and its parameters.

mod dirichlet;
mod empirical;
mod logistic;
mod mixture;

use crate::election::{NameError, did_you_mean, party_named};
use crate::uncertainty::{
    Concentration, LogisticNormal, Model, ModelError, Multinomial, Normal, catalogue,
};

use super::super::Notice;
use super::super::count::Count;
use super::super::error::{ScenarioError, quoted};
use super::super::field::{Field, Section};
use super::super::input::Beside;
use super::super::wording::excerpt;

/// What a model is read against.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'s> {
    pub(super) count: &'s Count,
    /// Where the files are that the scenario names.
    pub(super) beside: Beside<'s>,
    /// Whether the scenario is a component of a mixture, and so may have none.
    pub(super) is_component: bool,
    /// The sample size of the polls behind the shares, used where the file gives none.
    pub(super) pooled: Option<f64>,
}

/// A model, and the bytes of the files that are part of it.
pub(super) struct ReadModel {
    pub(super) model: Model,
    pub(super) bytes: Vec<u8>,
}

/// The model, if the file has one.
pub(super) fn read(
    root: &Section<'_>,
    surroundings: Surroundings<'_>,
) -> Result<Option<ReadModel>, ScenarioError> {
    root.get("uncertainty").map(|field| read_model(field, &[], surroundings)).transpose()
}

/// The model in a table that may have `other_keys` besides those of the model.
fn read_model(
    field: Field<'_>,
    other_keys: &[&str],
    surroundings: Surroundings<'_>,
) -> Result<ReadModel, ScenarioError> {
    let names = quoted(catalogue().iter().map(|entry| entry.name));
    let open = field.open_section("`[uncertainty]`")?;
    let name = open.require("model", &format!("one of {names}"))?;
    let text = name.string(&format!("one of the strings {names}"))?;
    let Some(&(_, title, keys)) = KEYS.iter().find(|(known, ..)| *known == text) else {
        let meant = did_you_mean(text, catalogue().iter().map(|entry| entry.name));
        let message = format!("unknown model `{}`{meant}: the models are {names}", excerpt(text));
        return Err(name.refuse(message));
    };
    let keys: Vec<&str> = ["model"].iter().chain(keys).chain(other_keys).copied().collect();
    let section = field.section(title, &keys)?;
    let mut bytes = Vec::new();
    let model = match text {
        "dirichlet" => dirichlet::read(&section, surroundings)?,
        "dirichlet-kappa" => dirichlet::read_kappa(&section)?,
        "multinomial" => {
            let persons = sample_size(&section, surroundings, SAMPLE_SIZE)?;
            Model::Multinomial(Multinomial::new(persons).map_err(|e| locate(&section, &e))?)
        }
        "logistic-normal" => Model::LogisticNormal(logistic::read(&section, surroundings)?),
        "logistic-t" => logistic::read_t(&section, surroundings)?,
        "normal" => {
            let persons = sample_size(&section, surroundings, SAMPLE_SIZE)?;
            let factor = number(&section, "sd_factor", 1.0)?;
            Model::Normal(Normal::new(persons, factor).map_err(|e| locate(&section, &e))?)
        }
        "empirical" => empirical::read(&section, surroundings, &mut bytes)?,
        "mixture" => mixture::read(&section, surroundings, &mut bytes)?,
        _ => Model::Point,
    };
    (model.distribution(&surroundings.count.ballots.option_shares()))
        .map_err(|error| locate(&section, &error))?;
    Ok(ReadModel { model, bytes })
}

/// The name of each model, the table it has, its keys.
const KEYS: [(&str, &str, &[&str]); 9] = [
    ("point", "`[uncertainty]` for the model `point`", &[]),
    (
        "dirichlet",
        "`[uncertainty]` for the model `dirichlet`",
        &["alpha", "sample_size", "design_effect", "prior"],
    ),
    (
        "dirichlet-kappa",
        "`[uncertainty]` for the model `dirichlet-kappa`",
        &["concentration", "sd", "at_share"],
    ),
    ("multinomial", "`[uncertainty]` for the model `multinomial`", &["sample_size"]),
    ("logistic-normal", "`[uncertainty]` for the model `logistic-normal`", logistic::KEYS),
    ("logistic-t", "`[uncertainty]` for the model `logistic-t`", logistic::KEYS_T),
    ("normal", "`[uncertainty]` for the model `normal`", &["sample_size", "sd_factor"]),
    ("empirical", "`[uncertainty]` for the model `empirical`", &["errors"]),
    ("mixture", "`[uncertainty]` for the model `mixture`", &["components"]),
];

const SAMPLE_SIZE: &str = "`sample_size = 1000`, the persons asked";

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
        ModelError::Bloc | ModelError::UnknownOption { .. } | ModelError::NotPositiveDefinite => {
            section.refuse_key("correlations", error.to_string())
        }
        ModelError::NoErrors | ModelError::ErrorsLength { .. } => {
            section.refuse_key("errors", error.to_string())
        }
        ModelError::Components | ModelError::SharesLength { .. } => section.refuse_key("components", error.to_string()),
    }
}

/// The model of a file without one: the default, with the sample size of the polls if there are any.
pub(super) fn assumed(pooled: Option<f64>) -> Model {
    let default = LogisticNormal::default();
    pooled
        .and_then(|sample_size| default.with_sample_size(sample_size).ok())
        .map_or_else(Model::default, Model::LogisticNormal)
}

/// What the reader should know of the sample size beside polls of `pooled` persons.
pub(super) fn notice_of(model: &Model, pooled: f64) -> Option<Notice> {
    let used = match model {
        Model::LogisticNormal(model) => model.sample_size(),
        Model::LogisticT(model) => model.normal().sample_size(),
        Model::Normal(model) => model.sample_size(),
        #[expect(clippy::cast_precision_loss, reason = "at most 10^9")]
        Model::Multinomial(model) => model.sample_size() as f64,
        Model::Dirichlet(model) => match model.concentration() {
            &Concentration::Poll { sample_size, .. } => sample_size,
            Concentration::Uniform(_) | Concentration::Each(_) => return None,
        },
        Model::Point | Model::DirichletKappa(_) | Model::Empirical(_) | Model::Mixture(_) => {
            return None;
        }
    };
    Some(Notice::SampleSizeFromPolls { pooled, used })
}

/// The persons asked: as the file says, else those of the polls, else it has to say.
fn sample_size(
    section: &Section<'_>,
    surroundings: Surroundings<'_>,
    example: &str,
) -> Result<f64, ScenarioError> {
    match (section.get("sample_size"), surroundings.pooled) {
        (None, Some(pooled)) => Ok(pooled),
        _ => section.require("sample_size", example)?.number(),
    }
}

fn number(section: &Section<'_>, key: &str, default: f64) -> Result<f64, ScenarioError> {
    section.get(key).map_or(Ok(default), |field| field.number())
}

/// The place of an option on the ballot, by its id or as `against_all`.
fn option(field: &Field<'_>, count: &Count) -> Result<usize, ScenarioError> {
    let id = field.string("the id of a party, or `against_all`")?;
    let options = option_ids(count);
    let exact = options.iter().position(|option| *option == id);
    match exact.map_or_else(|| party_named(&count.parties, id), Ok) {
        Ok(at) => Ok(at),
        Err(ambiguous @ NameError::Ambiguous { .. }) => Err(field.refuse(ambiguous.to_string())),
        Err(NameError::Unknown { hint, .. }) => {
            let ids = quoted(options.iter().take(20).copied());
            let id = excerpt(id);
            Err(field
                .refuse(format!("nothing on the ballot is called `{id}`{hint}; there are {ids}")))
        }
    }
}

/// The ids of everything on the ballot: every party in order, then `against_all` if anyone voted so.
fn option_ids(count: &Count) -> Vec<&str> {
    let against_all = (count.ballots.against_all > 0).then_some("against_all");
    count.parties.iter().map(|party| party.id.as_str()).chain(against_all).collect()
}
