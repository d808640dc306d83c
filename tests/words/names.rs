//! A name wherever an id may stand.

use std::fs;

use kurultai::law::TieRule;
use kurultai::scenario::{Overrides, Scenario};

use super::{file, printed, run, said};

/// A scenario with a tie, two coalitions, a group and correlations; `NAME` stands where an id may stand.
const SCENARIO: &str = r#"schema = 1
title = "Names"
[house]
seats = 11
[law]
method = "hare"
threshold = "5%"
tie = "lot"
[votes]
against_all = 50_000
registered = 2_000_000
lot = ["NAME"]
[[party]]
id = "dawn"
name = { en = "New Dawn", kk = "Жаңа Таң", ru = "«Новая Заря»" }
votes = 250_000
[[party]]
id = "river"
votes = 250_000
[[party]]
id = "hill"
votes = 500_000
[[party]]
id = "brook"
votes = 30_000
[[party]]
id = "pond"
votes = 70_000
[[party]]
id = "others"
kind = "others"
votes = 100_000
[[coalition]]
name = "Valley"
parties = ["NAME", "hill"]
[[group]]
id = "south"
registered = 100_000
votes = { "NAME" = 10_000, hill = 20_000 }
[uncertainty]
model = "logistic-normal"
sample_size = 500
common_error = 0.2
correlations = [{ parties = ["NAME", "hill"], correlation = 0.5 }]
"#;

/// The list `dawn` as people may write it.
const CALLED: [&str; 7] =
    ["DAWN", "new dawn", "New_Dawn", "жаңа таң", "ЖАҢА ТАҢ", "новая заря", "«Новая Заря»"];

#[test]
fn a_name_in_a_file_is_as_good_as_an_id() {
    let read = |name: &str| {
        let text = SCENARIO.replace("NAME", name);
        Scenario::from_toml("s.toml", &text, None).unwrap()
    };
    let by_id = read("dawn");
    assert_eq!(
        (by_id.lot.as_slice(), by_id.coalitions[0].members.as_slice()),
        (&[0][..], &[0, 2][..])
    );
    for name in CALLED {
        assert_eq!(Scenario { sha256: by_id.sha256.clone(), ..read(name) }, by_id, "{name}");
    }
}

/// A votes file may have the names of the parties that the scenario file describes.
#[test]
fn a_name_in_a_votes_file_is_that_of_the_party() {
    let directory = tempfile::tempdir().unwrap();
    let text = "schema = 1\ntitle = \"t\"\n[house]\nseats = 10\n[law]\nmethod = \"hare\"\nthreshold = \"0%\"\n\
        [votes]\nfile = \"v.csv\"\n[[party]]\nid = \"dawn\"\nname = { en = \"New Dawn\", ru = \"Заря\" }\ncandidates = 3\n";
    let read = |row: &str, more: &str| {
        fs::write(
            directory.path().join("v.csv"),
            format!("party,votes\n{row},60\nhill,40\n{more}"),
        )
        .unwrap();
        Scenario::from_toml("s.toml", text, Some(directory.path()))
            .map_err(|error| error.to_string())
    };
    for row in ["dawn", "New Dawn", "ЗАРЯ", "new_dawn"] {
        let scenario = read(row, "").unwrap();
        assert_eq!(
            (&*scenario.parties[0].id, scenario.parties[0].candidates),
            ("dawn", Some(3)),
            "{row}"
        );
        assert_eq!(scenario.ballots.parties, [60, 40]);
    }
    // Beside the id itself a row with nearly its name is a list of its own.
    let both = read("dawn", "Dawn,30\n").unwrap();
    assert_eq!(
        both.parties.iter().map(|party| &*party.id).collect::<Vec<_>>(),
        ["dawn", "hill", "Dawn"]
    );
    let error = read("dusk", "").unwrap_err();
    assert!(
        error.contains("`dawn` has no row in ") && error.contains("v.csv; its parties are"),
        "{error}"
    );
}

#[test]
fn a_name_in_polls_is_as_good_as_an_id() {
    let directory = tempfile::tempdir().unwrap();
    let read = |name: &str, twice: &str| {
        let poll =
            |option: &str, value: u32| format!("p,P,2026-01-01,2026-01-03,1000,{option},{value}\n");
        let polls = [
            "poll_id,pollster,start,end,n,option,value\n".to_owned(),
            poll(name, 50),
            poll("hill", 30),
            poll("undecided", 20),
        ];
        fs::write(directory.path().join("polls.csv"), polls.concat()).unwrap();
        let text = format!(
            "schema = 1\ntitle = \"t\"\n[house]\nseats = 10\n[law]\nmethod = \"hare\"\nthreshold = \"0%\"\n\
             [votes]\ncast = 1_000\n[polls]\nfile = \"polls.csv\"\nhouse_effects = {{ P = {{ \"{name}\" = \"-1pp\" }} }}\n\
             undecided = \"previous\"\nprevious = {{ \"{name}\" = \"40%\", hill = \"60%\"{twice} }}\n\
             [[party]]\nid = \"dawn\"\nname = {{ en = \"New Dawn\", kk = \"Жаңа Таң\", ru = \"«Новая Заря»\" }}\n[[party]]\nid = \"hill\"\n"
        );
        Scenario::from_toml("s.toml", &text, Some(directory.path()))
            .map_err(|error| error.to_string())
    };
    let by_id = read("dawn", "").unwrap();
    // 50 to 30 among the decided; 20 points as 40 to 60 change nothing about who is ahead.
    assert!(by_id.ballots.parties[0] > by_id.ballots.parties[1], "{:?}", by_id.ballots);
    for name in CALLED {
        let by_name = read(name, "").unwrap();
        assert_eq!((&by_name.ballots, &by_name.polls), (&by_id.ballots, &by_id.polls), "{name}");
    }
    let error = read("dawn", ", \"NEW DAWN\" = \"1%\"").unwrap_err();
    assert!(error.ends_with("`dawn` is named twice; name it once"), "{error}");
    let error = read("Dawm", "").unwrap_err();
    assert!(
        error.contains("`option` is `Dawm` (did you mean `dawn`?); the options are"),
        "{error}"
    );
}

#[test]
fn a_name_in_a_what_if_of_a_file_is_as_good_as_an_id() {
    for what_if in [
        "transfer = { from = \"NAME\", to = \"hill\", share = \"3%\" }",
        "transfer = { from = \"hill\", to = \"NAME\", votes = 7 }",
        "swing = { points = { \"NAME\" = \"+2pp\" }, from = [\"hill\"] }",
        "swing = { list = \"NAME\", by = \"+10%\" }",
        "swing = { list = \"NAME\", logit = \"+0.3\" }",
        "merge = { parties = [\"NAME\", \"hill\"], into = \"hill\" }",
        "merge = { parties = [\"river\", \"hill\", \"NAME\"], into = \"NAME\" }",
        "split = { party = \"NAME\", into = { \"NAME\" = \"60%\", dusk = \"40%\" } }",
        "withdraw = { party = \"river\", to = { \"NAME\" = \"60%\", nobody = \"40%\" } }",
        "withdraw = { party = \"river\", previous = { \"NAME\" = 3, hill = 1 } }",
        "undecided = { row = \"others\", to = { \"NAME\" = \"100%\" } }",
        "threshold_effect = { desertion = \"20%\", to = [\"NAME\"] }",
        "threshold_effect = { insurance = \"1%\", band = \"2pp\", from = [\"NAME\"] }",
        "scale = { row = \"NAME\", by = \"120%\" }",
    ] {
        let read = |name: &str| {
            let text = format!("{SCENARIO}[[what_if]]\n{what_if}\n");
            let text = text.replace("correlations", "# correlations").replace("NAME", name);
            Scenario::from_toml("s.toml", &text, None)
                .unwrap_or_else(|error| panic!("{what_if}: {error}"))
        };
        let by_id = read("dawn");
        let before = SCENARIO.replace("correlations", "# correlations").replace("NAME", "dawn");
        let before = Scenario::from_toml("s.toml", &before, None).unwrap();
        assert_ne!(by_id.ballots, before.ballots, "{what_if}");
        for name in CALLED {
            let by_name = read(name);
            assert_eq!(by_name.ballots, by_id.ballots, "{name}: {what_if}");
            assert_eq!(by_name.parties, by_id.parties, "{name}: {what_if}");
            // What is told of it has ids, whatever was typed.
            assert_eq!(by_name.what_if.applied(), by_id.what_if.applied(), "{name}: {what_if}");
        }
    }
}

#[test]
fn a_name_on_the_command_line_is_as_good_as_an_id() {
    let directory = tempfile::tempdir().unwrap();
    let text = SCENARIO.replace("NAME", "dawn").replace("correlations", "# correlations");
    let input = file(directory.path(), "names.toml", &text);
    for arguments in [
        "allocate|--what-if|transfer NAME hill 3%",
        "allocate|--what-if|swing NAME +2pp from hill",
        "allocate|--what-if|swing proportional NAME +10%",
        "allocate|--what-if|merge NAME hill into hill",
        "allocate|--what-if|withdraw river to NAME 100%",
        "allocate|--what-if|scale NAME 120%",
        "allocate|--what-if|undecided others to NAME 100%",
        "allocate|--lot|NAME",
        "sweep|--vary|share:NAME|--from|10%|--to|30%|--step|5%",
        "sweep|--vary|share:NAME|--from|10%|--to|30%|--step|10%|--vary2|seats|--from2|5|--to2|6|--step2|1",
    ] {
        let output = |name: &str| {
            // A word of the small language is quoted where it has a space.
            let name = if name.contains(' ') && arguments.contains("--what-if") {
                format!("\"{name}\"")
            } else {
                name.to_owned()
            };
            let words = arguments.replace("NAME", &name);
            let mut words: Vec<&str> = words.split('|').collect();
            words.insert(1, &input);
            words.extend(["--format", "json"]);
            printed(&words)
        };
        let by_id = output("dawn");
        for name in CALLED {
            assert_eq!(output(name), by_id, "{name}: {arguments}");
        }
    }
}

/// Events keep the words that asked for them; their numbers are the same.
#[test]
fn an_event_by_name_has_the_probability_of_that_by_id() {
    let directory = tempfile::tempdir().unwrap();
    let input = file(directory.path(), "names.toml", &SCENARIO.replace("NAME", "dawn"));
    for (event, by_id) in [
        ("жаңа таң>=3", "dawn>=3"),
        ("\"Новая Заря\" passes", "dawn passes"),
        ("NEW DAWN largest", "dawn largest"),
        ("VALLEY >= simple", "Valley>=6"),
        ("new dawn >= 3 given ЖАҢА ТАҢ passes", "dawn>=3 given dawn passes"),
    ] {
        let asked = |event: &str| {
            let arguments =
                ["simulate", &input, "--draws", "3e3", "--format", "json", "--probability", event];
            let json: serde_json::Value = serde_json::from_str(&printed(&arguments)).unwrap();
            let asked = &json["asked"][0];
            (asked["p"].clone(), asked["se"].clone(), asked["given_draws"].clone())
        };
        let found = asked(event);
        assert!(found.0.is_f64() || found.0.is_u64(), "{found:?}");
        assert_eq!(found, asked(by_id), "{event}");
    }
    let until = ["simulate", &input, "--max-draws", "2e4", "--until", "P(новая заря>=3) ±5%"];
    assert!(printed(&until).contains("новая заря>=3"));
}

#[test]
fn a_name_of_two_is_refused_with_both_ids_and_a_row_once_by_two_names_too() {
    let directory = tempfile::tempdir().unwrap();
    let text = "party,votes,name\na,60,Unity\nb,40,UNITY\nc,30,Hill\n";
    let input = file(directory.path(), "two.csv", text);
    let both = "`unity` is the name of several parties: `a`, `b`; write the id of one";
    for (arguments, wanted) in [
        (vec!["allocate", "--what-if", "scale unity 120%"], both),
        (vec!["allocate", "--lot", "unity"], both),
        (
            vec!["sweep", "--vary", "share:unity", "--from", "1%", "--to", "2%", "--step", "1%"],
            both,
        ),
        (
            vec!["simulate", "--draws", "100", "--probability", "unity passes"],
            "`unity` is the name of several lists and coalitions: `a`, `b`; write the id of one",
        ),
        (vec!["allocate", "--what-if", "transfer c hill 1%"], "`c` is named twice; name it once"),
        (
            vec!["allocate", "--what-if", "swing c +1pp HILL +1pp"],
            "`c` is named twice; name it once",
        ),
        (
            vec!["allocate", "--what-if", "transfer c a 1%, Hill b 1%"],
            "`c` is named twice; name it once",
        ),
    ] {
        let mut arguments = arguments;
        arguments.insert(1, &input);
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(3), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(wanted), "{arguments:?}: {}", said(&output));
    }
}

#[test]
fn the_lot_of_a_run_may_be_given_by_names() {
    let text = SCENARIO.replace("NAME", "dawn");
    let scenario = Scenario::from_toml("s.toml", &text, None).unwrap();
    let lot = Some(vec!["RIVER".to_owned()]);
    let drawn = scenario.with_overrides(&Overrides { lot, ..Overrides::default() }).unwrap();
    assert_eq!((drawn.lot.as_slice(), drawn.law.tie), (&[1][..], TieRule::Lot.into()));
}
