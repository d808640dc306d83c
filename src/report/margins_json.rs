//! Votes away from a seat in the JSON document.

use serde::Serialize;

use crate::analysis::{
    ListMargins, MAX_SWITCHING_LISTS, Margins, Obstacle, SmallestSwitch, Switch, ThresholdMargin,
    VotesAway,
};
use crate::scenario::Scenario;

#[derive(Debug, Serialize)]
pub(super) struct MarginsJson<'a> {
    parties: Vec<ListJson<'a>>,
    switches: Vec<SwitchJson<'a>>,
    most_switching_lists: usize,
    lists_left_out: usize,
    any_seat: Option<SmallestJson<'a>>,
    majority: MajorityJson<'a>,
}

#[derive(Debug, Serialize)]
struct ListJson<'a> {
    id: &'a str,
    /// Null where nothing can be done, with the reason beside it.
    gain: Option<AwayJson>,
    gain_obstacle: Option<&'static str>,
    lose: Option<AwayJson>,
    lose_obstacle: Option<&'static str>,
    /// Null where its own votes against its own threshold decide nothing.
    threshold: Option<ThresholdJson>,
}

#[derive(Debug, Serialize)]
struct AwayJson {
    votes: u64,
    /// Whether no smaller number does it; else it is a verified change, not proved to be the smallest.
    smallest: bool,
}

/// `new` and `switched`: votes missing below the threshold; above it `new` is what can be lost to nobody.
#[derive(Debug, Serialize)]
struct ThresholdJson {
    side: &'static str,
    new: Option<u64>,
    switched: Option<u64>,
}

#[derive(Debug, Serialize)]
struct SwitchJson<'a> {
    from: &'a str,
    to: &'a str,
    gain: Option<AwayJson>,
    lose: Option<AwayJson>,
}

#[derive(Debug, Serialize)]
pub(super) struct SmallestJson<'a> {
    from: &'a str,
    to: &'a str,
    #[serde(flatten)]
    away: AwayJson,
}

#[derive(Debug, Serialize)]
struct MajorityJson<'a> {
    needed: u32,
    holder: Option<&'a str>,
    change: Option<SmallestJson<'a>>,
}

pub(super) fn margins<'a>(scenario: &'a Scenario, margins: &Margins) -> MarginsJson<'a> {
    MarginsJson {
        parties: margins.lists.iter().map(|list| list_json(scenario, list)).collect(),
        switches: margins.switches.iter().map(|switch| switch_json(scenario, switch)).collect(),
        most_switching_lists: MAX_SWITCHING_LISTS,
        lists_left_out: margins.lists_left_out,
        any_seat: margins.any_seat.map(|found| smallest(scenario, found)),
        majority: MajorityJson {
            needed: margins.majority_seats,
            holder: margins.majority_holder.map(|party| id(scenario, party)),
            change: margins.majority.map(|found| smallest(scenario, found)),
        },
    }
}

fn id(scenario: &Scenario, party: usize) -> &str {
    &scenario.parties[party].id
}

const fn away(away: VotesAway) -> AwayJson {
    AwayJson { votes: away.votes, smallest: away.is_smallest }
}

fn list_json<'a>(scenario: &'a Scenario, list: &ListMargins) -> ListJson<'a> {
    ListJson {
        id: id(scenario, list.party),
        gain: list.gain.ok().map(away),
        gain_obstacle: list.gain.err().map(obstacle_word),
        lose: list.lose.ok().map(away),
        lose_obstacle: list.lose.err().map(obstacle_word),
        threshold: match list.threshold {
            ThresholdMargin::Missing { new, switched } => {
                Some(ThresholdJson { side: "below", new, switched })
            }
            ThresholdMargin::Slack { away, switched } => {
                Some(ThresholdJson { side: "above", new: Some(away), switched: Some(switched) })
            }
            ThresholdMargin::Other => None,
        },
    }
}

pub(super) const fn obstacle_word(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::NoCandidatesLeft => "no-candidates-left",
        Obstacle::AllSeats => "all-seats",
        Obstacle::NoSeats => "no-seats",
        Obstacle::NotFound => "not-found",
    }
}

fn switch_json<'a>(scenario: &'a Scenario, switch: &Switch) -> SwitchJson<'a> {
    SwitchJson {
        from: id(scenario, switch.from),
        to: id(scenario, switch.to),
        gain: switch.gain.map(away),
        lose: switch.lose.map(away),
    }
}

pub(super) fn smallest(scenario: &Scenario, found: SmallestSwitch) -> SmallestJson<'_> {
    SmallestJson {
        from: id(scenario, found.from),
        to: id(scenario, found.to),
        away: away(found.away),
    }
}
