//! Why a picture could not be drawn.

use super::MAX_SCALE;
use crate::election::MAX_SEATS;

/// Why a picture could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// A hemicycle of no seats, or of too many.
    #[error("a hemicycle of {0} seats is not possible: it needs 1 to {MAX_SEATS}")]
    HouseSize(u32),
    /// The parties and the unfilled seats do not add up to the house.
    #[error(
        "the seats to draw add up to {drawn}, the house has {house_size}: parties and unfilled \
         seats together must fill it exactly"
    )]
    SeatSum {
        /// The seats of all parties and the unfilled ones.
        drawn: u64,
        /// The seats there are.
        house_size: u32,
    },
    /// A majority that nobody can have, or everybody has.
    #[error("a majority of {needed} seats cannot be drawn: it must be from 1 to {house_size}")]
    Majority {
        /// The seats it needs.
        needed: u32,
        /// The seats there are.
        house_size: u32,
    },
    /// A coalition of parties that are not drawn.
    #[error(
        "the coalition `{label}` cannot be drawn: it must be a range of the {blocks} parties, \
         counted from 0"
    )]
    Coalition {
        /// What it is called.
        label: String,
        /// How many parties there are.
        blocks: usize,
    },
    /// More labels than any picture has room for.
    #[error("{labels} labels do not fit around one hemicycle: draw fewer parties")]
    NoRoom {
        /// How many there are.
        labels: usize,
    },
    /// Nothing to draw: no panels, or a panel without a single draw in it.
    #[error("there is nothing to draw in panel {panel} (counted from 1): it holds no draws")]
    NoDraws {
        /// The panel's number, from 1; 1 as well when there are no panels at all.
        panel: usize,
    },
    /// More values on an axis than can be drawn.
    #[error("an axis to {seats} seats cannot be drawn: it may reach {MAX_SEATS}")]
    AxisTooLong {
        /// The largest number of seats asked for.
        seats: usize,
    },
    /// Nothing to draw.
    #[error("there is nothing to draw: the picture needs at least one {0}")]
    Nothing(&'static str),
    /// Points that are not in the order of the axis.
    #[error("the points of line {line} (counted from 1) must go up along the axis")]
    Disorder {
        /// The line's number, from 1.
        line: usize,
    },
    /// A row of a table that does not fit its columns.
    #[error("row {row} (counted from 1) has {cells} cells, the table has {columns} columns")]
    Cells {
        /// The row's number, from 1.
        row: usize,
        /// The cells it has.
        cells: usize,
        /// The columns there are.
        columns: usize,
    },
    /// More columns than a table has room for.
    #[error("a table of {columns} lists does not fit on the sheet: leave out those without seats")]
    TooManyColumns {
        /// The columns there are.
        columns: usize,
    },
    /// A PNG so many times as large as the picture.
    #[error("a scale of {0} is not possible: it is a whole number from 1 to {MAX_SCALE}")]
    Scale(u8),
    /// A PNG of more pixels than a computer should be asked for.
    #[error(
        "the picture, {width} by {height}, has too many pixels at scale {scale}: take a smaller \
         scale, or SVG"
    )]
    TooManyPixels {
        /// The width in logical pixels.
        width: u32,
        /// The height in logical pixels.
        height: u32,
        /// The pixels for each logical one, both ways.
        scale: u8,
    },
    /// A picture of rows without any.
    #[error("there is nothing to draw: the picture has no rows")]
    NoRows,
    /// Intervals that are not one inside the other.
    #[error(
        "the intervals of row {row} (counted from 1) are not nested: the median belongs within the \
         50 %, and those within the 90 %"
    )]
    Interval {
        /// The row's number, from 1.
        row: usize,
    },
    /// A probability below 0 or above 1.
    #[error("row {row} (counted from 1) has a probability that is not from 0 to 1")]
    Probability {
        /// The row's number, from 1.
        row: usize,
    },
    /// A share below 0 or above 1.
    #[error("row {row} (counted from 1) has a share that is not from 0 to 1")]
    Share {
        /// The row's number, from 1.
        row: usize,
    },
    /// A value that is no number.
    #[error("a picture can show only finite numbers")]
    NotFinite,
    /// The font of PNG pictures lacks characters of a text.
    #[error(
        "the font of PNG pictures has no {characters}; write SVG, which takes the reader's fonts, or names in \
         letters that it has (Latin, Cyrillic, Greek, Arabic, Hebrew, Georgian, Armenian)"
    )]
    NoLetters {
        /// Which, each with its code.
        characters: String,
    },
    /// A text that is no SVG, asked for as PNG.
    #[error("a PNG is drawn from SVG, and this is none: {0}")]
    NotSvg(String),
}
