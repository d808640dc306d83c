//! Facts that once nothing looked at: each of these tests fails by a fault that passed all the others.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]
#![expect(clippy::float_cmp, reason = "these doubles are the nearest ones to their fractions")]

use std::fs;
use std::path::Path;
use std::process::Command;

use kurultai::analysis::{Estimate, Summary};
use kurultai::report::messages::EN;
use kurultai::report::{FullReport, SimulationReport};
use kurultai::scenario::{DEFAULT, Scenario};
use kurultai::simulation::{Run, Simulation};
use serde_json::Value;

/// Runs the program in a directory, which must succeed.
fn run(directory: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .current_dir(directory)
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The document of a command on a scenario with these votes for `a` and `b`, by D'Hondt.
fn document(head: &str, votes: [u64; 2], model: &str, arguments: &[&str]) -> Value {
    let directory = tempfile::tempdir().unwrap();
    let parties = format!(
        "[[party]]\nid = \"a\"\nvotes = {}\n[[party]]\nid = \"b\"\nvotes = {}\n",
        votes[0], votes[1]
    );
    let text = format!("schema = 1\ntitle = \"t\"\n{head}\n[uncertainty]\n{model}\n{parties}");
    fs::write(directory.path().join("s.toml"), text).unwrap();
    let command = [arguments, &["--quiet", "--format", "json"]].concat();
    let (verb, rest) = command.split_first().unwrap();
    let stdout = run(directory.path(), &[&[*verb, "s.toml"], rest].concat());
    serde_json::from_slice(&stdout).unwrap()
}

/// A list is the largest where it has seats and no list has more; where nobody has seats there is none.
#[test]
fn nobody_is_the_largest_where_nobody_has_seats() {
    let head = "[house]\nseats = 10\n[law]\nmethod = \"dhondt\"\nthreshold = \"60%\"";
    let model = "model = \"dirichlet\"\nsample_size = 50";
    let found = document(head, [5_500, 4_500], model, &["simulate", "--draws", "2000"]);
    let outcomes = &found["run"]["outcomes"];
    let nobody = outcomes["nobody_admitted"].as_u64().unwrap();
    // Of some 50 persons 55 % are 60 % or more, or 40 % or less, in some draws and in others not.
    assert!((100..1_900).contains(&nobody), "{nobody}");
    // Only one list can have 60 %, and then it has every seat: it is the largest where it passes.
    for party in found["parties"].as_array().unwrap() {
        assert_eq!(party["largest"], party["passes_threshold"]);
        assert_eq!(party["majority"], party["passes_threshold"]);
    }
    let hits = |party: usize| {
        (found["parties"][party]["largest"]["p"].as_f64().unwrap() * 2_000.0).round()
    };
    assert_eq!(hits(0) + hits(1), f64::from(2_000 - u32::try_from(nobody).unwrap()));
}

/// Each percentile is its own: the smallest number of seats that so many of the draws do not exceed.
#[test]
fn percentiles_are_those_of_the_distribution() {
    let head = "[house]\nseats = 1000\n[law]\nmethod = \"dhondt\"\nthreshold = \"0%\"\n\
                [[coalition]]\nname = \"A\"\nparties = [\"a\"]";
    let model = "model = \"dirichlet\"\nsample_size = 50";
    let found = document(head, [55_000, 45_000], model, &["simulate", "--draws", "2000"]);
    let [a, b] = [0, 1].map(|party| &found["parties"][party]);
    for seats in
        [&a["seats"], &a["seats_if_admitted"], &b["seats"], &found["coalitions"][0]["seats"]]
    {
        let counts = seats["distribution"].as_array().unwrap().iter();
        let sorted: Vec<usize> = (counts.enumerate())
            .flat_map(|(seats, count)| vec![seats; count.as_u64().unwrap().try_into().unwrap()])
            .collect();
        assert_eq!(sorted.len(), 2_000);
        // Of 2,000 draws in order the 50th is the one that 2.5 % do not exceed, and so on.
        let places = [
            ("p025", 50),
            ("p05", 100),
            ("p10", 200),
            ("p25", 500),
            ("median", 1_000),
            ("p75", 1_500),
            ("p90", 1_800),
            ("p95", 1_900),
            ("p975", 1_950),
        ];
        let values = places.map(|(key, place)| {
            assert_eq!(seats[key], sorted[place - 1], "{key}");
            sorted[place - 1]
        });
        // The spread is some 70 seats, so that all nine are far apart: 5 % of the draws on the way.
        assert!(values.windows(2).all(|pair| pair[0] + 5 < pair[1]), "{values:?}");
    }
}

/// Five of ten are half, six more than half; of nine, five.
#[test]
fn half_of_an_even_house_is_no_majority() {
    for (seats, votes, holds) in [
        (10, [500, 500], 0.0_f64),
        (10, [600, 400], 1.0),
        (9, [500, 400], 1.0),
        (9, [400, 500], 0.0),
        (2, [500, 500], 0.0),
        (1, [500, 400], 1.0),
    ] {
        let head = format!(
            "[house]\nseats = {seats}\n[law]\nmethod = \"dhondt\"\nthreshold = \"0%\"\n\
             [[coalition]]\nname = \"A\"\nparties = [\"a\"]"
        );
        let of = |arguments: &[&str]| document(&head, votes, "model = \"point\"", arguments);
        let drawn = of(&["simulate", "--draws", "10"]);
        for found in [&drawn["parties"][0], &drawn["coalitions"][0]] {
            assert_eq!(found["majority"]["p"], holds, "{seats} {votes:?}");
            assert_eq!(found["majorities"]["simple"]["p"], holds, "{seats} {votes:?}");
        }
        let b = f64::from(u8::from(holds == 0.0 && votes[1] > votes[0]));
        assert_eq!(drawn["any_majority"]["simple"]["p"], holds.max(b));
        // The same in a sweep, of the count and of draws, and in the votes away from a majority.
        let vary = ["sweep", "--vary", "threshold", "--from", "0%", "--to", "0%", "--step", "1%"];
        let swept = of(&[&vary[..], &["--draws", "10"]].concat());
        let point = &swept["points"][0];
        let holder = match votes[0].cmp(&votes[1]) {
            _ if holds == 1.0 => Value::from("a"),
            std::cmp::Ordering::Less => Value::from("b"),
            _ => Value::Null,
        };
        assert_eq!(point["majority"], holder, "{seats} {votes:?}");
        assert_eq!(point["majority_seats"], seats / 2 + 1);
        let margins = of(&["allocate", "--margins"]);
        assert_eq!(margins["margins"]["majority"]["holder"], holder, "{seats} {votes:?}");
    }
}

/// Seats that nobody fills are not among those that coalitions are counted in.
#[test]
fn empty_seats_neither_win_nor_block() {
    // By D'Hondt a has six of ten seats and three candidates: three stay empty, b has four.
    let directory = tempfile::tempdir().unwrap();
    let text = "schema = 1\ntitle = \"t\"\n[house]\nseats = 10\n[law]\nmethod = \"dhondt\"\n\
                threshold = \"0%\"\nfreed_seats = \"vacant\"\n\
                [[party]]\nid = \"a\"\nvotes = 600\ncandidates = 3\n\
                [[party]]\nid = \"b\"\nvotes = 400\n";
    fs::write(directory.path().join("s.toml"), text).unwrap();
    let options = ["--coalitions", "--quiet", "--format", "json"];
    let stdout = run(directory.path(), &[&["allocate", "s.toml"], &options[..]].concat());
    let found: Value = serde_json::from_slice(&stdout).unwrap();
    assert_eq!(found["unfilled_seats"], 3);
    let analysis = &found["coalition_analysis"];
    assert_eq!(analysis["filled_seats"], 7);
    // Six of the seven are needed: either list keeps the other from them, and so do two seats.
    let simple = &analysis["majorities"][0];
    assert_eq!((&simple["needed"], &simple["blocking_needed"]), (&6.into(), &2.into()));
    assert_eq!(simple["minimal_winning"]["sets"][0]["parties"], serde_json::json!(["b", "a"]));
    assert_eq!(simple["minimal_blocking"]["count"], 2);
}

/// A run stops at the first power of two, from 2¹⁴ on, at which two standard errors are within the precision.
#[test]
fn a_run_stops_at_its_precision_and_not_before() {
    let directory = tempfile::tempdir().unwrap();
    let draws = |arguments: &[&str]| {
        let asked = [&["simulate", "--quiet", "--format", "json"], arguments].concat();
        let found: Value = serde_json::from_slice(&run(directory.path(), &asked)).unwrap();
        found
    };
    let look = draws(&["--draws", "16384", "--probability", "amanat>=97"]);
    let two_errors = 200.0 * look["asked"][0]["se"].as_f64().unwrap();
    // Two errors of twice the draws are 0.71 of these: within 0.8 of them, which these are not.
    let until = format!("P(amanat>=97) ±{:.4}%", 0.8 * two_errors);
    let found = draws(&["--until", &until]);
    assert_eq!(
        (&found["run"]["draws"], &found["stopping"]["reached"]),
        (&32_768.into(), &true.into())
    );
    // Within 1.01 of them these are.
    let until = format!("P(amanat>=97) ±{:.4}%", 1.01 * two_errors);
    assert_eq!(draws(&["--until", &until])["run"]["draws"], 16_384);
    // What happens in no draw is known to 3/K: 0.018311 % at 2¹⁴ and 0.009155 % at 2¹⁵.
    for (precision, needed) in [("0.0184%", 16_384), ("0.0183%", 32_768), ("0.0092%", 32_768)] {
        let until = format!("P(amanat>=145) ±{precision}");
        assert_eq!(draws(&["--until", &until])["run"]["draws"], needed, "{precision}");
    }
    // Every probability shown: the largest of their errors decides.
    let errors: Vec<f64> = every_error(&look);
    let largest = errors.into_iter().fold(0.0, f64::max);
    let precision = format!("{:.4}%", 200.0 * 0.8 * largest);
    assert_eq!(draws(&["--precision", &precision])["run"]["draws"], 32_768);
    let precision = format!("{:.4}%", 200.0 * 1.01 * largest);
    assert_eq!(draws(&["--precision", &precision])["run"]["draws"], 16_384);
}

/// The standard errors of all probabilities in a document.
fn every_error(value: &Value) -> Vec<f64> {
    match value {
        Value::Object(fields) if fields.contains_key("p") => {
            fields["se"].as_f64().into_iter().collect()
        }
        Value::Object(fields) => fields.values().flat_map(every_error).collect(),
        Value::Array(items) => items.iter().flat_map(every_error).collect(),
        _ => Vec::new(),
    }
}

/// The report names the lists that pass in 1 % to 99 % of the draws, both ends among them.
#[test]
fn a_report_says_whose_passing_is_open() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let tally = Run { draws: 100, seed: 1, threads: 1 }.tally(&simulation, &|_| ()).unwrap();
    let hits = [0, 9, 10, 500, 990, 991, 1_000];
    let mut summary = Summary::new(&scenario, &tally);
    for (party, hits) in summary.parties.iter_mut().zip(hits) {
        party.passes_threshold = Estimate { hits, draws: 1_000 };
    }
    let simulation = SimulationReport {
        words: &EN,
        scenario: &scenario,
        summary: &summary,
        count: None,
        comparison: None,
        seed: 1,
        asked: &[],
        target: None,
    };
    let report = FullReport { simulation, refused: None, comparison: None, command: "" };
    let text = report.markdown("pictures").unwrap().text;
    let short = text.split("\n## ").find(|part| part.starts_with("In short")).unwrap();
    let named: Vec<bool> = (scenario.parties.iter())
        .map(|party| short.contains(&format!("{} ", party.name.in_language("en"))))
        .collect();
    assert_eq!(named, [false, false, true, true, true, false, false], "{short}");
    // √(0.01·0.99/1000) = 0.31 %, √(0.25/1000) = 1.58 %.
    assert!(short.contains("1.00 % ±0.31"), "{short}");
    assert!(short.contains("50.00 % ±1.58"), "{short}");
}

/// A file that is replaced keeps who may read it; a new one has what the system gives to new files.
#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let directory = tempfile::tempdir().unwrap();
    let mode = |name: &str| {
        fs::metadata(directory.path().join(name)).unwrap().permissions().mode() & 0o777
    };
    fs::write(directory.path().join("ordinary"), "").unwrap();
    let ordinary = mode("ordinary");
    let write = |name: &str| {
        run(directory.path(), &["allocate", "--quiet", "--format", "csv", "-o", name]);
    };
    write("new.csv");
    assert_eq!(mode("new.csv"), ordinary);
    for kept in [0o600, 0o640, 0o664, 0o700] {
        fs::write(directory.path().join("old.csv"), "old").unwrap();
        let permissions = fs::Permissions::from_mode(kept);
        fs::set_permissions(directory.path().join("old.csv"), permissions).unwrap();
        write("old.csv");
        assert_eq!(mode("old.csv"), kept, "{kept:o}");
        let text = fs::read_to_string(directory.path().join("old.csv")).unwrap();
        assert!(text.contains("amanat"), "{text}");
    }
}
