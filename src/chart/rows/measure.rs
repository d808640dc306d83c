//! How much room the words of rows need: names and notes at the left, columns of numbers at the right.

use super::Row;
use crate::chart::sheet::{SMALLEST_TEXT, ellipsize, width, wrap};

pub(super) const NAME_SIZE: f64 = 14.0;
/// From one baseline to the next, in ems.
pub(super) const LEADING: f64 = 1.25;
/// The widest that names may become before they take another line.
const NAMES_MOST: f64 = 230.0;
/// The same for the headings of columns, unless their numbers are wider.
const HEADING_MOST: f64 = 82.0;
/// The widest number of a column.
const CELL_MOST: f64 = 130.0;
/// The most lines of a note, and of a heading.
const NOTE_LINES: usize = 4;
const HEADING_LINES: usize = 5;

/// The name of a row and what is said about it, in lines.
pub(super) struct Side {
    pub(super) name: Vec<String>,
    pub(super) note: Vec<String>,
}

impl Side {
    fn new(row: &Row<'_>) -> Self {
        let note = wrap(row.note, SMALLEST_TEXT, false, NAMES_MOST).lines;
        Self {
            name: wrap(row.name, NAME_SIZE, true, NAMES_MOST).lines,
            note: shortened(note, NOTE_LINES, false, NAMES_MOST),
        }
    }

    pub(super) fn height(&self) -> f64 {
        let rows = |lines: &[String], size: f64| lines.iter().map(|_| size * LEADING).sum::<f64>();
        rows(&self.name, NAME_SIZE) + rows(&self.note, SMALLEST_TEXT)
    }

    fn width(&self) -> f64 {
        let widest = |lines: &[String], size, bold| {
            lines.iter().map(|line| width(line, size, bold)).fold(0.0, f64::max)
        };
        widest(&self.name, NAME_SIZE, true).max(widest(&self.note, SMALLEST_TEXT, false))
    }
}

/// At most so many lines, the last with an ellipsis if there were more.
fn shortened(mut lines: Vec<String>, most: usize, bold: bool, limit: f64) -> Vec<String> {
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(ellipsize(&format!("{rest}…"), SMALLEST_TEXT, bold, limit));
    }
    lines
}

/// The names of all rows, and the width of their column.
pub(super) fn sides(rows: &[Row<'_>]) -> (Vec<Side>, f64) {
    let sides: Vec<Side> = rows.iter().map(Side::new).collect();
    let widest = sides.iter().map(Side::width).fold(0.0, f64::max);
    (sides, widest)
}

/// A column of numbers.
pub(super) struct Column {
    pub(super) heading: Vec<String>,
    pub(super) cells: Vec<String>,
    pub(super) width: f64,
}

/// The columns under these headings; a row without so many numbers leaves its place free.
pub(super) fn columns(headings: &[String], rows: &[Row<'_>]) -> Vec<Column> {
    let column = |(index, heading): (usize, &String)| {
        let cell = |row: &Row<'_>| {
            let text = row.cells.get(index).map_or("", String::as_str);
            ellipsize(text, NAME_SIZE, false, CELL_MOST)
        };
        let cells: Vec<String> = rows.iter().map(cell).collect();
        let widest = cells.iter().map(|cell| width(cell, NAME_SIZE, false)).fold(0.0, f64::max);
        // No word of a heading is broken that a column could hold.
        let longest = heading.split([' ', '-']).map(|word| width(word, SMALLEST_TEXT, false));
        let longest = longest.fold(0.0, f64::max).min(CELL_MOST);
        let limit = widest.max(HEADING_MOST).max(longest);
        let heading = wrap(heading, SMALLEST_TEXT, false, limit).lines;
        let heading = shortened(heading, HEADING_LINES, false, limit);
        let own = heading.iter().map(|line| width(line, SMALLEST_TEXT, false));
        Column { width: own.fold(widest, f64::max), heading, cells }
    };
    headings.iter().enumerate().map(column).collect()
}

/// The heights of rows that need at least `needs`, together `room` if that is enough: the low ones are raised
/// to one height, but not above `most`.
pub(super) fn heights(needs: &[f64], room: f64, most: f64) -> Vec<f64> {
    let mut ascending = needs.to_vec();
    ascending.sort_by(f64::total_cmp);
    let mut common = 0.0;
    // The water stands over the lowest rows; a row above it keeps its height.
    let mut low = 0.0;
    let mut left = room - needs.iter().sum::<f64>();
    for (index, &need) in ascending.iter().enumerate() {
        low += 1.0;
        let next = ascending.get(index + 1).copied().unwrap_or(f64::INFINITY);
        common = need + (left.max(0.0) / low).min(next - need);
        left -= (common - need) * low;
        if common < next {
            break;
        }
    }
    needs.iter().map(|&need| need.max(common.min(most))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn low_rows_rise_to_one_height() {
        // 40 + 40 + 60 = 140 of 200: the two low ones share 60, up to 70; 60 rises too: 200 / 3.
        let found = heights(&[40.0, 60.0, 40.0], 200.0, 100.0);
        assert!(found.iter().all(|height| (height - 200.0 / 3.0).abs() < 1e-9), "{found:?}");
        assert_eq!(heights(&[40.0, 90.0, 40.0], 200.0, 100.0), [55.0, 90.0, 55.0]);
        assert_eq!(heights(&[40.0, 40.0], 500.0, 100.0), [100.0, 100.0]);
        assert_eq!(heights(&[40.0, 130.0], 100.0, 100.0), [40.0, 130.0]);
    }

    #[test]
    fn words_of_headings_stay_whole() {
        let headings = ["стандартты айырмашылық".to_owned()];
        assert_eq!(columns(&headings, &[])[0].heading, ["стандартты", "айырмашылық"]);
    }

    #[test]
    fn a_column_is_as_wide_as_its_widest_number_or_word() {
        let row = |cell: &str| Row { name: "", note: "", cells: vec![cell.to_owned()] };
        let rows = [row("7"), row("12.5 %")];
        let columns = columns(&["no seats".to_owned(), "P".to_owned()], &rows);
        assert_eq!(columns[0].heading, ["no seats"]);
        assert_eq!(columns[1].cells, ["", ""]);
        let expected =
            width("no seats", SMALLEST_TEXT, false).max(width("12.5 %", NAME_SIZE, false));
        assert!((columns[0].width - expected).abs() < 1e-9);
    }
}
