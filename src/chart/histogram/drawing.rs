//! From counts to bars on the sheet.

use super::axis::{Axis, round_up, scales, share};
use super::{HistogramChart, Panel};
use crate::chart::ChartError;
use crate::chart::axis::{Flag, MARK_ROW, draw_flags, flags, flags_height};
use crate::chart::sheet::{
    self, Anchor, MARGIN, Mark, Pen, Point, SMALLEST_TEXT, WIDTH, ellipsize, width, wrap,
};
use crate::election::Colour;

/// The column of names and notes.
const NAMES: f64 = 232.0;
/// The middle of the column for 0, and the width of its bar.
const ZERO: f64 = 290.0;
const ZERO_BAR: f64 = 20.0;
/// Where the axis begins and ends.
const AXIS: (f64, f64) = (368.0, WIDTH - MARGIN);
/// Above a panel's bars, for the number at the top of its scale.
const HEADROOM: f64 = 18.0;
/// What all panels together take when they are few.
const PANELS: f64 = 390.0;
const NAME_SIZE: f64 = 14.0;
const LEADING: f64 = 1.25;
/// Under the panels: numbers, and the name of the axis.
const AXIS_FOOT: f64 = 46.0;

pub(super) fn axis(chart: &HistogramChart) -> Result<Axis, ChartError> {
    Axis::new(&chart.panels, &chart.majorities, AXIS.1 - AXIS.0)
}

/// What a panel shows, as shares.
struct Shares {
    zero: f64,
    bars: Vec<(u32, f64)>,
}

impl Shares {
    fn new(panel: &Panel, axis: Axis) -> Self {
        let total: u128 = panel.counts.iter().map(|&count| u128::from(count)).sum();
        let zero = panel.counts.first().map_or(0, |&count| count.into());
        let bars = axis.bars(panel).into_iter();
        Self {
            zero: share(zero, total),
            bars: bars.map(|(seats, count)| (seats, share(count, total))).collect(),
        }
    }

    fn peak(&self) -> f64 {
        self.bars.iter().map(|bar| bar.1).fold(0.0, f64::max)
    }
}

/// A text at the left of a panel, in lines.
struct Side {
    name: Vec<String>,
    note: Vec<String>,
}

impl Side {
    fn new(panel: &Panel) -> Self {
        Self {
            name: wrap(&panel.label, NAME_SIZE, true, NAMES).lines,
            note: wrap(&panel.note, SMALLEST_TEXT, false, NAMES).lines,
        }
    }

    fn height(&self) -> f64 {
        let rows = |lines: &[String], size: f64| lines.iter().map(|_| size * LEADING).sum::<f64>();
        rows(&self.name, NAME_SIZE) + rows(&self.note, SMALLEST_TEXT)
    }
}

/// The majorities within the axis, with their labels.
fn marks(chart: &HistogramChart, axis: Axis) -> Vec<Flag> {
    // The name of the vertical axis has the start of the first row.
    let taken = AXIS.0 - 4.0 + width(&chart.share_label, SMALLEST_TEXT, false) + 16.0;
    let mut majorities: Vec<_> = chart.majorities.iter().collect();
    majorities.sort_by_key(|majority| majority.seats);
    let wishes = majorities.into_iter().filter_map(|majority| {
        let edge = axis.edge(majority.seats)?;
        Some((AXIS.0 + edge, format!("{} {}", majority.seats, majority.label)))
    });
    flags(wishes, AXIS, taken)
}

pub(super) fn draw(chart: &HistogramChart) -> Result<String, ChartError> {
    let axis = axis(chart)?;
    let sides: Vec<Side> = chart.panels.iter().map(Side::new).collect();
    let count: f64 = sides.iter().map(|_| 1.0).sum();
    let tallest = sides.iter().map(Side::height).fold(0.0, f64::max);
    let panel = (PANELS / count).clamp(64.0, 150.0).max(tallest + 14.0);
    let marks = marks(chart, axis);
    let rows = flags_height(&marks).max(MARK_ROW);
    let top = chart.caption.bottom() + rows + 4.0;
    let base = top + panel * count;
    let foot = zero_lines(chart).iter().map(|_| SMALLEST_TEXT * LEADING).sum::<f64>() + 22.0;
    let height = (base + foot.max(AXIS_FOOT) + chart.caption.foot()).ceil();
    let shares: Vec<Shares> = chart.panels.iter().map(|panel| Shares::new(panel, axis)).collect();
    let peaks: Vec<f64> = shares.iter().map(Shares::peak).collect();
    let stage = Stage { chart, axis, top, panel, base };
    Ok(sheet::draw(&chart.caption, chart.theme, height, |pen| {
        stage.ground(pen);
        let mut bottom = top;
        let each = chart.panels.iter().zip(&sides).zip(shares.iter().zip(scales(&peaks)));
        for ((party, side), (shares, scale)) in each {
            bottom += panel;
            stage.side(pen, side, bottom);
            let mark = Mark { title: &party.label, list: &party.label, ..Mark::default() };
            pen.mark(mark, |pen| {
                stage.zero(pen, shares.zero, party.colour, bottom);
                stage.bars(pen, shares, scale, party.colour, bottom);
            });
        }
        // A bar to the right of such a line has the majority.
        draw_flags(pen, &marks, (top, base));
    }))
}

/// The name of 0, under its column.
fn zero_lines(chart: &HistogramChart) -> Vec<String> {
    wrap(&chart.zero_label, SMALLEST_TEXT, false, 2.0 * (AXIS.0 - ZERO) - 24.0).lines
}

/// Everything that panels have in common.
struct Stage<'a> {
    chart: &'a HistogramChart,
    axis: Axis,
    top: f64,
    panel: f64,
    base: f64,
}

impl Stage<'_> {
    /// The height of the highest bar.
    fn reach(&self) -> f64 {
        self.panel - HEADROOM
    }

    /// Grid, numbers and names of the axes.
    fn ground(&self, pen: &mut Pen<'_>) {
        let first = Point { x: AXIS.0 - 4.0, y: self.top - 2.0 };
        pen.text(&self.chart.share_label, first, pen.small(Anchor::Start));
        for seats in self.axis.ticks(44.0) {
            let x = AXIS.0 + self.axis.edge(seats).unwrap_or(0.0) + self.axis.unit() / 2.0;
            let from = Point { x, y: self.top + HEADROOM };
            pen.line(&[from, Point { x, y: self.base + 4.0 }], 0.8, pen.theme.grid());
            let at = Point { x, y: self.base + 18.0 };
            pen.text(&seats.to_string(), at, pen.small(Anchor::Middle));
        }
        let zero = Point { x: ZERO, y: self.base + 18.0 };
        pen.text("0", zero, pen.small(Anchor::Middle));
        let below = Point { y: zero.y + SMALLEST_TEXT * LEADING, ..zero };
        pen.lines(&zero_lines(self.chart), below, pen.small(Anchor::Middle), LEADING);
        let name = if self.axis.bin > 1 && !self.chart.bin_note.is_empty() {
            format!("{} ({})", self.chart.axis_label, self.chart.bin_note)
        } else {
            self.chart.axis_label.clone()
        };
        let name = ellipsize(&name, SMALLEST_TEXT, false, AXIS.1 - AXIS.0 - 20.0);
        let at = Point { x: AXIS.1, y: self.base + 36.0 };
        pen.text(&name, at, pen.small(Anchor::End));
    }

    /// Name and note, centred beside the panel's bars.
    fn side(&self, pen: &mut Pen<'_>, side: &Side, bottom: f64) {
        let spare = (self.panel - side.height()) / 2.0;
        let y = bottom - self.panel + spare.min(HEADROOM) + 3.0 + 0.8 * NAME_SIZE;
        let name = pen.lettering(NAME_SIZE, true, Anchor::Start);
        let y = pen.lines(&side.name, Point { x: MARGIN, y }, name, LEADING);
        let y = y - 0.8 * (NAME_SIZE - SMALLEST_TEXT);
        pen.lines(&side.note, Point { x: MARGIN, y }, pen.small(Anchor::Start), LEADING);
    }

    /// The column of no seats: a frame that stands for 100 %, filled as far as it happened.
    fn zero(&self, pen: &mut Pen<'_>, zero: f64, colour: Colour, bottom: f64) {
        let (left, right) = (ZERO - ZERO_BAR / 2.0, ZERO + ZERO_BAR / 2.0);
        let frame = [
            (left, bottom),
            (left, bottom - self.reach()),
            (right, bottom - self.reach()),
            (right, bottom),
        ];
        pen.line(&frame.map(|(x, y)| Point { x, y }), 0.8, pen.theme.grid());
        let (from, to) = (left - 6.0, right + 6.0);
        if zero > 0.0 {
            let top = bottom - (zero * self.reach()).max(1.0);
            bar(pen, (left, right), top, bottom, pen.theme.outline(), 0.9);
            bar(pen, (left, right), top, bottom, colour, 0.0);
            let text = (self.chart.percent)(zero);
            let lettering = pen.plain(SMALLEST_TEXT, Anchor::Middle);
            pen.text(&text, Point { x: ZERO, y: top - 4.0 }, lettering);
        }
        floor(pen, from, to, bottom);
    }

    fn bars(&self, pen: &mut Pen<'_>, shares: &Shares, scale: f64, colour: Colour, bottom: f64) {
        if !shares.bars.is_empty() {
            let top = bottom - self.reach();
            let line = [Point { x: AXIS.0 - 4.0, y: top }, Point { x: AXIS.1, y: top }];
            pen.line(&line, 0.8, pen.theme.grid());
            let at = Point { x: AXIS.0 - 8.0, y: top + 4.0 };
            pen.text(&(self.chart.percent)(round_up(scale)), at, pen.small(Anchor::End));
        }
        let wide = self.axis.unit() * f64::from(self.axis.bin);
        let gap = if wide >= 5.0 { (wide * 0.14).clamp(1.0, 3.0) } else { 0.0 };
        // All outlines first: bars that touch then share one silhouette.
        for (fill, rim) in [(pen.theme.outline(), 0.9), (colour, 0.0)] {
            for &(seats, share) in &shares.bars {
                let left = AXIS.0 + self.axis.edge(seats).unwrap_or(0.0);
                let right = (left + wide).min(AXIS.1);
                let top = bottom - (share / scale * self.reach()).max(1.0);
                bar(pen, (left + gap, right - gap), top, bottom, fill, rim);
            }
        }
        floor(pen, AXIS.0 - 4.0, AXIS.1, bottom);
    }
}

fn floor(pen: &mut Pen<'_>, from: f64, to: f64, y: f64) {
    pen.line(&[Point { x: from, y }, Point { x: to, y }], 1.2, pen.theme.outline());
}

/// A bar on the floor of a panel, `rim` larger on its three free sides.
fn bar(
    pen: &mut Pen<'_>,
    (left, right): (f64, f64),
    top: f64,
    bottom: f64,
    fill: Colour,
    rim: f64,
) {
    let from = Point { x: left - rim, y: top - rim };
    pen.rectangle(from, Point { x: right + rim, y: bottom }, fill);
}
