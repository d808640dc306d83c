//! Elements of SVG with presentation attributes, one a line.
//!
//! Places and sizes come in whole pixels, as plotters counts them: one is a tenth of a logical pixel, and written as
//! such. What no picture asks for is not here: every colour is opaque, no text is turned.

use std::cell::RefCell;
use std::fmt;

use super::markup::escape;
use super::pen::{Anchor, Lettering};
use crate::election::Colour;

/// plotters' pixels in a logical one.
pub(super) const FINENESS: f64 = 10.0;

/// A place in plotters' pixels.
pub(super) type Place = (i32, i32);

/// Logical pixels as plotters counts them.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the value is clamped far inside i32, and NaN becomes 0"
)]
pub(super) fn subpixels(logical: f64) -> i32 {
    (logical * FINENESS).round().clamp(-1e6, 1e6) as i32
}

/// A number of plotters' pixels, written as logical ones.
pub(super) struct Logical(pub(super) i32);

impl fmt::Display for Logical {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let pixels = self.0.unsigned_abs();
        match (pixels / 10, pixels % 10) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, tenth) => write!(f, "{sign}{whole}.{tenth}"),
        }
    }
}

/// Elements of SVG, appended to a text.
#[derive(Clone, Copy)]
pub(super) struct Svg<'a> {
    size: Place,
    elements: &'a RefCell<String>,
}

impl<'a> Svg<'a> {
    /// A sheet of so many logical pixels.
    pub(super) fn new(width: f64, height: f64, elements: &'a RefCell<String>) -> Self {
        Self { size: (subpixels(width), subpixels(height)), elements }
    }

    pub(super) fn size(self) -> Place {
        self.size
    }

    /// Appends a line.
    pub(super) fn push(self, element: &str) {
        let mut elements = self.elements.borrow_mut();
        elements.push_str(element);
        elements.push('\n');
    }

    /// What is beyond the sheet goes to its edge, where plotters would put it.
    fn on_sheet(self, (x, y): Place) -> Place {
        (x.min(self.size.0).max(0), y.min(self.size.1).max(0))
    }

    pub(super) fn disc(self, centre: Place, radius: i32, fill: Colour) {
        let (x, y) = self.on_sheet(centre);
        let (x, y, radius) = (Logical(x), Logical(y), Logical(radius.max(0)));
        self.push(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"/>"));
    }

    /// Between two corners, the upper left first.
    pub(super) fn rectangle(self, corners: [Place; 2], fill: Colour) {
        let [(left, top), (right, bottom)] = corners.map(|corner| self.on_sheet(corner));
        let (x, y, width, height) =
            (Logical(left), Logical(top), Logical(right - left), Logical(bottom - top));
        self.push(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        ));
    }

    pub(super) fn polygon(self, corners: Vec<Place>, fill: Colour) {
        let corners = self.points(corners);
        self.push(&format!("<polygon points=\"{corners}\" fill=\"{fill}\"/>"));
    }

    pub(super) fn line(self, points: Vec<Place>, thickness: i32, colour: Colour) {
        let (points, thickness) = (self.points(points), Logical(thickness));
        self.push(&format!(
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{thickness}\"/>"
        ));
    }

    fn points(self, points: Vec<Place>) -> String {
        let points = points.into_iter().map(|point| self.on_sheet(point));
        let points: Vec<String> =
            points.map(|(x, y)| format!("{},{}", Logical(x), Logical(y))).collect();
        points.join(" ")
    }

    /// A line of text with its baseline through `at`.
    pub(super) fn text(self, text: &str, at: Place, lettering: Lettering) {
        let (x, y) = self.on_sheet(at);
        let weight = if lettering.bold { " font-weight=\"bold\"" } else { "" };
        let anchor = match lettering.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        self.push(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>",
            Logical(x),
            Logical(y),
            Logical(subpixels(lettering.size)),
            lettering.ink,
            escape(text),
        ));
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

    #[test]
    fn tenths_are_written_as_decimals() {
        let written = [123, 120, 5, 0, -1, -10, -123].map(|pixels| Logical(pixels).to_string());
        assert_eq!(written, ["12.3", "12", "0.5", "0", "-0.1", "-1", "-12.3"]);
    }
}
