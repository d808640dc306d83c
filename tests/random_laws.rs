//! Random laws on random counts: the library's room `law` against the reference's.
//!
//! `KURULTAI_CASES` sets their number, as in `random_cases.rs`.

#[allow(dead_code, reason = "other tests use the rest")]
mod case;
#[allow(dead_code, reason = "other tests use the rest")]
mod random;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use kurultai::election::{Ballots, Party, PartyKind, Share};
use kurultai::law::{
    Allocation, Allocator, FreedSeats, Law, NoLots, Provisions, Threshold, ThresholdBase,
    ThresholdRule, TieRule,
};
use reference::Undecided;
use reference::law::{Entrant, House, Rules, Settling};

/// A law, a count and a house.
#[derive(Debug)]
struct Election {
    rules: Rules,
    base: ThresholdBase,
    entrants: Vec<Entrant>,
    against_all: u64,
    invalid: u64,
    house_size: u32,
}

/// The election of this number.
fn election(number: u64) -> Election {
    let case = random::case(number);
    let rng = &mut ChaCha8Rng::seed_from_u64(number ^ (1 << 63));
    let caps = rng.random_bool(0.5);
    let entrants: Vec<Entrant> = (case.votes.iter())
        .map(|&votes| Entrant {
            votes,
            is_list: rng.random_bool(0.95),
            exempt: rng.random_bool(0.05),
            candidates: (caps && rng.random_bool(0.5))
                .then(|| rng.random_range(0..=case.seats / 2 + 1)),
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
    Election {
        rules: Rules {
            method: case.method,
            threshold,
            at_least: rng.random_bool(0.5),
            settling: [Settling::Order, Settling::Votes, Settling::Report][rng.random_range(0..3)],
            redistribute: rng.random_bool(0.7),
        },
        base,
        entrants,
        against_all,
        invalid,
        house_size: case.seats.max(1),
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
    reference::law::fill(&election.rules, &election.entrants, base, election.house_size)
}

fn by_library(election: &Election) -> Option<House> {
    let rules = &election.rules;
    let law = Law {
        method: rules.method.parse().expect("a method the library knows"),
        threshold: Threshold {
            share: Share::new(rules.threshold.0, rules.threshold.1).expect("a share"),
            base: election.base,
            rule: if rules.at_least { ThresholdRule::AtLeast } else { ThresholdRule::MoreThan },
        },
        tie: match rules.settling {
            Settling::Order => TieRule::Order,
            Settling::Votes => TieRule::Votes,
            Settling::Report => TieRule::Report,
        },
        freed_seats: if rules.redistribute { FreedSeats::Redistribute } else { FreedSeats::Vacant },
        group_quota: None,
        provisions: Provisions::NONE,
    };
    let parties: Vec<Party> = (election.entrants.iter().enumerate())
        .map(|(index, entrant)| Party {
            kind: if entrant.is_list { PartyKind::List } else { PartyKind::Others },
            exempt: entrant.exempt,
            candidates: entrant.candidates,
            ..Party::list(index.to_string())
        })
        .collect();
    let ballots = Ballots {
        parties: (election.entrants.iter()).map(|entrant| entrant.votes).collect(),
        against_all: election.against_all,
        invalid: election.invalid,
    };
    let allocation =
        Allocator::new(&law, &parties, election.house_size).allocate(&ballots, &mut NoLots).ok()?;
    Some(as_house(&allocation))
}

fn as_house(allocation: &Allocation) -> House {
    House {
        admitted: (allocation.admissions.iter()).map(|admission| admission.is_admitted()).collect(),
        seats: allocation.seats.clone(),
        ties: (allocation.ties.iter())
            .map(|settled| Undecided {
                lists: settled.tie.lists.clone(),
                open_seats: settled.tie.open_seats,
            })
            .collect(),
        open_seats: allocation.open_seats(),
        unfilled_seats: allocation.unfilled_seats,
    }
}

#[test]
fn the_library_agrees_with_the_reference_on_laws() {
    let count = random::cases();
    let filled: u64 = (0..count)
        .into_par_iter()
        .map(|number| {
            let election = election(number);
            let (library, reference) = (by_library(&election), by_reference(&election));
            if library == reference {
                Ok(u64::from(reference.is_some()))
            } else {
                Err(format!(
                    "\nelection({number}): {election:#?}\n  library:   {library:?}\n  reference: {reference:?}"
                ))
            }
        })
        .try_reduce(|| 0, |left, right| Ok(left + right))
        .unwrap_or_else(|disagreement| panic!("{disagreement}"));
    println!("{count} laws, {filled} houses filled");
    assert!(filled * 2 > count || count < 100, "{filled} houses filled");
}
