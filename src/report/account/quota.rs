//! The account of a quota method.

use super::super::messages::{Messages, fill};
use super::super::page::Page;
use super::super::table::Table;
use super::{PLACES, Telling};
use crate::apportionment::{Fraction, ListRemainder, Method, QuotaAccount};

pub(super) fn page(telling: &Telling<'_>, account: &QuotaAccount) -> Page {
    let words = telling.words;
    let mut page = price(telling, account.quota);
    page.append(rest(telling, account));
    page.table(table(telling, account));
    for (messages, list) in [
        ([words.last_remainder, words.last_votes], account.last_won()),
        ([words.first_missed_remainder, words.first_missed_votes], account.first_missed()),
    ] {
        // Where seats are taken back, nobody wins or misses one.
        if let Some(list) = list.filter(|_| account.surplus == 0) {
            let values = [
                ("party", telling.name(list.list)),
                ("remainder", &words.cut_off(list.remainder, PLACES)),
                ("votes", &words.votes(list.votes.into())),
            ];
            page.say(messages[usize::from(account.by_votes)], &values);
        }
    }
    if let Some(missed) = account.first_missed().filter(|_| account.surplus == 0) {
        let equal = account.last_won().filter(|won| account.are_equal(won, missed));
        page.append(telling.tie_of_missed(missed.list, equal.map(|won| won.list)));
    }
    page
}

/// The quota. Only that of Hare is the quotient of the two numbers that the sentence names.
pub(super) fn price(telling: &Telling<'_>, quota: Fraction) -> Page {
    let words = telling.words;
    let is_rounded = matches!(
        telling.method,
        Method::Droop
            | Method::HagenbachBischoff
            | Method::HagenbachBischoffRounded
            | Method::Imperiali
    );
    let message = if is_rounded { words.quota_rounded } else { words.quota };
    let house =
        if is_rounded { words.seats(telling.round.seats) } else { telling.round.seats.to_string() };
    let quota = words.cut_off(quota, PLACES);
    let values =
        [("votes", &*words.votes(telling.round.votes)), ("seats", &house), ("quota", &quota)];
    let mut page = Page::default();
    page.say(message, &values);
    page
}

/// How many seats the whole quotas give, and what becomes of the difference.
fn rest(telling: &Telling<'_>, account: &QuotaAccount) -> Page {
    let words = telling.words;
    let full = u64::from(telling.round.seats) + account.surplus - u64::from(account.left_over);
    let values = [
        ("full", full.to_string()),
        ("left_over", account.left_over.to_string()),
        ("surplus", account.surplus.to_string()),
        ("rounds", account.rounds.to_string()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, &**text)).collect();
    let message = match (account.surplus, account.by_votes) {
        (1.., _) => words.surplus,
        (0, true) => words.left_over_votes,
        (0, false) => words.left_over,
    };
    let mut page = Page::default();
    page.say(message, &values);
    if account.rounds > 0 {
        page.say(words.left_over_rounds, &values);
    }
    page
}

fn table(telling: &Telling<'_>, account: &QuotaAccount) -> Table {
    let words = telling.words;
    let last = if account.surplus > 0 { words.taken_back } else { words.remainder_seat };
    let mut table = columns(words, last);
    for list in &account.remainders {
        let moved =
            if account.surplus > 0 { list.taken_back.to_string() } else { list.won.to_string() };
        table.row(row(telling, account.quota, list, remainder(words, list), moved));
    }
    table
}

/// The columns of a table of whole quotas and remainders.
pub(super) fn columns(words: &Messages, last: &'static str) -> Table {
    Table::default()
        .words(words.party)
        .numbers(words.votes)
        .numbers(words.votes_over_quota)
        .numbers(words.full_seats)
        .numbers(words.remainder)
        .numbers(last)
}

/// A list in such a table.
pub(super) fn row(
    telling: &Telling<'_>,
    quota: Fraction,
    list: &ListRemainder,
    remainder: String,
    moved: String,
) -> Vec<String> {
    let words = telling.words;
    let quotas = Fraction::new(u128::from(list.votes) * quota.denominator, quota.numerator);
    vec![
        telling.holder(list.list, telling.round.list_seats[list.list]),
        words.grouped(list.votes.into()),
        words.cut_off(quotas, PLACES),
        list.full_seats.to_string(),
        remainder,
        moved,
    ]
}

/// What competes for a seat: nothing, if the floor raised the list.
pub(super) fn remainder(words: &Messages, list: &ListRemainder) -> String {
    if list.is_raised() {
        fill(words.raised, &[("floor", &list.floor.to_string())])
    } else {
        words.cut_off(list.remainder, PLACES)
    }
}
