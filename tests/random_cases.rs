//! Random cases: the library against the reference, and both against what must hold.
//!
//! `KURULTAI_CASES=10000000 cargo test --release --test random_cases` runs ten million.

#[allow(dead_code, reason = "other tests use the rest")]
mod case;
mod random;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;
mod sound;

use std::collections::BTreeMap;

use rayon::prelude::*;

use case::{Case, as_outcome};
use reference::divisor::by_sorting_all_quotients;
use reference::{Definition, Outcome, Refusal};
use sound::{assert_sound, assert_sound_in_a_huge_house};

/// What came out of a case, to see that the difficult kinds do occur.
fn kind_of(answer: &Result<Outcome, Refusal>) -> &'static str {
    match answer {
        Ok(Outcome { ties, .. }) if !ties.is_empty() => "tied",
        Ok(_) => "decided",
        Err(Refusal::NoVotes) => "no votes",
        Err(Refusal::FloorsAboveHouse) => "floors above house",
        Err(Refusal::OverAward) => "over-award",
        Err(Refusal::ZeroQuota) => "zero quota",
    }
}

#[test]
fn the_library_agrees_with_the_reference() {
    let count = random::cases();
    let kinds = (0..count)
        .into_par_iter()
        .map(|number| {
            let case = random::case(number);
            let answer = case.compared()?;
            if let Ok(outcome) = &answer {
                assert_sound(&case, outcome);
            }
            Ok(BTreeMap::from([(kind_of(&answer), 1_u64)]))
        })
        .try_reduce(BTreeMap::new, |mut left, right| {
            for (kind, count) in right {
                *left.entry(kind).or_default() += count;
            }
            Ok(left)
        })
        .unwrap_or_else(|disagreement: String| panic!("{disagreement}"));
    println!("{count} cases: {kinds:?}");
    // So that no change of the generator quietly loses the difficult ones.
    if count >= 10_000 {
        for (kind, per_mille) in [
            ("decided", 500),
            ("tied", 100),
            ("no votes", 5),
            ("floors above house", 10),
            ("over-award", 5),
            ("zero quota", 1),
        ] {
            let found = kinds.get(kind).copied().unwrap_or(0);
            assert!(found * 1_000 >= count * per_mille, "{kind}: {kinds:?}");
        }
    }
}

/// Houses far too large for the reference: the answer is held against the definition alone, or, for
/// quota methods, against the reference, which does not count these out.
#[test]
fn huge_houses_keep_the_definition() {
    let count = random::cases().min(100_000);
    let tied: u64 = (0..count).into_par_iter().map(huge_house).sum();
    println!("{count} huge houses, {tied} tied");
    assert!(tied * 30 >= count || count < 1_000, "{tied} ties");
}

/// Whether the case of this number is tied in a huge house.
fn huge_house(number: u64) -> u64 {
    let case = Case { seats: random::huge_house(number), ..random::case(number) };
    let tied =
        assert_sound_in_a_huge_house(case).is_some_and(|(_, outcome)| !outcome.ties.is_empty());
    u64::from(tied)
}

#[test]
fn the_reference_agrees_with_the_sorted_table_of_all_quotients() {
    let mut compared = 0;
    let mut ties = 0;
    for number in 0..random::cases().min(100_000) {
        let case = random::case(number);
        let Some(Definition::HighestAverages(quotient)) = Definition::named(&case.method) else {
            continue;
        };
        // The table grows with lists times seats.
        let has_powers = case.method == "macau" || case.method.starts_with("power-mean");
        if case.seats > if has_powers { 5 } else { 15 } || case.votes.len() > 12 {
            continue;
        }
        if let Ok(loops) = case.reference()
            && case.seats > 0
        {
            // A list without votes has no floor.
            let floors: Vec<u32> = (case.floors.iter().zip(&case.votes))
                .map(|(&floor, &votes)| if votes > 0 { floor } else { 0 })
                .collect();
            let table = by_sorting_all_quotients(&quotient, &case.votes, &floors, case.seats);
            assert_eq!(loops, table, "{case}");
            compared += 1;
            ties += usize::from(!table.ties.is_empty());
        }
    }
    println!("{compared} compared, {ties} of them tied");
    assert!(compared > 0 || random::cases() < 100);
}

#[test]
fn floors_of_nothing_change_nothing() {
    use kurultai::apportionment::{apportion, apportion_from_floors};
    for number in 0..random::cases().min(2_000) {
        let Case { method, votes, seats, .. } = random::case(number);
        let method = method.parse().unwrap();
        let without = apportion(method, &votes, seats);
        let with = apportion_from_floors(method, &votes, &vec![0; votes.len()], seats);
        assert_eq!(
            without.map(|apportionment| as_outcome(&apportionment)).ok(),
            with.map(|apportionment| as_outcome(&apportionment)).ok(),
            "{votes:?}, {seats}"
        );
    }
}

/// Floors that add up to more than the house are an error, in a house of no seats too.
#[test]
fn floors_above_a_house_of_no_seats_are_refused() {
    for method in random::METHODS {
        let case = Case { floors: vec![1, 0], ..Case::new(method, &[2, 1], 0) };
        let answer = case.compared();
        assert_eq!(answer, Ok(Err(Refusal::FloorsAboveHouse)));
    }
}

/// A floor of nearly four billion seats is jumped over: the forty seats above it go to the forty lists
/// that have none, whatever the divisors.
#[test]
fn a_floor_of_nearly_a_huge_house_costs_no_steps() {
    use kurultai::apportionment::{Axiom, Method};
    let house = u32::MAX - 1;
    let votes = [vec![120], vec![1; 40]].concat();
    let floors = [vec![house - 40], vec![0; 40]].concat();
    let seats = [vec![house - 40], vec![1; 40]].concat();
    for method in random::METHODS {
        if method.parse::<Method>().unwrap().keeps(Axiom::Coherent) {
            let case = Case { floors: floors.clone(), ..Case::new(method, &votes, house) };
            assert_eq!(case.library().unwrap().seats, seats, "{method}");
        }
    }
}
