//! Pictures of results, as SVG text, and as PNG from the same SVG.
//!
//! Each kind of picture is a struct that the caller fills and a `draw` that returns one complete
//! `<svg>` element. Every word in it comes from the caller, so a picture speaks whatever language
//! its caller does. Drawing is a pure function: the same struct gives the same bytes.
//!
//! Shared by all pictures: a [`Caption`], a [`Theme`], and [`palette`] for parties without a colour.
//! [`hemicycle::Layout`] is pure geometry and can be used without drawing anything.

mod canvas;
mod caption;
mod error;
pub mod hemicycle;
pub mod histogram;
mod majority;
mod palette;
#[cfg(feature = "png")]
mod png;
mod theme;

#[cfg(test)]
mod inspection;

pub use caption::Caption;
pub use error::ChartError;
pub use hemicycle::HemicycleChart;
pub use histogram::HistogramChart;
pub use majority::MajorityMark;
pub use palette::palette;
#[cfg(feature = "png")]
pub use png::png;
pub use theme::Theme;

/// The largest scale of a PNG: 3,840 pixels across, enough for a poster.
pub const MAX_SCALE: u8 = 4;
