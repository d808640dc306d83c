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
