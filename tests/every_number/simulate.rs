//! `simulate`: every figure counted again, draw by draw.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::election::{BEES, Counted, HOUSE, IDS, LISTS, MAJORITIES, draws, name, rules};
use super::expect::assert_same;
use super::measures::{Power, chance, distribution, happens, indices, mean, power};
use super::{document, run, subsets, with_head};

pub(crate) const OPTIONS: [&str; 7] = [
    "--draws",
    "300",
    "--coalitions",
    "--probability",
    "b>=5",
    "--probability",
    "P(\"Bees\" >= simple)",
];

/// What happens by majority.
fn by_majority(of: impl Fn(u32) -> Value) -> Value {
    let values = MAJORITIES.map(|(name, needed)| (name.to_owned(), of(needed)));
    Value::Object(Map::from_iter(values))
}

fn party(draws: &[Counted], list: usize) -> Value {
    let held = |seats: &[u32]| seats[list];
    let seats: Vec<u32> = draws.iter().map(|draw| draw.house.seats[list]).collect();
    let taking_part = draws.iter().filter(|draw| draw.house.admitted[list]);
    let admitted: Vec<u32> = taking_part.map(|draw| draw.house.seats[list]).collect();
    let passes = draws.iter().filter(|draw| draw.passes[list]).count();
    let largest =
        |seats: &[u32]| seats[list] > 0 && seats.iter().all(|&other| other <= seats[list]);
    json!({
        "id": IDS[list],
        "name": name(list),
        "count_seats": super::allocate::SEATS[list],
        "seats": distribution(&seats, HOUSE),
        "seats_if_admitted":
            (!admitted.is_empty()).then(|| distribution(&admitted, HOUSE)),
        "passes_threshold": chance(passes),
        "no_seats": happens(draws, |seats| held(seats) == 0),
        "largest": happens(draws, largest),
        "majority": happens(draws, |seats| 2 * held(seats) > HOUSE),
        "majorities": by_majority(|needed| happens(draws, |seats| held(seats) >= needed)),
    })
}

fn bees(draws: &[Counted]) -> Value {
    let sum = |seats: &[u32]| BEES.iter().map(|&list| seats[list]).sum::<u32>();
    let together: Vec<u32> = draws.iter().map(|draw| sum(&draw.house.seats)).collect();
    json!({
        "name": "Bees",
        "parties": ["b", "c", "d"],
        "majority": happens(draws, |seats| 2 * sum(seats) > HOUSE),
        "majorities": by_majority(|needed| happens(draws, |seats| sum(seats) >= needed)),
        "all_seated": by_majority(|needed| happens(draws, |seats| {
            sum(seats) >= needed && BEES.iter().all(|&list| seats[list] > 0)
        })),
        "minimal": by_majority(|needed| happens(draws, |seats| {
            sum(seats) >= needed && BEES.iter().all(|&list| sum(seats) - seats[list] < needed)
        })),
        "blocks": by_majority(|needed| happens(draws, |seats| HOUSE - sum(seats) < needed)),
        "seats": distribution(&together, HOUSE),
    })
}

/// The first of the draws whose seats are nearest the mean.
fn representative(draws: &[Counted]) -> usize {
    let count = i64::try_from(draws.len()).unwrap();
    let total =
        |list: usize| -> i64 { draws.iter().map(|draw| i64::from(draw.house.seats[list])).sum() };
    let totals: Vec<i64> = (0..LISTS).map(total).collect();
    let distance = |draw: &Counted| -> i64 {
        let lists = totals.iter().zip(&draw.house.seats);
        lists.map(|(total, &seats)| (count * i64::from(seats) - total).pow(2)).sum()
    };
    (0..draws.len()).min_by_key(|&draw| distance(&draws[draw])).unwrap()
}

fn first_draws(draws: &[Counted]) -> Value {
    let nearest = representative(draws);
    let seats = |list: usize| (IDS[list].to_owned(), json!(draws[nearest].house.seats[list]));
    let all: Vec<_> = draws.iter().map(|draw| indices(&draw.votes, &draw.house.seats)).collect();
    let main = [
        "gallagher",
        "loosemore_hanby",
        "sainte_lague",
        "dhondt",
        "effective_votes",
        "effective_seats",
        "wasted_votes",
    ];
    let means = main.map(|name| {
        (name.to_owned(), mean(&all.iter().map(|indices| indices[name]).collect::<Vec<_>>()))
    });
    json!({
        "draws": draws.len(),
        "representative": { "draw": nearest, "seats": (0..LISTS).map(seats).collect::<Map<_, _>>() },
        "indices": means.into_iter().collect::<Map<_, _>>(),
    })
}

fn winning_sets(draws: &[Counted], majority: &str, needed: u32) -> Value {
    let mut minimal: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    let mut powers: BTreeMap<Vec<u32>, Power> = BTreeMap::new();
    for draw in draws {
        let seats = draw.house.seats[..LISTS].to_vec();
        for set in subsets::minimal_winning(&seats, needed) {
            *minimal.entry(set).or_default() += 1;
        }
        powers.entry(seats).or_insert_with_key(|seats| power(seats, needed));
    }
    let mut sets: Vec<(Vec<usize>, usize)> = minimal.into_iter().collect();
    sets.sort_by_key(|(_, hits)| std::cmp::Reverse(*hits));
    let sets = sets.into_iter().map(|(set, hits)| {
        let together = |seats: &[u32]| set.iter().map(|&list| seats[list]).sum::<u32>();
        json!({
            "parties": set.iter().map(|&list| IDS[list]).collect::<Vec<_>>(),
            "minimal": chance(hits),
            "majority": happens(draws, |seats| together(seats) >= needed),
        })
    });
    let of_draw = |draw: &Counted| &powers[&draw.house.seats[..LISTS]];
    let lists = (0..LISTS).map(|list| {
        let over = |of: &dyn Fn(&Power) -> f64| {
            mean(&draws.iter().map(|draw| of(of_draw(draw))).collect::<Vec<_>>())
        };
        json!({
            "id": IDS[list],
            "banzhaf": over(&|power| {
                power.swings[list] as f64 / power.swings.iter().sum::<u128>() as f64
            }),
            "shapley_shubik": over(&|power| power.pivots[list] as f64 / power.orders as f64),
        })
    });
    json!({
        "majority": majority,
        "needed": needed,
        "minimal": sets.collect::<Vec<_>>(),
        "power": lists.collect::<Vec<_>>(),
    })
}

/// The whole document.
pub(crate) fn expected() -> Value {
    let draws = draws(&rules(5, "dhondt"));
    let seated: Vec<u32> = (draws.iter())
        .map(|draw| draw.house.seats.iter().map(|&seats| u32::from(seats > 0)).sum())
        .collect();
    let filled = draws.iter().all(|draw| draw.house.unfilled_seats + draw.house.open_seats == 0);
    assert!(filled, "the order of the file settles every tie, and the others take what is freed");
    let most = |seats: &[u32]| *seats.iter().max().unwrap();
    let event = |event: &str, mut chance: Value| {
        chance["event"] = json!(event);
        chance
    };
    let sum = |seats: &[u32]| BEES.iter().map(|&list| seats[list]).sum::<u32>();
    with_head(json!({
        "run": run(json!({
            "parameters": { "design_effect": 1.0, "prior": 0.5, "sample_size": 400.0 },
            "valid_votes": 1_000,
            "outcomes": {
                "allocated": draws.len(), "nobody_admitted": 0, "unfilled": 0, "open_tie": 0,
            },
        })),
        "parties": (0..LISTS).map(|list| party(&draws, list)).collect::<Vec<_>>(),
        "coalitions": [bees(&draws)],
        "any_majority": by_majority(|needed| happens(&draws, |seats| most(seats) >= needed)),
        "tied_draws": draws.iter().filter(|draw| !draw.house.ties.is_empty()).count(),
        "lists_with_seats": distribution(&seated, 9)["distribution"],
        "asked": [
            event("b>=5", happens(&draws, |seats| seats[1] >= 5)),
            event("\"Bees\" >= simple", happens(&draws, |seats| sum(seats) >= 9)),
        ],
        "first_draws": first_draws(&draws),
        "winning_sets":
            MAJORITIES.map(|(name, needed)| winning_sets(&draws, name, needed)),
    }))
}

#[test]
fn every_leaf_of_a_simulation() {
    assert_same(&expected(), &document("simulate", &OPTIONS));
}
