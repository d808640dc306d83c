//! Lines with an outline, whole or dashed.

use crate::chart::sheet::{Pen, Point};
use crate::election::Colour;

/// How far the outline reaches beyond the line.
const RIM: f64 = 0.9;

/// How a line is broken, so that lines differ without their colours: drawn and left out in turn, in
/// pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct Dash(&'static [f64]);

/// Whole, dashed, dotted, dash and dot, long dashes.
const DASHES: [Dash; 5] = [
    Dash(&[]),
    Dash(&[13.0, 6.0]),
    Dash(&[4.0, 5.0]),
    Dash(&[16.0, 5.0, 4.0, 5.0]),
    Dash(&[30.0, 6.0]),
];

impl Dash {
    pub(in crate::chart) const WHOLE: Self = DASHES[0];
    pub(in crate::chart) const SHORT: Self = DASHES[2];

    /// The dash of the line at `index` (from 0): five different ones in turn.
    pub(in crate::chart) const fn of(index: usize) -> Self {
        DASHES[index % DASHES.len()]
    }

    /// The pieces of a line that are drawn.
    fn pieces(self, points: &[Point]) -> Vec<Vec<Point>> {
        if self.0.is_empty() {
            return vec![points.to_vec()];
        }
        let (mut pieces, mut place, mut left) = (Vec::new(), 0, self.0[0]);
        let mut piece: Vec<Point> = points.first().copied().into_iter().collect();
        for pair in points.windows(2) {
            let (mut from, to) = (pair[0], pair[1]);
            loop {
                let length = (to.x - from.x).hypot(to.y - from.y);
                if length <= left {
                    left -= length;
                    piece.push(to);
                    break;
                }
                let share = left / length;
                from = Point {
                    x: from.x + (to.x - from.x) * share,
                    y: from.y + (to.y - from.y) * share,
                };
                piece.push(from);
                if place % 2 == 0 {
                    pieces.push(std::mem::take(&mut piece));
                }
                piece = vec![from];
                place = (place + 1) % self.0.len();
                left = self.0[place];
            }
        }
        if place % 2 == 0 && piece.len() > 1 {
            pieces.push(piece);
        }
        pieces
    }
}

/// A line's colour, width and dash.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct Stroke {
    pub(in crate::chart) colour: Colour,
    pub(in crate::chart) thickness: f64,
    pub(in crate::chart) dash: Dash,
}

impl Stroke {
    /// Draws the line over a wider one in the outline's colour.
    pub(in crate::chart) fn draw(self, pen: &mut Pen<'_>, points: &[Point]) {
        let pieces = self.dash.pieces(points);
        for piece in &pieces {
            pen.line(&lengthened(piece), self.thickness + 2.0 * RIM, pen.theme.outline());
        }
        for piece in &pieces {
            pen.line(piece, self.thickness, self.colour);
        }
    }
}

/// The line, longer by the rim at both ends.
fn lengthened(points: &[Point]) -> Vec<Point> {
    let mut points = points.to_vec();
    for _ in 0..2 {
        points.reverse();
        if let [end, next, ..] = &mut points[..] {
            let length = (end.x - next.x).hypot(end.y - next.y);
            if length > 0.0 {
                end.x += (end.x - next.x) / length * RIM;
                end.y += (end.y - next.y) / length * RIM;
            }
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORNER: [Point; 3] =
        [Point { x: 0.0, y: 0.0 }, Point { x: 10.0, y: 0.0 }, Point { x: 10.0, y: 20.0 }];

    fn length(piece: &[Point]) -> f64 {
        piece.windows(2).map(|pair| (pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y)).sum()
    }

    #[test]
    fn dashes_go_round_corners() {
        // 30 pixels: 13 drawn, 6 not, the last 11 drawn.
        let pieces = Dash::of(1).pieces(&CORNER);
        let lengths: Vec<f64> = pieces.iter().map(|piece| length(piece)).collect();
        assert_eq!(lengths.len(), 2);
        assert!((lengths[0] - 13.0).abs() < 1e-9 && (lengths[1] - 11.0).abs() < 1e-9);
        assert_eq!(pieces[0][1], CORNER[1]);
        assert_eq!(pieces[1].last(), Some(&CORNER[2]));
    }

    #[test]
    fn a_whole_line_is_one_piece() {
        assert_eq!(Dash::WHOLE.pieces(&CORNER), [CORNER.to_vec()]);
    }

    #[test]
    fn an_outline_is_longer_at_both_ends() {
        assert!((length(&lengthened(&CORNER)) - 30.0 - 2.0 * RIM).abs() < 1e-9);
        assert_eq!(lengthened(&CORNER[..1]), CORNER[..1]);
    }
}
