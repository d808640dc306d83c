//! Votes away: how many votes, new or switched, would change the seats of a count.
//!
//! Every figure of seats is checked by allocation with the whole law: with so many votes the change has
//! happened whichever way ties are settled, with one less it has not.

mod guess;
mod search;
mod threshold;
mod trial;

use std::cmp::Reverse;

pub use search::VotesAway;
pub use threshold::ThresholdMargin;

use super::Outcome;
use crate::election::PartyKind;
use crate::law::{Law, TieRule};
use crate::scenario::Scenario;
use crate::simulation::Progress;
use search::Search;
use trial::{Change, Move, Trial};

/// Switches are tried between at most so many lists, those with most votes.
pub const MAX_SWITCHING_LISTS: usize = 40;

/// Under each of several laws compared, the smallest switch is looked for between at most so many lists, those
/// with most votes.
pub const MAX_COMPARED_SWITCHING_LISTS: usize = 10;

/// The margins of a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margins {
    /// By party that is a list, in the order of the scenario.
    pub lists: Vec<ListMargins>,
    /// Every switch tried, from each list to each other.
    pub switches: Vec<Switch>,
    /// Lists between which no switch was tried, there being more than [`MAX_SWITCHING_LISTS`].
    pub lists_left_out: usize,
    /// The smallest switch that changes any seat.
    pub any_seat: Option<SmallestSwitch>,
    /// More than half of the house, in seats.
    pub majority_seats: u32,
    /// The list that has so many, if one has.
    pub majority_holder: Option<usize>,
    /// The smallest switch that takes the majority from its holder, or gives it to the list that the votes
    /// go to.
    pub majority: Option<SmallestSwitch>,
}

/// The margins of one list by its own votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListMargins {
    /// The party, by index.
    pub party: usize,
    /// New votes to its next seat.
    pub gain: Result<VotesAway, Obstacle>,
    /// Votes to lose, to nobody, until a seat is lost.
    pub lose: Result<VotesAway, Obstacle>,
    /// Where it stands to its threshold.
    pub threshold: ThresholdMargin,
}

/// Why no number of votes changes the seats of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It has as many seats as candidates.
    NoCandidatesLeft,
    /// It has all the seats.
    AllSeats,
    /// It has no seat to lose.
    NoSeats,
    /// No number tried does it.
    NotFound,
}

/// Votes for one list that go to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch {
    /// The list they leave.
    pub from: usize,
    /// The list they go to.
    pub to: usize,
    /// How many until `to` gains a seat; none if not even all votes do it.
    pub gain: Option<VotesAway>,
    /// How many until `from` loses a seat; none if it has none, or not even all votes do it.
    pub lose: Option<VotesAway>,
}

/// The smallest of all switches that bring a change about; of equals the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmallestSwitch {
    /// The list that the votes leave.
    pub from: usize,
    /// The list they go to.
    pub to: usize,
    /// How many.
    pub away: VotesAway,
}

impl Margins {
    /// The margins of the scenario's count, whose outcome this is.
    pub fn of(scenario: &Scenario, outcome: &Outcome) -> Self {
        Self::watched(scenario, outcome, &|_| ())
    }

    /// How many steps [`Margins::watched`] tells of: one for every change that is looked for.
    pub fn steps(scenario: &Scenario) -> u64 {
        let lists = scenario.seated().len();
        let switching = lists.min(MAX_SWITCHING_LISTS);
        (lists + 3 * switching * switching.saturating_sub(1)) as u64
    }

    /// The same, telling `progress` of every step.
    pub fn watched(scenario: &Scenario, outcome: &Outcome, progress: Progress<'_>) -> Self {
        Self::searched(scenario, outcome, progress).0
    }

    /// The same, with the number of counts that were allocated.
    fn searched(scenario: &Scenario, outcome: &Outcome, progress: Progress<'_>) -> (Self, u64) {
        let law = Law { tie: TieRule::Report.into(), ..scenario.law };
        let house_size = scenario.house.seats();
        let seats = &outcome.allocation.seats;
        let trial = Trial::new(&law, &scenario.parties, house_size, &scenario.ballots, seats);
        let mut search = Search::new(scenario, trial);
        let lists = scenario.seated();
        let switching = switching(scenario, &lists, MAX_SWITCHING_LISTS);
        let needed = outcome.house.more_than_half();
        let majority_holder = lists.iter().copied().find(|&list| seats[list] >= needed);
        let margins =
            Self {
                lists: (lists.iter())
                    .map(|&list| ListMargins::of(scenario, seats, &mut search, list))
                    .inspect(|_| progress(1))
                    .collect(),
                switches: pairs(&switching)
                    .map(|pair| Switch::of(scenario, seats, &mut search, pair))
                    .inspect(|_| progress(1))
                    .collect(),
                lists_left_out: lists.len() - switching.len(),
                any_seat: smallest(&mut search, &switching, progress, |_, _| Some(Change::AnySeat)),
                majority_seats: needed,
                majority_holder,
                majority: smallest(&mut search, &switching, progress, |from, to| {
                    match majority_holder {
                        Some(holder) => (holder == from).then_some(Change::LosesMajority(holder)),
                        None => Some(Change::WinsMajority(to)),
                    }
                }),
            };
        (margins, search.allocations())
    }

    /// The cheapest switch that gives this list a seat; of equals the first.
    pub fn cheapest_gain(&self, list: usize) -> Option<SmallestSwitch> {
        let own = self.switches.iter().filter(|switch| switch.to == list);
        cheapest(own.map(|switch| (switch, switch.gain)))
    }

    /// The cheapest switch that takes a seat from this list; of equals the first.
    pub fn cheapest_loss(&self, list: usize) -> Option<SmallestSwitch> {
        let own = self.switches.iter().filter(|switch| switch.from == list);
        cheapest(own.map(|switch| (switch, switch.lose)))
    }

    /// Whether every figure is proved to be the smallest.
    pub fn are_all_smallest(&self) -> bool {
        let of_lists = self.lists.iter().flat_map(|list| [list.gain.ok(), list.lose.ok()]);
        let of_switches = self.switches.iter().flat_map(|switch| [switch.gain, switch.lose]);
        let of_changes = [self.any_seat, self.majority].map(|found| found.map(|found| found.away));
        of_lists.chain(of_switches).chain(of_changes).flatten().all(|away| away.is_smallest)
    }
}

impl ListMargins {
    fn of(scenario: &Scenario, seats: &[u32], search: &mut Search<'_>, list: usize) -> Self {
        let found = |away: Option<VotesAway>| away.ok_or(Obstacle::NotFound);
        Self {
            party: list,
            gain: match gain_obstacle(scenario, seats, list) {
                Some(obstacle) => Err(obstacle),
                None => found(search.fewest(Move::New(list), Change::Gains(list), u64::MAX)),
            },
            lose: if seats[list] == 0 {
                Err(Obstacle::NoSeats)
            } else {
                found(search.fewest(Move::Away(list), Change::Loses(list), u64::MAX))
            },
            threshold: ThresholdMargin::of(scenario, list),
        }
    }
}

impl Switch {
    fn of(
        scenario: &Scenario,
        seats: &[u32],
        search: &mut Search<'_>,
        (from, to): (usize, usize),
    ) -> Self {
        let votes = Move::Switch { from, to };
        let can_gain = gain_obstacle(scenario, seats, to).is_none();
        Self {
            from,
            to,
            gain: can_gain.then(|| search.fewest(votes, Change::Gains(to), u64::MAX)).flatten(),
            lose: (seats[from] > 0)
                .then(|| search.fewest(votes, Change::Loses(from), u64::MAX))
                .flatten(),
        }
    }
}

/// The smallest switch that changes any seat of a count, whose outcome this is.
pub(super) fn smallest_switch(
    scenario: &Scenario,
    outcome: &Outcome,
    progress: Progress<'_>,
) -> Option<SmallestSwitch> {
    let law = Law { tie: TieRule::Report.into(), ..scenario.law };
    let house_size = scenario.house.seats();
    let seats = &outcome.allocation.seats;
    let trial = Trial::new(&law, &scenario.parties, house_size, &scenario.ballots, seats);
    let switching = switching(scenario, &scenario.seated(), MAX_COMPARED_SWITCHING_LISTS);
    let mut search = Search::new(scenario, trial);
    smallest(&mut search, &switching, progress, |_, _| Some(Change::AnySeat))
}

/// How many steps [`smallest_switch`] tells of.
pub(super) fn smallest_switch_steps(scenario: &Scenario) -> u64 {
    let switching = scenario.seated().len().min(MAX_COMPARED_SWITCHING_LISTS);
    (switching * switching.saturating_sub(1)) as u64
}

/// Why a list can have no seat more, whatever its votes.
fn gain_obstacle(scenario: &Scenario, seats: &[u32], list: usize) -> Option<Obstacle> {
    if scenario.parties[list].candidates.is_some_and(|candidates| candidates <= seats[list]) {
        Some(Obstacle::NoCandidatesLeft)
    } else if seats[list] == scenario.house.seats() {
        Some(Obstacle::AllSeats)
    } else {
        None
    }
}

/// The lists between which switches are tried, ascending: the `most` with most votes, of equals the earlier.
fn switching(scenario: &Scenario, lists: &[usize], most: usize) -> Vec<usize> {
    debug_assert!(lists.iter().all(|&list| scenario.parties[list].kind == PartyKind::List));
    let mut largest = lists.to_vec();
    largest.sort_by_key(|&list| Reverse(scenario.ballots.parties[list]));
    largest.truncate(most);
    largest.sort_unstable();
    largest
}

/// Every list with every other.
fn pairs(lists: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let others = |&from: &usize| lists.iter().map(move |&to| (from, to));
    lists.iter().flat_map(others).filter(|(from, to)| from != to)
}

/// The smallest switch that brings about what `change` asks of a pair; pairs of which it asks nothing
/// are left out.
fn smallest(
    search: &mut Search<'_>,
    lists: &[usize],
    progress: Progress<'_>,
    change: impl Fn(usize, usize) -> Option<Change>,
) -> Option<SmallestSwitch> {
    let mut best: Option<SmallestSwitch> = None;
    for (from, to) in pairs(lists) {
        progress(1);
        let limit = best.map_or(u64::MAX, |best| best.away.votes - 1);
        let Some(change) = change(from, to) else { continue };
        if let Some(away) = search.fewest(Move::Switch { from, to }, change, limit) {
            best = Some(SmallestSwitch { from, to, away });
        }
    }
    best
}

fn cheapest<'a>(
    switches: impl Iterator<Item = (&'a Switch, Option<VotesAway>)>,
) -> Option<SmallestSwitch> {
    let found = switches.filter_map(|(switch, away)| {
        Some(SmallestSwitch { from: switch.from, to: switch.to, away: away? })
    });
    found.min_by_key(|found| found.away.votes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::election::{House, Share};

    /// Counts allocated for the margins of so many lists of different size.
    fn allocations(lists: u64, method: &str, threshold: Share) -> u64 {
        use std::fmt::Write as _;
        let mut text = "party,votes\n".to_owned();
        for list in 0..lists {
            writeln!(text, "l{list},{}", 1_000_000_007 / (list + 3) + list % 7).expect("a string");
        }
        let mut scenario = Scenario::from_csv("test.csv", text.as_bytes()).expect("votes");
        scenario.house = House::new(145).expect("a house");
        scenario.law.method = method.parse().expect("a method");
        scenario.law.threshold.share = threshold;
        let outcome = Outcome::of(&scenario, 1).expect("seats");
        Margins::searched(&scenario, &outcome, &|_| ()).1
    }

    /// A guess and what certifies it: a step for each change looked for takes a handful of counts, where halving
    /// alone takes some forty.
    #[test]
    fn a_search_takes_a_handful_of_counts_however_many_lists_there_are() {
        for method in ["hare", "sainte-lague", "huntington-hill"] {
            for threshold in [Share::ZERO, Share::percent(2)] {
                for lists in [60, 240] {
                    let counts = allocations(lists, method, threshold);
                    // Of 40 lists each with each other, for three questions.
                    let steps = lists + 3 * 40 * 39;
                    assert!(counts < 5 * steps, "{method} {threshold} {lists}: {counts}");
                }
            }
        }
    }
}
