//! Every option of every command: it changes the result, or is refused, or is said to have no effect.
//!
//! The rows are held against `--help`, so that a new option needs one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// What an option does.
#[derive(Clone, Copy, Debug)]
enum Does {
    /// The result, on standard output or in files, is another.
    Changes,
    /// The result is the same: that is what the option promises.
    Keeps,
    /// What was said on standard error is not said.
    Quiets,
    /// The program ends with this status and says so.
    IsRefused(i32, &'static str),
    /// The result is the same, and standard error says so.
    Warns(&'static str),
}
use Does::{Changes, IsRefused, Keeps, Quiets, Warns};

const SIMULATE: &str = "simulate --draws 300 --seed 3 kurultai-2023";
const SWEEP: &str = "sweep --vary seats --from 98 --to 99 --step 1";
const GRID: &str = "sweep --vary seats --from 98 --to 99 --step 1 --vary2 threshold --from2 5% --to2 6% --step2 1%";
const BENCH: &str = "bench --draws 300 --methods hare,dhondt --lists 3";
const CHART: &str = "chart hemicycle -o x.svg";
const INTERVALS: &str = "chart intervals --draws 300 -o x.svg";
const REPORT: &str = "report --draws 300 -o x.html";
const NOTHING_DRAWN: &str = "--seed has no effect";
const ONE_LANGUAGE: &str = "--lang has no effect";

/// A command line, an option with its value, and what the option does to the command.
type Row = (&'static str, &'static str, Does);

const ROWS: &[Row] = &[
    ("allocate", "--explain", Changes),
    ("allocate --format json", "--explain", Changes),
    ("allocate --format csv", "--explain", IsRefused(2, "a CSV has no account")),
    ("allocate -o x.csv", "--explain", IsRefused(2, "a CSV has no account")),
    ("allocate", "--coalitions", Changes),
    ("allocate", "--margins", Changes),
    ("allocate", "--axioms", Changes),
    ("allocate --format csv --margins", "--axioms", IsRefused(2, "one table")),
    ("allocate", "--seed 9", Warns(NOTHING_DRAWN)),
    ("allocate --tie lot", "--seed 9", Warns(NOTHING_DRAWN)),
    ("allocate tie.csv --seats 1 --tie lot", "--seed 7", Changes),
    ("allocate tie.csv --seats 1", "--seed 7", Warns(NOTHING_DRAWN)),
    ("allocate tie.csv --seats 1 --lot b", "--seed 7", Warns(NOTHING_DRAWN)),
    ("allocate tie.csv --seats 1", "--lot b", Changes),
    ("allocate -", "--input-format csv", IsRefused(3, "standard input")),
    ("allocate", "--input-format toml", IsRefused(2, "inside the program")),
    (
        "allocate votes.csv",
        "--input-format toml",
        IsRefused(2, "contradicts the ending of votes.csv"),
    ),
    (
        "allocate VOTES.CSV",
        "--input-format toml",
        IsRefused(2, "contradicts the ending of VOTES.CSV"),
    ),
    ("allocate votes", "--input-format csv", Keeps),
    ("allocate", "--what-if transfer!amanat!auyl!3%", Changes),
    (
        "allocate",
        "--what-if transfer!amanat!auyl!3",
        IsRefused(3, "`3 votes`, `3%` of the votes of the list, or `3pp`"),
    ),
    ("allocate", "--freed-seats vacant", Warns("--freed-seats has no effect")),
    ("allocate few.toml", "--freed-seats vacant", Changes),
    ("allocate", "--lot amanat", IsRefused(3, "there is no tie")),
    ("allocate", "--law mazhilis-2009", Changes),
    ("allocate", "--method dhondt", Changes),
    ("allocate", "--seats 98", Changes),
    ("allocate", "--threshold 6%", Changes),
    ("allocate", "--threshold-base lists", Changes),
    ("allocate", "--threshold-rule more-than", Changes),
    ("allocate", "--tie votes", Changes),
    ("allocate", "--format json", Changes),
    ("allocate", "-o x.json", Changes),
    ("allocate", "--output x.txt", Changes),
    ("allocate -o x.JSON", "--format csv", IsRefused(2, "contradicts the ending of x.JSON")),
    ("allocate -o x.txt", "--format markdown", IsRefused(2, "contradicts the ending of x.txt")),
    ("allocate -o x.md", "--format table", IsRefused(2, "contradicts the ending of x.md")),
    ("allocate -o x.csv", "--format csv", Keeps),
    ("allocate -o x", "--format csv", Changes),
    ("allocate", "-o x.xlsx", IsRefused(2, "no form of a result ends in .xlsx")),
    ("allocate", "--color always", Changes),
    ("allocate --format json", "--color always", IsRefused(2, "json has no styles")),
    ("allocate -o x.txt", "--color always", IsRefused(2, "a file has no styles")),
    ("allocate", "--lang ru", Changes),
    ("allocate plain.toml --format csv", "--lang ru", Warns(ONE_LANGUAGE)),
    ("allocate", "--chart pictures", Changes),
    ("allocate", "--theme dark", IsRefused(2, "--chart")),
    ("allocate", "--chart-format svg", IsRefused(2, "--chart")),
    ("allocate", "--scale 2", IsRefused(2, "--chart")),
    ("allocate --chart pictures", "--theme dark", Changes),
    ("allocate --chart pictures", "--theme dark,dark", IsRefused(2, "`dark` twice")),
    ("allocate --chart pictures", "--chart-format png", Changes),
    ("allocate --chart pictures", "--chart-format svg,svg", IsRefused(2, "`svg` twice")),
    ("allocate --chart pictures", "--scale 2", IsRefused(2, "--scale is for PNG")),
    ("allocate --chart pictures --chart-format png", "--scale 2", Changes),
    ("allocate votes.csv", "--quiet", Quiets),
    ("simulate", "--draws 301", Changes),
    ("simulate --draws 300", "--seed 4", Changes),
    ("simulate", "--until P(amanat>=80)±20%", Changes),
    ("simulate", "--precision 20%", Changes),
    ("simulate", "--max-draws 9000", IsRefused(3, "--until and --precision")),
    ("simulate --precision 1%", "--max-draws 4096", Changes),
    (SIMULATE, "--probability amanat>=80", Changes),
    (SIMULATE, "--coalitions", Changes),
    ("simulate", "--replay 1", Changes),
    ("simulate --replay 1", "--threads 2", IsRefused(2, "--threads")),
    ("simulate --replay 1", "--draws 10", IsRefused(2, "--draws")),
    (SIMULATE, "--threads 2", Keeps),
    (SIMULATE, "--input-format csv", IsRefused(2, "inside the program")),
    (SIMULATE, "--lang kk", Changes),
    ("simulate --draws 300 --format csv plain.toml", "--lang kk", Warns(ONE_LANGUAGE)),
    (SIMULATE, "--color always", Changes),
    ("compare", "--methods hare,dhondt", Changes),
    ("compare", "--methods hare,hamilton", IsRefused(2, "`hare` twice")),
    ("compare", "--methods modified-sainte-lague,modified-sainte-lague:1.4", IsRefused(2, "twice")),
    ("compare", "--thresholds 3%,5%", Changes),
    ("compare", "--thresholds 5%,1/20", IsRefused(2, "`5%` twice")),
    ("compare", "--laws austria,israel", Changes),
    ("compare", "--laws austria,austria", IsRefused(2, "`austria` twice")),
    ("compare --methods hare", "--draws 300", Changes),
    ("compare --methods hare", "--seed 2", Warns(NOTHING_DRAWN)),
    ("compare --methods hare --draws 300", "--seed 2", Changes),
    ("compare --methods hare --seats 1 --tie lot tie.csv", "--seed 7", Changes),
    ("compare --methods hare", "--threads 2", IsRefused(2, "--draws")),
    ("compare --methods hare --draws 300", "--threads 2", Keeps),
    ("sweep", "--vary method", Changes),
    ("sweep --vary method", "--methods hare,dhondt", Changes),
    ("sweep --vary method", "--methods hare,hamilton", IsRefused(2, "`hare` twice")),
    (SWEEP, "--methods hare", IsRefused(2, "--vary method")),
    ("sweep --vary seats --to 99 --step 1", "--from 98", Changes),
    ("sweep --vary seats --from 98 --step 1", "--to 99", Changes),
    ("sweep --vary seats --from 98 --to 99", "--step 1", Changes),
    ("sweep --vary method", "--from 98", IsRefused(2, "takes --methods")),
    (SWEEP, "--from2 5%", IsRefused(2, "--vary2")),
    (SWEEP, "--to2 5%", IsRefused(2, "--vary2")),
    (SWEEP, "--step2 5%", IsRefused(2, "--vary2")),
    (SWEEP, "--vary2 method", Changes),
    (SWEEP, "--show auyl", IsRefused(2, "--vary2")),
    (GRID, "--show auyl", Changes),
    (
        "sweep --vary seats --from 98 --to 99 --step 1 --vary2 method --format json",
        "--show auyl",
        IsRefused(2, "CSV and JSON have all"),
    ),
    (SWEEP, "--draws 300", Changes),
    (SWEEP, "--seed 2", Warns(NOTHING_DRAWN)),
    (SWEEP, "--threads 2", IsRefused(2, "--draws")),
    ("sweep --vary seats --from 98 --to 99 --step 1 --draws 300", "--seed 2", Changes),
    ("sweep --vary seats --from 98 --to 99 --step 1 --draws 300", "--threads 2", Keeps),
    ("sweep --vary seats --from 1 --to 2 --step 1 --tie lot tie.csv", "--seed 7", Changes),
    ("bench --draws 300 --methods hare --lists 3", "--elections party-systems", Changes),
    ("bench --draws 300 --methods hare", "--lists 3", Changes),
    ("bench --draws 300 --methods hare", "--scenario mazhilis-2012", IsRefused(2, "dirichlet")),
    ("bench --draws 300 --methods hare", "--concentration 5", IsRefused(2, "dirichlet")),
    ("bench --draws 300 --methods hare", "--folder .", IsRefused(2, "real")),
    ("bench --draws 300 --methods hare --elections dirichlet", "--scenario mazhilis-2012", Changes),
    ("bench --draws 300 --methods hare --elections dirichlet", "--concentration 5", Changes),
    ("bench --methods hare --elections real", "--folder folder", Changes),
    ("bench --methods hare --elections real", "--draws 300", IsRefused(2, "none is drawn")),
    ("bench --draws 300 --lists 3", "--methods hare", Changes),
    ("bench --draws 300 --lists 3", "--methods hare,hamilton", IsRefused(2, "`hare` twice")),
    (BENCH, "--seats 20", Changes),
    (BENCH, "--threshold 5%", Changes),
    ("bench --methods hare --lists 3", "--draws 300", Changes),
    (BENCH, "--seed 2", Changes),
    (BENCH, "--threads 2", Keeps),
    (BENCH, "--timing", Changes),
    (BENCH, "--lang ru", Changes),
    ("bench --draws 300 --methods hare --lists 3 --format csv", "--lang ru", Warns(ONE_LANGUAGE)),
    ("chart hemicycle", "-o x.svg", Changes),
    ("chart hemicycle", "--output X.PNG", Changes),
    (CHART, "--theme dark", Changes),
    (CHART, "--chart-format svg", IsRefused(2, "`chart all`")),
    (CHART, "--scale 2", IsRefused(2, "--scale is for PNG")),
    ("chart hemicycle -o x.png", "--scale 2", Changes),
    (CHART, "--draws 300", IsRefused(2, "drawn from the count")),
    (CHART, "--threads 2", IsRefused(2, "drawn from the count")),
    (CHART, "--seed 2", Warns(NOTHING_DRAWN)),
    ("chart methods -o x.svg", "--draws 300", IsRefused(2, "drawn from the count")),
    ("chart methods -o x.svg", "--seed 2", Warns(NOTHING_DRAWN)),
    ("chart margins -o x.svg", "--seed 2", Warns(NOTHING_DRAWN)),
    ("chart sweep -o x.svg", "--seed 2", Warns(NOTHING_DRAWN)),
    (INTERVALS, "--seed 2", Changes),
    (INTERVALS, "--threads 2", Keeps),
    ("chart bias --draws 300 -o x.svg", "--method dhondt", IsRefused(2, "the house size alone")),
    (
        "chart bias --draws 300 -o x.svg",
        "--what-if scale!all!90%",
        IsRefused(2, "the house size alone"),
    ),
    ("chart bias --draws 300 -o x.svg", "--seats 98", Changes),
    ("chart bias --draws 10000 -o x.svg", "--seed 2", Changes),
    (CHART, "--lang kk", Changes),
    (CHART, "--law mazhilis-2009", Changes),
    (CHART, "--method dhondt", Changes),
    (CHART, "--seats 98", Changes),
    (CHART, "--freed-seats vacant", Warns("--freed-seats has no effect")),
    (CHART, "--input-format csv", IsRefused(2, "inside the program")),
    ("chart hemicycle votes.csv -o x.svg", "--quiet", Quiets),
    ("report --draws 300", "-o x.HTML", Changes),
    ("report --draws 300", "--output x.html", Changes),
    ("report -o x.html", "--draws 300", Changes),
    (REPORT, "--seed 2", Changes),
    (REPORT, "--threads 2", Keeps),
    (REPORT, "--lang ru", Changes),
    ("report --draws 300 votes.csv -o x.html", "--quiet", Quiets),
    (REPORT, "--input-format csv", IsRefused(2, "inside the program")),
    (REPORT, "--freed-seats vacant", Warns("--freed-seats has no effect")),
    ("check mazhilis-2023", "--method dhondt", Changes),
    ("check mazhilis-2023", "--lang kk", Changes),
    ("check votes.csv", "--quiet", Quiets),
    ("check mazhilis-2023", "--input-format csv", IsRefused(2, "inside the program")),
    ("list methods", "--format json", Changes),
    ("list methods", "-o x.csv", Changes),
    ("list methods -o x.csv", "--format json", IsRefused(2, "contradicts the ending of x.csv")),
    ("list methods", "--lang ru", Changes),
    ("list methods --format json", "--lang ru", Warns(ONE_LANGUAGE)),
    ("list methods", "--color always", Changes),
    ("list methods", "--chart pictures", IsRefused(2, "draws no pictures")),
    ("list methods", "--theme dark", IsRefused(2, "--chart")),
    // Nothing but the result is ever said: the promise is kept.
    ("list methods", "--quiet", Keeps),
];

/// Options whose meaning is one for all commands, by the command that has their rows.
const OF_ALLOCATE: [&str; 24] = [
    "--input-format",
    "--what-if",
    "--law",
    "--method",
    "--seats",
    "--threshold",
    "--threshold-base",
    "--threshold-rule",
    "--tie",
    "--lot",
    "--freed-seats",
    "--format",
    "--output",
    "--chart",
    "--chart-format",
    "--theme",
    "--scale",
    "--lang",
    "--color",
    "--quiet",
    "--coalitions",
    "--axioms",
    "--explain",
    "--margins",
];

/// A folder with what the rows name.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a directory");
    let at = |name: &str| folder.path().join(name);
    let votes = "party,votes\na,500\nb,300\nc,150\n";
    for name in ["votes.csv", "VOTES.CSV", "votes"] {
        fs::write(at(name), votes).expect("written");
    }
    fs::write(at("tie.csv"), "party,votes\na,500\nb,500\nc,500\nd,500\n").expect("written");
    let party = |id: &str, votes: u32, more: &str| {
        format!("[[party]]\nid = \"{id}\"\nvotes = {votes}\n{more}")
    };
    let head = "schema = 1\ntitle = \"x\"\n[house]\nseats = 10\n[law]\nmethod = \"hare\"\nthreshold = \"5%\"\n";
    let few = [head, &party("a", 500, "candidates = 2\n"), &party("b", 300, "")].concat();
    fs::write(at("few.toml"), few).expect("written");
    let plain = [head, &party("a", 500, ""), &party("b", 300, "")].concat();
    fs::write(at("plain.toml"), plain).expect("written");
    fs::create_dir(at("folder")).expect("a directory");
    fs::write(at("folder/one.csv"), "party,votes,seats\na,500,6\nb,300,4\n").expect("written");
    folder
}

/// The result of a command: its status, what it printed, and the files it wrote.
fn result(words: &str) -> (Output, Vec<(String, Vec<u8>)>) {
    let folder = folder();
    let before = files(folder.path());
    let words = words.split(' ').map(|word| word.replace('!', " "));
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .args(words)
        .current_dir(folder.path())
        .stdin(std::process::Stdio::null())
        .output()
        .expect("the program starts");
    let mut after = files(folder.path());
    after.retain(|file| !before.contains(file));
    (output, after)
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push((
                path.file_name().expect("a name").to_string_lossy().into_owned(),
                fs::read(&path).expect("bytes"),
            ));
        }
    }
    files.sort();
    files
}

#[test]
fn every_option_has_its_effect_or_says_that_it_has_none() {
    let parts: Vec<Vec<String>> = std::thread::scope(|scope| {
        let part = |rows: &'static [Row]| scope.spawn(|| rows.iter().filter_map(fault).collect());
        let parts: Vec<_> = ROWS.chunks(ROWS.len().div_ceil(4)).map(part).collect();
        parts.into_iter().map(|part| part.join().expect("no panic")).collect()
    });
    let wrong = parts.concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with a row, if anything is.
fn fault(&(command, option, does): &Row) -> Option<String> {
    let (without, files_without) = result(command);
    let (with, files_with) = result(&format!("{command} {option}"));
    let said = String::from_utf8_lossy(&with.stderr);
    let is_done = with.status.code() == Some(0);
    let is_same = with.stdout == without.stdout && files_with == files_without;
    let holds = match does {
        Changes => is_done && !is_same && !said.contains("has no effect"),
        Keeps => is_done && is_same && said == String::from_utf8_lossy(&without.stderr),
        Quiets => is_done && is_same && said.is_empty() && !without.stderr.is_empty(),
        IsRefused(status, words) => {
            let printed = !with.stdout.is_empty() || !files_with.is_empty();
            with.status.code() == Some(status) && !printed && said.contains(words)
        }
        Warns(words) => {
            let quiet = result(&format!("{command} {option} --quiet")).0;
            is_done && said.contains(words) && quiet.stderr.is_empty()
        }
    };
    (!holds).then(|| format!("{command} {option}: {does:?}, but {:?} {said}", with.status.code()))
}

#[test]
fn every_option_of_the_help_has_a_row() {
    for command in [
        "allocate", "simulate", "compare", "sweep", "bench", "chart", "report", "check", "list",
        "init", "man",
    ] {
        let help = result(&format!("{command} --help")).0;
        let help = String::from_utf8_lossy(&help.stdout);
        let options: BTreeSet<&str> = help
            .lines()
            .map(str::trim_start)
            .filter(|line| line.starts_with('-'))
            .filter_map(|line| line.split([' ', ',']).find(|word| word.starts_with("--")))
            .collect();
        assert!(options.contains("--help"), "{command}: {help}");
        for option in options {
            let is_in_row = |(row, given, _): &Row| {
                row.starts_with(command) && given.split(' ').next() == Some(option)
            };
            let is_of_all = OF_ALLOCATE.contains(&option);
            let is_said = ["--help", "--version"].contains(&option);
            assert!(is_of_all || is_said || ROWS.iter().any(is_in_row), "{command} {option}");
        }
    }
}
