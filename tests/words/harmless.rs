//! What is hidden in a text is written out, and what a font cannot draw is refused.

use std::fs;
use std::path::Path;
use std::process::Output;

use kurultai::election::is_hidden;

use super::{file, printed, run, said};

/// Characters that turn writing around, hide, or steer a terminal.
const HIDDEN: [char; 8] =
    ['\u{202e}', '\u{2066}', '\u{200b}', '\u{200e}', '\u{7}', '\u{1b}', '\u{feff}', '\u{e0041}'];

fn assert_harmless(output: &Output, what: &str) {
    for text in [&output.stdout, &output.stderr] {
        let text = String::from_utf8(text.clone()).unwrap();
        let hidden = text.chars().find(|&at| is_hidden(at) && at != '\n');
        assert_eq!(hidden, None, "{what}: {text:?}");
    }
}

#[test]
fn what_is_hidden_in_arguments_is_written_out() {
    for hidden in HIDDEN {
        let bad = format!("a{hidden}b");
        let shown = format!("a{}b", hidden.escape_default());
        for arguments in [
            vec!["allocate", &bad],
            vec![&bad],
            vec!["allocate", &format!("./{bad}.csv")],
            vec!["allocate", "--law", &bad],
            vec!["allocate", "--method", &bad],
            vec!["allocate", "--lang", &bad],
            vec!["allocate", "--tie", &bad],
            vec!["allocate", "--seats", &bad],
            vec!["allocate", "--threshold", &bad],
            vec!["allocate", "--lot", &bad],
            vec!["allocate", "--what-if", &format!("scale {bad} 120%")],
            vec!["allocate", "--what-if", &bad],
            vec!["allocate", "-o", &format!("no/such/{bad}")],
            vec!["allocate", &format!("--{bad}")],
            vec!["simulate", "--probability", &format!("{bad}>=3")],
            vec!["simulate", "--until", &bad],
            vec!["sweep", "--vary", &bad],
            vec![
                "sweep",
                "--vary",
                &format!("share:{bad}"),
                "--from",
                "1%",
                "--to",
                "2%",
                "--step",
                "1%",
            ],
            vec!["chart", &bad, "-o", "x.svg"],
            vec!["chart", "hemicycle", "-o", &bad],
            vec!["report", "-o", &bad],
            vec!["bench", "--methods", &bad],
            vec!["list", &bad],
        ] {
            let output = run(&arguments);
            let what = format!("{arguments:?}");
            assert!(!output.status.success(), "{what}");
            assert_harmless(&output, &what);
            assert!(said(&output).contains(&shown), "{what}: {}", said(&output));
        }
    }
}

#[test]
fn what_is_hidden_in_files_and_their_names_is_written_out() {
    let directory = tempfile::tempdir().unwrap();
    for hidden in HIDDEN {
        let bad = format!("a{hidden}b");
        let shown = format!("a{}b", hidden.escape_default());
        let csv = file(directory.path(), &format!("{bad}.csv"), "party,votes,note\nx,6,1\ny,4,2\n");
        // The title is the name of the file, and a warning names it.
        for form in ["table", "markdown"] {
            let output = run(&["allocate", &csv, "--format", form]);
            assert_harmless(&output, form);
            assert!(said(&output).contains(&shown), "{}", said(&output));
            let title = String::from_utf8(output.stdout).unwrap();
            assert!(
                title
                    .contains(&shown.replace('\\', if form == "markdown" { "\\\\" } else { "\\" })),
                "{title}"
            );
        }
        let svg = directory.path().join("x.svg");
        printed(&["chart", "hemicycle", &csv, "-q", "-o", svg.to_str().unwrap()]);
        assert!(!fs::read_to_string(&svg).unwrap().contains(hidden));
        let html = printed(&["report", &csv, "-q", "--draws", "100", "-o", "-"]);
        assert!(!html.contains(hidden), "{hidden:?} in the report");
        // A column that means nothing, a key that is unknown, a name that is refused.
        let csv =
            file(directory.path(), "column.csv", &format!("party,votes,{bad}\nx,6,1\ny,4,2\n"));
        assert_harmless(&run(&["allocate", &csv]), "column");
        for text in [
            format!("schema = 1\n\"{bad}\" = 2\n"),
            format!("schema = 1\ntitle = \"{bad}\"\n"),
            format!("schema = \"{bad}\"\n"),
        ] {
            let output = run(&["allocate", &file(directory.path(), "bad.toml", &text)]);
            assert!(!output.status.success(), "{text:?}");
            assert_harmless(&output, &text);
        }
    }
}

#[cfg(feature = "png")]
#[test]
fn letters_that_the_font_lacks_are_named_and_nothing_is_written() {
    let input = "tests/data/found/c26_names.toml";
    let directory = tempfile::tempdir().unwrap();
    let out = directory.path().join("pictures");
    let out = out.to_str().unwrap();
    let one = directory.path().join("x.png");
    let one = one.to_str().unwrap();
    for arguments in [
        &["chart", "hemicycle", input, "-o", one][..],
        &["chart", "votes-seats", input, "-o", one],
        &["chart", "histogram", input, "-q", "--draws", "200", "-o", one],
        &["chart", "all", input, "-q", "--draws", "200", "--chart-format", "svg,png", "-o", out],
        &["allocate", input, "--chart", out, "--chart-format", "png"],
        &["simulate", input, "-q", "--draws", "200", "--chart", out, "--chart-format", "svg,png"],
        &["compare", input, "--chart", out, "--chart-format", "png"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(3), "{arguments:?}: {}", said(&output));
        for letter in ["`人` (U+4EBA)", "`党` (U+515A)", "`民` (U+6C11)", "`🇬` (U+1F1EC)"] {
            assert!(said(&output).contains(letter), "{arguments:?}: {}", said(&output));
        }
        assert!(output.stdout.is_empty() && !Path::new(one).exists() && !Path::new(out).exists());
    }
    // An SVG takes the fonts of its reader, and the names are in it.
    let svg = directory.path().join("x.svg");
    printed(&["chart", "hemicycle", input, "-o", svg.to_str().unwrap()]);
    assert!(fs::read_to_string(svg).unwrap().contains("人民党"));
    printed(&["chart", "hemicycle", "-o", one, "--lang", "kk"]);
}
