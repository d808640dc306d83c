//! What every language has in common with English.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{EN, KK, Messages, RU, continued, fill};
use crate::scenario::built_in;

/// Words that stay in Latin script in every language: names of the program, of forms of data, of models and
/// keys as files write them.
const LATIN: [&str; 14] = [
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
    "method",
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
        // Keys of the scenario file stand in backquotes.
        let message = message.split('`').step_by(2).collect::<Vec<_>>().join(" ");
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

/// Words that law, press or grammar speak against, each with the one that took its place; parts of words,
/// so that every ending is meant.
const GIVEN_UP: [(&str, &str, &str); 15] = [
    // «шекті меже»: the press and the law's readers say so of the threshold.
    ("kk", "шекті деңгей", "шекті меже"),
    ("kk", "деңгейінен", "межесінен"),
    // The line on the ballot: «Бәріне қарсымын».
    ("kk", "барлығына қарсы", "бәріне қарсымын"),
    // The smallest, where minimal by inclusion is meant.
    ("kk", "ең шағын", "минимал"),
    ("kk", "алмастырылмайтын", "шешуші"),
    ("kk", "бірсарынды", "монотонды"),
    ("kk", "мінсіз", "идеал"),
    // A census.
    ("kk", "санақ", "дауыс санау"),
    ("kk", "жолы жоқ", "мүмкін емес"),
    ("kk", "ең көп қалдық", "ең үлкен қалдық"),
    ("ru", "пропавш", "потерянные"),
    ("ru", "выигрышн", "выигрывающие"),
    ("ru", "незаменим", "ключевые"),
    ("ru", "чел.", "человек:"),
    ("ru", "аманат", "Amanat"),
];

/// What the built-in scenarios say, comments left out.
fn said_by_built_in_scenarios() -> impl Iterator<Item = (&'static str, &'static str)> {
    built_in().iter().flat_map(|scenario| {
        let lines = scenario.text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| (scenario.name, line))
    })
}

#[test]
fn words_given_up_do_not_return() {
    for (language, old, new) in GIVEN_UP {
        let messages = if language == "kk" { &KK } else { &RU };
        for (name, message) in entries(messages) {
            let old_is_here = message.to_lowercase().contains(old);
            assert!(!old_is_here, "{language}{name}: write {new} for {old}: {message}");
        }
        for (scenario, line) in said_by_built_in_scenarios() {
            let old_is_here = line.to_lowercase().contains(old);
            assert!(!old_is_here, "{scenario}: write {new} for {old}: {line}");
        }
    }
}

#[test]
fn the_threshold_has_one_word_in_kazakh() {
    let mut named = 0;
    for (name, english) in entries(&EN) {
        let kazakh = &entries(&KK)[&name];
        // Properties and natural thresholds of a method are no thresholds of a law.
        let english = places(&english).1.concat().to_lowercase();
        if english.contains("threshold") && !english.contains("natural") {
            named += 1;
            assert!(kazakh.to_lowercase().contains("меже"), "{name}: {kazakh}");
        }
    }
    assert!(named > 15, "{named}");
}

#[test]
fn a_sentence_ends_with_three_dots_or_one() {
    for words in [&KK, &RU] {
        let said = fill(words.last_remainder, &[("party", "A"), ("remainder", "77,310…")]);
        assert!(said.ends_with("77,310…"), "{said}");
        let said = fill(words.last_remainder, &[("party", "A"), ("remainder", "77,5")]);
        assert!(said.ends_with("77,5."), "{said}");
    }
}

#[test]
fn what_goes_on_after_a_colon_or_a_semicolon_has_no_capital_but_a_name_keeps_its_own() {
    assert_eq!(
        continued(RU.majority_missed),
        "большинство ({name}, {needed}): нет, не хватает {margin}"
    );
    assert!(continued(KK.outcome_unfilled).starts_with("кандидат "));
    assert_eq!(continued("{name} majority"), "{name} majority");
    assert_eq!(continued(""), "");
}
