//! Seat bias: how many seats more or less than its share the largest, second, … list gets on average.
//!
//! A panel for each method, all on one scale: a dot with its error for each rank, and what theory
//! says as a dashed line.

mod drawing;

use super::{Caption, ChartError, Theme};
use crate::election::Colour;

/// The bias of one rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankBias {
    /// The mean of seats less ideal share.
    pub mean: f64,
    /// Half the width of its bar: two standard errors.
    pub half_width: f64,
    /// What theory says, where it says something.
    pub theory: Option<f64>,
}

/// The biases of one method.
#[derive(Clone, Debug, PartialEq)]
pub struct BiasPanel {
    /// The method.
    pub label: String,
    /// More about it; may be empty.
    pub note: String,
    /// The colour of its dots.
    pub colour: Colour,
    /// From the largest list to the smallest.
    pub ranks: Vec<RankBias>,
}

/// Seat biases by rank and method. 960 by 600 logical pixels, taller for many methods.
///
/// ```
/// use kurultai::chart::{BiasChart, Caption, Theme, bias::{BiasPanel, RankBias}, palette};
/// let rank = |mean, theory| RankBias { mean, half_width: 0.02, theory: Some(theory) };
/// let chart = BiasChart {
///     caption: Caption { title: "Whom does a method favour?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     rank_label: "rank by votes".into(),
///     bias_label: "seats above the ideal share".into(),
///     legend: "dot: mean ± 2 standard errors, line: theory".into(),
///     number: |value, decimals| format!("{value:+.decimals$}"),
///     panels: vec![BiasPanel {
///         label: "D’Hondt".into(),
///         note: String::new(),
///         colour: palette(0),
///         ranks: vec![rank(0.251, 0.25), rank(-0.251, -0.25)],
///     }],
/// };
/// assert!(chart.draw()?.contains("+0.25"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug)]
pub struct BiasChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// What the horizontal axis counts.
    pub rank_label: String,
    /// What the vertical axis measures.
    pub bias_label: String,
    /// What dots and line are.
    pub legend: String,
    /// How a bias is written, with its sign and so many decimals.
    pub number: fn(f64, usize) -> String,
    /// The methods, in the order of reading.
    pub panels: Vec<BiasPanel>,
}

impl BiasChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::Nothing`] without panels or ranks; [`ChartError::NotFinite`] for a value that is no
    /// number.
    pub fn draw(&self) -> Result<String, ChartError> {
        if self.panels.is_empty() {
            return Err(ChartError::Nothing("method"));
        }
        if self.panels.iter().any(|panel| panel.ranks.is_empty()) {
            return Err(ChartError::Nothing("rank for each method"));
        }
        let finite = |rank: &RankBias| {
            (rank.mean + rank.half_width).is_finite() && rank.theory.is_none_or(f64::is_finite)
        };
        if !self.panels.iter().flat_map(|panel| &panel.ranks).all(finite) {
            return Err(ChartError::NotFinite);
        }
        drawing::draw(self)
    }
}

#[cfg(test)]
mod tests;
