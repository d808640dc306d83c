//! From seats to cells on the sheet.

use super::header::Header;
use super::shade::{Shades, signed};
use super::{HeatRow, HeatTable};
use crate::chart::ChartError;
use crate::chart::marks::bar;
use crate::chart::palette::ink_on;
use crate::chart::sheet::{
    self, Anchor, Lettering, MARGIN, Pen, Point, SMALLEST_TEXT, WIDTH, width, wrap,
};

const NAME_SIZE: f64 = 13.0;
const LEADING: f64 = 1.22;
const SEATS_SIZE: f64 = 15.0;
/// The widths of the names of rows, and of a column.
const NAMES: (f64, f64) = (90.0, 262.0);
const WIDEST_COLUMN: f64 = 132.0;
/// Between the names of rows and the cells.
const NAME_GAP: f64 = 12.0;
/// The least height of a row, with a number alone or with its sign below.
const ROW: f64 = 30.0;
const TALL_ROW: f64 = 40.0;
/// After the first row.
const REFERENCE_GAP: f64 = 10.0;
/// Between a number and its sign.
const SIGN_GAP: f64 = 4.0;
const SWATCH: f64 = 16.0;

/// The name of a row in lines.
struct Name {
    label: Vec<String>,
    note: Vec<String>,
    height: f64,
}

impl Name {
    fn new(row: &HeatRow, is_reference: bool, room: f64) -> Self {
        let label = wrap(&row.label, NAME_SIZE, is_reference, room).lines;
        let note = wrap(&row.note, SMALLEST_TEXT, false, room).lines;
        let lines = |lines: &[String], size: f64| lines.iter().map(|_| size * LEADING).sum::<f64>();
        let height = lines(&label, NAME_SIZE) + lines(&note, SMALLEST_TEXT);
        Self { label, note, height }
    }
}

/// Everything that has a place.
struct Stage<'a> {
    table: &'a HeatTable,
    shades: Shades,
    names: Vec<Name>,
    left: f64,
    column: f64,
    is_tall: bool,
}

fn seats_text(seats: Option<u32>) -> String {
    seats.map_or_else(|| "–".to_owned(), |seats| seats.to_string())
}

pub(super) fn draw(table: &HeatTable) -> Result<String, ChartError> {
    let stage = Stage::new(table)?;
    let header = Header::new(table, stage.left, stage.column);
    let top = table.caption.bottom() + 6.0 + header.height();
    let base = top + stage.height();
    let legend = wrap(&table.legend, SMALLEST_TEXT, false, WIDTH - 2.0 * MARGIN).lines;
    let words: f64 = legend.iter().map(|_| SMALLEST_TEXT * LEADING).sum();
    let height = (base + 26.0 + words + SWATCH + 26.0 + table.caption.foot()).ceil();
    Ok(sheet::draw(&table.caption, table.theme, height, |pen| {
        header.draw(pen, table, (stage.left, stage.column), top);
        let mut y = top;
        for row in 0..table.rows.len() {
            stage.draw_row(pen, row, y);
            y += stage.row(row) + if row == 0 { REFERENCE_GAP } else { 0.0 };
        }
        stage.frame(pen, top);
        stage.legend(pen, &legend, base + 26.0);
    }))
}

impl<'a> Stage<'a> {
    fn new(table: &'a HeatTable) -> Result<Self, ChartError> {
        let cells = || {
            (0..table.rows.len())
                .flat_map(|row| (0..table.columns.len()).map(move |column| (row, column)))
        };
        let difference = |(row, column)| table.difference(row, column).unsigned_abs();
        let shades = Shades::new(table.theme, cells().map(difference).max().unwrap_or(0));
        let wanted = table.rows.iter().map(|row| {
            width(&row.label, NAME_SIZE, true).max(width(&row.note, SMALLEST_TEXT, false))
        });
        let names = wanted.fold(NAMES.0, f64::max).min(NAMES.1);
        let left = MARGIN + 6.0 + names + NAME_GAP;
        let columns = u32::try_from(table.columns.len()).map_or(f64::INFINITY, f64::from);
        let column = ((WIDTH - MARGIN - left) / columns).min(WIDEST_COLUMN);
        let (mut number, mut both) = (0.0_f64, 0.0_f64);
        for (row, list) in cells() {
            let seats = width(&seats_text(table.rows[row].seats[list]), SEATS_SIZE, true);
            let sign = match table.difference(row, list) {
                0 => 0.0,
                difference => width(&signed(difference), SMALLEST_TEXT, false),
            };
            number = number.max(seats).max(sign);
            both = both.max(seats + SIGN_GAP + sign);
        }
        if number + 4.0 > column {
            return Err(ChartError::TooManyColumns { columns: table.columns.len() });
        }
        let is_tall = both + 8.0 > column;
        let names: Vec<Name> = (table.rows.iter().enumerate())
            .map(|(index, row)| Name::new(row, index == 0, names))
            .collect();
        Ok(Self { table, shades, names, left, column, is_tall })
    }

    /// The height of a row.
    fn row(&self, row: usize) -> f64 {
        let least = if self.is_tall { TALL_ROW } else { ROW };
        least.max(self.names[row].height + 12.0)
    }

    fn height(&self) -> f64 {
        (0..self.names.len()).map(|row| self.row(row)).sum::<f64>() + REFERENCE_GAP
    }

    fn right(&self) -> f64 {
        self.left + self.table.columns.iter().map(|_| self.column).sum::<f64>()
    }

    fn draw_row(&self, pen: &mut Pen<'_>, row: usize, top: f64) {
        let name = &self.names[row];
        let label = Lettering { bold: row == 0, ..pen.plain(NAME_SIZE, Anchor::Start) };
        let y = top + (self.row(row) - name.height) / 2.0 + 0.9 * NAME_SIZE;
        let x = MARGIN + 6.0;
        let y = pen.lines(&name.label, Point { x, y }, label, LEADING);
        let y = y - 0.9 * (NAME_SIZE - SMALLEST_TEXT);
        pen.lines(&name.note, Point { x, y }, pen.small(Anchor::Start), LEADING);
        let mut x = self.left;
        for column in 0..self.table.columns.len() {
            self.cell(pen, (row, column), Point { x, y: top });
            x += self.column;
        }
    }

    fn cell(&self, pen: &mut Pen<'_>, (row, column): (usize, usize), from: Point) {
        let difference = self.table.difference(row, column);
        let fill = self.shades.fill(difference);
        let to = Point { x: from.x + self.column, y: from.y + self.row(row) };
        if difference != 0 {
            bar(pen, from, to, fill);
        } else if row > 0 {
            let line = [Point { y: to.y - 0.5, ..from }, Point { y: to.y - 0.5, ..to }];
            pen.line(&line, 0.8, pen.theme.grid());
        }
        let ink = if difference == 0 { pen.theme.ink() } else { ink_on(fill) };
        let is_bold = difference != 0 || row == 0;
        let seats = Lettering { size: SEATS_SIZE, bold: is_bold, anchor: Anchor::Middle, ink };
        let sign = Lettering { size: SMALLEST_TEXT, bold: false, ..seats };
        let text = seats_text(self.table.rows[row].seats[column]);
        let middle = Point { x: f64::midpoint(from.x, to.x), y: f64::midpoint(from.y, to.y) };
        if difference == 0 {
            return pen.text(&text, Point { y: middle.y + 0.36 * SEATS_SIZE, ..middle }, seats);
        }
        let signed = signed(difference);
        if self.is_tall {
            pen.text(&text, Point { y: middle.y - 1.0, ..middle }, seats);
            return pen.text(&signed, Point { y: middle.y + 14.0, ..middle }, sign);
        }
        let wide = width(&text, SEATS_SIZE, true);
        let both = wide + SIGN_GAP + width(&signed, SMALLEST_TEXT, false);
        let at = Point { x: middle.x - both / 2.0, y: middle.y + 0.36 * SEATS_SIZE };
        pen.text(&text, at, Lettering { anchor: Anchor::Start, ..seats });
        let at = Point { x: at.x + wide + SIGN_GAP, ..at };
        pen.text(&signed, at, Lettering { anchor: Anchor::Start, ..sign });
    }

    /// A frame around the row that the others are compared with.
    fn frame(&self, pen: &mut Pen<'_>, top: f64) {
        let (left, right, bottom) = (MARGIN, self.right(), top + self.row(0));
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        pen.line(&corners.map(|(x, y)| Point { x, y }), 2.0, pen.theme.ink());
    }

    fn legend(&self, pen: &mut Pen<'_>, words: &[String], top: f64) {
        let first = Point { x: MARGIN, y: top + 4.0 };
        let y = pen.lines(words, first, pen.small(Anchor::Start), LEADING) - 4.0;
        let swatches = self.shades.legend();
        let wide =
            swatches.iter().map(|one| width(&one.1, SMALLEST_TEXT, false)).fold(44.0, f64::max);
        let mut x = MARGIN;
        for (difference, text) in &swatches {
            let to = Point { x: x + wide + 8.0, y: y + SWATCH };
            bar(pen, Point { x, y }, to, self.shades.fill(*difference));
            let at = Point { x: f64::midpoint(x, to.x), y: y + SWATCH + 14.0 };
            pen.text(text, at, pen.small(Anchor::Middle));
            x = to.x - 1.0;
        }
    }
}
