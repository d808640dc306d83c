//! Open ties and conditional probabilities of a simulation.

use kurultai::analysis::{Question, Summary};
use kurultai::election::Ballots;
use kurultai::law::{Allocator, NoLots};
use kurultai::scenario::Scenario;
use kurultai::simulation::{Run, Simulation};

use super::{printed, run, said};

/// Of 20,000 draws 28 end in a tie that stays open, and none is decided.
#[test]
fn a_tie_that_stays_open_is_not_told_as_decided() {
    let arguments = ["simulate", "tests/data/found/f1_koala145.toml", "--draws", "2e4"];
    let table = printed(&arguments);
    assert!(
        table.contains("Draws with an open tie, of which only the certain seats count: 28\n"),
        "{table}"
    );
    assert!(!table.contains("decided by the tie rule"), "{table}");
    // The same ties under a rule that decides them.
    let table = printed(&[&arguments[..], &["--tie", "order"]].concat());
    assert!(table.contains("Draws decided by the tie rule: 28, "), "{table}");
    assert!(!table.contains("open tie"), "{table}");
}

/// Draws made one by one, and counted by the words of the question.
#[test]
fn a_conditional_probability_is_that_of_the_draws_in_which_the_condition_holds() {
    const DRAWS: u64 = 6_000;
    let scenario = Scenario::load("kurultai-2023", None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let run = Run { draws: DRAWS, seed: 5, threads: 2 };
    let summary = Summary::new(&scenario, &run.tally(&simulation, &|_| ()).unwrap());
    let asked = [
        "amanat>=85 given osdp>=1",
        "P(amanat>=two-thirds given baytaq passes)",
        "\"All but Amanat\">=60 given amanat largest",
        "baytaq>=1 given baytaq passes",
        "osdp passes",
    ];
    let asked = asked.map(|text| Question::parse(text, &scenario).unwrap());
    let progress = |_: u64| ();
    let found =
        Question::estimates(&asked, &scenario, &summary, (run, &simulation, &progress)).unwrap();
    let mut counted = [[0_u64; 2]; 5];
    let chunks: Vec<_> = (0..2).map(|chunk| simulation.votes_of_chunk(5, chunk)).collect();
    for draw in 0..usize::try_from(DRAWS).unwrap() {
        let votes: Vec<u64> = chunks[draw / 4096].draw(draw % 4096).collect();
        let ballots = Ballots {
            parties: votes[..7].to_vec(),
            against_all: votes[7],
            ..scenario.ballots.clone()
        };
        let law = Allocator::new(&scenario.law, &scenario.parties, 145);
        let allocation = { law }.allocate(&ballots, &mut NoLots).unwrap();
        let seats = &allocation.seats;
        // 5 % of the valid votes, those against all among them.
        let passes = |party: usize| 20 * votes[party] >= votes.iter().sum::<u64>();
        let most = seats.iter().max().unwrap();
        for (count, (given, event)) in counted.iter_mut().zip([
            (seats[5] >= 1, seats[0] >= 85),
            (passes(6), seats[0] >= 97),
            (seats[0] == *most && *most > 0, seats[1..].iter().sum::<u32>() >= 60),
            (passes(6), seats[6] >= 1),
            (true, passes(5)),
        ]) {
            count[0] += u64::from(given && event);
            count[1] += u64::from(given);
        }
    }
    assert_eq!(found.iter().map(|of| [of.hits, of.draws]).collect::<Vec<_>>(), counted);
    // Each condition holds in some draws and fails in others, but for the third; whoever passes has a seat.
    assert!(
        (1..DRAWS).contains(&counted[0][1]) && (1..DRAWS).contains(&counted[1][1]),
        "{counted:?}"
    );
    assert!((1..counted[0][1]).contains(&counted[0][0]), "{counted:?}");
    assert_eq!(counted[3][0], counted[3][1]);
}

#[test]
fn a_condition_is_told_with_its_own_error_or_that_it_never_holds() {
    let input = "tests/data/found/f3_mandaty11.toml";
    let event = "ano>=101 given kdu passes";
    let table = printed(&["simulate", input, "--draws", "2e4", "--probability", event]);
    let json =
        printed(&["simulate", input, "--draws", "2e4", "--probability", event, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let asked = &json["asked"][0];
    let (p, se) = (asked["p"].as_f64().unwrap(), asked["se"].as_f64().unwrap());
    let draws = asked["given_draws"].as_f64().unwrap();
    assert!(draws > 1000.0 && draws < 20_000.0, "{asked}");
    assert!((se - (p * (1.0 - p) / draws).sqrt()).abs() < 1e-15, "{asked}");
    assert!(
        table.contains(&format!("{event}  {:.2} % ±{:.2}\n", 100.0 * p, 100.0 * se)),
        "{table}"
    );
    // With a threshold that nobody of this count can pass the condition never holds.
    let never = [
        "simulate",
        "--draws",
        "100",
        "--threshold",
        "99%",
        "--probability",
        "amanat>=1 given baytaq passes",
    ];
    assert!(printed(&never).contains("the condition holds in no draw"));
    let csv = printed(&[&never[..], &["--format", "csv"]].concat());
    assert!(!csv.contains("NaN"), "{csv}");
    for (option, text, wanted) in [
        (
            "--until",
            "amanat>=97 given auyl passes ±1%",
            "has a condition, which only --probability takes",
        ),
        (
            "--probability",
            "amanat>=1 given auyl passes given osdp passes",
            "is no event: `given` can stand in it once; write",
        ),
        (
            "--probability",
            "amanat>=1 given",
            "`amanat>=1 given` is no event: nothing follows `given`; write",
        ),
        ("--probability", "amanat>=1 given given", "is no event"),
    ] {
        let output = run(&["simulate", option, text]);
        assert_eq!(output.status.code(), Some(3), "{}", said(&output));
        assert!(said(&output).contains(wanted), "{text}: {}", said(&output));
    }
}
