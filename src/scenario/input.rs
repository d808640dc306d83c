//! Bytes from a file or standard input, and the text in them.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::str::FromStr;

use super::built_in::Companion;
use super::error::{Place, ScenarioError, line_of};
use super::field::Field;
use super::wording::excerpt;
use crate::election::did_you_mean;

/// The largest input the program reads, in bytes: 64 MiB.
pub const MAX_INPUT_BYTES: usize = 64 << 20;

/// The two forms of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFormat {
    /// A scenario file.
    Toml,
    /// A table of votes.
    Csv,
}

/// A word that is not a form of input.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown input format `{word}`{}: it is one of `toml`, `csv`", did_you_mean(word, ["toml", "csv"]))]
pub struct UnknownFormat {
    word: String,
}

impl FromStr for InputFormat {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Self, UnknownFormat> {
        match text {
            "toml" => Ok(Self::Toml),
            "csv" => Ok(Self::Csv),
            _ => Err(UnknownFormat { word: text.to_owned() }),
        }
    }
}

impl fmt::Display for InputFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Toml => "toml",
            Self::Csv => "csv",
        })
    }
}

impl InputFormat {
    /// The form that the ending of a file's name promises, whatever its capitals.
    pub fn of_ending(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        ending.to_ascii_lowercase().parse().ok()
    }

    /// The form the first line with anything on it looks like: a comment, a table or a key is TOML.
    pub(super) fn guess(text: &str) -> Self {
        let first = text.lines().map(str::trim).find(|line| !line.is_empty());
        match first {
            Some(line) if line.starts_with(['#', '[']) || line.contains('=') => Self::Toml,
            _ => Self::Csv,
        }
    }
}

/// Bytes with the name that messages give them.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl Input {
    /// Reads a file, a named pipe or a device.
    pub(super) fn from_path(path: &Path) -> Result<Self, ScenarioError> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| unreadable(&name, &error))?;
        let metadata = file.metadata().map_err(|error| unreadable(&name, &error))?;
        if metadata.is_dir() {
            let error = io::Error::from(io::ErrorKind::IsADirectory);
            return Err(unreadable(&name, &error));
        }
        Self::from_reader(name, file)
    }

    /// Reads standard input to its end.
    pub(super) fn from_standard_input() -> Result<Self, ScenarioError> {
        Self::from_reader("standard input".to_owned(), io::stdin().lock())
    }

    fn from_reader(name: String, reader: impl Read) -> Result<Self, ScenarioError> {
        let mut bytes = Vec::new();
        let limit = u64::try_from(MAX_INPUT_BYTES).unwrap_or(u64::MAX) + 1;
        (reader.take(limit).read_to_end(&mut bytes)).map_err(|error| unreadable(&name, &error))?;
        Ok(Self { name, bytes })
    }
}

/// Where the files are that a scenario file names.
#[derive(Clone, Copy, Debug)]
pub(super) enum Beside<'a> {
    /// Nowhere: the scenario is no file itself.
    Nowhere,
    /// In this directory.
    Directory(&'a Path),
    /// Inside the program.
    Program(&'static [Companion]),
}

impl<'a> Beside<'a> {
    /// The directory, if there is one.
    pub(super) const fn directory(self) -> Option<&'a Path> {
        match self {
            Self::Directory(directory) => Some(directory),
            Self::Nowhere | Self::Program(_) => None,
        }
    }

    /// Reads the CSV that `field` names, whose path is relative to the scenario file.
    pub(super) fn read(self, field: Field<'_>) -> Result<Input, ScenarioError> {
        let file = field.string("a string with the path of a CSV")?;
        if file.is_empty() {
            let key = field.key;
            return Err(field.refuse(format!("`{key}` is empty; it must be the path of a CSV")));
        }
        match self {
            Self::Directory(directory) => Input::from_path(&directory.join(file)),
            Self::Program(companions) => {
                let found = companions.iter().find(|companion| companion.name == file);
                let found = found.ok_or_else(|| {
                    field.refuse(format!("the program holds no file `{}`", excerpt(file)))
                })?;
                Ok(Input { name: file.to_owned(), bytes: found.text.into() })
            }
            Self::Nowhere => Err(field.refuse(format!(
                "`{}` needs a scenario that is a file itself, for its path starts there; save the scenario \
                 as a `.toml` beside it",
                field.key
            ))),
        }
    }
}

/// The text in `bytes`, without a byte order mark.
pub(super) fn decode<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, ScenarioError> {
    let refuse = |message: &str| Err(Place::file(name).refuse(message));
    if bytes.len() > MAX_INPUT_BYTES {
        return refuse(
            "the input is larger than 64 MiB; a scenario or a table of votes is smaller",
        );
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return refuse("the text is UTF-16; save it as UTF-8");
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = line_of(bytes, error.valid_up_to());
        Place::line(name, line).refuse("the text is not UTF-8; save the file as UTF-8")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return refuse(
            "the input is empty; a scenario file starts with `schema = 1`, a table of votes with a \
             header such as `party,votes`",
        );
    }
    if let Some(byte) = text.find('\0') {
        return Err(Place::byte(name, text, byte)
            .refuse("there is a zero byte; save the file as plain text in UTF-8, not UTF-16"));
    }
    Ok(text)
}

/// Whether a path led in a circle: symbolic links that name one another.
pub fn is_loop_of_links(error: &io::Error) -> bool {
    // `ELOOP`, whose kind the standard library does not yet name.
    const LINUX: i32 = 40;
    const OTHER_UNIX: i32 = 62;
    let number =
        if cfg!(any(target_os = "linux", target_os = "android")) { LINUX } else { OTHER_UNIX };
    cfg!(unix) && error.raw_os_error() == Some(number)
}

/// A failure to read, in plain words.
fn unreadable(name: &str, error: &io::Error) -> ScenarioError {
    if is_loop_of_links(error) {
        let reason = "its path is a loop of symbolic links".to_owned();
        return ScenarioError::Unreadable { file: name.to_owned(), reason };
    }
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => {
            "it is a directory; give a `.toml` or `.csv` file in it".to_owned()
        }
        _ => {
            let words = error.to_string();
            let number = words.rfind(" (os error ").unwrap_or(words.len());
            words[..number].to_lowercase()
        }
    };
    ScenarioError::Unreadable { file: name.to_owned(), reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_guessed_from_the_first_line() {
        for (text, format) in [
            ("party,votes\na,1\n", InputFormat::Csv),
            ("\n\n# comment\n", InputFormat::Toml),
            ("  [house]\n", InputFormat::Toml),
            ("schema = 1\n", InputFormat::Toml),
            ("", InputFormat::Csv),
        ] {
            assert_eq!(InputFormat::guess(text), format, "{text:?}");
        }
    }

    #[test]
    fn an_endless_input_is_refused() {
        let input = Input::from_reader("zeros".to_owned(), io::repeat(b'x')).unwrap();
        let error = decode(&input.name, &input.bytes).unwrap_err();
        assert_eq!(
            error.to_string(),
            "zeros: the input is larger than 64 MiB; a scenario or a table of votes is smaller"
        );
    }
}
