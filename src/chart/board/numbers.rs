//! The numbers of a row: inside the pieces that are wide enough, below the others.

use super::{House, Piece};
use crate::chart::axis::spread;
use crate::chart::palette::ink_on;
use crate::chart::rows::Place;
use crate::chart::sheet::{Anchor, Lettering, Pen, Point, SMALLEST_TEXT, width};
use crate::chart::{MajorityMark, marks};

const INSIDE_SIZE: f64 = 13.0;
/// From the bar to the baseline of a number below it.
const BELOW: f64 = 18.0;
/// Between two numbers below the bar.
const APART: f64 = 3.0;

/// Whether a piece is too narrow for its number.
pub(super) fn is_below(piece: Piece) -> bool {
    width(&piece.seats.to_string(), INSIDE_SIZE, true) + 3.0 > piece.right - piece.left
}

/// Draws how many seats each piece has, clear of the lines at these pixels. Where more pieces are narrow than numbers fit below the bar, these have
/// none.
pub(super) fn seats(
    pen: &mut Pen<'_>,
    pieces: &[Piece],
    lines: &[f64],
    (top, bottom): (f64, f64),
    place: Place,
) {
    let mut narrow: Vec<&Piece> = Vec::new();
    for piece in pieces {
        let text = piece.seats.to_string();
        let wide = width(&text, INSIDE_SIZE, true);
        if is_below(*piece) {
            narrow.push(piece);
            continue;
        }
        let lettering = Lettering {
            ink: ink_on(piece.colour),
            ..pen.lettering(INSIDE_SIZE, true, Anchor::Middle)
        };
        let middle = f64::midpoint(top, bottom) + 0.36 * INSIDE_SIZE;
        let x = marks::clear_middle((piece.left, piece.right), lines, wide);
        let at = Point { x, y: middle };
        marks::plate_on(pen, piece.colour, &text, at, lettering);
    }
    let wishes: Vec<f64> =
        narrow.iter().map(|piece| f64::midpoint(piece.left, piece.right)).collect();
    let texts: Vec<String> = narrow.iter().map(|piece| piece.seats.to_string()).collect();
    let sizes: Vec<f64> = texts.iter().map(|text| width(text, SMALLEST_TEXT, true)).collect();
    let (first, last) = place.axis.pixels();
    let Some(middles) = spread(&wishes, &sizes, APART, first - 2.0, last + 12.0) else {
        return;
    };
    for ((wish, middle), text) in wishes.iter().zip(middles).zip(&texts) {
        let line = [
            Point { x: *wish, y: bottom },
            Point { x: *wish, y: bottom + 2.5 },
            Point { x: middle, y: bottom + BELOW - SMALLEST_TEXT },
        ];
        pen.line(&line, 1.0, pen.theme.outline());
        let lettering = pen.lettering(SMALLEST_TEXT, true, Anchor::Middle);
        pen.text(text, Point { x: middle, y: bottom + BELOW }, lettering);
    }
}

/// Majorities that are not the same in all rows: lines through this row's bar, with their numbers above.
pub(super) fn majorities(
    pen: &mut Pen<'_>,
    house: &House,
    marks: &[&MajorityMark],
    (top, bottom): (f64, f64),
    place: Place,
) {
    let (first, last) = place.axis.pixels();
    let share = |mark: &&MajorityMark| f64::from(mark.seats) / f64::from(house.house_size);
    let lines: Vec<f64> = marks.iter().map(|mark| place.axis.at(share(mark))).collect();
    let texts: Vec<String> = marks.iter().map(|mark| mark.seats.to_string()).collect();
    let sizes: Vec<f64> = texts.iter().map(|text| width(text, SMALLEST_TEXT, true)).collect();
    for x in &lines {
        let line = [Point { x: *x, y: top - 3.0 }, Point { x: *x, y: bottom + 3.0 }];
        pen.line(&line, 3.6, pen.theme.background());
        pen.line(&line, 1.6, pen.theme.ink());
    }
    let middles = spread(&lines, &sizes, APART, first - 2.0, last + 12.0).unwrap_or_default();
    for (text, x) in texts.iter().zip(middles) {
        let lettering = pen.lettering(SMALLEST_TEXT, true, Anchor::Middle);
        pen.text(text, Point { x, y: top - 6.0 }, lettering);
    }
}
