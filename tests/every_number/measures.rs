//! Figures from their definitions.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::election::{Counted, DRAWS, IDS, LISTS};
use super::subsets;

/// Mean and standard error of the mean.
pub(crate) fn mean(values: &[f64]) -> Value {
    let draws = values.len() as f64;
    let mean = values.iter().sum::<f64>() / draws;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    json!({ "mean": mean, "se": (squares / (draws - 1.0) / draws).sqrt() })
}

/// The share of all draws, and its standard error.
pub(crate) fn chance(hits: usize) -> Value {
    let p = hits as f64 / DRAWS as f64;
    json!({ "p": p, "se": (p * (1.0 - p) / DRAWS as f64).sqrt() })
}

/// In how many draws something happens.
pub(crate) fn happens(draws: &[Counted], what: impl Fn(&[u32]) -> bool) -> Value {
    chance(draws.iter().filter(|draw| what(&draw.house.seats)).count())
}

/// Everything that is said of numbers of seats up to `most`.
pub(crate) fn distribution(seats: &[u32], most: u32) -> Value {
    let mut sorted = seats.to_vec();
    sorted.sort_unstable();
    // The smallest number that so many per mille of the draws do not exceed.
    let quantile = |per_mille: usize| sorted[(sorted.len() * per_mille).div_ceil(1_000) - 1];
    let count = |wanted: u32| seats.iter().filter(|&&seats| seats == wanted).count();
    let counts: Vec<usize> = (0..=most).map(count).collect();
    let often = counts.iter().max().unwrap();
    let at_least =
        |least| seats.iter().filter(|&&seats| seats >= least).count() as f64 / seats.len() as f64;
    let moments = mean(&seats.iter().map(|&seats| f64::from(seats)).collect::<Vec<_>>());
    json!({
        "mean": moments["mean"],
        "mean_se": moments["se"],
        "median": quantile(500),
        "mode": counts.iter().position(|count| count == often),
        "p025": quantile(25),
        "p05": quantile(50),
        "p10": quantile(100),
        "p25": quantile(250),
        "p75": quantile(750),
        "p90": quantile(900),
        "p95": quantile(950),
        "p975": quantile(975),
        "distribution": counts,
        "at_least": (0..=most).map(at_least).collect::<Vec<_>>(),
    })
}

/// Shares of votes and of seats.
pub(crate) fn shares(votes: &[u64], seats: &[u32]) -> Vec<(f64, f64)> {
    let all: u64 = votes.iter().sum();
    let filled: u32 = seats.iter().sum();
    (votes.iter().zip(seats))
        .map(|(&votes, &seats)| (votes as f64 / all as f64, f64::from(seats) / f64::from(filled)))
        .collect()
}

/// The indices of METHODS 5 from their formulas, over all lists, seated or not.
pub(crate) fn indices(votes: &[u64], seats: &[u32]) -> BTreeMap<&'static str, f64> {
    let shares = shares(votes, seats);
    let sum = |of: &dyn Fn(f64, f64) -> f64| shares.iter().map(|&(v, s)| of(v, s)).sum::<f64>();
    let most = |of: &dyn Fn(f64, f64) -> f64| {
        shares.iter().map(|&(v, s)| of(v, s)).fold(f64::NEG_INFINITY, f64::max)
    };
    let lists = shares.len() as f64;
    let apart = sum(&|v, s| (s - v).abs());
    let squares = sum(&|v, s| (s - v).powi(2));
    let (v_mean, s_mean) = (1.0 / lists, 1.0 / lists);
    let (v_most, s_most) = (most(&|v, _| v), most(&|_, s| s));
    // Every two voters compared: the mean difference of what their votes brought, over twice the mean, which is 1.
    let pairs: f64 = shares
        .iter()
        .flat_map(|&(v, s)| shares.iter().map(move |&(w, t)| v * w * (s / v - t / w).abs()))
        .sum();
    BTreeMap::from([
        ("gallagher", (squares / 2.0).sqrt()),
        ("loosemore_hanby", apart / 2.0),
        ("rose", 1.0 - apart / 2.0),
        ("rae", apart / lists),
        ("sainte_lague", sum(&|v, s| (s - v).powi(2) / v)),
        ("dhondt", most(&|v, s| s / v)),
        ("lebeda", 1.0 - 1.0 / most(&|v, s| s / v)),
        ("lijphart", most(&|v, s| (s - v).abs())),
        ("grofman", apart * sum(&|v, _| v * v)),
        ("monroe", (squares / (1.0 + sum(&|v, _| v * v))).sqrt()),
        ("gini", pairs / 2.0),
        (
            "cox_shugart",
            sum(&|v, s| (v - v_mean) * (s - s_mean)) / sum(&|v, _| (v - v_mean).powi(2)),
        ),
        ("atkinson", 1.0 - sum(&|v, s| (v * s).sqrt()).powi(2)),
        ("effective_votes", 1.0 / sum(&|v, _| v * v)),
        ("effective_seats", 1.0 / sum(&|_, s| s * s)),
        ("golosov_votes", sum(&|v, _| v / (v + v_most * v_most - v * v))),
        (
            "golosov_seats",
            sum(&|_, s| if s > 0.0 { s / (s + s_most * s_most - s * s) } else { 0.0 }),
        ),
        ("wasted_votes", sum(&|v, s| if s > 0.0 { 0.0 } else { v })),
    ])
}

/// The indices of a count as documents have them.
pub(crate) fn indices_json(votes: &[u64], seats: &[u32]) -> Value {
    let mut document = json!(indices(votes, seats));
    let parties: Vec<Value> = (shares(votes, seats).into_iter().zip(IDS))
        .map(|((v, s), id)| {
            json!({ "id": id, "votes": v, "seats": s, "seat_bonus": s - v, "advantage_ratio": s / v })
        })
        .collect();
    document["shares_of"] = json!("list_votes");
    document["parties"] = json!(parties);
    document
}

/// Banzhaf swings and Shapley–Shubik pivots of the lists, from every set and every order.
#[derive(Clone, Debug)]
pub(crate) struct Power {
    pub(crate) swings: Vec<u128>,
    pub(crate) pivots: Vec<u128>,
    pub(crate) orders: u128,
}

/// The power of every list; those without seats change nothing and are left out of the orders.
pub(crate) fn power(seats: &[u32], needed: u32) -> Power {
    let seated: Vec<usize> = (0..LISTS).filter(|&list| seats[list] > 0).collect();
    let own: Vec<u32> = seated.iter().map(|&list| seats[list]).collect();
    let (mut swings, mut pivots) = (vec![0; LISTS], vec![0; LISTS]);
    let of_own = subsets::pivots(&own, needed);
    for (place, &list) in seated.iter().enumerate() {
        // Lists without seats are in or out of every set: they double the sets, and so all swings alike.
        swings[list] = subsets::swings(&own, needed, place);
        pivots[list] = of_own[place];
    }
    Power { swings, pivots, orders: (1..=own.len() as u128).product() }
}
