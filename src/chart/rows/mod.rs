//! The frame of pictures with one row for each list, coalition or scenario: names at the left, marks on a common
//! axis, columns of numbers at the right.
//!
//! A picture gives its words and values as a [`Frame`] and draws what stands in a row as [`Marks`]; the frame makes
//! room for the longest name and decides heights.

mod ground;
mod key;
mod measure;

#[cfg(test)]
pub(super) mod specimens;

pub(super) use ground::Place;
pub(super) use key::Sample;

use super::sheet::Pen;
use super::{Caption, ChartError, Theme};

/// The words of a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row<'a> {
    pub(super) name: &'a str,
    /// Smaller, below the name.
    pub(super) note: &'a str,
    /// Its numbers, one for each column.
    pub(super) cells: Vec<String>,
}

impl<'a> Row<'a> {
    pub(super) fn new(name: &'a str, note: &'a str, cells: &[String]) -> Self {
        Self { name, note, cells: cells.to_vec() }
    }
}

/// What both ends of an axis around 0 mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Poles<'a> {
    pub(super) left: &'a str,
    pub(super) right: &'a str,
}

/// Everything around the marks.
pub(super) struct Frame<'a> {
    pub(super) caption: &'a Caption,
    pub(super) theme: Theme,
    /// What the marks mean.
    pub(super) key: Vec<key::Entry<'a>>,
    /// From the top.
    pub(super) rows: Vec<Row<'a>>,
    /// The headings of the columns of numbers.
    pub(super) headings: &'a [String],
    /// The first and the last value of the axis.
    pub(super) values: (f64, f64),
    /// The finest step between numbers of the axis: 1 for what is counted, 0 for anything.
    pub(super) finest: f64,
    /// How such a number is written.
    pub(super) write: fn(f64) -> String,
    /// What the axis counts.
    pub(super) axis_label: &'a str,
    pub(super) poles: Option<Poles<'a>>,
    /// Values to mark through all rows, from left to right, with their labels.
    pub(super) flags: Vec<(f64, String)>,
    /// Room for numbers left and right of the axis.
    pub(super) beside: (f64, f64),
    /// The height of a row whose name is short.
    pub(super) least_row: f64,
}

/// What stands in the rows.
pub(super) trait Marks {
    /// Draws the marks of the row with this index.
    fn marks(&self, pen: &mut Pen<'_>, row: usize, place: Place);

    /// Draws the numbers beside them, above the lines that run through all rows.
    fn numbers(&self, pen: &mut Pen<'_>, row: usize, place: Place);
}

impl Frame<'_> {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::NoRows`] without rows; [`ChartError::NotFinite`] if the axis has no ends.
    pub(super) fn draw(&self, marks: &impl Marks) -> Result<String, ChartError> {
        if self.rows.is_empty() {
            return Err(ChartError::NoRows);
        }
        ground::draw(self, marks)
    }
}
