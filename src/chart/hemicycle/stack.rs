//! Labels of one side, one above the other, each as near to its angle as the others allow.

use super::labels::{Attempt, Label, Side};
use crate::chart::axis::spread;
use crate::chart::sheet::{MARGIN, Point, WIDTH};

/// Puts the box of the label on top of the arc.
pub(super) fn crown(attempt: Attempt, label: &mut Label) {
    let (width, height) = (label.to.x, label.to.y);
    let centre = attempt.centre();
    let x = centre.x + attempt.clear_radius() * label.angle.sin() - width / 2.0;
    let y = centre.y - attempt.clear_radius() - height;
    move_to(label, Point { x: x.clamp(MARGIN, WIDTH - MARGIN - width), y });
}

fn move_to(label: &mut Label, from: Point) {
    let (width, height) = (label.to.x - label.from.x, label.to.y - label.from.y);
    label.from = from;
    label.to = Point { x: from.x + width, y: from.y + height };
}

/// Puts the boxes of one side in place, or finds that they do not fit. The labels come from left
/// to right, so on the left from the bottom up, on the right from the top down.
pub(super) fn side(
    attempt: Attempt,
    labels: &mut [Label],
    crown: Option<&Label>,
    gap: f64,
) -> Option<()> {
    let mut downwards: Vec<&mut Label> = labels.iter_mut().collect();
    if downwards.first().is_some_and(|label| label.side == Side::Left) {
        downwards.reverse();
    }
    let Some(first) = downwards.first() else {
        return Some(());
    };
    let centre = attempt.centre();
    // Along the arc only the first label may rise above it: the next would be in its line's way.
    let highest = if attempt.columns {
        attempt.top
    } else {
        attempt.top.max(centre.y - attempt.clear_radius() - first.to.y + 10.0)
    };
    let heights: Vec<f64> = downwards.iter().map(|label| label.to.y).collect();
    let wishes: Vec<f64> = downwards
        .iter()
        .map(|label| centre.y - attempt.clear_radius() * label.angle.cos())
        .collect();
    let middles = spread(&wishes, &heights, gap, highest, attempt.lowest())?;
    for (label, middle) in downwards.into_iter().zip(middles) {
        let y = middle - label.to.y / 2.0;
        let inner = inner_edge(attempt, label, y, crown);
        let x = match label.side {
            Side::Left => centre.x - inner - label.to.x,
            Side::Right | Side::Top => centre.x + inner,
        };
        if x < MARGIN || x + label.to.x > WIDTH - MARGIN {
            return None;
        }
        move_to(label, Point { x, y });
    }
    Some(())
}

/// How far from the vertical axis a box may begin whose upper edge is at `y`.
fn inner_edge(attempt: Attempt, label: &Label, y: f64, crown: Option<&Label>) -> f64 {
    let clear = attempt.clear_radius();
    if attempt.columns {
        return clear;
    }
    let centre = attempt.centre();
    let above = (centre.y - (y + label.to.y)).max(0.0);
    let arc = (clear * clear - above * above).max(36.0).sqrt();
    // A crown that reaches as low as this box pushes it outwards.
    let beside = crown.filter(|crown| y < crown.to.y + 4.0).map_or(0.0, |crown| {
        let edge = match label.side {
            Side::Left => centre.x - crown.from.x,
            Side::Right | Side::Top => crown.to.x - centre.x,
        };
        edge + 12.0
    });
    arc.max(beside)
}
