//! The account of the quota method of Balinski and Young.

use super::super::preamble::push;
use super::super::table::Table;
use super::Telling;
use super::seats::{cells, heading, left_out};
use crate::apportionment::BalinskiYoungAccount;

pub(super) fn render(telling: &Telling<'_>, account: &BalinskiYoungAccount) -> String {
    let words = telling.words;
    let mut text = String::new();
    push(&mut text, words.balinski_young, &[]);
    text.push_str(&heading(words, account.seats.len(), &account.start));
    let mut table = Table::default()
        .numbers(words.seat_order)
        .words(words.party)
        .numbers(words.seat)
        .numbers(words.quotient)
        .numbers(words.decimal)
        .words(words.waiting);
    for seat in account.seats.iter().skip(left_out(account.seats.len())) {
        let [mut party, number, exact, decimal] = cells(telling, &seat.claim);
        if seat.open {
            words.open_seat.clone_into(&mut party);
        }
        let waiting: Vec<_> = seat.not_eligible.iter().map(|&list| telling.name(list)).collect();
        let order = seat.house_size.to_string();
        table.row(vec![order, party, number, exact, decimal, waiting.join(", ")]);
    }
    text.push_str(&table.render());
    text
}
