//! Majorities as lines across the plot, named where no list's line passes.

use super::StepChart;
use crate::chart::MajorityMark;
use crate::chart::plot::Plot;
use crate::chart::sheet::{Anchor, Lettering, Pen, Point, SMALLEST_TEXT, ellipsize, width};

/// A majority is shown if the highest line comes this near to it.
const NEAR: f64 = 1.5;
/// Between a name and what is beside it.
const GAP: f64 = 4.0;

/// The majorities that the lines come near to.
pub(super) fn near(chart: &StepChart, peak: u32) -> Vec<&MajorityMark> {
    let near = |mark: &&MajorityMark| f64::from(mark.seats) <= f64::from(peak) * NEAR;
    chart.majorities.iter().filter(near).collect()
}

/// A place for a name.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    from: Point,
    to: Point,
}

impl Place {
    /// Whether an upright or level piece of a line runs through it.
    fn is_crossed(self, (one, other): (Point, Point)) -> bool {
        one.x.min(other.x) < self.to.x + GAP
            && one.x.max(other.x) > self.from.x - GAP
            && one.y.min(other.y) < self.to.y + GAP
            && one.y.max(other.y) > self.from.y - GAP
    }

    fn touches(self, other: Self) -> bool {
        self.is_crossed((other.from, other.to))
    }
}

/// Draws the lines, and the names above or below them: from the left, the first place that nothing runs
/// through, or the first one there is.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    plot: &Plot,
    majorities: &[&MajorityMark],
    paths: &[Vec<Point>],
    marked: &[f64],
) {
    let mut taken: Vec<Place> = Vec::new();
    for mark in majorities {
        let y = plot.y.at(mark.seats.into());
        let ends = [plot.left(), plot.right()].map(|x| Point { x, y });
        pen.line(&ends, 1.4, pen.theme.muted_ink());
        let text = format!("{} {}", mark.seats, mark.label);
        let text = ellipsize(&text, SMALLEST_TEXT, true, plot.right() - plot.left() - 2.0 * GAP);
        let wide = width(&text, SMALLEST_TEXT, true);
        let mut places = Vec::new();
        let mut left = plot.left() + GAP;
        while left + wide <= plot.right() - GAP / 2.0 {
            for top in [y - SMALLEST_TEXT - 3.0, y + 3.0] {
                let from = Point { x: left, y: top };
                places.push(Place { from, to: Point { x: left + wide, y: top + SMALLEST_TEXT } });
            }
            left += 20.0;
        }
        places.retain(|place| taken.iter().all(|other| !place.touches(*other)));
        let is_free = |place: &&Place| {
            let mut pieces = paths.iter().flat_map(|path| path.windows(2));
            let on_sheet = place.from.y > plot.top() - 2.0 && place.to.y < plot.bottom();
            let on_mark = |&x: &f64| place.from.x - GAP < x && x < place.to.x + GAP;
            on_sheet
                && !marked.iter().any(on_mark)
                && !pieces.any(|piece| place.is_crossed((piece[0], piece[1])))
        };
        let Some(place) = places.iter().find(is_free).or(places.first()) else { continue };
        taken.push(*place);
        let at = Point { x: place.from.x, y: place.to.y - 0.15 * SMALLEST_TEXT };
        pen.text(&text, at, Lettering { bold: true, ..pen.small(Anchor::Start) });
    }
}
