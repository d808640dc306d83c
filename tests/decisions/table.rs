//! The table itself.

use std::collections::{BTreeMap, BTreeSet};

use kurultai::law::{Preset, Requirement};

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
