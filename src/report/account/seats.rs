//! Seats in the order in which they are won, as a table that stays readable in a large house.

use super::super::messages::Messages;
use super::super::page::Page;
use super::{PLACES, Telling};
use crate::apportionment::{Fraction, Quotient, SeatClaim, Start};

/// Up to so many seats are all shown.
const ALL_SEATS: usize = 40;

/// Of more, the last dozen.
const LAST_SEATS: usize = 12;

/// The largest quotients that missed.
pub(super) const MISSED: usize = 6;

/// Which of so many seats are left out of the table, from the first on.
pub(super) const fn left_out(seats: usize) -> usize {
    if seats > ALL_SEATS { seats - LAST_SEATS } else { 0 }
}

/// The line above the table, and one about seats given before.
pub(super) fn heading(words: &Messages, seats: usize, start: &[Start]) -> Page {
    let mut page = Page::default();
    let floors: u32 = start.iter().map(|list| list.floor).sum();
    if floors > 0 {
        page.say(words.floors, &[("seats", &words.seats(floors))]);
    }
    let shown = (seats - left_out(seats)).to_string();
    let message = if left_out(seats) > 0 { words.last_quotients } else { words.all_quotients };
    page.say(message, &[("shown", &shown)]);
    page
}

/// The cells about a claim: whose it is, which of its seats, the quotient exactly and in decimals.
pub(super) fn cells(telling: &Telling<'_>, claim: &SeatClaim) -> [String; 4] {
    [
        telling.holder(claim.list, claim.seat),
        (telling.words.ordinal)(claim.seat),
        exact(claim.quotient),
        decimal(telling.words, claim.quotient),
    ]
}

/// A quotient as it is defined.
fn exact(quotient: Quotient) -> String {
    let grouped = |Fraction { numerator, denominator }: Fraction| match denominator {
        1 => numerator.to_string(),
        _ => format!("{numerator}/{denominator}"),
    };
    match quotient {
        Quotient::Infinite => "∞".to_owned(),
        Quotient::Fraction(fraction) => grouped(fraction),
        Quotient::SquareRoot(square) => format!("√({})", grouped(square)),
        Quotient::PowerMean { votes, seats, order } => {
            format!("{votes}/M{order}({seats}, {})", u64::from(seats) + 1)
        }
        Quotient::Halved { votes, times } => format!("{votes}/2^{times}"),
    }
}

/// A quotient cut off after some decimals.
pub(super) fn decimal(words: &Messages, quotient: Quotient) -> String {
    let Some(floor) = quotient.floor() else { return "∞".to_owned() };
    let text = words.cut_off(floor, PLACES);
    if quotient.is_fraction() || text.ends_with('…') { text } else { format!("{text}…") }
}
