//! Chances over draws, in a run and in a report.

use kurultai::scenario::Scenario;
use kurultai::simulation::Simulation;
use serde_json::Value;

use super::{document, kurultai, rows as table_rows};

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
    let shown = table_rows(&text, "Of all deputies");
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
