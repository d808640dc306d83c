//! Polls: pooling worked by hand, the text of every refusal, damaged tables, and the polls of 2023.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]
#![expect(clippy::float_cmp, reason = "sizes of samples are whole persons")]

mod forecast;
mod pooling;
mod refusals;

use std::fs;

use kurultai::scenario::{Scenario, ScenarioError};

/// A scenario whose `[polls]` ends on line 11; more keys follow there.
const SCENARIO: &str = "schema = 1\ntitle = \"t\"\n[house]\nseats = 10\n[law]\nmethod = \"dhondt\"\n\
                        threshold = \"0%\"\n[votes]\ncast = 1_000_000\n[polls]\nfile = \"polls.csv\"\n";

const PARTIES: &str = "[[party]]\nid = \"a\"\n[[party]]\nid = \"b\"\n";

/// Two polls of 1,000 persons: a has 60 % in the first and 50 % in the second.
const TWO: &str = "poll_id,pollster,start,end,n,option,value\n\
                   p1,P,2023-01-01,2023-01-03,1000,a,60\n\
                   p1,P,2023-01-01,2023-01-03,1000,b,40\n\
                   p2,Q,2023-02-01,2023-02-02,1000,a,50%\n\
                   p2,Q,2023-02-01,2023-02-02,1000,b,50 %\n";

/// The scenario in `text` with `table` beside it as `polls.csv`.
fn load(text: &str, table: &[u8]) -> Result<Scenario, ScenarioError> {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("polls.csv"), table).unwrap();
    Scenario::from_toml("s.toml", text, Some(directory.path()))
}

/// A scenario with two parties, more `keys` under `[polls]` and this table.
fn pooled(keys: &str, table: &str) -> Scenario {
    load(&format!("{SCENARIO}{keys}\n{PARTIES}"), table.as_bytes())
        .unwrap_or_else(|error| panic!("{error}"))
}
