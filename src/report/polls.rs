//! The polls behind a count: which were used, with which weight, and what they say together.

use serde::Serialize;

use super::messages::{Messages, fill};
use super::page::Page;
use super::table::Table;
use crate::scenario::{
    LeftOut, PolledPoll, PooledPolls, PooledShare, Scenario, Treatment, UndecidedRule,
};

/// The polls of a scenario as a table with two lines below it; nothing if it has none.
pub(super) fn page(words: &Messages, scenario: &Scenario) -> Page {
    let Some(polls) = &scenario.polls else {
        return Page::default();
    };
    let mut page = Page::default();
    page.gap();
    page.say(words.polls_pooled, &[("file", &polls.file), ("rules", &rules(words, polls))]);
    let mut table = Table::default()
        .words(words.poll)
        .words(words.pollster)
        .words(words.field_work)
        .numbers(words.persons)
        .numbers(words.poll_weight)
        .words(words.poll_use);
    for poll in &polls.polls {
        table.row(vec![
            poll.id.clone(),
            poll.pollster.clone(),
            field_work(words, poll),
            words.grouped(poll.sample_size.into()),
            weight(words, &poll.treatment),
            why(words, &poll.treatment),
        ]);
    }
    page.table(table);
    if !polls.house_effects.is_empty() {
        let effects: Vec<String> = (polls.house_effects.iter())
            .map(|effect| {
                let option = display(words, scenario, &effect.option);
                format!("{} {option} {:+}", effect.pollster, effect.points())
            })
            .collect();
        page.say(words.house_effects, &[("effects", &effects.join(", "))]);
    }
    let shares: Vec<String> = (polls.options.iter())
        .map(|option| {
            format!(
                "{} {}",
                display(words, scenario, &option.name),
                percent(words, option.expected)
            )
        })
        .collect();
    page.say(words.polls_shares, &[("shares", &shares.join(", "))]);
    page.say(
        words.polls_size,
        &[
            ("persons", &words.figure(polls.sample_size.round())),
            ("pollsters", &words.decimal(polls.pollsters, 2)),
            ("correlation", &words.marked(&polls.correlation.to_string())),
        ],
    );
    if polls.undecided > PooledShare::default() {
        let rule = match polls.undecided_rule {
            UndecidedRule::Proportional => words.undecided_proportional,
            UndecidedRule::Previous => words.undecided_previous,
            UndecidedRule::Dirichlet => words.undecided_dirichlet,
        };
        let values = [("share", percent(words, polls.undecided)), ("rule", rule.to_owned())];
        let values = values.each_ref().map(|(place, value)| (*place, value.as_str()));
        page.say(words.undecided, &values);
    }
    page
}

/// The day and the half-life, as far as there are any.
fn rules(words: &Messages, polls: &PooledPolls) -> String {
    let as_of = polls.as_of.map(|day| fill(words.polls_as_of, &[("day", &day.to_string())]));
    let half_life = polls
        .half_life_days
        .map(|days| fill(words.polls_half_life, &[("days", &days.to_string())]));
    [as_of, half_life].into_iter().flatten().collect()
}

fn field_work(words: &Messages, poll: &PolledPoll) -> String {
    match poll.start {
        Some(start) if start == poll.end => start.to_string(),
        Some(start) => format!("{start} – {}", poll.end),
        None => fill(words.polls_until, &[("day", &poll.end.to_string())]),
    }
}

fn weight(words: &Messages, treatment: &Treatment) -> String {
    match treatment {
        Treatment::Used { .. } => words.decimal(treatment.weight(), 3),
        Treatment::LeftOut(_) => String::new(),
    }
}

fn why(words: &Messages, treatment: &Treatment) -> String {
    match treatment {
        Treatment::Used { .. } => words.poll_used.to_owned(),
        Treatment::LeftOut(LeftOut::AfterAsOf) => words.poll_after.to_owned(),
        Treatment::LeftOut(LeftOut::Superseded { by }) => {
            fill(words.poll_superseded, &[("by", by)])
        }
        Treatment::LeftOut(LeftOut::TooOld) => words.poll_too_old.to_owned(),
    }
}

/// The name of an option: a party's own, or the word for others or against all.
fn display<'a>(words: &Messages, scenario: &'a Scenario, option: &'a str) -> &'a str {
    let party = scenario.parties.iter().find(|party| party.id == option);
    match (party, option) {
        (Some(party), _) => party.name.in_language(words.code),
        (None, "against_all") => words.against_all,
        (None, option) => option,
    }
}

fn percent(words: &Messages, share: PooledShare) -> String {
    format!("{} %", words.decimal(share.approximate() * 100.0, 2))
}

/// The polls of a scenario in a document.
#[derive(Debug, Serialize)]
pub(super) struct PollsJson<'a> {
    file: &'a str,
    as_of: Option<String>,
    half_life_days: Option<u32>,
    correlation: f64,
    house_effects: Vec<HouseEffectJson<'a>>,
    rest: &'a str,
    effective_pollsters: f64,
    sample_size: f64,
    undecided: UndecidedJson,
    options: Vec<OptionJson<'a>>,
    polls: Vec<PollJson<'a>>,
}

#[derive(Debug, Serialize)]
struct HouseEffectJson<'a> {
    pollster: &'a str,
    option: &'a str,
    points: f64,
}

#[derive(Debug, Serialize)]
struct UndecidedJson {
    share: f64,
    rule: &'static str,
}

#[derive(Debug, Serialize)]
struct OptionJson<'a> {
    option: &'a str,
    decided: f64,
    expected: f64,
}

#[derive(Debug, Serialize)]
struct PollJson<'a> {
    poll_id: &'a str,
    pollster: &'a str,
    start: Option<String>,
    end: String,
    n: u64,
    used: bool,
    weight: f64,
    left_out: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    superseded_by: Option<&'a str>,
}

impl<'a> PollsJson<'a> {
    pub(super) fn of(scenario: &'a Scenario) -> Option<Self> {
        let polls = scenario.polls.as_ref()?;
        let options = polls.options.iter().map(|option| OptionJson {
            option: &option.name,
            decided: option.decided.approximate(),
            expected: option.expected.approximate(),
        });
        Some(Self {
            file: &polls.file,
            as_of: polls.as_of.map(|day| day.to_string()),
            half_life_days: polls.half_life_days,
            correlation: polls.correlation,
            house_effects: (polls.house_effects.iter())
                .map(|effect| HouseEffectJson {
                    pollster: &effect.pollster,
                    option: &effect.option,
                    points: effect.points(),
                })
                .collect(),
            rest: polls.rest,
            effective_pollsters: polls.pollsters,
            sample_size: polls.sample_size,
            undecided: UndecidedJson {
                share: polls.undecided.approximate(),
                rule: polls.undecided_rule.name(),
            },
            options: options.collect(),
            polls: polls.polls.iter().map(PollJson::of).collect(),
        })
    }
}

impl<'a> PollJson<'a> {
    fn of(poll: &'a PolledPoll) -> Self {
        let (left_out, superseded_by) = match &poll.treatment {
            Treatment::Used { .. } => (None, None),
            Treatment::LeftOut(LeftOut::AfterAsOf) => (Some("after-as-of"), None),
            Treatment::LeftOut(LeftOut::Superseded { by }) => {
                (Some("superseded"), Some(by.as_str()))
            }
            Treatment::LeftOut(LeftOut::TooOld) => (Some("too-old"), None),
        };
        Self {
            poll_id: &poll.id,
            pollster: &poll.pollster,
            start: poll.start.map(|day| day.to_string()),
            end: poll.end.to_string(),
            n: poll.sample_size,
            used: left_out.is_none(),
            weight: poll.treatment.weight(),
            left_out,
            superseded_by,
        }
    }
}
