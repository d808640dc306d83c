//! What is said of a house that is never full, worked out by hand.

use std::process::Command;

use serde_json::{Value, json};

/// Ten seats for 60 and 40 votes by Hare are six and four, but a has three candidates and nobody takes what is
/// freed: three, four, and three empty seats, in every draw of a model that does not vary.
const VACANT: &str = r#"schema = 1
title = "Empty seats"
[house]
seats = 10
[law]
method = "hare"
threshold = "5%"
freed_seats = "vacant"
[[party]]
id = "a"
votes = 60
candidates = 3
[[party]]
id = "b"
votes = 40
[[coalition]]
name = "B"
parties = ["b"]
[[coalition]]
name = "Both"
parties = ["a", "b"]
[uncertainty]
model = "point"
"#;

#[test]
fn empty_seats_neither_win_nor_block() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vacant.toml");
    std::fs::write(&file, VACANT).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .args(["simulate", file.to_str().unwrap(), "--draws", "50", "--format", "json", "--quiet"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let outcomes = json!({ "allocated": 0, "nobody_admitted": 0, "unfilled": 50, "open_tie": 0 });
    assert_eq!(found["run"]["outcomes"], outcomes);
    let seats = |at: usize| &found["parties"][at]["seats"]["mean"];
    assert_eq!([seats(0), seats(1)], [3.0, 4.0]);
    // More than half of ten is six: four of ten leave six others, so b alone blocks nothing; were the three
    // empty seats its own or nobody's, three others would be too few. Seven win and block.
    for (at, wins, blocks) in [(0, 0.0, 0.0), (1, 1.0, 1.0)] {
        let coalition = &found["coalitions"][at];
        assert_eq!(coalition["majority"]["p"], wins, "{coalition}");
        assert_eq!(coalition["blocks"]["simple"]["p"], blocks, "{coalition}");
    }
    assert_eq!(found["any_majority"]["simple"]["p"], 0.0);
}
