//! Every picture that the program draws: which there are, and the numbers in them.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

mod files;

/// The pictures that a command draws, by file name.
fn pictures(arguments: &[&str]) -> BTreeMap<String, String> {
    let directory = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .args(arguments)
        .arg("--chart")
        .arg(directory.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let entries = fs::read_dir(directory.path()).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    entries.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

fn names(pictures: &BTreeMap<String, String>) -> Vec<&str> {
    pictures.keys().map(String::as_str).collect()
}

/// The numbers of a picture in words.
fn description(svg: &str) -> &str {
    svg.split_once("<desc>").unwrap().1.split_once("</desc>").unwrap().0
}

#[test]
fn an_allocation_has_hemicycle_shares_margins_and_coalitions() {
    let drawn = pictures(&["allocate", "--margins"]);
    let expected = ["coalition-seats.svg", "hemicycle.svg", "margins.svg", "votes-seats.svg"];
    assert_eq!(names(&drawn), expected);
    // 83 of 145 seats are 57.24 %; Amanat and Auyl have 83 + 17.
    let shares = description(&drawn["votes-seats.svg"]);
    assert!(shares.contains("share of seats 57.2 %"), "{shares}");
    assert!(drawn["votes-seats.svg"].contains("Gallagher 1.94 %"));
    let coalitions = description(&drawn["coalition-seats.svg"]);
    assert!(coalitions.contains("Amanat and Auyl: 100 seats"), "{coalitions}");
    assert!(drawn["coalition-seats.svg"].contains("+27 / +3"));
}

#[test]
fn what_there_is_nothing_to_show_of_has_no_picture() {
    let drawn = pictures(&["allocate", "mazhilis-2012"]);
    assert_eq!(names(&drawn), ["hemicycle.svg", "votes-seats.svg"]);
    let drawn = pictures(&["simulate", "mazhilis-2012", "--draws", "100", "--threshold", "0%"]);
    assert_eq!(
        names(&drawn),
        ["convergence.svg", "hemicycle.svg", "histogram.svg", "intervals.svg", "votes-seats.svg"]
    );
}

#[test]
fn a_run_has_intervals_passes_coalitions_and_histogram() {
    let drawn = pictures(&["simulate", "--draws", "2000", "--lang", "ru"]);
    let expected = [
        "coalition-seats.svg",
        "coalitions.svg",
        "convergence.svg",
        "hemicycle.svg",
        "histogram.svg",
        "intervals.svg",
        "passes.svg",
        "votes-seats.svg",
    ];
    assert_eq!(names(&drawn), expected);
    let again = pictures(&["simulate", "--draws", "2000", "--lang", "ru", "--threads", "1"]);
    assert!(drawn == again, "pictures depend on threads");
}

#[test]
fn a_comparison_has_a_board() {
    let methods = "dhondt,adams,macau";
    let drawn = pictures(&["compare", "--methods", methods, "--lang", "kk"]);
    assert_eq!(names(&drawn), ["board.svg", "methods.svg"]);
    let board = description(&drawn["board.svg"]);
    // Macau's signposts 1, 2, 4, 8, … make the lists nearly equal.
    assert!(board.contains("Макао бөлгіштері: Amanat 26, "), "{board}");
    assert_eq!(board.matches("; ").count(), 3, "{board}");
}
