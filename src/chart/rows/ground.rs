//! From words and values to places on the sheet, and the ground that marks stand on.

use super::key::Key;
use super::measure::{Column, LEADING, NAME_SIZE, Side, columns, heights, sides};
use super::{Frame, Marks};
use crate::chart::ChartError;
use crate::chart::axis::{Axis, Flag, draw_flags, flags, flags_height};
use crate::chart::sheet::{
    self, Anchor, HEIGHT, MARGIN, Mark, Pen, Point, SMALLEST_TEXT, WIDTH, ellipsize, width, wrap,
};

/// Between names and axis, and before each column.
const GAP: f64 = 18.0;
/// Above and below the words of a row, together.
const PADDING: f64 = 12.0;
/// No row becomes higher than this only to fill the sheet.
const HIGHEST_ROW: f64 = 150.0;
/// Between the labels above the picture and its first row.
const HEAD: f64 = 6.0;
/// From one number of the axis to the next at least, and between their letters.
const TICKS_APART: f64 = 64.0;
const TICKS_GAP: f64 = 14.0;

/// Where a row is.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct Place {
    pub(in crate::chart) axis: Axis,
    pub(in crate::chart) top: f64,
    pub(in crate::chart) bottom: f64,
    /// The thickness of a bar that fills the lowest row well: the same in all rows.
    pub(in crate::chart) thickness: f64,
}

impl Place {
    pub(in crate::chart) fn middle(self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }
}

/// The measures of a frame.
struct Ground<'a> {
    frame: &'a Frame<'a>,
    key: Key,
    sides: Vec<Side>,
    columns: Vec<Column>,
    flags: Vec<Flag>,
    poles: [Vec<String>; 2],
    axis: Axis,
    /// The upper edge of the first row, and the lower edge of each.
    top: f64,
    bottoms: Vec<f64>,
    height: f64,
}

pub(super) fn draw(frame: &Frame<'_>, marks: &impl Marks) -> Result<String, ChartError> {
    let ground = Ground::new(frame)?;
    Ok(sheet::draw(frame.caption, frame.theme, ground.height, |pen| {
        ground.key.draw(pen, frame.caption.bottom());
        ground.grid(pen);
        ground.poles(pen);
        for (index, place) in ground.places().enumerate() {
            let title = frame.rows[index].name;
            pen.mark(Mark { title, ..Mark::default() }, |pen| marks.marks(pen, index, place));
        }
        ground.lines(pen);
        for (index, place) in ground.places().enumerate() {
            ground.words(pen, index, place);
            marks.numbers(pen, index, place);
        }
    }))
}

fn rows_height(lines: &[String]) -> f64 {
    lines.iter().map(|_| SMALLEST_TEXT * LEADING).sum()
}

impl<'a> Ground<'a> {
    fn new(frame: &'a Frame<'a>) -> Result<Self, ChartError> {
        let key = Key::new(&frame.key);
        let (sides, names) = sides(&frame.rows);
        let columns = columns(frame.headings, &frame.rows);
        let left = MARGIN + names + GAP + frame.beside.0;
        let numbers: f64 = columns.iter().map(|column| column.width + GAP).sum();
        let right = WIDTH - MARGIN - numbers - frame.beside.1;
        let axis = Axis::new(frame.values, (left, right))?;
        let marked = frame.flags.iter().filter(|(value, _)| axis.holds(*value));
        let flags = flags(
            marked.map(|(value, label)| (axis.at(*value), label.clone())),
            (left - frame.beside.0, right + frame.beside.1),
            0.0,
        );
        let poles = frame.poles.map_or_else(Default::default, |poles| {
            let zero = axis.at(0.0);
            let sides = [zero - left + frame.beside.0, right + frame.beside.1 - zero];
            let lines = |text, limit: f64| wrap(text, SMALLEST_TEXT, true, limit - 10.0).lines;
            [lines(poles.left, sides[0]), lines(poles.right, sides[1])]
        });
        let headings = columns.iter().map(|column| rows_height(&column.heading));
        let head = headings.chain(poles.iter().map(|lines| rows_height(lines)));
        let head = head.fold(flags_height(&flags), f64::max);
        let top = frame.caption.bottom() + key.height() + head + HEAD;
        let below = if frame.axis_label.is_empty() { 28.0 } else { 48.0 } + frame.caption.foot();
        let needs: Vec<f64> =
            (sides.iter()).map(|side| (side.height() + PADDING).max(frame.least_row)).collect();
        let mut bottom = top;
        let bottoms: Vec<f64> = heights(&needs, HEIGHT - top - below, HIGHEST_ROW)
            .into_iter()
            .map(|height| {
                bottom += height;
                bottom
            })
            .collect();
        let height = (bottom + below - 1e-6).ceil().max(HEIGHT);
        Ok(Self { frame, key, sides, columns, flags, poles, axis, top, bottoms, height })
    }

    fn base(&self) -> f64 {
        self.bottoms.last().copied().unwrap_or(self.top)
    }

    fn places(&self) -> impl Iterator<Item = Place> {
        let tops = std::iter::once(self.top).chain(self.bottoms.iter().copied());
        let lowest = (tops.clone().zip(&self.bottoms))
            .map(|(top, bottom)| bottom - top)
            .fold(HIGHEST_ROW, f64::min);
        tops.zip(&self.bottoms).map(move |(top, &bottom)| Place {
            axis: self.axis,
            top,
            bottom,
            thickness: (lowest * 0.45).clamp(12.0, 34.0),
        })
    }

    /// The numbers of the axis, as close as their letters allow.
    fn ticks(&self) -> Vec<(f64, String)> {
        let mut apart = TICKS_APART;
        loop {
            let ticks = self.axis.ticks(apart, self.frame.finest);
            let written: Vec<(f64, String)> =
                ticks.values.into_iter().map(|value| (value, (self.frame.write)(value))).collect();
            let widths = written.iter().map(|(_, number)| width(number, SMALLEST_TEXT, false));
            let needed = widths.fold(0.0, f64::max) + TICKS_GAP;
            if written.len() < 2 || needed <= ticks.step * self.axis.unit() {
                return written;
            }
            apart = needed.max(apart + 1.0);
        }
    }

    /// Lines between rows, lines of the axis with their numbers, the name of the axis, headings.
    fn grid(&self, pen: &mut Pen<'_>) {
        let base = self.base();
        for y in std::iter::once(self.top).chain(self.bottoms.iter().copied()) {
            let line = [Point { x: MARGIN, y }, Point { x: WIDTH - MARGIN, y }];
            pen.line(&line, 0.8, pen.theme.grid());
        }
        for (value, number) in self.ticks() {
            let x = self.axis.at(value);
            let line = [Point { x, y: self.top }, Point { x, y: base + 5.0 }];
            pen.line(&line, 0.8, pen.theme.grid());
            pen.text(&number, Point { x, y: base + 18.0 }, pen.small(Anchor::Middle));
        }
        if self.axis.holds(0.0) {
            let x = self.axis.at(0.0);
            pen.line(&[Point { x, y: self.top }, Point { x, y: base }], 1.4, pen.theme.outline());
        }
        let end = self.axis.pixels().1 + self.frame.beside.1.min(16.0);
        let name = ellipsize(self.frame.axis_label, SMALLEST_TEXT, false, end - MARGIN);
        pen.text(&name, Point { x: end, y: base + 36.0 }, pen.small(Anchor::End));
        let mut right = WIDTH - MARGIN;
        for column in self.columns.iter().rev() {
            let y = self.top - HEAD - rows_height(&column.heading) + SMALLEST_TEXT;
            pen.lines(&column.heading, Point { x: right, y }, pen.small(Anchor::End), LEADING);
            right -= column.width + GAP;
        }
    }

    /// What both sides of 0 mean, next to it.
    fn poles(&self, pen: &mut Pen<'_>) {
        let zero = self.axis.at(0.0);
        let sides = [(zero - 8.0, Anchor::End), (zero + 8.0, Anchor::Start)];
        for (lines, (x, anchor)) in self.poles.iter().zip(sides) {
            let y = self.top - HEAD - rows_height(lines) + SMALLEST_TEXT;
            let lettering = pen.lettering(SMALLEST_TEXT, true, anchor);
            pen.lines(lines, Point { x, y }, lettering, LEADING);
        }
    }

    /// Dashed lines through all rows, on a strip of bare ground where they cross a mark.
    fn lines(&self, pen: &mut Pen<'_>) {
        let base = self.base();
        for flag in &self.flags {
            let strip = [Point { x: flag.x, y: self.top }, Point { x: flag.x, y: base }];
            pen.line(&strip, 3.2, pen.theme.background());
        }
        draw_flags(pen, &self.flags, (self.top - HEAD + 2.0, base));
    }

    /// Name, note and numbers of a row.
    fn words(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let side = &self.sides[row];
        let y = place.middle() - side.height() / 2.0 + NAME_SIZE;
        let name = pen.lettering(NAME_SIZE, true, Anchor::Start);
        let y = pen.lines(&side.name, Point { x: MARGIN, y }, name, LEADING);
        let y = y - (NAME_SIZE - SMALLEST_TEXT);
        pen.lines(&side.note, Point { x: MARGIN, y }, pen.small(Anchor::Start), LEADING);
        let y = place.middle() + 0.36 * NAME_SIZE;
        let lettering = pen.plain(NAME_SIZE, Anchor::End);
        let mut right = WIDTH - MARGIN;
        for column in self.columns.iter().rev() {
            pen.text(&column.cells[row], Point { x: right, y }, lettering);
            right -= column.width + GAP;
        }
    }
}
