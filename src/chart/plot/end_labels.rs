//! Labels in a column at the ends of lines, as near to their lines as the others allow.

use super::Stroke;
use crate::chart::ChartError;
use crate::chart::axis::spread;
use crate::chart::sheet::{Anchor, MARGIN, Pen, Point, SMALLEST_TEXT, WIDTH, width, wrap};

pub(in crate::chart) const NUMBER_SIZE: f64 = 14.0;
const NAME_SIZE: f64 = 13.0;
const LEADING: f64 = 1.22;
/// Between two labels.
const GAP: f64 = 5.0;
/// From the plot to the numbers: the way of the lines to their labels.
const WAY: f64 = 56.0;
/// The end of that way: a sample of the line.
const SAMPLE: f64 = 30.0;
/// Between the numbers and the names.
const NAME_GAP: f64 = 7.0;
/// The widths that names may have.
const NARROWEST: f64 = 70.0;
const WIDEST: f64 = 190.0;

/// What stands at the end of a line.
#[derive(Clone, Debug)]
pub(in crate::chart) struct EndLabel {
    pub(in crate::chart) number: String,
    pub(in crate::chart) name: String,
    /// More about it, smaller; may be empty.
    pub(in crate::chart) note: String,
    /// Its line.
    pub(in crate::chart) stroke: Stroke,
}

/// A label's lines.
struct Block {
    name: Vec<String>,
    note: Vec<String>,
}

impl Block {
    fn height(&self) -> f64 {
        let lines = |lines: &[String], size: f64| lines.iter().map(|_| size * LEADING).sum::<f64>();
        (lines(&self.name, NAME_SIZE) + lines(&self.note, SMALLEST_TEXT)).max(NUMBER_SIZE * LEADING)
    }
}

/// Where a label goes.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct Place {
    index: usize,
    /// The end of its line.
    end: f64,
    middle: f64,
}

/// The labels of all lines, measured.
pub(in crate::chart) struct Column<'a> {
    labels: &'a [EndLabel],
    blocks: Vec<Block>,
    numbers: f64,
    names: f64,
}

impl<'a> Column<'a> {
    pub(in crate::chart) fn new(labels: &'a [EndLabel]) -> Self {
        let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
        let numbers =
            widest(&mut labels.iter().map(|label| width(&label.number, NUMBER_SIZE, true)));
        let names = widest(&mut labels.iter().map(|label| {
            width(&label.name, NAME_SIZE, false).max(width(&label.note, SMALLEST_TEXT, false))
        }));
        let names = names.clamp(NARROWEST, WIDEST);
        let blocks = labels.iter().map(|label| Block {
            name: wrap(&label.name, NAME_SIZE, false, names).lines,
            note: wrap(&label.note, SMALLEST_TEXT, false, names).lines,
        });
        Self { labels, blocks: blocks.collect(), numbers, names }
    }

    /// Where the plot must end.
    pub(in crate::chart) fn plot_right(&self) -> f64 {
        WIDTH - MARGIN - self.names - NAME_GAP - self.numbers - WAY
    }

    /// The height that all labels need.
    pub(in crate::chart) fn height(&self) -> f64 {
        self.blocks.iter().map(|block| block.height() + GAP).sum()
    }

    /// The places of labels for lines that end at these heights, from the top, between `top` and `bottom`. Where
    /// the ends are equal, the labels keep their order.
    ///
    /// # Errors
    /// [`ChartError::NoRoom`] if they do not fit.
    pub(in crate::chart) fn places(
        &self,
        ends: &[f64],
        (top, bottom): (f64, f64),
    ) -> Result<Vec<Place>, ChartError> {
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        order.sort_by(|&one, &other| ends[one].total_cmp(&ends[other]));
        let heights: Vec<f64> = order.iter().map(|&index| self.blocks[index].height()).collect();
        // The number, in a label's first line, wants to be level with the end of its line.
        let wishes: Vec<f64> = (order.iter().zip(&heights))
            .map(|(&index, height)| ends[index] + (height - NUMBER_SIZE * LEADING) / 2.0)
            .collect();
        let middles = spread(&wishes, &heights, GAP, top, bottom)
            .ok_or(ChartError::NoRoom { labels: self.labels.len() })?;
        let place = |(index, middle): (usize, f64)| Place { index, end: ends[index], middle };
        Ok(order.into_iter().zip(middles).map(place).collect())
    }

    /// Draws labels and the ways to them from the ends of the lines at `right`.
    pub(in crate::chart) fn draw(&self, pen: &mut Pen<'_>, right: f64, places: &[Place]) {
        // The last way is the uppermost: draw from the bottom, so that the largest list is on top.
        for &Place { index, end, middle } in places.iter().rev() {
            let first = middle - self.blocks[index].height() / 2.0 + NUMBER_SIZE * LEADING / 2.0;
            self.way(pen, &self.labels[index], (right, end), first);
        }
        for place in places {
            self.label(pen, right, place.index, place.middle);
        }
    }

    fn way(&self, pen: &mut Pen<'_>, label: &EndLabel, (x, y): (f64, f64), to: f64) {
        let own = self.numbers - width(&label.number, NUMBER_SIZE, true);
        let end = Point { x: x + WAY - 5.0 + own, y: to };
        let turn = Point { x: x + WAY - SAMPLE, y: to };
        pen.line(
            &[Point { x: x + 2.0, y }, Point { x: x + 5.0, y }, turn],
            1.0,
            pen.theme.muted_ink(),
        );
        label.stroke.draw(pen, &[turn, end]);
    }

    fn label(&self, pen: &mut Pen<'_>, right: f64, index: usize, middle: f64) {
        let (label, block) = (&self.labels[index], &self.blocks[index]);
        let number = pen.lettering(NUMBER_SIZE, true, Anchor::End);
        let name = pen.plain(NAME_SIZE, Anchor::Start);
        let x = right + WAY + self.numbers;
        let y = middle - block.height() / 2.0 + NUMBER_SIZE * LEADING / 2.0;
        pen.text(&label.number, Point { x, y: y + 0.36 * NUMBER_SIZE }, number);
        let x = x + NAME_GAP;
        let y = pen.lines(&block.name, Point { x, y: y + 0.36 * NAME_SIZE }, name, LEADING);
        pen.lines(&block.note, Point { x, y }, pen.small(Anchor::Start), LEADING);
    }
}
