//! Things that happen in some of the draws, by what people write.

use std::fmt;

use super::{Estimate, Summary};
use crate::election::{did_you_mean, is_same_name};
use crate::law::Allocation;
use crate::measures::coalition_seats;
use crate::scenario::{Coalition, Scenario};

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
    /// It has a condition, where an event alone can stand.
    #[error(
        "`{0}` has a condition, which only --probability takes; write an event without `given`"
    )]
    Condition(String),
    /// It has not the form of one.
    #[error(
        "`{text}` is no event{why}; write `amanat>=97`, `\"name of a coalition\">=73`, `auyl passes` or `auyl largest`"
    )]
    Form {
        /// What was written.
        text: String,
        /// What of it there is not, after a colon; nothing if that is not known.
        why: &'static str,
    },
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
    #[error("no list and no coalition is called `{name}`{meant}; there are {known}")]
    Unknown {
        /// The name.
        name: String,
        /// The one that was perhaps meant, in brackets.
        meant: String,
        /// Those there are.
        known: String,
    },
    /// Several lists and coalitions have the name.
    #[error("`{name}` is the name of several lists and coalitions: {known}; write the id of one")]
    Ambiguous {
        /// The name.
        name: String,
        /// The ids of the lists, and the names of the coalitions.
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
        Self::read(text, scenario).map_err(|error| match why_no_event(without_p(text)) {
            Some(why)
                if !matches!(error, EventError::Condition(_) | EventError::Ambiguous { .. }) =>
            {
                EventError::Form { text: text.to_owned(), why }
            }
            _ => error,
        })
    }

    fn read(text: &str, scenario: &Scenario) -> Result<Self, EventError> {
        let inner = without_p(text);
        let form = || EventError::Form { text: text.to_owned(), why: "" };
        if parts(inner).len() > 1 {
            return Err(EventError::Condition(text.to_owned()));
        }
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

    /// Whether it happens in a draw with these seats.
    pub(super) fn happens(&self, scenario: &Scenario, allocation: &Allocation) -> bool {
        let seats_of = |party: usize| allocation.seats[party];
        match self.kind {
            Kind::ListHas { party, seats } => seats_of(party) >= seats,
            Kind::CoalitionHas { coalition, seats } => {
                coalition_seats(&allocation.seats, &scenario.coalitions[coalition].members) >= seats
            }
            Kind::Passes { party } => allocation.admissions[party].passes(),
            Kind::Largest { party } => {
                seats_of(party) > 0
                    && allocation.seats.iter().all(|&seats| seats <= seats_of(party))
            }
        }
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

/// What a text has that no event has, as people write it elsewhere; names in quotes may hold anything.
fn why_no_event(text: &str) -> Option<&'static str> {
    let outside: String = text.split('"').step_by(2).collect::<Vec<_>>().join(" name ");
    let words: Vec<String> = outside.split_whitespace().map(str::to_lowercase).collect();
    let is_any = |word: &str, of: &[&str]| of.contains(&word);
    if words.first().is_some_and(|word| is_any(word, &["not", "не"])) {
        return Some(": there is no `not`");
    }
    let ends_event = |word: &str| {
        is_any(word, &["passes", "largest", "simple"])
            || word.contains(">=")
            || word.ends_with(|last: char| last.is_ascii_digit())
    };
    for pair in words.windows(2).filter(|pair| ends_event(&pair[0])) {
        if is_any(&pair[1], &["and", "or", "&", "&&", "|", "||", "и", "или", "және", "немесе"])
        {
            return Some(": there is no `and` and no `or`");
        }
        if is_any(&pair[1], &["given", "if", "when", "|", "при", "если"]) {
            return Some(": a condition stands after the word `given`, in small letters");
        }
    }
    let compares = outside.replace(">=", "").contains(['<', '>', '=', '≥', '≤', '≠']);
    compares.then_some(": `>=` is the only comparison")
}

/// A text without the `P(…)` around it.
pub(super) fn without_p(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix("P(").and_then(|rest| rest.strip_suffix(')'));
    inner.unwrap_or(text).trim()
}

/// What stands before, between and after each `given`; a name in quotes may hold the word.
pub(super) fn parts(text: &str) -> Vec<&str> {
    const WORD: &str = "given";
    let (mut parts, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, character) in text.char_indices() {
        quoted ^= character == '"';
        let ends = |side: Option<char>| side.is_none_or(|side| side.is_whitespace() || side == '"');
        if !quoted
            && text[at..].starts_with(WORD)
            && ends(text[..at].chars().next_back())
            && ends(text[at + WORD.len()..].chars().next())
        {
            parts.push(text[start..at].trim());
            start = at + WORD.len();
        }
    }
    parts.push(text[start..].trim());
    parts
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
    let coalitions = &scenario.coalitions;
    if let Some(coalition) = coalitions.iter().position(|known| known.name.texts().contains(name)) {
        return Ok(Subject::Coalition(coalition));
    }
    let is_called =
        |known: &Coalition| known.name.texts().iter().any(|text| is_same_name(text, name));
    let lists = seated.iter().filter(|&&party| scenario.parties[party].is_called(name));
    let lists = lists.map(|&party| (Subject::List(party), scenario.parties[party].id.as_str()));
    let blocs = coalitions.iter().enumerate().filter(|(_, known)| is_called(known));
    let blocs = blocs.map(|(at, known)| (Subject::Coalition(at), known.name.fallback()));
    let mut called: Vec<(Subject, &str)> = lists.chain(blocs).collect();
    if let [_, _, ..] = called[..] {
        let known = listed(called.iter().map(|&(_, name)| name));
        return Err(EventError::Ambiguous { name: name.to_owned(), known });
    }
    called.pop().map(|(subject, _)| subject).ok_or_else(|| {
        let lists = seated.iter().map(|&party| scenario.parties[party].id.as_str());
        let blocs = coalitions.iter().map(|coalition| coalition.name.fallback());
        let meant = did_you_mean(name, lists.clone().chain(blocs.clone()));
        EventError::Unknown { name: name.to_owned(), meant, known: listed(lists.chain(blocs)) }
    })
}

fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.take(20).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
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
        for text in ["АҚ ЖОЛ>=1", "\"people's party\" passes", "НПК largest", "ALL BUT AMANAT >= 1"]
        {
            Event::parse(text, &scenario).unwrap();
        }
        let condition = Event::parse("amanat>=97 given auyl passes", &scenario);
        assert!(matches!(condition, Err(EventError::Condition(_))));
        for text in ["amanat>=many", "amanat>=146", "amanat>=-1"] {
            assert!(
                matches!(Event::parse(text, &scenario), Err(EventError::Seats { .. })),
                "{text}"
            );
        }
        for text in ["amanat", "amanat wins", "", "auyl>97"] {
            assert!(
                matches!(Event::parse(text, &scenario), Err(EventError::Form { .. })),
                "{text}"
            );
        }
        for (text, why) in [
            ("amanat<73", ": `>=` is the only comparison; write"),
            ("amanat=73", ": `>=` is the only comparison; write"),
            ("amanat>97", ": `>=` is the only comparison; write"),
            ("amanat≥97", ": `>=` is the only comparison; write"),
            ("not amanat>=97", ": there is no `not`; write"),
            ("amanat>=97 and auyl passes", ": there is no `and` and no `or`; write"),
            ("auyl passes или osdp passes", ": there is no `and` and no `or`; write"),
            (
                "amanat>=97 Given auyl passes",
                ": a condition stands after the word `given`, in small letters; write",
            ),
            (
                "amanat>=97 при auyl passes",
                ": a condition stands after the word `given`, in small letters; write",
            ),
            ("amanat wins", "; write"),
        ] {
            let error = Event::parse(text, &scenario).unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("`{text}` is no event{why} `amanat>=97`")),
                "{error}"
            );
        }
        let unknown = Event::parse("amant>=97", &scenario).unwrap_err().to_string();
        assert!(
            unknown.starts_with(
                "no list and no coalition is called `amant` (did you mean `amanat`?); there are `amanat`"
            ),
            "{unknown}"
        );
    }
}
