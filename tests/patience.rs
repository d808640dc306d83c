//! Long work: seen on a terminal, ended by a signal at once, and no dearer than the lists and seats make it.
#![cfg(target_os = "linux")]

mod required;

use std::fmt::Write as _;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use required::skip_without;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kurultai");

/// A day of draws.
const ENDLESS: &str = "100_000_000_000_000";

/// Votes of so many lists, all different, in a file.
fn votes(directory: &Path, lists: u64) -> String {
    let mut text = "party,votes\n".to_owned();
    for list in 0..lists {
        writeln!(text, "l{list},{}", 1_000_000_007 / (list + 3) + list % 7).expect("a string");
    }
    let file = directory.join("votes.csv");
    fs::write(&file, text).expect("a file");
    file.to_str().expect("UTF-8").to_owned()
}

fn start(directory: &Path, arguments: &[&str]) -> Child {
    Command::new(PROGRAM)
        .args(arguments)
        .current_dir(directory)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

fn signal(child: &Child, name: &str) {
    let status = Command::new("kill").args([name, &child.id().to_string()]).status();
    assert!(status.expect("kill is there").success());
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("the directory is there");
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
    let mut names: Vec<_> =
        entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_signal_ends_every_long_work_at_once_and_leaves_nothing() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = votes(directory.path(), 1_000);
    let file = file.as_str();
    let slow = ["--threshold", "0%", "--method", "balinski-young", "-o", "result.json"];
    let of = |words: &[&str]| -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).chain(slow.map(str::to_owned)).collect()
    };
    let endless = ["--draws", ENDLESS, "-o", "result.json"].map(str::to_owned);
    let drawn = |words: &[&str]| -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).chain(endless.clone()).collect()
    };
    let works = [
        (of(&["allocate", file, "--margins"]), "-INT", 2),
        (of(&["allocate", file, "--axioms", "--seats", "5000"]), "-TERM", 15),
        (of(&["compare", file, "--seats", "5000"]), "-INT", 2),
        (drawn(&["simulate"]), "-TERM", 15),
        (drawn(&["simulate", "--chart", "pictures"]), "-INT", 2),
        (drawn(&["bench"]), "-INT", 2),
        (
            drawn(&["sweep", "--vary", "threshold", "--from", "0%", "--to", "10%", "--step", "1%"]),
            "-TERM",
            15,
        ),
    ];
    for (arguments, name, number) in works {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let mut child = start(directory.path(), &arguments);
        std::thread::sleep(Duration::from_millis(700));
        assert!(child.try_wait().expect("a child").is_none(), "{arguments:?} ended too early");
        let asked = Instant::now();
        signal(&child, name);
        let status = child.wait().expect("a child");
        // A tenth of a second is promised; a busy machine may need longer to say so.
        assert!(asked.elapsed() < Duration::from_secs(3), "{arguments:?}: {:?}", asked.elapsed());
        let ended = status.signal().or_else(|| status.code().map(|code| code - 128));
        assert_eq!(ended, Some(number), "{arguments:?}: {status}");
        assert_eq!(names(directory.path()), ["votes.csv"], "{arguments:?}");
    }
}

/// What a terminal shows of a program that is interrupted after two seconds.
fn on_a_terminal(directory: &Path, command: &str) -> Option<String> {
    let command = format!("timeout -s INT 2 {PROGRAM} {command}");
    let output = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .current_dir(directory)
        .stdin(Stdio::null())
        .output();
    // Without `script` of util-linux there is no terminal to look at.
    Some(String::from_utf8_lossy(&output.ok()?.stdout).into_owned())
}

#[test]
fn long_work_shows_a_bar_on_a_terminal_alone() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = votes(directory.path(), 1_000);
    let slow = "--threshold 0% --method balinski-young --seats 1000 -o result.json";
    let works = [
        (format!("simulate --draws {ENDLESS} -o result.json"), "/100,000,000,000,000 draws, "),
        (format!("bench --draws {ENDLESS} -o result.json"), "/100,000,000,000,000 elections, "),
        // 1,000 lists, and each of 40 to each of the 39 others for three questions: 1,000 + 4,680.
        (format!("allocate {file} --margins {slow}"), "/5,680 margins, "),
        // 101 houses, 40 lists that grow or shrink, and 1,000 lists that leave in two ways.
        (format!("allocate {file} --axioms {slow}"), "/2,181 searches, "),
        // Every method in a large house, so that it lasts longer than it is looked at.
        (format!("compare {file} --threshold 0% --seats 10000 -o result.json"), " comparisons, "),
    ];
    for (command, bar) in works {
        let Some(shown) = on_a_terminal(directory.path(), &command) else {
            skip_without("`script` of util-linux");
            return;
        };
        assert!(shown.contains(bar), "{command}: {shown}");
        let quiet = on_a_terminal(directory.path(), &format!("{command} --quiet"));
        assert_eq!(quiet.as_deref(), Some(""), "{command}");
        assert_eq!(names(directory.path()), ["votes.csv"], "{command}");
    }
}

/// The most memory that a process had, in kilobytes, as long as it runs.
fn peak_kilobytes(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// The most memory of a run, looked at a hundred times a second.
fn peak_of(directory: &Path, arguments: &[&str]) -> u64 {
    let mut child = start(directory, arguments);
    let mut peak = 0;
    loop {
        peak = peak_kilobytes(child.id()).map_or(peak, |now| now.max(peak));
        if let Some(status) = child.try_wait().expect("a child") {
            assert!(status.success(), "{arguments:?}: {status}");
            return peak;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Histograms of 1,000 lists and 10,000 seats are 80 MB; every thread once had some.
#[test]
fn memory_does_not_grow_with_threads() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = votes(directory.path(), 1_000);
    let simulate = ["simulate", &file, "--threshold", "0%", "--seats", "10000", "--quiet"];
    let more = ["--draws", "9000", "--threads", "64", "--format", "csv", "-o", "result.csv"];
    let peak = peak_of(directory.path(), &[&simulate[..], &more[..]].concat());
    assert!((1_000..400_000).contains(&peak), "{peak} kB");
    let built_in = ["simulate", "--draws", "1000000", "--threads", "64", "-o", "result.txt"];
    let peak = peak_of(directory.path(), &built_in);
    // Without optimisation the stack of each thread alone takes a megabyte.
    let most = if cfg!(debug_assertions) { 100_000 } else { 16_000 };
    assert!((1_000..most).contains(&peak), "{peak} kB");
}
