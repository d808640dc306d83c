//! Margins: how many votes each list is away from losing a seat and from winning one.

use super::rows::{Frame, Marks, Place, Poles, Row};
use super::sheet::{Anchor, Pen, Point, width};
use super::{Caption, ChartError, Theme, marks};
use crate::election::Colour;

/// The votes of one list to a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// The list's name.
    pub label: String,
    /// What is said below the name, such as its votes and seats.
    pub note: String,
    /// Its colour; see [`super::palette`] for lists without one.
    pub colour: Colour,
    /// How many fewer votes lose it a seat; `None` if no loss of votes does.
    pub lose: Option<f64>,
    /// How many more votes win it a seat; `None` if no gain of votes does.
    pub win: Option<f64>,
    /// Both as they are printed beside the marks, or why there are none.
    pub lose_number: String,
    /// The same for winning.
    pub win_number: String,
    /// Numbers at the right, one for each heading.
    pub cells: Vec<String>,
}

/// Margins of several lists: to the left the votes to lose, to the right the votes to win.
///
/// ```
/// use kurultai::chart::{Caption, MarginChart, Theme, margins::Margin, palette};
/// let chart = MarginChart {
///     caption: Caption { title: "How many votes from another seat?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     axis_label: "votes".into(),
///     lose_label: "fewer votes lose a seat".into(),
///     win_label: "more votes win a seat".into(),
///     number: |votes| format!("{:.0}", votes.abs()),
///     headings: vec![],
///     lists: vec![Margin {
///         label: "Auyl".into(),
///         note: String::new(),
///         colour: palette(0),
///         lose: Some(10_221.0),
///         win: Some(31_873.0),
///         lose_number: "10,221".into(),
///         win_number: "31,873".into(),
///         cells: vec![],
///     }],
/// };
/// assert!(chart.draw()?.contains("31,873"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct MarginChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What the axis counts.
    pub axis_label: String,
    /// What the left side shows.
    pub lose_label: String,
    /// What the right side shows.
    pub win_label: String,
    /// How a number of votes is written on the axis; those to the left are negative.
    pub number: fn(f64) -> String,
    /// The headings of the columns at the right.
    pub headings: Vec<String>,
    /// The lists, from the top.
    pub lists: Vec<Margin>,
}

const NUMBER_SIZE: f64 = 13.0;
const GAP: f64 = 7.0;
/// No side of the axis is shorter than this share of the other.
const SHORTER_SIDE: f64 = 0.6;

impl MarginChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::NoRows`] without lists; [`ChartError::NotFinite`] for votes that are no number.
    pub fn draw(&self) -> Result<String, ChartError> {
        let furthest = |side: fn(&Margin) -> Option<f64>| {
            self.lists.iter().filter_map(side).fold(0.0, |most: f64, votes| most.max(votes))
        };
        let votes = self.lists.iter().flat_map(|list| [list.lose, list.win]).flatten();
        if !votes.into_iter().all(|votes| votes.is_finite() && votes >= 0.0) {
            return Err(ChartError::NotFinite);
        }
        let (lose, win) = (furthest(|list| list.lose), furthest(|list| list.win));
        let (lose, win) = (lose.max(SHORTER_SIDE * win), win.max(SHORTER_SIDE * lose));
        let (lose, win) = if lose + win > 0.0 { (lose, win) } else { (1.0, 1.0) };
        let room = |number: fn(&Margin) -> &str| {
            let widths = self.lists.iter().map(|list| width(number(list), NUMBER_SIZE, true));
            widths.fold(0.0, f64::max) + GAP + 4.0
        };
        Frame {
            caption: &self.caption,
            theme: self.theme,
            key: Vec::new(),
            rows: self
                .lists
                .iter()
                .map(|list| Row::new(&list.label, &list.note, &list.cells))
                .collect(),
            headings: &self.headings,
            values: (-lose, win),
            finest: 1.0,
            write: self.number,
            axis_label: &self.axis_label,
            poles: Some(Poles { left: &self.lose_label, right: &self.win_label }),
            flags: Vec::new(),
            beside: (room(|list| &list.lose_number), room(|list| &list.win_number)),
            least_row: 36.0,
        }
        .draw(self)
    }
}

impl Marks for MarginChart {
    fn marks(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let list = &self.lists[row];
        let half = place.thickness / 2.0;
        let zero = place.axis.at(0.0);
        let lose = list.lose.map(|votes| (place.axis.at(-votes), zero));
        let win = list.win.map(|votes| (zero, place.axis.at(votes)));
        for (left, right) in lose.into_iter().chain(win) {
            let from = Point { x: left, y: place.middle() - half };
            let to = Point { x: right, y: place.middle() + half };
            marks::bar(pen, from, to, list.colour);
        }
    }

    fn numbers(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let list = &self.lists[row];
        let y = place.middle() + 0.36 * NUMBER_SIZE;
        let sides = [
            (&list.lose_number, list.lose.map(|votes| -votes), -GAP, Anchor::End),
            (&list.win_number, list.win, GAP, Anchor::Start),
        ];
        for (number, value, aside, anchor) in sides {
            let x = place.axis.at(value.unwrap_or(0.0)) + aside;
            let lettering = pen.lettering(NUMBER_SIZE, value.is_some(), anchor);
            marks::plate(pen, number, Point { x, y }, lettering);
        }
    }
}

#[cfg(test)]
mod tests;
