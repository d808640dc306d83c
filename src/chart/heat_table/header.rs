//! The names of lists over their columns.
//!
//! Names that fit stand over their columns. Otherwise they make a staircase: each ends over its column, the
//! first lowest, and a line leads down from it, so even names of 60 characters stay horizontal and whole.

use super::HeatTable;
use crate::chart::marks::bar;
use crate::chart::sheet::{Anchor, MARGIN, Pen, Point, SMALLEST_TEXT, width, wrap};

const LEADING: f64 = 1.25;
/// Lines of a name over its own column.
const MOST_LINES: usize = 3;
/// Between the names and the table: the chip with the list's colour.
const CHIP: f64 = 16.0;
/// Between two steps of the staircase.
const STEP_GAP: f64 = 4.0;

/// The header, measured.
pub(super) struct Header {
    names: Vec<Vec<String>>,
    is_staircase: bool,
}

impl Header {
    /// For columns of this width, the first of which begins at `left`.
    pub(super) fn new(table: &HeatTable, left: f64, column: f64) -> Self {
        let own = |label: &str| wrap(label, SMALLEST_TEXT, true, column - 6.0);
        let names: Vec<_> = table.columns.iter().map(|list| own(&list.label)).collect();
        let fits = names.iter().all(|name| !name.broken && name.lines.len() <= MOST_LINES);
        if fits {
            let names = names.into_iter().map(|name| name.lines).collect();
            return Self { names, is_staircase: false };
        }
        let mut right = left + column / 2.0;
        let mut names = Vec::new();
        for list in &table.columns {
            names.push(wrap(&list.label, SMALLEST_TEXT, true, right - MARGIN).lines);
            right += column;
        }
        Self { names, is_staircase: true }
    }

    fn lines(name: &[String]) -> f64 {
        name.iter().map(|_| SMALLEST_TEXT * LEADING).sum()
    }

    /// The height of names and chips.
    pub(super) fn height(&self) -> f64 {
        let heights = self.names.iter().map(|name| Self::lines(name));
        let names = if self.is_staircase {
            heights.map(|height| height + STEP_GAP).sum()
        } else {
            heights.fold(0.0, f64::max)
        };
        names + CHIP
    }

    /// Draws names and chips so that they end at `bottom`.
    pub(super) fn draw(
        &self,
        pen: &mut Pen<'_>,
        table: &HeatTable,
        (left, column): (f64, f64),
        bottom: f64,
    ) {
        let mut step = bottom - CHIP;
        let mut middle = left + column / 2.0;
        for (list, name) in table.columns.iter().zip(&self.names) {
            let anchor = if self.is_staircase { Anchor::End } else { Anchor::Middle };
            let lettering = pen.lettering(SMALLEST_TEXT, true, anchor);
            let y = step - Self::lines(name) + SMALLEST_TEXT * 0.9;
            let mut x = middle;
            if self.is_staircase {
                let from = Point { x: middle, y: step - 1.0 };
                let to = Point { x: middle, y: bottom - 10.0 };
                if from.y < to.y {
                    pen.line(&[from, to], 1.0, pen.theme.muted_ink());
                }
                // A short name stands in the middle of its line, a long one ends a little after it.
                let widest =
                    name.iter().map(|line| width(line, SMALLEST_TEXT, true)).fold(0.0, f64::max);
                x += (widest / 2.0).min(column / 2.0 - 2.0);
                step -= Self::lines(name) + STEP_GAP;
            }
            pen.lines(name, Point { x, y }, lettering, LEADING);
            let half = (column / 2.0 - 4.0).min(22.0);
            let (from, to) = (
                Point { x: middle - half, y: bottom - 11.0 },
                Point { x: middle + half, y: bottom - 4.0 },
            );
            bar(pen, from, to, list.colour);
            middle += column;
        }
    }
}
