//! The account of a divisor method.

use super::super::messages::fill;
use super::super::method::rounding;
use super::super::page::Page;
use super::super::table::Table;
use super::seats::{MISSED, cells, decimal, heading, left_out};
use super::{PLACES, Telling};
use crate::apportionment::{DivisorAccount, Fraction, SeatClaim};

pub(super) fn page(telling: &Telling<'_>, account: &DivisorAccount) -> Page {
    let words = telling.words;
    let mut page = Page::default();
    let sequence = account.signposts.join(", ");
    let values = [("sequence", sequence.as_str()), ("seats", &telling.round.seats.to_string())];
    page.say(words.signposts, &values);
    page.append(heading(words, account.seats.len(), &account.start));
    page.table(table(telling, account));
    if let Some(interval) = &account.interval {
        let (low, high) =
            (words.cut_off(interval.low, PLACES), words.cut_off(interval.high, PLACES));
        if interval.low < interval.high {
            page.say(words.divisor_interval, &[("low", &low), ("high", &high)]);
        } else {
            page.say(words.divisor_closed, &[("low", &low)]);
        }
        if let Some(roundest) = interval.roundest() {
            page.append(by_hand(telling, account, &roundest));
        }
    }
    for (message, claim) in [
        (words.last_quotient, account.last_won()),
        (words.first_missed_quotient, account.first_missed()),
    ] {
        if let Some(claim) = claim {
            page.append(claim_line(telling, message, claim));
        }
    }
    if let Some(missed) = account.first_missed() {
        let equal = account.last_won().filter(|won| won.quotient == missed.quotient);
        page.append(telling.tie_of_missed(missed.list, equal.map(|won| won.list)));
    }
    page
}

fn table(telling: &Telling<'_>, account: &DivisorAccount) -> Table {
    let words = telling.words;
    let mut table = Table::default()
        .numbers(words.seat_order)
        .words(words.party)
        .numbers(words.seat)
        .numbers(words.quotient)
        .numbers(words.decimal);
    let mut row = |order: String, claim: &SeatClaim| {
        let cells = cells(telling, claim);
        table.row([order].into_iter().chain(cells).collect());
    };
    for (at, claim) in account.seats.iter().enumerate().skip(left_out(account.seats.len())) {
        row((at + 1).to_string(), claim);
    }
    for claim in account.missed.iter().take(MISSED) {
        let is_open = telling.round.open_lists.contains(&claim.list);
        row(if is_open { words.open_seat } else { words.missed }.to_owned(), claim);
    }
    table
}

/// One division a list, with the roundest divisor.
fn by_hand(telling: &Telling<'_>, account: &DivisorAccount, divisor: &str) -> Page {
    let words = telling.words;
    let rounding = rounding(words, telling.method).unwrap_or_default();
    let mut page = Page::default();
    page.say(words.roundest, &[("divisor", divisor), ("rounding", &rounding)]);
    let (whole, decimals) = divisor.split_once('.').unwrap_or((divisor, ""));
    let places = u32::try_from(decimals.len()).unwrap_or(0);
    let scale = 10_u128.pow(places);
    let scaled: u128 = format!("{whole}{decimals}").parse().unwrap_or(1);
    let mut table = Table::default()
        .words(words.party)
        .numbers(words.votes)
        .numbers(fill(words.votes_over_divisor, &[("divisor", divisor)]))
        .numbers(words.seats);
    for start in &account.start {
        let quotient = Fraction::new(u128::from(start.votes) * scale, scaled.max(1));
        table.row(vec![
            telling.name(start.list).to_owned(),
            words.grouped(start.votes.into()),
            words.cut_off(quotient, PLACES),
            telling.round.list_seats[start.list].to_string(),
        ]);
    }
    page.table(table);
    page
}

fn claim_line(telling: &Telling<'_>, message: &str, claim: &SeatClaim) -> Page {
    let mut page = Page::default();
    let values = [
        ("party", telling.name(claim.list)),
        ("seat", &(telling.words.ordinal)(claim.seat)),
        ("quotient", &decimal(telling.words, claim.quotient)),
    ];
    page.say(message, &values);
    page
}
