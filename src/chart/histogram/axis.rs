//! The horizontal axis that all panels share, and how shares become heights.

use super::Panel;
use crate::chart::{ChartError, MajorityMark};
use crate::election::MAX_SEATS;

/// The narrowest bar, in logical pixels; more values than fit are binned.
const NARROWEST_BAR: f64 = 2.0;
/// An axis is lengthened to show a majority only while bars stay this wide.
const COMFORTABLE_BAR: f64 = 5.0;
/// An axis never shows fewer values than this, if the house has them, so that a single bar does not
/// fill it.
const FEWEST_VALUES: u32 = 12;

/// Seats `low` to `high` on `width` pixels, `bin` of them to a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    pub(super) low: u32,
    pub(super) high: u32,
    pub(super) bin: u32,
    width: f64,
}

impl Axis {
    /// The shortest axis with every number of seats above 0 that was ever drawn. It starts at 1
    /// unless the numbers are far from it.
    pub(super) fn new(
        panels: &[Panel],
        majorities: &[MajorityMark],
        width: f64,
    ) -> Result<Self, ChartError> {
        let mut seen: Option<(usize, usize)> = None;
        for panel in panels {
            let mut drawn = (0..panel.counts.len()).filter(|&seats| panel.counts[seats] > 0);
            let first = drawn.find(|&seats| seats > 0);
            let last = drawn.next_back().or(first);
            if let (Some(first), Some(last)) = (first, last) {
                let (low, high) = seen.unwrap_or((first, last));
                seen = Some((low.min(first), high.max(last)));
            }
        }
        let (low, high) = seen.unwrap_or((1, 1));
        let too_long = || ChartError::AxisTooLong { seats: high };
        let low = u32::try_from(low).map_err(|_| too_long())?;
        let mut end = u32::try_from(high).map_err(|_| too_long())?;
        if end > MAX_SEATS {
            return Err(too_long());
        }
        let low = if low <= end / 3 { 1 } else { low };
        // Counts run from 0 to the house size: no axis runs past the house.
        let house = panels.iter().map(|panel| panel.counts.len().saturating_sub(1)).max();
        let house = house.and_then(|house| u32::try_from(house).ok()).unwrap_or(end);
        end = end.max(low + FEWEST_VALUES - 1).min(house.max(end));
        let low = low.min((end + 1).saturating_sub(FEWEST_VALUES).max(1));
        for majority in majorities {
            let longer = end.max(majority.seats);
            if width / f64::from(longer.max(low) - low + 1) >= COMFORTABLE_BAR {
                end = longer;
            }
        }
        let values = f64::from(end - low + 1);
        let mut bin = 1;
        while width / values * f64::from(bin) < NARROWEST_BAR {
            bin += 1;
        }
        Ok(Self { low, high: end, bin, width })
    }

    /// The width of one seat.
    pub(super) fn unit(self) -> f64 {
        self.width / f64::from(self.high - self.low + 1)
    }

    /// The left edge of the place for so many seats, from the start of the axis. `None` beside it.
    pub(super) fn edge(self, seats: u32) -> Option<f64> {
        let after = seats.checked_sub(self.low)?;
        (seats <= self.high).then(|| f64::from(after) * self.unit())
    }

    /// The numbers to print: multiples of 1, 2, 5, 10, … at least `apart` pixels from each other.
    pub(super) fn ticks(self, apart: f64) -> Vec<u32> {
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
        let step = steps
            .into_iter()
            .find(|&step| f64::from(step) * self.unit() >= apart)
            .unwrap_or(10_000);
        (self.low..=self.high).filter(|seats| seats % step == 0).collect()
    }

    /// What each bar of a panel counts, with the bar's first number of seats: non-zero bars only.
    pub(super) fn bars(self, panel: &Panel) -> Vec<(u32, u128)> {
        let mut bars: Vec<(u32, u128)> = Vec::new();
        for (seats, &count) in (0u32..).zip(&panel.counts).skip(1) {
            if count == 0 || seats < self.low {
                continue;
            }
            let first = seats - (seats - self.low) % self.bin;
            match bars.last_mut() {
                Some((bar, sum)) if *bar == first => *sum += u128::from(count),
                _ => bars.push((first, u128::from(count))),
            }
        }
        bars
    }
}

/// A count as a share of all, in steps of 10⁻⁹ and never 0 for what has happened.
pub(super) fn share(count: u128, total: u128) -> f64 {
    if count == 0 || total == 0 {
        return 0.0;
    }
    let billionths = count.saturating_mul(1_000_000_000) / total;
    f64::from(u32::try_from(billionths).unwrap_or(1_000_000_000).max(1)) / 1e9
}

/// The shares that a vertical scale may end at.
const ROUND_SHARES: [f64; 15] =
    [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0];

/// A share that a scale ends at: round, and not below the highest bar.
pub(super) fn round_up(peak: f64) -> f64 {
    ROUND_SHARES.into_iter().find(|&round| round >= peak).unwrap_or(1.0)
}

/// Where the scale of each panel ends. All panels share one scale, so that areas compare, unless
/// that would press the flattest below a fifth of its height: then each has its own, with its own
/// number beside it.
pub(super) fn scales(peaks: &[f64]) -> Vec<f64> {
    let drawn = || peaks.iter().copied().filter(|&peak| peak > 0.0);
    let (lowest, highest) = (drawn().fold(1.0, f64::min), drawn().fold(0.0, f64::max));
    let common = lowest >= highest / 5.0;
    peaks.iter().map(|&peak| round_up(if common { highest } else { peak })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::palette;

    fn panel(from: usize, counts: &[u64]) -> Panel {
        let mut all = vec![0; from];
        all.extend(counts);
        Panel { label: String::new(), colour: palette(0), counts: all, note: String::new() }
    }

    #[test]
    fn the_axis_holds_every_number_that_was_drawn() {
        let panels = [panel(8, &[1, 5, 0, 1]), panel(80, &[1, 1])];
        let axis = Axis::new(&panels, &[], 580.0).unwrap();
        assert_eq!((axis.low, axis.high, axis.bin), (1, 81, 1));
        assert_eq!(axis.bars(&panels[0]), [(8, 1), (9, 5), (11, 1)]);
    }

    #[test]
    fn the_axis_starts_late_when_all_numbers_are_large() {
        let axis = Axis::new(&[panel(70, &[1; 20])], &[], 580.0).unwrap();
        assert_eq!((axis.low, axis.high), (70, 89));
    }

    #[test]
    fn a_majority_lengthens_the_axis_only_while_bars_stay_wide() {
        let mark = |seats| [MajorityMark { label: String::new(), seats }];
        let panels = [panel(1, &[1; 90])];
        assert_eq!(Axis::new(&panels, &mark(97), 580.0).unwrap().high, 97);
        assert_eq!(Axis::new(&panels, &mark(400), 580.0).unwrap().high, 90);
    }

    #[test]
    fn bins_lose_nothing() {
        let panels = [panel(1, &vec![3; 5000])];
        let axis = Axis::new(&panels, &[], 580.0).unwrap();
        assert!(axis.bin > 1 && axis.unit() * f64::from(axis.bin) >= NARROWEST_BAR);
        let total: u128 = axis.bars(&panels[0]).iter().map(|bar| bar.1).sum();
        assert_eq!(total, 15_000);
    }

    #[test]
    fn an_axis_beyond_every_house_is_refused() {
        let axis = Axis::new(&[panel(10_001, &[1])], &[], 580.0);
        assert_eq!(axis, Err(ChartError::AxisTooLong { seats: 10_001 }));
    }

    #[test]
    fn scales_are_common_while_all_panels_stay_readable() {
        let ends = |peaks: &[f64]| -> Vec<u32> {
            let promille = |end: f64| (1..=1000).find(|&n| f64::from(n) >= end * 1000.0 - 1e-6);
            scales(peaks).into_iter().map(|end| promille(end).unwrap()).collect()
        };
        assert_eq!(ends(&[0.12, 0.3]), [300, 300]);
        assert_eq!(ends(&[0.12, 1.0]), [150, 1000]);
    }

    #[test]
    fn shares_survive_the_largest_counts() {
        assert!((share(u64::MAX.into(), u128::from(u64::MAX) * 2) - 0.5).abs() < 1e-8);
        assert!(share(1, u64::MAX.into()) > 0.0);
    }
}
