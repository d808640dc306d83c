//! Values that matter, such as majorities: a dashed line through the picture and a label above it.

use crate::chart::sheet::{Anchor, Pen, Point, SMALLEST_TEXT, ellipsize, width};

/// From one row of labels to the next.
pub(in crate::chart) const MARK_ROW: f64 = 18.0;
/// Between two labels of a row.
const GAP: f64 = 10.0;
/// Between a label and the line of its neighbour.
const CLEAR: f64 = 6.0;

/// A dashed line, its label, and how far above the picture the label stands.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::chart) struct Flag {
    pub(in crate::chart) x: f64,
    left: f64,
    raised: f64,
    text: String,
}

/// Puts labels for these pixels, from left to right, into rows in which they do not touch. Labels stay
/// between `from` and `to`, and clear of the neighbours' lines where there is room; the lowest row is free
/// only from `taken` on.
pub(in crate::chart) fn flags(
    wishes: impl IntoIterator<Item = (f64, String)>,
    (from, to): (f64, f64),
    taken: f64,
) -> Vec<Flag> {
    let mut free = vec![taken];
    let mut flags: Vec<Flag> = Vec::new();
    let mut wishes = wishes.into_iter().peekable();
    while let Some((x, text)) = wishes.next() {
        let text = ellipsize(&text, SMALLEST_TEXT, true, to - from);
        let wide = width(&text, SMALLEST_TEXT, true);
        let first = flags.last().map_or(from, |flag| (flag.x + CLEAR).max(from));
        let last = wishes.peek().map_or(to, |next| (next.0 - CLEAR).min(to)) - wide;
        let (first, last) = if first <= x && x <= last + wide {
            (first.min(last).max(from), last)
        } else {
            (from, to - wide)
        };
        let left = (x - wide / 2.0).clamp(first, last.max(first));
        let row = free.iter().position(|&end| end <= left).unwrap_or(free.len());
        if row == free.len() {
            free.push(0.0);
        }
        free[row] = left + wide + GAP;
        let raised = free.iter().take(row).map(|_| MARK_ROW).sum();
        flags.push(Flag { x, left, raised, text });
    }
    flags
}

/// How much room the labels need above the picture.
pub(in crate::chart) fn height(flags: &[Flag]) -> f64 {
    flags.iter().map(|flag| flag.raised + MARK_ROW).fold(0.0, f64::max)
}

/// Draws lines from above `top` down to `base`, and the labels.
pub(in crate::chart) fn draw(pen: &mut Pen<'_>, flags: &[Flag], (top, base): (f64, f64)) {
    for flag in flags {
        let mut y = top - flag.raised + 2.0;
        while y < base {
            let to = Point { x: flag.x, y: (y + 5.0).min(base) };
            pen.line(&[Point { x: flag.x, y }, to], 1.3, pen.theme.ink());
            y += 9.0;
        }
        let at = Point { x: flag.left, y: top - flag.raised - 3.0 };
        pen.text(&flag.text, at, pen.lettering(SMALLEST_TEXT, true, Anchor::Start));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(wishes: &[(f64, &str)], taken: f64) -> Vec<(f64, f64)> {
        let wishes = wishes.iter().map(|&(x, text)| (x, text.to_owned()));
        let flags = flags(wishes, (100.0, 600.0), taken);
        flags.into_iter().map(|flag| (flag.left, flag.raised)).collect()
    }

    #[test]
    fn labels_stand_over_their_lines_unless_the_edge_is_near() {
        let half = width("73", SMALLEST_TEXT, true) / 2.0;
        assert_eq!(
            placed(&[(300.0, "73"), (101.0, "73")], 0.0),
            [(300.0 - half, 0.0), (100.0, 18.0)]
        );
    }

    #[test]
    fn no_line_crosses_the_label_of_its_neighbour() {
        let wide = width("73 majority", SMALLEST_TEXT, true);
        // Centred, the first label would reach beyond the second line.
        let found = placed(&[(300.0, "73 majority"), (320.0, "97")], 0.0);
        assert_eq!(found[0], (320.0 - CLEAR - wide, 0.0));
        // Near the edge there is no room: the label takes what there is.
        assert_eq!(placed(&[(102.0, "73 majority"), (120.0, "97")], 0.0)[0], (100.0, 0.0));
    }

    #[test]
    fn labels_that_would_touch_stand_in_rows() {
        let rows: Vec<f64> =
            placed(&[(300.0, "majority"), (310.0, "two thirds"), (500.0, "all")], 0.0)
                .into_iter()
                .map(|(_, raised)| raised)
                .collect();
        assert_eq!(rows, [0.0, MARK_ROW, 0.0]);
        assert!(placed(&[(300.0, "73")], 400.0)[0].1 > 0.0);
    }
}
