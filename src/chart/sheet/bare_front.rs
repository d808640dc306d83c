//! The same front without plotters, for wasm32: there plotters links to a browser's interface, which pictures
//! do not need. It calls the back end as plotters' elements would.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle,
};

use super::pen::{Anchor, Lettering};
use super::svg::{FINENESS, Svg};
use crate::election::Colour;

/// The back end alone; places and sizes are in plotters' pixels.
pub(super) struct Front<'a>(Svg<'a>);

fn rgb(colour: Colour) -> BackendColor {
    BackendColor { alpha: 1.0, rgb: colour.channels() }
}

/// The trait allows errors of fonts and of back ends; this back end opens no font and cannot fail.
fn drawn(result: Result<(), DrawingErrorKind<Infallible>>) {
    result.expect("drawing into memory cannot fail");
}

struct Stroke {
    thickness: u32,
    colour: Colour,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        rgb(self.colour)
    }

    fn stroke_width(&self) -> u32 {
        self.thickness
    }
}

impl BackendTextStyle for Lettering {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        rgb(self.ink)
    }

    fn size(&self) -> f64 {
        self.size * FINENESS
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let side = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(side, VPos::Bottom)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    /// Nobody asks: the back end writes texts, it does not paint them.
    fn layout_box(&self, _: &str) -> Result<(BackendCoord, BackendCoord), Infallible> {
        Ok(((0, 0), (0, 0)))
    }

    /// Nobody asks either.
    fn draw<E, Paint: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: Paint,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

impl<'a> Front<'a> {
    pub(super) fn new(svg: Svg<'a>) -> Self {
        Self(svg)
    }

    /// What is beyond the sheet plotters puts on its edge.
    fn place(&self, (x, y): BackendCoord) -> BackendCoord {
        let (width, height) = self.0.get_size();
        let on = |at: i32, end: u32| at.max(0).min(i32::try_from(end).unwrap_or(i32::MAX));
        (on(x, width), on(y, height))
    }

    fn places(&self, points: Vec<BackendCoord>) -> impl Iterator<Item = BackendCoord> {
        points.into_iter().map(|point| self.place(point))
    }

    pub(super) fn disc(&self, centre: BackendCoord, radius: i32, fill: Colour) {
        let mut svg = self.0;
        drawn(svg.draw_circle(self.place(centre), radius.max(0).unsigned_abs(), &rgb(fill), true));
    }

    pub(super) fn rectangle(&self, [from, to]: [BackendCoord; 2], fill: Colour) {
        let mut svg = self.0;
        drawn(svg.draw_rect(self.place(from), self.place(to), &rgb(fill), true));
    }

    pub(super) fn polygon(&self, corners: Vec<BackendCoord>, fill: Colour) {
        let mut svg = self.0;
        drawn(svg.fill_polygon(self.places(corners), &rgb(fill)));
    }

    pub(super) fn line(&self, points: Vec<BackendCoord>, thickness: u32, colour: Colour) {
        let mut svg = self.0;
        drawn(svg.draw_path(self.places(points), &Stroke { thickness, colour }));
    }

    pub(super) fn text(&self, text: &str, at: BackendCoord, lettering: Lettering) {
        let mut svg = self.0;
        drawn(svg.draw_text(text, &lettering, self.place(at)));
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::cell::RefCell;

    use super::super::{bare_front, front};
    use super::*;

    /// Some of everything, on the sheet and beyond it.
    macro_rules! scene {
        ($room:ident) => {{
            let elements = RefCell::default();
            {
                let front = $room::Front::new(Svg::new(96.0, 60.5, &elements));
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
    fn both_fronts_write_the_same() {
        let with_plotters = scene!(front);
        assert_eq!(with_plotters.lines().count(), 5 * 7 + 1);
        assert_eq!(with_plotters, scene!(bare_front));
    }
}
