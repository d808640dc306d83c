//! What-ifs are shown with every result.

use kurultai::analysis::{Outcome, Summary};
use kurultai::chart::Theme;
use kurultai::report::messages::EN;
use kurultai::report::pictures::{Drawing, PictureEntry};
use kurultai::report::{AllocationReport, Format, SimulationReport, check};
use kurultai::simulation::{Run, Simulation};

use super::after;

fn render(what_ifs: &[&str], format: Format) -> String {
    let scenario = after(what_ifs).unwrap();
    let outcome = Outcome::of(&scenario, 1).unwrap();
    AllocationReport {
        words: &EN,
        scenario: &scenario,
        outcome: &outcome,
        seed: 1,
        explain: false,
        coalitions: None,
        margins: None,
        axioms: None,
    }
    .render(format)
}

#[test]
fn a_table_says_what_was_changed_above_the_numbers() {
    let table =
        render(&["transfer a b 3%", "withdraw d nobody", "merge b c into bc"], Format::Table);
    let lines: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("What if") || line.contains("official"))
        .collect();
    assert_eq!(
        lines,
        [
            "What if: a loses 3% of its votes to b (a 500 → 485; b 300 → 315).",
            "What if: d withdraws; its votes go to nobody (d 40 → off the ballot; valid votes 1,000 → 960).",
            "What if: b and c merge into bc (b 315 → off the ballot; c 120 → off the ballot; bc \
             new with 435).",
            "The official seats of the input are of the real count: they do not apply.",
        ]
    );
    let nothing = render(&["threshold_effect insurance 2% band 1pp"], Format::Table);
    assert!(nothing.contains(
        "What if: 2% of the voters of the lists above go to lists less than 1 point above the \
         threshold (no vote moves).\n"
    ));
}

#[test]
fn a_document_has_every_vote_before_and_after() {
    let json: serde_json::Value =
        serde_json::from_str(&render(&["transfer a b 3%", "merge b c into c"], Format::Json))
            .unwrap();
    assert_eq!(
        json["what_if"],
        serde_json::json!([
            {
                "operator": "transfer",
                "sentence": "a loses 3% of its votes to b",
                "votes": [
                    { "id": "a", "before": 500, "after": 485 },
                    { "id": "b", "before": 300, "after": 315 },
                ],
                "valid_votes": { "before": 1000, "after": 1000 },
            },
            {
                "operator": "merge",
                "sentence": "b and c merge into c",
                "votes": [
                    { "id": "b", "before": 315, "after": null },
                    { "id": "c", "before": 120, "after": 435 },
                ],
                "valid_votes": { "before": 1000, "after": 1000 },
            },
        ])
    );
    assert_eq!(json["parties"][0]["official_seats"], serde_json::Value::Null);
    let json: serde_json::Value = serde_json::from_str(&render(&[], Format::Json)).unwrap();
    assert_eq!(json["what_if"], serde_json::json!([]));
}

#[test]
fn a_check_compares_nothing_with_a_what_if() {
    let scenario = after(&["scale a 90%"]).unwrap();
    let outcome = Outcome::of(&scenario, 1).unwrap();
    assert!(outcome.differences().is_empty());
    let text = check(&EN, &scenario, &outcome);
    assert!(
        text.contains("What if: a has 90% of its votes (a 500 → 450; valid votes 1,000 → 950).\n")
    );
    assert!(text.contains("The official seats are of the real count, so they were not compared"));
}

#[test]
fn simulations_and_pictures_say_it_too() {
    let scenario = after(&["transfer a b 20%"]).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let tally = Run { draws: 100, seed: 1, threads: 1 }.tally(&simulation, &|_| ()).unwrap();
    let summary = Summary::new(&scenario, &tally);
    let report = SimulationReport {
        words: &EN,
        scenario: &scenario,
        summary: &summary,
        count: None,
        seed: 1,
        asked: &[],
        target: None,
        comparison: None,
    };
    let sentence = "What if: a loses 20% of its votes to b";
    assert!(report.render(Format::Table).contains(sentence));
    let json: serde_json::Value = serde_json::from_str(&report.render(Format::Json)).unwrap();
    assert_eq!(json["what_if"][0]["operator"], "transfer");
    // 400 to 400 votes are drawn, not 500 to 300: the model `point` gives both the same seats.
    let mode = |party: usize| json["parties"][party]["seats"]["mode"].clone();
    assert_eq!(mode(0), mode(1));
    // Lines of a picture are broken where they are too long.
    let Drawing::Draws(draw) = PictureEntry::named("histogram").unwrap().drawing else {
        panic!("a histogram is drawn from draws")
    };
    let picture = draw(&report, Theme::Light).unwrap().unwrap();
    assert!(picture.contains("What if: a loses"), "{picture}");
}
