//! The account of an allocation in words and numbers: enough to redo it with a pocket calculator.

mod balinski_young;
mod divisor;
mod quota;
mod seats;

use super::AllocationReport;
use super::messages::{EN, seats as seats_in_words};
use super::number::{cut_off, grouped};
use super::preamble::{push, threshold_rule};
use super::table::{Table, bold};
use crate::apportionment::{Account, Fraction};

/// Decimals shown of quotients, quotas and remainders before they are cut off.
const PLACES: u32 = 3;

pub(super) fn render(report: &AllocationReport<'_>) -> String {
    let AllocationReport { scenario, outcome, .. } = report;
    let totals = &outcome.totals;
    let mut text = format!("{}\n", bold(EN.account));
    let mut sums = Table::default().words("").numbers("");
    for (label, votes) in [
        (EN.list_votes, totals.list_votes),
        (EN.valid_votes, totals.valid_votes),
        (EN.admitted_votes, totals.admitted_votes),
    ] {
        sums.row(vec![label.to_owned(), grouped(votes)]);
    }
    text.push_str(&sums.render_rows());
    let threshold = &scenario.law.threshold;
    let (numerator, denominator) = threshold.share.fraction();
    let limit =
        Fraction::new(totals.threshold_votes * u128::from(numerator), u128::from(denominator));
    let values = [
        ("rule", threshold_rule(&scenario.law)),
        ("threshold", &threshold.share.to_string()),
        ("votes", &grouped(totals.threshold_votes)),
        ("limit", &cut_off(limit, PLACES)),
    ];
    push(&mut text, EN.threshold_votes, &values);
    if let Some(round) = &outcome.last_round {
        if !outcome.allocation.capped.is_empty() {
            let values =
                [("seats", &*seats_in_words(round.seats)), ("votes", &grouped(round.votes))];
            push(&mut text, EN.last_round, &values);
        }
        text.push_str(&match &round.account {
            Account::Quota(account) => quota::render(report, round, account),
            Account::Divisor(account) => divisor::render(report, round, account),
            Account::BalinskiYoung(account) => balinski_young::render(report, account),
        });
    }
    text
}
