//! Seat histograms: one panel a party, one above the other, on one axis.
//!
//! All panels share the horizontal axis, also when one party is far from the others (83 seats
//! against 8 to 17): where the parties are relative to each other, and to a majority, is what the
//! picture shows, and at 145 seats a bar is still 6 pixels wide. No seats at all is another kind of
//! result, so 0 has a column of its own, always on the scale from 0 to 100 %: a party that fails
//! in most draws would otherwise press its other bars flat.

mod axis;
mod drawing;

use super::{Caption, ChartError, MajorityMark, Theme};
use crate::election::Colour;

/// The distribution of one party's seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The party's name.
    pub label: String,
    /// Its colour; see [`super::palette`] for parties without one.
    pub colour: Colour,
    /// How many draws gave it 0, 1, 2, … seats.
    pub counts: Vec<u64>,
    /// What to say about it in numbers, such as `median 83, 90 %: 78–88`.
    pub note: String,
}

/// Seat histograms of several parties. 960 logical pixels wide, as tall as the panels need.
///
/// ```
/// use kurultai::chart::{Caption, HistogramChart, Theme, histogram::Panel, palette};
/// let chart = HistogramChart {
///     caption: Caption { title: "How many seats?".into(), ..Caption::default() },
///     theme: Theme::Dark,
///     axis_label: "seats".into(),
///     zero_label: "no seats".into(),
///     share_label: "share of draws".into(),
///     bin_note: String::new(),
///     percent: |share| format!("{:.0}%", share * 100.0),
///     panels: vec![Panel {
///         label: "Auyl".into(),
///         colour: palette(0),
///         counts: vec![20, 0, 0, 0, 0, 0, 0, 30, 50],
///         note: "median 8".into(),
///     }],
///     majorities: vec![],
/// };
/// assert!(chart.draw()?.contains("20%"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct HistogramChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What the horizontal axis counts.
    pub axis_label: String,
    /// What 0 seats are called.
    pub zero_label: String,
    /// What the heights are.
    pub share_label: String,
    /// Said beside the axis when [`Self::bin_width`] is above 1.
    pub bin_note: String,
    /// How a share from 0 to 1 is written. A share above 0 is never passed as 0.
    pub percent: fn(f64) -> String,
    /// The parties, from the top.
    pub panels: Vec<Panel>,
    /// The majorities to mark, where the axis reaches them.
    pub majorities: Vec<MajorityMark>,
}

impl HistogramChart {
    /// How many numbers of seats one bar stands for: 1, unless the range is too wide for the paper.
    ///
    /// # Errors
    /// As [`Self::draw`].
    pub fn bin_width(&self) -> Result<u32, ChartError> {
        self.check()?;
        Ok(drawing::axis(self)?.bin)
    }

    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::NoDraws`] without panels or with an empty one; [`ChartError::AxisTooLong`] for
    /// more seats than any house has.
    pub fn draw(&self) -> Result<String, ChartError> {
        self.check()?;
        drawing::draw(self)
    }

    fn check(&self) -> Result<(), ChartError> {
        let empty = |panel: &Panel| panel.counts.iter().all(|&count| count == 0);
        let first =
            if self.panels.is_empty() { Some(0) } else { self.panels.iter().position(empty) };
        first.map_or(Ok(()), |index| Err(ChartError::NoDraws { panel: index + 1 }))
    }
}

#[cfg(test)]
mod tests;
