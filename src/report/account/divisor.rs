//! The account of a divisor method.

use super::super::messages::{EN, fill};
use super::super::method::rounding;
use super::super::number::{cut_off, grouped, ordinal};
use super::super::preamble::push;
use super::super::table::Table;
use super::seats::{MISSED, cells, decimal, heading, left_out};
use super::{PLACES, Telling};
use crate::apportionment::{DivisorAccount, Fraction, SeatClaim};

pub(super) fn render(telling: &Telling<'_>, account: &DivisorAccount) -> String {
    let mut text = String::new();
    let sequence = account.signposts.join(", ");
    let values = [("sequence", sequence.as_str()), ("seats", &telling.round.seats.to_string())];
    push(&mut text, EN.signposts, &values);
    text.push_str(&heading(account.seats.len(), &account.start));
    text.push_str(&table(telling, account));
    if let Some(interval) = &account.interval {
        let (low, high) = (cut_off(interval.low, PLACES), cut_off(interval.high, PLACES));
        if interval.low < interval.high {
            push(&mut text, EN.divisor_interval, &[("low", &low), ("high", &high)]);
        } else {
            push(&mut text, EN.divisor_closed, &[("low", &low)]);
        }
        if let Some(roundest) = interval.roundest() {
            text.push_str(&by_hand(telling, account, &roundest));
        }
    }
    for (message, claim) in
        [(EN.last_quotient, account.last_won()), (EN.first_missed_quotient, account.first_missed())]
    {
        if let Some(claim) = claim {
            text.push_str(&claim_line(telling, message, claim));
        }
    }
    text
}

fn table(telling: &Telling<'_>, account: &DivisorAccount) -> String {
    let mut table = Table::default()
        .numbers(EN.seat_order)
        .words(EN.party)
        .numbers(EN.seat)
        .numbers(EN.quotient)
        .numbers(EN.decimal);
    let mut row = |order: String, claim: &SeatClaim| {
        let cells = cells(telling, claim);
        table.row([order].into_iter().chain(cells).collect());
    };
    for (at, claim) in account.seats.iter().enumerate().skip(left_out(account.seats.len())) {
        row((at + 1).to_string(), claim);
    }
    for claim in account.missed.iter().take(MISSED) {
        row(EN.missed.to_owned(), claim);
    }
    table.render()
}

/// One division a list, with the roundest divisor.
fn by_hand(telling: &Telling<'_>, account: &DivisorAccount, divisor: &str) -> String {
    let rounding = rounding(telling.method).unwrap_or_default();
    let mut text = String::new();
    push(&mut text, EN.roundest, &[("divisor", divisor), ("rounding", &rounding)]);
    let (whole, decimals) = divisor.split_once('.').unwrap_or((divisor, ""));
    let places = u32::try_from(decimals.len()).unwrap_or(0);
    let scale = 10_u128.pow(places);
    let scaled: u128 = format!("{whole}{decimals}").parse().unwrap_or(1);
    let mut table = Table::default()
        .words(EN.party)
        .numbers(EN.votes)
        .numbers(fill(EN.votes_over_divisor, &[("divisor", divisor)]))
        .numbers(EN.seats);
    for start in &account.start {
        let quotient = Fraction::new(u128::from(start.votes) * scale, scaled.max(1));
        table.row(vec![
            telling.name(start.list).to_owned(),
            grouped(start.votes.into()),
            cut_off(quotient, PLACES),
            telling.round.list_seats[start.list].to_string(),
        ]);
    }
    text.push_str(&table.render());
    text
}

fn claim_line(telling: &Telling<'_>, message: &str, claim: &SeatClaim) -> String {
    let mut text = String::new();
    let values = [
        ("party", telling.name(claim.list)),
        ("seat", &ordinal(claim.seat)),
        ("quotient", &decimal(claim.quotient)),
    ];
    push(&mut text, message, &values);
    text
}
