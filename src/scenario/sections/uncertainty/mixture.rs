//! The model `mixture`: models and scenarios by weight.

use std::path::Path;

use crate::uncertainty::{Component, Mixture, Model};

use super::super::super::error::{ScenarioError, quoted};
use super::super::super::field::{Field, Section};
use super::super::super::wording::excerpt;
use super::super::super::{Scenario, built_in};
use super::{Surroundings, locate, option_ids, read_model};

pub(super) fn read(
    section: &Section<'_>,
    surroundings: Surroundings<'_>,
    bytes: &mut Vec<u8>,
) -> Result<Model, ScenarioError> {
    const EXAMPLE: &str =
        "`components = [{ weight = 1, model = \"dirichlet\", sample_size = 1000 }, …]`";
    let field = section.require("components", EXAMPLE)?;
    if surroundings.is_component {
        return Err(field.refuse(
            "this scenario is a component of a mixture, so its own model cannot be one; name a model",
        ));
    }
    let component = |item: &Field<'_>| {
        let open = item.open_section("`{ weight = 1, model = \"dirichlet\" }`")?;
        let weight = open.require("weight", "`weight = 1`")?.number()?;
        let (model, shares, origin) = if let Some(name) = open.get("scenario") {
            let keys = ["weight", "scenario"];
            item.section("`{ weight = 1, scenario = \"other.toml\" }`", &keys)?;
            let other = load(name, surroundings.beside.directory())?;
            bytes.extend_from_slice(other.sha256.as_bytes());
            let shares = shares_of(&other, name, surroundings)?;
            (other.model, Some(shares), Some(other.title.fallback().to_owned()))
        } else {
            let part = Surroundings { is_component: true, ..surroundings };
            let read = read_model(*item, &["weight"], part)?;
            bytes.extend_from_slice(&read.bytes);
            (read.model, None, None)
        };
        let component = Component { weight, model, name: origin, shares };
        Mixture::new(vec![component.clone()]).map_err(|error| locate(&open, &error))?;
        Ok(component)
    };
    let components =
        field.items("an array of tables")?.iter().map(component).collect::<Result<_, _>>()?;
    Mixture::new(components).map(Model::Mixture).map_err(|error| locate(section, &error))
}

/// A built-in scenario, or a file beside this one.
fn load(name: Field<'_>, directory: Option<&Path>) -> Result<Scenario, ScenarioError> {
    let text = name.string("the name of a built-in scenario, or the path of a `.toml`")?;
    if built_in::named(text).is_some() {
        return Scenario::component(Path::new(text));
    }
    match directory {
        Some(directory) => Scenario::component(&directory.join(text)),
        None => Err(name.refuse(
            "the path of a scenario needs a scenario that is a file itself; name a built-in one",
        )),
    }
}

/// The shares that another scenario has of everything on this ballot.
fn shares_of(
    other: &Scenario,
    name: Field<'_>,
    surroundings: Surroundings<'_>,
) -> Result<Vec<f64>, ScenarioError> {
    let options = option_ids(surroundings.count);
    let ids = other.parties.iter().map(|party| party.id.as_str()).chain(["against_all"]);
    let found: Vec<(&str, f64)> = ids.zip(other.ballots.option_shares()).collect();
    if let Some((unknown, _)) =
        found.iter().find(|(id, share)| *share > 0.0 && !options.contains(id))
    {
        let known = quoted(options.iter().take(20).copied());
        return Err(name.refuse(format!(
            "`{}` has votes in that scenario and is not on this ballot, which has {known}",
            excerpt(unknown)
        )));
    }
    let share =
        |option: &&str| found.iter().find(|(id, _)| id == option).map_or(0.0, |found| found.1);
    Ok(options.iter().map(share).collect())
}
