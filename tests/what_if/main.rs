//! What-ifs: hand-worked values, the exact text of every refusal, sums that are kept, and the examples of
//! `docs/what-if.md`.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

mod examples;
mod refusals;
mod reports;
mod sums;
mod values;

use kurultai::scenario::{Overrides, Scenario, ScenarioError, WhatIf};

/// 1,000 valid votes, so that 5 % are 50 and a point is 10.
const BASE: &str = r#"schema = 1
title = "Test"
[house]
seats = 145
[law]
preset = "kurultai-2026"
[votes]
against_all = 10
invalid = 5
registered = 2000
[[party]]
id = "a"
votes = 500
official_seats = 80
[[party]]
id = "b"
votes = 300
[[party]]
id = "c"
votes = 120
[[party]]
id = "d"
votes = 40
[[party]]
id = "o"
kind = "others"
votes = 30
[[coalition]]
name = "B and C"
parties = ["b", "c"]
[uncertainty]
model = "point"
[[group]]
id = "g"
registered = 400
turnout = "50%"
shares = { a = "60%", b = "38%", invalid = "2%" }
[[group]]
id = "h"
registered = 100
votes = { c = 50 }
"#;

fn base() -> Scenario {
    Scenario::from_toml("s.toml", BASE, None).unwrap()
}

/// The base after these what-ifs, in order.
fn after(what_ifs: &[&str]) -> Result<Scenario, ScenarioError> {
    let what_ifs = what_ifs.iter().map(|words| words.parse::<WhatIf>());
    let what_ifs = what_ifs.collect::<Result<Vec<_>, _>>()?;
    base().with_overrides(&Overrides { what_ifs, ..Overrides::default() })
}

/// The base with this operator in the file.
fn in_file(operator: &str) -> Result<Scenario, ScenarioError> {
    Scenario::from_toml("s.toml", &format!("{BASE}[[what_if]]\n{operator}\n"), None)
}

/// Every row of the ballot paper with its votes, then the invalid ballots.
fn count(scenario: &Scenario) -> String {
    let parties = scenario.parties.iter().zip(&scenario.ballots.parties);
    let mut rows: Vec<String> =
        parties.map(|(party, votes)| format!("{} {votes}", party.id)).collect();
    rows.push(format!("against_all {}", scenario.ballots.against_all));
    rows.push(format!("invalid {}", scenario.ballots.invalid));
    rows.join(", ")
}
