//! From a layout and an arrangement of labels to marks on the sheet.

use std::ops::Range;

use super::HemicycleChart;
use super::coalitions::{self, Placed};
use super::labels::{Arrangement, LEADING, Label, Side, Subject, Wish, arrange};
use super::layout::{Layout, Seat};
use super::majority_line::{Polar, arc};
use crate::chart::palette::similar;
use crate::chart::sheet::{self, Anchor, Lettering, Mark, Pen, Point, SMALLEST_TEXT, width};
use crate::chart::{ChartError, MajorityMark};
use crate::election::Colour;

/// The bracket outside a party's run: its distance from the seats and its thickness.
const BRACKET_AT: f64 = 9.0;
const BRACKET: f64 = 4.0;
/// Between the bands of two parties.
const BRACKET_GAP: f64 = 4.0;
/// From the seats to the bracket of a coalition in the innermost lane, and from lane to lane.
const LANES_AT: f64 = 21.0;
const LANE: f64 = 11.0;
/// How far the ends of such a bracket point inwards.
const TICK: f64 = 5.0;
/// How far a majority line reaches beyond the seats on both sides.
const LINE_OVERHANG: f64 = 16.0;

/// A run of seats with one owner, or with none.
struct Run<'a> {
    /// Its block's place in the chart; the place after the last block for seats without an owner.
    block: usize,
    label: &'a str,
    seats: &'a [Seat],
    colour: Option<Colour>,
}

impl Run<'_> {
    fn middle(&self) -> f64 {
        let count: f64 = self.seats.iter().map(|_| 1.0).sum();
        self.seats.iter().map(|seat| seat.angle).sum::<f64>() / count
    }

    /// The angle of its first seat.
    fn start(&self) -> f64 {
        self.seats.first().map_or(0.0, |seat| seat.angle)
    }

    /// The angle of its last seat.
    fn end(&self) -> f64 {
        self.seats.last().map_or(0.0, |seat| seat.angle)
    }
}

/// The runs of these blocks; a party without seats has none.
fn members<'a, 'b>(runs: &'b [Run<'a>], blocks: &Range<usize>) -> &'b [Run<'a>] {
    let from = runs.partition_point(|run| run.block < blocks.start);
    let to = runs.partition_point(|run| run.block < blocks.end);
    &runs[from..to]
}

fn runs<'a>(chart: &'a HemicycleChart, layout: &'a Layout) -> Vec<Run<'a>> {
    let parties = chart.blocks.iter().map(|block| (&*block.label, block.seats, Some(block.colour)));
    let unfilled = chart.unfilled.iter().map(|unfilled| (&*unfilled.label, unfilled.seats, None));
    let mut rest = layout.seats();
    let mut runs = Vec::new();
    for (block, (label, count, colour)) in parties.chain(unfilled).enumerate() {
        let count = usize::try_from(count).unwrap_or(usize::MAX).min(rest.len());
        let (seats, others) = rest.split_at(count);
        rest = others;
        if !seats.is_empty() {
            runs.push(Run { block, label, seats, colour });
        }
    }
    runs
}

/// What the labels say and where they would like to be, from left to right.
fn wishes(
    chart: &HemicycleChart,
    runs: &[Run<'_>],
    layout: &Layout,
    coalitions: &[Placed<'_>],
) -> Vec<Wish> {
    let mut wishes: Vec<Wish> = runs
        .iter()
        .map(|run| Wish {
            subject: Subject::Party,
            angle: run.middle(),
            number: run.seats.len().to_string(),
            name: run.label.to_owned(),
        })
        .collect();
    for (index, majority) in chart.majorities.iter().enumerate() {
        // Majorities of the same number are one line with one label.
        let same = |other: &&MajorityMark| other.seats == majority.seats;
        if chart.majorities[..index].iter().any(|other| same(&other)) {
            continue;
        }
        let names: Vec<&str> =
            chart.majorities.iter().filter(same).map(|mark| &*mark.label).collect();
        let end = layout.majority_line(majority.seats).and_then(|line| line.last().copied());
        wishes.extend(end.map(|end| Wish {
            subject: Subject::Majority,
            angle: end.angle,
            number: majority.seats.to_string(),
            name: names.join(", "),
        }));
    }
    for &Placed { coalition, lane } in coalitions {
        let members = members(runs, &coalition.blocks);
        if let (Some(first), Some(last)) = (members.first(), members.last()) {
            wishes.push(Wish {
                subject: Subject::Coalition { lane },
                angle: f64::midpoint(first.start(), last.end()),
                number: members.iter().map(|run| run.seats.len()).sum::<usize>().to_string(),
                name: coalition.label.clone(),
            });
        }
    }
    wishes.sort_by(|one, other| one.angle.total_cmp(&other.angle));
    wishes
}

pub(super) fn draw(chart: &HemicycleChart, layout: &Layout) -> Result<String, ChartError> {
    let runs = runs(chart, layout);
    let coalitions = coalitions::place(&chart.coalitions);
    let wishes = wishes(chart, &runs, layout, &coalitions);
    let (top, foot) = (chart.caption.bottom(), chart.caption.foot());
    let brackets = LANE * f64::from(coalitions::lanes(&coalitions));
    let arrangement =
        arrange(&wishes, top, foot, brackets).ok_or(ChartError::NoRoom { labels: wishes.len() })?;
    let stage = Stage { layout, arrangement: &arrangement, brackets };
    Ok(sheet::draw(&chart.caption, chart.theme, arrangement.height, |pen| {
        for label in &arrangement.labels {
            stage.leader(pen, label);
        }
        stage.seats(pen, &runs);
        stage.brackets(pen, &runs);
        for placed in &coalitions {
            stage.coalition(pen, &runs, placed);
        }
        stage.boundaries(pen, &runs, &chart.majorities);
        for majority in &chart.majorities {
            stage.majority(pen, majority.seats);
        }
        for label in &arrangement.labels {
            draw_label(pen, label);
        }
        stage.total(pen, chart);
    }))
}

/// Where the geometry meets the sheet.
struct Stage<'a> {
    layout: &'a Layout,
    arrangement: &'a Arrangement,
    /// What the brackets of coalitions take outside those of parties.
    brackets: f64,
}

impl Stage<'_> {
    /// A place at this angle and this many pixels from the centre.
    fn at(&self, angle: f64, radius: f64) -> Point {
        let centre = self.arrangement.centre;
        Point { x: centre.x + radius * angle.sin(), y: centre.y - radius * angle.cos() }
    }

    fn curve(&self, from: Polar, to: Polar) -> Vec<Point> {
        let mut points = vec![self.at(from.angle, from.radius)];
        points.extend(arc(from, to).into_iter().map(|step| self.at(step.angle, step.radius)));
        points
    }

    /// Seats: an outline's disc, and inside it the party's, or the ground for nobody's seat.
    fn seats(&self, pen: &mut Pen<'_>, runs: &[Run<'_>]) {
        let radius = self.layout.seat_radius() * self.arrangement.radius;
        let outline = (0.13 * radius).clamp(0.4, 1.4);
        let mut numbers = 1..;
        for run in runs {
            let fill = run.colour.unwrap_or(pen.theme.background());
            let title = format!("{} {}", run.label, run.seats.len());
            let list = if run.colour.is_some() { run.label } else { "" };
            let value = Some(run.seats.len());
            pen.mark(Mark { title: &title, list, value, seat: None }, |pen| {
                for (seat, number) in run.seats.iter().zip(&mut numbers) {
                    let centre = Point {
                        x: self.arrangement.centre.x + seat.x * self.arrangement.radius,
                        y: self.arrangement.centre.y - seat.y * self.arrangement.radius,
                    };
                    pen.mark(Mark { seat: Some(number), ..Mark::default() }, |pen| {
                        pen.disc(centre, radius, pen.theme.outline());
                        pen.disc(centre, radius - outline, fill);
                    });
                }
            });
        }
    }

    /// Bands of the parties' colours along the outside of their runs, with gaps between them.
    fn brackets(&self, pen: &mut Pen<'_>, runs: &[Run<'_>]) {
        let radius = self.arrangement.radius + BRACKET_AT;
        let reach = self.layout.seat_radius();
        for (index, run) in runs.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| runs.get(before));
            let from = before.map_or(run.start() - reach, |before| {
                f64::midpoint(before.end(), run.start()) + BRACKET_GAP / 2.0 / radius
            });
            let to = runs.get(index + 1).map_or(run.end() + reach, |after| {
                f64::midpoint(run.end(), after.start()) - BRACKET_GAP / 2.0 / radius
            });
            // So few pixels that the gap would eat the band: leave the middle of it.
            let (from, to) = if from < to { (from, to) } else { (to, from) };
            let band =
                |from, to| self.curve(Polar { angle: from, radius }, Polar { angle: to, radius });
            let rim = 0.8 / radius;
            pen.line(&band(from - rim, to + rim), BRACKET + 1.6, pen.theme.outline());
            let fill = run.colour.unwrap_or(pen.theme.background());
            pen.line(&band(from, to), BRACKET, fill);
        }
    }

    /// A line over the seats of a coalition, its ends pointing at the first and the last of them.
    fn coalition(&self, pen: &mut Pen<'_>, runs: &[Run<'_>], placed: &Placed<'_>) {
        let members = members(runs, &placed.coalition.blocks);
        let (Some(first), Some(last)) = (members.first(), members.last()) else {
            return;
        };
        let reach = self.layout.seat_radius() / 2.0;
        let radius = self.lane(placed.lane);
        let (from, to) = (first.start() - reach, last.end() + reach);
        let mut points = vec![self.at(from, radius - TICK)];
        points.extend(self.curve(Polar { angle: from, radius }, Polar { angle: to, radius }));
        points.push(self.at(to, radius - TICK));
        pen.line(&points, 1.6, pen.theme.ink());
    }

    /// How far from the centre the brackets of a lane are.
    fn lane(&self, lane: u8) -> f64 {
        self.arrangement.radius + LANES_AT + LANE * f64::from(lane)
    }

    /// A hairline between neighbours whose colours are hard to tell apart.
    fn boundaries(&self, pen: &mut Pen<'_>, runs: &[Run<'_>], majorities: &[MajorityMark]) {
        let mut before = 0;
        for pair in runs.windows(2) {
            before += u32::try_from(pair[0].seats.len()).unwrap_or(u32::MAX);
            let alike = match (pair[0].colour, pair[1].colour) {
                (Some(one), Some(other)) => similar(one, other),
                _ => false,
            };
            // A majority line so near separates them already; two lines would only tangle.
            let marked = majorities.iter().any(|mark| mark.seats.abs_diff(before) <= 4);
            if alike && !marked {
                self.staircase(pen, before, 2.0, 1.2, pen.theme.outline());
            }
        }
    }

    fn majority(&self, pen: &mut Pen<'_>, seats: u32) {
        let halo = (self.layout.half_pitch() * self.arrangement.radius * 0.3).clamp(1.5, 5.0);
        self.staircase(pen, seats, LINE_OVERHANG, halo, pen.theme.background());
        self.staircase(pen, seats, LINE_OVERHANG, halo / 2.0, pen.theme.ink());
    }

    fn staircase(
        &self,
        pen: &mut Pen<'_>,
        seats: u32,
        overhang: f64,
        thickness: f64,
        colour: Colour,
    ) {
        let Some(line) = self.layout.majority_line(seats) else {
            return;
        };
        let place = |polar: &Polar, more: f64| {
            self.at(polar.angle, (polar.radius * self.arrangement.radius + more).max(0.0))
        };
        let mut points: Vec<Point> = Vec::new();
        points.extend(line.first().map(|first| place(first, -overhang.min(8.0))));
        points.extend(line.iter().map(|polar| place(polar, 0.0)));
        points.extend(line.last().map(|last| place(last, overhang)));
        pen.line(&points, thickness, colour);
    }

    /// The line from a run's bracket, or a majority's line, to its label. It stays in the moat,
    /// where no label is, turning at an even rate, so that no two of them cross.
    fn leader(&self, pen: &mut Pen<'_>, label: &Label) {
        let centre = self.arrangement.centre;
        let goal = match label.side {
            Side::Left => Point { x: label.to.x + 3.0, y: label.number_middle() },
            Side::Right => Point { x: label.from.x - 3.0, y: label.number_middle() },
            Side::Top => {
                let above = self.at(label.angle, self.arrangement.clear_radius);
                Point { x: above.x.clamp(label.from.x, label.to.x), y: label.to.y + 1.0 }
            }
        };
        let angle = (goal.x - centre.x).atan2(centre.y - goal.y);
        let reach = (goal.x - centre.x).hypot(centre.y - goal.y);
        let start = match label.subject {
            Subject::Party => self.arrangement.radius + BRACKET_AT + BRACKET / 2.0,
            Subject::Majority => self.arrangement.radius + LINE_OVERHANG,
            Subject::Coalition { lane } => self.lane(lane),
        };
        let rim = (self.arrangement.clear_radius - 3.0).min(reach);
        // Straight through the lanes of coalitions, then turning.
        let lanes = if self.brackets > 0.0 { LANES_AT - LANE / 2.0 + self.brackets } else { 0.0 };
        let beyond = start.max(self.arrangement.radius + lanes).min(rim);
        let mut points = vec![self.at(label.angle, start)];
        points.extend(
            self.curve(Polar { angle: label.angle, radius: beyond }, Polar { angle, radius: rim }),
        );
        points.push(goal);
        pen.line(&points, 1.0, pen.theme.muted_ink());
    }

    /// The number of all seats in the middle, or under the arc when that leaves no middle.
    fn total(&self, pen: &mut Pen<'_>, chart: &HemicycleChart) {
        let centre = self.arrangement.centre;
        let hole = self.layout.inner_radius() * self.arrangement.radius;
        let number = chart.house_size.to_string();
        let lettering = |size, bold, ink| Lettering { size, bold, anchor: Anchor::Middle, ink };
        let word_fits = width(&chart.total_label, 15.0, false) < 1.7 * hole;
        if hole < 70.0 || !word_fits {
            let text = format!("{number} {}", chart.total_label);
            let lettering = lettering(SMALLEST_TEXT + 4.0, true, pen.theme.ink());
            return pen.text(&text, Point { x: centre.x, y: centre.y + 24.0 }, lettering);
        }
        let size = (hole * 0.42).min(52.0);
        let raised = Point { x: centre.x, y: centre.y - 27.0 };
        pen.text(&number, raised, lettering(size, true, pen.theme.ink()));
        let below = Point { x: centre.x, y: centre.y - 4.0 };
        pen.text(&chart.total_label, below, lettering(15.0, false, pen.theme.muted_ink()));
    }
}

fn draw_label(pen: &mut Pen<'_>, label: &Label) {
    let anchor = if label.side == Side::Left { Anchor::End } else { Anchor::Start };
    let (number_ink, name_ink) = match label.subject {
        Subject::Party => (pen.theme.ink(), pen.theme.ink()),
        Subject::Majority => (pen.theme.muted_ink(), pen.theme.muted_ink()),
        Subject::Coalition { .. } => (pen.theme.ink(), pen.theme.muted_ink()),
    };
    let number = Lettering { size: label.number_size, bold: true, anchor, ink: number_ink };
    let name = Lettering { size: label.name_size, bold: false, anchor, ink: name_ink };
    let baseline = label.number_middle() + 0.36 * label.number_size;
    pen.text(&label.number, Point { x: label.number_x(), y: baseline }, number);
    let baseline = label.number_middle() + 0.36 * label.name_size;
    pen.lines(&label.name, Point { x: label.name_x(), y: baseline }, name, LEADING);
}
