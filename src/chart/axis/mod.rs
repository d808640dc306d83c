//! Straight axes: where a value is on the sheet, and which numbers to print along it.

mod flags;
mod spread;

pub(super) use flags::{Flag, MARK_ROW, draw as draw_flags, flags, height as flags_height};
pub(super) use spread::spread;

use super::ChartError;

/// Values spread evenly over pixels. Pixels may run backwards, as those of a vertical axis do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    values: (f64, f64),
    pixels: (f64, f64),
}

/// The numbers to print along an axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ticks {
    /// Multiples of the step, from the low end.
    pub(super) values: Vec<f64>,
    /// From one to the next.
    pub(super) step: f64,
    /// How many decimals they need.
    pub(super) decimals: usize,
}

/// A step that people count in: 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy)]
struct Step {
    mantissa: f64,
    exponent: i32,
}

impl Step {
    /// So many steps, rounded once: 3 steps of 0.1 are 0.3.
    fn times(self, count: f64) -> f64 {
        let power = 10f64.powi(self.exponent.abs());
        let whole = count * self.mantissa;
        // Adding 0 turns −0 into 0.
        (if self.exponent < 0 { whole / power } else { whole * power }) + 0.0
    }

    /// The smallest step, at least `least`, that is at least as long as `length`.
    fn at_least(length: f64, least: f64) -> Self {
        (-12..=18)
            .flat_map(|exponent| [1.0, 2.0, 5.0].map(|mantissa| Self { mantissa, exponent }))
            .find(|step| step.times(1.0) >= length && step.times(1.0) >= least)
            .unwrap_or(Self { mantissa: 1.0, exponent: 19 })
    }
}

impl Axis {
    /// Values from the first to the second on pixels from the first to the second. An axis of one value is
    /// lengthened by 1.
    ///
    /// # Errors
    /// [`ChartError::NotFinite`] unless both values are numbers.
    pub(super) fn new(values: (f64, f64), pixels: (f64, f64)) -> Result<Self, ChartError> {
        let (low, high) = values;
        if !(high - low).is_finite() {
            return Err(ChartError::NotFinite);
        }
        Ok(Self { values: if low < high { values } else { (low, low + 1.0) }, pixels })
    }

    /// The same, with both ends moved outwards to the next number that [`Self::ticks`] prints.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub(super) fn rounded(
        values: (f64, f64),
        pixels: (f64, f64),
        apart: f64,
        least: f64,
    ) -> Result<Self, ChartError> {
        let axis = Self::new(values, pixels)?;
        let step = axis.step(apart, least);
        let low = step.times((axis.values.0 / step.times(1.0) + 1e-9).floor());
        let high = step.times((axis.values.1 / step.times(1.0) - 1e-9).ceil());
        Self::new((low, high), pixels)
    }

    /// The first and the last value.
    pub(super) fn values(self) -> (f64, f64) {
        self.values
    }

    /// The pixels of the first and the last value.
    pub(super) fn pixels(self) -> (f64, f64) {
        self.pixels
    }

    /// The length of 1 in pixels.
    pub(super) fn unit(self) -> f64 {
        (self.pixels.1 - self.pixels.0) / (self.values.1 - self.values.0)
    }

    /// The pixel of a value; beyond its ends the axis goes on.
    pub(super) fn at(self, value: f64) -> f64 {
        self.pixels.0 + (value - self.values.0) * self.unit()
    }

    /// Whether the value is on the axis.
    pub(super) fn holds(self, value: f64) -> bool {
        (self.values.0..=self.values.1).contains(&value)
    }

    fn step(self, apart: f64, least: f64) -> Step {
        Step::at_least(apart.max(1.0) / self.unit().abs(), least)
    }

    /// Multiples of 1, 2 or 5 times a power of ten, at least `apart` pixels from each other and in steps of
    /// at least `least` (1 for things that are counted).
    pub(super) fn ticks(self, apart: f64, least: f64) -> Ticks {
        let step = self.step(apart, least);
        let one = step.times(1.0);
        let mut values = Vec::new();
        let mut count = (self.values.0 / one - 1e-9).ceil();
        while count * one <= self.values.1 + one * 1e-9 {
            values.push(step.times(count));
            count += 1.0;
        }
        let decimals = usize::try_from(-step.exponent).unwrap_or(0);
        Ticks { values, step: one, decimals }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(low: f64, high: f64) -> Axis {
        Axis::new((low, high), (100.0, 600.0)).unwrap()
    }

    fn printed(ticks: &Ticks) -> Vec<String> {
        ticks.values.iter().map(|value| format!("{value:.*}", ticks.decimals)).collect()
    }

    #[test]
    fn a_value_is_where_its_share_of_the_axis_is() {
        let axis = axis(-50.0, 150.0);
        for (value, pixel) in [(-50.0, 100.0), (0.0, 225.0), (150.0, 600.0), (190.0, 700.0)] {
            assert!((axis.at(value) - pixel).abs() < 1e-9);
        }
        assert!(axis.holds(-50.0) && axis.holds(150.0) && !axis.holds(150.1));
    }

    #[test]
    fn a_vertical_axis_runs_upwards() {
        let axis = Axis::new((0.0, 10.0), (500.0, 100.0)).unwrap();
        assert!((axis.at(2.5) - 400.0).abs() < 1e-9);
        assert_eq!(axis.ticks(70.0, 1.0).values, [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
    }

    #[test]
    fn ticks_are_numbers_that_people_count_in() {
        // 500 pixels for 145 seats: steps of 20 are 69 pixels apart, steps of 10 only 34.
        let ticks = axis(0.0, 145.0).ticks(44.0, 1.0);
        assert_eq!(printed(&ticks), ["0", "20", "40", "60", "80", "100", "120", "140"]);
        let ticks = axis(0.0, 0.6).ticks(44.0, 0.0);
        assert_eq!(printed(&ticks), ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6"]);
        // Rounded once, not added up: 0.1 + 0.2 would be something else.
        assert!(ticks.values.contains(&0.3));
    }

    #[test]
    fn what_is_counted_has_whole_ticks() {
        assert_eq!(printed(&axis(0.0, 2.0).ticks(44.0, 1.0)), ["0", "1", "2"]);
        assert_eq!(printed(&axis(0.0, 0.3).ticks(44.0, 1.0)), ["0"]);
    }

    #[test]
    fn ticks_keep_their_distance() {
        for high in [1.0, 3.0, 7.0, 12.0, 99.0, 145.0, 1e4, 6.4e6, 1.8e19] {
            let axis = axis(0.0, high);
            let ticks = axis.ticks(60.0, 0.0);
            assert!(ticks.step * axis.unit() >= 60.0 - 1e-9, "{ticks:?}");
            assert!(ticks.values.len() >= 3, "{ticks:?}");
        }
    }

    #[test]
    fn rounded_ends_are_ticks() {
        let axis = Axis::rounded((-3.0, 57.2), (0.0, 500.0), 44.0, 0.0).unwrap();
        assert_eq!(axis.values(), (-10.0, 60.0));
        let ticks = axis.ticks(44.0, 0.0).values;
        assert_eq!((ticks.first(), ticks.last()), (Some(&-10.0), Some(&60.0)));
        // Ends that are round already stay.
        let axis = Axis::rounded((0.0, 0.6), (0.0, 500.0), 44.0, 0.0).unwrap();
        assert_eq!(axis.values(), (0.0, 0.6));
    }

    #[test]
    fn an_axis_of_one_value_has_a_length() {
        assert_eq!(axis(5.0, 5.0).values(), (5.0, 6.0));
        assert_eq!(Axis::new((0.0, f64::NAN), (0.0, 1.0)), Err(ChartError::NotFinite));
        assert_eq!(Axis::new((0.0, f64::INFINITY), (0.0, 1.0)), Err(ChartError::NotFinite));
    }
}
