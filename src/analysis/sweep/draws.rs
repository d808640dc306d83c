//! The same draws at every point of a sweep.
//!
//! Points whose votes and model are the same share their draws: the votes of a draw are made once and
//! counted under each. Where the votes or the model differ, the random numbers are the same still, since they
//! follow from the seed and the number of the draw alone.

use std::collections::BTreeMap;

use super::point::{DrawnPoint, PointError};
use super::{Sweep, SweepError};
use crate::scenario::Scenario;
use crate::simulation::{Progress, Run, Simulation};

/// Points that are counted together have tallies of so many numbers at most.
const MOST_COUNTERS: usize = 1 << 20;

/// The most points that are counted together.
const MOST_AT_ONCE: usize = 128;

/// What decides the draws of a point: the votes and the bits of the common error.
type Key = (Vec<u64>, u64);

impl Sweep {
    /// The same sweep with what `run` says of every point and of the scenario's own values. `progress` is told
    /// of the draws of each point: [`Sweep::runs`] times those of the run.
    ///
    /// # Errors
    /// [`SweepError`] if the scenario itself cannot be drawn or the threads cannot be started. Another point
    /// that cannot be drawn says so.
    pub fn with_draws(
        mut self,
        scenario: &Scenario,
        run: Run,
        progress: Progress<'_>,
    ) -> Result<Self, SweepError> {
        Simulation::new(scenario)?;
        let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for place in 0..self.runs() {
            if let Ok(scenario) = self.scenario_of(scenario, place) {
                let error = scenario.model.common_error().unwrap_or(0.0);
                groups.entry((scenario.options(), error.to_bits())).or_default().push(place);
            }
        }
        for places in groups.values() {
            let drawn = self.draw(scenario, places, run, progress)?;
            for (&place, drawn) in places.iter().zip(drawn) {
                self.at_mut(place).drawn = Some(drawn);
            }
        }
        Ok(self)
    }

    /// How often the draws are counted: at every point, and under the scenario's own values.
    pub const fn runs(&self) -> usize {
        self.points.len() + 1
    }

    /// Draws points whose draws are the same.
    fn draw(
        &self,
        scenario: &Scenario,
        places: &[usize],
        run: Run,
        progress: Progress<'_>,
    ) -> Result<Vec<Result<DrawnPoint, PointError>>, SweepError> {
        let mut scenarios = places.iter().map(|&place| self.scenario_of(scenario, place));
        let Some(Ok(first)) = scenarios.next() else { return Ok(Vec::new()) };
        // What keeps one of them from being drawn keeps all: the model and the votes.
        let drawing = match Simulation::new(&first) {
            Ok(drawing) => drawing,
            Err(error) => return Ok(vec![Err(error.into()); places.len()]),
        };
        let mut drawn = Vec::with_capacity(places.len());
        for places in places.chunks(at_once(&first, self.largest_house())) {
            let scenarios: Vec<Scenario> = (places.iter())
                .filter_map(|&place| self.scenario_of(scenario, place).ok())
                .collect();
            let simulations: Vec<Simulation<'_>> = (scenarios.iter())
                .map(|scenario| drawing.under(scenario))
                .collect::<Result<_, _>>()?;
            let points = simulations.len() as u64;
            let tallies = run.tallies(&simulations, &|draws| progress(draws * points))?;
            let told = scenarios.iter().zip(&tallies);
            drawn.extend(told.map(|(scenario, tally)| Ok(DrawnPoint::of(scenario, tally))));
        }
        Ok(drawn)
    }
}

/// How many points are counted together, so that what they are counted in stays in memory.
fn at_once(scenario: &Scenario, house_size: u32) -> usize {
    let counted = scenario.parties.len() + 3 * scenario.coalitions.len() + 1;
    let counters = counted * (house_size as usize + 1);
    (MOST_COUNTERS / counters).clamp(1, MOST_AT_ONCE)
}
