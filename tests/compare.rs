//! Laws side by side: seats against separate counts, pairs against draws made one by one.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::process::{Command, Output};

use kurultai::analysis::{Alternatives, MethodComparison};
use kurultai::apportionment::Method;
use kurultai::law::Law;
use kurultai::scenario::{DEFAULT, Scenario};
use kurultai::simulation::{Run, Simulation};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kurultai")).args(arguments).output().unwrap()
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let output = run(&[arguments, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

fn seats(document: &serde_json::Value) -> Vec<u64> {
    let parties = document["parties"].as_array().unwrap();
    parties.iter().map(|party| party["seats"].as_u64().unwrap()).collect()
}

#[test]
fn every_row_is_a_count_of_its_own() {
    let compared = json(&["compare"]);
    let rows = compared["methods"].as_array().unwrap();
    // Eighteen methods, less stationary:0.5, which is sainte-lague.
    assert_eq!(rows.len(), 17);
    assert_eq!(rows[0]["method"], "hare");
    for row in rows {
        let method = row["method"].as_str().unwrap();
        assert_eq!(seats(row), seats(&json(&["allocate", "--method", method])), "{method}");
    }
    // By hand from the ideal shares 83.32, 16.85, 13.29, 12.99, 10.51, 8.04: Hare gives 0.85, 0.99 and
    // 0.51 a seat each; D'Hondt takes the last one from the fifth list for the first.
    assert_eq!(seats(&rows[0]), [83, 17, 13, 13, 11, 8, 0]);
    assert_eq!(rows[1]["method"], "dhondt");
    assert_eq!(seats(&rows[1]), [84, 17, 13, 13, 10, 8, 0]);
    let differences: Vec<_> = (rows[1]["parties"].as_array().unwrap().iter())
        .map(|party| party["difference"].as_i64().unwrap())
        .collect();
    assert_eq!((differences, &rows[1]["seats_moved"]), (vec![1, 0, 0, 0, -1, 0, 0], &1.into()));
    // Six lists, 145 seats: 1/(145 + 5) and 1/146.
    assert_eq!(rows[1]["natural_thresholds"]["smallest_winning"], "1/150");
    assert_eq!(rows[1]["natural_thresholds"]["largest_missing"], "1/146");
}

#[test]
fn thresholds_multiply_methods_and_laws_come_whole() {
    let named = ["compare", "--methods", "hare,dhondt", "--thresholds", "0%,5%"];
    let compared = json(&named);
    let rules = |document: &serde_json::Value, key: &str| -> Vec<String> {
        let rows = document["methods"].as_array().unwrap().iter();
        rows.map(|row| row[key].as_str().unwrap().to_owned()).collect()
    };
    // The law itself, hare at 5 %, is not repeated.
    assert_eq!(rules(&compared, "method"), ["hare", "hare", "dhondt", "dhondt"]);
    assert_eq!(rules(&compared, "threshold"), ["5%", "0%", "0%", "5%"]);
    let open = seats(&json(&["allocate", "--threshold", "0%"]));
    assert_eq!(seats(&compared["methods"][1]), open);
    let laws = json(&["compare", "--laws", "austria,netherlands"]);
    assert_eq!(rules(&laws, "law"), ["kurultai-2026", "austria", "netherlands"]);
    let dutch = seats(&json(&["allocate", "--law", "netherlands"]));
    assert_eq!(seats(&laws["methods"][2]), dutch);
}

#[test]
fn a_method_that_awards_too_many_is_a_row() {
    let mut scenario = Scenario::load(DEFAULT, None).unwrap();
    // Two lists of 5,000 in a house of 2: the quota 10,000/4 gives each two whole ones.
    scenario.ballots.against_all = 0;
    scenario.ballots.parties = vec![5_000, 5_000, 0, 0, 0, 0, 0];
    scenario.house = scenario.house.resized(2).unwrap();
    let methods = vec![Method::Imperiali];
    let asked = Alternatives::Rules { methods, thresholds: Vec::new() };
    let compared = MethodComparison::of(&scenario, &asked, 1).unwrap();
    assert_eq!(compared.laws.len(), 2);
    assert!(compared.laws[1].outcome.is_err());
    assert_eq!(compared.laws[1].seats_moved(), None);
    scenario.law.method = Method::Imperiali;
    MethodComparison::of(&scenario, &asked, 1).unwrap_err();
}

#[test]
#[expect(clippy::cast_precision_loss, reason = "a mean is approximate")]
fn pairs_are_what_single_draws_say() {
    const DRAWS: u64 = 300;
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let methods = vec![Method::Adams, Method::ImperialiDivisor];
    let asked = Alternatives::Rules { methods: methods.clone(), thresholds: Vec::new() };
    let compared = MethodComparison::of(&scenario, &asked, 9).unwrap();
    let compared = compared.with_draws(Run { draws: DRAWS, seed: 9, threads: 2 }, &|_| ()).unwrap();
    let replayed = |scenario: &Scenario| -> Vec<Vec<u32>> {
        let simulation = Simulation::new(scenario).unwrap();
        let seats = |draw| simulation.replay(9, draw).allocation.seats;
        (0..DRAWS).map(seats).collect()
    };
    let own = replayed(&scenario);
    for (law, method) in compared.laws[1..].iter().zip(methods) {
        let other = replayed(&Scenario { law: Law { method, ..scenario.law }, ..scenario.clone() });
        let drawn = law.drawn.as_ref().unwrap();
        let pair = drawn.pair.as_ref().unwrap();
        let count = |differs: &dyn Fn(&[u32], &[u32]) -> bool| {
            own.iter().zip(&other).filter(|(own, other)| differs(own, other)).count() as u64
        };
        assert_eq!(pair.draws, DRAWS);
        assert_eq!(pair.seats_differ, count(&|own, other| own != other));
        // Only the first list can have 73 of 145 here.
        assert_eq!(pair.majority_differs, count(&|own, other| (own[0] >= 73) != (other[0] >= 73)));
        for list in 0..7 {
            let differences: Vec<f64> = (own.iter().zip(&other))
                .map(|(own, other)| f64::from(other[list]) - f64::from(own[list]))
                .collect();
            let mean = differences.iter().sum::<f64>() / DRAWS as f64;
            let squares: f64 = differences.iter().map(|d| (d - mean).powi(2)).sum();
            let error = (squares / (DRAWS - 1) as f64 / DRAWS as f64).sqrt();
            // Whole numbers below 2^40 are exact in the sums; the rest is rounding of doubles.
            assert!((pair.differences[list].mean() - mean).abs() < 1e-12, "{method}");
            assert!((pair.differences[list].standard_error() - error).abs() < 1e-9, "{method}");
            // Means come from the tally of all draws, which are the same ones here.
            let total: u32 = other.iter().map(|seats| seats[list]).sum();
            assert!((drawn.seats[list].mean() - f64::from(total) / DRAWS as f64).abs() < 1e-12);
        }
    }
}

/// The last seat as the account tells it, the smallest switch as the margins do, for every method.
#[test]
fn last_seats_are_those_of_separate_counts() {
    let compared = json(&["compare"]);
    for row in compared["methods"].as_array().unwrap() {
        let method = row["method"].as_str().unwrap();
        let alone = json(&["allocate", "--margins", "--method", method]);
        assert_eq!(row["smallest_switch"], alone["margins"]["any_seat"], "{method}");
        assert!(row["smallest_switch"]["votes"].as_u64() > Some(0), "{method}");
    }
    // Remainders 0.51 of the fifth list and 0.32 of the first; D'Hondt's quotients 693,938/17 and 3,431,510/85.
    let ends = |row: usize| {
        let row = &compared["methods"][row];
        [row["last_seat"].as_str().unwrap(), row["first_missed"].as_str().unwrap()]
    };
    assert_eq!(ends(0), ["qhp", "amanat"]);
    assert_eq!(ends(1), ["auyl", "amanat"]);
    // Imperiali's quota fills the house with whole quotas here.
    let imperiali = compared["methods"].as_array().unwrap().iter();
    let imperiali = imperiali.clone().find(|row| row["method"] == "imperiali").unwrap();
    assert!(imperiali["last_seat"].is_null() && imperiali["first_missed"].is_null());
}

/// Of many lists with seats the tables show eight, CSV all.
#[test]
fn wide_tables_are_limited() {
    let election = "tests/data/elections/nl_tk_2023.toml";
    let asked = ["compare", election, "--methods", "dhondt", "--quiet"];
    let table = String::from_utf8(run(&asked).stdout).unwrap();
    // Fifteen lists have seats.
    assert!(
        table.contains(
            "The 8 largest lists with seats have a column; JSON and CSV have the other 7 too."
        ),
        "{table}"
    );
    let csv = String::from_utf8(run(&[&asked[..], &["--format", "csv"]].concat()).stdout).unwrap();
    let seated = csv.lines().skip(1).filter(|row| row.split(',').nth(5) != Some("0")).count();
    assert_eq!(seated, 15);
}

#[test]
fn threads_change_nothing() {
    let bytes = |threads| {
        let asked = ["compare", "--methods", "dhondt,droop", "--draws", "9000", "--threads"];
        run(&[&asked[..], &[threads, "--format", "json"]].concat()).stdout
    };
    let one = bytes("1");
    assert!(!one.is_empty());
    assert_eq!(bytes("2"), one);
    assert_eq!(bytes("7"), one);
}

#[test]
fn a_picture_shows_every_law_with_its_differences() {
    let directory = tempfile::tempdir().unwrap();
    let charts = directory.path().to_str().unwrap();
    let output = run(&["compare", "--methods", "dhondt,adams", "--quiet", "--chart", charts]);
    assert_eq!(output.status.code(), Some(0));
    let svg = std::fs::read_to_string(directory.path().join("methods.svg")).unwrap();
    // The seats of 2023 by D'Hondt: one more for Amanat, one fewer for the People's Party.
    assert!(
        svg.contains("D'Hondt: Amanat 84 (+1), ") || svg.contains("D&apos;Hondt: Amanat 84 (+1), ")
    );
    assert_eq!(svg.matches(">+1<").count(), 2 + 1, "two gains and a swatch");
    assert_eq!(svg.matches(">−1<").count(), 2 + 1, "two losses and a swatch");
}

#[test]
fn refusals_say_what_is_wrong() {
    for (arguments, status, said) in [
        (
            &["--methods", "dhont"][..],
            2,
            "error: --methods: unknown method `dhont` (did you mean `dhondt`?): the methods are",
        ),
        (&["--laws", "atlantis"], 2, "error: --laws: unknown law `atlantis`: the laws are"),
        (&["--thresholds", "5"], 3, "invalid value '5' for '--thresholds <SHARE,...>'"),
        (&["--laws", "austria", "--methods", "hare"], 2, "cannot be used with"),
        (&["--threshold", "60%"], 3, "error: kurultai-2023: no list is admitted"),
        (
            &["--laws", "new-zealand", "--draws", "9"],
            3,
            "error: kurultai-2023: new-zealand: `overhang",
        ),
    ] {
        let output = run(&[&["compare"], arguments].concat());
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{error}");
        assert!(error.contains(said) && output.stdout.is_empty(), "{error}");
    }
}
