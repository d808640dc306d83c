//! Seats along something that changes: a threshold that is raised, or one list's share that swings.
//!
//! Seats jump, so lines are steps: from each value given on, until the next one, a list has so many.
//! A line is told apart by its colour, its dash and its label at the right end.

mod drawing;
mod majorities;

use super::plot::Number;
use super::{Caption, ChartError, MajorityMark, Theme};
use crate::election::Colour;

/// From this value of the axis on, a list has so many seats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The value.
    pub from: f64,
    /// The seats.
    pub seats: u32,
}

/// The seats of one list.
#[derive(Clone, Debug, PartialEq)]
pub struct StepLine {
    /// The list's name.
    pub label: String,
    /// More about it, such as `83 at 5 %`; may be empty.
    pub note: String,
    /// Its colour; see [`super::palette`] for parties without one.
    pub colour: Colour,
    /// Its steps along the axis. The first one holds from the start of the axis on.
    pub steps: Vec<Step>,
}

/// A value of the axis that matters: the threshold of the law, or what was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisMark {
    /// The value.
    pub value: f64,
    /// What is said about it, such as `5 %: the law`.
    pub label: String,
}

/// A share that changes along the same axis, drawn as an area under the lines.
#[derive(Clone, Debug)]
pub struct ShareArea {
    /// What it is a share of, such as `wasted votes, share of all`.
    pub label: String,
    /// From this value on it is this share, 0 to 1.
    pub steps: Vec<(f64, f64)>,
    /// How a share is written, with so many decimals.
    pub number: fn(f64, usize) -> String,
}

/// Steps of seats along a common axis. 960 by 600 logical pixels; taller only when the labels need it.
///
/// ```
/// use kurultai::chart::{Caption, StepChart, Theme, palette, steps::{Step, StepLine}};
/// let line = |label: &str, index, steps: &[(f64, u32)]| StepLine {
///     label: label.into(),
///     note: String::new(),
///     colour: palette(index),
///     steps: steps.iter().map(|&(from, seats)| Step { from, seats }).collect(),
/// };
/// let chart = StepChart {
///     caption: Caption { title: "Who gains when the threshold rises?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     axis_label: "threshold, %".into(),
///     number: |value, decimals| format!("{value:.decimals$}"),
///     range: (0.0, 10.0),
///     seats_label: "seats".into(),
///     lines: vec![
///         line("Amanat", 0, &[(0.0, 80), (4.2, 100)]),
///         line("Auyl", 1, &[(0.0, 20), (4.2, 0)]),
///     ],
///     marks: vec![],
///     majorities: vec![],
///     area: None,
/// };
/// assert!(chart.draw()?.starts_with("<svg "));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct StepChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What changes along the axis.
    pub axis_label: String,
    /// How a value of the axis is written, with so many decimals.
    pub number: Number,
    /// Where the axis begins and ends.
    pub range: (f64, f64),
    /// What the vertical axis counts.
    pub seats_label: String,
    /// The lists, the most important first: its line lies on top.
    pub lines: Vec<StepLine>,
    /// Values of the axis to mark.
    pub marks: Vec<AxisMark>,
    /// Majorities, marked unless they are far above all lines.
    pub majorities: Vec<MajorityMark>,
    /// A share to show below.
    pub area: Option<ShareArea>,
}

impl StepChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::Nothing`] without lines; [`ChartError::NotFinite`] for a value that is no number;
    /// [`ChartError::Disorder`] for steps that do not begin at the start of the axis and go up along it.
    pub fn draw(&self) -> Result<String, ChartError> {
        if self.lines.is_empty() {
            return Err(ChartError::Nothing("line"));
        }
        let marks = self.marks.iter().map(|mark| mark.value);
        let ends = [self.range.0, self.range.1];
        if !marks.chain(ends).all(f64::is_finite) {
            return Err(ChartError::NotFinite);
        }
        for (line, StepLine { steps, .. }) in (1..).zip(&self.lines) {
            self.check(line, steps.iter().map(|step| step.from))?;
        }
        if let Some(area) = &self.area {
            self.check(self.lines.len() + 1, area.steps.iter().map(|step| step.0))?;
            if !area.steps.iter().all(|step| step.1.is_finite()) {
                return Err(ChartError::NotFinite);
            }
        }
        drawing::draw(self)
    }

    fn check(&self, line: usize, from: impl Iterator<Item = f64>) -> Result<(), ChartError> {
        let from: Vec<f64> = from.collect();
        if !from.iter().all(|value| value.is_finite()) {
            return Err(ChartError::NotFinite);
        }
        let starts = from.first().is_some_and(|&first| first <= self.range.0);
        if !starts || from.windows(2).any(|pair| pair[0] >= pair[1]) || self.range.0 > self.range.1
        {
            return Err(ChartError::Disorder { line });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
