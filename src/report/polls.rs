//! The polls behind a count: which were used, with which weight, and what they say together.

use serde::Serialize;

use super::allocation_table::LANGUAGE;
use super::messages::{EN, fill};
use super::number::grouped;
use super::preamble::push;
use super::table::Table;
use crate::scenario::{
    LeftOut, PolledPoll, PooledPolls, PooledShare, Scenario, Treatment, UndecidedRule,
};

/// The polls of a scenario as a table with two lines below it; nothing if it has none.
pub(super) fn render(scenario: &Scenario) -> String {
    let Some(polls) = &scenario.polls else {
        return String::new();
    };
    let mut text = String::from("\n");
    push(&mut text, EN.polls_pooled, &[("file", &polls.file), ("rules", &rules(polls))]);
    let mut table = Table::default()
        .words(EN.poll)
        .words(EN.pollster)
        .words(EN.field_work)
        .numbers(EN.persons)
        .numbers(EN.poll_weight)
        .words(EN.poll_use);
    for poll in &polls.polls {
        table.row(vec![
            poll.id.clone(),
            poll.pollster.clone(),
            field_work(poll),
            grouped(poll.sample_size.into()),
            weight(&poll.treatment),
            why(&poll.treatment),
        ]);
    }
    text.push_str(&table.render());
    if !polls.house_effects.is_empty() {
        let effects: Vec<String> = (polls.house_effects.iter())
            .map(|effect| {
                let option = display(scenario, &effect.option);
                format!("{} {option} {:+}", effect.pollster, effect.points())
            })
            .collect();
        push(&mut text, EN.house_effects, &[("effects", &effects.join(", "))]);
    }
    let shares: Vec<String> = (polls.options.iter())
        .map(|option| format!("{} {}", display(scenario, &option.name), percent(option.expected)))
        .collect();
    push(&mut text, EN.polls_shares, &[("shares", &shares.join(", "))]);
    push(
        &mut text,
        EN.polls_size,
        &[
            ("persons", &format!("{:.0}", polls.sample_size)),
            ("pollsters", &format!("{:.2}", polls.pollsters)),
            ("correlation", &polls.correlation.to_string()),
        ],
    );
    if polls.undecided > PooledShare::default() {
        let rule = match polls.undecided_rule {
            UndecidedRule::Proportional => EN.undecided_proportional,
            UndecidedRule::Previous => EN.undecided_previous,
            UndecidedRule::Dirichlet => EN.undecided_dirichlet,
        };
        let values = [("share", percent(polls.undecided)), ("rule", rule.to_owned())];
        let values = values.each_ref().map(|(place, value)| (*place, value.as_str()));
        push(&mut text, EN.undecided, &values);
    }
    text
}

/// The day and the half-life, as far as there are any.
fn rules(polls: &PooledPolls) -> String {
    let as_of = polls.as_of.map(|day| fill(EN.polls_as_of, &[("day", &day.to_string())]));
    let half_life =
        polls.half_life_days.map(|days| fill(EN.polls_half_life, &[("days", &days.to_string())]));
    [as_of, half_life].into_iter().flatten().collect()
}

fn field_work(poll: &PolledPoll) -> String {
    match poll.start {
        Some(start) if start == poll.end => start.to_string(),
        Some(start) => format!("{start} – {}", poll.end),
        None => fill(EN.polls_until, &[("day", &poll.end.to_string())]),
    }
}

fn weight(treatment: &Treatment) -> String {
    match treatment {
        Treatment::Used { .. } => format!("{:.3}", treatment.weight()),
        Treatment::LeftOut(_) => String::new(),
    }
}

fn why(treatment: &Treatment) -> String {
    match treatment {
        Treatment::Used { .. } => EN.poll_used.to_owned(),
        Treatment::LeftOut(LeftOut::AfterAsOf) => EN.poll_after.to_owned(),
        Treatment::LeftOut(LeftOut::Superseded { by }) => fill(EN.poll_superseded, &[("by", by)]),
        Treatment::LeftOut(LeftOut::TooOld) => EN.poll_too_old.to_owned(),
    }
}

/// The name of an option: a party's own, or the word for others or against all.
fn display<'a>(scenario: &'a Scenario, option: &'a str) -> &'a str {
    let party = scenario.parties.iter().find(|party| party.id == option);
    match (party, option) {
        (Some(party), _) => party.name.in_language(LANGUAGE),
        (None, "against_all") => EN.against_all,
        (None, option) => option,
    }
}

fn percent(share: PooledShare) -> String {
    format!("{:.2} %", share.approximate() * 100.0)
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
