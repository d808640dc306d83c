//! The sheet a picture is drawn on: an `<svg>` element with its title and description, and a pen.
//!
//! The pen draws with plotters, on every target but wasm32, and plotters draws on a back end of our own. The rest
//! of the room knows neither: it works in logical pixels, as `f64`, and drawing cannot fail.

mod advances;
#[cfg(not(target_arch = "wasm32"))]
mod front;
mod markup;
mod pen;
mod svg;
mod text;

use std::cell::RefCell;

pub(super) use pen::{Anchor, Lettering, Mark, Pen, Point};
pub(super) use text::{ellipsize, width, wrap};

use super::{Caption, Theme};
use markup::escape;

/// The width of every picture, in logical pixels.
pub(super) const WIDTH: f64 = 960.0;
/// The usual height of a picture, in logical pixels.
pub(super) const HEIGHT: f64 = 600.0;
/// The space left free around a picture.
pub(super) const MARGIN: f64 = 28.0;
/// The smallest letters in any picture.
pub(super) const SMALLEST_TEXT: f64 = 12.0;
/// The fonts asked for, best first: all have the Kazakh letters.
const FONTS: &str = "DejaVu Sans, Verdana, Arial, sans-serif";

/// Draws the words around a picture of `height` logical pixels, and the scene, as an `<svg>` element.
pub(super) fn draw(
    caption: &Caption,
    theme: Theme,
    height: f64,
    scene: impl FnOnce(&mut Pen<'_>),
) -> String {
    let elements = RefCell::default();
    let mut pen = Pen::new(svg::Svg::new(WIDTH, height, &elements), theme);
    pen.rectangle(Point { x: 0.0, y: 0.0 }, Point { x: WIDTH, y: height }, theme.background());
    caption.draw(&mut pen, height);
    scene(&mut pen);
    drop(pen);
    let height = svg::Logical(svg::subpixels(height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\" role=\"img\" lang=\"{}\" font-family=\"{FONTS}\" \
         stroke-linejoin=\"round\">\n<title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
        escape(&caption.language),
        escape(&caption.title),
        escape(&caption.description),
        elements.into_inner(),
    )
}

#[cfg(test)]
mod tests;
