//! Who can decide what: the table of the Constitution of 2026 against the file it was taken from, the
//! answers for the built-in scenario against what was worked out by hand, and the chances over draws against
//! the same draws one by one.

#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use kurultai::analysis::{Actor, MatterPower, Outcome};
use kurultai::law::{Preset, Requirement};
use kurultai::scenario::Scenario;
use kurultai::simulation::Simulation;
use serde_json::Value;

fn kurultai(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .args(arguments)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn document(arguments: &[&str]) -> Value {
    let mut arguments = arguments.to_vec();
    arguments.extend(["--format", "json", "--quiet"]);
    serde_json::from_str(&kurultai(&arguments)).expect("a document")
}

/// Articles with their paragraphs, in any order.
fn articles(text: &str) -> BTreeSet<String> {
    let parts = text.split([' ', ',']).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Every row of the table of majorities, found by its articles, kind and number.
#[test]
fn the_table_is_that_of_the_constitution() {
    let path = format!("{}/tests/data/kazakhstan/majorities_2026.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    let table = Preset::named("kurultai-2026").unwrap().decisions().unwrap();
    let mut found: Vec<(BTreeSet<String>, Option<u32>)> = (table.decisions.iter())
        .map(|decision| (articles(decision.article), decision.requirement.needed(145)))
        .collect();
    let mut rows = 0;
    let mut take = |article: &str, seats: Option<u32>| {
        let row = (articles(article), seats);
        let at = found.iter().position(|known| *known == row);
        found.remove(at.unwrap_or_else(|| panic!("{row:?} is missing")));
    };
    for row in reader.records() {
        let row = row.unwrap();
        rows += 1;
        match &row[0] {
            // By referendum only (Articles 92 and 93).
            "92" => take("92 93", None),
            article => take(article, Some(row[3].parse().unwrap())),
        }
        // What stands in brackets in the text of a row.
        for (words, seats) in [
            ("initiative one fifth = 29", 29),
            ("hearing: one third = 49", 49),
            ("initiative one third = 49", 49),
            ("accusation 73", 73),
        ] {
            if row[1].contains(words) {
                take(&row[0], Some(seats));
            }
        }
    }
    assert_eq!(rows, 18);
    assert_eq!(found, [], "nothing but what the file has");
}

/// The fewest members for whom the inequality of each fraction holds, by trying them one after another.
#[test]
fn every_number_follows_the_house_exactly() {
    type Enough = fn(u32, u32) -> bool;
    let inequality = |name: &str| -> Enough {
        match name {
            ">1/2" => |members, house| 2 * members > house,
            ">=2/3" => |members, house| 3 * members >= 2 * house,
            ">=3/4" => |members, house| 4 * members >= 3 * house,
            ">=1/3" => |members, house| 3 * members >= house,
            ">=1/5" => |members, house| 5 * members >= house,
            other => panic!("{other}"),
        }
    };
    let table = Preset::named("kurultai-2026").unwrap().decisions().unwrap();
    let mut seen = BTreeSet::new();
    for decision in table.decisions {
        let Some(rule) = decision.requirement.rule() else { continue };
        seen.insert(rule.to_string());
        let enough = inequality(&rule.to_string());
        for house in 1..=400 {
            let expected = (1..=house).find(|&members| enough(members, house));
            assert_eq!(decision.requirement.needed(house), expected, "{rule} of {house}");
        }
    }
    assert_eq!(seen.len(), 5);
}

#[test]
fn kinds_of_matters() {
    let table = Preset::named("kurultai-2026").unwrap().decisions().unwrap();
    let mut kinds = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for decision in table.decisions {
        *kinds.entry(decision.requirement.kind()).or_insert(0) += 1;
        assert!(ids.insert(decision.matter.id()), "{} twice", decision.matter.id());
        let blocked =
            matches!(decision.requirement, Requirement::Decision(_) | Requirement::Quorum(_));
        assert_eq!(decision.requirement.can_be_blocked(), blocked);
    }
    // 10 by more than half, 3 by two thirds, 3 by three quarters.
    let expected = [("decision", 16), ("initiative", 4), ("quorum", 1), ("referendum", 1)];
    assert_eq!(kinds, BTreeMap::from(expected));
}

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

/// The lines below the headings of a table, cut where there is more than one space; empty cells are left
/// out.
fn rows(text: &str, first_heading: &str) -> Vec<Vec<String>> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(first_heading)).skip(1);
    assert!(lines.next().expect("the table").starts_with('─'));
    let cells = |line: &str| -> Vec<String> {
        let cells = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
        cells.map(str::to_owned).collect()
    };
    lines.take_while(|line| !line.is_empty()).map(cells).collect()
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

/// A scenario in which everything happens in some draws: nobody over the threshold of 45 %, one list, two.
const UNSURE: &str = "schema = 1\ntitle = \"t\"\n[house]\nseats = 145\n\
    [law]\npreset = \"kurultai-2026\"\nthreshold = \"45%\"\n\
    [[party]]\nid = \"a\"\nvotes = 420_000\n[[party]]\nid = \"b\"\nvotes = 380_000\n\
    [[party]]\nid = \"c\"\nvotes = 200_000\n\
    [[coalition]]\nname = \"b and c\"\nparties = [\"b\", \"c\"]\n\
    [uncertainty]\nmodel = \"logistic-normal\"\nsample_size = 1_000\ncommon_error = 0.5\n";

/// Every chance is the share of all draws, counted over the draws one by one: those in which nobody is
/// admitted too.
#[test]
#[expect(clippy::cast_precision_loss, reason = "chances are floating-point numbers")]
fn chances_are_those_of_the_draws_one_by_one() {
    const DRAWS: u64 = 400;
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("unsure.toml");
    std::fs::write(&path, UNSURE).unwrap();
    let path = path.to_str().unwrap();
    let document = document(&["simulate", path, "--draws", "400", "--seed", "7"]);
    let outcomes = &document["run"]["outcomes"];
    assert!(outcomes["nobody_admitted"].as_u64().unwrap() > 20, "{outcomes}");

    let scenario = Scenario::from_toml("unsure.toml", UNSURE, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let drawn: Vec<[u32; 4]> = (0..DRAWS)
        .map(|draw| {
            let seats = simulation.replay(7, draw).allocation.seats;
            [seats[0], seats[1], seats[2], seats[1] + seats[2]]
        })
        .collect();
    let check = |found: &Value, name: &str, least: u64, actor: usize| {
        assert_eq!(found["name"], name);
        let hits = drawn.iter().filter(|seats| u64::from(seats[actor]) >= least).count() as f64;
        let p = hits / DRAWS as f64;
        assert!((found["p"].as_f64().unwrap() - p).abs() < 1e-12, "{name}: {found}, not {p}");
        let se = (p * (1.0 - p) / DRAWS as f64).sqrt();
        assert!((found["se"].as_f64().unwrap() - se).abs() < 1e-12, "{name}: {found}, not {se}");
        p
    };
    let mut between = 0;
    for decision in document["decisions"].as_array().unwrap() {
        let (who, can_block) = (&decision["who"], &decision["can_block"]);
        let Some(needed) = decision["needed"].as_u64() else {
            assert_eq!((who, can_block), (&serde_json::json!([]), &serde_json::json!([])));
            continue;
        };
        assert_eq!(who.as_array().unwrap().len(), 4);
        let blocked = decision["kind"] != "initiative";
        assert_eq!(can_block.as_array().unwrap().len(), if blocked { 4 } else { 0 });
        for (actor, name) in ["a", "b", "c", "b and c"].into_iter().enumerate() {
            let p = check(&who[actor], name, needed, actor);
            between += u32::from(p > 0.0 && p < 1.0);
            if blocked {
                check(&can_block[actor], name, 146 - needed, actor);
            }
        }
    }
    assert!(between > 40, "{between} chances are neither 0 nor 1");
}

/// The chances of the table and of CSV are those of the document; the table shows those from 1 % on.
#[test]
fn tables_and_rows_of_draws_say_the_same() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("unsure.toml");
    std::fs::write(&path, UNSURE).unwrap();
    let run = ["simulate", path.to_str().unwrap(), "--draws", "3000", "--seed", "7"];
    let document = document(&run);
    let decisions = document["decisions"].as_array().unwrap();
    let text = kurultai(&[&run[..], &["--format", "csv", "--quiet"]].concat());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    assert_eq!(header.iter().next_back(), Some("kind"));
    let column = |name: &str| header.iter().position(|known| known == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader
        .records()
        .map(Result::unwrap)
        .filter(|row| !row[column("matter")].is_empty())
        .collect();
    for decision in decisions {
        let of: Vec<_> =
            rows.iter().filter(|row| decision["id"] == row[column("matter")]).collect();
        let Some(needed) = decision["needed"].as_u64() else {
            assert_eq!((of.len(), &of[0][column("id")]), (1, ""));
            continue;
        };
        let chance = |who: &str, at: usize| decision[who][at]["p"].as_f64().unwrap_or(0.0);
        let expected: Vec<usize> =
            (0..4).filter(|&at| chance("who", at) > 0.0 || chance("can_block", at) > 0.0).collect();
        assert_eq!(of.len(), expected.len(), "{}", decision["id"]);
        for (at, row) in expected.into_iter().zip(of) {
            assert_eq!(&row[column("id")], ["a", "b", "c", "b+c"][at]);
            assert_eq!(decision["article"], row[column("article")]);
            assert_eq!(decision["kind"], row[column("kind")]);
            assert_eq!(row[column("needed")], needed.to_string());
            let number = |name: &str| row[column(name)].parse::<f64>().ok();
            assert_eq!(number("p"), decision["who"][at]["p"].as_f64());
            assert_eq!(number("p_se"), decision["who"][at]["se"].as_f64());
            assert_eq!(number("blocks"), decision["can_block"][at]["p"].as_f64());
            assert_eq!(number("blocks_se"), decision["can_block"][at]["se"].as_f64());
        }
    }

    let text = kurultai(&[&run[..], &["--quiet"]].concat());
    let shown = self::rows(&text, "Of all deputies");
    let percent = |cell: &str| cell.split(' ').next().unwrap().parse::<f64>().unwrap() / 100.0;
    let mut at = 0;
    // One matter of each row of the table.
    for id in [
        "vice-president",
        "constitutional-laws",
        "president-removal",
        "no-confidence-motion",
        "extraordinary-session",
    ] {
        let decision = decisions.iter().find(|decision| decision["id"] == id).unwrap();
        for (actor, name) in ["a", "b", "c", "b and c"].into_iter().enumerate() {
            let p = |who: &str| decision[who][actor]["p"].as_f64();
            if p("who").unwrap() < 0.01 && p("can_block").is_none_or(|p| p < 0.01) {
                continue;
            }
            let row = &shown[at];
            at += 1;
            assert_eq!((&row[1], &row[2]), (&decision["needed"].to_string(), &name.to_owned()));
            for (cell, p) in [(row.get(3), p("who")), (row.get(4), p("can_block"))] {
                assert_eq!(cell.is_some(), p.is_some(), "{row:?}");
                if let (Some(cell), Some(p)) = (cell, p) {
                    // Two decimals of a percentage.
                    assert!((percent(cell) - p).abs() < 5.1e-5, "{row:?}, not {p}");
                }
            }
        }
    }
    assert!(at > 10, "{shown:?}");
}

/// A report has both: the seats as counted, and the chances.
#[test]
fn a_report_says_who_can_decide_what() {
    let run = ["report", "-o", "-", "--draws", "2000", "--quiet"];
    let html = kurultai(&run);
    assert_eq!(html.matches("Who can decide what (145 seats in all)").count(), 2);
    assert!(html.contains("P(can block)") && html.contains("Can block"));
    let other = kurultai(&[&run[..], &["mazhilis-2023"]].concat());
    assert!(!other.contains("Who can decide"));
}

/// A draw seen again is told like a count.
#[test]
fn a_replayed_draw_says_who_can_decide_what() {
    let document = document(&["simulate", "--replay", "5", "--coalitions"]);
    let seats = document["parties"][0]["seats"].as_u64().unwrap();
    for decision in document["decisions"].as_array().unwrap() {
        let Some(needed) = decision["needed"].as_u64() else { continue };
        let alone = decision["who"].as_array().unwrap().iter().any(|of| of["id"] == "amanat");
        assert_eq!(alone, seats >= needed, "{seats} seats: {decision}");
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
