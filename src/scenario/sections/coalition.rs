//! `[[coalition]]`: parties to watch together.

use std::collections::BTreeSet;

use crate::election::{MAX_LISTS, Party, party_named};

use super::super::Coalition;
use super::super::error::ScenarioError;
use super::super::field::{Field, Section};
use super::super::local;
use super::super::wording::MAX_NAME;

pub(super) fn read(root: &Section<'_>, parties: &[Party]) -> Result<Vec<Coalition>, ScenarioError> {
    let Some(field) = root.get("coalition") else {
        return Ok(Vec::new());
    };
    let items = field.items("an array of tables, each written `[[coalition]]`")?;
    if items.len() > MAX_LISTS {
        let found = items.len();
        let message = format!("there are {found} coalitions; at most {MAX_LISTS} are allowed");
        return Err(items[MAX_LISTS].refuse(message));
    }
    let mut names = BTreeSet::new();
    let mut coalitions = Vec::with_capacity(items.len());
    for item in items {
        let section = item.section("`[[coalition]]`", &["name", "parties"])?;
        let name = section.require("name", "one such as `name = \"Government\"`")?;
        let coalition = Coalition {
            name: local::read(name, MAX_NAME)?,
            members: read_members(
                section.require("parties", "the ids, as in `parties = [\"amanat\", \"auyl\"]`")?,
                parties,
            )?,
        };
        for text in coalition.name.texts() {
            if !names.insert(text.to_owned()) {
                let message =
                    format!("the coalition `{text}` appears twice; every one needs its own name");
                return Err(name.refuse(message));
            }
        }
        coalitions.push(coalition);
    }
    Ok(coalitions)
}

/// The indexes of the members, ascending.
fn read_members(field: Field<'_>, parties: &[Party]) -> Result<Vec<usize>, ScenarioError> {
    const ACCEPTED: &str = "an array of the ids of parties";
    let mut members = BTreeSet::new();
    for item in field.items(ACCEPTED)? {
        let id = item.string(ACCEPTED)?;
        let member = party_named(parties, id).map_err(|error| item.refuse(error.to_string()))?;
        if !members.insert(member) {
            return Err(item.refuse(format!("`{id}` is in the coalition twice; name it once")));
        }
    }
    if members.is_empty() {
        return Err(field.refuse("`parties` is empty; a coalition has at least one party"));
    }
    Ok(members.into_iter().collect())
}
