//! A line of text in one language or in several.

use std::collections::BTreeMap;

use super::error::ScenarioError;
use super::field::Field;
use crate::election::LocalName;

/// A string for every language, or a table of strings by language, each of at most `longest` characters.
pub(super) fn read(field: Field<'_>, longest: usize) -> Result<LocalName, ScenarioError> {
    if field.is_string() {
        return field.line(longest).map(LocalName::new);
    }
    if !field.is_table() {
        return Err(field.mismatch("a string, or `{ en = \"…\", kk = \"…\", ru = \"…\" }`"));
    }
    let title = "`{ en = \"…\", kk = \"…\", ru = \"…\" }`";
    let section = field.section(title, &["en", "kk", "ru"])?;
    let mut texts = BTreeMap::new();
    for (_, text) in section.fields() {
        texts.insert(text.key.to_owned(), text.line(longest)?);
    }
    // English serves a language that is missing, else Kazakh: they are in the order of their codes.
    let Some(fallback) = texts.values().next().cloned() else {
        let key = field.key;
        return Err(
            field.refuse(format!("`{key}` is empty; give at least one of `en`, `kk`, `ru`"))
        );
    };
    Ok(LocalName::by_language(fallback, texts))
}
