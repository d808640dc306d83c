//! Things that happen in some of the draws, by what people write.

use std::fmt;

use super::{Estimate, Summary};
use crate::scenario::Scenario;

/// Something that happens in a draw or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    text: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    ListHas { party: usize, seats: u32 },
    CoalitionHas { coalition: usize, seats: u32 },
    Passes { party: usize },
    Largest { party: usize },
}

/// A text that is no event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventError {
    /// It has not the form of one.
    #[error(
        "`{0}` is no event; write `amanat>=97`, `\"name of a coalition\">=73`, `auyl passes` or `auyl largest`"
    )]
    Form(String),
    /// The seats are no number of the house and no majority.
    #[error(
        "`{found}` is no number of seats; write one from 0 to {house}, or a majority: {majorities}"
    )]
    Seats {
        /// What was found.
        found: String,
        /// The house size.
        house: u32,
        /// The named majorities.
        majorities: String,
    },
    /// It is about nothing there is.
    #[error("no list and no coalition is called `{name}`; there are {known}")]
    Unknown {
        /// The name.
        name: String,
        /// Those there are.
        known: String,
    },
}

impl Event {
    /// Reads `ID>=SEATS`, where ID is a list or a coalition, `ID passes` (the threshold) or `ID largest`
    /// (no list has more seats). A name with spaces may stand in quotes, all in `P(…)`. A number of seats
    /// may be the name of a majority of the house.
    ///
    /// # Errors
    /// [`EventError`].
    pub fn parse(text: &str, scenario: &Scenario) -> Result<Self, EventError> {
        let trimmed = text.trim();
        let inner = trimmed.strip_prefix("P(").and_then(|rest| rest.strip_suffix(')'));
        let inner = inner.unwrap_or(trimmed).trim();
        let form = || EventError::Form(text.to_owned());
        let kind = if let Some((name, seats)) = inner.rsplit_once(">=") {
            let seats = needed(seats.trim(), scenario)?;
            match subject(name, scenario)? {
                Subject::List(party) => Kind::ListHas { party, seats },
                Subject::Coalition(coalition) => Kind::CoalitionHas { coalition, seats },
            }
        } else {
            let (name, what) = inner.rsplit_once(char::is_whitespace).ok_or_else(form)?;
            match (what, subject(name, scenario)) {
                ("passes", Ok(Subject::List(party))) => Kind::Passes { party },
                ("largest", Ok(Subject::List(party))) => Kind::Largest { party },
                ("passes" | "largest", Err(error)) => return Err(error),
                _ => return Err(form()),
            }
        };
        Ok(Self { text: inner.to_owned(), kind })
    }

    /// That the list with the most votes has each of the majorities of the house.
    pub fn majorities_of_largest(scenario: &Scenario) -> Vec<Self> {
        let lists = scenario.seated().into_iter();
        let votes = |party: &usize| (scenario.ballots.parties[*party], std::cmp::Reverse(*party));
        let Some(party) = lists.max_by_key(votes) else { return Vec::new() };
        let id = &scenario.parties[party].id;
        let majorities = scenario.house.majorities().into_iter();
        let event = |(_, seats)| Self {
            text: format!("{id}>={seats}"),
            kind: Kind::ListHas { party, seats },
        };
        majorities.map(event).collect()
    }

    /// The list and the seats, if it is that a list has at least so many.
    pub fn list_has(&self) -> Option<(usize, u32)> {
        match self.kind {
            Kind::ListHas { party, seats } => Some((party, seats)),
            _ => None,
        }
    }

    /// Its estimated probability.
    ///
    /// # Panics
    /// If the summary is of another scenario than the event.
    pub fn estimate(&self, summary: &Summary) -> Estimate {
        let draws = summary.draws;
        let list = |party| {
            let lists = summary.parties.iter();
            lists.clone().find(|list| list.party == party).expect("a list of the scenario")
        };
        match self.kind {
            Kind::ListHas { party, seats } => {
                Estimate { hits: list(party).seats.at_least(seats), draws }
            }
            Kind::CoalitionHas { coalition, seats } => {
                Estimate { hits: summary.coalitions[coalition].seats.at_least(seats), draws }
            }
            Kind::Passes { party } => list(party).passes_threshold,
            Kind::Largest { party } => list(party).largest,
        }
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

enum Subject {
    List(usize),
    Coalition(usize),
}

fn subject(name: &str, scenario: &Scenario) -> Result<Subject, EventError> {
    let name = name.trim();
    let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
    let seated = scenario.seated();
    if let Some(&party) = seated.iter().find(|&&party| scenario.parties[party].id == name) {
        return Ok(Subject::List(party));
    }
    if let Some(coalition) =
        scenario.coalitions.iter().position(|known| known.name.texts().contains(name))
    {
        return Ok(Subject::Coalition(coalition));
    }
    let lists = seated.iter().map(|&party| scenario.parties[party].id.as_str());
    let coalitions = scenario.coalitions.iter().map(|coalition| coalition.name.fallback());
    let known: Vec<String> = lists.chain(coalitions).take(20).map(|n| format!("`{n}`")).collect();
    Err(EventError::Unknown { name: name.to_owned(), known: known.join(", ") })
}

/// A number of seats, or the name of a majority.
fn needed(text: &str, scenario: &Scenario) -> Result<u32, EventError> {
    let (majorities, house) = (scenario.house.majorities(), scenario.house.seats());
    let named = majorities.iter().find(|(name, _)| *name == text).map(|&(_, seats)| seats);
    let number = named.or_else(|| text.parse().ok()).filter(|&seats| seats <= house);
    number.ok_or_else(|| EventError::Seats {
        found: text.to_owned(),
        house,
        majorities: majorities.iter().map(|(n, _)| format!("`{n}`")).collect::<Vec<_>>().join(", "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_read_and_wrong_ones_told_what_would_do() {
        let scenario = Scenario::load("kurultai-2023", None).unwrap();
        for text in ["P(amanat>=97)", "amanat >= simple", "auyl passes", "P( auyl largest )"] {
            Event::parse(text, &scenario).unwrap();
        }
        let coalition = format!("\"{}\">=73", scenario.coalitions[0].name.in_language("kk"));
        Event::parse(&coalition, &scenario).unwrap();
        for text in ["amanat>=many", "amanat>=146", "amanat>=-1"] {
            assert!(
                matches!(Event::parse(text, &scenario), Err(EventError::Seats { .. })),
                "{text}"
            );
        }
        for text in ["amanat", "amanat wins", "", "auyl>97"] {
            assert!(matches!(Event::parse(text, &scenario), Err(EventError::Form(_))), "{text}");
        }
        let unknown = Event::parse("amant>=97", &scenario).unwrap_err().to_string();
        assert!(
            unknown.starts_with("no list and no coalition is called `amant`; there are `amanat`")
        );
    }
}
