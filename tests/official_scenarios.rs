//! Every election of `tests/data/elections` as its scenario file, through the public way: the seats
//! found are the official ones.

#[allow(dead_code, reason = "other tests use the rest")]
mod official;

use kurultai::analysis::{Outcome, OutcomeError};
use kurultai::apportionment::Tie;
use kurultai::law::TieRule;
use kurultai::scenario::{Overrides, Scenario};

fn path(file: &str) -> String {
    format!("{}/tests/data/elections/{file}", env!("CARGO_MANIFEST_DIR"))
}

fn scenario(file: &str) -> Scenario {
    Scenario::load(&path(file), None).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_election_gives_its_official_seats() {
    for row in official::index() {
        let scenario = scenario(&row.file.replace(".csv", ".toml"));
        let outcome =
            Outcome::of(&scenario, 1).unwrap_or_else(|error| panic!("{}: {error}", row.file));
        let found: Vec<u32> = outcome.parties.iter().map(|party| party.seats).collect();
        let official: Vec<u32> =
            outcome.parties.iter().map(|party| party.official_seats.unwrap_or(0)).collect();
        assert_eq!(found, official, "{}", row.file);
        assert_eq!(official.iter().sum::<u32>(), row.seats, "{}", row.file);
        assert_eq!(outcome.house.seats(), row.seats, "{}: the house", row.file);
        assert_eq!(outcome.allocation.unfilled_seats, 0, "{}", row.file);
        assert!(scenario.preset.is_some(), "{}: no preset", row.file);
    }
}

/// The last of 33 seats in a Dutch town of 2026: lists 3 and 9 both have a quotient of 617.
#[test]
fn the_tie_of_lists_3_and_9_is_reported_and_its_lot_can_be_given_back() {
    let report = Overrides { tie: Some(TieRule::Report.into()), ..Overrides::default() };
    let open = scenario("nl_gr2026_tie.toml").with_overrides(&report).unwrap();
    let outcome = Outcome::of(&open, 1).unwrap();
    let [settled] = &outcome.allocation.ties[..] else { panic!("one tie") };
    let ids: Vec<&str> = settled.tie.lists.iter().map(|&list| &*open.parties[list].id).collect();
    assert_eq!(ids, ["3", "9"]);
    assert_eq!(settled.tie, Tie::new(vec![2, 8], 1));
    assert_eq!(outcome.allocation.open_seats(), 1);
    assert!(!outcome.is_lot_given);

    let with_lot = |winners: &[&str]| {
        let lot = winners.iter().map(|&id| id.to_owned()).collect();
        let overrides = Overrides { lot: Some(lot), ..Overrides::default() };
        let scenario = scenario("nl_gr2026_tie.toml").with_overrides(&overrides);
        scenario.map(|scenario| Outcome::of(&scenario, 1))
    };
    for (winner, third, ninth) in [("3", 3, 0), ("9", 2, 1)] {
        let outcome = with_lot(&[winner]).unwrap().unwrap();
        assert!(outcome.is_lot_given);
        assert_eq!((outcome.parties[2].seats, outcome.parties[8].seats), (third, ninth));
    }
    let message = |winners: &[&str]| match with_lot(winners) {
        Ok(Err(OutcomeError::Lot { message })) => message,
        Ok(other) => panic!("{other:?}"),
        Err(error) => error.to_string(),
    };
    assert_eq!(
        message(&["1"]),
        "the lot names `1`, which is not tied; the lists with equal claims are `3`, `9`"
    );
    assert_eq!(
        message(&["3", "9"]),
        "the lot (`--lot`, or `lot` of the file) names 2 winners, but 1 is drawn among `3`, `9`; name the 1 that won"
    );
    assert_eq!(
        message(&["x"]),
        "--lot: no party has the id `x`; the ids are `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`"
    );
}

#[test]
fn a_lot_without_a_tie_is_refused() {
    let overrides = Overrides { lot: Some(vec!["amanat".to_owned()]), ..Overrides::default() };
    let scenario = Scenario::load("kurultai-2023", None).unwrap().with_overrides(&overrides);
    let error = Outcome::of(&scenario.unwrap(), 1).unwrap_err();
    assert_eq!(error.to_string(), "there is no tie, so no lot is drawn; leave the lot out");
}
