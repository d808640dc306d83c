//! What each method promises, as properties; and what it does not, as published counter-examples.
//!
//! Balinski and Young, *Fair Representation* (2nd ed. 2001), appendix A; Pukelsheim,
//! *Proportional Representation* (2nd ed. 2017), chapters 4, 9 and 11.

mod axiom;
#[allow(dead_code, reason = "other tests use the rest")]
mod case;
mod denied;
#[allow(dead_code, reason = "other tests use the rest")]
mod published;
#[allow(dead_code, reason = "other tests use the rest")]
mod random;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;

use proptest::prelude::*;

use axiom::{
    assert_house_monotone, assert_lower_quota, assert_order_of_votes, assert_tie_is_served,
    assert_upper_quota, at_most, quota, reordered, total,
};
use case::{Case, as_outcome};
use published::vector_named;
use reference::{Outcome, Undecided};

use kurultai::apportionment::{Axiom, Method};
use random::METHODS;

/// The methods of the random cases that the catalogue says to keep an axiom.
fn keeping(axiom: Axiom) -> Vec<&'static str> {
    let keeps = |name: &&str| name.parse::<Method>().is_ok_and(|method| method.keeps(axiom));
    METHODS.into_iter().filter(keeps).collect()
}

/// The library's answer, or none where the quota refuses.
fn answer(method: &str, votes: &[u64], seats: u32) -> Option<Outcome> {
    Case::new(method, votes, seats).library().ok().as_ref().map(as_outcome)
}

/// The library's answer where there is one.
fn outcome(method: &str, votes: &[u64], seats: u32) -> Outcome {
    let case = Case::new(method, votes, seats);
    let answer = case.library();
    as_outcome(&answer.unwrap_or_else(|error| panic!("{case}: {error}")))
}

/// Votes of up to twelve lists, at least one of them with a vote: small numbers that tie often,
/// multiples of a common number, election sizes, and all of u64.
fn some_votes() -> impl Strategy<Value = Vec<u64>> {
    let up_to = |most: u64| prop::collection::vec(0..=most, 1..=12);
    let multiples = (prop::collection::vec(0..=40_u64, 1..=12), 1..=u64::MAX / 40)
        .prop_map(|(factors, unit)| factors.into_iter().map(|factor| factor * unit).collect());
    prop_oneof![
        2 => up_to(12),
        2 => up_to(1_000),
        1 => multiples,
        2 => up_to(5_000_000),
        1 => up_to(u64::MAX),
    ]
    .prop_filter("a list with votes", |votes: &Vec<u64>| total(votes) > 0)
}

fn some_seats() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 0..=20_u32, 2 => 0..=200_u32, 1 => 0..=1_000_u32]
}

fn any_method() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&METHODS[..])
}

fn method_with(axiom: Axiom) -> impl Strategy<Value = &'static str> {
    prop::sample::select(keeping(axiom))
}

/// Population monotonicity belongs to the divisor methods and no others (Balinski and Young 2001,
/// theorem 4.3).
fn divisor_method() -> impl Strategy<Value = &'static str> {
    method_with(Axiom::PopulationMonotone)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 10_000,
        max_global_rejects: 100_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// The names and the order of the lists do not matter: a permutation permutes seats and ties.
    #[test]
    fn anonymity(
        method in any_method(),
        (votes, order) in some_votes().prop_flat_map(|votes| {
            let order: Vec<usize> = (0..votes.len()).collect();
            (Just(votes), Just(order).prop_shuffle())
        }),
        seats in some_seats(),
    ) {
        let Some(straight) = answer(method, &votes, seats) else { return Ok(()) };
        let shuffled_votes: Vec<u64> = order.iter().map(|&list| votes[list]).collect();
        let shuffled = outcome(method, &shuffled_votes, seats);
        prop_assert_eq!(reordered(&straight, &order), shuffled);
    }

    /// Only the proportions of the votes matter, not their scale.
    #[test]
    fn homogeneity(method in any_method(), votes in some_votes(), seats in some_seats(), by in 2..=1_000_003_u64) {
        // Droop's quota and Slovakia's are whole numbers of votes.
        prop_assume!(!["droop", "hagenbach-bischoff:rounded"].contains(&method));
        let most = *votes.iter().max().unwrap();
        let by = by.min(u64::MAX / most).max(1);
        let scaled: Vec<u64> = votes.iter().map(|votes| votes * by).collect();
        prop_assert_eq!(answer(method, &votes, seats), answer(method, &scaled, seats));
    }

    /// All seats are handed out or open, nobody without votes is served.
    #[test]
    fn every_seat_is_accounted_for(method in any_method(), votes in some_votes(), seats in some_seats()) {
        let Some(outcome) = answer(method, &votes, seats) else { return Ok(()) };
        let open: u32 = outcome.ties.iter().map(|tie| tie.open_seats).sum();
        prop_assert_eq!(outcome.certain.iter().sum::<u32>() + open, seats);
        for (list, &most) in at_most(&outcome).iter().enumerate() {
            prop_assert!(votes[list] > 0 || most == 0);
        }
    }

    /// A list without votes changes nothing for the others.
    #[test]
    fn a_list_without_votes_changes_nothing(method in any_method(), votes in some_votes(), seats in some_seats()) {
        let mut longer = votes.clone();
        longer.push(0);
        let Some(mut expected) = answer(method, &votes, seats) else { return Ok(()) };
        expected.certain.push(0);
        prop_assert_eq!(expected, outcome(method, &longer, seats));
    }

    /// Votes that divide exactly into seats are served exactly.
    #[test]
    fn exactness(method in any_method(), ideal in prop::collection::vec(0..=60_u32, 1..=12), unit in 1..=1_u64 << 57) {
        // Quotas below V/N, and signposts outside s to s + 1, are not exact.
        prop_assume!(![
            "droop", "hagenbach-bischoff", "hagenbach-bischoff:rounded", "imperiali",
            "imperiali-divisor", "macau", "modified-sainte-lague:2.999999999",
        ].contains(&method));
        prop_assume!(ideal.iter().any(|&seats| seats > 0));
        let votes: Vec<u64> = ideal.iter().map(|&seats| u64::from(seats) * unit).collect();
        let exact = Outcome { certain: ideal.clone(), ties: Vec::new() };
        prop_assert_eq!(outcome(method, &votes, ideal.iter().sum()), exact);
    }

    /// A list with more votes is never behind one with fewer, whoever draws the lots; lists with
    /// equal votes are treated alike.
    #[test]
    fn order_of_votes_is_kept(method in any_method(), votes in some_votes(), seats in some_seats()) {
        let Some(outcome) = answer(method, &votes, seats) else { return Ok(()) };
        assert_order_of_votes(&votes, &outcome);
    }

    /// A larger house takes no seat from any list, seat by seat: neither a certain one nor one
    /// that a lot could give. A tie stays the same tie until all in it are served.
    #[test]
    fn house_monotonicity_of_divisor_methods(method in divisor_method(), votes in some_votes(), seats in some_seats()) {
        let smaller = outcome(method, &votes, seats);
        let larger = outcome(method, &votes, seats + 1);
        assert_house_monotone(&smaller, &larger);
        assert_tie_is_served(&smaller, &larger);
    }

    /// More votes for one list alone never cost it a seat.
    #[test]
    fn vote_monotonicity_of_divisor_methods(
        method in divisor_method(),
        (votes, list) in some_votes().prop_flat_map(|votes| { let lists = votes.len(); (Just(votes), 0..lists) }),
        more in prop_oneof![0..=3_u64, 0..=5_000_000_u64],
        seats in some_seats(),
    ) {
        let mut after = votes.clone();
        after[list] = after[list].saturating_add(more);
        let (before, after) = (outcome(method, &votes, seats), outcome(method, &after, seats));
        prop_assert!(before.certain[list] <= after.certain[list]);
        prop_assert!(at_most(&before)[list] <= at_most(&after)[list]);
    }

    /// The population monotonicity that Hare lacks: no list that grew loses a seat for certain to
    /// one that shrank.
    #[test]
    fn population_monotonicity_of_divisor_methods(
        method in divisor_method(),
        (before, after) in some_votes().prop_flat_map(|votes| {
            let after: Vec<_> = votes.iter().map(|&votes| prop_oneof![
                Just(votes), votes / 10 * 9..=votes, votes..=votes.saturating_add(votes / 10),
            ]).collect();
            (Just(votes), after)
        }),
        seats in some_seats(),
    ) {
        prop_assume!(total(&after) > 0);
        let (first, second) = (outcome(method, &before, seats), outcome(method, &after, seats));
        for grew in (0..before.len()).filter(|&list| after[list] > before[list]) {
            for shrank in (0..before.len()).filter(|&list| after[list] < before[list]) {
                let lost = at_most(&second)[grew] < first.certain[grew];
                let won = second.certain[shrank] > at_most(&first)[shrank];
                prop_assert!(!(lost && won), "{:?} -> {:?}", first, second);
            }
        }
    }

    /// Every part of a divisor method's result is that method's result for the part (coherence).
    #[test]
    fn coherence_of_divisor_methods(
        method in divisor_method(),
        (votes, gone) in some_votes().prop_flat_map(|votes| { let lists = votes.len(); (Just(votes), 0..lists) }),
        seats in some_seats(),
    ) {
        let whole = outcome(method, &votes, seats);
        prop_assume!(whole.ties.iter().all(|tie| !tie.lists.contains(&gone)));
        let mut rest = votes.clone();
        rest[gone] = 0;
        prop_assume!(total(&rest) > 0);
        let part = outcome(method, &rest, seats - whole.certain[gone]);
        let mut expected = whole;
        expected.certain[gone] = 0;
        prop_assert_eq!(expected, part);
    }

    /// No list has fewer seats than its ideal share rounded down, whatever the lot.
    #[test]
    fn lower_quota(method in method_with(Axiom::LowerQuota), votes in some_votes(), seats in some_seats()) {
        let Some(outcome) = answer(method, &votes, seats) else { return Ok(()) };
        assert_lower_quota(&votes, seats, &outcome);
    }

    /// No list has more seats than its ideal share rounded up, whatever the lot.
    #[test]
    fn upper_quota(method in method_with(Axiom::UpperQuota), votes in some_votes(), seats in some_seats()) {
        let Some(outcome) = answer(method, &votes, seats) else { return Ok(()) };
        assert_upper_quota(&votes, seats, &outcome);
    }

    /// Droop keeps the lower quota once votes are not few.
    #[test]
    fn lower_quota_of_droop(votes in some_votes(), seats in some_seats()) {
        prop_assume!(total(&votes) >= u128::from(seats) * u128::from(seats + 1));
        let Some(outcome) = answer("droop", &votes, seats) else { return Ok(()) };
        assert_lower_quota(&votes, seats, &outcome);
    }

    /// Everybody with votes is served where there are as many seats as lists.
    #[test]
    fn every_list_is_served(method in method_with(Axiom::EveryListServed), votes in some_votes(), seats in 12..=200_u32) {
        let outcome = outcome(method, &votes, seats);
        for (&certain, &votes) in outcome.certain.iter().zip(&votes) {
            prop_assert_eq!(certain > 0, votes > 0, "{}", method);
        }
    }

    /// The quota method is house monotone, list by list.
    #[test]
    fn house_monotonicity_of_the_quota_method(votes in some_votes(), seats in some_seats()) {
        let smaller = outcome("balinski-young", &votes, seats);
        let larger = outcome("balinski-young", &votes, seats + 1);
        assert_house_monotone(&smaller, &larger);
    }

    /// Sainte-Laguë keeps the quota among up to three lists.
    #[test]
    fn quota_rule_of_sainte_lague_for_three_lists(votes in some_votes(), seats in some_seats()) {
        let votes = &votes[..votes.len().min(3)];
        prop_assume!(total(votes) > 0);
        let outcome = outcome("sainte-lague", votes, seats);
        for (list, &most) in at_most(&outcome).iter().enumerate() {
            let (down, up) = quota(votes, list, seats);
            prop_assert!(down <= outcome.certain[list] && most <= up);
        }
    }

    /// Two lists that merge lose nothing.
    #[test]
    fn merging_pays(method in method_with(Axiom::MergersPay), votes in prop::collection::vec(1..=5_000_000_u64, 2..=12), seats in some_seats()) {
        let apart = outcome(method, &votes, seats);
        let mut merged = votes.clone();
        merged[0] += std::mem::take(&mut merged[1]);
        let together = outcome(method, &merged, seats);
        prop_assert!(together.certain[0] >= apart.certain[0] + apart.certain[1], "{}", method);
    }

    /// With two lists Hare and Sainte-Laguë are the same method.
    #[test]
    fn two_lists_make_hare_and_sainte_lague_one(votes in some_votes(), seats in some_seats()) {
        let votes = &votes[..votes.len().min(2)];
        prop_assume!(total(votes) > 0);
        prop_assert_eq!(outcome("hare", votes, seats), outcome("sainte-lague", votes, seats));
    }
}

/// House sizes from the case's to `to` at which a seat more costs some list a certain seat.
fn alabama(case: &Case, to: u32) -> Vec<u32> {
    (case.seats..to)
        .filter(|&seats| {
            let at = |seats| {
                let case = Case { seats, ..case.clone() };
                as_outcome(&case.library().expect("an answer"))
            };
            let (smaller, larger) = (at(seats), at(seats + 1));
            (0..case.votes.len()).any(|list| at_most(&larger)[list] < smaller.certain[list])
        })
        .collect()
}

#[test]
fn hare_has_the_alabama_paradox() {
    for (id, to, paradoxes) in [
        ("alabama_lippman10", 11, vec![10]),
        ("alabama_small25", 26, vec![25]),
        ("hdv2b_43", 44, vec![43]),
        ("us1880_299", 300, vec![299]),
    ] {
        let mut case = vector_named(id).case;
        assert_eq!(alabama(&case, to), paradoxes, "{id}");
        for method in keeping(Axiom::HouseMonotone) {
            case.method = method.to_owned();
            assert_eq!(alabama(&case, to), [0; 0], "{id} under {method}");
        }
    }
}

/// Alabama itself, with the seat every state is sure of: 8 of 299, 7 of 300.
#[test]
fn alabama_loses_a_seat_in_a_larger_house() {
    let seats = |id| vector_named(id).case.library().unwrap().seats[0];
    assert_eq!((seats("us1880_299"), seats("us1880_300")), (8, 7));
    // Without that seat it has 8 in both.
    let votes = vector_named("us1880_299").case.votes;
    let without = |seats| outcome("hare", &votes, seats).certain[0];
    assert_eq!((without(299), without(300)), (8, 8));
}

/// All three grow; the second grows faster than the first, and loses a seat to it.
#[test]
fn hare_has_the_population_paradox() {
    let before = vector_named("alabama_lippman11").case;
    let after = vector_named("population_lippman11").case;
    assert_eq!(before.seats, after.seats);
    let growth = |list: usize| (after.votes[list] * 1_000) / before.votes[list];
    assert!(growth(1) > growth(0) && growth(0) > 1_000);
    assert_eq!(before.library().unwrap().seats, [0, 3, 8]);
    assert_eq!(after.library().unwrap().seats, [1, 2, 8]);
}

/// Oklahoma comes in with its fair five seats, and New York loses one to Maine.
#[test]
fn hare_has_the_new_states_paradox() {
    let before = vector_named("newstates1907_before").case;
    let after = vector_named("newstates1907_after").case;
    let (first, second) = (before.library().unwrap(), after.library().unwrap());
    let lists = before.votes.len();
    assert_eq!(after.seats - before.seats, second.seats[lists]);
    let changed: Vec<(usize, u32, u32)> = (0..lists)
        .map(|list| (list, first.seats[list], second.seats[list]))
        .filter(|(_, before, after)| before != after)
        .collect();
    // 15 is Maine, 27 New York.
    let (maine, new_york) = (15, 27);
    assert_eq!(changed.iter().find(|change| change.0 == new_york), Some(&(new_york, 38, 37)));
    assert!(changed.contains(&(maine, 3, 4)), "{changed:?}");
}

/// D'Hondt breaks the upper quota: 64 seats for an ideal share of 62.3.
#[test]
fn dhondt_breaks_the_upper_quota() {
    let case = vector_named("quota_violation_dhondt").case;
    let (_, up) = quota(&case.votes, 0, case.seats);
    assert_eq!((case.library().unwrap().seats[0], up), (64, 63));
}

/// Sainte-Laguë breaks the quota among four lists, below (2 seats for an ideal share of 3.04) and
/// above (4 for 2.8).
#[test]
fn sainte_lague_breaks_the_quota() {
    let first = |votes: &[u64], seats| {
        let (down, up) = quota(votes, 0, seats);
        (down, outcome("sainte-lague", votes, seats).certain[0], up)
    };
    assert_eq!(first(&[28, 6, 6, 6], 5), (3, 2, 4));
    assert_eq!(first(&[43, 6, 6, 6], 4), (2, 4, 3));
}

/// Balinski and Young gave up population monotonicity for the quota: this pins one case of it.
#[test]
fn the_quota_method_is_not_coherent() {
    let whole = outcome("balinski-young", &[720, 720, 120, 120], 8);
    let ties = [vec![0, 1], vec![2, 3]].map(|lists| Undecided { lists, open_seats: 1 });
    assert_eq!(whole, Outcome { certain: vec![3, 3, 0, 0], ties: ties.to_vec() });
    // Without the last list, which has one seat or none, the others' ties are gone or not the same.
    assert_ne!(outcome("balinski-young", &[720, 720, 120], 8).ties, whole.ties[..1]);
}
