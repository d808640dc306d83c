//! `[law]`: a preset, the rules spelt out, or both.

use std::str::FromStr;

use crate::apportionment::{Method, catalogue};
use crate::election::Share;
use crate::law::{FreedSeats, Law, Preset, Threshold, ThresholdBase, ThresholdRule, TieRule};

use super::super::assumed_law;
use super::super::error::{ScenarioError, quoted};
use super::super::field::{Field, Section};
use super::super::wording::excerpt;

const KEYS: [&str; 7] =
    ["preset", "method", "threshold", "threshold_base", "threshold_rule", "tie", "freed_seats"];

/// The law of a file.
pub(super) struct FileLaw {
    pub(super) law: Law,
    pub(super) preset: Option<&'static Preset>,
    /// Whether the file is silent, so that the preset is the program's choice.
    pub(super) assumed: bool,
}

pub(super) fn read(root: &Section<'_>) -> Result<FileLaw, ScenarioError> {
    let Some(field) = root.get("law") else {
        let preset = assumed_law();
        return Ok(FileLaw { law: preset.law, preset: Some(preset), assumed: true });
    };
    let section = field.section("`[law]`", &KEYS)?;
    let preset = section.get("preset").map(read_preset).transpose()?;
    let law = match preset {
        Some(preset) => preset.law,
        None => read_base(&section)?,
    };
    Ok(FileLaw { law: override_keys(&section, law)?, preset, assumed: false })
}

fn read_preset(field: Field<'_>) -> Result<&'static Preset, ScenarioError> {
    let names = quoted(crate::law::PRESETS.iter().map(|preset| preset.name));
    let name = field.string(&format!("one of the strings {names}"))?;
    let name = excerpt(name);
    Preset::named(&name).map_err(|error| field.refuse(error.to_string()))
}

/// A law without a preset must at least say its method and threshold.
fn read_base(section: &Section<'_>) -> Result<Law, ScenarioError> {
    let method = section.require("method", "`method = \"hare\"`, or a `preset`")?;
    let threshold = section.require("threshold", "`threshold = \"5%\"`, or a `preset`")?;
    Ok(Law {
        method: read_method(method)?,
        threshold: Threshold {
            share: read_threshold(threshold)?,
            base: ThresholdBase::Valid,
            rule: ThresholdRule::AtLeast,
        },
        tie: TieRule::Order,
        freed_seats: FreedSeats::Redistribute,
    })
}

/// `law` with every rule that the file spells out.
fn override_keys(section: &Section<'_>, law: Law) -> Result<Law, ScenarioError> {
    let get = |key| section.get(key);
    Ok(Law {
        method: get("method").map_or(Ok(law.method), read_method)?,
        threshold: Threshold {
            share: get("threshold").map_or(Ok(law.threshold.share), read_threshold)?,
            base: get("threshold_base").map_or(Ok(law.threshold.base), read_word)?,
            rule: get("threshold_rule").map_or(Ok(law.threshold.rule), read_word)?,
        },
        tie: get("tie").map_or(Ok(law.tie), read_word)?,
        freed_seats: get("freed_seats").map_or(Ok(law.freed_seats), read_word)?,
    })
}

fn read_method(field: Field<'_>) -> Result<Method, ScenarioError> {
    let names = quoted(catalogue().iter().map(|entry| entry.usage));
    field.parse(&format!("one of the strings {names}"))
}

fn read_threshold(field: Field<'_>) -> Result<Share, ScenarioError> {
    field.parse("a string with a percentage, such as \"5%\"")
}

/// One of the words that the type of the choice lists in its refusal.
fn read_word<T: FromStr<Err = crate::law::UnknownChoice>>(
    field: Field<'_>,
) -> Result<T, ScenarioError> {
    field.parse("a string")
}
