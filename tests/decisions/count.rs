//! Who can decide what with the seats of a count.

use std::collections::{BTreeMap, BTreeSet};

use kurultai::analysis::{Actor, MatterPower, Outcome};
use kurultai::law::Preset;
use kurultai::scenario::Scenario;
use serde_json::Value;

use super::{document, kurultai, rows};

/// Names of those in a list of `who` or `can_block`.
fn names(who: &Value) -> Vec<&str> {
    who.as_array().unwrap().iter().map(|of| of["name"].as_str().unwrap()).collect()
}

/// Amanat 83, Auyl 17, Respublica 13, Aq Jol 13, People's Party 11, OSDP 8: together 145. Amanat and Auyl
/// 100; all but Amanat 62. Whoever holds more than 145 − needed blocks: from 73 for 73, from 49 for 97, from
/// 37 for 109.
#[test]
fn who_can_decide_what_with_the_votes_of_2023() {
    let document = document(&["allocate", "kurultai-2023", "--coalitions"]);
    let decisions = document["decisions"].as_array().unwrap();
    assert_eq!(decisions.len(), 22);
    let (amanat, both, rest) = ("Amanat", "Amanat and Auyl", "All but Amanat");
    for decision in decisions {
        let kind = decision["kind"].as_str().unwrap();
        let (who, can_block) = match (kind, decision["needed"].as_u64()) {
            ("decision", Some(73)) => (vec![amanat, both], vec![amanat, both]),
            ("decision" | "quorum", Some(97)) => (vec![both], vec![amanat, rest, both]),
            ("decision", Some(109)) => (vec![], vec![amanat, rest, both]),
            ("initiative", Some(29 | 49)) => (vec![amanat, rest, both], vec![]),
            ("referendum", None) => (vec![], vec![]),
            other => panic!("{other:?}"),
        };
        assert_eq!(names(&decision["who"]), who, "{}", decision["matter"]);
        assert_eq!(names(&decision["can_block"]), can_block, "{}", decision["matter"]);
    }
    let law = &decisions[10];
    assert_eq!(law["id"], "constitutional-laws");
    assert_eq!(law["matter"], "constitutional laws");
    assert_eq!(law["article"], "61(3)");
    assert_eq!(law["rule"], ">=2/3");
    assert_eq!(
        law["who"],
        serde_json::json!([{ "name": both, "kind": "coalition", "parties": ["amanat", "auyl"] }])
    );
    assert_eq!(
        decisions[0]["who"][0],
        serde_json::json!({ "id": "amanat", "name": amanat, "kind": "list" })
    );
    assert_eq!(decisions[21]["needed"], Value::Null);
    assert_eq!(decisions[21]["rule"], Value::Null);
}

/// The same as a table, in three languages.
#[test]
fn the_table_of_a_count_says_the_same() {
    let scenario = Scenario::load("kurultai-2023", None).unwrap();
    for (language, heading, nobody, expected) in [
        (
            "en",
            "Of all deputies",
            "nobody",
            [
                "more than half",
                "two thirds",
                "three quarters",
                "initiative, one fifth",
                "initiative, one third",
            ],
        ),
        (
            "kk",
            "Депутаттардың жалпы санынан",
            "ешкім",
            [
                "жартысынан көбі",
                "үштен екісі",
                "төрттен үші",
                "бастама, бестен бірі",
                "бастама, үштен бірі",
            ],
        ),
        (
            "ru",
            "От общего числа депутатов",
            "никто",
            [
                "более половины",
                "две трети",
                "три четверти",
                "инициатива, одна пятая",
                "инициатива, одна треть",
            ],
        ),
    ] {
        let amanat = scenario.parties[0].name.in_language(language);
        let [rest, both] = [0, 1].map(|at| scenario.coalitions[at].name.in_language(language));
        let text = kurultai(&["allocate", "--coalitions", "--lang", language]);
        let all = format!("{amanat}; {rest}; {both}");
        let expected: Vec<Vec<String>> = [
            [expected[0], "73", amanat, both, &format!("{amanat}; {both}")].as_slice(),
            &[expected[1], "97", nobody, both, &all],
            &[expected[2], "109", nobody, nobody, &all],
            &[expected[3], "29", amanat, &format!("{rest}; {both}")],
            &[expected[4], "49", amanat, &format!("{rest}; {both}")],
        ]
        .iter()
        .map(|row| row.iter().map(|&cell| cell.to_owned()).collect())
        .collect();
        assert_eq!(rows(&text, heading)[..5], expected, "{language}");
    }
}

#[test]
fn the_legend_cites_every_article_once() {
    let text = kurultai(&["allocate", "--coalitions"]);
    let table = Preset::named("kurultai-2026").unwrap().decisions().unwrap();
    for decision in table.decisions {
        let cited = format!("({})", decision.article);
        let uses = table.decisions.iter().filter(|other| other.article == decision.article).count();
        assert_eq!(text.matches(&cited).count(), uses, "{cited}");
    }
    for line in [
        "Two thirds, 97: constitutional laws (61(3)); overriding the President's objections to an ordinary \
         law (56(2)); asking the President to dismiss a minister (56(17)); quorum of a sitting (58(5)).",
        "Initiative, one fifth, 29: moving no confidence in the Government (56(13)).",
        "By referendum only, whatever the seats: amendments to the Constitution (92, 93).",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}");
    }
    assert!(kurultai(&["allocate", "--coalitions", "--lang", "ru"]).contains(
        "Только на референдуме, при любом числе мест: изменения и дополнения в Конституцию (92, 93)."
    ));
}

/// Ten matters with the two who reach 73; four of two thirds with three who reach or block; three of three
/// quarters with three who block; four initiatives with three; the referendum in a row of its own.
#[test]
fn the_rows_of_a_count() {
    let text = kurultai(&["allocate", "--coalitions", "--format", "csv", "--quiet"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<BTreeMap<String, String>> = reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            header.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
        })
        .filter(|row: &BTreeMap<String, String>| !row["matter"].is_empty())
        .collect();
    assert_eq!(rows.len(), 10 * 2 + 4 * 3 + 3 * 3 + 4 * 3 + 1);
    let cells = |matter: &str| -> Vec<Vec<&str>> {
        let columns =
            ["needed", "kind", "name", "parties", "seats", "surplus", "wins", "article", "blocks"];
        let of = rows.iter().filter(|row| row["matter"] == matter);
        of.map(|row| columns.iter().map(|&column| &*row[column]).collect()).collect()
    };
    let rest = "auyl respublica aq_jol qhp osdp baytaq";
    assert_eq!(
        cells("constitutional-laws"),
        [
            ["97", "decision", "", "amanat", "83", "-14", "false", "61(3)", "true"],
            ["97", "decision", "All but Amanat", rest, "62", "-35", "false", "61(3)", "true"],
            [
                "97",
                "decision",
                "Amanat and Auyl",
                "amanat auyl",
                "100",
                "3",
                "true",
                "61(3)",
                "true"
            ],
        ]
    );
    assert_eq!(
        cells("no-confidence-motion")[0],
        ["29", "initiative", "", "amanat", "83", "54", "true", "56(13)", ""]
    );
    assert_eq!(cells("amendment"), [["", "referendum", "", "", "", "", "false", "92, 93", ""]]);
}

/// 151 deputies: 151/2 = 75.5, 302/3 = 100.67, 453/4 = 113.25, 151/5 = 30.2, 151/3 = 50.33.
#[test]
fn another_house_has_other_numbers() {
    let document = document(&["allocate", "--coalitions", "--seats", "151"]);
    let needed: BTreeSet<u64> = (document["decisions"].as_array().unwrap().iter())
        .filter_map(|decision| decision["needed"].as_u64())
        .collect();
    assert_eq!(needed, BTreeSet::from([76, 101, 114, 31, 51]));
}

/// Only the Kurultai has a table; a file's own law has none, and a law on the command line brings its own.
#[test]
fn other_laws_say_nothing() {
    for arguments in [
        &["allocate", "mazhilis-2023", "--coalitions"][..],
        &["allocate", "maslikhat-almaty-2023", "--coalitions"],
        &["allocate", "--law", "austria", "--coalitions"],
        &["simulate", "mazhilis-2021", "--draws", "100"],
        &["simulate", "--law", "mazhilis-2023", "--draws", "100"],
    ] {
        assert_eq!(document(arguments).get("decisions"), None, "{arguments:?}");
        for format in ["table", "csv", "markdown"] {
            let mut arguments = arguments.to_vec();
            arguments.extend(["--format", format, "--quiet"]);
            let text = kurultai(&arguments);
            assert!(!text.contains("Who can decide") && !text.contains("56("), "{arguments:?}");
        }
    }
    // A table of votes that names no law is taken for the Kurultai in a house of 145 alone.
    let votes = format!("{}/tests/data/readme/votes.csv", env!("CARGO_MANIFEST_DIR"));
    let of = |more: &[&str]| document(&[&["allocate", &votes, "--coalitions"], more].concat());
    assert!(of(&[])["decisions"].is_array());
    assert_eq!(of(&["--seats", "10"]).get("decisions"), None);
    let named = of(&["--seats", "10", "--law", "kurultai-2026"]);
    assert_eq!(named["decisions"][0]["needed"], 6);
    // Nor does a count that was not asked for its coalitions.
    assert_eq!(document(&["allocate"]).get("decisions"), None);
    let brought =
        document(&["allocate", "mazhilis-2023", "--law", "kurultai-2026", "--coalitions"]);
    // 69 list seats: more than 34.5.
    assert_eq!(brought["decisions"][0]["needed"], 35);
    for preset in kurultai::law::PRESETS {
        assert_eq!(preset.decisions().is_some(), preset.name == "kurultai-2026", "{}", preset.name);
    }
}

/// Two lists, 60 and 40 % of 10 seats, the larger with two candidates only and its other seats left empty:
/// 2 and 4 of 10. Both are needed for 6, so each blocks; 7 and 8 are out of reach, so there is nothing to
/// block; the initiatives take 2 and 4.
#[test]
fn nobody_blocks_what_is_out_of_reach() {
    let text = "schema = 1\ntitle = \"t\"\n[house]\nseats = 10\n\
                [law]\npreset = \"kurultai-2026\"\nfreed_seats = \"vacant\"\n\
                [[party]]\nid = \"a\"\nvotes = 600\ncandidates = 2\n\
                [[party]]\nid = \"b\"\nvotes = 400\n";
    let scenario = Scenario::from_toml("t.toml", text, None).unwrap();
    let outcome = Outcome::of(&scenario, 1).unwrap();
    assert_eq!(outcome.allocation.seats, [2, 4]);
    for matter in MatterPower::of_count(&scenario, &outcome) {
        let found: Vec<_> = matter.actors.iter().map(|of| (of.reaches, of.blocks)).collect();
        let expected = match matter.needed {
            Some(2) => vec![(true, None), (true, None)],
            Some(4) => vec![(false, None), (true, None)],
            Some(6) => vec![(false, Some(true)); 2],
            Some(_) => vec![(false, Some(false)); 2],
            None => vec![],
        };
        assert_eq!(found, expected, "{:?}", matter.decision);
    }
}

/// Half a house each, and the last seat open: 5 certain of 11 each. More than half is 6: whoever has 5 does
/// not keep the other from 6, who may get the open seat; of two thirds, 8, four are enough to do so.
#[test]
fn an_open_seat_is_nobodys() {
    let text = "schema = 1\ntitle = \"t\"\n[house]\nseats = 11\n\
                [law]\npreset = \"kurultai-2026\"\ntie = \"report\"\n\
                [[party]]\nid = \"a\"\nvotes = 500\n[[party]]\nid = \"b\"\nvotes = 500\n";
    let scenario = Scenario::from_toml("t.toml", text, None).unwrap();
    let outcome = Outcome::of(&scenario, 1).unwrap();
    assert_eq!((&outcome.allocation.seats[..], outcome.allocation.open_seats()), (&[5, 5][..], 1));
    for matter in MatterPower::of_count(&scenario, &outcome) {
        let found: Vec<_> = matter.actors.iter().map(|of| (of.reaches, of.blocks)).collect();
        let expected = match (matter.decision.requirement.kind(), matter.needed) {
            ("decision", Some(6)) => vec![(false, Some(false)); 2],
            ("decision" | "quorum", Some(8 | 9)) => vec![(false, Some(true)); 2],
            // A fifth of 11 is 2.2, a third 3.67.
            ("initiative", Some(3 | 4)) => vec![(true, None); 2],
            ("referendum", None) => vec![],
            other => panic!("{other:?}"),
        };
        assert_eq!(found, expected, "{:?}", matter.decision);
    }
}

/// Every list that can win a seat, in the order of the file; rows of others never do.
#[test]
fn others_are_never_asked() {
    let table = b"party,votes,kind\na,60,\nx,20,others\nb,40,\n";
    let scenario = Scenario::from_csv("t.csv", table).unwrap();
    let outcome = Outcome::of(&scenario, 1).unwrap();
    let matters = MatterPower::of_count(&scenario, &outcome);
    let actors: Vec<Actor> = matters[0].actors.iter().map(|of| of.actor).collect();
    assert_eq!(actors, [Actor::List(0), Actor::List(2)]);
}
