//! From biases to panels of dots on the sheet.

use super::{BiasChart, BiasPanel, RankBias};
use crate::chart::ChartError;
use crate::chart::axis::Axis;
use crate::chart::marks::dot;
use crate::chart::plot::{Dash, FOOT, Marks, Plot, Stroke};
use crate::chart::sheet::{
    self, Anchor, HEIGHT, MARGIN, Pen, Point, SMALLEST_TEXT, WIDTH, width, wrap,
};

const NAME_SIZE: f64 = 14.0;
const LEADING: f64 = 1.25;
/// The most panels beside each other, and the space between them.
const MOST_COLUMNS: usize = 3;
const GUTTER: f64 = 22.0;
/// The least height of a panel, without its name.
const LOWEST: f64 = 110.0;
/// A panel's numbers of ranks, and what is free above and below its dots for their numbers.
const RANKS: f64 = 26.0;
const NUMBERS: f64 = 20.0;
const ROW_APART: f64 = 30.0;
const DOT: f64 = 6.0;

/// Where the panels are.
struct Grid {
    columns: usize,
    left: f64,
    panel_width: f64,
    top: f64,
    head: f64,
    panel_height: f64,
    rows: f64,
}

/// As `f64`: there are few.
fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn most_ranks(chart: &BiasChart) -> usize {
    chart.panels.iter().map(|panel| panel.ranks.len()).max().unwrap_or(1)
}

/// A bias as it is printed at a dot.
fn text(chart: &BiasChart, rank: &RankBias) -> String {
    (chart.number)(rank.mean, 2)
}

fn all_ranks(chart: &BiasChart) -> impl Iterator<Item = &RankBias> {
    chart.panels.iter().flat_map(|panel| &panel.ranks)
}

/// The biases that all panels show, with 0 among them.
fn bias_axis(chart: &BiasChart, pixels: (f64, f64)) -> Result<Axis, ChartError> {
    let ends = |by: f64| {
        all_ranks(chart).flat_map(move |rank| {
            [rank.mean + by * rank.half_width, rank.theory.unwrap_or(rank.mean)]
        })
    };
    let (low, high) = (ends(-1.0).fold(0.0, f64::min), ends(1.0).fold(0.0, f64::max));
    // Only unbiased methods: still a scale around 0.
    let spare = if high - low < 0.1 { (0.1 - (high - low)) / 2.0 } else { 0.0 };
    Axis::new((low - spare, high + spare), pixels)
}

impl Grid {
    fn new(chart: &BiasChart, numbers: f64, head: impl Fn(f64) -> f64, top: f64) -> Self {
        let widest = all_ranks(chart).map(|rank| width(&text(chart, rank), SMALLEST_TEXT, false));
        let slot = widest.fold(0.0, f64::max) + 4.0;
        let left = MARGIN + numbers;
        let panel_width =
            |columns: usize| (WIDTH - MARGIN - left - GUTTER * count(columns - 1)) / count(columns);
        let fits = |columns: &usize| panel_width(*columns) >= slot * count(most_ranks(chart));
        // Four panels are two by two, not three and one.
        let most = if chart.panels.len() == 4 { 2 } else { MOST_COLUMNS.min(chart.panels.len()) };
        let columns = (1..=most).rev().find(fits).unwrap_or(1);
        let rows = count(chart.panels.len().div_ceil(columns));
        let head = head(panel_width(columns));
        let room = HEIGHT - chart.caption.foot() - FOOT - top;
        let panel_height = (room / rows - head - RANKS).max(LOWEST);
        Self { columns, left, panel_width: panel_width(columns), top, head, panel_height, rows }
    }

    /// The lower end of the last row.
    fn base(&self) -> f64 {
        self.top + self.rows * (self.head + self.panel_height + RANKS)
    }

    /// The left edge and the upper edge of the plot of a panel.
    fn place(&self, panel: usize) -> Point {
        let (row, column) = (count(panel / self.columns), count(panel % self.columns));
        Point {
            x: self.left + column * (self.panel_width + GUTTER),
            y: self.top + row * (self.head + self.panel_height + RANKS) + self.head,
        }
    }
}

fn name_lines(panel: &BiasPanel, width: f64) -> Vec<String> {
    wrap(&panel.label, NAME_SIZE, true, width).lines
}

fn note_lines(panel: &BiasPanel, width: f64) -> Vec<String> {
    wrap(&panel.note, SMALLEST_TEXT, false, width).lines
}

/// What name and note take above a panel of this width.
fn head(panel: &BiasPanel, width: f64) -> f64 {
    let lines = |lines: &[String], size: f64| lines.iter().map(|_| size * LEADING).sum::<f64>();
    lines(&name_lines(panel, width), NAME_SIZE)
        + lines(&note_lines(panel, width), SMALLEST_TEXT)
        + 10.0
}

pub(super) fn draw(chart: &BiasChart) -> Result<String, ChartError> {
    let legend: Vec<String> = [&chart.bias_label, &chart.legend]
        .into_iter()
        .flat_map(|text| wrap(text, SMALLEST_TEXT, false, WIDTH - 2.0 * MARGIN).lines)
        .collect();
    let legend_height: f64 = legend.iter().map(|_| SMALLEST_TEXT * LEADING).sum();
    let top = chart.caption.bottom() + legend_height + 4.0;
    let numbers = |height| -> Result<Marks, ChartError> {
        let ticks = bias_axis(chart, (height - NUMBERS, NUMBERS))?.ticks(ROW_APART, 0.0);
        Ok(Marks::of(&ticks, chart.number))
    };
    let tallest = |width| chart.panels.iter().map(|panel| head(panel, width)).fold(0.0, f64::max);
    // Numbers get wider when a taller panel has more of them, and the panel's height does not depend on it
    // but for the wrapping of names: the widest case leaves room for all.
    let room = numbers(HEIGHT)?.room().max(numbers(LOWEST)?.room());
    let grid = Grid::new(chart, room, tallest, top);
    let height = (grid.base() + FOOT - RANKS + 4.0 + chart.caption.foot()).ceil();
    let plots = (0..chart.panels.len()).map(|index| plot(chart, &grid, index));
    let plots = plots.collect::<Result<Vec<(Plot, Marks)>, ChartError>>()?;
    Ok(sheet::draw(&chart.caption, chart.theme, height, |pen| {
        let y = chart.caption.bottom() + 0.5 * SMALLEST_TEXT;
        pen.lines(&legend, Point { x: MARGIN, y }, pen.small(Anchor::Start), LEADING);
        for (panel, plot) in chart.panels.iter().zip(&plots) {
            draw_panel(pen, chart, panel, plot, grid.panel_width);
        }
        let name = sheet::ellipsize(&chart.rank_label, SMALLEST_TEXT, false, WIDTH - 2.0 * MARGIN);
        let at = Point { x: WIDTH - MARGIN, y: grid.base() + 8.0 };
        pen.text(&name, at, pen.small(Anchor::End));
    }))
}

/// The axes of a panel, and the numbers of its vertical one.
fn plot(chart: &BiasChart, grid: &Grid, index: usize) -> Result<(Plot, Marks), ChartError> {
    let place = grid.place(index);
    let ranks = count(most_ranks(chart));
    let x = Axis::new((0.5, ranks + 0.5), (place.x, place.x + grid.panel_width))?;
    let (upper, lower) = (place.y, place.y + grid.panel_height);
    let biases = bias_axis(chart, (lower - NUMBERS, upper + NUMBERS))?;
    let marks = Marks::of(&biases.ticks(ROW_APART, 0.0), chart.number);
    let per_pixel = 1.0 / biases.unit();
    let values = (biases.values().0 + NUMBERS * per_pixel, biases.values().1 - NUMBERS * per_pixel);
    let plot = Plot { x, y: Axis::new(values, (lower, upper))? };
    // Only the first panel of a row has the numbers.
    Ok((plot, if index.is_multiple_of(grid.columns) { marks } else { marks.silent() }))
}

fn draw_panel(
    pen: &mut Pen<'_>,
    chart: &BiasChart,
    panel: &BiasPanel,
    (plot, marks): &(Plot, Marks),
    panel_width: f64,
) {
    head_text(pen, plot, panel, panel_width);
    plot.rows(pen, marks);
    let zero = [plot.left(), plot.right()].map(|x| Point { x, y: plot.y.at(0.0) });
    pen.line(&zero, 1.2, pen.theme.outline());
    let names = (1..=panel.ranks.len()).map(|rank| (count(rank), rank.to_string()));
    plot.names_below(pen, &Marks::of_names(names));
    theory(pen, plot, panel);
    let mut free = f64::NEG_INFINITY;
    for (rank, bias) in (1..).zip(&panel.ranks) {
        let at = plot.at(count(rank), bias.mean);
        whisker(pen, at, bias.half_width * plot.y.unit().abs());
        dot(pen, at, DOT, panel.colour);
        let text = text(chart, bias);
        let half = width(&text, SMALLEST_TEXT, false) / 2.0;
        if at.x - half >= free {
            free = at.x + half;
            number(pen, plot, bias, at, &text);
        }
    }
}

fn head_text(pen: &mut Pen<'_>, plot: &Plot, panel: &BiasPanel, width: f64) {
    let (x, y) = (plot.left(), plot.top() - head(panel, width) + NAME_SIZE + 2.0);
    let name = pen.lettering(NAME_SIZE, true, Anchor::Start);
    let y = pen.lines(&name_lines(panel, width), Point { x, y }, name, LEADING);
    pen.lines(&note_lines(panel, width), Point { x, y }, pen.small(Anchor::Start), LEADING);
}

/// The line of theory, through the ranks it speaks of.
fn theory(pen: &mut Pen<'_>, plot: &Plot, panel: &BiasPanel) {
    let points = (1..).zip(&panel.ranks).filter_map(|(rank, bias)| {
        let theory = bias.theory?;
        Some(plot.at(count(rank), theory))
    });
    let points: Vec<Point> = points.collect();
    let stroke = Stroke { colour: pen.theme.background(), thickness: 1.4, dash: Dash::SHORT };
    match points[..] {
        [] => {}
        [at] => {
            let ends = [-14.0, 14.0].map(|by| Point { x: at.x + by, ..at });
            stroke.draw(pen, &ends);
        }
        _ => stroke.draw(pen, &points),
    }
}

fn whisker(pen: &mut Pen<'_>, at: Point, half: f64) {
    let colour = pen.theme.outline();
    let ends = [at.y - half, at.y + half].map(|y| Point { y, ..at });
    pen.line(&ends, 1.6, colour);
    for end in ends {
        let cap = [-4.0, 4.0].map(|by| Point { x: end.x + by, ..end });
        pen.line(&cap, 1.6, colour);
    }
}

/// The number of a dot: above what is above 0, else below, clear of bar and theory.
fn number(pen: &mut Pen<'_>, plot: &Plot, bias: &RankBias, at: Point, text: &str) {
    let reach = (bias.half_width * plot.y.unit().abs()).max(DOT);
    let y = if bias.mean >= 0.0 { at.y - reach - 5.0 } else { at.y + reach + 13.0 };
    let half = width(text, SMALLEST_TEXT, false) / 2.0;
    // The line of theory stops where it would cross a number.
    let from = Point { x: at.x - half, y: y - 0.8 * SMALLEST_TEXT };
    let to = Point { x: at.x + half, y: y + 0.1 * SMALLEST_TEXT };
    pen.rectangle(from, to, pen.theme.background());
    pen.text(text, Point { x: at.x, y }, pen.plain(SMALLEST_TEXT, Anchor::Middle));
}
