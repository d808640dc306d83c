//! The account of the quota method of Balinski and Young.

use super::super::page::Page;
use super::super::table::Table;
use super::Telling;
use super::seats::{cells, heading, left_out};
use crate::apportionment::BalinskiYoungAccount;

pub(super) fn page(telling: &Telling<'_>, account: &BalinskiYoungAccount) -> Page {
    let words = telling.words;
    let mut page = Page::default();
    page.say(words.balinski_young, &[]);
    page.append(heading(words, account.seats.len(), &account.start));
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
    page.table(table);
    page
}
