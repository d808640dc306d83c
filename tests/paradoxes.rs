//! `allocate --axioms`: the textbook paradoxes are found, theorems hold, and every witness can be repeated.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

#[allow(dead_code, reason = "other tests use the rest")]
mod case;
#[allow(dead_code, reason = "other tests use the rest")]
mod published;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use kurultai::analysis::{AxiomWitness, Axioms, Cause, Outcome, Property, Reason, Verdict};
use kurultai::election::{House, Share};
use kurultai::scenario::Scenario;

use published::vector_named;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kurultai");

/// What an election without a threshold must look for under any method that promises nothing.
const SEARCHED: [Property; 4] = [
    Property::HouseMonotone,
    Property::PopulationMonotone,
    Property::NoNewStatesParadox,
    Property::LeavingCostsNobody,
];

/// An election by this method without a threshold, to be changed.
fn scenario(method: &str, votes: &[u64], seats: u32) -> Scenario {
    // The kind is said: votes drawn at random can be the sum of all others.
    let mut text = "party,votes,kind\n".to_owned();
    for (list, votes) in votes.iter().enumerate() {
        writeln!(text, "p{list},{votes},list").unwrap();
    }
    let mut scenario = Scenario::from_csv("test.csv", text.as_bytes()).unwrap();
    scenario.house = House::new(seats).unwrap();
    scenario.law.threshold.share = Share::ZERO;
    scenario.law.method = method.parse().unwrap();
    scenario
}

/// A published vector as an election.
fn published(id: &str) -> Scenario {
    let case = vector_named(id).case;
    let mut scenario = scenario(&case.method, &case.votes, case.seats);
    scenario.law.provisions.floor = case.floors[0];
    scenario
}

fn axioms(scenario: &Scenario) -> Axioms {
    Axioms::of(scenario, &Outcome::of(scenario, 1).unwrap(), 1)
}

fn witnesses(axioms: &Axioms, property: Property) -> &[AxiomWitness] {
    match &axioms.finding(property).verdict {
        Verdict::Fails(witnesses) => witnesses,
        _ => &[],
    }
}

/// List, seats before and after, of those whose seats change.
fn moved(witness: &AxiomWitness) -> Vec<(usize, u32, u32)> {
    let lists = witness.lists.iter().filter(|list| Some(list.party) != witness.leaves);
    let lists = lists.filter(|list| list.seats.0 != list.seats.1);
    lists.map(|list| (list.party, list.seats.0, list.seats.1)).collect()
}

/// The Alabama paradox with its published numbers: which list, its seats, and the two houses.
#[test]
fn alabama_is_found() {
    for (id, list, seats, houses) in [
        // Alabama itself, 1880.
        ("us1880_299", 0, (8, 7), (299, 300)),
        ("us1880_300", 0, (8, 7), (299, 300)),
        ("alabama_lippman10", 0, (1, 0), (10, 11)),
        ("alabama_lippman11", 0, (1, 0), (10, 11)),
        ("alabama_small25", 3, (3, 2), (25, 26)),
        ("hdv2b_43", 3, (4, 3), (43, 44)),
        // Maine in 1901: 4 seats of 385, 3 of 386 (Balinski and Young 2001, chapter 5).
        ("newstates1907_before", 15, (4, 3), (385, 386)),
    ] {
        let found = axioms(&published(id));
        let first = &witnesses(&found, Property::HouseMonotone)[0];
        assert_eq!(moved(first), [(list, seats.0, seats.1)], "{id}");
        assert_eq!(first.house, houses, "{id}");
    }
}

/// New York 38 and Maine 3 without Oklahoma, 37 and 4 with it and its five seats.
#[test]
fn oklahoma_is_found() {
    let found = axioms(&published("newstates1907_after"));
    let found = witnesses(&found, Property::NoNewStatesParadox);
    let oklahoma = found.iter().find(|witness| witness.leaves == Some(45)).unwrap();
    assert_eq!(moved(oklahoma), [(15, 4, 3), (27, 37, 38)]);
    assert_eq!(oklahoma.house, (391, 386));
    assert_eq!(oklahoma.after.arguments(), ["--what-if", "withdraw p45 nobody", "--seats", "386"]);
}

/// Lippman's three lists: one grows by a vote and loses a seat to one that stays as it is, because the
/// third changes.
#[test]
fn population_paradoxes_are_found() {
    for id in ["alabama_lippman11", "newstates1907_before", "us1880_299", "alabama_small25"] {
        let scenario = published(id);
        let found = axioms(&scenario);
        let found = witnesses(&found, Property::PopulationMonotone);
        assert!(!found.is_empty(), "{id}");
        for witness in found {
            let (loser, winner) = (witness.lists[0], witness.lists[1]);
            assert!(
                loser.seats.1 < loser.seats.0 && winner.seats.1 > winner.seats.0,
                "{witness:?}"
            );
            // v'/v of the loser is above that of the winner.
            let product = |one: u64, other: u64| u128::from(one) * u128::from(other);
            assert!(
                product(loser.votes.1, winner.votes.0) > product(winner.votes.1, loser.votes.0),
                "{witness:?}"
            );
            assert_eq!(witness.house.0, witness.house.1);
        }
    }
}

/// 64 seats for 62.3, and 61 for 62.3 (`quota_violation_*` of the vectors).
#[test]
fn the_quota_is_broken_as_published() {
    for (id, property, seats) in [
        ("quota_violation_dhondt", Property::UpperQuota, 64),
        ("quota_violation_adams", Property::LowerQuota, 61),
    ] {
        let found = axioms(&published(id));
        let witness = &witnesses(&found, property)[0];
        assert_eq!((witness.lists[0].party, witness.lists[0].seats.1), (0, seats), "{id}");
        assert_eq!(witness.cause, Cause::Method);
    }
    // Balinski and Young's own four lists under Sainte-Laguë: 2 seats for 3.04.
    let found = axioms(&scenario("sainte-lague", &[28, 6, 6, 6], 5));
    assert_eq!(witnesses(&found, Property::LowerQuota)[0].lists[0].seats.1, 2);
}

/// The same sequence of numbers on every machine (Steele, Lea and Flood, `SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }
}

/// Small elections, often with ties, and some of election size.
fn random(numbers: &mut Numbers, method: &str) -> Scenario {
    let most = [12, 300, 5_000_000][usize::try_from(numbers.below(3)).unwrap()];
    let lists = 3 + numbers.below(5);
    let votes: Vec<u64> = (0..lists).map(|_| 1 + numbers.below(most)).collect();
    scenario(method, &votes, u32::try_from(3 + numbers.below(40)).unwrap())
}

/// Divisor methods have no paradox (Balinski and Young 2001, theorem 4.3 and appendix A): looked for in
/// full, under a law that says no word of it, none is found; and where the law is plain, it is said to be
/// a theorem.
#[test]
fn divisor_methods_have_no_witness() {
    let mut numbers = Numbers(1907);
    for method in [
        "dhondt",
        "sainte-lague",
        "adams",
        "dean",
        "huntington-hill",
        "danish",
        "imperiali-divisor",
        "macau",
        "modified-sainte-lague",
        "stationary:0.3",
        "power-mean:2",
    ] {
        for _ in 0..12 {
            let mut scenario = random(&mut numbers, method);
            let plain = axioms(&scenario);
            // A rule without effect, since nobody has seats elsewhere: now nothing is promised.
            scenario.law.provisions.or_direct_seats = Some(1);
            let searched = axioms(&scenario);
            for property in SEARCHED {
                assert_eq!(plain.finding(property).verdict, Verdict::Always, "{method}");
                let finding = searched.finding(property);
                assert_eq!(finding.verdict, Verdict::NotFound, "{property:?} {scenario:?}");
                assert!(finding.searched.is_some());
            }
        }
    }
}

/// What a plain law is said to promise always, no search finds broken, by any method.
#[test]
fn no_promise_is_broken() {
    let mut numbers = Numbers(1880);
    let (mut promised, mut broken) = (0, 0);
    for method in [
        "hare",
        "droop",
        "hagenbach-bischoff",
        "balinski-young",
        "hare-strongest",
        "sainte-lague",
        "dhondt",
        "adams",
    ] {
        for _ in 0..12 {
            let mut scenario = random(&mut numbers, method);
            if Outcome::of(&scenario, 1).is_err() {
                continue;
            }
            let plain = axioms(&scenario);
            scenario.law.provisions.or_direct_seats = Some(1);
            let searched = axioms(&scenario);
            for (plain, searched) in plain.findings.iter().zip(&searched.findings) {
                let fails = matches!(searched.verdict, Verdict::Fails(_));
                let is_promised = plain.verdict == Verdict::Always;
                assert!(!(is_promised && fails), "{method}: {plain:?} {searched:?}");
                promised += u32::from(is_promised);
                broken += u32::from(fails);
            }
        }
    }
    // Neither side is empty: quota methods do have paradoxes.
    assert!(promised > 200 && broken > 50, "{promised} {broken}");
}

/// Seats of every party by the program itself, by id.
fn counted(directory: &std::path::Path, options: &str) -> serde_json::Value {
    let script = format!(
        "\"$0\" allocate votes.csv --law kurultai-2026 --threshold 0% --quiet --format json {options}"
    );
    let output =
        Command::new("sh").args(["-c", &script, PROGRAM]).current_dir(directory).output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{options}: {error}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Every witness's options, pasted into a shell, give its votes and its seats; names need quotes.
#[test]
fn every_witness_is_repeated_by_its_options() {
    let directory = tempfile::tempdir().unwrap();
    let mut numbers = Numbers(300);
    let names = ["Alpha Beta", "O'Neil", "$HOME, you", "d", "Ә!", "f"];
    let mut repeated = 0;
    for method in ["hare", "hagenbach-bischoff", "balinski-young"] {
        for _ in 0..5 {
            let mut text = "party,votes\n".to_owned();
            for name in names {
                writeln!(text, "\"{name}\",{}", 1_000 + numbers.below(90_000)).unwrap();
            }
            fs::write(directory.path().join("votes.csv"), text).unwrap();
            let options = format!("--method {method} --axioms --seats {}", 11 + numbers.below(20));
            let document = counted(directory.path(), &options);
            for finding in document["axioms"].as_array().unwrap() {
                for witness in finding["witnesses"].as_array().unwrap() {
                    for side in ["before", "after"] {
                        let own = witness[side]["options"].as_str().unwrap();
                        let seats = format!("--seats {}", document["rules"]["seats"]);
                        let seats = if own.contains("--seats") { "" } else { &seats };
                        let again =
                            counted(directory.path(), &format!("--method {method} {seats} {own}"));
                        assert_eq!(again["rules"]["seats"], witness[side]["house_size"]);
                        repeated += check_side(witness, side, &again);
                    }
                }
            }
        }
    }
    assert!(repeated > 40, "only {repeated}");
}

/// The lists of one side of a witness against a count.
fn check_side(witness: &serde_json::Value, side: &str, again: &serde_json::Value) -> u32 {
    let parties = again["parties"].as_array().unwrap();
    let mut checked = 0;
    for list in witness["lists"].as_array().unwrap() {
        match parties.iter().find(|party| party["id"] == list["id"]) {
            Some(party) => {
                assert_eq!(party["votes"], list[format!("votes_{side}")], "{witness}");
                assert_eq!(party["seats"], list[format!("seats_{side}")], "{witness}");
            }
            None => assert_eq!((&witness["leaves"], side), (&list["id"], "after")),
        }
        checked += 1;
    }
    checked
}

/// More votes and fewer seats: through the threshold, an alliance, the length of a list, a bonus.
#[test]
fn orders_are_reversed_by_rules() {
    let reversal = |scenario: &Scenario| {
        let found = axioms(scenario);
        let witness = witnesses(&found, Property::Order).first().cloned();
        witness.map(|witness| (witness.cause, witness.lists[0].party, witness.lists[1].party))
    };
    let plain = scenario("dhondt", &[600, 300, 60, 40], 23);
    assert_eq!(axioms(&plain).finding(Property::Order).verdict, Verdict::Always);
    // 6 % stay out, 4 % are exempt and have one of the 23 quotients from 40 on.
    let mut exempt = plain.clone();
    exempt.law.threshold.share = Share::percent(10);
    exempt.parties[3].exempt = true;
    assert_eq!(reversal(&exempt), Some((Cause::Threshold, 2, 3)));
    let mut full = plain.clone();
    full.parties[0].candidates = Some(3);
    assert_eq!(reversal(&full), Some((Cause::Candidates, 0, 1)));
    let mut allied = scenario("dhondt", &[500, 130, 120, 110, 100], 5);
    assert_eq!(reversal(&allied), None);
    for list in [3, 4] {
        allied.parties[list].alliance = Some("both".to_owned());
    }
    // 500, 250, 210, 166.7 and 130 are the five largest quotients: the alliance's seat goes to 110, 120 has none.
    assert_eq!(reversal(&allied), Some((Cause::Alliance, 2, 3)));
    let mut added = scenario("dhondt", &[500, 400], 9);
    added.parties[1].additional_seats = 3;
    assert_eq!(reversal(&added), Some((Cause::SetAside, 0, 1)));
}

/// A majority of seats for less than half of the votes, and the other way round.
#[test]
fn majorities_that_votes_do_not_give() {
    let found = axioms(&scenario("dhondt", &[48, 31, 21], 5));
    assert_eq!(witnesses(&found, Property::NoManufacturedMajority)[0].lists[0].seats.1, 3);
    assert_eq!(found.finding(Property::NoLostMajority).verdict, Verdict::Here);
    let found = axioms(&scenario("sainte-lague", &[52, 24, 24], 4));
    assert_eq!(witnesses(&found, Property::NoLostMajority)[0].lists[0].seats.1, 2);
}

/// D'Hondt itself has no paradox; its threshold lets a list in when another leaves, which costs seats.
#[test]
fn a_threshold_makes_paradoxes() {
    let mut scenario = scenario("dhondt", &[700, 141, 61, 49, 49], 20);
    scenario.law.threshold.share = Share::percent(5);
    let found = axioms(&scenario);
    // Without 61 both 49 of 939 pass 5 % and take a seat each: 700 has 15, for 700/16 is below 49.
    let witness = &witnesses(&found, Property::LeavingCostsNobody)[0];
    assert_eq!((witness.leaves, moved(witness)), (Some(2), vec![(0, 16, 15)]));
    assert_eq!(witness.cause, Cause::Threshold);
    assert_eq!(found.finding(Property::HouseMonotone).verdict, Verdict::Always);
}

#[test]
fn two_lists_leave_nothing_to_ask() {
    let found = axioms(&scenario("hare", &[60, 40], 3));
    for property in [Property::NoNewStatesParadox, Property::LeavingCostsNobody] {
        let verdict = &found.finding(property).verdict;
        assert_eq!(*verdict, Verdict::NotApplicable(Reason::FewerLists(3)));
    }
}
