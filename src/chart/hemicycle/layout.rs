//! Where the seats are: geometry without parties and without pixels.
//!
//! Lengths are in units of the half-disc that holds everything: the outermost seats reach to 1 from
//! the centre, x runs to the right, y up. Angles are taken from the vertical axis, negative to the
//! left.

use std::f64::consts::FRAC_PI_2;

use super::rows::{capacities, seats_per_row};
use crate::chart::ChartError;
use crate::election::MAX_SEATS;

/// What a seat leaves free of its half pitch.
const SEAT_TO_HALF_PITCH: f64 = 0.82;

/// One seat of a [`Layout`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// Its row, 0 the innermost.
    pub row: u32,
    /// The angle from the vertical axis in radians: −π/2 far left, 0 on the axis, π/2 far right.
    pub angle: f64,
    /// To the right of the centre.
    pub x: f64,
    /// Above the centre.
    pub y: f64,
}

/// A half-disc of seats in concentric rows, ordered from the left.
///
/// ```
/// use kurultai::chart::hemicycle::Layout;
/// let kurultai = Layout::new(145)?;
/// assert_eq!(kurultai.rows(), [17, 20, 22, 26, 28, 32]);
/// assert_eq!(kurultai.seats()[72].x, 0.0); // the 73rd seat decides, and is in the middle
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    rows: Vec<u32>,
    seats: Vec<Seat>,
    half_pitch: f64,
}

impl Layout {
    /// The layout of a house.
    ///
    /// # Errors
    /// [`ChartError::HouseSize`] unless `seats` is from 1 to [`MAX_SEATS`].
    pub fn new(seats: u32) -> Result<Self, ChartError> {
        if seats == 0 || seats > MAX_SEATS {
            return Err(ChartError::HouseSize(seats));
        }
        let capacities = capacities(seats);
        let rows = seats_per_row(seats, &capacities);
        let half_pitch = (0u32..)
            .zip(&rows)
            .last()
            .map_or(0.5, |(outermost, _)| 1.0 / f64::from(4 * outermost + 2));
        let mut layout = Self { rows, seats: Vec::new(), half_pitch };
        layout.seats = (0u32..)
            .zip(&layout.rows)
            .flat_map(|(row, &count)| (0..count).map(move |place| (row, place, count)))
            .map(|(row, place, count)| layout.seat(row, place, count))
            .collect();
        // `seat` makes angles that mirror each other bit for bit, so equal angles (seats on the
        // axis) are equal here too, and `total_cmp` orders the rest; no angle is NaN or −0.
        layout
            .seats
            .sort_by(|one, other| one.angle.total_cmp(&other.angle).then(other.row.cmp(&one.row)));
        Ok(layout)
    }

    /// Seat `place` (from the left) of `count` in a row. The place is counted from the middle, so
    /// that left and right differ in the sign alone.
    fn seat(&self, row: u32, place: u32, count: u32) -> Seat {
        let radius = self.radius(row);
        let widest = FRAC_PI_2 - (self.half_pitch / radius).asin();
        let from_middle = f64::from(2 * place) - f64::from(count - 1);
        let angle = widest * from_middle / f64::from(count.max(2) - 1);
        Seat { row, angle, x: radius * angle.sin(), y: radius * angle.cos() }
    }

    /// The radius of the circle on which the seats of a row are.
    pub(super) fn radius(&self, row: u32) -> f64 {
        0.5 + 2.0 * f64::from(row) * self.half_pitch
    }

    /// The seats of each row, the innermost first.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// All seats from left to right: by angle, the outer row first on equal angles.
    pub fn seats(&self) -> &[Seat] {
        &self.seats
    }

    /// Half the distance between rows; within a row seats are at least twice this apart.
    pub fn half_pitch(&self) -> f64 {
        self.half_pitch
    }

    /// The radius of a seat's disc.
    pub fn seat_radius(&self) -> f64 {
        SEAT_TO_HALF_PITCH * self.half_pitch
    }

    /// The radius of the free half-disc in the middle.
    pub fn inner_radius(&self) -> f64 {
        0.5 - self.half_pitch
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_of_one_sits_on_the_axis() {
        let layout = Layout::new(1).unwrap();
        assert_eq!(layout.seats(), [Seat { row: 0, angle: 0.0, x: 0.0, y: 0.5 }]);
    }

    #[test]
    fn impossible_sizes_are_refused() {
        assert_eq!(Layout::new(0), Err(ChartError::HouseSize(0)));
        assert_eq!(Layout::new(10_001), Err(ChartError::HouseSize(10_001)));
        assert_eq!(Layout::new(10_000).unwrap().seats().len(), 10_000);
    }

    #[test]
    fn seat_73_of_145_is_the_only_one_on_the_axis() {
        let layout = Layout::new(145).unwrap();
        let on_axis: Vec<usize> = (1..)
            .zip(layout.seats())
            .filter(|(_, seat)| seat.x.abs() < 1e-12)
            .map(|(number, _)| number)
            .collect();
        assert_eq!(on_axis, [73]);
    }

    /// House sizes 1 to 1,000: count, distance, symmetry, order, everything inside the half-disc.
    #[test]
    fn every_house_is_a_proper_hemicycle() {
        for size in 1..=1000 {
            let layout = Layout::new(size).unwrap();
            let seats = layout.seats();
            assert_eq!(seats.len(), usize::try_from(size).unwrap());
            let pitch = 2.0 * layout.half_pitch();
            // Rows are a pitch apart, so only neighbours within a row can be too close.
            for row in 0..u32::try_from(layout.rows().len()).unwrap() {
                let row: Vec<&Seat> = seats.iter().filter(|seat| seat.row == row).collect();
                for pair in row.windows(2) {
                    let apart = (pair[0].x - pair[1].x).hypot(pair[0].y - pair[1].y);
                    assert!(apart >= pitch * (1.0 - 1e-12), "{size}: {apart} < {pitch}");
                }
                for (left, right) in row.iter().zip(row.iter().rev()) {
                    assert_eq!((left.x + right.x).to_bits(), 0.0f64.to_bits(), "{size}");
                    assert_eq!(left.y.to_bits(), right.y.to_bits(), "{size}");
                }
            }
            for pair in seats.windows(2) {
                let ordered = pair[0].angle < pair[1].angle
                    || (pair[0].angle.to_bits() == pair[1].angle.to_bits()
                        && pair[0].row > pair[1].row);
                assert!(ordered, "{size}");
            }
            for seat in seats {
                assert!(seat.x.hypot(seat.y) + layout.half_pitch() <= 1.0 + 1e-12, "{size}");
                assert!(seat.y >= layout.half_pitch() - 1e-12, "{size}");
            }
        }
    }

    /// The brute force that justifies looking only within rows above: every pair of every house.
    #[test]
    fn no_two_seats_anywhere_are_closer_than_a_pitch() {
        for size in 1..=1000 {
            let layout = Layout::new(size).unwrap();
            let least = (2.0 * layout.half_pitch() * (1.0 - 1e-12)).powi(2);
            for (index, one) in layout.seats().iter().enumerate() {
                for other in &layout.seats()[..index] {
                    let (across, up) = (one.x - other.x, one.y - other.y);
                    assert!(across * across + up * up >= least, "{size}: {one:?}, {other:?}");
                }
            }
        }
    }
}
