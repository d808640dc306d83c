//! What is said of a slip, and that messages name the input.

use super::{file, run, said};

/// What is typed, the exit status, and a part of what is said.
const SLIPS: &[(&[&str], i32, &str)] = &[
    (
        &["allocate", "--law", "nehterlands"],
        2,
        "--law: unknown law `nehterlands` (did you mean `netherlands`?)",
    ),
    (
        &["compare", "--laws", "austria,swedn"],
        2,
        "--laws: unknown law `swedn` (did you mean `sweden`?)",
    ),
    (
        &["allocate", "--method", "saint-lague"],
        2,
        "--method: unknown method `saint-lague` (did you mean `sainte-lague`?)",
    ),
    (
        &["compare", "--methods", "dhondt,jeferson"],
        2,
        "--methods: unknown method `jeferson` (did you mean `jefferson`?)",
    ),
    (
        &["bench", "--methods", "dhont", "--draws", "10"],
        2,
        "--methods: unknown method `dhont` (did you mean `dhondt`?)",
    ),
    (
        &["sweep", "--vary", "treshold"],
        2,
        "--vary: unknown thing to vary `treshold` (did you mean `threshold`?)",
    ),
    (&["allocate", "kurultai-2032"], 2, "named `kurultai-2032` (did you mean `kurultai-2023`?)"),
    (&["allocate", "--lang", "kz"], 2, "tip: a similar value exists: 'kk'"),
    (&["allocate", "--lang", "русский"], 2, "tip: a similar value exists: 'ru'"),
    (&["allocate", "--lang", "english"], 2, "tip: a similar value exists: 'en'"),
    (&["allocate", "--tie", "ordr"], 2, "tip: a similar value exists: 'order'"),
    (&["allocate", "--format", "jsno"], 2, "tip: a similar value exists: 'json'"),
    (&["allocate", "--threshold-base", "vaild"], 2, "tip: a similar value exists: 'valid'"),
    (&["allocate", "--threshold-rule", "atleast"], 2, "tip: a similar value exists: 'at-least'"),
    (&["allocate", "--freed-seats", "vacnt"], 2, "tip: a similar value exists: 'vacant'"),
    (&["allocate", "--input-format", "tml"], 2, "tip: a similar value exists: 'toml'"),
    (&["chart", "histogramm", "-o", "x.svg"], 2, "tip: a similar value exists: 'histogram'"),
    (
        &["allocate", "--what-if", "transfr amanat auyl 3%"],
        3,
        "unknown operator `transfr` (did you mean `transfer`?)",
    ),
    (
        &["allocate", "--what-if", "transfer amanat аул 3%"],
        3,
        "no party has the id `аул` (did you mean `auyl`?)",
    ),
    (
        &["allocate", "--lot", "amant"],
        3,
        "--lot: no party has the id `amant` (did you mean `amanat`?)",
    ),
    (
        &["simulate", "--probability", "auyI>=3"],
        3,
        "--probability: no list and no coalition is called `auyI` (did you mean `auyl`?)",
    ),
    (
        &["simulate", "--until", "P(auil>=3) ±1%"],
        3,
        "--until: no list and no coalition is called `auil` (did you mean `auyl`?)",
    ),
];

#[test]
fn a_slip_is_told_what_was_meant() {
    for &(arguments, status, wanted) in SLIPS {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(wanted), "{arguments:?}: {}", said(&output));
    }
    // Nothing is meant by what is near nothing.
    for arguments in [
        &["allocate", "--law", "france"],
        &["allocate", "--lang", "ua"],
        &["allocate", "--method", "x"],
    ] {
        let error = said(&run(arguments));
        assert!(!error.contains("did you mean") && !error.contains("similar"), "{error}");
    }
}

/// A message about an input begins with its name.
#[test]
fn messages_name_the_input() {
    let directory = tempfile::tempdir().unwrap();
    let csv = file(directory.path(), "v.csv", "party,votes,note\nx,6,1\ny,4,2\n");
    for command in ["allocate", "check", "compare", "simulate"] {
        let mut arguments = vec![command, &*csv];
        if command == "simulate" {
            arguments.extend(["--draws", "100"]);
        }
        let error = said(&run(&arguments));
        let warnings: Vec<&str> = error.lines().filter(|line| line.contains("warning")).collect();
        assert!(warnings.len() >= 2, "{error}");
        for warning in warnings {
            assert!(warning.starts_with(&format!("warning: {csv}: ")), "{warning}");
        }
    }
    for arguments in [
        &["allocate", "kurultai-2023", "--threshold", "99%"][..],
        &["allocate", "kurultai-2023", "--lot", "zzz"],
        &["chart", "all", "kurultai-2023", "--threshold", "99%", "-o", "no-such-directory"],
    ] {
        let error = said(&run(arguments));
        assert!(error.contains("error: kurultai-2023: "), "{error}");
    }
}
