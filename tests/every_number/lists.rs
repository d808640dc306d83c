//! `list laws` and what each preset puts into a count, against the texts of the laws.

use std::process::Command;

use serde_json::Value;

fn json(arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .args([arguments, &["--format", "json"]].concat())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Name, house size (empty where the body has no fixed one), method, threshold in a count of 30 seats, and a
/// word of the article. The Dutch threshold is one quota: 1/30 there.
const LAWS: [[&str; 5]; 24] = [
    ["kurultai-2026", "145", "hare", "5%", "97-1"],
    ["mazhilis-2023", "69", "hare", "5%", "97-1"],
    ["mazhilis-2009", "98", "hare", "7%", "97-1"],
    ["mazhilis-2007", "98", "hare", "7%", "97-1"],
    ["maslikhat-2023", "", "hare", "5%", "97-1"],
    ["maslikhat-2021", "", "hare", "7%", "97-1"],
    ["austria", "183", "dhondt", "4%", "§ 107"],
    ["czechia-ep", "21", "dhondt", "5%", "62/2003"],
    ["denmark", "175", "hare", "2%", "§ 77"],
    ["germany", "630", "sainte-lague", "5%", "§§ 4 to 6"],
    ["germany-2021", "736", "sainte-lague", "5%", "§ 6"],
    ["montenegro", "81", "dhondt", "3%", "Articles 94 and 95"],
    ["netherlands", "150", "dhondt", "1/30", "Articles P 5 to P 9"],
    ["netherlands-municipal", "", "dhondt", "0%", "P 7"],
    ["norway", "", "modified-sainte-lague", "0%", "section 11-4"],
    ["poland-district", "", "dhondt", "0%", "Article 196"],
    ["serbia", "250", "dhondt", "3%", "129 and 140"],
    ["slovakia", "150", "hagenbach-bischoff:rounded", "5%", "180/2014"],
    ["sweden", "349", "modified-sainte-lague:1.2", "4%", "chapter 14"],
    ["georgia", "150", "hare-strongest", "5%", "Article 37"],
    ["israel", "120", "dhondt", "3.25%", "sections 81 and 82"],
    ["new-zealand", "120", "sainte-lague", "5%", "191 and 192"],
    ["timor-leste", "65", "dhondt", "4%", "Article 13"],
    ["united-states", "435", "huntington-hill", "0%", "Article I, Section 2"],
];

#[test]
fn every_preset_is_its_law() {
    let folder = tempfile::tempdir().unwrap();
    let votes = folder.path().join("votes.csv");
    std::fs::write(&votes, "party,votes\na,600\nb,400\n").unwrap();
    let listed = json(&["list", "laws"]);
    let listed = listed["laws"].as_array().unwrap();
    assert_eq!(listed.len(), LAWS.len());
    for (entry, [name, seats, method, threshold, article]) in listed.iter().zip(LAWS) {
        assert_eq!(entry["name"], name);
        let size = if seats.is_empty() { "must be given" } else { seats };
        assert_eq!(entry["seats"], size, "{name}");
        assert!(entry["article"].as_str().unwrap().contains(article), "{name}: {entry}");
        let file = votes.to_str().unwrap();
        let count = json(&["allocate", file, "--law", name, "--seats", "30", "--quiet"]);
        let rules = &count["rules"];
        assert_eq!(rules["law"], name);
        assert_eq!(rules["article"], entry["article"], "{name}");
        assert_eq!([&rules["method"], &rules["threshold"]], [method, threshold], "{name}");
    }
}
