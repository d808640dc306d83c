//! Marks that several pictures draw: each a fill inside an outline, so that no colour has to stand out by itself.

use super::sheet::{Anchor, Lettering, Pen, Point, width};
use crate::election::Colour;

/// The outline of every mark, in logical pixels.
pub(super) const RIM: f64 = 1.0;

/// A bar between two corners, the upper left first, outline included. The thinnest bar is all outline and a
/// pixel wide.
pub(super) fn bar(pen: &mut Pen<'_>, from: Point, to: Point, fill: Colour) {
    let to = Point { x: to.x.max(from.x + RIM), y: to.y.max(from.y + RIM) };
    pen.rectangle(from, to, pen.theme.outline());
    let inner = Point { x: to.x - RIM, y: to.y - RIM };
    if from.x + RIM < inner.x && from.y + RIM < inner.y {
        pen.rectangle(Point { x: from.x + RIM, y: from.y + RIM }, inner, fill);
    }
}

/// A disc, outline included.
pub(super) fn dot(pen: &mut Pen<'_>, centre: Point, radius: f64, fill: Colour) {
    pen.disc(centre, radius, pen.theme.outline());
    pen.disc(centre, radius - RIM, fill);
}

/// A ring of this colour, with an outline on both sides and the ground in its hole.
pub(super) fn ring(pen: &mut Pen<'_>, centre: Point, radius: f64, fill: Colour) {
    dot(pen, centre, radius, fill);
    dot(pen, centre, radius * 0.68, pen.theme.background());
}

/// A horizontal line with a stop at each end.
pub(super) fn whisker(pen: &mut Pen<'_>, from: Point, to_x: f64, stop: f64) {
    let to = Point { x: to_x, y: from.y };
    pen.line(&[from, to], 1.6, pen.theme.outline());
    for end in [from, to] {
        let (above, below) = (end.y - stop / 2.0, end.y + stop / 2.0);
        let line = [Point { x: end.x, y: above }, Point { x: end.x, y: below }];
        pen.line(&line, 1.6, pen.theme.outline());
    }
}

/// The same over other marks, on a strip of bare ground.
pub(super) fn haloed_whisker(pen: &mut Pen<'_>, from: Point, to_x: f64, stop: f64) {
    let more = 2.0;
    let (upper, lower) =
        (Point { x: from.x - more, y: from.y - more }, Point { x: to_x + more, y: from.y + more });
    pen.rectangle(upper, lower, pen.theme.background());
    for x in [from.x, to_x] {
        let half = stop / 2.0 + more;
        let from = Point { x: x - more, y: from.y - half };
        pen.rectangle(from, Point { x: x + more, y: from.y + 2.0 * half }, pen.theme.background());
    }
    whisker(pen, from, to_x, stop);
}

/// A line of text on a piece of bare ground, so that no line runs through it.
pub(super) fn plate(pen: &mut Pen<'_>, text: &str, at: Point, lettering: Lettering) {
    plate_on(pen, pen.theme.background(), text, at, lettering);
}

/// The same on a mark of this colour.
pub(super) fn plate_on(
    pen: &mut Pen<'_>,
    ground: Colour,
    text: &str,
    at: Point,
    lettering: Lettering,
) {
    let wide = width(text, lettering.size, lettering.bold);
    let left = match lettering.anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - wide / 2.0,
        Anchor::End => at.x - wide,
    };
    let from = Point { x: left - 1.0, y: at.y - 0.82 * lettering.size };
    let to = Point { x: left + wide, y: at.y + 0.12 * lettering.size };
    pen.rectangle(from, to, ground);
    pen.text(text, at, lettering);
}

/// Where in a piece of a bar a number of this width is clear of these lines: in the middle if it can, or else in the
/// middle of the widest part between lines.
pub(super) fn clear_middle((left, right): (f64, f64), lines: &[f64], wide: f64) -> f64 {
    let middle = f64::midpoint(left, right);
    let half = wide / 2.0 + 2.0;
    if lines.iter().all(|line| (line - middle).abs() > half) {
        return middle;
    }
    let mut edges: Vec<f64> =
        lines.iter().copied().filter(|line| (left..right).contains(line)).collect();
    edges.extend([left, right]);
    edges.sort_by(f64::total_cmp);
    (edges.windows(2).filter(|pair| pair[1] - pair[0] >= 2.0 * half))
        .max_by(|one, other| (one[1] - one[0]).total_cmp(&(other[1] - other[0])))
        .map_or(middle, |pair| f64::midpoint(pair[0], pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_clear_of_lines_where_they_can() {
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found}");
        near(clear_middle((0.0, 100.0), &[], 20.0), 50.0);
        near(clear_middle((0.0, 100.0), &[10.0, 90.0], 20.0), 50.0);
        // A line at 45 cuts the number in the middle: between 45 and 100 there is more room than before it.
        near(clear_middle((0.0, 100.0), &[45.0], 20.0), 72.5);
        // No part is wide enough: the number covers the line.
        near(clear_middle((0.0, 30.0), &[15.0], 20.0), 15.0);
    }
}
