//! From estimates to lines and bands on the sheet.

use super::{ConvergenceChart, Course, RunningShare};
use crate::chart::ChartError;
use crate::chart::axis::Axis;
use crate::chart::marks::dot;
use crate::chart::palette::mix;
use crate::chart::plot::{
    Dash, FOOT, Marks, NUMBER_SIZE, Plot, ROW_APART, Stroke, band, logarithm, powers,
};
use crate::chart::sheet::{
    self, Anchor, HEIGHT, MARGIN, Pen, Point, SMALLEST_TEXT, WIDTH, width, wrap,
};

const NAME_SIZE: f64 = 14.0;
const LEADING: f64 = 1.25;
/// The least height of a panel, without its name.
const LOWEST: f64 = 96.0;
/// From the end of a line to its result.
const RESULT_GAP: f64 = 12.0;
/// A range narrower than this, as a share, is widened to it.
const NARROWEST: f64 = 0.0002;
/// Parts of the horizontal axis left free at its ends, for dots.
const SPARE: f64 = 0.02;

pub(super) fn draw(chart: &ConvergenceChart) -> Result<String, ChartError> {
    let count: f64 = chart.courses.iter().map(|_| 1.0).sum();
    let results = chart.courses.iter().map(|course| {
        width(&course.result, NUMBER_SIZE, true).max(width(&course.error, SMALLEST_TEXT, false))
    });
    let right = WIDTH - MARGIN - RESULT_GAP - results.fold(0.0, f64::max);
    let legend = wrap(&chart.legend, SMALLEST_TEXT, false, WIDTH - 2.0 * MARGIN).lines;
    let legend_height: f64 = legend.iter().map(|_| SMALLEST_TEXT * LEADING).sum();
    let top = chart.caption.bottom() + legend_height;
    let names: Vec<Vec<String>> = (chart.courses.iter())
        .map(|course| wrap(&course.label, NAME_SIZE, true, WIDTH - 2.0 * MARGIN).lines)
        .collect();
    let heads: f64 = names.iter().map(|name| head(name)).sum();
    let room = HEIGHT - chart.caption.foot() - FOOT - top - heads;
    let panel = (room / count).max(LOWEST);
    let base = top + heads + panel * count;
    let height = (base + FOOT + chart.caption.foot()).ceil();

    let mut axes = Vec::new();
    let mut bottom = top;
    for (course, name) in chart.courses.iter().zip(&names) {
        bottom += head(name) + panel;
        axes.push(shares_axis(course, (bottom, bottom - panel))?);
    }
    let rows = axes.iter().map(|axis| {
        Marks::of(&axis.ticks(ROW_APART, 0.0), |share, decimals| {
            (chart.percent)(share, decimals.saturating_sub(2))
        })
    });
    let rows: Vec<Marks> = rows.collect();
    let left = MARGIN + rows.iter().map(Marks::room).fold(0.0, f64::max);
    let x = draws_axis(chart, (left, right))?;
    Ok(sheet::draw(&chart.caption, chart.theme, height, |pen| {
        let y = chart.caption.bottom() + 0.5 * SMALLEST_TEXT;
        pen.lines(&legend, Point { x: MARGIN, y }, pen.small(Anchor::Start), LEADING);
        for (index, (course, y)) in chart.courses.iter().zip(&axes).enumerate() {
            let plot = Plot { x, y: *y };
            let first = plot.top() - head(&names[index]) + 10.0 + NAME_SIZE;
            let name = pen.lettering(NAME_SIZE, true, Anchor::Start);
            pen.lines(&names[index], Point { x: MARGIN, y: first }, name, LEADING);
            plot.rows(pen, &rows[index]);
            let is_last = index + 1 == chart.courses.len();
            plot.floor(pen, &if is_last { draws_marks(chart, x) } else { Marks::of_names([]) });
            if is_last {
                plot.name_below(pen, &chart.draws_label);
            }
            draw_course(pen, &plot, course);
        }
    }))
}

/// What a panel's name takes, with the space around it.
fn head(name: &[String]) -> f64 {
    name.iter().map(|_| NAME_SIZE * LEADING).sum::<f64>() + 18.0
}

/// The shares that a panel shows.
fn shares_axis(course: &Course, pixels: (f64, f64)) -> Result<Axis, ChartError> {
    let low = course.points.iter().map(|point| point.share - point.half_width);
    let high = course.points.iter().map(|point| point.share + point.half_width);
    let low = low.fold(1.0, f64::min).clamp(0.0, 1.0);
    let high = high.fold(0.0, f64::max).clamp(0.0, 1.0);
    let lacking = (NARROWEST - (high - low)).max(0.0);
    let low = (low - lacking / 2.0).max(0.0);
    let high = (high + lacking / 2.0).min(1.0);
    Axis::rounded((low, high), pixels, ROW_APART, 0.0)
}

fn draws_axis(chart: &ConvergenceChart, pixels: (f64, f64)) -> Result<Axis, ChartError> {
    let draws = || chart.courses.iter().flat_map(|course| &course.points).map(|point| point.draws);
    let low = logarithm(draws().min().unwrap_or(1));
    let high = logarithm(draws().max().unwrap_or(1));
    let spare = ((high - low) * SPARE).max(0.05);
    Axis::new((low - spare, high + spare), pixels)
}

fn draws_marks(chart: &ConvergenceChart, x: Axis) -> Marks {
    let mut free = f64::NEG_INFINITY;
    let mut marks = Vec::new();
    for count in powers(x) {
        let (value, text) = (logarithm(count), (chart.count)(count));
        let half = width(&text, SMALLEST_TEXT, false) / 2.0;
        if x.at(value) - half > free {
            free = x.at(value) + half + 10.0;
            marks.push((value, text));
        }
    }
    Marks::of_names(marks)
}

fn draw_course(pen: &mut Pen<'_>, plot: &Plot, course: &Course) {
    let place = |point: &RunningShare, by: f64| {
        let share = (point.share + by * point.half_width).clamp(0.0, 1.0);
        plot.at(logarithm(point.draws), share)
    };
    let along =
        |by: f64| -> Vec<Point> { course.points.iter().map(|point| place(point, by)).collect() };
    let (line, upper, lower) = (along(0.0), along(1.0), along(-1.0));
    band(pen, (&upper, &lower), mix(course.colour, pen.theme.background(), 30));
    if let [_] = course.points[..] {
        pen.line(&[upper[0], lower[0]], 1.5, pen.theme.outline());
    }
    let Some(&last) = line.last() else { return };
    // The last estimate, drawn back to where it was not yet known.
    let mut x = plot.left();
    while x < last.x {
        let to = Point { x: (x + 2.0).min(last.x), y: last.y };
        pen.line(&[Point { x, ..last }, to], 1.2, pen.theme.ink());
        x += 6.0;
    }
    Stroke { colour: course.colour, thickness: 3.0, dash: Dash::WHOLE }.draw(pen, &line);
    for point in &line {
        dot(pen, *point, 5.0, course.colour);
    }
    result(pen, plot, course, last);
}

/// The last estimate beside its point.
fn result(pen: &mut Pen<'_>, plot: &Plot, course: &Course, last: Point) {
    let number = pen.lettering(NUMBER_SIZE, true, Anchor::Start);
    let x = plot.right() + RESULT_GAP;
    let y = last.y.clamp(plot.top() + 8.0, plot.bottom() - 20.0) + 0.36 * NUMBER_SIZE;
    pen.text(&course.result, Point { x, y }, number);
    let below = Point { x, y: y + SMALLEST_TEXT * LEADING };
    pen.text(&course.error, below, pen.small(Anchor::Start));
}
