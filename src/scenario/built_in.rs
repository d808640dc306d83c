//! The scenarios inside the program.

/// The scenario used when none is named: the 2023 list votes on 145 seats.
pub const DEFAULT: &str = "kurultai-2023";

/// A scenario inside the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// The name it is asked for by.
    pub name: &'static str,
    /// Its scenario file, with comments and sources.
    pub text: &'static str,
}

macro_rules! scenarios {
    ($($name:literal),+ $(,)?) => {
        &[$(BuiltIn {
            name: $name,
            text: include_str!(concat!("../../scenarios/", $name, ".toml")),
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
        "kurultai-2026-what-if",
        "mazhilis-2007",
        "mazhilis-2012",
        "mazhilis-2021",
        "mazhilis-2023",
    ]
}

/// The scenario of this name.
pub(super) fn named(name: &str) -> Option<&'static BuiltIn> {
    built_in().iter().find(|scenario| scenario.name == name)
}
