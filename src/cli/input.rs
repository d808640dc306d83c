//! From options to a scenario.

use anyhow::Context;

use super::arguments::{InputOptions, LawOptions};
use super::effect;
use super::failure::{Failure, Status, warn};
use crate::apportionment::Method;
use crate::law::Preset;
use crate::report::messages::EN;
use crate::report::notices;
use crate::scenario::{Overrides, Scenario, ScenarioError, WhatIf};

/// Loads the scenario the options name and changes its law as they say.
pub(super) fn scenario(input: &InputOptions, law: &LawOptions) -> Result<Scenario, Failure> {
    // Names are looked up before any file is read: wrong usage is found first.
    let overrides = Overrides { what_ifs: what_ifs(input)?, ..overrides(law)? };
    let scenario = Scenario::load(&input.scenario, input.input_format)?;
    scenario.with_overrides(&overrides).map_err(|error| match error {
        // What options ask of this input.
        error @ ScenarioError::BadOverride { .. } => failure(input, error),
        error => error.into(),
    })
}

fn overrides(law: &LawOptions) -> Result<Overrides, Failure> {
    let unknown = |error: anyhow::Error| Failure::new(Status::Usage, error);
    let preset = law.law.as_deref().map(Preset::named).transpose().context("--law");
    let method = law.method.as_deref().map(str::parse::<Method>).transpose().context("--method");
    Ok(Overrides {
        law: preset.map_err(unknown)?,
        method: method.map_err(unknown)?,
        seats: law.seats,
        threshold: law.threshold,
        threshold_base: law.threshold_base,
        threshold_rule: law.threshold_rule,
        tie: law.tie,
        freed_seats: law.freed_seats,
        lot: law.lot.clone(),
        what_ifs: Vec::new(),
    })
}

fn what_ifs(input: &InputOptions) -> Result<Vec<WhatIf>, Failure> {
    input.what_if.iter().map(|words| Ok(words.parse::<WhatIf>()?)).collect()
}

/// Says on standard error what was assumed of the input or ignored in it, and which options of the law
/// change nothing.
pub(super) fn warn_of(
    input: &InputOptions,
    scenario: &Scenario,
    law: &LawOptions,
    simulated: bool,
) {
    effect::say_of_freed_seats(law, scenario);
    for notice in notices(&EN, scenario, simulated) {
        warn(&format!("{}: {notice}", name(input)));
    }
}

/// What messages call the input.
fn name(input: &InputOptions) -> &str {
    if input.scenario == "-" { "standard input" } else { &input.scenario }
}

/// An input whose votes give no result.
pub(super) fn failure(input: &InputOptions, error: impl Into<anyhow::Error>) -> Failure {
    Failure::new(Status::Input, error.into().context(name(input).to_owned()))
}
