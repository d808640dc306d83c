//! The scenarios inside the program.

use super::Scenario;
use super::error::{ScenarioError, quoted};
use super::field::Field;
use super::wording::excerpt;
use crate::election::did_you_mean;

/// The scenario used when none is named: the 2023 list votes on 145 seats.
pub const DEFAULT: &str = "kurultai-2023";

/// A scenario to start from: it works as it is, and its comments say what can be changed.
pub const STARTER: &str = include_str!("starter.toml");

/// A scenario inside the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// The name it is asked for by.
    pub name: &'static str,
    /// Its scenario file, with comments and sources.
    pub text: &'static str,
    /// The files that it names.
    pub companions: &'static [Companion],
}

/// A file that a scenario inside the program names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Companion {
    /// Its path, as the scenario names it.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! scenarios {
    ($($name:literal $(with $companion:literal)*),+ $(,)?) => {
        &[$(BuiltIn {
            name: $name,
            text: include_str!(concat!("../../scenarios/", $name, ".toml")),
            companions: &[$(Companion {
                name: $companion,
                text: include_str!(concat!("../../scenarios/", $companion)),
            }),*],
        }),+]
    };
}

/// Every scenario inside the program, the default first.
///
/// ```
/// use kurultai::scenario::{DEFAULT, built_in};
/// assert_eq!(built_in()[0].name, DEFAULT);
/// ```
pub const fn built_in() -> &'static [BuiltIn] {
    scenarios![
        "kurultai-2023",
        "kurultai-2023-polls" with "kurultai-2023-polls.csv",
        "kurultai-2026-what-if",
        "mazhilis-2007",
        "mazhilis-2012",
        "mazhilis-2021",
        "mazhilis-2023",
        "maslikhat-almaty-2023",
        "maslikhat-astana-2023",
        "maslikhat-kostanay-2023",
        "maslikhat-shymkent-2021",
        "maslikhat-rudny-2021",
    ]
}

/// The scenario inside the program that `field` names, which must be a count of its own: one that is made of
/// polls, or refers to another, would lead in circles.
pub(super) fn counted(field: Field<'_>) -> Result<Scenario, ScenarioError> {
    let counts = || built_in().iter().filter(|scenario| scenario.companions.is_empty());
    let names = quoted(counts().map(|scenario| scenario.name));
    let name = field.string(&format!("one of the strings {names}"))?;
    let found = counts().find(|scenario| scenario.name == name).ok_or_else(|| {
        let meant = did_you_mean(name, counts().map(|scenario| scenario.name));
        let name = excerpt(name);
        field.refuse(format!(
            "no count inside the program is named `{name}`{meant}; the names are {names}"
        ))
    })?;
    Scenario::from_toml(found.name, found.text, None)
}

/// The scenario of this name.
pub(super) fn named(name: &str) -> Option<&'static BuiltIn> {
    built_in().iter().find(|scenario| scenario.name == name)
}
