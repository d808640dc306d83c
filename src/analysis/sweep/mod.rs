//! Sweeps: the same count, and the same draws, under one value after another.
//!
//! What is varied lies on one axis, or on two, which make a grid. Every value is exact.

mod axis;
mod breakpoint;
mod decimal;
mod draws;
mod house_breakpoints;
mod point;
mod separating_share;
mod setting;
mod threshold_breakpoints;
mod value;

use rayon::ThreadPoolBuildError;

pub use axis::{Axis, AxisError, MAX_SWEEP_VALUES};
pub use breakpoint::{Breakpoint, BreakpointAt, NoBreakpoints, SeatChange};
pub use decimal::{Decimal, DecimalError};
pub use point::{CountedPoint, DrawnParty, DrawnPoint, PointError, SweepPoint};
pub use value::{SweepValue, UnknownVary, Vary};

use super::OutcomeError;
use crate::election::NameError;
use crate::scenario::{Scenario, ScenarioError};
use crate::simulation::{Progress, SimulationError};

/// The most points of a grid.
pub const MAX_SWEEP_POINTS: usize = 100_000;

/// A scenario under one value after another.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// What is varied: one thing, or two.
    pub axes: Vec<Axis>,
    /// The scenario as it is.
    pub own: SweepPoint,
    /// The points, one for each value; of a grid one for each value of the second axis at the first value
    /// of the first, then at the next.
    pub points: Vec<SweepPoint>,
    /// Where the seats of the count change.
    pub breakpoints: Result<Vec<Breakpoint>, NoBreakpoints>,
}

impl Sweep {
    /// Whether a lot was drawn for a seat at any point.
    pub fn drew_lot(&self) -> bool {
        let mut points = std::iter::once(&self.own).chain(&self.points);
        points.any(|point| point.counted.as_ref().is_ok_and(|counted| counted.drew_lot))
    }
}

impl From<NameError> for SweepError {
    fn from(error: NameError) -> Self {
        Self::Name(error)
    }
}

/// Why there is no sweep.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// No one party has the name.
    #[error("share: {0}")]
    Name(NameError),
    /// Both axes vary the same.
    #[error("`{0}` cannot be varied twice; a grid is of two different things")]
    SameTwice(String),
    /// Too many points.
    #[error(
        "a grid of {0} by {1} values has too many points; at most {MAX_SWEEP_POINTS} are possible, so take \
         larger steps"
    )]
    TooManyPoints(usize, usize),
    /// The model has no common error.
    #[error(
        "the model `{0}` has no common error to vary; `logistic-normal` and `logistic-t` have one"
    )]
    NoCommonError(&'static str),
    /// The lot of the scenario cannot have been drawn.
    #[error(transparent)]
    Lot(OutcomeError),
    /// The scenario cannot be drawn.
    #[error(transparent)]
    Simulation(#[from] SimulationError),
    /// The system refuses to start the threads.
    #[error(transparent)]
    Threads(#[from] ThreadPoolBuildError),
}

impl Sweep {
    /// Counts the scenario at every point; lots are drawn from `seed`. A point that gives no seats says why.
    ///
    /// ```
    /// use kurultai::analysis::{Axis, Sweep, Vary};
    /// use kurultai::scenario::{DEFAULT, Scenario};
    /// let scenario = Scenario::load(DEFAULT, None)?;
    /// let axis = Axis::between(Vary::Threshold, ["0%", "10%", "5%"])?;
    /// let sweep = Sweep::of(&scenario, vec![axis], 1)?;
    /// let amanat: Vec<u32> =
    ///     sweep.points.iter().map(|point| point.counted.as_ref().unwrap().seats[0]).collect();
    /// assert_eq!((amanat[1], sweep.points[1].is_own), (83, true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`SweepError`] for axes that do not fit the scenario or each other, or a lot that the scenario gives
    /// and that could not have been drawn.
    pub fn of(scenario: &Scenario, axes: Vec<Axis>, seed: u64) -> Result<Self, SweepError> {
        Self::watched(scenario, axes, seed, &|_| ())
    }

    /// How many steps [`Sweep::watched`] tells of, at the most: one for every count.
    pub fn steps(scenario: &Scenario, axes: &[Axis]) -> u64 {
        let points: u64 = axes.iter().map(|axis| axis.values().len() as u64).product();
        points + breakpoint::steps(scenario, axes)
    }

    /// The same as [`Sweep::of`], telling `progress` of every step.
    ///
    /// # Errors
    /// As [`Sweep::of`].
    pub fn watched(
        scenario: &Scenario,
        axes: Vec<Axis>,
        seed: u64,
        progress: Progress<'_>,
    ) -> Result<Self, SweepError> {
        let axes: Vec<Axis> =
            axes.into_iter().map(|axis| axis.with_id(scenario)).collect::<Result<_, _>>()?;
        check(scenario, &axes)?;
        let own_values: Vec<Option<SweepValue>> =
            axes.iter().map(|axis| axis.vary().own(scenario)).collect();
        let counted = match super::Outcome::of(scenario, seed) {
            Err(error @ OutcomeError::Lot { .. }) => return Err(SweepError::Lot(error)),
            _ => CountedPoint::of(scenario, seed).map_err(PointError::from),
        };
        let own = SweepPoint {
            differences: differences(&counted, &counted),
            values: own_values,
            is_own: true,
            counted,
            drawn: None,
        };
        let mut sweep = Self {
            breakpoints: breakpoint::breakpoints(scenario, &axes, seed, progress),
            points: Vec::new(),
            axes,
            own,
        };
        for values in sweep.combinations() {
            sweep.points.push(sweep.counted(scenario, values, seed));
            progress(1);
        }
        Ok(sweep)
    }

    /// The parties, by index, that have a seat at some point, in the count or in a draw.
    pub fn seated(&self) -> Vec<usize> {
        let has_seat = |point: &SweepPoint, party: usize| {
            let counted = point.counted.as_ref().is_ok_and(|counted| counted.seats[party] > 0);
            let drawn = point.drawn.as_ref().and_then(|drawn| drawn.as_ref().ok());
            counted || drawn.is_some_and(|drawn| drawn.parties[party].seated.hits > 0)
        };
        let all = || self.points.iter().chain([&self.own]);
        let parties = all().flat_map(|point| {
            [
                point.counted.as_ref().map_or(0, |counted| counted.seats.len()),
                point.drawn.iter().flatten().map(|drawn| drawn.parties.len()).max().unwrap_or(0),
            ]
        });
        let parties = parties.max().unwrap_or(0);
        (0..parties).filter(|&party| all().any(|point| has_seat(point, party))).collect()
    }

    /// The values of every point, in order.
    fn combinations(&self) -> Vec<Vec<SweepValue>> {
        self.axes.iter().fold(vec![Vec::new()], |points, axis| {
            let more = |point: &Vec<SweepValue>| -> Vec<Vec<SweepValue>> {
                let with = |&value: &SweepValue| point.iter().copied().chain([value]).collect();
                axis.values().iter().map(with).collect()
            };
            points.iter().flat_map(more).collect()
        })
    }

    /// The count at the point with these values.
    fn counted(&self, scenario: &Scenario, values: Vec<SweepValue>, seed: u64) -> SweepPoint {
        let values: Vec<Option<SweepValue>> = values.into_iter().map(Some).collect();
        let is_own = values == self.own.values;
        let counted = if is_own {
            self.own.counted.clone()
        } else {
            (self.scenario_with(scenario, &values).map_err(PointError::from))
                .and_then(|scenario| Ok(CountedPoint::of(&scenario, seed)?))
        };
        let differences = differences(&counted, &self.own.counted);
        SweepPoint { values, is_own, counted, differences, drawn: None }
    }

    /// The scenario at a point by its place, the last of which is that of the scenario as it is.
    fn scenario_of(&self, scenario: &Scenario, place: usize) -> Result<Scenario, ScenarioError> {
        match self.points.get(place) {
            Some(point) if !point.is_own => self.scenario_with(scenario, &point.values),
            _ => Ok(scenario.clone()),
        }
    }

    fn at_mut(&mut self, place: usize) -> &mut SweepPoint {
        self.points.get_mut(place).unwrap_or(&mut self.own)
    }

    fn scenario_with(
        &self,
        scenario: &Scenario,
        values: &[Option<SweepValue>],
    ) -> Result<Scenario, ScenarioError> {
        let axes = self.axes.iter().map(Axis::vary);
        let values: Vec<(&Vary, SweepValue)> =
            axes.zip(values).filter_map(|(vary, &value)| Some((vary, value?))).collect();
        setting::with_values(scenario, &values)
    }

    /// The largest house of all points.
    fn largest_house(&self) -> u32 {
        let houses = self.points.iter().chain([&self.own]);
        let houses = houses.flat_map(|point| &point.counted).map(|counted| counted.house_size);
        let sizes = self.axes.iter().flat_map(Axis::values).filter_map(|value| match value {
            SweepValue::Seats(seats) => Some(*seats),
            _ => None,
        });
        houses.chain(sizes).max().unwrap_or(0)
    }
}

fn check(scenario: &Scenario, axes: &[Axis]) -> Result<(), SweepError> {
    for axis in axes {
        match axis.vary() {
            Vary::CommonError if scenario.model.common_error().is_none() => {
                return Err(SweepError::NoCommonError(scenario.model.name()));
            }
            _ => {}
        }
    }
    if let [one, other] = axes {
        if one.vary() == other.vary() {
            return Err(SweepError::SameTwice(one.vary().to_string()));
        }
        let (rows, columns) = (one.values().len(), other.values().len());
        if rows * columns > MAX_SWEEP_POINTS {
            return Err(SweepError::TooManyPoints(rows, columns));
        }
    }
    Ok(())
}

/// Seats less those under the scenario's own values.
fn differences(
    counted: &Result<CountedPoint, PointError>,
    own: &Result<CountedPoint, PointError>,
) -> Vec<i64> {
    let (Ok(counted), Ok(own)) = (counted, own) else { return Vec::new() };
    let seats = counted.seats.iter().zip(&own.seats);
    seats.map(|(&seats, &own)| i64::from(seats) - i64::from(own)).collect()
}
