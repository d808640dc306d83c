//! How probable it is that each list passes the threshold.

use super::rows::{Frame, Marks, Place, Row, Sample};
use super::sheet::{Anchor, Pen, Point, width};
use super::{Caption, ChartError, Theme, marks};
use crate::election::Colour;

/// The probability of one list.
#[derive(Clone, Debug, PartialEq)]
pub struct Passes {
    /// The list's name.
    pub label: String,
    /// Its colour; see [`super::palette`] for lists without one.
    pub colour: Colour,
    /// The estimated probability, from 0 to 1.
    pub probability: f64,
    /// Half of the width of its interval: two standard errors.
    pub half_width: f64,
    /// The probability as it is printed beside the mark.
    pub number: String,
    /// Numbers at the right, one for each heading, such as the two standard errors.
    pub cells: Vec<String>,
}

/// Probabilities of passing the threshold, with their Monte Carlo error.
///
/// ```
/// use kurultai::chart::{Caption, PassesChart, Theme, palette, passes::Passes};
/// let chart = PassesChart {
///     caption: Caption { title: "Who passes the threshold?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     axis_label: "probability".into(),
///     estimate_label: "estimate".into(),
///     error_label: "two standard errors".into(),
///     percent: |share| format!("{:.0} %", share * 100.0),
///     headings: vec!["±2 SE".into()],
///     lists: vec![Passes {
///         label: "Auyl".into(),
///         colour: palette(0),
///         probability: 0.93,
///         half_width: 0.02,
///         number: "93 %".into(),
///         cells: vec!["2.0 pp".into()],
///     }],
/// };
/// assert!(chart.draw()?.contains("93 %"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct PassesChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What the axis shows.
    pub axis_label: String,
    /// What the disc marks.
    pub estimate_label: String,
    /// What the line with stops spans.
    pub error_label: String,
    /// How a share from 0 to 1 is written on the axis.
    pub percent: fn(f64) -> String,
    /// The headings of the columns at the right.
    pub headings: Vec<String>,
    /// The lists, from the top.
    pub lists: Vec<Passes>,
}

const RADIUS: f64 = 7.5;
/// The stops of an interval: a narrow interval is within the disc, and only its number says more.
const STOP: f64 = 12.0;
const NUMBER_SIZE: f64 = 14.0;
/// From the middle of a mark to its number.
const ASIDE: f64 = 14.0;

impl PassesChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::NoRows`] without lists; [`ChartError::Probability`] for one outside 0 to 1.
    pub fn draw(&self) -> Result<String, ChartError> {
        for (row, list) in self.lists.iter().enumerate() {
            if !(0.0..=1.0).contains(&list.probability) || !(0.0..=1.0).contains(&list.half_width) {
                return Err(ChartError::Probability { row: row + 1 });
            }
        }
        let numbers = self.lists.iter().map(|list| width(&list.number, NUMBER_SIZE, true));
        Frame {
            caption: &self.caption,
            theme: self.theme,
            key: vec![(Sample::Dot, &*self.estimate_label), (Sample::Whisker, &*self.error_label)],
            rows: self.lists.iter().map(|list| Row::new(&list.label, "", &list.cells)).collect(),
            headings: &self.headings,
            values: (0.0, 1.0),
            finest: 0.0,
            write: self.percent,
            axis_label: &self.axis_label,
            poles: None,
            flags: Vec::new(),
            beside: (RADIUS + 4.0, ASIDE + numbers.fold(0.0, f64::max) + 6.0),
            least_row: 34.0,
        }
        .draw(self)
    }
}

/// The interval of a list, within 0 to 1.
fn interval(list: &Passes) -> (f64, f64) {
    let low = (list.probability - list.half_width).max(0.0);
    (low, (list.probability + list.half_width).min(1.0))
}

impl Marks for PassesChart {
    fn marks(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let list = &self.lists[row];
        let (axis, y) = (place.axis, place.middle());
        let (zero, here) = (axis.at(0.0), axis.at(list.probability));
        if here > zero {
            let bar = (Point { x: zero, y: y - 2.5 }, Point { x: here, y: y + 2.5 });
            marks::bar(pen, bar.0, bar.1, list.colour);
        }
        let (low, high) = interval(list);
        marks::whisker(pen, Point { x: axis.at(low), y }, axis.at(high), STOP);
        marks::dot(pen, Point { x: here, y }, RADIUS, list.colour);
    }

    fn numbers(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let list = &self.lists[row];
        let here = place.axis.at(list.probability) + RADIUS;
        let x = here.max(place.axis.at(interval(list).1)) + ASIDE - RADIUS;
        let at = Point { x, y: place.middle() + 0.36 * NUMBER_SIZE };
        let lettering = pen.lettering(NUMBER_SIZE, true, Anchor::Start);
        marks::plate(pen, &list.number, at, lettering);
    }
}

#[cfg(test)]
mod tests;
