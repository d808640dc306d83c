//! Pictures of results, as SVG text, and as PNG from the same SVG.
//!
//! Each kind of picture is a struct that the caller fills and a `draw` that returns one complete
//! `<svg>` element. Every word in it comes from the caller, so a picture speaks whatever language
//! its caller does. Drawing is a pure function: the same struct gives the same bytes.
//!
//! Shared by all pictures: a [`Caption`], a [`Theme`], and [`palette`] for parties without a colour.
//! [`hemicycle::Layout`] is pure geometry and can be used without drawing anything.

mod axis;
pub mod bias;
mod canvas;
mod caption;
pub mod convergence;
mod error;
pub mod heat_table;
pub mod hemicycle;
pub mod histogram;
mod majority;
mod palette;
mod plot;
#[cfg(feature = "png")]
mod png;
pub mod steps;
mod theme;

#[cfg(test)]
mod inspection;
#[cfg(test)]
mod samples;

pub use bias::BiasChart;
pub use caption::Caption;
pub use convergence::ConvergenceChart;
pub use error::ChartError;
pub use heat_table::HeatTable;
pub use hemicycle::HemicycleChart;
pub use histogram::HistogramChart;
pub use majority::MajorityMark;
pub use palette::palette;
#[cfg(feature = "png")]
pub use png::png;
pub use steps::StepChart;
pub use theme::Theme;

/// The largest scale of a PNG: 3,840 pixels across, enough for a poster.
pub const MAX_SCALE: u8 = 4;
