//! The sheet a picture is drawn on: plotters draws, this room wraps, and nobody else knows either.
//!
//! plotters places everything on whole pixels, in SVG too. So the sheet it sees is ten times as
//! large as the picture, and the `viewBox` brings it back; the rest of the room works in logical
//! pixels, as `f64`.

mod advances;
mod markup;
mod pen;
mod text;

use plotters::backend::SVGBackend;
use plotters::prelude::DrawingBackend;

pub(super) use pen::{Anchor, Lettering, Pen, Point};
pub(super) use text::{ellipsize, width, wrap};

use super::{Caption, ChartError, Theme};

/// The width of every picture, in logical pixels.
pub(super) const WIDTH: f64 = 960.0;
/// The usual height of a picture, in logical pixels.
pub(super) const HEIGHT: f64 = 600.0;
/// The space left free around a picture.
pub(super) const MARGIN: f64 = 28.0;
/// The smallest letters in any picture.
pub(super) const SMALLEST_TEXT: f64 = 12.0;

/// Draws a picture of `height` logical pixels and wraps it as an `<svg>` element.
pub(super) fn draw(
    caption: &Caption,
    theme: Theme,
    height: f64,
    scene: impl FnOnce(&mut Pen<'_>) -> Result<(), ChartError>,
) -> Result<String, ChartError> {
    let size = (pen::subpixels(WIDTH), pen::subpixels(height));
    let mut drawn = String::new();
    {
        let backend =
            SVGBackend::with_string(&mut drawn, (size.0.unsigned_abs(), size.1.unsigned_abs()));
        let mut pen = Pen::new(backend);
        pen.rectangle(Point { x: 0.0, y: 0.0 }, Point { x: WIDTH, y: height }, theme.background())?;
        scene(&mut pen)?;
        pen.finish().present().map_err(|error| ChartError::Drawing(error.to_string()))?;
    }
    // plotters' own element has neither role nor language nor title: keep only what is inside it.
    let marks = drawn
        .split_once('\n')
        .map(|(_, rest)| rest)
        .and_then(|rest| rest.trim_end().strip_suffix("</svg>"))
        .ok_or_else(|| ChartError::Drawing("plotters wrote something else than SVG".into()))?;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" width=\"{}\" \
         height=\"{}\" role=\"img\" lang=\"{}\" stroke-linejoin=\"round\">\n\
         <title>{}</title>\n<desc>{}</desc>\n{marks}</svg>\n",
        size.0,
        size.1,
        WIDTH,
        height,
        markup::escape(&caption.language),
        markup::escape(&caption.title),
        markup::escape(&caption.description),
    ))
}
