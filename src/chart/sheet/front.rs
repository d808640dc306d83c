//! The front that the pen draws with on every target but wasm32: plotters' elements, on a back end of our own.
//!
//! On wasm32 plotters links to a browser's interface, which pictures do not need; there the pen writes elements itself.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::{
    BackendColor, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, rasterizer,
};

use super::pen::{Anchor, Lettering};
use super::svg::{FINENESS, Place, Svg};
use crate::election::Colour;

/// plotters over [`Svg`].
pub(super) struct Front<'a>(DrawingArea<Svg<'a>, Shift>);

fn rgb(colour: Colour) -> RGBColor {
    let (red, green, blue) = colour.channels();
    RGBColor(red, green, blue)
}

/// plotters can fail where nobody else can: at a font, which it never opens here, since the back end writes
/// texts itself; at a back end in use, which is this front's alone; or at the back end, which cannot.
fn drawn(result: Result<(), DrawingAreaErrorKind<Infallible>>) {
    result.expect("drawing into memory cannot fail");
}

impl<'a> From<Svg<'a>> for Front<'a> {
    fn from(svg: Svg<'a>) -> Self {
        Self(svg.into_drawing_area())
    }
}

impl Front<'_> {
    pub(super) fn disc(&self, centre: Place, radius: i32, fill: Colour) {
        drawn(self.0.draw(&Circle::new(centre, radius, rgb(fill).filled())));
    }

    pub(super) fn rectangle(&self, corners: [Place; 2], fill: Colour) {
        drawn(self.0.draw(&Rectangle::new(corners, rgb(fill).filled())));
    }

    pub(super) fn polygon(&self, corners: Vec<Place>, fill: Colour) {
        drawn(self.0.draw(&Polygon::new(corners, rgb(fill).filled())));
    }

    pub(super) fn line(&self, points: Vec<Place>, thickness: i32, colour: Colour) {
        let style = Color::stroke_width(&rgb(colour), thickness.unsigned_abs());
        drawn(self.0.draw(&PathElement::new(points, style)));
    }

    pub(super) fn text(&self, text: &str, at: Place, lettering: Lettering) {
        let style = if lettering.bold { FontStyle::Bold } else { FontStyle::Normal };
        let side = match lettering.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let font = FontDesc::new(FontFamily::SansSerif, lettering.size * FINENESS, style);
        let ink = rgb(lettering.ink);
        let style = TextStyle::from(font).color(&ink).pos(Pos::new(side, VPos::Bottom));
        drawn(self.0.draw(&Text::new(text, at, style)));
    }
}

/// What is drawn can always be written down.
type Written = Result<(), DrawingErrorKind<Infallible>>;

fn colour(colour: BackendColor) -> Colour {
    let (red, green, blue) = colour.rgb;
    Colour::new(red, green, blue)
}

/// plotters' unsigned pixels as signed ones.
fn signed(pixels: u32) -> i32 {
    i32::try_from(pixels).unwrap_or(i32::MAX)
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.size();
        (width.unsigned_abs(), height.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): Place, color: BackendColor) -> Written {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: Place,
        bottom_right: Place,
        style: &S,
        fill: bool,
    ) -> Written {
        if !fill {
            return rasterizer::draw_rect(self, upper_left, bottom_right, style, fill);
        }
        self.rectangle([upper_left, bottom_right], colour(style.color()));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: Place,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Written {
        if !fill {
            return rasterizer::draw_circle(self, centre, radius, style, fill);
        }
        self.disc(centre, signed(radius), colour(style.color()));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = Place>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        let path = path.into_iter().collect();
        self.line(path, signed(style.stroke_width()), colour(style.color()));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = Place>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Written {
        self.polygon(corners.into_iter().collect(), colour(style.color()));
        Ok(())
    }

    /// The place of a text is that of its baseline, whatever its style says of heights: only so does it not
    /// depend on the viewer's font.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: Place) -> Written {
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let (size, bold) = (style.size() / FINENESS, matches!(style.style(), FontStyle::Bold));
        let ink = colour(style.color());
        Svg::text(*self, text, at, Lettering { size, bold, anchor, ink });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// Draws some of everything, on the sheet and beyond it.
    macro_rules! scene {
        ($front:expr) => {{
            let elements = RefCell::default();
            {
                let front = $front(Svg::new(96.0, 60.5, &elements));
                let colour = Colour::new(0x0a, 0xff, 0);
                for (x, y) in [(0, 0), (123, -7), (960, 605), (961, 606), (-1_000_000, 1_000_000)] {
                    front.disc((x, y), 15, colour);
                    front.rectangle([(x, y), (x + 10, y + 3)], colour);
                    front.polygon(vec![(x, y), (x + 5, y), (x, y + 5)], colour);
                    front.line(vec![(1, 1), (x, y)], 16, colour);
                    for (anchor, bold) in
                        [(Anchor::Start, true), (Anchor::Middle, false), (Anchor::End, true)]
                    {
                        let lettering = Lettering { size: 13.04, bold, anchor, ink: colour };
                        front.text("<Ә> & \"b\"\0", (x, y), lettering);
                    }
                }
                front.disc((5, 5), -3, colour);
            }
            elements.into_inner()
        }};
    }

    #[test]
    fn plotters_changes_nothing() {
        let with_plotters = scene!(Front::from);
        assert_eq!(with_plotters.lines().count(), 5 * 7 + 1);
        assert_eq!(with_plotters, scene!(std::convert::identity));
    }
}
