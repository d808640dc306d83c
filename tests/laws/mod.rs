//! Random laws, put to the library's room `law` and to the reference's.

use std::collections::BTreeMap;

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use kurultai::election::{Ballots, Party, PartyKind, Share};
use kurultai::law::{
    AllianceThreshold, Allocation, Allocator, Bonus, FreedSeats, Law, MemberThresholds,
    MultiplierScope, NoLots, OneListRule, Overhang, Provisions, Threshold, ThresholdBase,
    ThresholdRule, TieRule, TieRules,
};

use crate::case::Case;
use crate::random;
use crate::reference::law::{Entrant, House, Rules};
use crate::reference::settling::Settling;
use crate::reference::{self, Undecided};

/// Tie rules, alone and in turn.
const SETTLINGS: [&[Settling]; 12] = [
    &[Settling::Order],
    &[Settling::Votes],
    &[Settling::FewestVotes],
    &[Settling::Seatless],
    &[Settling::Report],
    &[Settling::Report],
    &[Settling::Seatless, Settling::Votes],
    &[Settling::Seatless, Settling::Report],
    &[Settling::FewestVotes, Settling::Report],
    &[Settling::Votes, Settling::Seatless, Settling::Report],
    &[Settling::Votes, Settling::Order],
    &[Settling::FewestVotes, Settling::Seatless, Settling::Order],
];

/// A law, a count and a house.
#[derive(Debug)]
pub(crate) struct Election {
    rules: Rules,
    base: ThresholdBase,
    entrants: Vec<Entrant>,
    against_all: u64,
    invalid: u64,
    house_size: u32,
}

impl Election {
    /// Whether there is a tie; if both do not answer the same, the election and both answers.
    pub(crate) fn compared_ties(&self) -> Result<bool, String> {
        self.compared()?;
        let house = by_library(self);
        Ok(house.is_some_and(|house| !house.ties.is_empty() || house.open_seats > 0))
    }

    /// Whether the house can be filled; if both do not answer the same, the election and both answers.
    pub(crate) fn compared(&self) -> Result<bool, String> {
        let (library, reference) = (by_library(self), by_reference(self));
        if library == reference {
            Ok(reference.is_some())
        } else {
            Err(format!("{self:#?}\n  library:   {library:?}\n  reference: {reference:?}"))
        }
    }
}

/// The election as the library takes it: law, parties, count and house size.
pub(crate) fn taken(election: &Election) -> (Law, Vec<Party>, Ballots, u32) {
    (law(&election.rules, election.base), parties(election), ballots(election), election.house_size)
}

/// The election of this number.
pub(crate) fn election(number: u64) -> Election {
    let rng = &mut ChaCha8Rng::seed_from_u64(number ^ (1 << 63));
    election_on(random::case(number), rng)
}

/// An election by the quota method, of few votes or few kinds of votes.
pub(crate) fn quota_method_election(number: u64) -> Election {
    let rng = &mut ChaCha8Rng::seed_from_u64(number ^ (1 << 62));
    let lists = rng.random_range(2..=8);
    let most = [2, 4, 12][rng.random_range(0..3)];
    let votes: Vec<u64> = (0..lists).map(|_| rng.random_range(1..=most)).collect();
    let case = Case::new("balinski-young", &votes, rng.random_range(1..=20));
    let mut election = election_on(case, rng);
    "balinski-young".clone_into(&mut election.rules.inner);
    election.rules.threshold = (0, 1);
    election
}

/// An election on the votes, the method and the house of a case, the rest of its law from `rng`.
pub(crate) fn election_on(case: Case, rng: &mut impl Rng) -> Election {
    let caps = rng.random_bool(0.5);
    let mut entrants: Vec<Entrant> = (case.votes.iter())
        .map(|&votes| Entrant {
            votes,
            is_list: rng.random_bool(0.95),
            exempt: rng.random_bool(0.05),
            candidates: (caps && rng.random_bool(0.5))
                .then(|| rng.random_range(0..=case.seats / 2 + 1)),
            threshold: None,
            members: 1,
            direct: 0,
            alliance: None,
            multiplier: (1, 1),
            floor: 0,
            guaranteed: 0,
            additional: 0,
        })
        .collect();
    let (against_all, invalid) = match rng.random_range(0..3) {
        0 => (0, 0),
        1 => (rng.random_range(0..100), rng.random_range(0..100)),
        _ => (rng.random::<u64>(), rng.random::<u64>()),
    };
    let base =
        [ThresholdBase::Lists, ThresholdBase::Valid, ThresholdBase::Cast][rng.random_range(0..3)];
    let lists: u128 = (entrants.iter()).map(|entrant| u128::from(entrant.votes)).sum();
    let threshold = threshold(rng, &entrants, lists);
    // Where one list has about half of the votes, clauses about a majority come into play.
    let others = lists - u128::from(entrants[0].votes);
    if rng.random_bool(0.2)
        && let Ok(half) = u64::try_from(others)
    {
        entrants[0].votes = half.saturating_add(rng.random_range(0..3));
    }
    let mut rules = Rules {
        inner: case.method.clone(),
        method: case.method,
        threshold,
        at_least: rng.random_bool(0.5),
        settling: SETTLINGS[rng.random_range(0..SETTLINGS.len())].to_vec(),
        redistribute: rng.random_bool(0.7),
        by_members: BTreeMap::new(),
        or_direct: None,
        least_lists: 0,
        pooled_threshold: false,
        multiply_below: false,
        floor: 0,
        overhang: false,
        bonus: None,
        runner_up: false,
        remainder_from: None,
        majority_clause: false,
    };
    if rng.random_bool(0.6) {
        add_provisions(rng, &mut rules, &mut entrants, case.seats.max(1));
    }
    Election { rules, base, entrants, against_all, invalid, house_size: case.seats.max(1) }
}

/// Rules beyond threshold, method and tie rule, each in some of the laws.
fn add_provisions(rng: &mut impl Rng, rules: &mut Rules, entrants: &mut [Entrant], seats: u32) {
    let few = seats / 4 + 1;
    if rng.random_bool(0.3) {
        rules.by_members = [(2, (7, 100)), (4, (1, 10))].into();
        for entrant in &mut *entrants {
            entrant.members = rng.random_range(1..=5);
        }
    }
    if rng.random_bool(0.3) {
        rules.or_direct = rng.random_bool(0.5).then(|| rng.random_range(1..=3));
        rules.overhang = rng.random_bool(0.7);
        for entrant in entrants.iter_mut() {
            entrant.direct = if rng.random_bool(0.3) { rng.random_range(0..=few) } else { 0 };
        }
    }
    if rng.random_bool(0.3) {
        rules.least_lists = rng.random_range(1..=6);
    }
    // The reference has no answer to a surplus that floors do not let it take back.
    let surplus = [&rules.method, &rules.inner].map(|method| method.ends_with(":rounded"));
    let floors = !surplus.contains(&true);
    rules.floor = if floors && rng.random_bool(0.2) { rng.random_range(1..=2) } else { 0 };
    rules.bonus = rng.random_bool(0.2).then(|| rng.random_range(1..=few));
    rules.runner_up = rng.random_bool(0.2);
    rules.multiply_below = rng.random_bool(0.5);
    rules.majority_clause = rng.random_bool(0.25);
    if rng.random_bool(0.2) {
        rules.remainder_from = Some([(3, 4), (1, 2), (0, 1), (1, 1)][rng.random_range(0..4)]);
    }
    let allied = rng.random_bool(0.4);
    rules.pooled_threshold = allied && rng.random_bool(0.3);
    if allied && rng.random_bool(0.4) {
        let inner = random::METHODS[rng.random_range(0..random::METHODS.len())];
        if !inner.ends_with(":rounded") {
            inner.clone_into(&mut rules.inner);
        }
    }
    for entrant in entrants {
        // Multiplied and pooled votes stay below 2^64.
        entrant.votes >>= if entrant.votes >> 40 > 0 { 24 } else { 0 };
        if rng.random_bool(0.1) {
            entrant.threshold = Some((rng.random_range(0..=5), 100));
        }
        if rng.random_bool(0.05) {
            entrant.guaranteed = rng.random_range(1..=2);
            continue;
        }
        if allied && rng.random_bool(0.6) {
            entrant.alliance = Some(rng.random_range(0..3));
        }
        if rng.random_bool(0.1) {
            entrant.multiplier = [(27, 20), (3, 2), (2, 1), (7, 10)][rng.random_range(0..4)];
        }
        if floors && rng.random_bool(0.1) {
            entrant.floor = rng.random_range(0..=2);
        }
        if rng.random_bool(0.05) {
            entrant.additional = rng.random_range(1..=2);
        }
    }
}

/// None, a usual one, any, or exactly the share of one of the lists where that can be written.
fn threshold(rng: &mut impl Rng, entrants: &[Entrant], lists: u128) -> (u64, u64) {
    let exact = entrants[rng.random_range(0..entrants.len())].votes;
    match (rng.random_range(0..5), u64::try_from(lists)) {
        (0, _) => (0, 1),
        (1, _) => (rng.random_range(1..=10), 100),
        (2, _) => {
            let denominator = rng.random_range(1..=1_u64 << 40);
            (rng.random_range(0..=denominator), denominator)
        }
        (_, Ok(lists)) if (1..=1 << 40).contains(&lists) => (exact, lists),
        _ => (1, rng.random_range(1..=40)),
    }
}

fn by_reference(election: &Election) -> Option<House> {
    let mut base: u128 = (election.entrants.iter()).map(|entrant| u128::from(entrant.votes)).sum();
    if election.base != ThresholdBase::Lists {
        base += u128::from(election.against_all);
    }
    if election.base == ThresholdBase::Cast {
        base += u128::from(election.invalid);
    }
    let mut house =
        reference::law::fill(&election.rules, &election.entrants, base, election.house_size)?;
    house.ties.sort_by(|left, right| left.lists.cmp(&right.lists));
    Some(house)
}

fn law(rules: &Rules, base: ThresholdBase) -> Law {
    Law {
        method: rules.method.parse().expect("a method the library knows"),
        threshold: Threshold {
            share: Share::new(rules.threshold.0, rules.threshold.1).expect("a share"),
            base,
            rule: if rules.at_least { ThresholdRule::AtLeast } else { ThresholdRule::MoreThan },
        },
        tie: tie_rules(&rules.settling),
        freed_seats: if rules.redistribute { FreedSeats::Redistribute } else { FreedSeats::Vacant },
        group_quota: None,
        provisions: provisions(rules),
    }
}

fn tie_rules(settling: &[Settling]) -> TieRules {
    let rule = |settling: &Settling| match settling {
        Settling::Order => TieRule::Order,
        Settling::Votes => TieRule::Votes,
        Settling::FewestVotes => TieRule::FewestVotes,
        Settling::Seatless => TieRule::Seatless,
        Settling::Report => TieRule::Report,
    };
    let rules: Vec<TieRule> = settling.iter().map(rule).collect();
    TieRules::new(&rules).expect("rules that make a list")
}

fn parties(election: &Election) -> Vec<Party> {
    (election.entrants.iter().enumerate())
        .map(|(index, entrant)| Party {
            kind: if entrant.is_list { PartyKind::List } else { PartyKind::Others },
            exempt: entrant.exempt,
            candidates: entrant.candidates,
            threshold: entrant.threshold.map(|(up, down)| Share::new(up, down).expect("a share")),
            members: entrant.members,
            direct_seats: entrant.direct,
            alliance: entrant.alliance.map(|alliance| alliance.to_string()),
            multiplier: (entrant.multiplier != (1, 1)).then(|| {
                let (up, down) = entrant.multiplier;
                format!("{up}/{down}").parse().expect("a multiplier")
            }),
            floor: entrant.floor,
            guaranteed_seats: entrant.guaranteed,
            additional_seats: entrant.additional,
            ..Party::list(index.to_string())
        })
        .collect()
}

fn ballots(election: &Election) -> Ballots {
    Ballots {
        parties: (election.entrants.iter()).map(|entrant| entrant.votes).collect(),
        against_all: election.against_all,
        invalid: election.invalid,
    }
}

fn by_library(election: &Election) -> Option<House> {
    let (law, parties, ballots, house_size) = taken(election);
    let allocation =
        Allocator::new(&law, &parties, house_size).allocate(&ballots, &mut NoLots).ok()?;
    Some(as_house(&allocation))
}

fn provisions(rules: &Rules) -> Provisions {
    let steps: Vec<(u32, Share)> = (rules.by_members.iter())
        .map(|(&members, &(up, down))| (members, Share::new(up, down).expect("a share")))
        .collect();
    Provisions {
        threshold_by_members: MemberThresholds::new(&steps).expect("steps"),
        or_direct_seats: rules.or_direct,
        at_least_lists: rules.least_lists,
        alliance_threshold: if rules.pooled_threshold {
            AllianceThreshold::Pool
        } else {
            AllianceThreshold::Member
        },
        inner_method: Some(rules.inner.parse().expect("a method"))
            .filter(|_| rules.inner != rules.method),
        multiplier_for: if rules.multiply_below {
            MultiplierScope::BelowThreshold
        } else {
            MultiplierScope::All
        },
        floor: rules.floor,
        overhang: if rules.overhang { Overhang::Added } else { Overhang::None },
        bonus: rules.bonus.map(Bonus::Seats),
        remainder_from: (rules.remainder_from)
            .map(|(up, down)| Share::new(up, down).expect("a share")),
        majority_clause: rules.majority_clause,
        one_list: if rules.runner_up { OneListRule::RunnerUp } else { OneListRule::None },
        ..Provisions::NONE
    }
}

fn as_house(allocation: &Allocation) -> House {
    let mut ties: Vec<Undecided> = (allocation.ties.iter())
        .filter(|settled| !settled.is_open())
        .map(|settled| Undecided {
            lists: settled.tie.lists.clone(),
            open_seats: settled.tie.open_seats,
        })
        .collect();
    ties.sort_by(|left, right| left.lists.cmp(&right.lists));
    House {
        admitted: (allocation.admissions.iter()).map(|admission| admission.is_admitted()).collect(),
        seats: allocation.seats.clone(),
        ties,
        open_lists: (allocation.ties.iter())
            .filter(|settled| settled.is_open())
            .flat_map(|settled| settled.tie.lists.iter().copied())
            .collect(),
        open_seats: allocation.open_seats(),
        unfilled_seats: allocation.unfilled_seats,
        growth: allocation.overhang_seats(),
    }
}
