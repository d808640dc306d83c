//! A board of scenarios: the seats of each scenario or law as one bar of the whole house.

mod numbers;

use super::rows::{Frame, Marks, Place, Row, Sample};
use super::sheet::{Pen, Point};
use super::{Caption, ChartError, MajorityMark, Theme, marks};
use crate::election::Colour;

/// A list, the same in all rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Its name.
    pub label: String,
    /// Its colour; see [`super::palette`] for lists without one.
    pub colour: Colour,
}

/// One scenario or law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// What it is called.
    pub label: String,
    /// What is said below the name.
    pub note: String,
    /// The seats of each list, in the order of the lists.
    pub seats: Vec<u32>,
    /// Seats that nobody holds: hollow, at the right end.
    pub unfilled: u32,
    /// The seats of the house.
    pub house_size: u32,
    /// The majorities of this house.
    pub majorities: Vec<MajorityMark>,
    /// Numbers at the right, one for each heading.
    pub cells: Vec<String>,
}

/// Several houses, one above the other, each 100 % wide.
///
/// ```
/// use kurultai::chart::board::{House, List};
/// use kurultai::chart::{BoardChart, Caption, MajorityMark, Theme, palette};
/// let list = |label: &str, index| List { label: label.into(), colour: palette(index) };
/// let chart = BoardChart {
///     caption: Caption { title: "What does the law change?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     axis_label: "share of seats".into(),
///     unfilled_label: "vacant".into(),
///     percent: |share| format!("{:.0} %", share * 100.0),
///     headings: vec![],
///     lists: vec![list("Amanat", 0), list("Auyl", 1)],
///     houses: vec![House {
///         label: "Law in force".into(),
///         note: String::new(),
///         seats: vec![83, 62],
///         unfilled: 0,
///         house_size: 145,
///         majorities: vec![MajorityMark { label: "majority".into(), seats: 73 }],
///         cells: vec![],
///     }],
/// };
/// assert!(chart.draw()?.contains("83"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct BoardChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What the axis shows.
    pub axis_label: String,
    /// What seats without an owner are called.
    pub unfilled_label: String,
    /// How a share from 0 to 1 is written on the axis.
    pub percent: fn(f64) -> String,
    /// The headings of the columns at the right.
    pub headings: Vec<String>,
    /// The lists from left to right.
    pub lists: Vec<List>,
    /// The scenarios, from the top.
    pub houses: Vec<House>,
}

/// A piece of a bar, in pixels of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    left: f64,
    right: f64,
    seats: u32,
    colour: Colour,
}

impl BoardChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::NoRows`] without houses; [`ChartError::SeatSum`] unless lists and unfilled seats of a house
    /// add up to it; [`ChartError::HouseSize`] for an empty one; [`ChartError::Majority`] for a majority outside
    /// 1 to the house.
    pub fn draw(&self) -> Result<String, ChartError> {
        self.houses.iter().try_for_each(House::check)?;
        let seated = |index: usize| {
            let seats = |house: &House| house.seats.get(index).copied().unwrap_or(0);
            self.houses.iter().any(|house| seats(house) > 0)
        };
        let lists = (self.lists.iter().enumerate()).filter(|(index, _)| seated(*index));
        let mut key: Vec<(Sample, &str)> =
            lists.map(|(_, list)| (Sample::Square(list.colour), &*list.label)).collect();
        if self.houses.iter().any(|house| house.unfilled > 0) {
            key.push((Sample::Square(self.theme.background()), &self.unfilled_label));
        }
        let own = self.own_labels();
        if !own.is_empty() {
            key.push((Sample::Limit, &own));
        }
        Frame {
            caption: &self.caption,
            theme: self.theme,
            key,
            rows: self
                .houses
                .iter()
                .map(|house| Row::new(&house.label, &house.note, &house.cells))
                .collect(),
            headings: &self.headings,
            values: (0.0, 1.0),
            finest: 0.0,
            write: self.percent,
            axis_label: &self.axis_label,
            poles: None,
            flags: self.common().into_iter().map(|(share, mark)| (share, mark.flag().1)).collect(),
            beside: (2.0, 14.0),
            least_row: if own.is_empty() { 52.0 } else { 66.0 },
        }
        .draw(self)
    }

    /// The majorities that are the same in all rows, from left to right, with their shares of the house.
    fn common(&self) -> Vec<(f64, &MajorityMark)> {
        let Some((first, others)) = self.houses.split_first() else {
            return Vec::new();
        };
        let shared = |mark: &&MajorityMark| {
            others.iter().all(|house| {
                house.house_size == first.house_size && house.majorities.contains(mark)
            })
        };
        let mut common: Vec<_> = (first.majorities.iter().filter(shared))
            .map(|mark| (f64::from(mark.seats) / f64::from(first.house_size), mark))
            .collect();
        common.sort_by_key(|(_, mark)| mark.seats);
        common
    }

    /// The majorities of one row that are not in all rows, from left to right.
    fn own<'a>(&self, house: &'a House) -> Vec<&'a MajorityMark> {
        let common = self.common();
        let mut own: Vec<_> = (house.majorities.iter())
            .filter(|mark| !common.iter().any(|(_, shared)| shared == mark))
            .collect();
        own.sort_by_key(|mark| mark.seats);
        own
    }

    /// What they are called, each name once.
    fn own_labels(&self) -> String {
        let mut labels: Vec<&str> = Vec::new();
        for mark in self.houses.iter().flat_map(|house| self.own(house)) {
            if !labels.contains(&&*mark.label) {
                labels.push(&mark.label);
            }
        }
        labels.join(" / ")
    }

    /// The upper and the lower edge of a row's bar: a little high where numbers stand below some bar, a little low
    /// where majorities stand above it.
    fn edges(&self, place: Place) -> (f64, f64) {
        let is_narrow = |house| self.pieces(house, place).into_iter().any(numbers::is_below);
        let below = if self.houses.iter().any(is_narrow) { 5.0 } else { 0.0 };
        let above = if self.own_labels().is_empty() { 0.0 } else { 4.0 };
        let thick = (place.thickness * 0.9).max(20.0);
        let top = place.middle() - thick / 2.0 - below + above;
        (top, top + thick)
    }

    /// The pieces of a row's bar, from left to right; lists without seats have none.
    fn pieces(&self, house: &House, place: Place) -> Vec<Piece> {
        let colours = self.lists.iter().map(|list| list.colour);
        let seats = house.seats.iter().copied().zip(colours);
        let unfilled = (house.unfilled, self.theme.background());
        let mut before = 0;
        let at = |seats: u32| place.axis.at(f64::from(seats) / f64::from(house.house_size));
        seats
            .chain([unfilled])
            .filter(|&(seats, _)| seats > 0)
            .map(|(seats, colour)| {
                let left = at(before);
                before += seats;
                Piece { left, right: at(before), seats, colour }
            })
            .collect()
    }
}

impl House {
    fn check(&self) -> Result<(), ChartError> {
        let house_size = self.house_size;
        if house_size == 0 || house_size > crate::election::MAX_SEATS {
            return Err(ChartError::HouseSize(house_size));
        }
        let seats = self.seats.iter().chain([&self.unfilled]);
        let drawn: u64 = seats.map(|&seats| u64::from(seats)).sum();
        if drawn != u64::from(house_size) {
            return Err(ChartError::SeatSum { drawn, house_size });
        }
        let outside = |mark: &&MajorityMark| mark.seats == 0 || mark.seats > house_size;
        match self.majorities.iter().find(outside) {
            Some(mark) => Err(ChartError::Majority { needed: mark.seats, house_size }),
            None => Ok(()),
        }
    }
}

impl Marks for BoardChart {
    fn marks(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let (top, bottom) = self.edges(place);
        for piece in self.pieces(&self.houses[row], place) {
            // Neighbours share one outline.
            let from = Point { x: piece.left - marks::RIM / 2.0, y: top };
            let to = Point { x: piece.right + marks::RIM / 2.0, y: bottom };
            marks::bar(pen, from, to, piece.colour);
        }
    }

    fn numbers(&self, pen: &mut Pen<'_>, row: usize, place: Place) {
        let house = &self.houses[row];
        let edges = self.edges(place);
        numbers::majorities(pen, house, &self.own(house), edges, place);
        let share = |mark: &MajorityMark| f64::from(mark.seats) / f64::from(house.house_size);
        let lines: Vec<f64> =
            house.majorities.iter().map(|mark| place.axis.at(share(mark))).collect();
        numbers::seats(pen, &self.pieces(house, place), &lines, edges, place);
    }
}

#[cfg(test)]
mod tests;
