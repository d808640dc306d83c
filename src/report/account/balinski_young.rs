//! The account of the quota method of Balinski and Young.

use super::super::messages::EN;
use super::super::preamble::push;
use super::super::table::Table;
use super::Telling;
use super::seats::{cells, heading, left_out};
use crate::apportionment::BalinskiYoungAccount;

pub(super) fn render(telling: &Telling<'_>, account: &BalinskiYoungAccount) -> String {
    let mut text = String::new();
    push(&mut text, EN.balinski_young, &[]);
    text.push_str(&heading(account.seats.len(), &account.start));
    let mut table = Table::default()
        .numbers(EN.seat_order)
        .words(EN.party)
        .numbers(EN.seat)
        .numbers(EN.quotient)
        .numbers(EN.decimal)
        .words(EN.waiting);
    for seat in account.seats.iter().skip(left_out(account.seats.len())) {
        let [mut party, number, exact, decimal] = cells(telling, &seat.claim);
        if seat.open {
            EN.open_seat.clone_into(&mut party);
        }
        let waiting: Vec<_> = seat.not_eligible.iter().map(|&list| telling.name(list)).collect();
        let order = seat.house_size.to_string();
        table.row(vec![order, party, number, exact, decimal, waiting.join(", ")]);
    }
    text.push_str(&table.render());
    text
}
