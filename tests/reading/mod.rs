//! What holds whenever an input is read: it becomes a scenario that says what the input said, with an
//! answer to tell, or it is refused in one line that names it.

use std::collections::{BTreeMap, BTreeSet};

use kurultai::analysis::Outcome;
use kurultai::report::messages::EN;
use kurultai::report::{AllocationReport, Format};
use kurultai::scenario::{Scenario, ScenarioError};

/// The name of the input in messages.
const NAME: &str = "damaged";

/// Reads a scenario file.
pub(crate) fn assert_toml(text: &str) {
    if let Some(scenario) = read(Scenario::from_toml(NAME, text, None)) {
        assert_toml_is_kept(text, &scenario);
    }
}

/// Reads a table of votes.
pub(crate) fn assert_csv(bytes: &[u8]) {
    if let Some(scenario) = read(Scenario::from_csv(NAME, bytes)) {
        let text = std::str::from_utf8(bytes).expect("other encodings are refused");
        assert_csv_is_kept(text.trim_start_matches('\u{feff}'), &scenario);
    }
}

fn read(answer: Result<Scenario, ScenarioError>) -> Option<Scenario> {
    match answer {
        Ok(scenario) => {
            assert_within_limits(&scenario);
            assert_reported(&scenario);
            Some(scenario)
        }
        Err(error) => {
            let message = error.to_string();
            assert!(message.starts_with(&format!("{NAME}:")), "{message}");
            assert_is_one_line(&message);
            None
        }
    }
}

fn assert_is_one_line(message: &str) {
    assert!(!message.is_empty());
    assert!(!message.contains(char::is_control), "{message:?}");
}

/// The limits in the README, and indices that point at something.
fn assert_within_limits(scenario: &Scenario) {
    let parties = scenario.parties.len();
    assert!((1..=1_000).contains(&parties), "{parties} parties");
    assert_eq!(scenario.ballots.parties.len(), parties);
    assert!(scenario.ballots.cast_votes() < 1 << 64, "{:?}", scenario.ballots);
    assert!((1..=10_000).contains(&scenario.house.seats()), "{:?}", scenario.house);
    let ids: BTreeSet<&str> = scenario.parties.iter().map(|party| party.id.as_str()).collect();
    assert_eq!(ids.len(), parties, "an id twice");
    assert!(!ids.contains(""), "an empty id");
    let seated = scenario.seated();
    assert!(seated.iter().any(|&list| scenario.ballots.parties[list] > 0), "nobody to seat");
    assert!(scenario.lot.iter().all(|&list| list < parties), "{:?}", scenario.lot);
    for coalition in &scenario.coalitions {
        assert!(coalition.members.is_sorted_by(|left, right| left < right), "{coalition:?}");
        assert!(coalition.members.iter().all(|&list| list < parties), "{coalition:?}");
    }
    assert!(scenario.registered.is_none_or(|all| u128::from(all) >= scenario.ballots.cast_votes()));
    assert_eq!(scenario.sha256.len(), 64);
}

/// The seats are all there, and every report can be written; or there is a reason for no seats.
fn assert_reported(scenario: &Scenario) {
    let outcome = match Outcome::of(scenario, 1) {
        Ok(outcome) => outcome,
        Err(error) => return assert_is_one_line(&error.to_string()),
    };
    let allocation = &outcome.allocation;
    let sum = |seats: &[u32]| seats.iter().map(|&seats| u64::from(seats)).sum::<u64>();
    let won = sum(&allocation.seats);
    let others = sum(&[allocation.open_seats(), allocation.unfilled_seats]);
    let house = sum(&[scenario.house.seats(), allocation.overhang_seats()]);
    assert_eq!(won + others, house, "{allocation:?}");
    for explain in [false, true] {
        let report = AllocationReport {
            words: &EN,
            scenario,
            outcome: &outcome,
            seed: 1,
            explain,
            coalitions: None,
            margins: None,
            axioms: None,
        };
        assert!(!report.render(Format::Table).is_empty());
        assert!(report.render(Format::Csv).lines().count() > scenario.parties.len());
        let json: serde_json::Value =
            serde_json::from_str(&report.render(Format::Json)).expect("JSON");
        assert_eq!(json["parties"].as_array().map(Vec::len), Some(scenario.parties.len()));
    }
}

/// House, ids and votes are those of the file.
fn assert_toml_is_kept(text: &str, scenario: &Scenario) {
    let file: toml::Table = text.trim_start_matches('\u{feff}').parse().expect("TOML");
    // Without a size it is that of the body of the preset.
    let size = file.get("house").and_then(|house| house.get("seats"));
    let own = scenario.preset.and_then(|preset| preset.seats).map(i64::from);
    let size = size.map_or(own, toml::Value::as_integer);
    assert_eq!(size, Some(scenario.house.seats().into()));
    let parties = file["party"].as_array().expect("parties");
    let named = scenario.parties.iter().zip(&scenario.ballots.parties);
    assert!(parties.len() <= scenario.parties.len(), "a party is lost");
    for (row, (party, &votes)) in parties.iter().zip(named) {
        assert_eq!(row["id"].as_str(), Some(party.id.as_str()));
        let written = row.get("votes").map(|votes| votes.as_integer().expect("whole votes"));
        assert!(written.is_none_or(|written| u64::try_from(written) == Ok(votes)), "{row}");
    }
}

/// Ids and votes are those that stand between the commas, where a table has no quotes.
fn assert_csv_is_kept(text: &str, scenario: &Scenario) {
    if text.contains('"') {
        return;
    }
    let mut rows = (text.split(['\r', '\n']).filter(|line| !line.is_empty()))
        .map(|line| line.split(',').map(str::trim).collect::<Vec<_>>());
    let header = rows.next().expect("a header");
    let column = |name: &str| header.iter().position(|title| title.eq_ignore_ascii_case(name));
    let id = column("party").expect("a column `party`");
    let votes = column("votes").expect("a column `votes`");
    let kind = column("kind");
    let mut totals = BTreeMap::new();
    let mut parties = Vec::new();
    for row in rows {
        let votes: u64 = row[votes].parse().expect("votes");
        match kind.map(|kind| row[kind]) {
            None | Some("" | "list" | "others") => parties.push((row[id], votes)),
            Some(total) => assert_eq!(totals.insert(total, votes), None, "{total} twice"),
        }
    }
    let read = scenario.parties.iter().map(|party| party.id.as_str());
    let read: Vec<(&str, u64)> = read.zip(scenario.ballots.parties.iter().copied()).collect();
    assert_eq!(read, parties);
    let total = |kind| totals.get(kind).copied().unwrap_or(0);
    let boxes = (scenario.ballots.against_all, scenario.ballots.invalid);
    assert_eq!(boxes, (total("against_all"), total("invalid")));
}
