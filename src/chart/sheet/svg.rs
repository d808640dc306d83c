//! The back end that plotters draws on: elements of SVG with presentation attributes, one a line.
//!
//! plotters counts in whole pixels. One of them is a tenth of a logical pixel here, and written as such.
//! What no picture asks for is not here: every colour is opaque, no text is turned.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::markup::escape;
use crate::election::Colour;

/// plotters' pixels in a logical one.
pub(super) const FINENESS: f64 = 10.0;

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

/// What is drawn can always be written down.
type Written = Result<(), DrawingErrorKind<Infallible>>;

/// Elements of SVG, appended to a text.
#[derive(Clone, Copy)]
pub(super) struct Svg<'a> {
    size: (u32, u32),
    elements: &'a RefCell<String>,
}

impl<'a> Svg<'a> {
    /// A sheet of so many logical pixels.
    pub(super) fn new(width: f64, height: f64, elements: &'a RefCell<String>) -> Self {
        let size = (subpixels(width).unsigned_abs(), subpixels(height).unsigned_abs());
        Self { size, elements }
    }

    /// Appends a line.
    pub(super) fn push(self, element: &str) {
        let mut elements = self.elements.borrow_mut();
        elements.push_str(element);
        elements.push('\n');
    }

    fn points(self, name: &str, points: impl IntoIterator<Item = BackendCoord>, paint: &str) {
        let points: Vec<String> =
            points.into_iter().map(|(x, y)| format!("{},{}", Logical(x), Logical(y))).collect();
        self.push(&format!("<{name} points=\"{}\"{paint}/>", points.join(" ")));
    }
}

fn colour(colour: BackendColor) -> Colour {
    let (red, green, blue) = colour.rgb;
    Colour::new(red, green, blue)
}

/// The attributes of an area, or of a line.
fn paint(style: &impl BackendStyle, fill: bool) -> String {
    let colour = colour(style.color());
    if fill {
        return format!(" fill=\"{colour}\"");
    }
    let width = i32::try_from(style.stroke_width()).unwrap_or(i32::MAX);
    format!(" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"", Logical(width))
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Written {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Written {
        self.push(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
            Logical(left),
            Logical(top),
            Logical(right - left),
            Logical(bottom - top),
            paint(style, fill),
        ));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Written {
        let radius = i32::try_from(radius).unwrap_or(i32::MAX);
        self.push(&format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            Logical(x),
            Logical(y),
            Logical(radius),
            paint(style, fill),
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        self.points("polyline", path, &paint(style, false));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Written {
        self.points("polygon", corners, &paint(style, true));
        Ok(())
    }

    /// The place of a text is that of its baseline, whatever its style says of heights: only so does it not
    /// depend on the viewer's font.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Written {
        let weight = match style.style() {
            FontStyle::Bold => " font-weight=\"bold\"",
            _ => "",
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        self.push(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>",
            Logical(x),
            Logical(y),
            Logical(subpixels(style.size() / FINENESS)),
            colour(style.color()),
            escape(text),
        ));
        Ok(())
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
