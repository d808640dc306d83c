//! The account of an allocation in words and numbers: enough to redo it with a pocket calculator.

mod balinski_young;
mod divisor;
mod quota;
mod remainders_first;
mod seats;

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{Messages, fill};
use super::page::Page;
use super::preamble::{self, threshold_rule};
use super::provisions::competitor;
use super::table::Table;
use super::ties;
use crate::apportionment::{Account, Fraction, Method};
use crate::law::LastRound;

/// Decimals shown of quotients, quotas and remainders before they are cut off.
const PLACES: u32 = 3;

pub(super) fn page(report: &AllocationReport<'_>) -> Page {
    let AllocationReport { scenario, outcome, .. } = report;
    let totals = &outcome.totals;
    let mut page = Page::default();
    page.heading(report.words.account);
    let mut sums = Table::default().words("").numbers("");
    for (label, votes) in [
        (report.words.list_votes, totals.list_votes),
        (report.words.valid_votes, totals.valid_votes),
        (report.words.admitted_votes, totals.admitted_votes),
    ] {
        sums.row(vec![label.to_owned(), report.words.grouped(votes)]);
    }
    page.rows(sums);
    let threshold = scenario.law.threshold_in(scenario.house.seats());
    let (numerator, denominator) = threshold.share.fraction();
    let limit =
        Fraction::new(totals.threshold_votes * u128::from(numerator), u128::from(denominator));
    let share = preamble::threshold(report.words, &scenario.law, scenario.house.seats());
    let values = [
        ("share", &*share),
        ("votes", &report.words.grouped(totals.threshold_votes)),
        ("limit", &report.words.cut_off(limit, PLACES)),
    ];
    let product = fill(report.words.threshold_product, &values);
    let threshold = threshold_rule(report.words, &scenario.law, &product);
    page.say(report.words.threshold_votes, &[("threshold", &threshold)]);
    if let Some(round) = &outcome.last_round {
        let allocation = &outcome.allocation;
        let is_smaller = allocation.set_aside.iter().any(|aside| aside.source.comes_off_house());
        if !allocation.capped.is_empty() || is_smaller {
            let message = if allocation.capped.is_empty() {
                report.words.distributed
            } else {
                report.words.last_round
            };
            let values = [
                ("seats", &*report.words.seats(round.seats)),
                ("votes", &report.words.votes(round.votes)),
            ];
            page.say(message, &values);
        }
        let names = (0..scenario.parties.len()).map(|list| competitor(report, list)).collect();
        page.append(
            Telling { words: report.words, names, method: scenario.law.method, round }.page(),
        );
        if allocation.majority_clause.is_some() {
            page.say(report.words.provisions.before_clause, &[]);
        }
    }
    if let Some(runner_up) = outcome.allocation.runner_up() {
        page.append(one_list(report, runner_up));
    }
    for inside in &outcome.pool_rounds {
        let pool = &outcome.allocation.pools[inside.pool];
        let alliance = competitor(report, pool.members[0]);
        let values =
            [("alliance", alliance.as_str()), ("seats", &report.words.seats(inside.round.seats))];
        page.say(report.words.pool_account, &values);
        let names =
            (0..scenario.parties.len()).map(|list| name(report.words, scenario, list).to_owned());
        let telling = Telling {
            words: report.words,
            names: names.collect(),
            method: pool.method,
            round: &inside.round,
        };
        page.append(telling.page());
    }
    page
}

/// A round to tell of: of the whole house, or inside an alliance.
struct Telling<'a> {
    words: &'static Messages,
    /// What the competitors are called, by list.
    names: Vec<String>,
    method: Method,
    round: &'a LastRound,
}

impl Telling<'_> {
    fn name(&self, list: usize) -> &str {
        &self.names[list]
    }

    /// The list, with the rule where it won this seat, of its own the `seat`-th, in a tie.
    fn holder(&self, list: usize, seat: u32) -> String {
        let name = self.name(list);
        match self.round.rule_of(list) {
            Some(rule) if self.round.list_seats[list] == seat => {
                let values = [("party", name), ("rule", ties::word(self.words, rule))];
                fill(self.words.ties.seat, &values)
            }
            _ => name.to_owned(),
        }
    }

    /// What is to be said of the first seat missed where its claim is one of a tie: the last one won
    /// had an `equal` claim, or the seat stays open.
    fn tie_of_missed(&self, missed: usize, equal: Option<usize>) -> Page {
        let words = self.words;
        let mut page = Page::default();
        if self.round.open_lists.contains(&missed) {
            page.say(words.ties.missed_open, &[]);
        } else if let Some(rule) = equal.and_then(|won| self.round.rule_of(won)) {
            page.say(words.ties.missed_equal, &[("rule", ties::word(words, rule))]);
        }
        page
    }

    fn page(&self) -> Page {
        let Self { words, .. } = *self;
        let mut page = Page::default();
        if self.round.scale > 1 {
            page.say(words.scaled, &[("scale", &self.round.scale.to_string())]);
        }
        page.append(match &self.round.account {
            Account::Quota(account) => quota::page(self, account),
            Account::Divisor(account) => divisor::page(self, account),
            Account::BalinskiYoung(account) => balinski_young::page(self, account),
            Account::RemaindersFirst(account) => remainders_first::page(self, account),
        });
        page
    }
}

/// The quotients of a single list and its runner-up.
fn one_list(report: &AllocationReport<'_>, runner_up: usize) -> Page {
    let words = report.words;
    let AllocationReport { scenario, outcome, .. } = report;
    let competing =
        |&list: &usize| list != runner_up && outcome.allocation.admissions[list].competes();
    let mut page = Page::default();
    if let Some(leader) = (0..scenario.parties.len()).find(competing) {
        let set_aside: u32 = (outcome.allocation.set_aside.iter())
            .filter(|aside| aside.source.comes_off_house())
            .map(|aside| aside.seats)
            .sum();
        let seats = u128::from(scenario.house.seats() - set_aside);
        let votes = |list: usize| u128::from(scenario.ballots.parties[list]);
        let total = votes(leader) + votes(runner_up);
        let quotient = |list: usize, times: u128| {
            words.cut_off(Fraction::new(votes(list) * seats * times, total * 10), PLACES)
        };
        let values = [
            ("votes", &*words.votes(total)),
            ("seats", &seats.to_string()),
            ("quota", &words.cut_off(Fraction::new(total, seats.max(1)), PLACES)),
            ("leader", name(words, scenario, leader)),
            ("leader_quotient", &quotient(leader, 10)),
            ("runner_up", name(words, scenario, runner_up)),
            ("quotient", &quotient(runner_up, 10)),
            ("multiplied", &quotient(runner_up, 7)),
        ];
        page.say(words.one_list_account, &values);
    }
    page
}
