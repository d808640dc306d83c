//! Every number in every form: each leaf of a JSON document, each CSV column and each cell of a table has an
//! expectation here that was worked out by hand, by the slow reference, or by counting the draws one by one.
//!
//! A whole document is expected, so a key that is new has no expectation and fails. What was added on purpose
//! gets its fact in the file of its command.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]
#![expect(clippy::cast_precision_loss, reason = "counts of draws are small")]

mod allocate;
mod cells;
mod columns;
mod comparisons;
mod count_cells;
mod election;
mod empty_seats;
mod expect;
mod lists;
mod measures;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../reference/mod.rs"]
mod reference;
mod simulate;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../subsets/mod.rs"]
mod subsets;

use std::process::Command;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The scenario with every rule that goes with draws.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/every_number/every-rule.toml");

/// What the program writes for this command and these options on the scenario.
fn output(command: &str, options: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .args([&[command, FILE, "--quiet"], options].concat())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn document(command: &str, options: &[&str]) -> Value {
    let text = output(command, &[options, &["--format", "json"]].concat());
    serde_json::from_str(&text).unwrap()
}

/// The fingerprint of the file, by the same standard function of its bytes.
fn sha256() -> String {
    let digest = Sha256::digest(std::fs::read(FILE).unwrap());
    digest.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// What every document says first, and then `rest`.
fn with_head(rest: Value) -> Value {
    // 10 of 410 votes go from a to b, which had 190. A majority is more than 8.5 of 17 seats, two thirds are
    // 11.33….
    let mut document = json!({
        "schema": 1,
        "program": "kurultai",
        "version": env!("CARGO_PKG_VERSION"),
        "scenario_sha256": sha256(),
        "title": "Every rule at once",
        "source": "Made up, and worked out by hand",
        "assumptions": ["Nobody changes sides"],
        "what_if": [{
            "operator": "transfer",
            "sentence": "a loses 10 votes to b",
            "votes": [
                { "id": "a", "before": 410, "after": 400 },
                { "id": "b", "before": 190, "after": 200 },
            ],
            "valid_votes": { "before": 1_000, "after": 1_000 },
        }],
        "rules": {
            "law": null,
            "article": null,
            // Only a preset can leave out something of a law.
            "leaves_out": null,
            "method": "dhondt",
            "seats": 17,
            "threshold": "5%",
            "threshold_base": "cast",
            "threshold_rule": "more-than",
            "tie": "order",
            "freed_seats": "redistribute",
            "group_quota": "30%",
            "majorities": [
                { "name": "simple", "seats": 9 },
                { "name": "two-thirds", "seats": 12 },
            ],
        },
    });
    let Value::Object(rest) = rest else { panic!("an object") };
    document.as_object_mut().unwrap().extend(rest);
    document
}

/// What every document on draws says of its run.
fn run(more: Value) -> Value {
    let mut run = json!({
        "draws": election::DRAWS,
        "seed": 1,
        "model": "dirichlet",
        "version": env!("CARGO_PKG_VERSION"),
        "scenario_sha256": sha256(),
    });
    let Value::Object(more) = more else { panic!("an object") };
    run.as_object_mut().unwrap().extend(more);
    run
}
