//! The font of the PNG pictures has every character that a picture can be asked to print.
#![cfg(feature = "png")]
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use skrifa::{FontRef, MetadataProvider};

/// The Kazakh alphabet in force (42 letters) and the Latin one of 2021 (31 letters).
const KAZAKH: &str = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ\
    аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
const KAZAKH_LATIN: &str = "AÄBDEFGĞHIİJKLMNÑOÖPQRSŞTUŪÜVYZaäbdefgğhıijklmnñoöpqrsştuūüvyz";
/// Marks of the three languages, and of numbers: thin, narrow and no-break spaces, minus, ₂.
const MARKS: &str = "—–−±…≥≤≠×÷·•°№%‰₂²½«»„“”‘’‚‹›†‡→←↑↓✓\u{2009}\u{202f}\u{a0}\u{2212}\u{301}";

fn font(bytes: &'static [u8]) -> FontRef<'static> {
    FontRef::new(bytes).unwrap()
}

fn lacking(characters: impl IntoIterator<Item = char>) -> BTreeSet<char> {
    let fonts = [font(dejavu::sans::regular()), font(dejavu::sans::bold())];
    let drawn = |character| fonts.iter().all(|font| font.charmap().map(character).is_some());
    let characters: BTreeSet<char> = characters.into_iter().collect();
    characters
        .into_iter()
        .filter(|&character| !character.is_control() && !drawn(character))
        .collect()
}

/// Every file under a folder whose name ends like this.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found
}

#[test]
fn letters_of_three_languages_are_there() {
    assert_eq!(KAZAKH.chars().count(), 84);
    assert_eq!(lacking(KAZAKH.chars()), BTreeSet::new());
    assert_eq!(lacking(KAZAKH_LATIN.chars()), BTreeSet::new());
    assert_eq!(lacking(MARKS.chars()), BTreeSet::new());
    // The test can fail: no DejaVu has a horse or a Chinese numeral.
    assert_eq!(lacking("A🐎一".chars()).len(), 2);
}

/// Words, names of methods and laws, and the names and titles of every scenario.
#[test]
fn everything_we_print_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut read = 0;
    for (folder, ending) in [
        ("src/report", "rs"),
        ("src/law/preset", "rs"),
        ("src/scenario/what_if", "rs"),
        ("scenarios", "toml"),
        ("tests/data/elections", "toml"),
        ("tests/data/elections", "csv"),
    ] {
        for file in files(&root.join(folder), ending) {
            let text = fs::read_to_string(&file).unwrap();
            assert_eq!(lacking(text.chars()), BTreeSet::new(), "{}", file.display());
            read += 1;
        }
    }
    assert!(read > 50, "only {read} files: the test no longer reads the words");
}
