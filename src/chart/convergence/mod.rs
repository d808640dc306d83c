//! How a probability settles: its estimate after ever more draws, with a band of its error.
//!
//! The horizontal axis is logarithmic, since the error falls with the square root of the draws. Several
//! probabilities have a panel each: their errors would be too small to see on one scale.

mod drawing;

use super::{Caption, ChartError, Theme};
use crate::election::Colour;

/// An estimate on the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunningShare {
    /// After how many draws.
    pub draws: u64,
    /// In which share of them it has happened, 0 to 1.
    pub share: f64,
    /// Half the width of the band: two standard errors.
    pub half_width: f64,
}

/// The way of one probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// What happens, such as `Amanat has a majority`.
    pub label: String,
    /// Its colour.
    pub colour: Colour,
    /// The estimates, from few draws to many.
    pub points: Vec<RunningShare>,
    /// The last estimate, such as `73.4 %`.
    pub result: String,
    /// Its error, such as `± 0.3`.
    pub error: String,
}

/// Probabilities over the number of draws. 960 by 600 logical pixels, taller for more than three.
///
/// ```
/// use kurultai::chart::{Caption, ConvergenceChart, Theme, palette};
/// use kurultai::chart::convergence::{Course, RunningShare};
/// let point = |draws, share, half_width| RunningShare { draws, share, half_width };
/// let chart = ConvergenceChart {
///     caption: Caption { title: "Are these draws enough?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     draws_label: "draws".into(),
///     legend: "line: estimate so far, band: ± 2 standard errors".into(),
///     count: |draws| draws.to_string(),
///     percent: |share, decimals| format!("{:.decimals$} %", share * 100.0),
///     courses: vec![Course {
///         label: "Amanat has a majority".into(),
///         colour: palette(0),
///         points: vec![point(100, 0.7, 0.09), point(10_000, 0.73, 0.009)],
///         result: "73 %".into(),
///         error: "± 0.9".into(),
///     }],
/// };
/// assert!(chart.draw()?.contains("10000"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ConvergenceChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What the horizontal axis counts.
    pub draws_label: String,
    /// What line and band are.
    pub legend: String,
    /// How a number of draws is written.
    pub count: fn(u64) -> String,
    /// How a share from 0 to 1 is written, with so many decimals.
    pub percent: fn(f64, usize) -> String,
    /// The probabilities, from the top.
    pub courses: Vec<Course>,
}

impl ConvergenceChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::Nothing`] without probabilities or points; [`ChartError::NotFinite`] for a value that
    /// is no number; [`ChartError::Disorder`] for draws that do not go up.
    pub fn draw(&self) -> Result<String, ChartError> {
        if self.courses.is_empty() {
            return Err(ChartError::Nothing("probability"));
        }
        for (line, Course { points, .. }) in (1..).zip(&self.courses) {
            if points.is_empty() {
                return Err(ChartError::Nothing("point for each probability"));
            }
            let finite = |point: &RunningShare| (point.share + point.half_width).is_finite();
            if !points.iter().all(finite) {
                return Err(ChartError::NotFinite);
            }
            if points.windows(2).any(|pair| pair[0].draws >= pair[1].draws) {
                return Err(ChartError::Disorder { line });
            }
        }
        drawing::draw(self)
    }
}

#[cfg(test)]
mod tests;
