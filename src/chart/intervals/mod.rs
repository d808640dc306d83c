//! Seat intervals: for each list the median, the middle 50 % and the middle 90 % of its seats, on one axis.

use super::rows::{Frame, Marks, Place, Row, Sample};
use super::sheet::{Anchor, Pen, Point};
use super::{Caption, ChartError, MajorityMark, Theme, marks};
use crate::election::Colour;

/// What one list may win.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatInterval {
    /// The list's name.
    pub label: String,
    /// Its colour; see [`super::palette`] for lists without one.
    pub colour: Colour,
    /// The median of its seats.
    pub median: u32,
    /// The 25th and the 75th percentile.
    pub half: (u32, u32),
    /// The 5th and the 95th percentile.
    pub nine_tenths: (u32, u32),
    /// Numbers at the right, one for each heading, such as the probability of no seats.
    pub cells: Vec<String>,
}

/// Seat intervals of several lists.
///
/// ```
/// use kurultai::chart::{Caption, IntervalChart, Theme, intervals::SeatInterval, palette};
/// let chart = IntervalChart {
///     caption: Caption { title: "How many seats?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     axis_label: "seats".into(),
///     median_label: "median".into(),
///     half_label: "50 % of draws".into(),
///     nine_tenths_label: "90 % of draws".into(),
///     number: |seats| seats.to_string(),
///     headings: vec!["no seats".into()],
///     lists: vec![SeatInterval {
///         label: "Auyl".into(),
///         colour: palette(0),
///         median: 17,
///         half: (15, 19),
///         nine_tenths: (13, 23),
///         cells: vec!["1.2 %".into()],
///     }],
///     majorities: vec![],
/// };
/// assert!(chart.draw()?.contains("1.2 %"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct IntervalChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What the axis counts.
    pub axis_label: String,
    /// What the disc marks.
    pub median_label: String,
    /// What the thick bar holds.
    pub half_label: String,
    /// What the thin bar holds.
    pub nine_tenths_label: String,
    /// How a number of the axis is written.
    pub number: fn(f64) -> String,
    /// The headings of the columns at the right.
    pub headings: Vec<String>,
    /// The lists, from the top.
    pub lists: Vec<SeatInterval>,
    /// The majorities to mark, where they are not far beyond the axis.
    pub majorities: Vec<MajorityMark>,
}

/// A majority up to so many times as far as the intervals reach still lengthens the axis.
const FURTHEST_MAJORITY: f64 = 1.8;
/// The disc of a median.
const MEDIAN_RADIUS: f64 = 5.5;
const NUMBER_SIZE: f64 = 13.0;

impl IntervalChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::NoRows`] without lists; [`ChartError::Interval`] unless the median is within the 50 % and
    /// those within the 90 %.
    pub fn draw(&self) -> Result<String, ChartError> {
        for (row, list) in self.lists.iter().enumerate() {
            let steps =
                [list.nine_tenths.0, list.half.0, list.median, list.half.1, list.nine_tenths.1];
            if !steps.is_sorted() {
                return Err(ChartError::Interval { row: row + 1 });
            }
        }
        let reach = self.lists.iter().map(|list| f64::from(list.nine_tenths.1)).fold(1.0, f64::max);
        let mut majorities: Vec<&MajorityMark> = self.majorities.iter().collect();
        majorities.sort_by_key(|majority| majority.seats);
        majorities.retain(|majority| f64::from(majority.seats) <= reach * FURTHEST_MAJORITY);
        let end = majorities.iter().map(|mark| f64::from(mark.seats)).fold(reach, f64::max);
        Frame {
            caption: &self.caption,
            theme: self.theme,
            key: vec![
                (Sample::Median, &*self.median_label),
                (Sample::Bar(14.0), &*self.half_label),
                (Sample::Bar(6.0), &*self.nine_tenths_label),
            ],
            rows: self.lists.iter().map(|list| Row::new(&list.label, "", &list.cells)).collect(),
            headings: &self.headings,
            values: (0.0, end),
            finest: 1.0,
            write: self.number,
            axis_label: &self.axis_label,
            poles: None,
            flags: majorities.into_iter().map(MajorityMark::flag).collect(),
            beside: (10.0, 16.0),
            least_row: 42.0,
        }
        .draw(self)
    }
}

/// The middle of the bars: a little low, for the median's number above them.
fn middle(place: Place) -> f64 {
    place.middle() + 7.0
}

/// The thickness of the bar of 50 %.
fn thickness(place: Place) -> f64 {
    (place.thickness * 0.8).max(13.0)
}

impl Marks for IntervalChart {
    fn marks(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let list = &self.lists[row];
        let (middle, thick) = (middle(place), thickness(place));
        for ((low, high), thick) in [(list.nine_tenths, thick * 0.38), (list.half, thick)] {
            // A single value still has a bar, around it.
            let (left, right) = (place.axis.at(low.into()), place.axis.at(high.into()));
            let more = (3.0 - (right - left)).max(0.0) / 2.0;
            let from = Point { x: left - more, y: middle - thick / 2.0 };
            let to = Point { x: right + more, y: middle + thick / 2.0 };
            marks::bar(pen, from, to, list.colour);
        }
    }

    fn numbers(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let median = f64::from(self.lists[row].median);
        let centre = Point { x: place.axis.at(median), y: middle(place) };
        marks::dot(pen, centre, MEDIAN_RADIUS, pen.theme.background());
        let above = (thickness(place) / 2.0).max(MEDIAN_RADIUS) + 4.0;
        let lettering = pen.lettering(NUMBER_SIZE, true, Anchor::Middle);
        let at = Point { x: centre.x, y: centre.y - above };
        marks::plate(pen, &(self.number)(median), at, lettering);
    }
}

#[cfg(test)]
mod tests;
