//! Who can decide what, as tables for people: matters that take the same seats share a row.

use super::allocation_table::name;
use super::messages::Messages;
use super::page::Page;
use super::table::Table;
use crate::analysis::{Actor, ActorPower, Estimate, MatterPower};
use crate::law::Requirement;
use crate::scenario::Scenario;

/// The least chance that a table shows.
const SHOWN: f64 = 0.01;

/// What everybody can do with the seats of a count in a house of this size.
pub(super) fn of_count(
    words: &Messages,
    scenario: &Scenario,
    house: u32,
    matters: &[MatterPower<bool>],
) -> Page {
    if matters.is_empty() {
        return Page::default();
    }
    let own = &words.decisions;
    let mut table = Table::default()
        .words(own.of_all)
        .numbers(own.needed)
        .words(own.alone)
        .words(own.coalitions)
        .words(own.can_block);
    for Group { requirement, needed, actors, .. } in groups(matters) {
        let those = |holds: &dyn Fn(&ActorPower<bool>) -> bool| {
            let found: Vec<&str> = (actors.iter().filter(|of| holds(of)))
                .map(|of| actor(words, scenario, of.actor))
                .collect();
            if found.is_empty() { own.nobody.to_owned() } else { found.join("; ") }
        };
        let is_list = |of: &ActorPower<bool>| matches!(of.actor, Actor::List(_));
        let blockers = || those(&|of| of.blocks == Some(true));
        table.row(vec![
            words.part_of_members(requirement),
            needed.to_string(),
            those(&|of| of.reaches && is_list(of)),
            those(&|of| of.reaches && !is_list(of)),
            if requirement.can_be_blocked() { blockers() } else { String::new() },
        ]);
    }
    let mut page = Page::default();
    page.say(own.title, &[("seats", &words.seats(house))]);
    page.table(table);
    page.append(legend(words, matters));
    page.say(own.count_note, &[]);
    page
}

/// The chances of everybody over the draws, those of one in a hundred or more.
pub(super) fn of_draws(
    words: &Messages,
    scenario: &Scenario,
    matters: &[MatterPower<Estimate>],
) -> Page {
    if matters.is_empty() {
        return Page::default();
    }
    let own = &words.decisions;
    let mut table = Table::default()
        .words(own.of_all)
        .numbers(own.needed)
        .words(own.who)
        .numbers(own.p_reached)
        .numbers(own.p_blocks);
    for Group { requirement, needed, actors, .. } in groups(matters) {
        let row = |who: &str, reaches: String, blocks: String| {
            let part = words.part_of_members(requirement);
            vec![part, needed.to_string(), who.to_owned(), reaches, blocks]
        };
        let is_shown = |estimate: Estimate| estimate.probability() >= SHOWN;
        let mut shown = (actors.iter())
            .filter(|of| is_shown(of.reaches) || of.blocks.is_some_and(is_shown))
            .peekable();
        if shown.peek().is_none() {
            table.row(row(own.nobody, String::new(), String::new()));
        }
        for of in shown {
            let blocks = of.blocks.map_or_else(String::new, |blocks| words.probability(blocks));
            let who = actor(words, scenario, of.actor);
            table.row(row(who, words.probability(of.reaches), blocks));
        }
    }
    let mut page = Page::default();
    page.say(own.title, &[("seats", &words.seats(scenario.house.seats()))]);
    page.table(table);
    page.append(legend(words, matters));
    page.say(own.draws_note, &[]);
    page
}

/// Matters that take the same seats of the same house in the same way.
struct Group<'a, T> {
    requirement: Requirement,
    needed: u32,
    matters: Vec<&'a MatterPower<T>>,
    actors: &'a [ActorPower<T>],
}

/// The matters in groups, without those that no number of seats is enough for.
fn groups<T>(matters: &[MatterPower<T>]) -> Vec<Group<'_, T>> {
    let mut groups: Vec<Group<'_, T>> = Vec::new();
    for matter in matters {
        let (requirement, Some(needed)) = (matter.decision.requirement, matter.needed) else {
            continue;
        };
        let alike = |group: &&mut Group<'_, T>| {
            let of = |it: Requirement| (it.rule(), it.can_be_blocked());
            of(group.requirement) == of(requirement)
        };
        match groups.iter_mut().find(alike) {
            Some(group) => group.matters.push(matter),
            None => groups.push(Group {
                requirement,
                needed,
                matters: vec![matter],
                actors: &matter.actors,
            }),
        }
    }
    groups
}

/// What the rows of the table stand for, matter by matter with its article.
fn legend<T>(words: &Messages, matters: &[MatterPower<T>]) -> Page {
    let own = &words.decisions;
    let named = |matters: &mut dyn Iterator<Item = &MatterPower<T>>| {
        let names = matters.map(|matter| words.matter_and_article(matter.decision));
        names.collect::<Vec<_>>().join("; ")
    };
    let mut page = Page::default();
    for group in groups(matters) {
        let values = [
            ("part", &*capitalised(&words.part_of_members(group.requirement))),
            ("needed", &group.needed.to_string()),
            ("matters", &named(&mut group.matters.iter().copied())),
        ];
        page.say(own.matters, &values);
    }
    let by_referendum = named(&mut matters.iter().filter(|matter| matter.needed.is_none()));
    if !by_referendum.is_empty() {
        page.say(own.referendum, &[("matters", &by_referendum)]);
    }
    page.line(own.text);
    page
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), characters.as_str())
}

/// The name of a list or of a coalition.
pub(super) fn actor<'a>(words: &Messages, scenario: &'a Scenario, actor: Actor) -> &'a str {
    match actor {
        Actor::List(party) => name(words, scenario, party),
        Actor::Coalition(coalition) => scenario.coalitions[coalition].name.in_language(words.code),
    }
}
