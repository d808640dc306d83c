//! Who can decide what: the table of the Constitution of 2026 against the file it was taken from, the
//! answers for the built-in scenario against what was worked out by hand, and the chances over draws against
//! the same draws one by one.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

mod count;
mod draws;
mod table;

use std::process::Command;

use serde_json::Value;

pub(crate) fn kurultai(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .args(arguments)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

pub(crate) fn document(arguments: &[&str]) -> Value {
    let mut arguments = arguments.to_vec();
    arguments.extend(["--format", "json", "--quiet"]);
    serde_json::from_str(&kurultai(&arguments)).expect("a document")
}

/// The lines below the headings of a table, cut where there is more than one space; empty cells are left
/// out.
pub(crate) fn rows(text: &str, first_heading: &str) -> Vec<Vec<String>> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(first_heading)).skip(1);
    assert!(lines.next().expect("the table").starts_with('─'));
    let cells = |line: &str| -> Vec<String> {
        let cells = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
        cells.map(str::to_owned).collect()
    };
    lines.take_while(|line| !line.is_empty()).map(cells).collect()
}
