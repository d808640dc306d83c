//! How estimates settle while a run goes on.

use super::{Estimate, Event, Summary};
use crate::scenario::Scenario;
use crate::simulation::Tally;

/// The estimates of some events after ever more draws of one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    events: Vec<Event>,
    looks: Vec<Vec<Estimate>>,
}

impl Course {
    /// The course of these events, before any draw.
    pub fn new(events: Vec<Event>) -> Self {
        Self { events, looks: Vec::new() }
    }

    /// Adds what the draws so far say; a look at no more draws than the last one adds nothing.
    ///
    /// # Panics
    /// If the events are of another scenario than the tally.
    pub fn look(&mut self, scenario: &Scenario, tally: &Tally) {
        let seen = self.looks.last().and_then(|look| look.first()).map_or(0, |last| last.draws);
        if tally.draws() > seen {
            let summary = Summary::new(scenario, tally);
            self.looks.push(self.events.iter().map(|event| event.estimate(&summary)).collect());
        }
    }

    /// Every event with its estimates, from few draws to many.
    pub fn events(&self) -> impl Iterator<Item = (&Event, Vec<Estimate>)> {
        let estimates = |place: usize| self.looks.iter().map(move |look| look[place]).collect();
        self.events.iter().enumerate().map(move |(place, event)| (event, estimates(place)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::{Run, Simulation};

    #[test]
    fn a_course_has_the_estimates_of_shorter_runs_with_the_seed() {
        let scenario = Scenario::load("kurultai-2023", None).unwrap();
        let simulation = Simulation::new(&scenario).unwrap();
        let mut course = Course::new(Event::majorities_of_largest(&scenario));
        let run = |draws| Run { draws, seed: 3, threads: 1 };
        let watched = run(10_000)
            .tally_watched(&simulation, &|_| (), |tally| course.look(&scenario, tally))
            .unwrap();
        assert_eq!(watched, run(10_000).tally(&simulation, &|_| ()).unwrap());
        course.look(&scenario, &watched);
        for (event, estimates) in course.events() {
            let draws: Vec<u64> = estimates.iter().map(|estimate| estimate.draws).collect();
            assert_eq!(draws.last(), Some(&10_000), "looked at once");
            assert!(
                draws.len() >= 2 && draws.windows(2).all(|pair| pair[0] < pair[1]),
                "{draws:?}"
            );
            for estimate in estimates {
                let shorter = run(estimate.draws).tally(&simulation, &|_| ()).unwrap();
                assert_eq!(event.estimate(&Summary::new(&scenario, &shorter)), estimate);
            }
        }
    }
}
