//! `[house]`: how many seats, which majorities.

use crate::election::{House, MAX_SEATS, Majority, MajorityRule};
use crate::law::Preset;

use super::super::error::ScenarioError;
use super::super::field::{Field, Section};
use super::super::{NoFixedSize, wording};

const EXAMPLE: &str = "`seats = 145` under `[house]`, a whole number from 1 to 10000";

/// The house of a file.
pub(super) struct FileHouse {
    pub(super) house: House,
    /// Whether the file gives no size, so that it is that of the body of the preset.
    pub(super) assumed: bool,
}

/// The house; without a size, that of the body of `preset`.
pub(super) fn read(
    root: &Section<'_>,
    preset: Option<&'static Preset>,
) -> Result<FileHouse, ScenarioError> {
    let section = root
        .get("house")
        .map(|house| house.section("`[house]`", &["seats", "majorities"]))
        .transpose()?;
    let size = section.as_ref().and_then(|section| section.get("seats"));
    let seats = match (&size, preset) {
        (Some(field), _) => {
            let seats = field.whole(1..=u64::from(MAX_SEATS))?;
            u32::try_from(seats).expect("at most the largest house")
        }
        (None, Some(preset)) => {
            let own = preset.seats.ok_or_else(|| NoFixedSize(preset).to_string());
            own.map_err(|message| root.refuse_key("house", message))?
        }
        (None, None) => match &section {
            None => return Err(root.require("house", EXAMPLE).expect_err("there is none")),
            Some(section) => {
                return Err(section.require("seats", EXAMPLE).expect_err("there is none"));
            }
        },
    };
    let refused = |error: crate::election::HouseError| match &size {
        Some(field) => field.refuse(error.to_string()),
        None => root.refuse_key("house", error.to_string()),
    };
    let house = match section.as_ref().and_then(|section| section.get("majorities")) {
        None => House::new(seats),
        Some(majorities) => House::with_majorities(seats, read_majorities(majorities, seats)?),
    };
    Ok(FileHouse { house: house.map_err(refused)?, assumed: size.is_none() })
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
