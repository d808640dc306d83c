//! `allocate` with what it tells when asked: by hand, by the slow reference, and from all sets and orders.
//!
//! The base of the threshold is 1,050 ballots, of which more than 52.5 are needed; of f more than 31.5. h has 10
//! votes and stays out, e has 30 and is exempt. g's 60 votes count 6/5 in quotients: 72. c and d are an
//! alliance of 160 votes.
//!
//! First round, 17 seats, one of which is e's by its floor. The 16 largest quotients of the others are a 400, 200,
//! 133.3, 100, 80, 66.7, 57.1, 50; b 200, 100, 66.7, 50; c and d 160, 80, 53.3; g 72. So a would have 8 and has 6
//! candidates. Second round, 11 seats without a: e's one; b 200, 100, 66.7, 50; c and d 160, 80, 53.3; g 72; and
//! two seats for b, c and d, and f, which all stand at 40. The order of the file gives them to b and to c and d.
//! Inside, the four seats are won by 100, 60, 50, 33.3: c three, d one.

use serde_json::{Value, json};

use super::election::{
    BEES, Counted, HOUSE, IDS, LISTS, MAJORITIES, VOTES, count, counted, name, rules,
};
use super::expect::assert_same;
use super::measures::{indices_json, power};
use super::reference::law::Rules;
use super::reference::settling::Settling;
use super::{document, subsets, with_head};

/// The seats worked out above.
pub(crate) const SEATS: [u32; 9] = [6, 5, 3, 1, 1, 0, 1, 0, 0];

pub(crate) const OPTIONS: [&str; 3] = ["--explain", "--coalitions", "--margins"];

fn fraction(numerator: u128, denominator: u128) -> Value {
    let (mut divisor, mut rest) = (numerator, denominator);
    while rest > 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    let divisor = divisor.max(1);
    json!({
        "numerator": numerator / divisor,
        "denominator": denominator / divisor,
        "value": numerator as f64 / denominator as f64,
    })
}

fn party(at: usize) -> Value {
    let admission = match IDS[at] {
        "e" => "exempt",
        "h" => "below",
        "o" => "no-list",
        _ => "passed",
    };
    // The what-if touched a and b; the file says it of g.
    let assumed = ["a", "b", "g"];
    let tied = ["b", "c", "f"];
    let takes_part = !["h", "o"].contains(&IDS[at]);
    let mut party = json!({
        "id": IDS[at],
        "name": name(at),
        "kind": if IDS[at] == "o" { "others" } else { "list" },
        "votes": VOTES[at],
        "assumed": assumed.contains(&IDS[at]),
        "share": VOTES[at] as f64 / 1_050.0,
        "admitted": takes_part,
        "admission": admission,
        // 890 votes for the lists that take part.
        "ideal_share": takes_part.then(|| VOTES[at] as f64 * 17.0 / 890.0),
        "seats": SEATS[at],
        "tied": tied.contains(&IDS[at]),
        "candidates": (at == 0).then_some(6),
        // Official seats are of the real count, not of a what-if.
        "official_seats": null,
    });
    if at == 0 {
        party["quota_groups"] = json!({ "women": 2, "young": 3 });
        // 30 % of 6 seats are 1.8, rounded up; four candidates are in a group.
        party["group_places"] = json!({
            "needed": 2, "candidates_at_least": 4, "candidates_at_most": 4, "fits": true,
        });
    }
    party
}

/// Who would win under these votes whichever way ties go, and who could.
fn bounds(votes: &[u64]) -> (Vec<u32>, Vec<u32>) {
    let law = Rules { settling: vec![Settling::Report], ..rules(5, "dhondt") };
    let Counted { house, .. } = counted(&law, votes, super::election::AGAINST_ALL);
    let possible =
        (0..IDS.len()).map(|list| house.seats[list] + u32::from(house.open_lists.contains(&list)));
    (house.seats.clone(), possible.collect())
}

/// The votes after `votes` of them went from one party, or nobody, to another, or nobody.
pub(crate) fn moved(from: Option<usize>, to: Option<usize>, votes: u64) -> Option<Vec<u64>> {
    let mut moved = VOTES.to_vec();
    if let Some(from) = from {
        moved[from] = moved[from].checked_sub(votes)?;
    }
    if let Some(to) = to {
        moved[to] += votes;
    }
    Some(moved)
}

/// What is told of votes away, held against counts of every number up to it. Where it is not said to be the
/// smallest, with one vote less the change must not be there; up to 32 it has to be the smallest.
fn away(
    told: &Value,
    (from, to): (Option<usize>, Option<usize>),
    changed: &dyn Fn(&[u32], &[u32]) -> bool,
) -> Value {
    let does = |votes: u64| {
        moved(from, to, votes).is_some_and(|after| {
            let (least, most) = bounds(&after);
            changed(&least, &most)
        })
    };
    let most = from.map_or(1_000, |from| VOTES[from]);
    let first = (1..=most).find(|&votes| does(votes));
    let Some(first) = first else { return Value::Null };
    // The search is proved under plain laws alone; here it tries every number up to 32.
    if first <= 32 {
        return json!({ "votes": first, "smallest": true });
    }
    let votes = told["votes"].as_u64().unwrap();
    let ends = (does(votes - 1), does(votes));
    assert_eq!(ends, (false, true), "{from:?} {to:?} {votes}, first {first}");
    assert!(votes >= first, "{from:?} {to:?} {votes}");
    json!({ "votes": votes, "smallest": false })
}

/// The closed forms for `numerator / 100` of 1,050 ballots.
fn threshold(list: usize) -> Value {
    let percent = if IDS[list] == "f" { 3 } else { 5 };
    let passes = |own: u64, base: u64| own * 100 > base * percent;
    let own = VOTES[list];
    if passes(own, 1_050) {
        let kept = |lost: &u64| passes(own - lost, 1_050 - lost);
        let switched = |lost: &u64| passes(own - lost, 1_050);
        let most = |ok: &dyn Fn(&u64) -> bool| (0..=own).take_while(ok).last();
        json!({ "side": "above", "new": most(&kept), "switched": most(&switched) })
    } else {
        let new = (1..=1_050).find(|more| passes(own + more, 1_050 + more));
        let switched = (1..=1_050).find(|more| passes(own + more, 1_050));
        json!({ "side": "below", "new": new, "switched": switched })
    }
}

fn margins(told: &Value) -> Value {
    let gains = |list: usize| move |certain: &[u32], _: &[u32]| certain[list] > SEATS[list];
    let loses = |list: usize| move |_: &[u32], possible: &[u32]| possible[list] < SEATS[list];
    let parties = (0..LISTS).map(|list| {
        let told = &told["parties"][list];
        let has_seats = SEATS[list] > 0;
        json!({
            "id": IDS[list],
            // a has no seventh candidate.
            "gain": if list == 0 { Value::Null } else { away(&told["gain"], (None, Some(list)), &gains(list)) },
            "gain_obstacle": (list == 0).then_some("no-candidates-left"),
            "lose": if has_seats { away(&told["lose"], (Some(list), None), &loses(list)) } else { Value::Null },
            "lose_obstacle": (!has_seats).then_some("no-seats"),
            "threshold": threshold(list),
        })
    });
    let mut pairs = (0..LISTS).flat_map(|from| (0..LISTS).map(move |to| (from, to)));
    let switches: Vec<Value> = (pairs.by_ref().filter(|(from, to)| from != to).enumerate())
        .map(|(at, (from, to))| {
            let (told, ways) = (&told["switches"][at], (Some(from), Some(to)));
            json!({
                "from": IDS[from],
                "to": IDS[to],
                "gain": away(&told["gain"], ways, &gains(to)),
                "lose": away(&told["lose"], ways, &loses(from)),
            })
        })
        .collect();
    // One vote from a to f ends the tie at 40: the first pair of those with one vote is the first in order.
    json!({
        "parties": parties.collect::<Vec<_>>(),
        "switches": switches,
        "most_switching_lists": 40,
        "lists_left_out": 0,
        "any_seat": { "from": "a", "to": "f", "votes": 1, "smallest": true },
        "majority": { "needed": 9, "holder": null, "change": majority_change(&told["majority"]) },
    })
}

/// The switch that is told gives its receiver nine seats, and with one vote less it does not.
fn majority_change(told: &Value) -> Value {
    let place = |key: &str| IDS.iter().position(|&id| told["change"][key] == id).unwrap();
    let (from, to) = (place("from"), place("to"));
    let has = |certain: &[u32], _: &[u32]| certain[to] >= 9;
    let mut change = away(&told["change"], (Some(from), Some(to)), &has);
    change["from"] = json!(IDS[from]);
    change["to"] = json!(IDS[to]);
    change
}

/// Lists that reach a number of seats together, those with more seats first.
fn sets(seats: &[u32], needed: u32) -> Value {
    let mut minimal = subsets::minimal_winning(seats, needed);
    let order = |list: &usize| (std::cmp::Reverse(seats[*list]), *list);
    for set in &mut minimal {
        set.sort_by_key(order);
    }
    minimal.sort_by_key(|set| set.iter().map(order).collect::<Vec<_>>());
    let told = minimal.iter().map(|set| {
        let sum: u32 = set.iter().map(|&list| seats[list]).sum();
        let ids: Vec<&str> = set.iter().map(|&list| IDS[list]).collect();
        json!({ "parties": ids, "seats": sum, "surplus": sum - needed })
    });
    json!({ "count": minimal.len(), "listed": minimal.len(), "sets": told.collect::<Vec<_>>() })
}

fn majority((majority, needed): (&str, u32)) -> Value {
    let seats = &SEATS[..LISTS];
    let (blocking, power) = (HOUSE - needed + 1, power(seats, needed));
    let all: u128 = power.swings.iter().sum();
    let seated = seats.iter().filter(|&&seats| seats > 0).count();
    let lists = (0..LISTS).map(|list| {
        let standing = match (power.swings[list], seats[list]) {
            (0, _) => "never-decides",
            (_, own) if own >= needed => "alone",
            (_, own) if own >= blocking => "veto",
            _ => "decides",
        };
        json!({
            "id": IDS[list],
            "seats": seats[list],
            "swings": power.swings[list],
            "banzhaf": fraction(power.swings[list], all),
            // The other five lists with seats are in or out: 32 sets.
            "penrose": fraction(power.swings[list], 1 << (seated - 1)),
            "shapley_shubik": fraction(power.pivots[list], power.orders),
            "standing": standing,
        })
    });
    let sum: u32 = BEES.iter().map(|&list| seats[list]).sum();
    let wins = sum >= needed;
    let critical = BEES.iter().filter(|&&list| wins && sum - seats[list] < needed);
    let critical: Vec<&str> = critical.map(|&list| IDS[list]).collect();
    json!({
        "majority": majority,
        "needed": needed,
        "minimal_winning": sets(seats, needed),
        "blocking_needed": blocking,
        "minimal_blocking": sets(seats, blocking),
        "coalitions": [{
            "name": "Bees",
            "parties": ["b", "c", "d"],
            "seats": sum,
            "wins": wins,
            "wins_together": wins && BEES.iter().all(|&list| seats[list] > 0),
            "minimal": wins && critical.len() == BEES.len(),
            "critical": critical,
        }],
        "power": lists.collect::<Vec<_>>(),
        "power_refused": null,
    })
}

/// D'Hondt's quotients of these votes, one after another: `won` claims by the largest, then what each missed.
fn account(
    votes: &[(&str, u64, u32)],
    seats: u32,
    interval: &Value,
    tied: Option<&Value>,
) -> Value {
    let mut claims: Vec<(u64, usize, u32)> = (votes.iter().enumerate())
        .flat_map(|(list, &(_, votes, floor))| {
            (floor + 1..=seats + 1).map(move |seat| (votes, list, seat))
        })
        .collect();
    // By v/n, of equals the earlier list.
    claims.sort_by(|left, right| {
        let over =
            |(votes, _, seat): &(u64, usize, u32), other: u32| (votes * u64::from(other), *seat).0;
        over(right, left.2).cmp(&over(left, right.2)).then(left.1.cmp(&right.1))
    });
    let floors: u32 = votes.iter().map(|&(_, _, floor)| floor).sum();
    let claim = |&(own, list, seat): &(u64, usize, u32)| {
        let quotient = fraction(own.into(), seat.into());
        json!({ "party": votes[list].0, "seat": seat, "quotient": quotient })
    };
    let (won, rest) = claims.split_at((seats - floors) as usize);
    let mut missed: Vec<_> = Vec::new();
    for other in rest {
        if !missed.iter().any(|&(_, list, _): &(u64, usize, u32)| list == other.1) {
            missed.push(*other);
        }
    }
    let start = votes
        .iter()
        .map(|(id, votes, floor)| json!({ "party": id, "votes": votes, "floor": floor }));
    let mut account = json!({
        "seats": seats,
        "votes": votes.iter().map(|(_, votes, _)| votes).sum::<u64>(),
        "scale": 5,
        "divisor": {
            "signposts": ["1", "2", "3"],
            "start": start.collect::<Vec<_>>(),
            "interval": interval,
            "seats": won.iter().map(claim).collect::<Vec<_>>(),
            "missed": missed.iter().map(claim).collect::<Vec<_>>(),
            "last_won": claim(won.last().unwrap()),
            "first_missed": claim(&missed[0]),
        },
    });
    // The key stands only where a tie was settled.
    if let Some(tied) = tied {
        account["tied_seats"] = tied.clone();
    }
    account
}

/// The whole document; of votes away what is told is held against counts on the way.
pub(crate) fn expected(told: &Value) -> Value {
    // Both seats of the tie go by the order of the file, first to b, then to c for its alliance.
    let by_order = json!([
        { "party": "b", "broken_by": "order" }, { "party": "c", "broken_by": "order" },
    ]);
    let tie = json!({
        "parties": ["b", "c", "f"], "seats": 2, "broken_by": "order", "winners": ["b", "c"],
        "decisions": by_order,
    });
    // Votes are five times themselves, so that 6/5 of g's are whole. Both ends of the divisors that do are 200.
    let at_200 = json!({ "low": fraction(200, 1), "high": fraction(200, 1), "roundest": null });
    // Any divisor from 300/2 to 500/3 does inside; 160 has the fewest digits.
    let inside = json!({ "low": fraction(150, 1), "high": fraction(500, 3), "roundest": "160" });
    with_head(json!({
        "totals": {
            "list_votes": 940, "against_all": 60, "valid_votes": 1_000, "invalid": 50,
            "threshold_votes": 1_050, "admitted_votes": 890,
        },
        "parties": (0..IDS.len()).map(party).collect::<Vec<_>>(),
        "tie": tie,
        "ties": [tie],
        "unfilled_seats": 0,
        "house_size": 17,
        "set_aside": [],
        "alliances": [{
            "name": "x", "parties": ["c", "d"], "votes": 160, "seats": 4, "method": "dhondt",
            "account": account(&[("c", 500, 0), ("d", 300, 0)], 4, &inside, None),
        }],
        // The eighth of a is by 50, above the sixteenth quotient and no tie; the two freed seats are given again.
        "capped": [{
            "party": "a", "round": 1, "entitled_seats": 8, "candidates": 6, "tied": false,
            "left_empty": false,
        }],
        "coalitions": [{
            "name": "Bees", "parties": ["b", "c", "d"], "seats": 9,
            "majorities": { "simple": true, "two-thirds": false },
        }],
        "indices": indices_json(&VOTES, &SEATS),
        "coalition_analysis": {
            "filled_seats": 17, "open_seats": 0, "most_listed": 10_000,
            "majorities": MAJORITIES.map(majority),
        },
        "margins": margins(&told["margins"]),
        "account": account(
            &[("b", 1_000, 0), ("c", 800, 0), ("e", 150, 1), ("f", 200, 0), ("g", 360, 0)],
            11,
            &at_200,
            Some(&by_order),
        ),
    }))
}

#[test]
fn every_leaf_of_a_count() {
    assert_eq!(
        count(&rules(5, "dhondt")).house.seats,
        SEATS,
        "the reference counts as the hand does"
    );
    let found = document("allocate", &OPTIONS);
    assert_same(&expected(&found), &found);
}
