//! Data flows one way through the rooms, and files stay short.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from left to right; a room uses only rooms to its left.
const ROOMS: [&str; 11] = [
    "election",
    "apportionment",
    "law",
    "uncertainty",
    "scenario",
    "measures",
    "simulation",
    "analysis",
    "chart",
    "report",
    "cli",
];

const LONGEST_FILE_LINES: usize = 500;

fn rust_files(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.ends_with("target") {
            // What `tests/fuzz` builds.
            continue;
        }
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn source(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// The rooms a line of code names: `crate::law`, `crate::{law, election}`.
fn rooms_named(code: &str) -> Vec<usize> {
    let mut named = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        let paths: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => members(group),
            None => vec![rest],
        };
        for path in paths {
            let word: String = path
                .trim()
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            named.extend(ROOMS.iter().position(|room| *room == word));
        }
    }
    named
}

/// The members of a group of imports, without what stands in braces of their own.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    members
}

#[test]
fn imports_are_read_as_they_are_written() {
    let named = |code: &str| -> Vec<&str> {
        rooms_named(code).into_iter().map(|room| ROOMS[room]).collect()
    };
    assert_eq!(named("use crate::law::{Law, Lots};"), ["law"]);
    assert_eq!(named("use crate::{law::{A, B}, report::X};"), ["law", "report"]);
}

#[test]
fn no_room_imports_one_to_its_right() {
    let mut imports = 0;
    for (index, room) in ROOMS.iter().enumerate() {
        let files = rust_files(&source("src").join(room));
        assert!(!files.is_empty(), "the room {room} is empty");
        for file in files {
            let code = fs::read_to_string(&file).unwrap();
            for named in rooms_named(&code) {
                imports += 1;
                assert!(
                    named <= index,
                    "{}: {room} must not know {}",
                    file.display(),
                    ROOMS[named]
                );
            }
        }
    }
    assert!(imports > 50, "only {imports} imports found: the test no longer reads the code");
}

#[test]
fn every_room_of_the_library_is_listed() {
    for entry in fs::read_dir(source("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            assert!(ROOMS.contains(&name.as_str()), "{name} is no room");
        }
    }
}

#[test]
fn only_the_command_line_knows_the_terminal() {
    for room in &ROOMS[..ROOMS.len() - 1] {
        for file in rust_files(&source("src").join(room)) {
            let code = fs::read_to_string(&file).unwrap();
            for word in ["println!", "eprintln!", "std::process", "clap::", "anyhow::"] {
                assert!(!code.contains(word), "{} uses {word}", file.display());
            }
        }
    }
}

#[test]
fn files_stay_short() {
    for folder in ["src", "tests", "benches"] {
        for file in rust_files(&source(folder)) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            assert!(lines <= LONGEST_FILE_LINES, "{} has {lines} lines", file.display());
        }
    }
}
