//! The languages there are.

use std::fmt;
use std::str::FromStr;

use super::{EN, KK, Messages, RU};

/// A language that tables, pictures and reports can speak. It is asked for, never taken from the locale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Kazakh, in Cyrillic script.
    Kazakh,
    /// Russian.
    Russian,
}

/// A word that is no language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown language `{0}`: it is one of `en`, `kk`, `ru`")]
pub struct UnknownLanguage(String);

impl Language {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 3] = [Self::English, Self::Kazakh, Self::Russian];

    /// Its messages.
    pub const fn words(self) -> &'static Messages {
        match self {
            Self::English => &EN,
            Self::Kazakh => &KK,
            Self::Russian => &RU,
        }
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        let named = |language: &Self| language.words().code == text;
        Self::ALL.into_iter().find(named).ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words().code)
    }
}
