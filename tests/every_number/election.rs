//! The election again, in the words of the slow reference: the count, and every draw.

use std::collections::BTreeMap;

use kurultai::scenario::Scenario;
use kurultai::simulation::Simulation;

use super::reference::law::{Entrant, House, Rules, fill};
use super::reference::settling::Settling;

/// How many elections are drawn.
pub(crate) const DRAWS: usize = 300;
/// The ids of the parties; the last is never seated.
pub(crate) const IDS: [&str; 9] = ["a", "b", "c", "d", "e", "f", "g", "h", "o"];
/// The lists.
pub(crate) const LISTS: usize = 8;
/// The votes after the what-if.
pub(crate) const VOTES: [u64; 9] = [400, 200, 100, 60, 30, 40, 60, 10, 40];
/// Votes against all.
pub(crate) const AGAINST_ALL: u64 = 60;
/// The majorities.
pub(crate) const MAJORITIES: [(&str, u32); 2] = [("simple", 9), ("two-thirds", 12)];
/// The coalition.
pub(crate) const BEES: [usize; 3] = [1, 2, 3];
/// The house size.
pub(crate) const HOUSE: u32 = 17;

/// The name of a party as people read it.
pub(crate) fn name(party: usize) -> &'static str {
    if party == 0 { "Aye" } else { IDS[party] }
}

/// One election: the count itself or a draw.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub(crate) votes: Vec<u64>,
    pub(crate) passes: Vec<bool>,
    pub(crate) house: House,
}

/// The law with this threshold, in per cent of the votes cast, and this method.
pub(crate) fn rules(percent: u64, method: &str) -> Rules {
    Rules {
        method: method.to_owned(),
        threshold: (percent, 100),
        at_least: false,
        settling: vec![Settling::Order],
        redistribute: true,
        by_members: BTreeMap::new(),
        or_direct: None,
        least_lists: 0,
        pooled_threshold: false,
        inner: method.to_owned(),
        multiply_below: false,
        floor: 0,
        overhang: false,
        bonus: None,
        runner_up: false,
        remainder_from: None,
        majority_clause: false,
    }
}

/// Counts these votes.
pub(crate) fn counted(rules: &Rules, votes: &[u64], against_all: u64) -> Counted {
    let entrants: Vec<Entrant> = (0..IDS.len())
        .map(|party| Entrant {
            votes: votes[party],
            is_list: IDS[party] != "o",
            exempt: IDS[party] == "e",
            candidates: (IDS[party] == "a").then_some(6),
            threshold: (IDS[party] == "f").then_some((3, 100)),
            members: 1,
            direct: 0,
            alliance: ["c", "d"].contains(&IDS[party]).then_some(0),
            multiplier: if IDS[party] == "g" { (6, 5) } else { (1, 1) },
            floor: u32::from(IDS[party] == "e"),
            guaranteed: 0,
            additional: 0,
        })
        .collect();
    // Fifty ballots are invalid, in every draw too.
    let cast = votes.iter().sum::<u64>() + against_all + 50;
    let passes = |party: usize| {
        let (numerator, denominator) = entrants[party].threshold.unwrap_or(rules.threshold);
        party < LISTS && votes[party] * denominator > cast * numerator
    };
    Counted {
        votes: votes.to_vec(),
        passes: (0..IDS.len()).map(passes).collect(),
        house: fill(rules, &entrants, cast.into(), HOUSE).unwrap(),
    }
}

/// The count of the file.
pub(crate) fn count(rules: &Rules) -> Counted {
    counted(rules, &VOTES, AGAINST_ALL)
}

/// Every draw of seed 1: the votes are those of the draw format, the seats those of the reference.
pub(crate) fn draws(rules: &Rules) -> Vec<Counted> {
    let scenario = Scenario::load(super::FILE, None).unwrap();
    let votes = Simulation::new(&scenario).unwrap().votes_of_chunk(1, 0);
    (0..DRAWS)
        .map(|draw| {
            let mut votes: Vec<u64> = votes.draw(draw).collect();
            let against_all = votes.pop().unwrap();
            counted(rules, &votes, against_all)
        })
        .collect()
}
