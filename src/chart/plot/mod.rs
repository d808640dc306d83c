//! The plot: two axes, and what lines, bands and dots on them have in common.

mod end_labels;
mod logarithmic;
mod stroke;

pub(super) use end_labels::{Column, EndLabel, NUMBER_SIZE, Place};
pub(super) use logarithmic::{logarithm, powers};
pub(super) use stroke::{Dash, Stroke};

use super::axis::{Axis, Ticks};
use super::sheet::{Anchor, Pen, Point, SMALLEST_TEXT, ellipsize, width};
use crate::election::Colour;

/// From the numbers of the vertical axis to the plot.
const NUMBER_GAP: f64 = 8.0;
/// Under the plot: numbers, and the name of the axis.
pub(super) const FOOT: f64 = 44.0;
/// Above the plot: the name of the vertical axis.
pub(super) const HEAD: f64 = 24.0;
/// From one number of the vertical axis to the next, at least.
pub(super) const ROW_APART: f64 = 34.0;

/// A picture with a horizontal and a vertical axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    pub(super) x: Axis,
    pub(super) y: Axis,
}

/// How the numbers of an axis are written: the value, and how many decimals its step has.
pub(super) type Number = fn(f64, usize) -> String;

/// Numbers along an axis, each with its value.
#[derive(Clone, Debug)]
pub(super) struct Marks(Vec<(f64, String)>);

impl Marks {
    pub(super) fn of(ticks: &Ticks, number: impl Fn(f64, usize) -> String) -> Self {
        Self(ticks.values.iter().map(|&value| (value, number(value, ticks.decimals))).collect())
    }

    pub(super) fn of_names(names: impl IntoIterator<Item = (f64, String)>) -> Self {
        Self(names.into_iter().collect())
    }

    /// The numbers of a horizontal axis: as many as stay apart.
    pub(super) fn along(axis: Axis, least: f64, number: Number) -> Self {
        let mut apart = 48.0;
        loop {
            let marks = Self::of(&axis.ticks(apart, least), number);
            if marks.width() + 14.0 <= apart || apart > 400.0 {
                return marks;
            }
            apart = marks.width() + 14.0;
        }
    }

    /// The same places without numbers.
    pub(super) fn silent(self) -> Self {
        Self(self.0.into_iter().map(|(value, _)| (value, String::new())).collect())
    }

    /// The width of the widest number.
    pub(super) fn width(&self) -> f64 {
        self.0.iter().map(|(_, text)| width(text, SMALLEST_TEXT, false)).fold(0.0, f64::max)
    }

    /// Where the plot can begin when these numbers stand to its left.
    pub(super) fn room(&self) -> f64 {
        self.width() + NUMBER_GAP
    }
}

impl Plot {
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        Point { x: self.x.at(x), y: self.y.at(y) }
    }

    pub(super) fn left(&self) -> f64 {
        self.x.pixels().0
    }

    pub(super) fn right(&self) -> f64 {
        self.x.pixels().1
    }

    pub(super) fn bottom(&self) -> f64 {
        self.y.pixels().0
    }

    pub(super) fn top(&self) -> f64 {
        self.y.pixels().1
    }

    /// Lines across the plot with their numbers at the left.
    pub(super) fn rows(&self, pen: &mut Pen<'_>, marks: &Marks) {
        for (value, text) in &marks.0 {
            let y = self.y.at(*value);
            let line = [Point { x: self.left(), y }, Point { x: self.right(), y }];
            pen.line(&line, 0.8, pen.theme.grid());
            let at = Point { x: self.left() - NUMBER_GAP, y: y + 0.36 * SMALLEST_TEXT };
            pen.text(text, at, pen.small(Anchor::End));
        }
    }

    /// The floor of the plot with numbers under it.
    pub(super) fn floor(&self, pen: &mut Pen<'_>, marks: &Marks) {
        let y = self.bottom();
        for (value, text) in &marks.0 {
            let x = self.x.at(*value);
            pen.line(&[Point { x, y }, Point { x, y: y + 5.0 }], 1.0, pen.theme.outline());
            pen.text(text, Point { x, y: y + 19.0 }, pen.small(Anchor::Middle));
        }
        let line = [Point { x: self.left(), y }, Point { x: self.right(), y }];
        pen.line(&line, 1.2, pen.theme.outline());
    }

    /// Names of places under the plot, without a floor.
    pub(super) fn names_below(&self, pen: &mut Pen<'_>, marks: &Marks) {
        for (value, text) in &marks.0 {
            let at = Point { x: self.x.at(*value), y: self.bottom() + 12.0 };
            pen.text(text, at, pen.small(Anchor::Middle));
        }
    }

    /// What the horizontal axis counts, under its right end.
    pub(super) fn name_below(&self, pen: &mut Pen<'_>, name: &str) {
        let name = ellipsize(name, SMALLEST_TEXT, false, self.right() - self.left());
        let at = Point { x: self.right(), y: self.bottom() + 36.0 };
        pen.text(&name, at, pen.small(Anchor::End));
    }
}

/// Fills from a line down to a second one, both from left to right, and rims them.
pub(super) fn band(pen: &mut Pen<'_>, (upper, lower): (&[Point], &[Point]), fill: Colour) {
    let corners: Vec<Point> = upper.iter().chain(lower.iter().rev()).copied().collect();
    pen.polygon(&corners, fill);
    pen.line(upper, 0.8, pen.theme.outline());
    pen.line(lower, 0.8, pen.theme.outline());
}
