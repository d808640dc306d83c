//! The models `logistic-normal` and `logistic-t`.

use crate::uncertainty::{
    Center, Correlations, Drift, HouseError, LogisticNormal, LogisticT, Model,
};

use super::super::super::count::Count;
use super::super::super::error::ScenarioError;
use super::super::super::field::{Field, Section};
use super::{Surroundings, locate, number, option};

/// The keys of `logistic-t`, the last of which is its own.
pub(super) const KEYS_T: &[&str] = &[
    "sample_size",
    "common_error",
    "house_error",
    "pollsters",
    "days",
    "drift_per_day",
    "correlations",
    "center",
    "degrees_of_freedom",
];

/// The keys of `logistic-normal`.
pub(super) const KEYS: &[&str] = KEYS_T.split_at(KEYS_T.len() - 1).0;

pub(super) fn read(
    section: &Section<'_>,
    surroundings: Surroundings<'_>,
) -> Result<LogisticNormal, ScenarioError> {
    let default = LogisticNormal::default();
    let usual = surroundings.pooled.unwrap_or(default.sample_size());
    let sample_size = number(section, "sample_size", usual)?;
    let common_error = number(section, "common_error", default.common_error())?;
    let located = |error| locate(section, &error);
    let mut model = LogisticNormal::new(sample_size, common_error).map_err(located)?;
    if let Some(error) = section.get("house_error") {
        let pollsters = section.get("pollsters").map_or(Ok(1), |field| field.whole_u32(1))?;
        let house = HouseError { error: error.number()?, pollsters };
        model = model.with_house(house).map_err(located)?;
    } else if let Some(pollsters) = section.get("pollsters") {
        return Err(pollsters.refuse(
            "`pollsters` divides the variance of `house_error`, which is missing; add it or leave this out",
        ));
    }
    match (section.get("days"), section.get("drift_per_day")) {
        (Some(days), Some(per_day)) => {
            let drift = Drift { days: days.number()?, per_day: per_day.number()? };
            model = model.with_drift(drift).map_err(located)?;
        }
        (Some(field), None) | (None, Some(field)) => {
            return Err(field.refuse(
                "a drift needs both `days`, until the election, and `drift_per_day`, in log points",
            ));
        }
        (None, None) => {}
    }
    if let Some(field) = section.get("correlations") {
        model = model.with_correlations(read_correlations(field, surroundings.count)?);
    }
    Ok(model.centred(section.get("center").map_or(Ok(Center::Median), read_center)?))
}

pub(super) fn read_t(
    section: &Section<'_>,
    surroundings: Surroundings<'_>,
) -> Result<Model, ScenarioError> {
    let freedom = number(section, "degrees_of_freedom", LogisticT::USUAL)?;
    let model = LogisticT::new(read(section, surroundings)?, freedom);
    model.map(Model::LogisticT).map_err(|error| locate(section, &error))
}

/// `[{ parties = ["a", "b"], correlation = -0.3 }, …]`.
fn read_correlations(field: Field<'_>, count: &Count) -> Result<Correlations, ScenarioError> {
    const ACCEPTED: &str =
        "an array such as `[{ parties = [\"amanat\", \"auyl\"], correlation = -0.3 }]`";
    let mut correlations = Correlations::default();
    for item in field.items(ACCEPTED)? {
        let bloc = item.section(
            "`{ parties = [\"amanat\", \"auyl\"], correlation = -0.3 }`",
            &["parties", "correlation"],
        )?;
        let parties = bloc.require("parties", "`parties = [\"amanat\", \"auyl\"]`")?;
        let options: Vec<usize> = (parties.items("an array of ids")?.iter())
            .map(|id| option(id, count))
            .collect::<Result<_, _>>()?;
        let correlation = bloc.require("correlation", "`correlation = -0.3`")?.number()?;
        correlations = correlations
            .with_bloc(&options, correlation)
            .map_err(|error| item.refuse(error.to_string()))?;
    }
    Ok(correlations)
}

fn read_center(field: Field<'_>) -> Result<Center, ScenarioError> {
    match field.string("`median` or `mean`")? {
        "median" => Ok(Center::Median),
        "mean" => Ok(Center::Mean),
        _ => Err(field.mismatch("`median` or `mean`")),
    }
}
