//! Methods side by side: seats in a table whose cells show by sign and colour what is different from the
//! first row.

mod drawing;
mod header;
mod shade;

use super::{Caption, ChartError, Theme};
use crate::election::Colour;

/// A list: a column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatColumn {
    /// The list's name.
    pub label: String,
    /// Its colour; see [`super::palette`] for parties without one.
    pub colour: Colour,
}

/// A method or a law: a row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    /// What it is called.
    pub label: String,
    /// More about it, such as `the law in force`; may be empty.
    pub note: String,
    /// The seats of every list, `None` where there are none to give.
    pub seats: Vec<Option<u32>>,
}

/// Seats by method and list, 960 logical pixels wide and as tall as the rows need.
///
/// ```
/// use kurultai::chart::{Caption, HeatTable, Theme, heat_table::{HeatColumn, HeatRow}, palette};
/// let row = |label: &str, note: &str, seats: [u32; 2]| HeatRow {
///     label: label.into(),
///     note: note.into(),
///     seats: seats.map(Some).into(),
/// };
/// let column =
///     |label: &str, index| HeatColumn { label: label.into(), colour: palette(index) };
/// let table = HeatTable {
///     caption: Caption { title: "What does the method change?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     columns: vec![column("Amanat", 0), column("Auyl", 1)],
///     rows: vec![
///         row("Largest remainders", "the law", [83, 17]),
///         row("D’Hondt", "", [84, 16]),
///     ],
///     legend: "seats more or fewer than under the law".into(),
/// };
/// assert!(table.draw()?.contains("+1"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatTable {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// The lists from left to right.
    pub columns: Vec<HeatColumn>,
    /// What they are compared with, then the others from the top.
    pub rows: Vec<HeatRow>,
    /// What signs and colours mean.
    pub legend: String,
}

impl HeatTable {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::Nothing`] without rows or columns; [`ChartError::Cells`] for a row with more or fewer
    /// cells than columns; [`ChartError::TooManyColumns`] if the numbers do not fit into them.
    pub fn draw(&self) -> Result<String, ChartError> {
        if self.columns.is_empty() {
            return Err(ChartError::Nothing("list"));
        }
        if self.rows.is_empty() {
            return Err(ChartError::Nothing("method"));
        }
        let columns = self.columns.len();
        for (row, HeatRow { seats, .. }) in (1..).zip(&self.rows) {
            if seats.len() != columns {
                return Err(ChartError::Cells { row, cells: seats.len(), columns });
            }
        }
        drawing::draw(self)
    }

    /// How many seats a cell differs from the first row by.
    fn difference(&self, row: usize, column: usize) -> i64 {
        let seats = |row: usize| self.rows[row].seats[column].map(i64::from);
        seats(row).zip(seats(0)).map_or(0, |(here, first)| here - first)
    }
}

#[cfg(test)]
mod tests;
