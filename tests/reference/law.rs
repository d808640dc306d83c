//! A law around a method: who takes part, seats outside the distribution, alliances, lists that run
//! out of candidates, a rule for ties.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Undecided;
use super::contest::Contest;
use super::one_list::two_lists;
use super::settling::{Claims, Settling};
use super::threshold::admitted;

/// A list, or lists counted together.
#[derive(Clone, Debug)]
pub(crate) struct Entrant {
    /// Its votes.
    pub(crate) votes: u64,
    /// Whether it can win seats at all.
    pub(crate) is_list: bool,
    /// Whether it is excused from the threshold.
    pub(crate) exempt: bool,
    /// How many candidates it has, if that is known.
    pub(crate) candidates: Option<u32>,
    /// A threshold of its own.
    pub(crate) threshold: Option<(u64, u64)>,
    /// Parties on it.
    pub(crate) members: u32,
    /// Seats won elsewhere.
    pub(crate) direct: u32,
    /// The alliance it is in.
    pub(crate) alliance: Option<u32>,
    /// What its votes count for.
    pub(crate) multiplier: (u32, u32),
    /// The fewest seats if it takes part.
    pub(crate) floor: u32,
    /// Seats instead of a share.
    pub(crate) guaranteed: u32,
    /// Seats besides its share.
    pub(crate) additional: u32,
}

/// A law.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "laws have yes-or-no rules")]
pub(crate) struct Rules {
    /// The method's name.
    pub(crate) method: String,
    /// Numerator and denominator of the threshold.
    pub(crate) threshold: (u64, u64),
    /// Whether exactly the threshold is enough.
    pub(crate) at_least: bool,
    /// What settles ties, in turn.
    pub(crate) settling: Vec<Settling>,
    /// Whether seats without candidates go to the others.
    pub(crate) redistribute: bool,
    /// Thresholds from so many parties on a list.
    pub(crate) by_members: BTreeMap<u32, (u64, u64)>,
    /// Seats elsewhere that excuse from the threshold.
    pub(crate) or_direct: Option<u32>,
    /// The fewest lists.
    pub(crate) least_lists: u32,
    /// Whether alliances pass the threshold together.
    pub(crate) pooled_threshold: bool,
    /// The method inside alliances.
    pub(crate) inner: String,
    /// Whether multipliers act only on lists below the threshold.
    pub(crate) multiply_below: bool,
    /// The fewest seats of each list that takes part.
    pub(crate) floor: u32,
    /// Whether lists keep what they won elsewhere.
    pub(crate) overhang: bool,
    /// Seats for the largest list.
    pub(crate) bonus: Option<u32>,
    /// Whether a single list takes the next one with it.
    pub(crate) runner_up: bool,
    /// The share of a quota from which remainders count, where they come first.
    pub(crate) remainder_from: Option<(u64, u64)>,
    /// Whether more than half of the votes has the seat given last.
    pub(crate) majority_clause: bool,
}

/// The house, or as much of it as can be filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct House {
    /// Who takes part.
    pub(crate) admitted: Vec<bool>,
    /// Seats of every entrant.
    pub(crate) seats: Vec<u32>,
    /// Ties that were settled, as far as they were.
    pub(crate) ties: Vec<Undecided>,
    /// The lists in ties that were not.
    pub(crate) open_lists: BTreeSet<usize>,
    /// Seats left open by a tie.
    pub(crate) open_seats: u32,
    /// Seats nobody has candidates for.
    pub(crate) unfilled_seats: u32,
    /// Seats by which the house grew.
    pub(crate) growth: u32,
}

/// Multipliers are whole numbers of these, so that multiplied votes stay whole.
const TWENTIETHS: u64 = 20;

/// How an entrant stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Out,
    In,
    Guaranteed,
    Second,
}

/// Fills a house, or none if nobody with votes takes part or the seats given first do not fit. The
/// threshold is a share of `base`.
pub(crate) fn fill(
    rules: &Rules,
    entrants: &[Entrant],
    base: u128,
    house_size: u32,
) -> Option<House> {
    let reaching = reaching(rules, entrants, base);
    let standings = standings(rules, entrants, &reaching);
    let competes = |list: usize| matches!(standings[list], Standing::In | Standing::Second);
    let contested = (0..entrants.len()).any(competes);
    if has_no_last_seat(rules) {
        return None;
    }
    let mut house = House {
        admitted: standings.iter().map(|&standing| standing != Standing::Out).collect(),
        seats: vec![0; entrants.len()],
        ..House::default()
    };
    let mut first = seats_given_first(rules, entrants, &standings);
    if !contested && first.iter().all(|&seats| seats == 0) {
        return None;
    }
    let mut to_share = i128::from(house_size);
    to_share -= first.iter().map(|&seats| i128::from(seats)).sum::<i128>();
    if let Some(bonus) = rules.bonus.filter(|_| contested) {
        to_share -= i128::from(bonus);
        give_bonus(rules, entrants, &competes, bonus, &mut first, &mut house);
    }
    let to_share = u32::try_from(to_share).ok()?;
    // Whoever won a seat elsewhere and keeps it sits, whether on the list or not.
    let most = |entrant: &Entrant| {
        let seated = if rules.overhang { entrant.direct } else { 0 };
        Some(entrant.candidates?.max(seated))
    };
    let left_of = |list: usize| {
        most(&entrants[list]).map(|candidates| candidates.saturating_sub(first[list]))
    };
    if let Some(second) = standings.iter().position(|&standing| standing == Standing::Second) {
        let leader = standings.iter().position(|&standing| standing == Standing::In)?;
        two_lists(rules, entrants, (leader, second), to_share, &first, &mut house)?;
    } else if !contested {
        house.unfilled_seats = to_share;
    } else {
        let contest = Contest {
            rules,
            votes: counting(rules, entrants, &reaching, &competes)?,
            caps: (0..entrants.len()).map(left_of).collect(),
            given: &first,
            floors: (0..entrants.len())
                .map(|list| {
                    let floor = rules.floor.max(entrants[list].floor);
                    floor.min(left_of(list).unwrap_or(u32::MAX))
                })
                .collect(),
        };
        contest.share(entrants, to_share, house_size, &mut house)?;
    }
    for (seats, first) in house.seats.iter_mut().zip(&first) {
        *seats += first;
    }
    for (seats, entrant) in house.seats.iter_mut().zip(entrants) {
        let filled = most(entrant).map_or(*seats, |most| most.min(*seats));
        house.unfilled_seats += *seats - filled;
        *seats = filled;
    }
    for list in (0..entrants.len()).filter(|&list| rules.overhang && competes(list)) {
        let kept = house.seats[list].max(entrants[list].direct);
        house.growth += kept - house.seats[list];
        house.seats[list] = kept;
    }
    Some(house)
}

/// The votes of those who compete, times their multipliers; none where the method rounds a quota of them.
fn counting(
    rules: &Rules,
    entrants: &[Entrant],
    reaching: &[bool],
    competes: &impl Fn(usize) -> bool,
) -> Option<Vec<u64>> {
    let multiplied = entrants.iter().any(|entrant| entrant.multiplier != (1, 1));
    let scale = if multiplied { TWENTIETHS } else { 1 };
    let rounds = |method: &str| ["droop", "hagenbach-bischoff:rounded"].contains(&method);
    if multiplied && (rounds(&rules.method) || rounds(&rules.inner)) {
        return None;
    }
    let votes = |list: usize| {
        let (up, down) = entrants[list].multiplier;
        assert_eq!(scale % u64::from(down), 0, "multipliers in twentieths");
        let acts = !(rules.multiply_below && reaching[list]);
        let factor = if acts { scale / u64::from(down) * u64::from(up) } else { scale };
        if competes(list) { entrants[list].votes * factor } else { 0 }
    };
    Some((0..entrants.len()).map(votes).collect())
}

/// Whether a clause asks for a seat given last, or for remainders first, of a method that has none.
fn has_no_last_seat(rules: &Rules) -> bool {
    let plain = ["balinski-young", "hagenbach-bischoff:rounded"].contains(&&*rules.method);
    let without_remainders = plain || rules.method == "hare-strongest";
    rules.majority_clause && plain || rules.remainder_from.is_some() && without_remainders
}

/// Who passes the threshold, alone or, where that is the rule, with partners.
fn reaching(rules: &Rules, entrants: &[Entrant], base: u128) -> Vec<bool> {
    let passes = |votes: u128, (numerator, denominator): (u64, u64)| {
        if let Ok(votes) = u64::try_from(votes) {
            admitted(votes, base, numerator, denominator, rules.at_least)
        } else {
            let product = num_bigint::BigUint::from(votes) * denominator;
            let needed = num_bigint::BigUint::from(base) * numerator;
            product > needed || (rules.at_least && product == needed)
        }
    };
    let for_members = |members: u32| {
        let step = rules.by_members.range(..=members).next_back();
        step.map_or(rules.threshold, |(_, &threshold)| threshold)
    };
    let reaches = |entrant: &Entrant| {
        let own = entrant.threshold.unwrap_or_else(|| for_members(entrant.members));
        let partners =
            || entrants.iter().filter(|other| other.is_list && other.alliance == entrant.alliance);
        let together = rules.pooled_threshold && entrant.guaranteed == 0;
        if together && entrant.alliance.is_some() && entrant.is_list && partners().count() > 1 {
            let votes = partners().map(|other| u128::from(other.votes)).sum();
            passes(votes, for_members(partners().map(|other| other.members).sum()))
        } else {
            passes(entrant.votes.into(), own)
        }
    };
    entrants.iter().map(reaches).collect()
}

/// Who takes part.
fn standings(rules: &Rules, entrants: &[Entrant], reaching: &[bool]) -> Vec<Standing> {
    let mut standings = vec![Standing::Out; entrants.len()];
    for ((standing, entrant), &reaches) in standings.iter_mut().zip(entrants).zip(reaching) {
        if !entrant.is_list {
            continue;
        }
        if entrant.guaranteed > 0 {
            if entrant.threshold.is_none() || entrant.exempt || reaches {
                *standing = Standing::Guaranteed;
            }
            continue;
        }
        if entrant.votes == 0 {
            continue;
        }
        let elsewhere = rules.or_direct.is_some_and(|needed| entrant.direct >= needed);
        if reaches || entrant.exempt || elsewhere {
            *standing = Standing::In;
        }
    }
    let mut others: Vec<usize> = (0..entrants.len())
        .filter(|&list| {
            let entrant = &entrants[list];
            let can = entrant.is_list && entrant.votes > 0;
            can && standings[list] == Standing::Out
        })
        .collect();
    others.sort_by_key(|&list| Reverse(entrants[list].votes));
    let count = |standings: &[Standing]| {
        standings.iter().filter(|&&standing| standing == Standing::In).count()
    };
    let mut last = None;
    for &list in &others {
        let wanted = count(&standings) < rules.least_lists as usize;
        if wanted || last == Some(entrants[list].votes) {
            standings[list] = Standing::In;
            last = Some(entrants[list].votes);
        }
    }
    if rules.runner_up && count(&standings) == 1 {
        let next = others.into_iter().find(|&list| standings[list] == Standing::Out);
        if let Some(next) = next {
            standings[next] = Standing::Second;
        }
    }
    standings
}

/// Guaranteed and additional seats, and those won elsewhere by lists without a share.
fn seats_given_first(rules: &Rules, entrants: &[Entrant], standings: &[Standing]) -> Vec<u32> {
    (entrants.iter().zip(standings))
        .map(|(entrant, standing)| {
            let elsewhere = if rules.overhang { entrant.direct } else { 0 };
            match standing {
                Standing::Guaranteed => entrant.guaranteed.max(elsewhere),
                Standing::In | Standing::Second => entrant.additional,
                Standing::Out if entrant.is_list => entrant.additional.max(elsewhere),
                Standing::Out => 0,
            }
        })
        .collect()
}

fn give_bonus(
    rules: &Rules,
    entrants: &[Entrant],
    competes: &impl Fn(usize) -> bool,
    bonus: u32,
    first: &mut [u32],
    house: &mut House,
) {
    let most = (0..entrants.len()).filter(|&list| competes(list)).map(|list| entrants[list].votes);
    let most = most.max().expect("somebody competes");
    let lists: Vec<usize> = (0..entrants.len())
        .filter(|&list| competes(list) && entrants[list].votes == most)
        .collect();
    let votes: Vec<u64> = entrants.iter().map(|entrant| entrant.votes).collect();
    let claims =
        Claims { settling: &rules.settling, votes: &votes, given: first, place: &|list, _| list };
    let best = claims.best(&lists, &vec![0; first.len()]);
    let [winner] = best[..] else {
        house.open_lists.extend(best);
        house.open_seats += bonus;
        return;
    };
    if lists.len() > 1 {
        house.ties.push(Undecided { lists, open_seats: 1 });
    }
    first[winner] += bonus;
}
