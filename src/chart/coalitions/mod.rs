//! Coalitions: a bar of seats for each, against the majorities of the house.

use super::palette::ink_on;
use super::rows::{Frame, Marks, Place, Row, Sample};
use super::sheet::{Anchor, Lettering, Pen, Point, SMALLEST_TEXT, width};
use super::{Caption, ChartError, MajorityMark, Theme, marks};
use crate::election::Colour;

/// A piece of a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its colour; see [`super::palette`] for lists without one.
    pub colour: Colour,
    /// Its seats.
    pub seats: u32,
}

/// One coalition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The coalition's name.
    pub label: String,
    /// What is said below the name, such as its members in the order of the parts.
    pub note: String,
    /// The seats of its members from left to right, or one part for all of them.
    pub parts: Vec<Part>,
    /// The 5th and the 95th percentile of its seats, for simulated seats.
    pub nine_tenths: Option<(u32, u32)>,
    /// Numbers at the right, one for each heading, such as the probability of a majority.
    pub cells: Vec<String>,
}

impl Bar {
    fn seats(&self) -> u64 {
        self.parts.iter().map(|part| u64::from(part.seats)).sum()
    }
}

/// Coalitions against majorities. Beside each bar stand its seats and, for each majority from left to right, how
/// many it has above (`+4`) or below (`−6`).
///
/// ```
/// use kurultai::chart::coalitions::{Bar, Part};
/// use kurultai::chart::{Caption, CoalitionChart, MajorityMark, Theme, palette};
/// let part = |index, seats| Part { colour: palette(index), seats };
/// let chart = CoalitionChart {
///     caption: Caption { title: "Who can govern?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     axis_label: "seats".into(),
///     interval_label: String::new(),
///     number: |seats| seats.to_string(),
///     headings: vec![],
///     coalitions: vec![Bar {
///         label: "Opposition".into(),
///         note: "Auyl, Respublica".into(),
///         parts: vec![part(0, 37), part(1, 30)],
///         nine_tenths: None,
///         cells: vec![],
///     }],
///     majorities: vec![MajorityMark { label: "majority".into(), seats: 73 }],
/// };
/// assert!(chart.draw()?.contains("−6"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct CoalitionChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What the bars count, and what the numbers beside them mean.
    pub axis_label: String,
    /// What the line with stops spans; said only if some coalition has such an interval.
    pub interval_label: String,
    /// How a number of the axis is written.
    pub number: fn(f64) -> String,
    /// The headings of the columns at the right.
    pub headings: Vec<String>,
    /// The coalitions, from the top.
    pub coalitions: Vec<Bar>,
    /// The majorities; all of them are on the axis.
    pub majorities: Vec<MajorityMark>,
}

const SEATS_SIZE: f64 = 16.0;
const DIFFERENCE_SIZE: f64 = 13.0;
const GAP: f64 = 8.0;

impl CoalitionChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::NoRows`] without coalitions; [`ChartError::AxisTooLong`] for more seats than any house has.
    pub fn draw(&self) -> Result<String, ChartError> {
        let mut ends: Vec<u32> = Vec::new();
        for bar in &self.coalitions {
            let seats = u32::try_from(bar.seats()).ok();
            let seats = seats.filter(|&seats| seats <= crate::election::MAX_SEATS);
            let too_long = || usize::try_from(bar.seats()).unwrap_or(usize::MAX);
            ends.push(seats.ok_or_else(|| ChartError::AxisTooLong { seats: too_long() })?);
            ends.extend(bar.nine_tenths.map(|interval| interval.1));
        }
        let majorities = self.ascending();
        ends.extend(majorities.iter().map(|majority| majority.seats));
        let end = ends.into_iter().max().unwrap_or(1).max(1);
        let intervals = self.coalitions.iter().any(|bar| bar.nine_tenths.is_some());
        let beside = self.coalitions.iter().map(|bar| self.room(bar)).fold(0.0, f64::max);
        Frame {
            caption: &self.caption,
            theme: self.theme,
            key: intervals
                .then_some((Sample::Whisker, &*self.interval_label))
                .into_iter()
                .collect(),
            rows: self
                .coalitions
                .iter()
                .map(|bar| Row::new(&bar.label, &bar.note, &bar.cells))
                .collect(),
            headings: &self.headings,
            values: (0.0, end.into()),
            finest: 1.0,
            write: self.number,
            axis_label: &self.axis_label,
            poles: None,
            flags: majorities.into_iter().map(MajorityMark::flag).collect(),
            beside: (4.0, beside),
            least_row: 48.0,
        }
        .draw(self)
    }

    fn ascending(&self) -> Vec<&MajorityMark> {
        let mut majorities: Vec<&MajorityMark> = self.majorities.iter().collect();
        majorities.sort_by_key(|majority| majority.seats);
        majorities
    }

    /// `+15 / −9`: the seats above or below each majority.
    fn differences(&self, bar: &Bar) -> String {
        let one = |majority: &MajorityMark| {
            let (seats, needed) = (bar.seats(), u64::from(majority.seats));
            let sign = if seats < needed { '−' } else { '+' };
            format!("{sign}{}", seats.abs_diff(needed))
        };
        self.ascending().into_iter().map(one).collect::<Vec<_>>().join(" / ")
    }

    /// How much room the numbers beside a bar need.
    fn room(&self, bar: &Bar) -> f64 {
        let seats = width(&bar.seats().to_string(), SEATS_SIZE, true);
        let differences = width(&self.differences(bar), DIFFERENCE_SIZE, false);
        seats + differences + 2.0 * GAP + 10.0
    }
}

impl Marks for CoalitionChart {
    fn marks(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let bar = &self.coalitions[row];
        let (top, bottom) = {
            let half = place.thickness / 2.0;
            (place.middle() - half, place.middle() + half)
        };
        let mut before = 0;
        for part in bar.parts.iter().filter(|part| part.seats > 0) {
            let left = place.axis.at(before.into());
            before += part.seats;
            let right = place.axis.at(before.into());
            // Neighbours share one outline.
            let from = Point { x: left - marks::RIM / 2.0, y: top };
            let to = Point { x: right + marks::RIM / 2.0, y: bottom };
            marks::bar(pen, from, to, part.colour);
        }
    }

    fn numbers(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let bar = &self.coalitions[row];
        let y = place.middle();
        let lines: Vec<f64> =
            self.majorities.iter().map(|mark| place.axis.at(mark.seats.into())).collect();
        let mut end = 0;
        for part in &bar.parts {
            let left = place.axis.at(end.into());
            end += part.seats;
            let right = place.axis.at(end.into());
            let text = part.seats.to_string();
            let wide = width(&text, SMALLEST_TEXT, true);
            if bar.parts.len() > 1 && wide + 4.0 < right - left {
                let ink = ink_on(part.colour);
                let lettering = pen.lettering(SMALLEST_TEXT, true, Anchor::Middle);
                let lettering = Lettering { ink, ..lettering };
                let x = marks::clear_middle((left, right), &lines, wide);
                let at = Point { x, y: y + 0.36 * SMALLEST_TEXT };
                marks::plate_on(pen, part.colour, &text, at, lettering);
            }
        }
        let mut x = place.axis.at(end.into());
        if let Some((low, high)) = bar.nine_tenths {
            let from = Point { x: place.axis.at(low.into()), y };
            let to = place.axis.at(high.into());
            marks::haloed_whisker(pen, from, to, place.thickness * 0.55);
            x = x.max(to);
        }
        // One piece of bare ground for both numbers, across the lines of majorities.
        let ground = (
            Point { x: x + 3.0, y: y - place.thickness / 2.0 },
            Point { x: x + self.room(bar) - 6.0, y: y + place.thickness / 2.0 },
        );
        pen.rectangle(ground.0, ground.1, pen.theme.background());
        x += GAP;
        let seats = bar.seats().to_string();
        let lettering = pen.lettering(SEATS_SIZE, true, Anchor::Start);
        pen.text(&seats, Point { x, y: y + 0.36 * SEATS_SIZE }, lettering);
        x += width(&seats, SEATS_SIZE, true) + GAP;
        let differences = self.differences(bar);
        let lettering = pen.lettering(DIFFERENCE_SIZE, false, Anchor::Start);
        let at = Point { x, y: y + 0.36 * SEATS_SIZE };
        pen.text(&differences, at, lettering);
    }
}

#[cfg(test)]
mod tests;
