//! Coalitions and power against published values and against all subsets.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

mod subsets;

use std::time::{Duration, Instant};

use kurultai::apportionment::Fraction;
use kurultai::measures::coalitions::{
    MinimalWinning, Senses, blocking_quota, coalition_seats, count_minimal_winning,
    critical_members,
};
use kurultai::measures::power::{MAX_POWER_LISTS, PowerCount, PowerError, banzhaf, shapley_shubik};
use proptest::prelude::*;

fn fractions(text: &str) -> Vec<Fraction> {
    let fraction = |text: &str| {
        let (over, under) = text.split_once('/').unwrap_or((text, "1"));
        Fraction::new(over.parse().unwrap(), under.parse().unwrap())
    };
    text.split(' ').map(fraction).collect()
}

fn sorted(coalitions: impl Iterator<Item = Vec<usize>>) -> Vec<Vec<usize>> {
    let mut sorted: Vec<_> = coalitions
        .map(|mut members| {
            members.sort_unstable();
            members
        })
        .collect();
    sorted.sort();
    sorted
}

/// METHODS.md 6; the last house is that of the 2023 list votes by D'Hondt.
#[test]
fn published_power() {
    for (quota, seats, normalised, pivotal) in [
        (51, &[50, 49, 1][..], "3/5 1/5 1/5", "2/3 1/6 1/6"),
        (12, &[4, 4, 4, 2, 2, 1], "5/21 5/21 5/21 1/7 1/7 0", "7/30 7/30 7/30 3/20 3/20 0"),
        (
            97,
            &[84, 17, 13, 13, 10, 8],
            "29/40 3/40 3/40 3/40 1/40 1/40",
            "23/30 1/15 1/15 1/15 1/60 1/60",
        ),
    ] {
        assert_eq!(banzhaf(seats, quota).unwrap().normalised(), fractions(normalised), "{seats:?}");
        assert_eq!(shapley_shubik(seats, quota).unwrap(), fractions(pivotal), "{seats:?}");
    }
}

/// Forty lists with 25 seats each: any 21 are a minimal majority of 1,000. Each list swings where 20 of the
/// other 39 are in, C(39, 20) times, and by symmetry has 1/40 of both indices.
#[test]
fn forty_lists_are_counted_exactly_and_at_once() {
    let (seats, start) = ([25; 40], Instant::now());
    assert_eq!(count_minimal_winning(&seats, 501), Some(131_282_408_400));
    assert_eq!(MinimalWinning::new(&seats, 501).take(10_000).count(), 10_000);
    let power = banzhaf(&seats, 501).unwrap();
    assert_eq!(power.swings(), [68_923_264_410; 40]);
    assert_eq!(power.normalised(), [Fraction::new(1, 40); 40]);
    assert_eq!(shapley_shubik(&seats, 501).unwrap(), [Fraction::new(1, 40); 40]);
    // A walk through all subsets would take years.
    assert!(start.elapsed() < Duration::from_secs(60));
}

/// At the bound: 80 equal lists in a house of 10,000 seats. C(79, 40) swings each.
#[test]
fn eighty_lists_fit_and_eighty_one_are_refused() {
    let power = banzhaf(&[125; MAX_POWER_LISTS], 5_001).unwrap();
    assert_eq!(power.swings()[79], 53_753_604_366_668_088_230_810);
    let pivotal = shapley_shubik(&[125; MAX_POWER_LISTS], 5_001).unwrap();
    assert_eq!(pivotal, [Fraction::new(1, 80); MAX_POWER_LISTS]);

    let refused = banzhaf(&[1; MAX_POWER_LISTS + 1], 41).unwrap_err();
    assert_eq!(refused, PowerError::TooManyLists(81));
    assert_eq!(
        refused.to_string(),
        "81 lists have seats; power indices are counted exactly for at most 80 of them"
    );
    // Lists without seats are no burden.
    let mut many = vec![0; 1_000];
    many[500..503].copy_from_slice(&[50, 49, 1]);
    assert_eq!(shapley_shubik(&many, 51).unwrap()[500..503], fractions("2/3 1/6 1/6"));
}

/// All 145 seats by one list; a quota nobody reaches; nobody at all.
#[test]
fn edges_of_the_house() {
    assert_eq!(shapley_shubik(&[0, 145, 0], 73).unwrap(), fractions("0 1 0"));
    assert_eq!(MinimalWinning::new(&[0, 145, 0], 73).collect::<Vec<_>>(), [[1]]);
    for (seats, quota) in [(&[40, 30][..], 71), (&[40, 30], u32::MAX), (&[], 1), (&[0, 0], 1)] {
        assert_eq!(MinimalWinning::new(seats, quota).count(), 0);
        assert_eq!(count_minimal_winning(seats, quota), Some(0));
        assert_eq!(banzhaf(seats, quota).unwrap().swings(), vec![0; seats.len()]);
        assert_eq!(shapley_shubik(seats, quota).unwrap(), vec![Fraction::new(0, 1); seats.len()]);
    }
    assert_eq!(blocking_quota(70, 71), None);
    assert_eq!(MinimalWinning::new(&[3, 2], 0).collect::<Vec<_>>(), [Vec::<usize>::new()]);
    assert_eq!(count_minimal_winning(&[3, 2], 0), Some(1));
    // 201 lists: more minimal coalitions, C(201, 101), than u128 can count, and still the first of them.
    assert_eq!(count_minimal_winning(&[1; 201], 101), None);
    assert_eq!(MinimalWinning::new(&[1; 201], 101).next(), Some((0..101).collect()));
}

/// A house of up to nine lists, and a number of seats from 1 to one more than there are.
fn some_house() -> impl Strategy<Value = (Vec<u32>, u32)> {
    let lists = prop_oneof![
        prop::collection::vec(0..=4_u32, 1..=9),
        prop::collection::vec(0..=60_u32, 1..=9)
    ];
    lists.prop_flat_map(|seats| {
        let all = seats.iter().sum::<u32>();
        (Just(seats), 1..=all + 1)
    })
}

/// A house and some of its lists.
fn some_coalition() -> impl Strategy<Value = (Vec<u32>, u32, Vec<usize>)> {
    some_house().prop_flat_map(|(seats, quota)| {
        let lists: Vec<usize> = (0..seats.len()).collect();
        let members = prop::sample::subsequence(lists, 1..=seats.len());
        (Just(seats), Just(quota), members)
    })
}

proptest! {
    #[test]
    fn minimal_coalitions_are_those_among_all_subsets((seats, quota) in some_house()) {
        let expected = sorted(subsets::minimal_winning(&seats, quota).into_iter());
        prop_assert_eq!(sorted(MinimalWinning::new(&seats, quota)), expected.clone());
        prop_assert_eq!(count_minimal_winning(&seats, quota), Some(expected.len() as u128));
    }

    #[test]
    fn a_set_blocks_where_the_others_do_not_win((seats, quota) in some_house()) {
        let all = seats.iter().sum();
        let found = blocking_quota(all, quota).map(|blocking| sorted(MinimalWinning::new(&seats, blocking)));
        // Where nobody can win, the empty set blocks.
        let expected = sorted(subsets::minimal_blocking(&seats, quota).into_iter());
        prop_assert_eq!(found.unwrap_or_else(|| vec![Vec::new()]), expected);
    }

    #[test]
    fn the_largest_lists_come_first((seats, quota) in some_house()) {
        let coalitions: Vec<_> = MinimalWinning::new(&seats, quota).collect();
        for members in &coalitions {
            prop_assert!(members.is_sorted_by_key(|&list| (u32::MAX - seats[list], list)));
        }
        let by_size = |members: &Vec<usize>| -> Vec<_> {
            members.iter().map(|&list| (u32::MAX - seats[list], list)).collect()
        };
        prop_assert!(coalitions.is_sorted_by_key(by_size));
    }

    #[test]
    fn power_is_that_of_all_subsets_and_orders((seats, quota) in some_house()) {
        let lists = seats.len();
        let mut count = PowerCount::default();
        count.count(&seats, quota).unwrap();
        let banzhaf = count.banzhaf();
        // Sets over all lists, those without seats too, which doubles swings and sets alike.
        let swings: Vec<_> = (0..lists).map(|list| subsets::swings(&seats, quota, list)).collect();
        let all = swings.iter().sum::<u128>().max(1);
        let over = |whole: u128| swings.iter().map(|&swings| Fraction::new(swings, whole)).collect::<Vec<_>>();
        prop_assert_eq!(banzhaf.normalised(), over(all));
        prop_assert_eq!(banzhaf.absolute(), over(1 << (lists - 1)));
        if lists <= 7 {
            let orders: u128 = (1..=lists as u128).product();
            let pivots = subsets::pivots(&seats, quota);
            let expected: Vec<_> = pivots.into_iter().map(|pivots| Fraction::new(pivots, orders)).collect();
            prop_assert_eq!(count.shapley_shubik(), expected);
        }
    }

    /// Up to forty lists and a thousand seats: every order has exactly one pivot, and nothing overflows.
    #[test]
    fn pivots_fill_all_orders(seats in prop::collection::vec(0..=25_u32, 1..=40), part in 0..=100_u32) {
        let all: u32 = seats.iter().sum();
        prop_assume!(all > 0);
        let quota = (all * part / 100).max(1);
        let mut count = PowerCount::default();
        count.count(&seats, quota).unwrap();
        prop_assert_eq!(count.pivots().iter().sum::<u128>(), count.orders());
        let (mut normalised, mut pivotal) = (vec![0.0; seats.len()], vec![0.0; seats.len()]);
        count.write(&mut normalised, &mut pivotal);
        // Each of up to 40 values is rounded once, and so is each sum so far: below 80 · 2^-53.
        for sum in [normalised.iter().sum::<f64>(), pivotal.iter().sum()] {
            prop_assert!((sum - 1.0).abs() < 80.0 * f64::EPSILON);
        }
    }

    /// Memory used again changes nothing.
    #[test]
    fn a_count_forgets_the_last_one((first, quota) in some_house(), (second, other) in some_house()) {
        let mut count = PowerCount::default();
        count.count(&first, quota).unwrap();
        count.count(&second, other).unwrap();
        prop_assert_eq!(count.shapley_shubik(), shapley_shubik(&second, other).unwrap());
        prop_assert_eq!(count.banzhaf(), banzhaf(&second, other).unwrap());
    }

    #[test]
    fn senses_and_critical_members_by_their_words((seats, quota, members) in some_coalition()) {
        let sum = |members: &[usize]| coalition_seats(&seats, members);
        let without = |left: usize| -> Vec<usize> { members.iter().copied().filter(|&list| list != left).collect() };
        let wins = sum(&members) >= quota;
        let senses = Senses::of(&seats, &members, quota);
        prop_assert_eq!(senses.wins, wins);
        prop_assert_eq!(senses.wins_together, wins && members.iter().all(|&list| seats[list] > 0));
        prop_assert_eq!(senses.minimal, subsets::minimal_winning(&seats, quota).contains(&members));
        let critical: Vec<usize> =
            members.iter().copied().filter(|&list| wins && sum(&without(list)) < quota).collect();
        prop_assert_eq!(critical_members(&seats, &members, quota), critical.clone());
        prop_assert_eq!(senses.minimal, critical == members);
    }
}
