//! The front that the pen draws with: plotters' elements on its drawing area.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};

use super::pen::{Anchor, Lettering};
use super::svg::{FINENESS, Svg};
use crate::election::Colour;

/// plotters over the back end of this room; places and sizes are in plotters' pixels.
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

impl<'a> Front<'a> {
    pub(super) fn new(svg: Svg<'a>) -> Self {
        Self(svg.into_drawing_area())
    }

    pub(super) fn disc(&self, centre: (i32, i32), radius: i32, fill: Colour) {
        drawn(self.0.draw(&Circle::new(centre, radius, rgb(fill).filled())));
    }

    pub(super) fn rectangle(&self, corners: [(i32, i32); 2], fill: Colour) {
        drawn(self.0.draw(&Rectangle::new(corners, rgb(fill).filled())));
    }

    pub(super) fn polygon(&self, corners: Vec<(i32, i32)>, fill: Colour) {
        drawn(self.0.draw(&Polygon::new(corners, rgb(fill).filled())));
    }

    pub(super) fn line(&self, points: Vec<(i32, i32)>, thickness: u32, colour: Colour) {
        drawn(self.0.draw(&PathElement::new(points, rgb(colour).stroke_width(thickness))));
    }

    pub(super) fn text(&self, text: &str, at: (i32, i32), lettering: Lettering) {
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
