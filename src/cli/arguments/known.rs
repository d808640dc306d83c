//! Options whose value is one of a few words: what is none of them is told the nearest.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

use crate::election::nearest;
use crate::report::messages::Language;

/// Accepts words.
#[derive(Clone)]
pub(in crate::cli) struct Known {
    words: Vec<&'static str>,
    meant: fn(&str, &[&'static str]) -> Option<&'static str>,
}

impl Known {
    /// These words, spelled like this.
    pub(in crate::cli) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let meant = |typed: &str, words: &[&'static str]| nearest(typed, words.iter().copied());
        Self { words: words.into_iter().collect(), meant }
    }

    /// The codes of languages; who writes the name of one, or the code of a country, is told its code.
    pub(in crate::cli) fn languages() -> impl TypedValueParser<Value = Language> {
        let words = Language::ALL.map(|language| language.words().code).to_vec();
        let meant = |typed: &str, _: &[&'static str]| Some(Language::meant(typed)?.words().code);
        Self { words, meant }.try_map(|word| word.parse::<Language>())
    }
}

impl TypedValueParser for Known {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, Error> {
        let typed = value.to_string_lossy();
        if let Some(word) = self.words.iter().find(|word| **word == typed) {
            return Ok((*word).to_owned());
        }
        let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(command);
        let words = self.words.iter().map(|&word| word.to_owned()).collect();
        let argument = argument.map_or_else(|| "...".to_owned(), ToString::to_string);
        error.insert(ContextKind::InvalidArg, ContextValue::String(argument));
        error.insert(ContextKind::InvalidValue, ContextValue::String(typed.clone().into_owned()));
        error.insert(ContextKind::ValidValue, ContextValue::Strings(words));
        if let Some(meant) = (self.meant)(&typed, &self.words) {
            let meant = ContextValue::String(meant.to_owned());
            error.insert(ContextKind::SuggestedValue, meant);
        }
        Err(error)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.words.iter().map(PossibleValue::new)))
    }
}
