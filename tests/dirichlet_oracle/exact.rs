//! The oracle against closed forms, to ten digits.

use statrs::function::beta::beta_reg;

use crate::oracle::{NODES, Oracle};
use crate::uniform::{Uniform, choose};

/// Ten digits.
const DIGITS: f64 = 1e-10;

/// `found` to ten digits of `expected`, and to 10⁻¹⁵ where that is less: differences of probabilities
/// near 1 have no more.
fn assert_ten_digits(found: f64, expected: f64, what: &str) {
    let error = (found - expected).abs();
    assert!(error <= DIGITS * expected + 1e-15, "{what}: {found:e} instead of {expected:e}");
}

/// Step and first divisor of D'Hondt, Sainte-Laguë and the method that rounds up from 2/5.
const METHODS: [(usize, usize); 3] = [(1, 1), (2, 1), (5, 2)];

fn ones(lists: usize, (step, first): (usize, usize), seats: usize) -> (Oracle, Uniform) {
    let rounding = first as f64 / step as f64;
    let oracle = Oracle::new(&vec![1.0; lists], rounding, seats, NODES);
    (oracle, Uniform { lists, seats, step, first })
}

fn mean_and_variance(distribution: &[f64]) -> (f64, f64) {
    let moment = |power: i32| -> f64 {
        distribution.iter().enumerate().map(|(k, p)| (k as f64).powi(power) * p).sum()
    };
    (moment(1), moment(2) - moment(1).powi(2))
}

#[test]
fn closed_forms_are_those_worked_out_by_hand() {
    let sainte_lague = Uniform { lists: 3, seats: 10, step: 2, first: 1 };
    for (none, expected) in [8.0 / 399.0, 13.0 / 1330.0, 1.0 / 210.0].into_iter().enumerate() {
        assert_ten_digits(sainte_lague.vector(none), expected, "Sainte-Laguë");
    }
    let kurultai = |lists, step| Uniform { lists, seats: 145, step, first: 1 };
    for (lists, none, some) in [
        (3, 2.0 / 147.0, [0.755_102_041, 0.342_465_753, 0.196_533_408]),
        (4, 3.0 / 148.0, [0.510_204_082, 0.157_349_130, 0.069_052_278]),
        (5, 4.0 / 149.0, [0.325_297_904, 0.068_642_238, 0.023_171_906]),
    ] {
        assert_ten_digits(kurultai(lists, 1).list_has(0), none, "no seats");
        for (needed, expected) in [73, 97, 109].into_iter().zip(some) {
            let found = kurultai(lists, 1).some_list_has(needed);
            assert!((found - expected).abs() < 5.1e-10, "{lists} {needed}: {found}");
        }
    }
    for (lists, given) in [(3, 37.0 / 147.0), (4, 25.0 / 196.0), (5, 475.0 / 7301.0)] {
        let some = kurultai(lists, 1).some_list_has(73);
        assert_ten_digits(some / lists as f64, given, "a given list has 73");
    }
    for (lists, some) in [(3, 0.750_008_918), (4, 0.500_035_672), (5, 0.312_566_883)] {
        let found = kurultai(lists, 2).some_list_has(73);
        assert!((found - some).abs() < 5.1e-10, "{lists}: {found}");
    }
}

#[test]
fn every_vector_of_a_small_house() {
    for method in METHODS {
        let (oracle, uniform) = ones(3, method, 10);
        let mut sum = 0.0;
        for first in 0..=10 {
            for second in 0..=10 - first {
                let vector = [first, second, 10 - first - second];
                let none = vector.iter().filter(|&&seats| seats == 0).count();
                let found = oracle.vector(&vector);
                let what = format!("{method:?}, {vector:?}");
                assert_ten_digits(found, uniform.vector(none), &what);
                sum += found;
            }
        }
        assert_ten_digits(sum, 1.0, "all vectors");
    }
}

#[test]
fn uniform_votes() {
    for (lists, seats) in [(3, 145), (4, 145), (5, 145), (7, 145), (3, 10), (7, 10)] {
        for method in METHODS {
            let (oracle, uniform) = ones(lists, method, seats);
            let what = format!("m = {lists}, N = {seats}, {method:?}");
            let marginals = oracle.marginals();
            for marginal in [&marginals[0], &marginals[lists - 1]] {
                for (held, &found) in marginal.iter().enumerate() {
                    let what = format!("{what}: {held} seats");
                    assert_ten_digits(found, uniform.list_has(held), &what);
                }
            }
            for (with, &found) in oracle.lists_with_seats().iter().enumerate() {
                let what = format!("{what}: {with} lists with seats");
                assert_ten_digits(found, uniform.lists_with_seats(with), &what);
            }
            let majority = oracle.some_list_has(seats / 2 + 1);
            assert_ten_digits(majority, uniform.some_list_has(seats / 2 + 1), &what);
            // A coalition of all but one is the rest of the house.
            let others = oracle.coalition(&(1..lists).collect::<Vec<_>>());
            for (held, &found) in others.iter().rev().enumerate() {
                assert_ten_digits(found, uniform.list_has(held), &what);
            }
        }
    }
}

/// D'Hondt: all of C(N + m − 1, m − 1) vectors are equally likely.
#[test]
fn dhondt_on_uniform_votes() {
    for lists in [3, 4, 5] {
        let (oracle, _) = ones(lists, (1, 1), 145);
        let m = lists as f64;
        let mut vector = vec![0; lists];
        (vector[0], vector[lists - 1]) = (100, 45);
        let equally = 1.0 / choose(145 + lists - 1, lists - 1);
        assert_ten_digits(oracle.vector(&vector), equally, "a seat vector");
        for needed in [73, 97, 109] {
            let expected = m * choose(145 - needed + lists - 1, lists - 1) * equally;
            assert_ten_digits(oracle.some_list_has(needed), expected, "some list has a majority");
        }
        let (mean, variance) = mean_and_variance(&oracle.marginals()[1]);
        assert_ten_digits(mean, 145.0 / m, "mean");
        let expected = 145.0 * (145.0 + m) * (m - 1.0) / (m * m * (m + 1.0));
        assert_ten_digits(variance, expected, "variance");
        // Two lists have k seats in k + 1 ways, the others the rest.
        for (held, &found) in oracle.coalition(&[0, 1]).iter().enumerate() {
            let others = choose(145 - held + lists - 3, lists - 3);
            let others = if lists == 3 { 1.0 } else { others };
            let expected = (held + 1) as f64 * others * equally;
            assert_ten_digits(found, expected, "two lists");
        }
    }
}

/// Of two lists the first has at least k seats if X/(k − 1 + r) >= Y/(N − k + r): whatever α is, its
/// share is at least (k − 1 + r)/(N − 1 + 2r), which is a beta probability.
#[test]
fn two_lists_of_any_strength() {
    for alphas in [[520.0, 480.0], [0.3, 0.8], [3.0, 40.0], [1.0, 0.1]] {
        for (rounding, seats) in [(1.0, 145), (0.5, 145), (0.4, 10)] {
            let oracle = Oracle::new(&alphas, rounding, seats, NODES);
            let marginal = &oracle.marginals()[0];
            for needed in 1..=seats {
                let found: f64 = marginal[needed..].iter().sum();
                let share =
                    (needed as f64 - 1.0 + rounding) / (seats as f64 - 1.0 + 2.0 * rounding);
                // The other side of 1/2 if that is less, so that nothing cancels.
                let expected = beta_reg(alphas[1], alphas[0], 1.0 - share);
                let what = format!("{alphas:?}, r = {rounding}: {needed} of {seats}");
                assert_ten_digits(found, expected, &what);
            }
        }
    }
    for rounding in [1.0, 0.5, 0.4] {
        let oracle = Oracle::new(&[520.0, 480.0], rounding, 145, NODES);
        let majority: f64 = oracle.marginals()[0][73..].iter().sum();
        assert!((majority - 0.897_173_164_2).abs() < 5.1e-11, "r = {rounding}: {majority}");
    }
}

/// Convergence: for the α of the 2023 election, below 1, and of mixed size.
#[test]
fn twice_as_many_nodes_change_nothing() {
    let shares = crate::SHARES_2023.map(|share| 1000.0 * share).to_vec();
    for (alphas, rounding, seats) in [
        (shares.clone(), 1.0, 145),
        (shares, 0.5, 10),
        (vec![0.3, 0.5, 0.7, 0.9], 0.4, 145),
        (vec![0.2, 1.0, 3.0, 10.0, 40.0], 1.0, 10),
    ] {
        let [coarse, fine] = [NODES, 2 * NODES].map(|n| Oracle::new(&alphas, rounding, seats, n));
        let distributions = |oracle: &Oracle| {
            let mut distributions = oracle.marginals();
            distributions.push(oracle.coalition(&[0, 2]));
            distributions.push(oracle.lists_with_seats());
            distributions
        };
        for (coarse, fine) in distributions(&coarse).iter().zip(&distributions(&fine)) {
            assert_ten_digits(fine.iter().sum(), 1.0, "a distribution");
            for (&coarse, &fine) in coarse.iter().zip(fine) {
                assert_ten_digits(coarse, fine, &format!("{alphas:?}, r = {rounding}"));
            }
        }
        let means = fine.marginals().iter().map(|list| mean_and_variance(list).0).sum();
        assert_ten_digits(means, seats as f64, "the seats of the house");
    }
}
