//! What every language has in common with English.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{EN, KK, Messages, RU};

/// Words that stay in Latin script in every language: names of the program, of forms of data, and of
/// models as files write them.
const LATIN: [&str; 13] = [
    "kurultai",
    "sha",
    "JSON",
    "CSV",
    "point",
    "dirichlet",
    "logistic",
    "normal",
    "stationary",
    "law",
    "seats",
    "v",
    "s",
];

/// Symbols of formulas: P for a probability, and those of the table of methods.
const SYMBOLS: [&str; 5] = ["P", "V", "N", "F", "R"];

/// Every message by the name of its field.
fn entries(messages: &Messages) -> BTreeMap<String, String> {
    fn collect(path: &str, value: &Value, entries: &mut BTreeMap<String, String>) {
        match value {
            Value::String(text) => {
                entries.insert(path.to_owned(), text.clone());
            }
            Value::Object(fields) => {
                for (name, value) in fields {
                    collect(&format!("{path}/{name}"), value, entries);
                }
            }
            _ => {}
        }
    }
    let mut entries = BTreeMap::new();
    collect("", &serde_json::to_value(messages).unwrap(), &mut entries);
    // Habits of the language, not messages.
    entries.retain(|name, _| !["/code", "/decimal_mark", "/group_mark"].contains(&name.as_str()));
    entries
}

/// The names of the places, sorted, and the text around them.
fn places(message: &str) -> (Vec<&str>, Vec<&str>) {
    let mut parts = message.split('{');
    let mut around = vec![parts.next().unwrap_or_default()];
    let mut names = Vec::new();
    for part in parts {
        let (name, text) = part.split_once('}').unwrap();
        names.push(name);
        around.push(text);
    }
    names.sort_unstable();
    (names, around)
}

/// The words of a message, without its places.
fn words(message: &str) -> Vec<&str> {
    let (_, around) = places(message);
    let words = around.into_iter().flat_map(|text| text.split(|of: char| !of.is_alphabetic()));
    words.filter(|word| !word.is_empty()).collect()
}

/// The messages of a language and the English ones, one beside the other.
fn translated() -> impl Iterator<Item = (String, String, String)> {
    [("ru", &RU), ("kk", &KK)].into_iter().flat_map(|(language, messages)| {
        let english = entries(&EN);
        let translated = entries(messages);
        english.into_iter().map(move |(name, english)| {
            let message = translated[&name].clone();
            (format!("{language}{name}"), english, message)
        })
    })
}

#[test]
fn every_message_fills_the_places_of_the_english_one() {
    assert!(translated().count() > 500);
    for (name, english, message) in translated() {
        assert_eq!(places(&message).0, places(&english).0, "{name}");
    }
}

#[test]
fn no_message_is_missing_or_left_in_english() {
    for (name, english, message) in translated() {
        assert_eq!(message.is_empty(), english.is_empty(), "{name}");
        let has_words = words(&english).iter().any(|word| word.len() > 1);
        assert!(!has_words || message != english, "{name} is English: {message}");
    }
}

#[test]
fn no_latin_letter_hides_in_a_cyrillic_word() {
    let is_latin = |letter: char| letter.is_ascii_alphabetic();
    for (name, _, message) in translated() {
        for word in words(&message) {
            assert!(
                word.chars().all(is_latin) || !word.chars().any(is_latin),
                "{name}: two scripts in `{word}`"
            );
            assert!(
                !word.chars().all(is_latin) || LATIN.contains(&word) || SYMBOLS.contains(&word),
                "{name}: `{word}` is in Latin script"
            );
        }
    }
}

#[test]
fn russian_has_no_kazakh_letters() {
    for (name, message) in entries(&RU) {
        assert!(!message.chars().any(|letter| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter)), "{name}");
    }
}

#[test]
fn kazakh_endings_hang_on_no_place() {
    for (name, message) in entries(&KK) {
        let (_, around) = places(&message);
        // An ending would depend on the last sound of what is filled in.
        let hangs = around.iter().skip(1).any(|text| {
            let text = text.strip_prefix('-').unwrap_or(text);
            text.starts_with(char::is_alphabetic)
        });
        assert!(!hangs, "{name}: {message}");
    }
}

#[test]
fn no_message_has_two_spaces_or_one_at_its_end() {
    for (name, _, message) in translated() {
        assert!(!message.contains("  ") && !message.ends_with(' '), "{name}: {message}");
    }
}
