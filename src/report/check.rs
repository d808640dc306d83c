//! What a check finds.

use super::allocation_table::name;
use super::messages::Messages;
use super::page::Page;
use super::what_if;
use crate::analysis::{Outcome, PartyOutcome};
use crate::election::PartyKind;
use crate::scenario::Scenario;

/// That the scenario is valid, and how the seats found compare with the official ones.
pub fn check(words: &Messages, scenario: &Scenario, outcome: &Outcome) -> String {
    let mut page = Page::default();
    let values = [
        ("title", scenario.title.in_language(words.code)),
        ("parties", &scenario.parties.len().to_string()),
        ("votes", &words.grouped(scenario.ballots.valid_votes())),
        ("seats", &scenario.house.seats().to_string()),
    ];
    page.say(words.check_valid, &values);
    page.append(what_if::lines(words, scenario));
    let official: Vec<u32> =
        outcome.parties.iter().filter_map(|party| party.official_seats).collect();
    let differences = outcome.differences();
    for &party in &differences {
        let PartyOutcome { seats, official_seats, .. } = outcome.parties[party];
        let values = [
            ("party", name(words, scenario, party)),
            ("found", &seats.to_string()),
            ("official", &official_seats.unwrap_or(0).to_string()),
        ];
        page.say(words.check_differs, &values);
    }
    let misfit = outcome.misfitting_official_seats(scenario);
    if let Some(sum) = misfit {
        let values = [("sum", &*sum.to_string()), ("seats", &outcome.house.seats().to_string())];
        page.say(words.check_misfit, &values);
        if scenario.is_house_assumed() {
            page.say(words.check_house_assumed, &[]);
        }
    }
    let lists = scenario.parties.iter().filter(|party| party.kind == PartyKind::List).count();
    if official.is_empty() && misfit.is_some() {
        return page.terminal();
    }
    if official.is_empty() && scenario.parties.iter().any(|party| party.official_seats.is_some()) {
        let counted = scenario.what_if.applied().is_empty();
        page.say(if counted { words.check_other_house } else { words.check_what_if }, &[]);
    } else if official.is_empty() {
        page.say(words.check_no_official, &[]);
    } else if official.len() < lists {
        let values = [("given", &*official.len().to_string()), ("lists", &lists.to_string())];
        page.say(words.check_partial, &values);
    } else if differences.is_empty() {
        let seats = official.iter().sum::<u32>().to_string();
        page.say(words.check_official, &[("seats", &seats)]);
    }
    page.terminal()
}
