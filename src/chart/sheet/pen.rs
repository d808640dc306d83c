//! Marks and letters on the sheet, in logical pixels.

use super::SMALLEST_TEXT;
#[cfg(not(target_arch = "wasm32"))]
use super::front::Front;
use super::markup::escape;
use super::svg::{Svg, subpixels};
use crate::chart::Theme;
use crate::election::Colour;

/// Without plotters.
#[cfg(target_arch = "wasm32")]
type Front<'a> = Svg<'a>;

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

/// What some marks show; empty or absent where it does not apply.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::chart) struct Mark<'a> {
    /// What a reader is told who points at them.
    pub(in crate::chart) title: &'a str,
    /// The name of the list.
    pub(in crate::chart) list: &'a str,
    /// The seat, from 1 at the left.
    pub(in crate::chart) seat: Option<usize>,
    /// The number that is drawn.
    pub(in crate::chart) value: Option<usize>,
}

fn place(point: &Point) -> (i32, i32) {
    (subpixels(point.x), subpixels(point.y))
}

/// Draws marks and letters in the colours of a theme. Nothing that it draws can fail.
pub(in crate::chart) struct Pen<'a> {
    svg: Svg<'a>,
    front: Front<'a>,
    /// Light or dark.
    pub(in crate::chart) theme: Theme,
}

impl<'a> Pen<'a> {
    pub(super) fn new(svg: Svg<'a>, theme: Theme) -> Self {
        Self { svg, front: Front::from(svg), theme }
    }

    /// All that `scene` draws shows this: one group of elements.
    pub(in crate::chart) fn mark(&mut self, mark: Mark<'_>, scene: impl FnOnce(&mut Self)) {
        let list = (!mark.list.is_empty()).then(|| escape(mark.list));
        let facts = [
            ("list", list),
            ("seat", mark.seat.map(|seat| seat.to_string())),
            ("value", mark.value.map(|value| value.to_string())),
        ];
        let facts = facts.into_iter().filter_map(|(name, fact)| Some((name, fact?)));
        let facts: Vec<String> =
            facts.map(|(name, fact)| format!(" data-{name}=\"{fact}\"")).collect();
        self.svg.push(&format!("<g{}>", facts.concat()));
        if !mark.title.is_empty() {
            self.svg.push(&format!("<title>{}</title>", escape(mark.title)));
        }
        scene(self);
        self.svg.push("</g>");
    }

    /// A filled disc.
    pub(in crate::chart) fn disc(&mut self, centre: Point, radius: f64, fill: Colour) {
        self.front.disc(place(&centre), subpixels(radius), fill);
    }

    /// A filled rectangle between two corners, the upper left first.
    pub(in crate::chart) fn rectangle(&mut self, from: Point, to: Point, fill: Colour) {
        self.front.rectangle([place(&from), place(&to)], fill);
    }

    /// A filled area with these corners.
    pub(in crate::chart) fn polygon(&mut self, corners: &[Point], fill: Colour) {
        self.front.polygon(corners.iter().map(place).collect(), fill);
    }

    /// A line through these points, `thickness` wide.
    pub(in crate::chart) fn line(&mut self, points: &[Point], thickness: f64, colour: Colour) {
        let thickness = subpixels(thickness);
        self.front.line(points.iter().map(place).collect(), thickness, colour);
    }

    /// One line of text with its baseline through `at`.
    pub(in crate::chart) fn text(&mut self, text: &str, at: Point, lettering: Lettering) {
        if !text.is_empty() {
            self.front.text(text, place(&at), lettering);
        }
    }

    /// Lines of text, the first with its baseline through `first`, `leading` ems from one to the next. Returns
    /// where the baseline after the last one is.
    pub(in crate::chart) fn lines(
        &mut self,
        lines: &[String],
        first: Point,
        lettering: Lettering,
        leading: f64,
    ) -> f64 {
        let mut at = first;
        for line in lines {
            self.text(line, at, lettering);
            at.y += lettering.size * leading;
        }
        at.y
    }

    /// Bold letters in the theme's ink, plain ones in its muted ink.
    pub(in crate::chart) fn lettering(&self, size: f64, bold: bool, anchor: Anchor) -> Lettering {
        let ink = if bold { self.theme.ink() } else { self.theme.muted_ink() };
        Lettering { size, bold, anchor, ink }
    }

    /// Plain letters in the theme's ink.
    pub(in crate::chart) fn plain(&self, size: f64, anchor: Anchor) -> Lettering {
        Lettering { size, bold: false, anchor, ink: self.theme.ink() }
    }

    /// The smallest letters, plain and muted.
    pub(in crate::chart) fn small(&self, anchor: Anchor) -> Lettering {
        self.lettering(SMALLEST_TEXT, false, anchor)
    }
}
