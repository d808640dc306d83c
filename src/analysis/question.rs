//! What is asked of the draws: how often something happens, or how often where something else does.

use std::fmt;

use rayon::ThreadPoolBuildError;

use super::event::{parts, without_p};
use super::{Estimate, Event, EventError, Summary};
use crate::law::Allocation;
use crate::scenario::Scenario;
use crate::simulation::{Progress, Run, Simulation};

/// An event, and the condition under which its probability is asked for, if there is one.
///
/// Under a condition the probability is that among the draws in which the condition holds: so many draws
/// are behind its standard error. Where it holds in none, there is no probability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    event: Event,
    given: Option<Event>,
}

impl Question {
    /// Reads an event, as [`Event::parse`] does, or `EVENT given EVENT`; all may stand in `P(…)`.
    ///
    /// ```
    /// use kurultai::analysis::Question;
    /// use kurultai::scenario::Scenario;
    /// let scenario = Scenario::load("kurultai-2023", None)?;
    /// let asked = Question::parse("P(amanat>=97 given auyl passes)", &scenario)?;
    /// assert_eq!(asked.to_string(), "amanat>=97 given auyl passes");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EventError`] if one of the two is no event, or there are more.
    pub fn parse(text: &str, scenario: &Scenario) -> Result<Self, EventError> {
        let read = |part: &str| Event::parse(part, scenario);
        let form = |why| EventError::Form { text: text.to_owned(), why };
        match parts(without_p(text))[..] {
            [_] => Ok(Self { event: read(text)?, given: None }),
            ["", _] => Err(form(": nothing stands before `given`")),
            [_, ""] => Err(form(": nothing follows `given`")),
            [event, given] => Ok(Self { event: read(event)?, given: Some(read(given)?) }),
            _ => Err(form(": `given` can stand in it once")),
        }
    }

    /// The event, if it stands under no condition.
    pub fn event(&self) -> Option<&Event> {
        self.given.is_none().then_some(&self.event)
    }

    /// The estimates of some questions by the draws of a run with this summary. For those with a condition
    /// the draws are made again and allocated one by one.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    ///
    /// # Panics
    /// If the questions or the summary are of another scenario than the simulation.
    pub fn estimates(
        asked: &[Self],
        scenario: &Scenario,
        summary: &Summary,
        (run, simulation, progress): (Run, &Simulation<'_>, Progress<'_>),
    ) -> Result<Vec<Estimate>, ThreadPoolBuildError> {
        let conditional: Vec<(&Event, &Event)> = asked
            .iter()
            .filter_map(|question| Some((&question.event, question.given.as_ref()?)))
            .collect();
        let tests = |allocation: &Allocation| {
            let happens = |event: &Event| event.happens(scenario, allocation);
            let each = conditional.iter().flat_map(|&(event, given)| {
                let given = happens(given);
                [given && happens(event), given]
            });
            each.collect()
        };
        let hits = if conditional.is_empty() {
            Vec::new()
        } else {
            run.recount(simulation, 2 * conditional.len(), &tests, progress)?
        };
        let mut counted = hits.chunks_exact(2);
        let estimate = |question: &Self| match question.event() {
            Some(event) => event.estimate(summary),
            None => match counted.next() {
                Some(&[hits, draws]) => Estimate { hits, draws },
                _ => unreachable!("two counts for every condition"),
            },
        };
        Ok(asked.iter().map(estimate).collect())
    }
}

impl From<Event> for Question {
    fn from(event: Event) -> Self {
        Self { event, given: None }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.given {
            None => self.event.fmt(f),
            Some(given) => write!(f, "{} given {given}", self.event),
        }
    }
}
