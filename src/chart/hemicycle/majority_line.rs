//! The line that a majority has to reach: a staircase between the seats.

use std::f64::consts::FRAC_PI_2;

use super::layout::Layout;

/// A place by its angle from the vertical axis (negative to the left) and distance from the centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Polar {
    /// Radians from the vertical axis.
    pub angle: f64,
    /// In units of the half-disc.
    pub radius: f64,
}

/// No arc is drawn with steps larger than this, in radians.
const ARC_STEP: f64 = 0.02;

impl Layout {
    /// The line with exactly `seats` seats to its left, from the inside outwards: radial within a
    /// row, along an arc between two rows, at least a seat's radius away from every seat's centre.
    /// `None` if the house is smaller than that.
    pub fn majority_line(&self, seats: u32) -> Option<Vec<Polar>> {
        let place = usize::try_from(seats).ok()?;
        let left = self.seats().get(..place)?;
        let right = &self.seats()[place..];
        let wanted = match (left.last(), right.first()) {
            (Some(last), Some(next)) => f64::midpoint(last.angle, next.angle),
            (None, _) => -FRAC_PI_2,
            (_, None) => FRAC_PI_2,
        };
        let mut line: Vec<Polar> = Vec::new();
        for row in (0u32..).zip(self.rows()).map(|(row, _)| row) {
            let radius = self.radius(row);
            let before = left.iter().rev().find(|seat| seat.row == row);
            let after = right.iter().find(|seat| seat.row == row);
            // Half a pitch from both neighbours: as straight as the seats allow.
            let clear = (self.half_pitch() / radius).min(1.0).asin();
            let low = before.map_or(-FRAC_PI_2, |seat| seat.angle + clear);
            let high = after.map_or(FRAC_PI_2, |seat| seat.angle - clear);
            let angle =
                if low <= high { wanted.clamp(low, high) } else { f64::midpoint(low, high) };
            let start = Polar { angle, radius: radius - self.half_pitch() };
            if let Some(&from) = line.last() {
                line.extend(arc(from, start));
            } else {
                line.push(start);
            }
            line.push(Polar { angle, radius: radius + self.half_pitch() });
        }
        Some(line)
    }
}

/// The steps after `from` along a curve to `to`: a circle's arc where both have the same distance
/// from the centre, otherwise part of a spiral.
pub(super) fn arc(from: Polar, to: Polar) -> Vec<Polar> {
    let turn = to.angle - from.angle;
    let mut steps = 1u32;
    while turn.abs() > f64::from(steps) * ARC_STEP {
        steps += 1;
    }
    (1..=steps)
        .map(|step| {
            let share = f64::from(step) / f64::from(steps);
            Polar {
                angle: from.angle + turn * share,
                radius: from.radius + (to.radius - from.radius) * share,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cartesian(polar: Polar) -> (f64, f64) {
        (polar.radius * polar.angle.sin(), polar.radius * polar.angle.cos())
    }

    fn distance_to_segment(point: (f64, f64), from: (f64, f64), to: (f64, f64)) -> f64 {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = (dx * dx + dy * dy).max(1e-300);
        let share = ((point.0 - from.0) * dx + (point.1 - from.1) * dy) / length;
        let share = share.clamp(0.0, 1.0);
        (from.0 + share * dx - point.0).hypot(from.1 + share * dy - point.1)
    }

    /// The line's angle at a seat's distance from the centre: the straight part of its row.
    fn angle_at(line: &[Polar], radius: f64) -> f64 {
        line.windows(2)
            .find(|pair| pair[0].radius < radius && radius < pair[1].radius)
            .map(|pair| pair[0].angle)
            .unwrap()
    }

    fn check(layout: &Layout, majority: u32) {
        let line = layout.majority_line(majority).unwrap();
        let left = layout
            .seats()
            .iter()
            .filter(|seat| seat.angle < angle_at(&line, layout.radius(seat.row)))
            .count();
        let size = layout.seats().len();
        assert_eq!(left, usize::try_from(majority).unwrap(), "{majority} of {size}");
        // Only the seats beside the cut can touch the line; the widest step is one row's spacing.
        for seat in layout.seats() {
            for pair in line.windows(2) {
                let near =
                    (pair[0].radius - layout.radius(seat.row)).abs() < 3.0 * layout.half_pitch();
                if near {
                    let apart = distance_to_segment(
                        (seat.x, seat.y),
                        cartesian(pair[0]),
                        cartesian(pair[1]),
                    );
                    assert!(apart > layout.seat_radius(), "{majority} of {size} cuts a seat");
                }
            }
        }
    }

    #[test]
    fn a_majority_line_has_its_seats_on_the_left_and_cuts_none() {
        for size in 1..=1000 {
            let layout = Layout::new(size).unwrap();
            check(&layout, size / 2 + 1);
            check(&layout, (2 * size).div_ceil(3));
            check(&layout, size - 1);
        }
    }

    #[test]
    fn every_line_of_every_small_house_is_clean() {
        for size in 1..=40 {
            let layout = Layout::new(size).unwrap();
            for majority in 0..=size {
                check(&layout, majority);
            }
        }
    }

    #[test]
    fn every_line_of_the_kurultai_is_clean() {
        let layout = Layout::new(145).unwrap();
        for majority in 0..=145 {
            check(&layout, majority);
        }
        assert_eq!(layout.majority_line(146), None);
    }
}
