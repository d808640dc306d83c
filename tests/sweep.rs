//! Sweeps: every point against a run of its own, exact to the bit where numbers are drawn.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::process::{Command, Output};

use kurultai::analysis::{Axis, DrawnPoint, PointError, Sweep, SweepPoint, Vary};
use kurultai::apportionment::Method;
use kurultai::election::Share;
use kurultai::scenario::{DEFAULT, Overrides, Scenario};
use kurultai::simulation::{Run, Simulation, Tally, allocate_count};
use kurultai::uncertainty::{LogisticNormal, Model};

/// More than two chunks, the last of them short and not of whole blocks.
const DRAWS: u64 = 2 * 4_096 + 1_003;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kurultai")).args(arguments).output().unwrap()
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let output = run(&[arguments, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

fn scenario() -> Scenario {
    Scenario::load(DEFAULT, None).unwrap()
}

fn axis(vary: Vary, range: [&str; 3]) -> Axis {
    Axis::between(vary, range).unwrap()
}

fn swept(scenario: &Scenario, axes: Vec<Axis>) -> Sweep {
    let run = Run { draws: DRAWS, seed: 5, threads: 2 };
    Sweep::of(scenario, axes, 5).unwrap().with_draws(scenario, run, &|_| ()).unwrap()
}

fn tally(scenario: &Scenario) -> Tally {
    let run = Run { draws: DRAWS, seed: 5, threads: 1 };
    run.tally(&Simulation::new(scenario).unwrap(), &|_| ()).unwrap()
}

fn drawn(point: &SweepPoint) -> &DrawnPoint {
    point.drawn.as_ref().unwrap().as_ref().unwrap()
}

/// Holds a point against a count and a simulation of the scenario that it stands for.
fn check(point: &SweepPoint, expected: &Scenario, name: &str) {
    let seats = &point.counted.as_ref().unwrap().seats;
    assert_eq!(*seats, allocate_count(expected, 5).unwrap().seats, "{name}");
    let (drawn, tally) = (drawn(point), tally(expected));
    assert_eq!(drawn.outcomes, tally.outcomes(), "{name}");
    let needed: Vec<u32> = expected.house.majorities().into_iter().map(|(_, n)| n).collect();
    for (party, list) in drawn.parties.iter().zip(tally.lists()) {
        let sum: u64 = (0..).zip(&list.seats).map(|(seats, &draws): (u64, _)| seats * draws).sum();
        #[expect(clippy::cast_precision_loss, reason = "both are far below 2^53")]
        let mean = sum as f64 / DRAWS as f64;
        assert_eq!(party.mean.to_bits(), mean.to_bits(), "{name}");
        assert_eq!((party.takes_part.hits, party.takes_part.draws), (list.admitted, DRAWS));
        assert_eq!(party.seated.hits, DRAWS - list.seats[0], "{name}");
        let reached = |seats: u32| list.seats[seats as usize..].iter().sum::<u64>();
        assert_eq!(party.majority.hits, reached(expected.house.seats() / 2 + 1), "{name}");
        let majorities: Vec<u64> = party.majorities.iter().map(|of| of.hits).collect();
        assert_eq!(majorities, needed.iter().map(|&n| reached(n)).collect::<Vec<_>>(), "{name}");
    }
}

fn overridden(overrides: &Overrides) -> Scenario {
    scenario().with_overrides(overrides).unwrap()
}

#[test]
fn every_point_is_a_run_of_its_own() {
    let scenario = scenario();
    let sweep = swept(&scenario, vec![axis(Vary::Threshold, ["0%", "10%", "2.5%"])]);
    assert_eq!(sweep.points.len(), 5);
    for (point, threshold) in sweep.points.iter().zip(["0%", "2.5%", "5%", "7.5%", "10%"]) {
        let threshold = Some(threshold.parse().unwrap());
        let expected = overridden(&Overrides { threshold, ..Overrides::default() });
        check(point, &expected, &format!("{threshold:?}"));
    }
    let sweep = swept(&scenario, vec![axis(Vary::Seats, ["98", "107", "3"])]);
    for (point, size) in sweep.points.iter().zip([98, 101, 104, 107]) {
        let expected = overridden(&Overrides { seats: Some(size), ..Overrides::default() });
        check(point, &expected, &size.to_string());
    }
    let methods = [Method::DHondt, Method::Hare, Method::HuntingtonHill];
    let sweep = swept(&scenario, vec![Axis::methods(&methods)]);
    for (point, method) in sweep.points.iter().zip(methods) {
        let expected = overridden(&Overrides { method: Some(method), ..Overrides::default() });
        check(point, &expected, method.name());
    }
    check(&sweep.own, &scenario, "own");
}

#[test]
fn shares_and_common_errors_are_those_of_other_scenarios() {
    let scenario = scenario();
    let share = Vary::Share("auyl".to_owned());
    let sweep = swept(&scenario, vec![axis(share, ["5%", "25%", "10%"])]);
    for (point, percent) in sweep.points.iter().zip([5, 15, 25]) {
        let expected = scenario.clone().with_shares(&[(1, Share::percent(percent))]).unwrap();
        let (one, other) = (&expected.ballots, &scenario.ballots);
        assert_eq!(one.valid_votes(), other.valid_votes());
        check(point, &expected, &percent.to_string());
        // The others keep their proportions, to a vote each: v'(T − a) and v(T − a') differ by less than T.
        let total = other.valid_votes();
        let rest = |of: u64| total - u128::from(of);
        for (&new, &old) in one.parties.iter().zip(&other.parties).skip(2) {
            let (left, right) =
                (u128::from(new) * rest(other.parties[1]), u128::from(old) * rest(one.parties[1]));
            assert!(left.abs_diff(right) < total, "{new} of {old}");
        }
    }
    let sweep = swept(&scenario, vec![axis(Vary::CommonError, ["0", "0.3", "0.15"])]);
    for (point, error) in sweep.points.iter().zip([0.0, 0.15, 0.3]) {
        let model = LogisticNormal::new(1_000.0, error).unwrap();
        let expected = Scenario { model: Model::LogisticNormal(model), ..scenario.clone() };
        check(point, &expected, &error.to_string());
    }
    assert!(sweep.points[1].is_own && !sweep.points[0].is_own);
}

#[test]
fn a_grid_is_made_of_sweeps_along_one_axis() {
    let scenario = scenario();
    let thresholds = || axis(Vary::Threshold, ["0%", "8%", "4%"]);
    let share = || axis(Vary::Share("amanat".to_owned()), ["30%", "50%", "20%"]);
    let grid = swept(&scenario, vec![share(), thresholds()]);
    assert_eq!(grid.points.len(), 6);
    for (row, percent) in [30, 50].into_iter().enumerate() {
        let expected = scenario.clone().with_shares(&[(0, Share::percent(percent))]).unwrap();
        let line = swept(&expected, vec![thresholds()]);
        for (point, alone) in grid.points[3 * row..].iter().zip(&line.points) {
            assert_eq!((&point.counted, &point.drawn), (&alone.counted, &alone.drawn));
            assert_eq!(point.values[1], alone.values[0]);
        }
    }
    // The other way round the points are the same ones.
    let turned = swept(&scenario, vec![thresholds(), share()]);
    for row in 0..2 {
        for column in 0..3 {
            let (point, other) = (&grid.points[3 * row + column], &turned.points[2 * column + row]);
            assert_eq!((&point.counted, &point.drawn), (&other.counted, &other.drawn));
        }
    }
    // Two shares are fixed together, not one after the other.
    let both = vec![share(), axis(Vary::Share("auyl".to_owned()), ["10%", "20%", "10%"])];
    let both = Sweep::of(&scenario, both, 1).unwrap();
    let shares = [(0, Share::percent(50)), (1, Share::percent(20))];
    let expected = scenario.with_shares(&shares).unwrap();
    let counted = both.points[3].counted.as_ref().unwrap();
    assert_eq!(counted.seats, allocate_count(&expected, 1).unwrap().seats);
}

#[test]
fn what_ifs_are_applied_under_every_threshold() {
    let effect = ["--what-if", "threshold_effect desertion 50%"];
    let range = ["sweep", "--vary", "threshold", "--from", "4%", "--to", "8%", "--step", "2%"];
    let sweep = json(&[&range[..], &effect, &["--draws", "3000"]].concat());
    assert!(sweep["breakpoints"].is_null());
    for point in sweep["points"].as_array().unwrap() {
        let threshold = ["--threshold", point["value"].as_str().unwrap()];
        let alone = json(&[&["allocate"], &effect[..], &threshold].concat());
        let drawn = json(&[&["simulate", "--draws", "3000"], &effect[..], &threshold].concat());
        for (party, at) in point["parties"].as_array().unwrap().iter().zip(0..) {
            assert_eq!(party["seats"], alone["parties"][at]["seats"]);
            let (mean, seats) = (&party["drawn"]["mean_seats"], &drawn["parties"][at]["seats"]);
            assert_eq!((&mean["mean"], &mean["se"]), (&seats["mean"], &seats["mean_se"]));
            assert_eq!(party["drawn"]["majority"], drawn["parties"][at]["majority"]);
            assert_eq!(party["drawn"]["majorities"], drawn["parties"][at]["majorities"]);
        }
    }
}

#[test]
fn many_points_are_drawn_as_few_are() {
    // More points than are counted together at once.
    let sweep = swept(&scenario(), vec![axis(Vary::Threshold, ["0%", "15%", "0.1%"])]);
    assert_eq!(sweep.points.len(), 151);
    let few = swept(&scenario(), vec![axis(Vary::Threshold, ["14%", "15%", "0.5%"])]);
    for (at, point) in [140, 145, 150].into_iter().zip(&few.points) {
        assert_eq!(sweep.points[at], *point);
    }
}

#[test]
fn threads_change_nothing() {
    let range = ["--vary", "threshold", "--from", "3%", "--to", "7%", "--step", "1%"];
    for format in ["json", "csv", "table"] {
        let bytes = |threads| {
            let asked = ["sweep", "--draws", "9000", "--format", format, "--threads", threads];
            let output = run(&[&asked[..], &range].concat());
            assert!(output.status.success());
            output.stdout
        };
        let one = bytes("1");
        assert_eq!(bytes("2"), one, "{format}");
        assert_eq!(bytes("7"), one, "{format}");
    }
}

#[test]
fn a_point_without_seats_is_a_row() {
    let sweep = swept(&scenario(), vec![axis(Vary::Threshold, ["53%", "55%", "1%"])]);
    assert!(sweep.points[0].counted.is_ok());
    let error = sweep.points[1].counted.as_ref().unwrap_err();
    assert!(matches!(error, PointError::Outcome(_)) && sweep.points[1].differences.is_empty());
    // Draws on it are drawn all the same.
    assert!(drawn(&sweep.points[2]).outcomes.nobody_admitted > 0);
    // A share beside others that have no votes, and a fixed majority in too small a house.
    let mut scenario = scenario();
    scenario.ballots.parties[1..].fill(0);
    scenario.ballots.against_all = 0;
    let share = axis(Vary::Share("amanat".to_owned()), ["50%", "100%", "50%"]);
    let sweep = Sweep::of(&scenario, vec![share], 1).unwrap();
    let refused = sweep.points[0].counted.as_ref().unwrap_err().to_string();
    assert_eq!(refused, "the others have no votes to be in proportion to");
    assert_eq!(sweep.points[1].counted.as_ref().unwrap().seats[0], 145);
}

#[test]
fn documents_name_values_as_they_are_written() {
    let range = ["--from", "5%", "--to", "5.2%", "--step", "0.1%"];
    let sweep = json(&[&["sweep", "--vary", "threshold"], &range[..]].concat());
    let points = sweep["points"].as_array().unwrap();
    let values: Vec<_> = points.iter().map(|point| point["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["5%", "5.1%", "5.2%"]);
    assert_eq!(points[1]["value_number"], 0.051);
    assert_eq!((&points[0]["own"], &points[1]["own"]), (&true.into(), &false.into()));
    assert_eq!((&sweep["schema"], &sweep["rules"]["method"]), (&1.into(), &"hare".into()));
    assert!(sweep["scenario_sha256"].is_string() && sweep["version"].is_string());
    // OSDP has 331,058 of 6,366,441 valid votes, 5.20005 %.
    assert_eq!(sweep["breakpoints"].as_array().unwrap().len(), 0);
    let sizes = ["sweep", "--vary", "house-size", "--from", "144", "--to", "145", "--step", "1"];
    let sweep = json(&sizes);
    assert_eq!(sweep["points"][0]["value"], 144);
    assert_eq!(sweep["breakpoints"][0]["value"], 145);
    assert_eq!(sweep["vary"]["what"], "seats");
    let grid = json(&[&sizes[..], &["--vary2", "method", "--methods", "hare,droop"]].concat());
    let point = &grid["points"][3];
    assert_eq!((&point["value"], &point["value2"]), (&145.into(), &"droop".into()));
    assert!(point["value2_number"].is_null() && grid["breakpoints"].is_null());
}

#[test]
fn rows_of_csv_are_points_and_lists() {
    let asked = ["sweep", "--vary", "seats", "--from", "144", "--to", "146", "--step", "1"];
    let output = run(&[&asked[..], &["--format", "csv", "--draws", "500"]].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    let mut rows = text.lines();
    let header = "vary,value,value_number,own,id,name,seats,difference,admitted,house_size,\
                  majority_holder,gallagher,wasted_votes,refused,mean,mean_se,takes_part,takes_part_se,\
                  majority,majority_se,majority_simple,majority_simple_se,majority_two-thirds,\
                  majority_two-thirds_se,drawing_refused";
    assert_eq!(rows.next().unwrap(), header);
    let rows: Vec<&str> = rows.collect();
    assert_eq!(rows.len(), 3 * 7);
    assert!(rows[7].starts_with("seats,145,145,true,amanat,Amanat,83,0,true,145,amanat,"));
}
