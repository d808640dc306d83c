//! Votes against seats: each list's share of the votes and of the seats, joined by a line.

use super::axis::Axis;
use super::rows::{Frame, Marks, Place, Row, Sample};
use super::sheet::{Anchor, Pen, Point, width};
use super::{Caption, ChartError, Theme, marks};
use crate::election::Colour;

/// The two shares of one list.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The list's name.
    pub label: String,
    /// Its colour; see [`super::palette`] for lists without one.
    pub colour: Colour,
    /// Its share of the votes, from 0 to 1.
    pub votes: f64,
    /// Its share of the seats, from 0 to 1.
    pub seats: f64,
    /// Both as they are printed beside the marks.
    pub votes_number: String,
    /// The same for the seats.
    pub seats_number: String,
    /// Numbers at the right, one for each heading, such as the difference.
    pub cells: Vec<String>,
}

/// Shares of votes and seats of several lists.
///
/// ```
/// use kurultai::chart::{Caption, Theme, VotesSeatsChart, palette, votes_seats::Shares};
/// let chart = VotesSeatsChart {
///     caption: Caption { title: "Whom does the law favour?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     axis_label: "share".into(),
///     votes_label: "share of votes".into(),
///     seats_label: "share of seats".into(),
///     percent: |share| format!("{:.0} %", share * 100.0),
///     headings: vec![],
///     lists: vec![Shares {
///         label: "Amanat".into(),
///         colour: palette(0),
///         votes: 0.539,
///         seats: 0.572,
///         votes_number: "53.9 %".into(),
///         seats_number: "57.2 %".into(),
///         cells: vec![],
///     }],
/// };
/// assert!(chart.draw()?.contains("57.2 %"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct VotesSeatsChart {
    /// The words around it; the subtitle names the indices.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What the axis shows.
    pub axis_label: String,
    /// What the ring marks.
    pub votes_label: String,
    /// What the disc marks.
    pub seats_label: String,
    /// How a share from 0 to 1 is written on the axis.
    pub percent: fn(f64) -> String,
    /// The headings of the columns at the right.
    pub headings: Vec<String>,
    /// The lists, from the top.
    pub lists: Vec<Shares>,
}

/// The disc fits into the hole of the ring: equal shares make a target.
const RING: f64 = 9.5;
const DOT: f64 = 4.8;
const NUMBER_SIZE: f64 = 13.0;
/// From the middle of a mark to its number.
const ASIDE: f64 = 15.0;

impl VotesSeatsChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::NoRows`] without lists; [`ChartError::Share`] for one outside 0 to 1.
    pub fn draw(&self) -> Result<String, ChartError> {
        let mut end: f64 = 0.0;
        let (mut before, mut after): (f64, f64) = (0.0, 0.0);
        for (row, list) in self.lists.iter().enumerate() {
            for share in [list.votes, list.seats] {
                if !(0.0..=1.0).contains(&share) {
                    return Err(ChartError::Share { row: row + 1 });
                }
                end = end.max(share);
            }
            let [left, right] = numbers(list).map(|number| width(number.0, NUMBER_SIZE, true));
            before = before.max(left + ASIDE);
            after = after.max(right + ASIDE);
        }
        let end = Axis::rounded((0.0, end), (0.0, 500.0), 64.0, 0.0)?.values().1;
        Frame {
            caption: &self.caption,
            theme: self.theme,
            key: vec![(Sample::Ring, &*self.votes_label), (Sample::Dot, &*self.seats_label)],
            rows: self.lists.iter().map(|list| Row::new(&list.label, "", &list.cells)).collect(),
            headings: &self.headings,
            values: (0.0, end),
            finest: 0.0,
            write: self.percent,
            axis_label: &self.axis_label,
            poles: None,
            flags: Vec::new(),
            beside: (before, after),
            least_row: 36.0,
        }
        .draw(self)
    }
}

/// The numbers of a list, the lower first, and whether each is of the seats.
fn numbers(list: &Shares) -> [(&str, bool); 2] {
    let (votes, seats) = ((&*list.votes_number, false), (&*list.seats_number, true));
    if list.seats < list.votes { [seats, votes] } else { [votes, seats] }
}

impl Marks for VotesSeatsChart {
    fn marks(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let list = &self.lists[row];
        let y = place.middle();
        let votes = Point { x: place.axis.at(list.votes), y };
        let seats = Point { x: place.axis.at(list.seats), y };
        let from = Point { x: votes.x.min(seats.x), y: y - 3.0 };
        let to = Point { x: votes.x.max(seats.x), y: y + 3.0 };
        marks::bar(pen, from, to, list.colour);
        marks::ring(pen, votes, RING, list.colour);
        marks::dot(pen, seats, DOT, list.colour);
    }

    fn numbers(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let list = &self.lists[row];
        let low = place.axis.at(list.votes.min(list.seats)) - ASIDE;
        let high = place.axis.at(list.votes.max(list.seats)) + ASIDE;
        let y = place.middle() + 0.36 * NUMBER_SIZE;
        let ends = [(low, Anchor::End), (high, Anchor::Start)];
        for ((number, of_seats), (x, anchor)) in numbers(list).into_iter().zip(ends) {
            let lettering = pen.lettering(NUMBER_SIZE, of_seats, anchor);
            marks::plate(pen, number, Point { x, y }, lettering);
        }
    }
}

#[cfg(test)]
mod tests;
