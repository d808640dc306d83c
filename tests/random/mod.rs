//! Random cases, most of them made to be difficult. Case `n` is always the same case.

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::case::Case;

/// The methods, families with several members each.
pub(crate) const METHODS: [&str; 34] = [
    "dhondt",
    "sainte-lague",
    "hare",
    "modified-sainte-lague",
    "modified-sainte-lague:1.2",
    "modified-sainte-lague:1/3",
    "modified-sainte-lague:2.999999999",
    "adams",
    "dean",
    "huntington-hill",
    "danish",
    "imperiali-divisor",
    "macau",
    "stationary:0",
    "stationary:1/3",
    "stationary:0.5",
    "stationary:0.999999999",
    "stationary:1",
    "power-mean:-inf",
    "power-mean:-8",
    "power-mean:-2",
    "power-mean:-1",
    "power-mean:0",
    "power-mean:1",
    "power-mean:2",
    "power-mean:3",
    "power-mean:8",
    "power-mean:inf",
    "droop",
    "hagenbach-bischoff",
    "hagenbach-bischoff:rounded",
    "imperiali",
    "hare-strongest",
    "balinski-young",
];

/// How many cases to run: `KURULTAI_CASES`, or 100,000.
pub(crate) fn cases() -> u64 {
    cases_or(100_000)
}

/// How many cases to run: `KURULTAI_CASES`, or so many.
pub(crate) fn cases_or(usual: u64) -> u64 {
    match std::env::var("KURULTAI_CASES") {
        Ok(text) => text.parse().expect("KURULTAI_CASES must be a whole number of cases"),
        Err(_) => usual,
    }
}

/// The case of this number.
pub(crate) fn case(number: u64) -> Case {
    case_from(&mut ChaCha8Rng::seed_from_u64(number))
}

/// A case from these random numbers.
pub(crate) fn case_from(rng: &mut impl Rng) -> Case {
    if rng.random_bool(0.05) {
        return everybody_on_the_edge(rng);
    }
    let method = METHODS[rng.random_range(0..METHODS.len())];
    let lists =
        if rng.random_bool(0.5) { rng.random_range(1..=6) } else { rng.random_range(1..=40) };
    let seats = match rng.random_range(0..20) {
        0..8 => rng.random_range(0..=12),
        8..14 => rng.random_range(0..=145),
        _ => rng.random_range(0..=1_000),
    };
    let mut votes = votes(rng, lists, seats);
    if rng.random_bool(0.2) {
        let without = [0.1, 0.5, 0.9][rng.random_range(0..3)];
        for votes in &mut votes {
            if rng.random_bool(without) {
                *votes = 0;
            }
        }
    }
    let floors = floors(rng, lists, seats);
    Case { method: method.to_owned(), votes, floors, seats }
}

/// Every list stands within a few votes of its next seat, at the very multiplier that a program
/// which rounds shares of the house tries first: half of a rounding error decides who is up, who
/// down, and only exact exchanges of seats repair that.
fn everybody_on_the_edge(rng: &mut impl Rng) -> Case {
    let lists = 2 * rng.random_range(1..=8);
    let factors: Vec<u64> = each(lists, || rng.random_range(1..=60));
    let unit = 1 << rng.random_range(20..=56);
    let unit = unit + rng.random_range(0..unit);
    let off = 1 << rng.random_range(0..=3);
    let sum: u64 = factors.iter().sum();
    let half_the_lists = lists as u64 / 2;
    // D'Hondt rounds v·(N + m/2)/V down, Sainte-Laguë v·N/V to the nearest whole number.
    let (method, factor, seats): (_, fn(u64) -> u64, _) = if rng.random_bool(0.5) {
        ("dhondt", |seats| seats, sum - half_the_lists)
    } else {
        ("sainte-lague", |seats| 2 * seats - 1, sum - half_the_lists)
    };
    let votes: Vec<u64> = (factors.iter())
        .map(|&seats| factor(seats) * unit + rng.random_range(0..=2 * off) - off)
        .collect();
    Case::new(method, &votes, u32::try_from(seats).expect("a small house"))
}

/// A house of a size that no reference counts out seat by seat: up to 2^32 − 2, so that a list which
/// has all seats still has a next quotient with a u32 for a divisor.
pub(crate) fn huge_house(number: u64) -> u32 {
    let rng = &mut ChaCha8Rng::seed_from_u64(!number);
    match rng.random_range(0..4) {
        0 => u32::MAX - rng.random_range(1..=100),
        1 => rng.random_range(1_000..=10_000),
        _ => (rng.random::<u32>() >> rng.random_range(0..16)).min(u32::MAX - 1),
    }
}

fn votes(rng: &mut impl Rng, lists: usize, seats: u32) -> Vec<u64> {
    let kind = rng.random_range(0..9);
    match kind {
        // Tiny numbers: ties by the dozen.
        0 => {
            let most = [1, 3, 10, 50][rng.random_range(0..4)];
            each(lists, || rng.random_range(0..=most))
        }
        // Divisors and multiples of one number with many divisors: equal quotients everywhere.
        1 => {
            let whole = [12, 60, 2_520, 5_040, 720_720][rng.random_range(0..5)];
            let scale = [1, 7, 1_000_003, 1 << 40][rng.random_range(0..4)];
            each(lists, || match rng.random_range(0..3) {
                0 => whole / rng.random_range(1..=12) * scale,
                _ => whole * rng.random_range(1..=12) * scale,
            })
        }
        // A common quotient times a small number, one vote more or less: near ties.
        2 | 3 => {
            let quotient = 1_u64 << rng.random_range(1..=53);
            let quotient = quotient + rng.random_range(0..quotient);
            let most = u64::from(seats).clamp(1, 500);
            let off = u64::from(kind == 2);
            each(lists, || {
                let product = quotient * rng.random_range(1..=most);
                product + rng.random_range(0..=2 * off) - off
            })
        }
        // All sizes from one vote to 2^64.
        4 => each(lists, || rng.random::<u64>() >> rng.random_range(0..64)),
        // The end of the range.
        5 => {
            let width = [0, 1, 3, 1_000, u64::MAX / 2][rng.random_range(0..5)];
            each(lists, || u64::MAX - rng.random_range(0..=width))
        }
        // Equal votes, one list apart.
        6 => {
            let same = 1 + (rng.random::<u64>() >> rng.random_range(1..64));
            let mut votes = vec![same; lists];
            votes[rng.random_range(0..lists)] = same - 1 + rng.random_range(0..=2);
            votes
        }
        // A giant among dwarfs.
        7 => {
            let most = 1 << rng.random_range(0..20);
            let mut votes = each(lists, || rng.random_range(0..=most));
            votes[rng.random_range(0..lists)] = rng.random::<u64>() >> rng.random_range(0..32);
            votes
        }
        // An election.
        _ => each(lists, || rng.random_range(1_000..=5_000_000)),
    }
}

fn each(lists: usize, votes: impl FnMut() -> u64) -> Vec<u64> {
    std::iter::repeat_with(votes).take(lists).collect()
}

/// No floors in three cases of four; else one seat for each, a few for some, or many for one.
fn floors(rng: &mut impl Rng, lists: usize, seats: u32) -> Vec<u32> {
    match rng.random_range(0..12) {
        0 => vec![1; lists],
        1 => std::iter::repeat_with(|| rng.random_range(0..=3)).take(lists).collect(),
        2 => {
            let mut floors = vec![0; lists];
            floors[rng.random_range(0..lists)] = match rng.random_range(0..20) {
                0 => u32::MAX,
                _ => rng.random_range(0..=seats + 1),
            };
            floors
        }
        _ => vec![0; lists],
    }
}
