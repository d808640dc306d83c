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
pub mod board;
mod caption;
pub mod coalitions;
pub mod convergence;
mod error;
pub mod heat_table;
pub mod hemicycle;
pub mod histogram;
pub mod intervals;
mod majority;
pub mod margins;
mod marks;
mod palette;
pub mod passes;
mod plot;
#[cfg(feature = "png")]
mod png;
mod rows;
mod sheet;
pub mod steps;
mod theme;
pub mod votes_seats;

#[cfg(test)]
mod inspection;
#[cfg(test)]
mod samples;

pub use bias::BiasChart;
pub use board::BoardChart;
pub use caption::Caption;
pub use coalitions::CoalitionChart;
pub use convergence::ConvergenceChart;
pub use error::ChartError;
pub use heat_table::HeatTable;
pub use hemicycle::HemicycleChart;
pub use histogram::HistogramChart;
pub use intervals::IntervalChart;
pub use majority::MajorityMark;
pub use margins::MarginChart;
pub use palette::palette;
pub use passes::PassesChart;
#[cfg(feature = "png")]
pub use png::png;
pub use steps::StepChart;
pub use theme::Theme;
pub use votes_seats::VotesSeatsChart;

/// The largest scale of a PNG: 3,840 pixels across, enough for a poster.
pub const MAX_SCALE: u8 = 4;
