//! The scenario to start from works as it is, and with every setting at rest put to use.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use kurultai::scenario::STARTER;

fn kurultai(directory: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_kurultai");
    Command::new(program).args(arguments).current_dir(directory).output().unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// By hand: 5 % of 5,770,000 valid votes are 288,500, so Crane stays out; a quota is 5,400,000 / 145 =
/// 37,241.4 votes, the others have 69.81, 51.02 and 24.17 quotas.
#[test]
fn the_first_scenario_has_the_seats_its_votes_say() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path();
    assert!(kurultai(path, &["init"]).status.success());
    let allocated = json(&kurultai(path, &["allocate", "scenario.toml", "--format", "json"]));
    let seats: Vec<u64> = (allocated["parties"].as_array().unwrap().iter())
        .map(|party| party["seats"].as_u64().unwrap())
        .collect();
    assert_eq!(seats, [70, 51, 24, 0]);
    let options = ["simulate", "scenario.toml", "--format", "json", "--draws", "1000"];
    let simulated = json(&kurultai(path, &options));
    assert_eq!(simulated["run"]["model"], "logistic-normal");
    assert_eq!(simulated["coalitions"][0]["name"], "Steppe and River");
}

/// A setting at rest starts with # and its key or table, a sentence with # and a space.
#[test]
fn every_setting_at_rest_works() {
    let mut used = 0;
    let lines = STARTER.lines().map(|line| match line.strip_prefix('#') {
        Some(setting) if setting.starts_with(|first: char| !first.is_whitespace()) => {
            used += 1;
            setting
        }
        _ => line,
    });
    let everything: Vec<&str> = lines.collect();
    assert_eq!(used, 13);
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("all.toml"), everything.join("\n")).unwrap();
    let allocated =
        json(&kurultai(directory.path(), &["allocate", "all.toml", "--format", "json"]));
    assert_eq!(allocated["rules"]["method"], "sainte-lague");
    assert_eq!(allocated["what_if"].as_array().unwrap().len(), 1);
    let draws = ["simulate", "all.toml", "--draws", "100", "--quiet"];
    assert!(kurultai(directory.path(), &draws).status.success());
}

#[test]
fn a_file_that_exists_is_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("mine.toml");
    fs::write(&file, "mine").unwrap();
    let refused = kurultai(directory.path(), &["init", "mine.toml"]);
    assert_eq!(refused.status.code(), Some(4));
    let error = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(error, "error: cannot write mine.toml: it exists already; name another file\n");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn a_dash_is_standard_output() {
    let directory = tempfile::tempdir().unwrap();
    let output = kurultai(directory.path(), &["init", "-"]);
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), STARTER);
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
}
