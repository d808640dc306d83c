//! Pooling, worked by hand.

use kurultai::scenario::{LeftOut, Notice, Treatment, UndecidedRule};
use kurultai::uncertainty::{Model, Undecided};

use super::{PARTIES, SCENARIO, TWO, load, pooled};

/// One poll with a fifth undecided: a and b have half of the decided each.
const FIFTH: &str = "poll_id,pollster,start,end,n,option,value\n\
                     p,P,,2023-01-03,1000,a,40\np,P,,2023-01-03,1000,b,40\n\
                     p,P,,2023-01-03,1000,undecided,20\n";

#[test]
fn two_polls_of_one_size() {
    let scenario = pooled("", TWO);
    // (60 + 50)/2 = 55 % of a million.
    assert_eq!(scenario.ballots.parties, [550_000, 450_000]);
    let polls = scenario.polls.unwrap();
    // n = 1000, K = 2, ρ = 0.5: 2000/(1 + 0.5) = 1333.3 persons.
    assert_eq!((polls.pollsters, polls.sample_size), (2.0, 1333.0));
    let sizes = [("0", 2000.0), ("1", 1000.0), ("0.25", 1600.0)];
    for (correlation, persons) in sizes {
        let polls = pooled(&format!("correlation = {correlation}"), TWO).polls.unwrap();
        assert_eq!(polls.sample_size, persons, "{correlation}");
    }
}

#[test]
fn polls_of_different_sizes_count_by_their_persons() {
    let scenario = pooled("", &TWO.replace("2023-02-02,1000", "2023-02-02,3000"));
    // (1000·60 + 3000·50)/4000 = 52.5 %.
    assert_eq!(scenario.ballots.parties, [525_000, 475_000]);
    let polls = scenario.polls.unwrap();
    // K = 4000²/(1000² + 3000²) = 1.6; 4000/(1 + 0.6·0.5) = 3076.9.
    assert!((polls.pollsters - 1.6).abs() < 1e-12);
    assert_eq!(polls.sample_size, 3077.0);
}

#[test]
fn old_polls_count_less() {
    let scenario = pooled("as_of = 2023-03-04\nhalf_life_days = 30", TWO);
    // 60 and 30 days old: 250 and 500 persons, (250·60 + 500·50)/750 = 53.333… %.
    assert_eq!(scenario.ballots.parties, [533_333, 466_667]);
    let polls = scenario.polls.unwrap();
    let weights: Vec<f64> = polls.polls.iter().map(|poll| poll.treatment.weight()).collect();
    assert_eq!(weights, [0.25, 0.5]);
    // K = 750²/(250² + 500²) = 1.8; 750/(1 + 0.8·0.5) = 535.7.
    assert_eq!(polls.sample_size, 536.0);
}

#[test]
fn later_polls_and_old_ones_are_left_out() {
    let treatments = |keys: &str, table: &str| -> Vec<Treatment> {
        let polls = pooled(keys, table).polls.unwrap().polls;
        polls.into_iter().map(|poll| poll.treatment).collect()
    };
    let used = Treatment::Used { millionths: 1_000_000 };
    let after = Treatment::LeftOut(LeftOut::AfterAsOf);
    assert_eq!(treatments("as_of = 2023-02-01", TWO), [used.clone(), after]);
    assert_eq!(treatments("as_of = \"2023-02-02\"", TWO), [used.clone(), used.clone()]);
    // 2^(-30) and 2^(-0.03): the older one rounds to nothing.
    let old = treatments("as_of = 2023-02-02\nhalf_life_days = 1", TWO);
    assert_eq!(old, [Treatment::LeftOut(LeftOut::TooOld), used.clone()]);

    let one_pollster = TWO.replace(",Q,", ",P,");
    let by = "p2".to_owned();
    let superseded = Treatment::LeftOut(LeftOut::Superseded { by });
    assert_eq!(treatments("", &one_pollster), [superseded, used.clone()]);
    // What ends after the day supersedes nothing.
    assert_eq!(treatments("as_of = 2023-02-01", &one_pollster)[0], used);
    let keys = "latest_per_pollster = false";
    assert_eq!(treatments(keys, &one_pollster), [used.clone(), used]);
    // Two polls of one pollster are one of 2,000 persons.
    assert_eq!(pooled(keys, &one_pollster).polls.unwrap().sample_size, 2000.0);
}

/// Of polls that end on one day the one that begins later is the latest; of those, the one further down.
#[test]
fn two_polls_of_one_pollster_end_on_one_day() {
    let table = |first: &str, second: &str| {
        TWO.replace(",Q,", ",P,")
            .replace("2023-02-01,2023-02-02", second)
            .replace("2023-01-01,2023-01-03", first)
    };
    let a = |table: &str| pooled("", table).ballots.parties[0];
    let day = "2023-02-02";
    // 60 % in the poll p1 of the first two rows, 50 % in p2 of the other two.
    assert_eq!(a(&table(&format!("2023-01-30,{day}"), &format!("2023-02-01,{day}"))), 500_000);
    assert_eq!(a(&table(&format!("2023-02-01,{day}"), &format!("2023-01-30,{day}"))), 600_000);
    assert_eq!(a(&table(&format!("2023-02-01,{day}"), &format!("2023-02-01,{day}"))), 500_000);
    // A poll without a first day may have begun at any time before: the other is the latest.
    assert_eq!(a(&table(&format!("2023-02-01,{day}"), &format!(",{day}"))), 600_000);
    assert_eq!(a(&table(&format!(",{day}"), &format!("2023-02-01,{day}"))), 500_000);
}

#[test]
fn house_effects_are_subtracted() {
    let scenario = pooled("house_effects = { P = { a = \"-1pp\" } }", TWO);
    // The first poll becomes 61 and 40 of 101: (61 + 50)/(101 + 100) = 0.552238805…
    assert_eq!(scenario.ballots.parties, [552_239, 447_761]);
}

#[test]
fn an_option_missing_in_a_poll_has_the_average_of_the_others() {
    let table = TWO.replace("a,60", "a,60\np1,P,2023-01-01,2023-01-03,1000,against_all,10");
    let scenario = pooled("", &table.replace("b,40", "b,30"));
    // a 110/200, b 80/200, against all 10/100: together 1.05, and 0.55/1.05 of a million is 523809.52.
    assert_eq!(scenario.ballots.parties, [523_810, 380_952]);
    assert_eq!(scenario.ballots.against_all, 95_238);
}

#[test]
fn what_polls_leave_is_undecided_or_others() {
    let table = FIFTH.replace("p,P,,2023-01-03,1000,undecided,20\n", "");
    let scenario = pooled("", &table);
    assert_eq!(scenario.ballots.parties, [500_000, 500_000]);
    assert_eq!(scenario.polls.unwrap().undecided.trillionths(), 200_000_000_000);
    let scenario = pooled("rest = \"others\"", &table);
    assert_eq!(scenario.ballots.parties, [400_000, 400_000, 200_000]);
    assert_eq!(scenario.parties[2].id, "others");
    // Two values without decimals may be off by one point together: that is no rest.
    let rounded = pooled("", &TWO.replace("a,60", "a,59")).polls.unwrap();
    assert_eq!(rounded.undecided.trillionths(), 0);
    let more = pooled("", &TWO.replace("a,60", "a,58")).polls.unwrap();
    // 2 of 100 in the first poll; the second says nothing of undecided.
    assert_eq!(more.undecided.trillionths(), 20_000_000_000);
}

#[test]
fn the_undecided_vote_in_three_ways() {
    assert_eq!(pooled("undecided = \"proportional\"", FIFTH).ballots.parties, [500_000, 500_000]);
    // 0.8·0.5 + 0.2·0.75
    let previous = "undecided = \"previous\"\nprevious = { a = \"60%\", b = \"20%\" }";
    assert_eq!(pooled(previous, FIFTH).ballots.parties, [550_000, 450_000]);
    // 0.8·0.5 + 0.2·3/5
    let scenario = pooled("undecided = \"dirichlet\"\nundecided_alpha = { a = 3, b = 2.0 }", FIFTH);
    assert_eq!(scenario.ballots.parties, [520_000, 480_000]);
    assert_eq!(scenario.undecided, Some(Undecided::new(0.2, vec![3.0, 2.0]).unwrap()));
    assert_eq!(scenario.polls.unwrap().undecided_rule, UndecidedRule::Dirichlet);
    // One number is for every option that some poll gives: against all here, others not.
    let table = FIFTH.replace("a,40", "a,30\np,P,,2023-01-03,1000,against_all,10");
    let scenario = pooled("undecided = \"dirichlet\"\nundecided_alpha = 2", &table);
    assert_eq!(scenario.undecided, Some(Undecided::new(0.2, vec![2.0; 3]).unwrap()));
    // 0.8·(30, 40, 10)/80 + 0.2/3: 366666.67, 466666.67, 166666.67, the two left to the first two.
    assert_eq!(scenario.ballots.parties, [366_667, 466_667]);
    assert_eq!(scenario.ballots.against_all, 166_666);
    // Without undecided respondents there is nothing to draw.
    let none = pooled("undecided = \"dirichlet\"\nundecided_alpha = 2", TWO);
    assert_eq!(none.undecided, None);
}

#[test]
fn a_previous_election_may_be_a_scenario_of_the_program() {
    let parties = PARTIES.replace('a', "amanat").replace("\"b\"", "\"auyl\"");
    let parties = parties.replace("pamanatrty", "party");
    let keys = "undecided = \"previous\"\nprevious = \"mazhilis-2023\"\n";
    let table = FIFTH.replace(",a,", ",amanat,").replace(",b,", ",auyl,");
    let scenario = load(&format!("{SCENARIO}{keys}{parties}"), table.as_bytes()).unwrap();
    // Of 3,431,510 + 693,938 + 248,291 votes for what is on this ballot, against all among it:
    // 0.4 + 0.2·0.784571…, 0.4 + 0.2·0.158661…, 0.2·0.056768….
    assert_eq!(scenario.ballots.parties, [556_914, 431_732]);
    assert_eq!(scenario.ballots.against_all, 11_354);
}

#[test]
fn the_sample_size_is_that_of_the_polls_unless_the_file_has_one() {
    let sample_size = |uncertainty: &str| {
        let text = format!("{SCENARIO}{PARTIES}{uncertainty}");
        let scenario = load(&text, TWO.as_bytes()).unwrap();
        let is_about_size = |notice: &&Notice| matches!(notice, Notice::SampleSizeFromPolls { .. });
        let notice = scenario.notices.iter().find(is_about_size).cloned();
        let size = match scenario.model {
            Model::LogisticNormal(model) => model.sample_size(),
            _ => 0.0,
        };
        (size, notice)
    };
    let notice = |used| Some(Notice::SampleSizeFromPolls { pooled: 1333.0, used });
    assert_eq!(sample_size(""), (1333.0, notice(1333.0)));
    let logistic = "[uncertainty]\nmodel = \"logistic-normal\"\n";
    assert_eq!(sample_size(logistic), (1333.0, notice(1333.0)));
    let own = format!("{logistic}sample_size = 900\n");
    assert_eq!(sample_size(&own), (900.0, notice(900.0)));
    let dirichlet = "[uncertainty]\nmodel = \"dirichlet\"\n";
    assert_eq!(sample_size(dirichlet), (0.0, notice(1333.0)));
    assert_eq!(sample_size("[uncertainty]\nmodel = \"point\"\n"), (0.0, None));
}

#[test]
fn the_fingerprint_covers_the_polls() {
    let sha256 = |table: &str| pooled("", table).sha256;
    assert_ne!(sha256(TWO), sha256(&TWO.replace("a,60", "a,60.0")));
}
