//! Ties and the rules that settle them, in words.

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{Messages, fill};
use super::page::Page;
use crate::law::{SettledTie, TieRule, TieRules};

/// The rules of the law, as a clause.
pub(super) fn rules(words: &Messages, rules: TieRules) -> String {
    let ties = &words.ties;
    if let [only] = rules.rules() {
        let clause = match only {
            TieRule::Order => ties.order,
            TieRule::Votes => ties.votes,
            TieRule::FewestVotes => ties.fewest_votes,
            TieRule::Seatless => ties.seatless,
            TieRule::Lot => ties.lot,
            TieRule::Report => ties.report,
        };
        return clause.to_owned();
    }
    let decides = |rule: &&TieRule| **rule != TieRule::Report;
    let named: Vec<_> =
        rules.rules().iter().filter(decides).map(|&rule| word(words, rule)).collect();
    let in_turn = fill(ties.in_turn, &[("rules", &named.join(&format!(", {} ", ties.then)))]);
    if named.len() == rules.rules().len() {
        in_turn
    } else {
        fill(ties.rest_open, &[("rules", &in_turn)])
    }
}

/// What decides under a rule.
pub(super) const fn word(words: &Messages, rule: TieRule) -> &'static str {
    let ties = &words.ties;
    match rule {
        TieRule::Order => ties.word_order,
        TieRule::Votes => ties.word_votes,
        TieRule::FewestVotes => ties.word_fewest_votes,
        TieRule::Seatless => ties.word_seatless,
        TieRule::Lot => ties.word_lot,
        TieRule::Report => ties.report,
    }
}

/// Who was tied for what, and who won by which rule.
pub(super) fn page(report: &AllocationReport<'_>, settled: &SettledTie) -> Page {
    let AllocationReport { words, scenario, .. } = *report;
    let ties = &words.ties;
    let names = |lists: &[usize]| {
        lists.iter().map(|&list| name(words, scenario, list)).collect::<Vec<_>>().join(", ")
    };
    let values = [
        ("parties", &*names(&settled.tie.lists)),
        ("seats", &*words.seats(settled.seats())),
        ("decisions", &*decisions(report, settled)),
    ];
    let mut page = Page::default();
    page.say(if settled.is_open() { ties.open } else { ties.settled }, &values);
    for given in 1..settled.tie.open_seats {
        let late: Vec<usize> = settled.tie.coming(given).collect();
        if !late.is_empty() {
            let values = [("parties", &*names(&late)), ("given", &*given.to_string())];
            page.say(ties.late, &values);
        }
    }
    page
}

/// The winners, by the rule that each of them owes the seat to.
fn decisions(report: &AllocationReport<'_>, settled: &SettledTie) -> String {
    let AllocationReport { words, scenario, outcome, .. } = *report;
    let ties = &words.ties;
    let of_rule = |&rule: &TieRule| {
        let mut winners: Vec<usize> =
            settled.won.iter().filter(|seat| seat.rule == rule).map(|seat| seat.list).collect();
        winners.sort_unstable();
        let winners: Vec<_> = winners.iter().map(|&list| name(words, scenario, list)).collect();
        let rule = match rule {
            TieRule::Order => ties.by_order.to_owned(),
            TieRule::Votes => ties.by_votes.to_owned(),
            TieRule::FewestVotes => ties.by_fewest_votes.to_owned(),
            TieRule::Seatless => ties.by_seatless.to_owned(),
            TieRule::Lot if outcome.is_lot_given => ties.by_given_lot.to_owned(),
            TieRule::Lot => fill(ties.by_lot, &[("seed", &report.seed.to_string())]),
            TieRule::Report => return None,
        };
        (!winners.is_empty()).then(|| format!("{rule}: {}", winners.join(", ")))
    };
    let asked = scenario.law.tie.rules().iter().chain(&[TieRule::Order]);
    let mut texts: Vec<String> = asked.filter_map(of_rule).collect();
    texts.dedup();
    texts.join("; ")
}
