//! The program as a process: pipes, files, full disks, exit statuses.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kurultai");

fn kurultai(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("NO_COLOR");
    command
}

fn run(arguments: &[&str]) -> Output {
    kurultai(arguments).output().expect("the program starts")
}

fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = kurultai(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that refuses its input early closes the pipe early.
    let _: std::io::Result<()> = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8")
}

/// Asserts that a run failed with this status and one error that holds `wanted`, and printed nothing.
fn assert_refused(output: &Output, status: i32, wanted: &str) {
    let error = text(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{error}");
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
    assert_eq!(error.matches("error: ").count(), 1, "{error}");
    assert!(error.contains(wanted), "{error}");
    assert!(!error.contains("panicked"), "{error}");
}

fn files_in(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("the directory is there");
    let mut names: Vec<_> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_main_job_gives_the_seats_of_2023() {
    let output = run(&["allocate", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let seats = |json: &serde_json::Value| -> Vec<u64> {
        let parties = json["parties"].as_array().expect("parties");
        parties.iter().map(|party| party["seats"].as_u64().expect("seats")).collect()
    };
    assert_eq!(seats(&json), [83, 17, 13, 13, 11, 8, 0]);
    assert_eq!(json["rules"]["method"], "hare");
    assert_eq!(json["totals"]["threshold_votes"], 6_366_441);
    assert_eq!(json["totals"]["admitted_votes"], 5_971_719);
    assert!(json["tie"].is_null());
    let output = run(&["allocate", "--method", "dhondt", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(seats(&json), [84, 17, 13, 13, 10, 8, 0]);
}

#[test]
fn a_simulation_is_the_same_on_any_number_of_threads() {
    let draws = |threads: &str| {
        let arguments = ["simulate", "--draws", "20000", "--format", "json", "--threads", threads];
        run(&arguments).stdout
    };
    let one = draws("1");
    let json: serde_json::Value = serde_json::from_slice(&one).expect("JSON");
    assert_eq!(json["run"]["draws"], 20_000);
    assert_eq!(json["run"]["seed"], 1);
    for party in json["parties"].as_array().expect("parties") {
        let distribution = party["seats"]["distribution"].as_array().expect("counts");
        let draws: u64 = distribution.iter().map(|count| count.as_u64().expect("a count")).sum();
        assert_eq!((distribution.len(), draws), (146, 20_000));
    }
    assert_eq!(draws("2"), one);
    assert_eq!(draws("7"), one);
}

#[test]
fn an_open_tie_leaves_its_seat_open() {
    let votes = b"party,votes\nfirst,10\nsecond,10\nthird,10\n";
    let arguments = [
        "allocate", "-", "--method", "dhondt", "--seats", "2", "--tie", "report", "--format",
        "json",
    ];
    let output = run_with_input(&arguments, votes);
    assert_eq!(output.status.code(), Some(0));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["tie"]["parties"], serde_json::json!(["first", "second", "third"]));
    assert_eq!(json["tie"]["seats"], 2);
    assert!(json["tie"]["broken_by"].is_null());
    let output = run_with_input(&["allocate", "-", "--seats", "2", "--tie", "lot"], votes);
    assert!(text(&output.stdout).contains("the lot (seed 1) gives"));
}

#[test]
fn the_law_a_csv_is_given_is_named() {
    let output = run_with_input(&["allocate", "-"], b"party,votes\nfirst,10\nsecond,20\n");
    assert!(text(&output.stderr).contains("assumed kurultai-2026"));
    assert!(text(&output.stdout).contains("assumed kurultai-2026"));
}

#[test]
fn bad_votes_are_refused_with_their_place() {
    let cases: [(&[u8], &str); 14] = [
        (b"", "empty"),
        (b"party,votes\n", "no"),
        (b"party;votes\na;1\n", ";"),
        (b"party,votes\na,-1\n", "2"),
        (b"party,votes\na,1.5\n", "2"),
        (b"party,votes\na,NaN\n", "2"),
        (b"party,votes\na,18446744073709551616\n", "2"),
        (b"party,votes\na,18446744073709551615\nb,1\n", "below 2^64"),
        (b"party,votes\na,1\na,2\n", "3"),
        (b"party,votes\na,0\n", "votes"),
        (b"party,votes\na,1,2\n", "2"),
        (b"party\na\n", "votes"),
        (b"party,votes\n\xff\xfe,1\n", "UTF-8"),
        (b"schema = 1\ntitle = \n", "2"),
    ];
    for (input, wanted) in cases {
        let output = run_with_input(&["allocate", "-"], input);
        assert_refused(&output, 3, wanted);
        assert!(text(&output.stderr).contains("standard input"), "{}", text(&output.stderr));
    }
}

#[test]
fn an_output_file_appears_whole_or_not_at_all() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("result.json");
    let path = file.to_str().expect("a plain path");
    let charts = directory.path().join("charts");
    let chart = charts.to_str().expect("a plain path");
    let output = run(&["allocate", "--format", "json", "--output", path, "--chart", chart]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    assert_eq!(files_in(directory.path()), ["charts", "result.json"]);
    let pictures = ["coalition-seats.svg", "hemicycle.svg", "votes-seats.svg"];
    assert_eq!(files_in(&charts), pictures);
    let whole = fs::read(&file).expect("the result");
    assert_eq!(whole, run(&["allocate", "--format", "json"]).stdout);

    // Bad input touches nothing.
    let output = run(&["allocate", "tests/data/readme/mistake.toml", "--output", path]);
    assert_refused(&output, 3, "mistake.toml:5:9");
    assert_eq!(fs::read(&file).expect("the result"), whole);
    assert_eq!(files_in(directory.path()), ["charts", "result.json"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let output = kurultai(&["allocate"]).stdout(full).output().expect("the program starts");
    assert_refused(&output, 4, "standard output");
}

#[cfg(unix)]
#[test]
fn a_file_size_limit_leaves_the_old_result() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("result.json");
    fs::write(&file, "old").expect("written");
    let script = r#"ulimit -f 1; exec "$0" allocate --chart "$1" --output "$1/result.json""#;
    let output = Command::new("sh")
        .args(["-c", script, PROGRAM, directory.path().to_str().expect("a plain path")])
        .output()
        .expect("a shell");
    assert_refused(&output, 4, "cannot write");
    assert_eq!(fs::read_to_string(&file).expect("the result"), "old");
    assert_eq!(files_in(directory.path()), ["result.json"]);
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_failure() {
    let mut child = kurultai(&["simulate", "--draws", "1000", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut errors = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut errors).expect("text");
    assert_eq!(child.wait().expect("the program ends").code(), Some(0), "{errors}");
    assert!(errors.is_empty(), "{errors}");
}

#[test]
fn styles_follow_the_option_only() {
    assert!(!text(&run(&["allocate"]).stdout).contains('\u{1b}'));
    assert!(text(&run(&["allocate", "--color", "always"]).stdout).contains("\u{1b}[1m"));
}

#[test]
fn check_says_no_when_official_seats_differ() {
    let scenario = fs::read_to_string("scenarios/mazhilis-2023.toml").expect("the scenario");
    assert!(scenario.contains("official_seats = 40"));
    let wrong = scenario.replace("official_seats = 40", "official_seats = 41");
    let wrong = wrong.replace("official_seats = 8\n", "official_seats = 7\n");
    let output = run_with_input(&["check", "-"], wrong.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("40 found, 41 official"), "{}", text(&output.stdout));
}

/// 100 : 60 : 40 votes on 10 seats are 5 : 3 : 2 by any method here.
const OFFICIAL: &str = "party,votes,seats\na,100,5\nb,60,3\nc,40,2\n";

#[test]
fn check_compares_a_table_whose_law_and_house_are_given() {
    let check = |table: &str, options: &[&str]| {
        run_with_input(&[&["check", "-", "--quiet"], options].concat(), table.as_bytes())
    };
    let said = |output: &Output| (output.status.code().expect("a status"), text(&output.stdout));
    let own = ["--law", "austria", "--seats", "10"];
    let (status, shown) = said(&check(OFFICIAL, &own));
    assert!(
        (status, shown.contains("The 10 seats found are the official ones.")) == (0, true),
        "{shown}"
    );
    // Another division of the same ten seats.
    let other = OFFICIAL.replace(",5\n", ",6\n").replace(",2\n", ",1\n");
    let (status, shown) = said(&check(&other, &own));
    assert!(status == 1 && shown.contains("a: 5 found, 6 official"), "{shown}");
    assert!(!shown.contains("add up"), "{shown}");
    // Rules given one by one are a law too.
    let rules = ["--method", "dhondt", "--threshold", "0%", "--seats", "10"];
    assert_eq!(said(&check(OFFICIAL, &rules)).0, 0);
    assert_eq!(said(&check(&other, &rules)).0, 1);
    // A sum that is not the house, with a law, without one, and without a house.
    for options in
        [&["--law", "austria", "--seats", "11"][..], &["--seats", "11"], &["--seats", "9"]]
    {
        let (status, shown) = said(&check(OFFICIAL, options));
        let sum = format!(
            "The official seats add up to 10, but the house has {} seats.",
            options.last().expect("N")
        );
        assert!(status == 1 && shown.contains(&sum), "{options:?} {shown}");
    }
    let (status, shown) = said(&check(OFFICIAL, &[]));
    assert!(status == 1 && shown.contains("add up to 10, but the house has 145 seats"), "{shown}");
    assert!(shown.contains("The house size is assumed: give it by --seats."), "{shown}");
    // Of a column with gaps only too many are too many.
    let gaps = OFFICIAL.replace(",2\n", ",\n");
    assert_eq!(said(&check(&gaps, &own)).0, 0);
    assert_eq!(said(&check(&gaps.replace(",3\n", ",6\n"), &own)).0, 1);
    // A what-if is not the count that the official seats are of.
    let changed = [&own[..], &["--what-if", "scale all 200%"]].concat();
    assert_eq!(said(&check(&other, &changed)).0, 0);
}

#[test]
fn check_says_where_official_seats_of_a_file_do_not_fit_its_house() {
    let file = |official: u32| {
        let party = |id: &str, votes: u32, seats: u32| {
            format!("[[party]]\nid = \"{id}\"\nvotes = {votes}\nofficial_seats = {seats}\n")
        };
        let head = "schema = 1\ntitle = \"x\"\n[house]\nseats = 10\n[law]\npreset = \"austria\"\n";
        [head, &party("a", 100, official), &party("b", 60, 3), &party("c", 40, 2)].concat()
    };
    for (official, sum) in [(5, None), (6, Some(11)), (4, Some(9)), (200, Some(205))] {
        let output = run_with_input(&["check", "-"], file(official).as_bytes());
        let shown = text(&output.stdout);
        assert_eq!(output.status.code(), Some(i32::from(sum.is_some())), "{shown}");
        let says = sum
            .map(|sum| format!("The official seats add up to {sum}, but the house has 10 seats."));
        assert_eq!(shown.contains("add up"), says.is_some(), "{shown}");
        assert!(says.is_none_or(|says| shown.contains(&says)), "{shown}");
        // Under another house they are not compared.
        let output = run_with_input(&["check", "-", "--seats", "12"], file(official).as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    }
}

#[test]
fn rows_that_are_no_lists_win_no_seats() {
    let seats = |table: &str| {
        let arguments = ["allocate", "-", "--seats", "10", "--threshold", "0%", "--format", "json"];
        let output = run_with_input(&arguments, table.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let seats: Vec<_> = json["parties"]
            .as_array()
            .expect("parties")
            .iter()
            .map(|party| party["seats"].as_u64())
            .collect();
        (seats, json["totals"]["valid_votes"].as_u64(), text(&output.stderr))
    };
    let found = fs::read("tests/data/found/csv_against_all_id.csv").expect("the table");
    let output = run_with_input(&["allocate", "-", "--seats", "10", "--threshold", "0%"], &found);
    assert_refused(&output, 3, "standard input:2: `against_all` looks like votes against all");
    assert!(text(&output.stderr).contains("`kind`"));
    // What the message says is accepted, and then right.
    let (all, valid, _) = seats("party,votes,kind\nagainst_all,500,against_all\nb,700,\n");
    assert_eq!((all, valid), (vec![Some(10)], Some(1_200)));
    let (all, ..) = seats("party,votes,kind\nagainst_all,500,list\nb,700,\ntotal,1200,list\n");
    assert_eq!(all, [Some(2), Some(3), Some(5)]);
    // The first of a table may be the largest list: told, not refused; and not told once it says what it is.
    let (all, _, told) = seats("party,votes\na,50\nb,30\nc,20\n");
    assert_eq!(all, [Some(5), Some(3), Some(2)]);
    assert!(told.contains("`a` has as many votes as all other rows together"), "{told}");
    let (.., told) = seats("party,votes,kind\na,50,list\nb,30,\nc,20,\n");
    assert!(!told.contains("together"), "{told}");
    let (.., told) = seats("party,votes\na,51\nb,30\nc,20\n");
    assert!(!told.contains("together"), "{told}");
}

#[test]
fn every_breakpoint_can_be_given_back() {
    let table = "tests/data/found/big_breakpoint.csv";
    let range =
        ["--from", "4%", "--to", "8%", "--step", "1%", "--seats", "100", "--format", "json"];
    let output = run(&[&["sweep", table, "--vary", "threshold"], &range[..]].concat());
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let breakpoints = json["breakpoints"].as_array().expect("breakpoints");
    // The shares of c and d in 9000000000001 + 3000000000007 + 700000000003 + 800000000021 votes.
    let values: Vec<_> =
        breakpoints.iter().map(|breakpoint| breakpoint["value"].as_str().expect("text")).collect();
    assert_eq!(values, ["700000000003/13500000000032", "800000000021/13500000000032"]);
    for (value, out) in values.iter().zip(["c", "d"]) {
        // At exactly the share of a list the list takes part, and at more than it no longer.
        for (rule, takes_part) in [("at-least", true), ("more-than", false)] {
            let options = [
                "--threshold",
                value,
                "--threshold-rule",
                rule,
                "--seats",
                "100",
                "--format",
                "json",
            ];
            let output = run(&[&["allocate", table], &options[..]].concat());
            let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
            assert_eq!(json["rules"]["threshold"].as_str(), Some(*value));
            let parties = json["parties"].as_array().expect("parties");
            let party = parties.iter().find(|party| party["id"] == out).expect("the party");
            assert_eq!(party["admitted"], takes_part, "{value} {rule}");
        }
        // A scenario file reads it too, and so do the other options with shares.
        let file = format!(
            "schema = 1\ntitle = \"x\"\n[house]\nseats = 100\n[law]\nmethod = \"hare\"\nthreshold = \"{value}\"\n\
             [[party]]\nid = \"a\"\nvotes = 5\n"
        );
        assert_eq!(run_with_input(&["check", "-"], file.as_bytes()).status.code(), Some(0));
        for words in [
            &["compare", table, "--methods", "hare", "--thresholds", value][..],
            &[
                "sweep",
                table,
                "--vary",
                "threshold",
                "--from",
                value,
                "--to",
                value,
                "--step",
                "1%",
            ],
            &["simulate", table, "--draws", "300", "--threshold", value],
            &["bench", "--draws", "300", "--lists", "3", "--methods", "hare", "--threshold", value],
        ] {
            assert_eq!(run(words).status.code(), Some(0), "{words:?}");
        }
    }
}

#[test]
fn completions_and_manual_pages_come_from_the_arguments() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(text(&run(&["completions", shell]).stdout).contains("simulate"), "{shell}");
    }
    assert!(text(&run(&["man"]).stdout).contains(".TH kurultai 1"));
    let directory = tempfile::tempdir().expect("a directory");
    run(&["man", directory.path().to_str().expect("a plain path")]);
    assert!(files_in(directory.path()).contains(&"kurultai-simulate.1".to_owned()));
}

/// The shell blocks of the README, which show no output: the main job among them.
#[cfg(unix)]
#[test]
fn the_shell_commands_of_the_readme_work() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let directory = tempfile::tempdir().expect("a directory");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["tests", "scenarios"] {
        std::os::unix::fs::symlink(root.join(name), directory.path().join(name)).expect("a link");
    }
    fs::create_dir(directory.path().join("docs")).expect("a directory");
    let blocks = readme.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let mut run = 0;
    for command in blocks.flat_map(str::lines).filter(|line| !line.starts_with("cargo test")) {
        // What builds the program for a user is built already; benches and peers take their time.
        let command = command.replace("cargo run --release -- ", "kurultai ");
        if !command.starts_with("kurultai ") {
            continue;
        }
        let output = Command::new("sh")
            .args(["-c", &command.replacen("kurultai", r#""$0""#, 1), PROGRAM])
            .current_dir(directory.path())
            .output()
            .expect("a shell");
        assert_eq!(output.status.code(), Some(0), "{command}: {}", text(&output.stderr));
        run += 1;
    }
    assert!(run >= 3, "only {run} commands found");
    assert!(directory.path().join("pictures/hemicycle.svg").is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_matters_more_than_a_warning() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let output = kurultai(&["allocate", "tests/data/readme/votes.csv", "--seats", "10"])
        .stderr(full)
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("Dawn"));
}

#[cfg(unix)]
#[test]
fn neither_input_nor_device_is_replaced() {
    let directory = tempfile::tempdir().expect("a directory");
    let votes = directory.path().join("votes.csv");
    fs::copy("tests/data/readme/votes.csv", &votes).expect("a copy");
    let path = votes.to_str().expect("a plain path");
    assert_refused(&run(&["allocate", path, "--quiet", "--output", path]), 4, "it is the input");
    let script = r#""$0" allocate --output /dev/stdout > "$1"; echo $? >> "$1""#;
    let log = directory.path().join("log");
    let log_path = log.to_str().expect("a plain path");
    Command::new("sh").args(["-c", script, PROGRAM, log_path]).output().expect("a shell");
    assert_eq!(fs::read_to_string(&log).expect("the log"), "4\n");
    // Pictures and their directory are not left behind when the report cannot be written.
    let charts = directory.path().join("new/charts");
    let script = r#""$0" allocate --chart "$1" > /dev/full"#;
    let charts_path = charts.to_str().expect("a plain path");
    let output =
        Command::new("sh").args(["-c", script, PROGRAM, charts_path]).output().expect("a shell");
    assert_refused(&output, 4, "standard output");
    assert_eq!(files_in(directory.path()), ["log", "votes.csv"]);
}

#[test]
fn a_few_votes_are_too_few_to_draw_from() {
    let output = run_with_input(&["simulate", "-", "--draws", "100"], b"party,votes\na,60\nb,40\n");
    assert!(text(&output.stderr).contains("only 100"), "{}", text(&output.stderr));
}
