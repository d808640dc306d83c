//! The languages there are.

use std::fmt;
use std::str::FromStr;

use super::{EN, KK, Messages, RU};
use crate::election::{is_same_name, nearest};

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
#[error("unknown language `{word}`{}: it is one of `en`, `kk`, `ru`", hint(word))]
pub struct UnknownLanguage {
    word: String,
}

/// What people call the languages; the code of the country for that of the language among it.
const CALLED: [(Language, &[&str]); 3] = [
    (Language::English, &["en", "eng", "english", "ағылшын", "ағылшынша", "английский"]),
    (
        Language::Kazakh,
        &["kk", "kaz", "kz", "kazakh", "qazaq", "qazaqsha", "қазақ", "қазақша", "казахский"],
    ),
    (Language::Russian, &["ru", "rus", "russian", "орыс", "орысша", "русский"]),
];

/// The code of the language that was perhaps meant, in brackets.
fn hint(word: &str) -> String {
    let meant = Language::meant(word);
    meant.map_or_else(String::new, |language| format!(" (did you mean `{language}`?)"))
}

fn called(word: &str) -> Option<Language> {
    // A code of a place, such as `ru_KZ.UTF-8`, begins with that of the language.
    let start = word.split(['_', '-', '.', '@']).next().unwrap_or(word);
    let exact = |name: &str| is_same_name(name, word) || is_same_name(name, start);
    let named = CALLED.iter().find(|(_, names)| names.iter().any(|name| exact(name)));
    let near = || {
        let name = nearest(
            word,
            CALLED.iter().flat_map(|(_, names)| {
                names.iter().copied().filter(|name| name.chars().count() > 2)
            }),
        )?;
        CALLED.iter().find(|(_, names)| names.contains(&name))
    };
    named.or_else(near).map(|&(language, _)| language)
}

impl Language {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 3] = [Self::English, Self::Kazakh, Self::Russian];

    /// The language that a word means which is not its code: its name in one of the three, or the code of
    /// a country.
    pub fn meant(word: &str) -> Option<Self> {
        called(word)
    }

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
        Self::ALL.into_iter().find(named).ok_or_else(|| UnknownLanguage { word: text.to_owned() })
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words().code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_called_otherwise_is_told_its_code() {
        for (word, code) in [
            ("kz", "kk"),
            ("KK", "kk"),
            ("kk-KZ", "kk"),
            ("казахский", "kk"),
            ("Қазақша", "kk"),
            ("kazkah", "kk"),
            ("english", "en"),
            ("en_US.UTF-8", "en"),
            ("ru_KZ", "ru"),
            ("russian", "ru"),
            ("русский", "ru"),
        ] {
            let said = word.parse::<Language>().unwrap_err().to_string();
            assert!(
                said.contains(&format!("`{word}` (did you mean `{code}`?): it is one of")),
                "{said}"
            );
        }
        for word in ["ua", "de", "français", ""] {
            let said = word.parse::<Language>().unwrap_err().to_string();
            assert!(!said.contains("did you mean"), "{said}");
        }
    }
}
