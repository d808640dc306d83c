//! Votes, floors and houses under every method: the library against the reference, against the
//! method's definition, and against what the method promises.
#![no_main]

#[path = "../../axiom/mod.rs"]
mod axiom;
#[path = "../../case/mod.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod case;
#[path = "../../random/mod.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod random;
#[path = "../../reference/mod.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod reference;
#[path = "../../sound/mod.rs"]
mod sound;

use arbitrary::{Arbitrary, Result, Unstructured};
use kurultai::apportionment::{Axiom, Method};
use libfuzzer_sys::fuzz_target;

use axiom::{
    assert_house_monotone, assert_lower_quota, assert_order_of_votes, assert_tie_is_served,
    assert_upper_quota, reordered, total,
};
use case::{Case, as_outcome};
use random::METHODS;
use reference::Outcome;
use sound::{assert_sound, assert_sound_in_a_huge_house};

/// Up to here houses are held against the reference, which counts them out seat by seat.
const LARGEST_COUNTED_OUT: u32 = 1_000;

/// A case, with another order of its lists.
#[derive(Debug)]
struct Question {
    case: Case,
    order: Vec<usize>,
}

impl<'a> Arbitrary<'a> for Question {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let method = method(bytes)?;
        let seats = seats(bytes)?;
        let lists = bytes.int_in_range(1..=40)?;
        let unit = 1 + any_size(bytes)? / 2;
        let votes = (0..lists).map(|_| votes(bytes, unit)).collect::<Result<_>>()?;
        let floors = match bytes.int_in_range(0..=3)? {
            0 => (0..lists).map(|_| floor(bytes, seats)).collect::<Result<_>>()?,
            _ => vec![0; lists],
        };
        let mut order: Vec<usize> = (0..lists).collect();
        for last in (1..lists).rev() {
            order.swap(last, bytes.int_in_range(0..=last)?);
        }
        Ok(Self { case: Case { method, votes, floors, seats }, order })
    }
}

/// One of the methods of the random cases, or a family with any parameter.
fn method(bytes: &mut Unstructured<'_>) -> Result<String> {
    let family = bytes.int_in_range(0..=7)?;
    if family > 1 {
        return Ok((*bytes.choose(&METHODS)?).to_owned());
    }
    let denominator = bytes.int_in_range(1..=1_000_000_000_u64)?;
    Ok(if family == 0 {
        format!("stationary:{}/{denominator}", bytes.int_in_range(0..=denominator)?)
    } else {
        let first = bytes.int_in_range(1..=3 * denominator - 1)?;
        format!("modified-sainte-lague:{first}/{denominator}")
    })
}

fn seats(bytes: &mut Unstructured<'_>) -> Result<u32> {
    match bytes.int_in_range(0..=15)? {
        0..=7 => bytes.int_in_range(0..=20),
        8..=11 => bytes.int_in_range(0..=150),
        12..=14 => bytes.int_in_range(0..=LARGEST_COUNTED_OUT),
        // A list with all seats still has a next quotient with a u32 for a divisor.
        _ => Ok((bytes.arbitrary::<u32>()? >> bytes.int_in_range(0..=21)?).min(u32::MAX - 1)),
    }
}

/// A number of one to 64 binary digits.
fn any_size(bytes: &mut Unstructured<'_>) -> Result<u64> {
    Ok(bytes.arbitrary::<u64>()? >> bytes.int_in_range(0..=63)?)
}

/// The votes of a list: few, any number, or near a multiple of a unit that lists have in common.
fn votes(bytes: &mut Unstructured<'_>, unit: u64) -> Result<u64> {
    Ok(match bytes.int_in_range(0..=5)? {
        0 => bytes.arbitrary::<u8>()?.into(),
        1 => any_size(bytes)?,
        2 => unit,
        3 | 4 => unit.saturating_mul(bytes.arbitrary::<u8>()?.into()),
        _ => {
            let multiple = unit.saturating_mul(bytes.arbitrary::<u16>()?.into());
            multiple.saturating_add(bytes.int_in_range(0..=2)?).saturating_sub(1)
        }
    })
}

fn floor(bytes: &mut Unstructured<'_>, seats: u32) -> Result<u32> {
    match bytes.int_in_range(0..=7)? {
        0..=5 => bytes.int_in_range(0..=3),
        6 => bytes.int_in_range(0..=seats + 1),
        _ => bytes.arbitrary(),
    }
}

/// What the method promises about this answer, its neighbour in a larger house, and the answer to the
/// lists in another order.
fn assert_promises(case: &Case, outcome: &Outcome, order: &[usize]) {
    let method: Method = case.method.parse().expect("a method the library knows");
    let shuffled = Case {
        votes: order.iter().map(|&list| case.votes[list]).collect(),
        floors: order.iter().map(|&list| case.floors[list]).collect(),
        ..case.clone()
    };
    let shuffled = shuffled.library().expect("an answer in any order");
    assert_eq!(reordered(outcome, order), as_outcome(&shuffled), "{case}: {order:?}");
    if total(&case.votes) == 0 {
        return;
    }
    if method.keeps(Axiom::HouseMonotone) {
        let larger = Case { seats: case.seats + 1, ..case.clone() };
        let larger = as_outcome(&larger.library().expect("an answer for a larger house"));
        assert_house_monotone(outcome, &larger);
        if method.keeps(Axiom::PopulationMonotone) {
            assert_tie_is_served(outcome, &larger);
        }
    }
    if case.floors.iter().any(|&floor| floor > 0) {
        return;
    }
    assert_order_of_votes(&case.votes, outcome);
    if method.keeps(Axiom::LowerQuota) {
        assert_lower_quota(&case.votes, case.seats, outcome);
    }
    if method.keeps(Axiom::UpperQuota) {
        assert_upper_quota(&case.votes, case.seats, outcome);
    }
}

fuzz_target!(|question: Question| {
    let Question { case, order } = question;
    if case.seats > LARGEST_COUNTED_OUT {
        if let Some((case, outcome)) = assert_sound_in_a_huge_house(case) {
            assert_promises(&case, &outcome, &order);
        }
        return;
    }
    let answer = case.compared().unwrap_or_else(|disagreement| panic!("{disagreement}"));
    if let Ok(outcome) = answer {
        assert_sound(&case, &outcome);
        assert_promises(&case, &outcome, &order);
    }
});
