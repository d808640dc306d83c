//! Accounts of laws that give seats before the distribution: the seats told add up to those shared out.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::fmt::Write;

use kurultai::analysis::Outcome;
use kurultai::apportionment::Account;
use kurultai::scenario::Scenario;
use kurultai::simulation::{Simulation, SimulationError};

fn outcome(law: &str, lists: &[(u32, &str)], seats: u32) -> Outcome {
    let mut text = format!(
        "schema = 1\ntitle = \"t\"\n[house]\nseats = {seats}\n[law]\nthreshold = \"0%\"\n{law}\n"
    );
    for (number, (votes, more)) in lists.iter().enumerate() {
        write!(text, "[[party]]\nid = \"{number}\"\nvotes = {votes}\n{more}\n").unwrap();
    }
    Outcome::of(&Scenario::from_toml("s", &text, None).unwrap(), 1).unwrap()
}

fn seats(outcome: &Outcome) -> Vec<u32> {
    outcome.parties.iter().map(|party| party.seats).collect()
}

#[test]
fn a_house_given_away_before_the_distribution_has_no_last_round() {
    for method in ["hare", "hare-strongest", "droop", "dhondt", "balinski-young"] {
        let law = format!("method = \"{method}\"\nbonus = 1");
        let outcome = outcome(&law, &[(3, ""), (2, "")], 1);
        assert_eq!(seats(&outcome), [1, 0], "{method}");
        assert!(outcome.last_round.is_none(), "{method}");
    }
}

#[test]
fn empty_seats_of_a_full_list_are_told_once() {
    // Bonus 2; 8 seats for 1,023 votes by Hare: quota 127.875; 3, 2, 1 whole quotas, remainders 116.4,
    // 44.25, 95.1: 4, 2, 2. The first list has 4 + 2 seats and 4 candidates.
    let law = "method = \"hare\"\nbonus = 2\nfreed_seats = \"vacant\"";
    let outcome = outcome(law, &[(500, "candidates = 4"), (300, ""), (223, "")], 10);
    assert_eq!(seats(&outcome), [4, 2, 2]);
    assert_eq!(outcome.allocation.unfilled_seats, 2);
    let round = outcome.last_round.unwrap();
    assert_eq!((round.seats, round.list_seats), (8, vec![4, 2, 2]));
    let Account::Quota(account) = round.account else { panic!("a quota method") };
    assert_eq!(account.left_over, 2);
}

#[test]
fn a_bonus_of_one_seat_left_open_is_no_part_of_the_distribution() {
    // 9 seats for 923 votes: quota 102.6; 3, 3, 1 whole quotas, remainders 92.3, 92.3, 20.4: 4, 4, 1.
    let law = "method = \"hare\"\nbonus = 1\ntie = \"report\"";
    let outcome = outcome(law, &[(400, ""), (400, ""), (123, "")], 10);
    assert_eq!(seats(&outcome), [4, 4, 1]);
    assert_eq!(outcome.allocation.open_seats(), 1);
    assert_eq!(outcome.last_round.unwrap().seats, 9);
}

#[test]
fn a_house_that_grows_is_not_simulated() {
    let text = "schema = 1\ntitle = \"t\"\n[house]\nseats = 10\n[law]\nmethod = \"dhondt\"\n\
                threshold = \"0%\"\noverhang = \"added\"\n[[party]]\nid = \"a\"\nvotes = 3\n\
                direct_seats = 1\n[[party]]\nid = \"b\"\nvotes = 2\n";
    let scenario = Scenario::from_toml("s", text, None).unwrap();
    let refused = Simulation::new(&scenario).unwrap_err();
    assert_eq!(refused, SimulationError::Overhang);
}

fn found(file: &str) -> Outcome {
    let path = format!("{}/tests/data/found/{file}.toml", env!("CARGO_MANIFEST_DIR"));
    Outcome::of(&Scenario::load(&path, None).unwrap(), 1).unwrap()
}

#[test]
fn seats_given_to_a_list_without_votes_or_below_the_threshold_are_given() {
    // 22 of 100 seats are c's; a and b share 78: 6996*78/10000 = 54.57, 3004*78/10000 = 23.43: 55, 23.
    assert_eq!(seats(&found("zero_additional")), [55, 23, 22]);
    let hare = |lists: &[(u32, &str)]| seats(&outcome("method = \"hare\"", lists, 100));
    assert_eq!(hare(&[(6996, ""), (3004, ""), (0, "guaranteed_seats = 22")]), [55, 23, 22]);
    // Below its own threshold: 100 of 10,100 votes are less than 2 %. 78 seats for 7,000 and 3,000: 54.6
    // and 23.4.
    let below = "threshold = \"2%\"\nadditional_seats = 22";
    assert_eq!(hare(&[(7000, ""), (3000, ""), (100, below)]), [55, 23, 22]);
}

#[test]
fn a_house_given_away_whole_is_filled_and_the_rest_of_one_stays_empty() {
    assert_eq!(seats(&found("all_guaranteed")), [12, 8]);
    let lists = [(7, "guaranteed_seats = 3"), (3, "guaranteed_seats = 2")];
    let outcome = outcome("method = \"dhondt\"", &lists, 6);
    assert_eq!((seats(&outcome), outcome.allocation.unfilled_seats), (vec![3, 2], 1));
}

#[test]
fn a_guarantee_asks_for_a_threshold_of_its_own_unless_the_list_is_exempt() {
    let of = |more: &str| seats(&outcome("method = \"dhondt\"", &[(900, ""), (100, more)], 10));
    assert_eq!(of("guaranteed_seats = 2\nthreshold = \"10%\""), [8, 2]);
    // 900, 450, …, 100 = 900/9: the second list has no part in the distribution and no seat.
    assert_eq!(of("guaranteed_seats = 2\nthreshold = \"11%\""), [10, 0]);
}

#[test]
fn seats_won_elsewhere_need_no_candidate_on_the_list() {
    // c is below 10 % and keeps 5, which come off 20. 15 by D'Hondt: 900/13 = 69.2, 150/2 = 75, 900/14 = 64.3,
    // 150/3 = 50: 13 and 2; b keeps its 5, and the house grows by 3.
    let outcome = found("direct_cap");
    assert_eq!((seats(&outcome), outcome.house.seats()), (vec![13, 5, 5], 23));
    assert_eq!(outcome.allocation.unfilled_seats, 0);
}

#[test]
fn an_alliance_of_one_is_a_list_alone() {
    // Together 12 of 100 would pass 10 %; alone a list passes its own threshold, and joint lists theirs.
    let law = "method = \"dhondt\"\nalliance_threshold = \"pool\"\n\
               threshold_by_members = { 2 = \"20%\" }";
    let of = |more: &str| {
        let outcome = outcome(law, &[(88, ""), (12, more)], 10);
        (outcome.parties[1].admission, seats(&outcome))
    };
    for (alone, allied) in [
        ("", "alliance = \"x\""),
        ("members = 2", "members = 2\nalliance = \"x\""),
        ("threshold = \"12%\"", "threshold = \"12%\"\nalliance = \"x\""),
        ("threshold = \"13%\"", "threshold = \"13%\"\nalliance = \"x\""),
    ] {
        assert_eq!(of(alone), of(allied), "{alone}");
    }
    assert_eq!(of("members = 2").1, [10, 0]);
    let csv = format!("{}/tests/data/found/csv_single_alliance.csv", env!("CARGO_MANIFEST_DIR"));
    let outcome = Outcome::of(&Scenario::load(&csv, None).unwrap(), 1).unwrap();
    // 5 and 7 of 12 votes for 145 seats: 60.4 and 84.6.
    assert_eq!(seats(&outcome), [60, 85]);
}
