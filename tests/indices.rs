//! Indices against published values, and against each other.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::fs;

use kurultai::measures::indices::{
    Indices, InequalityAversion, MainIndices, Proportions, ProportionsError, atkinson, catalogue,
};
use proptest::prelude::*;

fn indices(votes: &[u64], seats: &[u32]) -> Indices {
    Indices::of(&Proportions::new(votes, seats).unwrap())
}

/// METHODS.md 5: Canada 2015; what it does not give was worked out from the formulas apart from this code,
/// to six digits.
#[test]
fn canada_2015() {
    let votes = [6_943_276, 5_613_614, 3_470_350, 821_144, 602_944, 91_837];
    let indices = indices(&votes, &[184, 99, 44, 10, 1, 0]);
    for (name, published) in [
        ("gallagher", "0.119793"),
        ("loosemore-hanby", "0.148596"),
        ("rose", "0.851404"),
        ("rae", "0.049532"),
        ("sainte-lague", "0.121490"),
        ("dhondt", "1.375449"),
        ("lijphart", "0.148596"),
        ("grofman", "0.089624"),
        ("monroe", "0.148495"),
        ("lebeda", "0.272965"),
        ("gini", "0.185637"),
        ("cox-shugart", "1.258338"),
        ("atkinson", "0.043348"),
        ("effective-votes", "3.316003"),
        ("effective-seats", "2.500197"),
        ("golosov-votes", "2.928338"),
        ("golosov-seats", "2.000510"),
        ("wasted-votes", "0.005235"),
    ] {
        let index = catalogue().iter().find(|index| index.name == name).unwrap();
        assert_eq!(format!("{:.6}", index.value(&indices).unwrap()), published, "{name}");
    }
    assert_eq!(catalogue().len(), 18);
}

/// METHODS.md 5: all 19 lists give 1.1284 %; the 1.11 that circulates drops one.
#[test]
fn new_zealand_2005() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/elections/nz_hor_2005.csv");
    let text = fs::read_to_string(file).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|row| row.split(',').collect()).collect();
    let votes: Vec<u64> = rows.iter().map(|row| row[1].parse().unwrap()).collect();
    let seats: Vec<u32> = rows.iter().map(|row| row[2].parse().unwrap()).collect();
    assert_eq!(votes.len(), 19);
    assert_eq!(format!("{:.4}", indices(&votes, &seats).gallagher * 100.0), "1.1284");
}

/// Lists without votes: absent without seats, beyond every ratio with seats.
#[test]
fn lists_without_votes() {
    let absent = indices(&[3, 1, 0], &[1, 1, 0]);
    assert_eq!(absent, indices(&[3, 1], &[1, 1]));

    let gifted = indices(&[3, 1, 0], &[1, 1, 1]);
    let most = (gifted.sainte_lague, gifted.dhondt, gifted.lebeda);
    assert_eq!(most, (f64::INFINITY, f64::INFINITY, 1.0));
    // Rae: a third of 5/12 + 1/12 + 1/3.
    assert!((gifted.rae - 5.0 / 18.0).abs() < 4.0 * f64::EPSILON);
    // Lorenz curve through (3/4, 1/3), (1, 2/3), then straight up: 1 − (3/4 · 1/3 + 1/4 · 1).
    assert!((gifted.gini - 0.5).abs() < 4.0 * f64::EPSILON);
    for index in catalogue() {
        let is_infinite = ["sainte-lague", "dhondt"].contains(&index.name);
        assert_eq!(index.value(&gifted).is_none(), is_infinite, "{}", index.name);
    }
}

#[test]
fn what_has_no_shares_says_so() {
    for (votes, seats, message) in [
        (
            &[1, 2][..],
            &[1][..],
            "votes are given for 2 lists and seats for 1; give both for every list",
        ),
        (&[0, 0], &[1, 0], "no list has a vote, so there are no shares; give at least one vote"),
        (&[1, 0], &[0, 0], "no list has a seat, so there are no shares; give at least one seat"),
        (&[], &[], "no list has a vote, so there are no shares; give at least one vote"),
    ] {
        let refused: ProportionsError = Proportions::new(votes, seats).unwrap_err();
        assert_eq!(refused.to_string(), message);
    }
    let refused = InequalityAversion::new(f64::NAN).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the aversion to inequality is NaN; give a number above 0, such as 0.5"
    );
}

/// ε = 1 is the limit, reached within the curvature of the index in ε.
#[test]
fn atkinson_is_continuous_at_one() {
    let proportions = Proportions::new(&[60, 30, 10], &[2, 1, 1]).unwrap();
    let at = |epsilon| atkinson(&proportions, InequalityAversion::new(epsilon).unwrap());
    for near in [1.0 - 1e-6, 1.0 + 1e-6] {
        assert!((at(near) - at(1.0)).abs() < 1e-6, "{}", at(near));
    }
    // 1 − exp(0.6 ln(5/6) + 0.3 ln(5/6) + 0.1 ln(5/2)) = 1 − (5/6)^0.9 · 2.5^0.1
    let by_hand = 1.0 - (5.0_f64 / 6.0).powf(0.9) * 2.5_f64.powf(0.1);
    assert!((at(1.0) - by_hand).abs() < 1e-14);
}

/// Votes and seats of up to a dozen lists, somebody having each.
fn some_election() -> impl Strategy<Value = (Vec<u64>, Vec<u32>)> {
    let list = (prop_oneof![1 => Just(0), 4 => 0..=1_000_u64, 1 => 0..=u64::MAX], 0..=90_u32);
    prop::collection::vec(list, 1..=12).prop_map(|lists| lists.into_iter().unzip()).prop_filter(
        "votes and seats",
        |(votes, seats): &(Vec<u64>, Vec<u32>)| {
            votes.iter().any(|&votes| votes > 0) && seats.iter().any(|&seats| seats > 0)
        },
    )
}

proptest! {
    /// One pass gives what the functions give one by one, bit by bit.
    #[test]
    fn the_main_indices_are_the_same((votes, seats) in some_election()) {
        let proportions = Proportions::new(&votes, &seats).unwrap();
        let all = Indices::of(&proportions);
        let mut main = MainIndices::default();
        main.fill(&proportions);
        for (one, other) in [
            (main.gallagher, all.gallagher),
            (main.loosemore_hanby, all.loosemore_hanby),
            (main.sainte_lague, all.sainte_lague),
            (main.dhondt, all.dhondt),
            (main.effective_votes, all.effective_votes),
            (main.effective_seats, all.effective_seats),
            (main.wasted_votes, all.wasted_votes),
        ] {
            prop_assert_eq!(one.to_bits(), other.to_bits(), "{} {}", one, other);
        }
    }

    /// The ranges of the catalogue, with room for a rounding error a list.
    #[test]
    fn every_index_is_in_its_range((votes, seats) in some_election()) {
        let indices = indices(&votes, &seats);
        let lists = 12.0;
        for index in catalogue() {
            let (low, high) = match index.name {
                "sainte-lague" => (0.0, f64::INFINITY),
                "dhondt" => (1.0, f64::INFINITY),
                "grofman" => (0.0, 2.0),
                "cox-shugart" => (f64::NEG_INFINITY, f64::INFINITY),
                "effective-votes" | "effective-seats" | "golosov-votes" | "golosov-seats" => (1.0, lists),
                _ => (0.0, 1.0),
            };
            let room = 4.0 * lists * f64::EPSILON;
            if let Some(value) = index.value(&indices) {
                prop_assert!((low - room..=high * (1.0 + room) + room).contains(&value), "{} {value}", index.name);
            }
        }
    }

    /// Seats in exact proportion: nothing is wrong with them.
    #[test]
    fn exact_proportion_is_nought(seats in prop::collection::vec(1..=60_u32, 2..=12), unit in 1..=1_u64 << 40) {
        let votes: Vec<u64> = seats.iter().map(|&seats| u64::from(seats) * unit).collect();
        let indices = indices(&votes, &seats);
        let room = 64.0 * f64::EPSILON;
        for index in catalogue() {
            let Some(value) = index.value(&indices) else { continue };
            let expected = match index.name {
                "rose" | "dhondt" | "cox-shugart" => 1.0,
                "effective-votes" | "effective-seats" => indices.effective_seats,
                "golosov-votes" | "golosov-seats" => indices.golosov_seats,
                _ => 0.0,
            };
            prop_assert!((value - expected).abs() <= room * 12.0, "{}: {value}", index.name);
        }
    }
}
