//! Pictures as files: which there are, in which forms, and the same bytes whenever and on whatever threads.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use kurultai::report::pictures::{Drawing, PICTURES};

fn kurultai(arguments: &[&str]) -> Output {
    let root = env!("CARGO_MANIFEST_DIR");
    Command::new(env!("CARGO_BIN_EXE_kurultai")).args(arguments).current_dir(root).output().unwrap()
}

/// Whether a picture is made of draws, and not of the count alone.
fn is_of_draws(picture: &str) -> bool {
    let entry = PICTURES.iter().find(|entry| entry.name == picture).unwrap();
    matches!(entry.drawing, Drawing::Draws(_) | Drawing::Course(_) | Drawing::Bench(_))
}

/// Draws one picture, of 1,000 draws if it is made of any, and returns the bytes of its file.
fn drawn(picture: &str, file: &Path, options: &[&str]) -> Vec<u8> {
    let mut arguments = vec!["chart", picture, "-o", file.to_str().unwrap()];
    if is_of_draws(picture) {
        arguments.extend(["--draws", "1000"]);
    }
    arguments.extend(options);
    let output = kurultai(&arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read(file).unwrap()
}

/// Golden files. After a change that is meant, `UPDATE_PICTURES=1 cargo test --test pictures` writes them
/// anew: look at them then.
#[test]
fn every_picture_has_the_bytes_it_always_had() {
    let directory = tempfile::tempdir().unwrap();
    for picture in PICTURES {
        let name = format!("{}.svg", picture.name);
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(&name);
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            drawn(picture.name, &golden, &[]);
        }
        let golden = fs::read_to_string(&golden).unwrap_or_default();
        let file = directory.path().join(&name);
        assert!(golden.as_bytes() == drawn(picture.name, &file, &[]), "{name} is another picture");
        for threads in ["1", "2", "3"].into_iter().filter(|_| is_of_draws(picture.name)) {
            let found = drawn(picture.name, &file, &["--threads", threads]);
            assert!(golden.as_bytes() == found, "{name} on {threads} threads is another picture");
        }
    }
}

#[test]
fn a_dark_picture_differs_in_its_colours_alone() {
    let directory = tempfile::tempdir().unwrap();
    for picture in PICTURES {
        let file = directory.path().join("picture.svg");
        let without_colours = |theme| {
            let svg = String::from_utf8(drawn(picture.name, &file, &["--theme", theme])).unwrap();
            let parts = svg.split('#').map(|part| part.get(6..).unwrap_or_default().to_owned());
            (svg.contains("#14181f"), parts.skip(1).collect::<Vec<_>>())
        };
        let (light, dark) = (without_colours("light"), without_colours("dark"));
        assert_eq!((light.0, dark.0), (false, true), "{}", picture.name);
        assert!(light.1 == dark.1, "{}", picture.name);
    }
}

fn files_in(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_directory_has_the_same_pictures_as_single_files() {
    let directory = tempfile::tempdir().unwrap();
    let charts = directory.path().join("charts");
    let options = ["simulate", "-q", "--draws", "1000", "--theme", "light,dark", "--chart"];
    let output = kurultai(&[&options[..], &[charts.to_str().unwrap()]].concat());
    assert!(output.status.success());
    let names = files_in(&charts);
    assert!(names.len() >= 14, "{names:?}");
    for name in names.iter().filter(|name| !name.contains("-dark")) {
        let picture = name.strip_suffix(".svg").unwrap();
        for (theme, suffix) in [("light", ""), ("dark", "-dark")] {
            let file = directory.path().join("single.svg");
            let single = drawn(picture, &file, &["--theme", theme]);
            let name = format!("{picture}{suffix}.svg");
            assert!(fs::read(charts.join(&name)).unwrap() == single, "{name}");
        }
    }
}

/// The width and height that a PNG's header tells.
#[cfg(feature = "png")]
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[cfg(feature = "png")]
#[test]
fn every_form_and_theme_is_written_as_asked() {
    let directory = tempfile::tempdir().unwrap();
    let charts = directory.path().to_str().unwrap();
    let options = ["allocate", "--chart-format", "png,svg", "--theme", "dark,light"];
    let output = kurultai(&[&options[..], &["--scale", "2", "--chart", charts]].concat());
    assert!(output.status.success());
    let written = files_in(directory.path());
    for name in ["hemicycle-dark.png", "hemicycle-dark.svg", "hemicycle.png", "hemicycle.svg"] {
        assert!(written.iter().any(|written| written == name), "{name}");
    }
    for name in ["hemicycle-dark.png", "hemicycle.png"] {
        assert_eq!(size(&fs::read(directory.path().join(name)).unwrap()), (1920, 1200));
    }
    let file = directory.path().join("ONE.PNG");
    assert_eq!(size(&drawn("hemicycle", &file, &[])), (960, 600));
}

#[test]
fn a_picture_replaces_no_input() {
    let directory = tempfile::tempdir().unwrap();
    let votes = directory.path().join("votes.svg");
    fs::write(&votes, "party,votes\nA,60\nB,40\n").unwrap();
    let path = votes.to_str().unwrap();
    let output = kurultai(&["chart", "hemicycle", path, "--input-format", "csv", "-o", path]);
    assert_eq!(output.status.code(), Some(4));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("it is the input; name another file"), "{error}");
    assert_eq!(fs::read_to_string(&votes).unwrap(), "party,votes\nA,60\nB,40\n");
}
