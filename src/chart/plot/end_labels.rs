//! Labels in a column at the ends of lines, as near to their lines as the others allow.

use super::Stroke;
use crate::chart::axis::spread;
use crate::chart::canvas::{
    Anchor, Lettering, MARGIN, Pen, Point, SMALLEST_TEXT, WIDTH, width, wrap,
};
use crate::chart::{ChartError, Theme};

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

    /// Draws labels and the ways to them from the ends of the lines at `right`, at these heights. Where the
    /// ends are equal, the labels keep their order.
    pub(in crate::chart) fn draw(
        &self,
        pen: &mut Pen<'_>,
        theme: Theme,
        right: f64,
        ends: &[f64],
        (top, bottom): (f64, f64),
    ) -> Result<(), ChartError> {
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        order.sort_by(|&one, &other| ends[one].total_cmp(&ends[other]));
        let heights: Vec<f64> = order.iter().map(|&index| self.blocks[index].height()).collect();
        // The number, in a label's first line, wants to be level with the end of its line.
        let wishes: Vec<f64> = (order.iter().zip(&heights))
            .map(|(&index, height)| ends[index] + (height - NUMBER_SIZE * LEADING) / 2.0)
            .collect();
        let middles = spread(&wishes, &heights, GAP, top, bottom)
            .ok_or(ChartError::NoRoom { labels: self.labels.len() })?;
        // The last way is the uppermost: draw from the bottom, so that the largest list is on top.
        for (&index, &middle) in order.iter().zip(&middles).rev() {
            let first = middle - self.blocks[index].height() / 2.0 + NUMBER_SIZE * LEADING / 2.0;
            self.way(pen, theme, &self.labels[index], (right, ends[index]), first)?;
        }
        for (&index, &middle) in order.iter().zip(&middles) {
            self.label(pen, theme, right, index, middle)?;
        }
        Ok(())
    }

    fn way(
        &self,
        pen: &mut Pen<'_>,
        theme: Theme,
        label: &EndLabel,
        (x, y): (f64, f64),
        to: f64,
    ) -> Result<(), ChartError> {
        let own = self.numbers - width(&label.number, NUMBER_SIZE, true);
        let end = Point { x: x + WAY - 5.0 + own, y: to };
        let turn = Point { x: x + WAY - SAMPLE, y: to };
        pen.line(
            &[Point { x: x + 2.0, y }, Point { x: x + 5.0, y }, turn],
            1.0,
            theme.muted_ink(),
        )?;
        label.stroke.draw(pen, theme, &[turn, end])
    }

    fn label(
        &self,
        pen: &mut Pen<'_>,
        theme: Theme,
        right: f64,
        index: usize,
        middle: f64,
    ) -> Result<(), ChartError> {
        let (label, block) = (&self.labels[index], &self.blocks[index]);
        let ink = theme.ink();
        let number = Lettering { size: NUMBER_SIZE, bold: true, anchor: Anchor::End, ink };
        let name = Lettering { size: NAME_SIZE, bold: false, anchor: Anchor::Start, ink };
        let note = Lettering { size: SMALLEST_TEXT, ink: theme.muted_ink(), ..name };
        let x = right + WAY + self.numbers;
        let mut y = middle - block.height() / 2.0 + NUMBER_SIZE * LEADING / 2.0;
        pen.text(&label.number, Point { x, y: y + 0.36 * NUMBER_SIZE }, number)?;
        y += 0.36 * NAME_SIZE;
        for line in &block.name {
            pen.text(line, Point { x: x + NAME_GAP, y }, name)?;
            y += NAME_SIZE * LEADING;
        }
        for line in &block.note {
            pen.text(line, Point { x: x + NAME_GAP, y }, note)?;
            y += SMALLEST_TEXT * LEADING;
        }
        Ok(())
    }
}
