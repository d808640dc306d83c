//! What can be wrong with an input, where, and what would be accepted.

use std::fmt;

use super::built_in::built_in;
use crate::election::{did_you_mean, printable_in_message};

/// Where in the input something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    file: String,
    line: Option<usize>,
    column: Option<usize>,
}

impl Place {
    /// A file as a whole, or an option.
    pub(super) fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, column: None }
    }

    /// A line of a file, counted from 1.
    pub(super) fn line(file: impl Into<String>, line: usize) -> Self {
        Self { line: Some(line), ..Self::file(file) }
    }

    /// The line and column of a byte of `text`, both counted from 1, columns in characters.
    pub(super) fn byte(file: impl Into<String>, text: &str, byte: usize) -> Self {
        let whole = (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
        let before = &text[..whole.unwrap_or(0)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            file: file.into(),
            line: Some(line_of(text.as_bytes(), byte)),
            column: Some(before[line_start..].chars().count() + 1),
        }
    }

    /// Refuses what is here, with a message that says what is wrong and what would be accepted.
    pub(super) fn refuse(self, message: impl Into<String>) -> ScenarioError {
        ScenarioError::BadInput { place: self, message: printable_in_message(&message.into()) }
    }
}

/// The line of a byte of `text`, counted from 1.
pub(super) fn line_of(text: &[u8], byte: usize) -> usize {
    let before = &text[..byte.min(text.len())];
    before.split(|&byte| byte == b'\n').count()
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&printable_in_message(&self.file))?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        Ok(())
    }
}

/// Why there is no scenario.
///
/// The text of each is one line that says where, what is wrong, and what would be accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScenarioError {
    /// Neither a file nor a built-in scenario has this name.
    #[error(
        "no file and no built-in scenario is named `{}`{}; the built-in scenarios are {}, and a \
         file ends in `.toml` or `.csv`",
        printable_in_message(name),
        did_you_mean(name, built_in().iter().map(|scenario| scenario.name)),
        built_in_names()
    )]
    UnknownName {
        /// The name asked for.
        name: String,
    },
    /// The input was read, and is wrong.
    #[error("{place}: {message}")]
    BadInput {
        /// Where.
        place: Place,
        /// What is wrong, and what would be accepted.
        message: String,
    },
    /// An option's value does not fit the scenario.
    #[error("{}", printable_in_message(message))]
    BadOverride {
        /// What is wrong, and what would be accepted.
        message: String,
    },
    /// The input could not be read.
    #[error("{}: cannot be read: {reason}", printable_in_message(file))]
    Unreadable {
        /// Which file.
        file: String,
        /// Why, in the system's words.
        reason: String,
    },
}

/// The class of a [`ScenarioError`], for the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// Wrong usage: a name that does not exist.
    UnknownName,
    /// Bad input data, in a file or by an option's value.
    BadInput,
    /// A file could not be read.
    Unreadable,
}

impl ScenarioError {
    /// Its class.
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::UnknownName { .. } => ErrorKind::UnknownName,
            Self::BadInput { .. } | Self::BadOverride { .. } => ErrorKind::BadInput,
            Self::Unreadable { .. } => ErrorKind::Unreadable,
        }
    }
}

fn built_in_names() -> String {
    quoted(built_in().iter().map(|scenario| scenario.name))
}

/// Words in backquotes, separated by commas.
pub(super) fn quoted<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}
