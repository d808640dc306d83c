//! Marks and letters on the sheet, in logical pixels.

use plotters::backend::SVGBackend;
use plotters::prelude::{DrawingBackend, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters::style::FontDesc;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::markup;
use crate::chart::ChartError;
use crate::election::Colour;

/// The fonts asked for, best first: all have the Kazakh letters.
const FONTS: &str = "DejaVu Sans, Verdana, Arial, sans-serif";
/// plotters' pixels in a logical one.
const FINENESS: f64 = 10.0;
/// plotters divides every font size by this before writing it.
const FONT_SIZE_DIVISOR: f64 = 1.24;
/// Where plotters puts the baseline of text hung from its top, in ems. The only one of its
/// positions that does not depend on the viewer's font.
const TOP_TO_BASELINE: f64 = 0.76;

/// A place on the sheet: x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct Point {
    pub(in crate::chart) x: f64,
    pub(in crate::chart) y: f64,
}

/// Which end of a text its place fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct Lettering {
    pub(in crate::chart) size: f64,
    pub(in crate::chart) bold: bool,
    pub(in crate::chart) anchor: Anchor,
    pub(in crate::chart) ink: Colour,
}

/// Logical pixels as plotters counts them.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the value is clamped far inside i32, and NaN becomes 0"
)]
pub(super) fn subpixels(logical: f64) -> i32 {
    (logical * FINENESS).round().clamp(-1e6, 1e6) as i32
}

fn place(point: Point) -> (i32, i32) {
    (subpixels(point.x), subpixels(point.y))
}

fn rgb(colour: Colour) -> RGBColor {
    let (red, green, blue) = colour.channels();
    RGBColor(red, green, blue)
}

fn refused<E: std::error::Error + Send + Sync>(error: E) -> ChartError {
    ChartError::Drawing(error.to_string())
}

/// Draws marks and letters.
pub(in crate::chart) struct Pen<'a> {
    backend: SVGBackend<'a>,
}

impl<'a> Pen<'a> {
    pub(super) fn new(backend: SVGBackend<'a>) -> Self {
        Self { backend }
    }

    pub(super) fn finish(self) -> SVGBackend<'a> {
        self.backend
    }

    /// A filled disc.
    pub(in crate::chart) fn disc(
        &mut self,
        centre: Point,
        radius: f64,
        fill: Colour,
    ) -> Result<(), ChartError> {
        let radius = subpixels(radius).unsigned_abs();
        self.backend.draw_circle(place(centre), radius, &rgb(fill), true).map_err(refused)
    }

    /// A filled rectangle between two corners, the upper left first.
    pub(in crate::chart) fn rectangle(
        &mut self,
        from: Point,
        to: Point,
        fill: Colour,
    ) -> Result<(), ChartError> {
        self.backend.draw_rect(place(from), place(to), &rgb(fill), true).map_err(refused)
    }

    /// A filled area with these corners.
    pub(in crate::chart) fn polygon(
        &mut self,
        corners: &[Point],
        fill: Colour,
    ) -> Result<(), ChartError> {
        let corners: Vec<_> = corners.iter().map(|corner| place(*corner)).collect();
        self.backend.fill_polygon(corners, &rgb(fill)).map_err(refused)
    }

    /// A line through these points, `thickness` wide.
    pub(in crate::chart) fn line(
        &mut self,
        points: &[Point],
        thickness: f64,
        colour: Colour,
    ) -> Result<(), ChartError> {
        let style = ShapeStyle {
            color: rgb(colour).into(),
            filled: false,
            stroke_width: subpixels(thickness).unsigned_abs(),
        };
        self.backend.draw_path(points.iter().map(|point| place(*point)), &style).map_err(refused)
    }

    /// One line of text with its baseline through `at`.
    pub(in crate::chart) fn text(
        &mut self,
        text: &str,
        at: Point,
        lettering: Lettering,
    ) -> Result<(), ChartError> {
        let style = if lettering.bold { FontStyle::Bold } else { FontStyle::Normal };
        let ink = rgb(lettering.ink);
        let size = lettering.size * FINENESS * FONT_SIZE_DIVISOR;
        let horizontal = match lettering.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = TextStyle::from(FontDesc::new(FontFamily::Name(FONTS), size, style))
            .color(&ink)
            .pos(Pos::new(horizontal, VPos::Top));
        let top = Point { x: at.x, y: at.y - TOP_TO_BASELINE * lettering.size };
        self.backend.draw_text(&markup::printable(text), &style, place(top)).map_err(refused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_of_a_pixel_is_the_finest_step() {
        assert_eq!(subpixels(12.34), 123);
        assert_eq!(subpixels(-0.06), -1);
        assert_eq!(subpixels(f64::NAN), 0);
        assert_eq!(subpixels(f64::INFINITY), 1_000_000);
    }
}
