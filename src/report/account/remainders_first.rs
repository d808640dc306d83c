//! The account of left-over seats by remainders first, then by averages.

use super::super::messages::fill;
use super::super::page::Page;
use super::super::provisions::part;
use super::super::table::Table;
use super::quota;
use super::seats::{cells, decimal};
use super::{PLACES, Telling};
use crate::apportionment::{Fraction, RemaindersFirstAccount};

pub(super) fn page(telling: &Telling<'_>, account: &RemaindersFirstAccount) -> Page {
    let words = telling.words;
    let mut page = quota::price(telling, account.quota);
    let full = telling.round.seats - account.left_over;
    let (numerator, denominator) = account.least.fraction();
    let limit = Fraction::new(
        account.quota.numerator * u128::from(numerator),
        account.quota.denominator * u128::from(denominator),
    );
    let values = [
        ("full", &*full.to_string()),
        ("left_over", &account.left_over.to_string()),
        ("limit", &words.cut_off(limit, PLACES)),
        ("least", &part(account.least)),
    ];
    page.say(words.provisions.remainders_first, &values);
    page.table(remainders(telling, account));
    if !account.averages.is_empty() {
        page.say(words.provisions.then_averages, &[("one_each", &account.one_each.to_string())]);
        page.table(averages(telling, account));
    }
    if let Some(claim) = &account.missed {
        let values = [
            ("party", telling.name(claim.list)),
            ("seat", &(words.ordinal)(claim.seat)),
            ("quotient", &decimal(words, claim.quotient)),
        ];
        page.say(words.first_missed_quotient, &values);
    }
    page
}

fn remainders(telling: &Telling<'_>, account: &RemaindersFirstAccount) -> Table {
    let words = telling.words;
    let mut table = quota::columns(words, words.remainder_seat);
    for list in &account.remainders {
        let remainder = quota::remainder(words, &list.remainder);
        let remainder = if list.is_in_line {
            remainder
        } else {
            fill(words.provisions.not_in_line, &[("remainder", &remainder)])
        };
        let won = list.remainder.won.to_string();
        table.row(quota::row(telling, account.quota, &list.remainder, remainder, won));
    }
    table
}

fn averages(telling: &Telling<'_>, account: &RemaindersFirstAccount) -> Table {
    let words = telling.words;
    let mut table = Table::default()
        .numbers(words.seat_order)
        .words(words.party)
        .numbers(words.seat)
        .numbers(words.quotient)
        .numbers(words.decimal);
    for (at, claim) in account.averages.iter().enumerate() {
        table.row([(at + 1).to_string()].into_iter().chain(cells(telling, claim)).collect());
    }
    table
}
