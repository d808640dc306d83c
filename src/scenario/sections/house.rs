//! `[house]`: how many seats, which majorities.

use crate::election::{House, MAX_SEATS, Majority, MajorityRule};

use super::super::error::ScenarioError;
use super::super::field::{Field, Section};
use super::super::wording;

const EXAMPLE: &str = "`seats = 145` under `[house]`, a whole number from 1 to 10000";

pub(super) fn read(root: &Section<'_>) -> Result<House, ScenarioError> {
    let section = root.require("house", EXAMPLE)?.section("`[house]`", &["seats", "majorities"])?;
    let field = section.require("seats", EXAMPLE)?;
    let seats = field.whole(1..=u64::from(MAX_SEATS))?;
    let seats = u32::try_from(seats).unwrap_or(MAX_SEATS);
    let refused = |error: crate::election::HouseError| field.refuse(error.to_string());
    match section.get("majorities") {
        None => House::new(seats).map_err(refused),
        Some(majorities) => {
            House::with_majorities(seats, read_majorities(majorities, seats)?).map_err(refused)
        }
    }
}

/// The majorities, in the order of the file.
fn read_majorities(field: Field<'_>, seats: u32) -> Result<Vec<Majority>, ScenarioError> {
    const ACCEPTED: &str = "a rule such as `>1/2` or `>=2/3`, or a whole number of seats";
    let section = field.open_section("`majorities = { simple = \">1/2\" }`")?;
    let mut majorities = Vec::new();
    for (_, rule) in section.fields() {
        wording::check(rule.key, wording::MAX_NAME)
            .map_err(|wrong| rule.refuse(format!("the name of a majority {wrong}")))?;
        let majority = Majority {
            name: rule.key.to_owned(),
            rule: if rule.is_integer() {
                MajorityRule::Seats(rule.whole_u32(1)?)
            } else {
                rule.parse(ACCEPTED)?
            },
        };
        // Each alone first, so that a refusal shows where it is.
        House::with_majorities(seats, vec![majority.clone()])
            .map_err(|error| rule.refuse(error.to_string()))?;
        majorities.push(majority);
    }
    if majorities.is_empty() {
        return Err(field.refuse(
            "`majorities` is empty; name at least one, such as `simple = \">1/2\"`, or leave it out",
        ));
    }
    Ok(majorities)
}
