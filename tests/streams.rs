//! Streams and files at their limits: full devices, closed streams, signals, parts of killed runs, read-only
//! targets, loops of links, small stacks.
#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kurultai");

fn kurultai(directory: &Path, words: &str) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(words.split(' ')).current_dir(directory);
    command
}

fn run(directory: &Path, words: &str) -> Output {
    kurultai(directory, words).output().expect("the program starts")
}

/// A line of a shell, in which `"$0"` is the program.
fn shell(directory: &Path, line: &str) -> Output {
    let mut command = Command::new("sh");
    command.args(["-c", line, PROGRAM]).current_dir(directory).output().expect("a shell")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn names_in(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("the directory is there");
    let name = |entry: std::io::Result<fs::DirEntry>| {
        entry.expect("an entry").file_name().to_string_lossy().into_owned()
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

#[test]
fn whatever_goes_to_standard_output_is_missed_on_a_full_device() {
    let here = tempfile::tempdir().expect("a directory");
    for words in [
        "--help",
        "-h",
        "--version",
        "-V",
        "help",
        "help simulate",
        "allocate --help",
        "simulate -h",
        "bench --version",
        "completions bash",
        "completions fish",
        "man",
        "list methods",
        "list laws --format json",
        "init -",
        "check mazhilis-2023",
        "allocate",
        "allocate --format csv",
        "simulate --draws 300",
        "report -o - --draws 300",
        "sweep --vary method",
    ] {
        let full = File::options().write(true).open("/dev/full").expect("/dev/full");
        let output =
            kurultai(here.path(), words).stdout(full).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(4), "{words}: {}", said(&output));
        let message = "error: cannot write standard output: no space left on the device\n";
        assert!(said(&output).ends_with(message), "{words}: {}", said(&output));
        // The same goes through an open pipe, and a reader that leaves is no failure.
        assert_eq!(run(here.path(), words).status.code(), Some(0), "{words}");
        let left = shell(here.path(), &format!("{{ \"$0\" {words}; echo $? >&2; }} | true"));
        assert_eq!(said(&left).trim_end().lines().last(), Some("0"), "{words}");
    }
    assert!(names_in(here.path()).is_empty());
}

/// Rust's runtime opens a closed standard stream as /dev/null, so nothing can be told of it: the README says so.
#[test]
fn a_closed_standard_output_is_that_of_nobody() {
    let here = tempfile::tempdir().expect("a directory");
    let output = shell(here.path(), "\"$0\" allocate >&-");
    assert_eq!((output.status.code(), said(&output)), (Some(0), String::new()));
    assert!(fs::read_to_string("README.md").expect("the README").contains("`>&-`"));
}

/// Waits until a file is there.
fn wait_for(mut ready: impl FnMut() -> bool) {
    let start = Instant::now();
    while !ready() {
        assert!(start.elapsed() < Duration::from_secs(60), "it never comes");
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn parts_in(directory: &Path) -> Vec<String> {
    let mut names = names_in(directory);
    names.retain(|name| name.starts_with(".kurultai-") && name.contains(".part"));
    names
}

/// Whatever ends a program by default, but for SIGKILL, comes in the middle of writing many pictures.
#[test]
fn no_signal_leaves_a_part_behind() {
    for (signal, number) in [
        ("QUIT", 3),
        ("INT", 2),
        ("TERM", 15),
        ("HUP", 1),
        ("ALRM", 14),
        ("USR1", 10),
        ("USR2", 12),
        ("XCPU", 24),
        ("VTALRM", 26),
        ("PROF", 27),
    ] {
        let here = tempfile::tempdir().expect("a directory");
        // A core file is nobody's part.
        let line = "ulimit -c 0; exec \"$0\" man pages";
        let pages = here.path().join("pages");
        let mut child = Command::new("sh")
            .args(["-c", line, PROGRAM])
            .current_dir(here.path())
            .spawn()
            .expect("a shell");
        wait_for(|| {
            pages.exists() && !parts_in(&pages).is_empty()
                || child.try_wait().expect("a status").is_some()
        });
        let kill = format!("kill -s {signal} {}", child.id());
        Command::new("sh").args(["-c", &kill]).stderr(Stdio::null()).status().expect("a shell");
        let status = child.wait().expect("the program ends");
        let is_whole = pages.exists() && names_in(&pages).len() >= 13 && status.code() == Some(0);
        assert!(status.signal() == Some(number) || is_whole, "{signal}: {status:?}");
        assert!(!pages.exists() || parts_in(&pages).is_empty(), "{signal}: {:?}", names_in(&pages));
        assert!(is_whole || !pages.exists(), "{signal}: {:?}", names_in(&pages));
    }
}

/// Nothing holds SIGKILL back; the next run clears what it left.
#[test]
fn what_a_kill_leaves_is_cleared_by_the_next_run() {
    let here = tempfile::tempdir().expect("a directory");
    let pages = here.path().join("pages");
    for attempt in 0.. {
        assert!(attempt < 200, "no run was caught while it wrote");
        let _: std::io::Result<()> = fs::remove_dir_all(&pages);
        let mut child = kurultai(here.path(), "man pages").spawn().expect("the program starts");
        wait_for(|| {
            pages.exists() && !parts_in(&pages).is_empty()
                || child.try_wait().expect("a status").is_some()
        });
        child.kill().expect("killed");
        child.wait().expect("the program ends");
        if !parts_in(&pages).is_empty() {
            break;
        }
    }
    assert_eq!(run(here.path(), "man pages").status.code(), Some(0));
    assert!(parts_in(&pages).is_empty());
    assert!(names_in(&pages).len() >= 13);
}

#[test]
fn the_part_of_a_killed_run_is_cleared_and_that_of_a_live_one_is_not() {
    let here = tempfile::tempdir().expect("a directory");
    let at = |name: &str| here.path().join(name);
    // Nobody holds the lock of the first; somebody works on the second.
    fs::write(at(".kurultai-dead01.part"), "half").expect("written");
    let live = File::create(at(".kurultai-live01.part")).expect("made");
    live.lock().expect("locked");
    // What only looks like a part is left alone: a pipe would block whoever opens it, a link leads elsewhere.
    fs::write(at("mine"), "mine").expect("written");
    symlink("mine", at(".kurultai-link01.part")).expect("a link");
    fs::create_dir(at(".kurultai-folder.part")).expect("a directory");
    fs::write(at(".kurultai-note"), "mine").expect("written");
    fs::write(at("kurultai-note.part"), "mine").expect("written");
    assert!(shell(here.path(), "mkfifo .kurultai-pipe01.part").status.success());
    let output = run(here.path(), "allocate -o result.json");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let left = [
        ".kurultai-folder.part",
        ".kurultai-link01.part",
        ".kurultai-live01.part",
        ".kurultai-note",
        ".kurultai-pipe01.part",
        "kurultai-note.part",
        "mine",
        "result.json",
    ];
    assert_eq!(names_in(here.path()), left);
    drop(live);
    // Pictures clear their own directory; so does a run that then fails.
    fs::create_dir(at("pictures")).expect("a directory");
    fs::write(at("pictures/.kurultai-dead01.part"), "half").expect("written");
    let output = run(here.path(), "allocate --chart pictures --quiet");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(parts_in(&at("pictures")).is_empty());
    assert_eq!(run(here.path(), "allocate -o result.json --format json").status.code(), Some(0));
    assert!(!at(".kurultai-live01.part").exists());
}

/// While a run writes, another clears the directory again and again.
#[test]
fn runs_beside_one_another_leave_each_other_alone() {
    let here = tempfile::tempdir().expect("a directory");
    let spawn = |name: &str| {
        kurultai(here.path(), &format!("allocate --quiet -o {name}.json")).spawn().expect("started")
    };
    let runs: Vec<_> = (0..12).map(|number| spawn(&format!("run-{number}"))).collect();
    for mut run in runs {
        assert_eq!(run.wait().expect("the program ends").code(), Some(0));
    }
    let expected = run(here.path(), "allocate --format json").stdout;
    assert_eq!(names_in(here.path()).len(), 12);
    for name in names_in(here.path()) {
        assert_eq!(fs::read(here.path().join(&name)).expect("a result"), expected, "{name}");
    }
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let here = tempfile::tempdir().expect("a directory");
    for (name, words) in [
        ("result.json", "allocate -o result.json"),
        ("hemicycle.svg", "chart hemicycle -o hemicycle.svg"),
        ("hemicycle.svg", "allocate --chart ."),
        ("report.html", "report --draws 300 -o report.html"),
        ("kurultai.1", "man ."),
    ] {
        let file = here.path().join(name);
        fs::write(&file, "old").expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("set");
        let before = names_in(here.path());
        let output = run(here.path(), words);
        assert_eq!(output.status.code(), Some(4), "{words}: {}", said(&output));
        assert!(
            said(&output).contains(&format!("{name}: it is read-only")),
            "{words}: {}",
            said(&output)
        );
        assert_eq!(fs::read_to_string(&file).expect("the file"), "old", "{words}");
        assert_eq!(names_in(here.path()), before, "{words}");
        fs::remove_file(&file).expect("removed");
    }
}

#[test]
fn a_loop_of_links_is_called_that() {
    let here = tempfile::tempdir().expect("a directory");
    for name in ["loop", "loop.csv", "loop.toml", "loop.svg", "loop.html", "folder/loop.csv"] {
        let path = here.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        symlink(path.file_name().expect("a name"), &path).expect("a link");
    }
    let file = "schema = 1\ntitle = \"x\"\n[house]\nseats = 9\n[votes]\nfile = \"loop.csv\"\n";
    fs::write(here.path().join("file.toml"), file).expect("written");
    for words in [
        "allocate loop",
        "allocate loop.csv",
        "allocate loop.toml",
        "allocate file.toml",
        "allocate loop/x.csv",
        "allocate -o loop",
        "allocate -o loop/x.json",
        "allocate --chart loop",
        "chart hemicycle -o loop.svg",
        "report --draws 300 -o loop.html",
        "init loop",
        "man loop",
        "bench --elections real --folder loop",
        "bench --elections real --folder folder",
    ] {
        let output = run(here.path(), words);
        assert_eq!(output.status.code(), Some(4), "{words}: {}", said(&output));
        assert!(said(&output).contains("a loop of symbolic links"), "{words}: {}", said(&output));
    }
}

#[test]
fn endings_in_capitals_are_endings() {
    let here = tempfile::tempdir().expect("a directory");
    let file = "schema = 1\ntitle = \"x\"\n[house]\nseats = 9\n[[party]]\nid = \"a\"\nvotes = 5\n";
    fs::write(here.path().join("FILE.TOML"), file).expect("written");
    fs::write(here.path().join("VOTES.CSV"), "party,votes\na,5\n").expect("written");
    for (words, written, beginning) in [
        ("allocate FILE.TOML -q -o A.JSON", "A.JSON", "{\n"),
        ("allocate VOTES.CSV -q -o A.CSV", "A.CSV", "id,name,votes,"),
        ("allocate FILE.TOML -q -o A.MD", "A.MD", "# x\n"),
        ("allocate FILE.TOML -q -o A.Txt", "A.Txt", "x\n"),
        ("chart hemicycle FILE.TOML -q -o A.SVG", "A.SVG", "<svg"),
        ("chart hemicycle FILE.TOML -q -o A.PNG", "A.PNG", "\u{fffd}PNG"),
        ("report FILE.TOML --draws 300 -q -o A.HTML", "A.HTML", "<!DOCTYPE html>"),
        ("report FILE.TOML --draws 300 -q -o B.MD", "B.MD", "# x\n"),
    ] {
        let output = run(here.path(), words);
        assert_eq!(output.status.code(), Some(0), "{words}: {}", said(&output));
        let bytes = fs::read(here.path().join(written)).expect("written");
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            text.starts_with(beginning),
            "{words}: {}",
            text.chars().take(30).collect::<String>()
        );
    }
}

/// The first thread has the stack of `ulimit -s`, others that of `RUST_MIN_STACK`: neither is worked on.
#[test]
fn a_small_stack_is_enough() {
    let here = tempfile::tempdir().expect("a directory");
    let nested = format!("schema = 1\ntitle = {}1{}\n", "[".repeat(100_000), "]".repeat(100_000));
    fs::write(here.path().join("nested.toml"), nested).expect("written");
    for words in [
        "--help",
        "allocate --explain --coalitions --margins --axioms",
        "simulate --draws 5000",
        "compare --draws 5000",
        "sweep --vary method --draws 5000",
        "bench --draws 2000 --lists 3 --methods hare",
        "report --draws 5000 -o -",
        "chart hemicycle -o x.png",
        "man",
    ] {
        let expected = run(here.path(), words).stdout;
        let line = format!("ulimit -s 64; RUST_MIN_STACK=100 \"$0\" {words}");
        let output = shell(here.path(), &line);
        assert_eq!(output.status.code(), Some(0), "{words}: {}", said(&output));
        assert_eq!(output.stdout, expected, "{words}");
    }
    let output = shell(here.path(), "ulimit -s 64; \"$0\" check nested.toml");
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
}

#[test]
fn the_number_of_threads_in_the_environment_has_the_limits_of_the_option() {
    let here = tempfile::tempdir().expect("a directory");
    let with = |variable: &str, value: &str, words: &str| {
        kurultai(here.path(), words).env(variable, value).output().expect("the program starts")
    };
    for variable in ["RAYON_NUM_THREADS", "RAYON_RS_NUM_CPUS"] {
        for value in ["0", "1025", "5000", "-1", "x", "1.5", "99999999999999999999"] {
            for words in [
                "simulate --draws 300",
                "compare --methods hare --draws 300",
                "sweep --vary method --draws 300",
                "bench --draws 300 --lists 3",
                "chart intervals --draws 300 -o x.svg",
                "report --draws 300 -o -",
            ] {
                let output = with(variable, value, words);
                assert_eq!(output.status.code(), Some(3), "{words}: {}", said(&output));
                let message = format!(
                    "the environment variable {variable} is `{value}`: it must be a whole number from 1 to 1024"
                );
                assert!(said(&output).contains(&message), "{words}: {}", said(&output));
            }
            // What uses no threads does not ask, and the option comes first.
            assert_eq!(with(variable, value, "allocate").status.code(), Some(0));
            assert_eq!(
                with(variable, value, "simulate --draws 300 --threads 2").status.code(),
                Some(0)
            );
        }
        for value in ["", "1", "3"] {
            let output = with(variable, value, "simulate --draws 5000");
            assert_eq!(output.stdout, run(here.path(), "simulate --draws 5000").stdout);
        }
    }
}
