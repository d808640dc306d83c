//! From steps to lines on the sheet.

use super::{ShareArea, StepChart, majorities};
use crate::chart::axis::{Axis, Flag, MARK_ROW, draw_flags, flags, flags_height};
use crate::chart::palette::mix;
use crate::chart::plot::{
    Column, Dash, EndLabel, FOOT, HEAD, Marks, NUMBER_SIZE, Place, Plot, ROW_APART, Stroke, band,
};
use crate::chart::sheet::{self, Anchor, HEIGHT, MARGIN, Mark, Pen, Point, SMALLEST_TEXT, width};
use crate::chart::{ChartError, MajorityMark};

/// The least height of the lines, and the height of the area below.
const LOWEST_LINES: f64 = 240.0;
const AREA: f64 = 72.0;
/// A line at 0 lies so much above the floor, so that both are seen.
const LIFT: f64 = 7.0;

pub(super) fn draw(chart: &StepChart) -> Result<String, ChartError> {
    let stage = Stage::new(chart)?;
    let height = (stage.base() + FOOT + chart.caption.foot()).ceil();
    Ok(sheet::draw(&chart.caption, chart.theme, height, |pen| {
        stage.ground(pen);
        if let (Some(plot), Some(area)) = (&stage.below, &chart.area) {
            stage.area(pen, plot, area);
        }
        draw_flags(pen, &stage.flags, (stage.plot.top(), stage.base()));
        stage.lines(pen);
    }))
}

/// Everything that has a place.
struct Stage<'a> {
    chart: &'a StepChart,
    plot: Plot,
    below: Option<Plot>,
    labels: Vec<EndLabel>,
    places: Vec<Place>,
    majorities: Vec<&'a MajorityMark>,
    flags: Vec<Flag>,
    rows: Marks,
    area_rows: Option<Marks>,
}

/// The seats at the end of the axis.
fn last_seats(chart: &StepChart, line: usize) -> u32 {
    let steps = chart.lines[line].steps.iter();
    steps.take_while(|step| step.from <= chart.range.1).last().map_or(0, |step| step.seats)
}

fn end_labels(chart: &StepChart) -> Vec<EndLabel> {
    let lines = chart.lines.iter().enumerate().map(|(index, line)| EndLabel {
        number: last_seats(chart, index).to_string(),
        name: line.label.clone(),
        note: line.note.clone(),
        stroke: stroke(chart, index),
    });
    lines.collect()
}

fn stroke(chart: &StepChart, line: usize) -> Stroke {
    let thickness = if chart.lines.len() > 8 { 2.4 } else { 3.2 };
    Stroke { colour: chart.lines[line].colour, thickness, dash: Dash::of(line) }
}

impl<'a> Stage<'a> {
    fn new(chart: &'a StepChart) -> Result<Self, ChartError> {
        let seats = chart.lines.iter().flat_map(|line| &line.steps).map(|step| step.seats);
        let peak = seats.max().unwrap_or(0).max(1);
        let majorities = majorities::near(chart, peak);
        let peak = majorities.iter().map(|mark| mark.seats).fold(peak, u32::max);
        let labels = end_labels(chart);
        let column = Column::new(&labels);

        let right = column.plot_right();
        let seats_axis = |pixels| Axis::rounded((0.0, peak.into()), pixels, ROW_APART, 1.0);
        let whole = |value: f64, _| format!("{value:.0}");
        // The width of the numbers does not depend on where the plot ends up.
        let widest = Marks::of(&seats_axis((LOWEST_LINES, 0.0))?.ticks(ROW_APART, 1.0), whole);
        let shares = chart.area.as_ref().map(area_axis).transpose()?;
        let shares = shares.zip(chart.area.as_ref()).map(|(axis, area)| area_marks(axis, area));
        let left = MARGIN + widest.room().max(shares.as_ref().map_or(0.0, Marks::room));
        let x = Axis::new(chart.range, (left, right))?;

        let mut marked: Vec<_> = chart.marks.iter().filter(|mark| x.holds(mark.value)).collect();
        marked.sort_by(|one, other| one.value.total_cmp(&other.value));
        let wishes = marked.into_iter().map(|mark| (x.at(mark.value), mark.label.clone()));
        let taken = left + width(&chart.seats_label, SMALLEST_TEXT, false) + 16.0;
        let flags = flags(wishes, (left, right), taken);

        let top = chart.caption.bottom() + flags_height(&flags).max(MARK_ROW) + 8.0;
        let below = if chart.area.is_some() { AREA + HEAD + 10.0 } else { 0.0 };
        let usual = HEIGHT - chart.caption.foot() - FOOT - below - top;
        let bottom = top + usual.max(LOWEST_LINES).max(column.height() + 10.0);
        let y = seats_axis((bottom - LIFT, top + 9.0))?;
        let rows = Marks::of(&y.ticks(ROW_APART, 1.0), whole);
        let y =
            Axis::new((y.values().0 - LIFT / y.unit().abs(), y.values().1), (bottom, top + 9.0))?;
        let plot = Plot { x, y };
        let ends = (0..chart.lines.len()).map(|line| last_seats(chart, line));
        let ends: Vec<f64> = ends.map(|seats| plot.y.at(seats.into())).collect();
        let places = column.places(&ends, (plot.top() - 8.0, plot.bottom() + 6.0))?;
        let base = bottom + below;
        let below = chart.area.as_ref().map(|area| {
            let axis = Axis::new(area_axis(area)?.values(), (base, base - AREA))?;
            Ok(Plot { x, y: axis })
        });
        let below = below.transpose()?;
        Ok(Self { chart, plot, below, labels, places, majorities, flags, rows, area_rows: shares })
    }

    /// Where the horizontal axis is.
    fn base(&self) -> f64 {
        self.below.as_ref().unwrap_or(&self.plot).bottom()
    }

    fn ground(&self, pen: &mut Pen<'_>) {
        let (plot, chart) = (&self.plot, self.chart);
        let name = Point { x: plot.left(), y: plot.top() - 7.0 };
        pen.text(&chart.seats_label, name, pen.small(Anchor::Start));
        plot.rows(pen, &self.rows);
        let marks = Marks::along(plot.x, 0.0, chart.number);
        let lowest = self.below.as_ref().unwrap_or(plot);
        if self.below.is_some() {
            plot.floor(pen, &Marks::of_names([]));
        }
        lowest.floor(pen, &marks);
        lowest.name_below(pen, &chart.axis_label);
    }

    fn lines(&self, pen: &mut Pen<'_>) {
        let (plot, chart) = (&self.plot, self.chart);
        let paths: Vec<Vec<Point>> = (chart.lines.iter())
            .map(|line| {
                let steps = line.steps.iter().map(|step| (step.from, f64::from(step.seats)));
                path(plot, &steps.collect::<Vec<_>>(), chart.range)
            })
            .collect();
        let marked = chart.marks.iter().filter(|mark| plot.x.holds(mark.value));
        let marked: Vec<f64> = marked.map(|mark| plot.x.at(mark.value)).collect();
        majorities::draw(pen, plot, &self.majorities, &paths, &marked);
        for (index, path) in paths.iter().enumerate().rev() {
            let list = &*chart.lines[index].label;
            pen.mark(Mark { title: list, list, ..Mark::default() }, |pen| {
                stroke(chart, index).draw(pen, path);
            });
        }
        Column::new(&self.labels).draw(pen, plot.right(), &self.places);
    }

    /// The area of a share, its name, and its value at the marks and at the end.
    fn area(&self, pen: &mut Pen<'_>, plot: &Plot, area: &ShareArea) {
        if let Some(rows) = &self.area_rows {
            plot.rows(pen, rows);
        }
        let upper = path(plot, &area.steps, self.chart.range);
        let lower = [plot.left(), plot.right()].map(|x| Point { x, y: plot.bottom() });
        band(pen, (&upper, &lower), mix(pen.theme.muted_ink(), pen.theme.background(), 35));
        let name = Point { x: plot.left(), y: plot.top() - 8.0 };
        pen.text(&area.label, name, pen.small(Anchor::Start));
        if let Some(last) = upper.last() {
            let text = (area.number)(share_at(area, self.chart.range.1), 1);
            let at = Point { x: plot.right() + 8.0, y: last.y + 0.36 * NUMBER_SIZE };
            pen.text(&text, at, pen.lettering(NUMBER_SIZE, true, Anchor::Start));
        }
        let mut free = plot.left();
        let mut marks: Vec<_> = self.chart.marks.iter().map(|mark| mark.value).collect();
        marks.sort_by(f64::total_cmp);
        for value in marks.into_iter().filter(|&value| plot.x.holds(value)) {
            let share = share_at(area, value);
            let text = (area.number)(share, 1);
            let x = plot.x.at(value) - 6.0;
            if x - width(&text, NUMBER_SIZE, true) < free {
                continue;
            }
            free = x + 12.0;
            let y = (plot.y.at(share) - 6.0).max(plot.top() + NUMBER_SIZE);
            pen.text(&text, Point { x, y }, pen.lettering(NUMBER_SIZE, true, Anchor::End));
        }
    }
}

/// The corners of a line of steps, from the start of the range to its end.
fn path(plot: &Plot, steps: &[(f64, f64)], (low, high): (f64, f64)) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (index, &(from, value)) in steps.iter().enumerate() {
        let end = steps.get(index + 1).map_or(high, |next| next.0.min(high));
        if from > high || end < low {
            continue;
        }
        points.push(plot.at(from.max(low), value));
        points.push(plot.at(end, value));
    }
    // A range of one value still has a line.
    if let (true, Some(last)) = (low >= high, points.last().copied()) {
        points.push(Point { x: plot.right(), ..last });
    }
    points
}

fn share_at(area: &ShareArea, value: f64) -> f64 {
    area.steps.iter().take_while(|step| step.0 <= value).last().map_or(0.0, |step| step.1)
}

fn area_axis(area: &ShareArea) -> Result<Axis, ChartError> {
    let peak = area.steps.iter().map(|step| step.1).fold(0.01, f64::max);
    Axis::rounded((0.0, peak), (AREA, 0.0), ROW_APART, 0.01)
}

fn area_marks(axis: Axis, area: &ShareArea) -> Marks {
    let number = |share, decimals: usize| (area.number)(share, decimals.saturating_sub(2));
    Marks::of(&axis.ticks(ROW_APART, 0.01), number)
}
