//! The examples of `docs/what-if.md`: every file and the option below it do the same, and what the page
//! shows of the result is what is printed.

use std::fs;
use std::path::Path;

use kurultai::analysis::Outcome;
use kurultai::report::messages::EN;
use kurultai::report::{AllocationReport, Format};
use kurultai::scenario::{Overrides, Scenario, WhatIf};

/// A fenced block and the language it is marked with.
fn blocks(page: &str) -> Vec<(&str, String)> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((language, inside.join("\n") + "\n"));
        }
    }
    blocks
}

/// The options of a command: the texts in quotes after `--what-if`.
fn what_ifs(command: &str) -> Vec<WhatIf> {
    let quoted = command.split("--what-if ").skip(1);
    quoted
        .map(|rest| {
            let quote = &rest[..1];
            rest[1..].split(quote).next().unwrap().parse().unwrap()
        })
        .collect()
}

#[test]
fn files_and_options_do_the_same_and_print_what_the_page_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/what-if.md")).unwrap();
    let base = fs::read_to_string(root.join("scenarios/kurultai-2023.toml")).unwrap();
    let blocks = blocks(&page);
    let mut examples = 0;
    for triple in blocks.windows(3) {
        let [("toml", file), ("sh", command), ("text", shown)] = triple else { continue };
        examples += 1;
        let from_file = Scenario::from_toml("e.toml", &format!("{base}\n{file}"), None)
            .unwrap_or_else(|error| panic!("{file}\n{error}"));
        // What stands above the first what-if belongs to the scenario.
        let counted = file.split("[[what_if]]").next().unwrap();
        let counted = Scenario::from_toml("e.toml", &format!("{base}\n{counted}"), None).unwrap();
        let overrides = Overrides { what_ifs: what_ifs(command), ..Overrides::default() };
        let by_option = counted.with_overrides(&overrides).unwrap();
        assert_eq!(by_option.ballots, from_file.ballots, "{command}");
        assert_eq!(by_option.parties, from_file.parties, "{command}");
        assert_eq!(by_option.what_if.applied(), from_file.what_if.applied(), "{command}");
        let outcome = Outcome::of(&from_file, 1).unwrap();
        let report = AllocationReport {
            words: &EN,
            scenario: &from_file,
            outcome: &outcome,
            seed: 1,
            explain: false,
            coalitions: None,
            margins: None,
            axioms: None,
        };
        let table = report.render(Format::Table);
        let found: Vec<&str> = table.lines().filter(|line| line.starts_with("What if")).collect();
        assert_eq!(found.join("\n") + "\n", *shown, "{command}");
    }
    assert!(examples >= 15, "only {examples} examples are read");
}
